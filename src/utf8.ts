import { UserError } from './errors.ts'

/** Strict UTF-8, without a byte order mark; what cannot be read is said, never guessed. */
export function decodeText(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(
      `${from} is not UTF-8 text, so it was not read. Nothing was changed.\nConvert it first, for example with \`iconv -f latin1 -t utf-8\`.`,
    )
  }
}
