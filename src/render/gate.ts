/**
 * Everything that was typed, pasted or imported passes here on its way to a terminal, so that no
 * text can move the cursor, recolour the screen, rename the window or reorder what is read.
 * Only what is shown changes; what is kept does not.
 */

// C0 without tab and newline, DEL, C1, lone surrogates. In a function, since a pattern with a property is made of
// tables as soon as its line is reached.
const withoutControl = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/gu, glyph)
// Bidi embeddings, overrides and isolates; deprecated format and annotation characters; tags.
// The zero width joiners stay: emoji, Persian and several Indian scripts are spelled with them.
const UNSEEN = /[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const LINE_BREAK = /\r\n|[\u2028\u2029]/g

// Most texts have none of these, which one look tells. Emoji are looked at again, as tags and lone halves are.
const MAY_CHANGE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]/

/** The text with nothing in it that a terminal would obey, except newline and tab. */
export function visible(text: string): string {
  if (!MAY_CHANGE.test(text)) return text
  return withoutControl(text.replace(LINE_BREAK, '\n').replace(UNSEEN, ''))
}

/** What is already drawn, with our own colours in it: only those pass. The last gate, in case a caller forgot the first. */
export const visibleButColours = (text: string): string =>
  text
    .split(/(\u001b\[[\d;]*m)/)
    .map((part, at) => (at % 2 === 1 ? part : visible(part)))
    .join('')

/** The same on one line: each line break and tab becomes a space. */
export function visibleLine(text: string): string {
  const shown = visible(text)
  return shown.includes('\n') || shown.includes('\t') ? shown.replace(/[\n\t]/g, ' ') : shown
}

/** Control pictures (␛ for ESC) where Unicode has them, the replacement character where not. */
function glyph(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '\ufffd'
}

// What a terminal could obey or a reader could be misled by in JSON, which escapes only C0 by itself.
const UNSEEN_IN_JSON =
  /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g

/** JSON that means the same to the byte and can be looked at on a terminal: what is unseen is escaped. */
export const inertJson = (json: string): string =>
  json.replace(UNSEEN_IN_JSON, unseen =>
    Array.from(
      { length: unseen.length },
      (_, i) => `\\u${unseen.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
