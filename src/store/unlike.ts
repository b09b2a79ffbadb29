/**
 * So many bytes by lot, in hexadecimal digits: unlike any other that was or will be, and no secret. A temporary file is
 * made with `wx`, which follows no link and writes over nothing, so that who guesses its name can only be in its way; the
 * token of a lock has to be another than all before it. V8 begins its lot with bytes of the system's chance.
 */
export const unlike = (bytes: number): string =>
  Array.from({ length: bytes }, () =>
    Math.floor(Math.random() * 256)
      .toString(16)
      .padStart(2, '0'),
  ).join('')
