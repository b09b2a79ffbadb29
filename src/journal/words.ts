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

/**
 * Where a word may stand in lines of JSON, so that the other lines need not be read. Every line that holds it, however it
 * is typed, is found; now and then another is, too.
 * @param text lower case, if it is plain
 * @param isPlain whether it is all ASCII
 * @returns a place from `from` on, or -1
 */
export type MayStand = (text: string, from: number, isPlain: boolean) => number

/** @param word as somebody typed it */
export function mayStand(word: string): MayStand {
  const form = folded(word)
  // What JSON writes otherwise, and the marks before tags and names, stand differently in a line.
  const parts = form.split(/[^ !$-?A-[\]-~]+/)
  const part = parts.reduce((longest, it) => (it.length > longest.length ? it : longest), '')
  const [first = '', ...rest] = part
  const anyhow = new RegExp(
    letterIn(first) +
      rest.map(letter => `(?:(?<=${several})|${marks}*${letterIn(letter)})`).join(''),
    'g',
  )
  const isOther = /[\u{80}-\u{d7ff}\u{e000}-\u{10ffff}]/u.test(form)
  return (text, from, isPlain) => {
    if (isPlain) return isOther ? -1 : text.indexOf(part, from)
    anyhow.lastIndex = from
    return anyhow.exec(text)?.index ?? -1
  }
}

function letterIn(letter: string): string {
  if (letter === '') return ''
  const cases = `${letter.replace(/\W/, '\\$&')}${letter.toUpperCase().replace(/\W/, '')}`
  return `(?:[${cases}${odd}]|${enclosed})`
}

/** What may fold to a letter of ASCII, or to more than one; the test goes through all of Unicode. */
const odd =
  '\\xa0-\\u02ff\\u0370-\\u0385\\u1d2c-\\u1dbb\\u1e00-\\u218f\\u2260-\\u226f\\u2460-\\u24ea\\u2a74-\\u2a76' +
  '\\u2c7c\\u2c7d\\u3000\\u309b\\u309c\\u3200-\\u33ff\\ua7f0-\\ua7ff\\ufb00-\\ufb29\\ufc5e-\\ufc63\\ufdfa-\\ufe7e' +
  '\\uff01-\\uffe3\\ud801\\ud833\\ud835\\ud83e'

/** Letters and numbers in a circle, a square or brackets. */
const enclosed = '\\ud83c[\\udd00-\\udd90]'

/** What may fold to several letters, some of ASCII among them: ligatures, fractions, dots. */
const several =
  '(?:[\\xbc-\\xbe\\xdf\\u0132-\\u0149\\u01c4-\\u01cc\\u01f1-\\u01f3\\u1e9a-\\u1e9e\\u2025\\u2026\\u2033-\\u2057' +
  '\\u20a8\\u2100-\\u2189\\u2460-\\u24b5\\u2a74-\\u2a76\\u309b\\u309c\\u3200-\\u33ff\\ufb00-\\ufb06\\ufc5e-\\ufc63' +
  '\\ufdfa-\\ufe7e]|' +
  `${enclosed})`

/** Accents of their own, which fold to nothing, and the second half of a letter in two halves. */
const marks = '[\\u0300-\\u036f\\udc00-\\udfff]'

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
