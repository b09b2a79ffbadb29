/**
 * One form for all ways a text may be typed, so that what is meant alike is found alike: case, accents,
 * `ß` and `ss`, the Turkish `ı` and `İ`, curly and straight quotes, dashes, and é in one part or two.
 * Marks that are letters of their own, as in Hindi or Japanese, stay.
 */
export function folded(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[ßıς\u2018\u2019\u02bc\u2032\u00b4\u201c-\u201f\u2010-\u2015\u00a0]/g, typed)
    .normalize('NFC')
}

function typed(letter: string): string {
  if (letter in same) return same[letter] ?? ''
  return /[\u2010-\u2015]/.test(letter) ? '-' : /[\u201c-\u201f]/.test(letter) ? '"' : "'"
}

const same: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ς: 'σ', '\u00a0': ' ' }

/** Most texts are, and need no tables. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false
  return true
}

/** A test for texts that hold all of the words, or any of them. */
export function wordsTest(words: readonly string[], any: boolean): (text: string) => boolean {
  const wanted = words.map(folded)
  return text => {
    const within = folded(text)
    return any
      ? wanted.some(word => within.includes(word))
      : wanted.every(word => within.includes(word))
  }
}

/** Nothing but ASCII, quotation marks, dashes and dots: none of the others is ever folded to a letter or digit. */
export const isPlainText = (text: string): boolean => /^[\0-\x7f\u2010-\u201f\u2026]*$/.test(text)

/** From where to where, in UTF-16 units. */
export type Hit = readonly [from: number, to: number]

/** Where the words stand in a text as it is written, in order; places that touch are one. */
export function hitsOf(words: readonly string[], text: string): Hit[] {
  // Folding may make a letter longer or shorter, so it is done letter by letter, with its marks.
  let within = ''
  const places: Hit[] = []
  for (const { 0: letter, index } of text.matchAll(/.\p{M}*/gsu)) {
    const form = folded(letter)
    within += form
    for (let unit = 0; unit < form.length; unit++) places.push([index, index + letter.length])
  }
  const hits: Hit[] = []
  for (const word of words.map(folded).filter(word => word !== ''))
    for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + 1)) {
      const [first, last] = [places[at], places[at + word.length - 1]]
      if (first && last) hits.push([first[0], last[1]])
    }
  return merged(hits)
}

/** In order, and none within or next to another. */
export function merged(hits: readonly Hit[]): Hit[] {
  const apart: Hit[] = []
  for (const [from, to] of [...hits].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = apart.at(-1)
    if (last && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)]
    else apart.push([from, to])
  }
  return apart
}

/** Words with one kind of line break, wherever they come from: that of Windows would lie in the journal unseen. */
export const lineBreaks = (text: string): string => text.replace(/\r\n?/g, '\n')
