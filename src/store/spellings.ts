import { folded } from '../journal/words.ts'

// A search folds both the word and the text. Here the word is looked for in the bytes of a month as they lie, by every
// spelling that may be folded to it: what is not found so need not be parsed.

/**
 * Where a word may stand in lines of JSON, so that the other lines need not be read. Every line that holds it, however it
 * is typed, is found; now and then another is, too.
 * @param word as somebody typed it
 * @returns what finds the next place from one on, or -1, in the bytes of UTF-8, each as a letter (`latin1`): that costs
 * nothing to make
 */
export function mayStand(word: string): (bytes: string, from: number) => number {
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
