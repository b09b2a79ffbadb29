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
 * @param bytes those of UTF-8, each as a letter (`latin1`): that costs nothing to make
 * @returns a place from `from` on, or -1
 */
export type MayStand = (bytes: string, from: number) => number

/** @param word as somebody typed it */
export function mayStand(word: string): MayStand {
  const form = folded(word)
  // What JSON writes otherwise, and the marks before tags and names, stand differently in a line.
  const parts = form.split(/[^ !$-?A-[\]-~]+/)
  const part = parts.reduce((longest, it) => (it.length > longest.length ? it : longest), '')
  const isOther = /[\u{80}-\u{d7ff}\u{e000}-\u{10ffff}]/u.test(form)
  const [first = '', ...rest] = part
  const skipped = `(?<=${part.includes('.') ? `${several}|${dots}` : several})`
  const anyhow = new RegExp(
    part === '' && isOther
      ? '[\\x80-\\xff]'
      : letterIn(first) +
          rest.map(letter => `(?:${skipped}|${marks}*${letterIn(letter)})`).join(''),
    'g',
  )
  return (bytes, from) => {
    anyhow.lastIndex = from
    return anyhow.exec(bytes)?.index ?? -1
  }
}

/**
 * Letters and digits that stand in a row, in whatever case, in every text that holds a word, where all there is
 * is plain text; undefined where that is too little to look for.
 */
export function plainRun(word: string): string | undefined {
  const runs = folded(word).match(/[a-z0-9]{2,}/g) ?? []
  return runs.toSorted((a, b) => b.length - a.length)[0]
}

/** Nothing but ASCII, quotation marks, dashes and dots: none of the others is ever folded to a letter or digit. */
export const isPlainText = (text: string): boolean => /^[\0-\x7f\u2010-\u201f\u2026]*$/.test(text)

function letterIn(letter: string): string {
  if (letter === '') return ''
  const cases = `${letter.replace(/\W/, '\\$&')}${letter.toUpperCase().replace(/\W/, '')}`
  return `(?:[${cases}]|${odd})`
}

// The test of these goes through all of Unicode.

/** What may fold to a letter of ASCII, or to more than one: U+00A0 to U+02FF, U+0370 to U+0385, … Now and then a neighbour, too. */
const odd =
  '(?:[\\xc2-\\xcb].|\\xcd[\\xb0-\\xbf]|\\xce[\\x80-\\x85]|\\xe1[\\xb4-\\xb6\\xb8-\\xbf].|' +
  '\\xe2[\\x80-\\x86\\x89\\x91-\\x93\\xa9\\xb1].|\\xe3[\\x80\\x82\\x88-\\x8f].|\\xea\\x9f.|' +
  '\\xef[\\xac\\xb1\\xb7-\\xb9\\xbc-\\xbf].|\\xf0(?:\\x90[\\x90-\\x9f]|\\x9c[\\xb0-\\xbf]|' +
  '\\x9d[\\x90-\\x9f]|\\x9f[\\x84-\\x86\\xa0-\\xaf]).)'

/** What may fold to several letters, some of ASCII among them: ligatures, fractions, letters in brackets. */
const several =
  '(?:\\xc2[\\xbc-\\xbe]|\\xc3\\x9f|\\xc4[\\xb2-\\xbf]|\\xc5[\\x80-\\x89]|\\xc7[\\x84-\\x8c\\xb1-\\xb3]|' +
  '\\xe1\\xba[\\x9a-\\x9e]|\\xe2(?:\\x80[\\xb3-\\xbf]|\\x81[\\x80-\\x97]|\\x82\\xa8|[\\x84\\x85].|' +
  '\\x86[\\x80-\\x89]|[\\x91\\x92].|\\xa9[\\xb4-\\xb6])|\\xe3(?:\\x82[\\x9b\\x9c]|[\\x88-\\x8f].)|' +
  '\\xef(?:\\xac[\\x80-\\x86]|\\xb1[\\x9e-\\xa3]|\\xb7[\\xba-\\xbf]|[\\xb8\\xb9].)|\\xf0\\x9f[\\x84-\\x86].)'

/** Two dots in one, or three. */
const dots = '\\xe2\\x80[\\xa5\\xa6]'

/** Accents of their own, which fold to nothing. */
const marks = '(?:\\xcc.|\\xcd[\\x80-\\xaf])'

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
