import { nameKey } from '../journal/person.ts'

// As many names as there are, a text is gone through once: one pattern of thousands of names took seconds
// to make, hundreds of megabytes, and every name at every letter.

/** So few are looked for one by one first: most pages name none of them. */
const fewNames = 20

/** Where in a name its first word stands, and how long the name is. */
type Shape = readonly [before: number, length: number]

/** Whether a text names any of these people, as a word of its own; whatever case and accents. */
export function mentioning(names: readonly string[]): (text: string) => boolean {
  const placesIn = naming(names)
  return text => placesIn(foldedOnce(text)).next().done === false
}

/** A name in a text, as `nameKey` writes both: where it starts, where it ends, and the name. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly key: string
}

/** Every place in a folded text where one of these people is named; where several are, each of them. */
export function naming(names: readonly string[]): (plain: string) => Generator<Mention> {
  const keys = new Set(names.map(nameKey).filter(key => key !== ''))
  const few = keys.size <= fewNames ? [...keys] : undefined
  let sought: ReturnType<typeof soughtBy> | undefined
  return function* placesIn(plain) {
    if (few && !few.some(key => plain.includes(key))) return
    sought ??= soughtBy(keys)
    const { shapes, others, anywhere } = sought
    for (const { 0: word, index } of plain.matchAll(patterns().words))
      for (const [before, length] of shapes.get(word) ?? []) {
        const start = index - before
        const end = start + length
        const key = plain.slice(start, end)
        if (keys.has(key) && !isInWord(plain, start - 1) && !isInWord(plain, end))
          yield { start, end, key }
      }
    if (anywhere.size === 0) return
    for (let at = 0; at < plain.length; at++)
      for (const [, length] of anywhere.get(plain.slice(at, at + 1)) ?? []) {
        const key = plain.slice(at, at + length)
        if (others.has(key)) yield { start: at, end: at + length, key }
      }
  }
}

/** Names by what they are found by. Made for the first page that may hold one: most hold none. */
function soughtBy(keys: ReadonlySet<string>) {
  const { firstWord, unspaced } = patterns()
  // Chinese and Japanese set no spaces around a name, and a heart has no words in it.
  const others = new Set([...keys].filter(key => unspaced.test(key) || !firstWord.test(key)))
  return {
    shapes: shapesBy([...keys], key => firstWord.exec(key)?.[0] ?? ''),
    others,
    anywhere: shapesBy([...others], key => key.slice(0, 1)),
  }
}

/** The same page is looked through for one group of people after the other. */
let latest = { text: '', plain: '' }

function foldedOnce(text: string): string {
  if (latest.text !== text) latest = { text, plain: nameKey(text) }
  return latest.plain
}

/** The different shapes of names, by what each is found by. */
function shapesBy(keys: readonly string[], by: (key: string) => string): Map<string, Shape[]> {
  const found = new Map<string, Map<string, Shape>>()
  for (const key of keys) {
    const sign = by(key)
    const shape: Shape = [key.indexOf(sign), key.length]
    const shapes = found.get(sign) ?? new Map<string, Shape>()
    found.set(sign, shapes.set(shape.join(), shape))
  }
  return new Map([...found].map(([sign, shapes]) => [sign, [...shapes.values()]]))
}

/** Whether a letter or digit stands there; of a pair of surrogates, either half. */
function isInWord(text: string, at: number): boolean {
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(at))
  const point = text.codePointAt(isLow ? at - 1 : at)
  return point !== undefined && patterns().firstWord.test(String.fromCodePoint(point))
}

let made: ReturnType<typeof makePatterns> | undefined
/** Made for the first page that may hold a name: each takes as long as some pages. */
const patterns = () => (made ??= makePatterns())
const makePatterns = () => ({
  words: /[\p{L}\p{N}]+/gu,
  firstWord: /[\p{L}\p{N}]+/u,
  unspaced: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u,
})
