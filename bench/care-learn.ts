import { writeFileSync } from 'node:fs'
import { buckets, windowsOf } from '../src/care/features.ts'
import type { CoarseNet } from './care-net.ts'
import { aboutOf, trainNet, units } from './care-net.ts'
import type { Example, Line, Model } from './care-training.ts'
import { foldedTo, hashOfInputs, how, lines, pagesOf, train } from './care-training.ts'

/** `npm run care:learn`: learns from the made-up lines and writes `src/care/learned.ts`. The same each time. */
const target = 'src/care/learned.ts'

const read = (line: Line) => ({ ...line, windows: [...windowsOf(line.text)] })
const known = [...lines, ...pagesOf(lines)].map(read)
const calling = known.filter(line => line.card)
const heads: [string, string, number, Example[]][] = [
  [
    'calls',
    'Above the threshold: a text calls for a card.',
    buckets,
    known.map(({ windows, card }) => ({ windows, is: card !== undefined })),
  ],
  [
    'aboutViolence',
    'Above nothing: it is about violence; else about self-harm.',
    buckets >> 2,
    calling
      .filter(({ card }) => card === 'violence' || card === 'self-harm')
      .map(({ windows, card }) => ({ windows, is: card === 'violence' })),
  ],
  [
    'aboutAnother',
    'Above nothing: it is about somebody else; else about the writer.',
    buckets >> 5,
    calling.map(({ windows, kind }) => ({ windows, is: kind.startsWith('somebody else') })),
  ],
]

const sided = known.map(({ windows, card }) => ({ windows, about: aboutOf(card) }))

/** One letter a weight: 86 of them from "(" to "~" without the backslash. */
function written(name: string, about: string, { weights, bias }: Model): string {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 42
  const letters = Array.from(weights, weight => letterOf(Math.round(weight / step))).join('')
  return `/** ${about} */
export const ${name}: Head = {
  bias: ${Number(bias.toFixed(4))},
  step: ${Number(step.toFixed(5))},
  weights:
    '${letters}',
}
`
}

function letterOf(number: number): string {
  const code = number + 83
  return String.fromCharCode(code > 91 ? code + 1 : code)
}

/** Both weights of a bucket as one number, from -40 to 40. */
function netWritten({ weights, sizes, biases, out, outBiases }: CoarseNet): string {
  const placeOf = (bucket: number, unit: number) =>
    sizes[unit]?.indexOf(weights[bucket * units + unit] ?? 0) ?? 4
  const letters = Array.from({ length: buckets }, (_, bucket) =>
    letterOf(9 * placeOf(bucket, 0) + placeOf(bucket, 1) - 40),
  ).join('')
  const list = (numbers: Iterable<number>) =>
    `[${Array.from(numbers, number => Number(number.toFixed(5))).join(', ')}]`
  return `export const net: Net = {
  sizes: [${sizes.map(list).join(', ')}],
  biases: ${list(biases)},
  out: [${Array.from(outBiases, (bias, side) => `{ bias: ${Number(bias.toFixed(5))}, weights: ${list(out.slice(side * units, (side + 1) * units))} }`).join(', ')}],
  weights:
    '${letters}',
}
`
}

const text = `/**
 * Written by \`npm run care:learn\`; not to be changed by hand. Learned from ${lines.length} lines that were made up for
 * it (\`bench/care-lines\`, \`test/care/lines\`), and from nobody's journal.
 * Inputs: sha256 ${hashOfInputs()}
 */

/** A linear model: a weight for each bucket, one letter each. A power of two of them. */
export interface Head {
  readonly bias: number
  readonly step: number
  readonly weights: string
}

/** A small net: a letter a bucket, which is two weights of nine sizes. */
export interface Net {
  /** For each of two hidden units what its weights may be, */
  readonly sizes: readonly (readonly number[])[]
  readonly biases: readonly number[]
  /** and what they count for self-harm, and for violence. */
  readonly out: readonly { readonly bias: number; readonly weights: readonly number[] }[]
  readonly weights: string
}

${heads.map(([name, about, size, examples]) => written(name, about, train(foldedTo(size, examples), { ...how, size }))).join('\n')}
${netWritten(trainNet(sided, buckets))}`
writeFileSync(target, text)
console.log(`${Math.round(text.length / 1000)} kB from ${lines.length} lines`)
