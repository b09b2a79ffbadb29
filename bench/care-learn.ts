import { writeFileSync } from 'node:fs'
import { buckets, windowsOf } from '../src/care/features.ts'
import type { Example, Line, Model } from './care-training.ts'
import { foldedTo, hashOfInputs, how, lines, pagesOf, train } from './care-training.ts'

/** `npm run care:learn`: learns from the made-up lines and writes `src/care/learned.ts`. The same each time. */
const target = 'src/care/learned.ts'

/** Chosen by cross-validation (`npm run care:try`), and never on `unseen`. */
const threshold = 0.6
const ifFound = 1
const ifDismissed = 2
const forLength = 0.6

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

/** One letter a weight: 86 of them from "(" to "~" without the backslash. */
function written(name: string, about: string, { weights, bias }: Model): string {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 42
  const letters = Array.from(weights, weight => {
    const code = Math.round(weight / step) + 83
    return String.fromCharCode(code > 91 ? code + 1 : code)
  }).join('')
  return `/** ${about} */
export const ${name}: Head = {
  bias: ${Number(bias.toFixed(4))},
  step: ${Number(step.toFixed(5))},
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

/** A text calls for a card from this score on, */
export const threshold = ${threshold}
/** and needs so much more for each time that its number of windows grows by e; */
export const forLength = ${forLength}
/** where the rules find something, so much less, however long the text; */
export const ifFound = ${ifFound}
/** where they saw something and dismissed it, so much more. */
export const ifDismissed = ${ifDismissed}

${heads.map(([name, about, size, examples]) => written(name, about, train(foldedTo(size, examples), { ...how, size }))).join('\n')}`
writeFileSync(target, text)
console.log(`${Math.round(text.length / 1000)} kB from ${lines.length} lines`)
