import { decodeText } from '../utf8.ts'

/**
 * The words of a page as an editor saved it: editors end it with a line break, which is no part of them.
 * @throws UserError when it is not UTF-8
 */
export const pageText = (bytes: Buffer): string =>
  decodeText(bytes, 'What the editor saved').replace(/\n$/, '')
