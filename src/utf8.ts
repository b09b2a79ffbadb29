import { UserError } from './errors.ts'
import { lineBreaks } from './journal/words.ts'

/** Strict UTF-8, without a byte order mark, in our line breaks; what cannot be read is said, never guessed. */
export function decodeText(bytes: Uint8Array, from: string): string {
  try {
    return lineBreaks(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new UserError(
      `${from} is not UTF-8 text, so it was not read. Nothing was changed.\nConvert it first, for example with \`iconv -f latin1 -t utf-8\`.`,
    )
  }
}
