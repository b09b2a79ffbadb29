// SHA-256 (FIPS 180-4, section 6.2) as a module of WebAssembly, put together here instruction by instruction. It holds
// nothing but data: the build finds out what it comes to, and has that in its place (tools/data.js).

type Code = readonly number[]

/** LEB128, as every number stands in a module. */
function signed(value: number): number[] {
  const low = value & 0x7f
  const rest = value >> 7
  const isLast = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40)
  return isLast ? [low] : [low | 0x80, ...signed(rest)]
}
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

const of =
  (operation: number) =>
  (a: Code, b: Code): Code => [...a, ...b, operation]
const isLess = of(0x49)
const plus = of(0x6a)
const and = of(0x71)
const or = of(0x72)
const xor = of(0x73)
const right = of(0x76)
const turnedLeft = of(0x77)
const turned = of(0x78)

const number = (value: number): Code => [0x41, ...signed(value)]
const get = (variable: number): Code => [0x20, ...unsigned(variable)]
const set = (variable: number, value: Code): Code => [...value, 0x21, ...unsigned(variable)]
const word = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...unsigned(offset)]
const store = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  0x36,
  2,
  ...unsigned(offset),
]
const sum = (...values: readonly Code[]): Code => values.reduce(plus)
const mix = (...values: readonly Code[]): Code => values.reduce(xor)

/** Does something, moves a variable on by `step`, and begins anew as long as it is below `end`. */
const upTo = (variable: number, step: number, end: Code, work: readonly Code[]): Code => [
  ...[0x03, 0x40, ...work.flat(), ...set(variable, plus(get(variable), number(step)))],
  ...isLess(get(variable), end),
  ...[0x0d, 0, 0x0b],
]

/** Where things lie in its memory, in bytes: what has come of the blocks before, the constants, the words of a block. */
export const places = { state: 0, constants: 256, words: 512, data: 1024 }

const [from, end] = [0, 1]
const eight = [2, 3, 4, 5, 6, 7, 8, 9] as const
const [a, b, c, d, e, f, g, h] = eight
const [at, one, two] = [10, 11, 12]

/** The bytes of a word, the other way round: the standard counts from the greatest, WebAssembly from the least. */
const swapped = (value: Code): Code =>
  or(
    and(turnedLeft(value, number(8)), number(0x00ff00ff)),
    and(turned(value, number(8)), number(0xff00ff00 | 0)),
  )

const small = (value: Code, first: number, second: number, shift: number): Code =>
  mix(turned(value, number(first)), turned(value, number(second)), right(value, number(shift)))
const great = (value: Code, ...by: readonly number[]): Code =>
  mix(...by.map(each => turned(value, number(each))))

const { state, constants, words } = places
const block: readonly Code[] = [
  set(at, number(0)),
  upTo(at, 4, number(64), [
    set(one, word(plus(get(from), get(at)))),
    store(get(at), swapped(get(one)), words),
  ]),
  // Sixteen words are there: each of the others comes of four that stand 16, 15, 7 and 2 before it.
  upTo(at, 4, number(256), [
    set(one, word(get(at), words - 15 * 4)),
    set(two, word(get(at), words - 2 * 4)),
    store(
      get(at),
      sum(
        word(get(at), words - 16 * 4),
        small(get(one), 7, 18, 3),
        word(get(at), words - 7 * 4),
        small(get(two), 17, 19, 10),
      ),
      words,
    ),
  ]),
  ...eight.map((variable, i) => set(variable, word(number(0), state + i * 4))),
  set(at, number(0)),
  upTo(at, 4, number(256), [
    set(
      one,
      sum(
        get(h),
        great(get(e), 6, 11, 25),
        xor(get(g), and(get(e), xor(get(f), get(g)))),
        word(get(at), constants),
        word(get(at), words),
      ),
    ),
    set(
      two,
      plus(great(get(a), 2, 13, 22), or(and(get(a), get(b)), and(get(c), or(get(a), get(b))))),
    ),
    set(h, get(g)),
    set(g, get(f)),
    set(f, get(e)),
    set(e, plus(get(d), get(one))),
    set(d, get(c)),
    set(c, get(b)),
    set(b, get(a)),
    set(a, plus(get(one), get(two))),
  ]),
  ...eight.map((variable, i) =>
    store(number(0), plus(word(number(0), state + i * 4), get(variable)), state + i * 4),
  ),
]

const section = (id: number, ...parts: readonly Code[]): Code => {
  const content = parts.flat()
  return [id, ...unsigned(content.length), ...content]
}
const name = (text: string): Code => [text.length, ...Buffer.from(text)]
const int32 = 0x7f
const locals = [1, ...unsigned(two - end), int32]
const body: Code = [...locals, ...upTo(from, 64, get(end), block), 0x0b]

/** In base64. It gives out a `memory` of 64 kB, and `blocks(from, end)`, which takes in whole blocks that lie there. */
export const sha256Code = Buffer.from([
  ...[0, ...Buffer.from('asm'), 1, 0, 0, 0],
  ...section(1, [1, 0x60, 2, int32, int32, 0]),
  ...section(3, [1, 0]),
  ...section(5, [1, 0, 1]),
  ...section(7, [2, ...name('memory'), 2, 0, ...name('blocks'), 0, 0]),
  ...section(10, [1, ...unsigned(body.length), ...body]),
]).toString('base64')
