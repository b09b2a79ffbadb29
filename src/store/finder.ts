import { mayStand, plainRun } from './spellings.ts'

/**
 * Looks for something in the bytes of lines.
 * @returns what finds the next place from one on, or -1; not every place in a line, but one in each that has any
 */
export type LineFinder = (lines: Buffer) => (from: number) => number

/** Where an entry of a kind stands in lines of JSON. Quotation marks in a text are written otherwise. */
export const kindFinder =
  (kind: string): LineFinder =>
  lines =>
  from =>
    lines.indexOf(`"kind":"${kind}"`, from)

/**
 * Where a word may stand, however it is typed.
 * @param plain whether all that is in the lines is plain, as `isPlainText` says
 */
export function wordFinder(word: string, plain: boolean): LineFinder {
  const run = plain ? plainRun(word) : undefined
  if (run !== undefined) return runFinder(run)
  const find = mayStand(word)
  return lines => {
    const text = lines.toString('latin1')
    return from => find(text, from)
  }
}

/** Finds letters and digits in any case, by the two of them in a row that are rarest. */
function runFinder(run: string): LineFinder {
  const wanted = Buffer.from(run)
  const places = Array.from({ length: run.length - 1 }, (_, at) => at)
  const at = places.reduce((best, place) => (rarity(run, place) > rarity(run, best) ? place : best))
  const pairs = pairsLike(run.slice(at, at + 2)).map(pair => Buffer.from(pair))
  return lines => {
    const isThere = (start: number) => {
      if (start < 0) return false
      for (let nth = 0; nth < wanted.length; nth++) {
        const byte = lines[start + nth] ?? 0
        if (byte !== wanted[nth] && (byte | 32) !== wanted[nth]) return false
      }
      return true
    }
    const next = (pair: Buffer, from: number) => {
      for (let place = lines.indexOf(pair, from); place >= 0; ) {
        if (isThere(place - at)) return place
        place = lines.indexOf(pair, place + 1)
      }
      return lines.length
    }
    // Each pair waits where it was found, so that a rare one is not looked for again at each line.
    const found = pairs.map(pair => next(pair, 0))
    return from => {
      for (const [nth, pair] of pairs.entries())
        if ((found[nth] ?? 0) < from) found[nth] = next(pair, from)
      const first = Math.min(...found)
      return first < lines.length ? first : -1
    }
  }
}

/** The letters of English, the commonest first; digits are rarer. */
const commonest = 'etaoinshrdlcumwfgypbvkjxqz'

function rarity(run: string, at: number): number {
  const of = (letter: string) => (commonest.indexOf(letter) + 1 || commonest.length) - 1
  return of(run.charAt(at)) + of(run.charAt(at + 1))
}

/** Two letters in any case. */
const pairsLike = ([one = '', two = '']: string): string[] => [
  ...new Set([one, one.toUpperCase()].flatMap(first => [first + two, first + two.toUpperCase()])),
]
