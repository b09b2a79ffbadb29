import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { normOf } from '../src/care/features.ts'
import { storyOf } from '../src/demo/story.ts'
import { asDay } from '../src/journal/day.ts'
import { ownWordsIn } from '../src/journal/fields/read.ts'
import { nearTo } from './care-near.ts'

/** A made-up line. */
export interface Line {
  readonly text: string
  readonly kind: string
  /** The file it is in, without its ending. */
  readonly file: string
  /** The card it calls for; undefined for an innocent one. */
  readonly card: string | undefined
}

/** npm runs a script, and vitest a test, where package.json is. */
const root = pathToFileURL(`${process.cwd()}/`)
/** Sets that were written to be counted once, and so are never learned from. */
const neverLearned = /^unseen/

const filesIn = (folder: string, isWanted: (name: string) => boolean): URL[] =>
  readdirSync(new URL(folder, root))
    .filter(name => name.endsWith('.txt') && isWanted(name))
    .sort()
    .map(name => new URL(folder + name, root))

const tests = 'test/care/lines/'
const countedOnce = filesIn(tests, name => neverLearned.test(name))

/** What is learned from: the lines, those they must differ from, and how they are read. */
const inputs = (): URL[] => [
  ...filesIn('bench/care-lines/', () => true),
  ...filesIn(tests, () => true),
  ...['learn', 'near', 'net', 'training'].map(name => new URL(`bench/care-${name}.ts`, root)),
  ...['features', 'spelling', 'lexicon', 'stem', 'topics'].map(
    name => new URL(`src/care/${name}.ts`, root),
  ),
]

/** Names what `src/care/learned.ts` was made from. */
export const hashOfInputs = (): string =>
  createHash('sha256')
    .update(
      inputs()
        .map(file => readFileSync(file, 'utf8'))
        .concat(pages.map(page => page.text))
        .join('\0'),
    )
    .digest('hex')

const isNear = nearTo(countedOnce.flatMap(linesOf).map(line => line.text))

/** What was written to learn from, and the older sets; without what is near a line that is counted once. */
const written = [
  ...filesIn('bench/care-lines/', () => true),
  ...filesIn(tests, name => !neverLearned.test(name)),
]
  .flatMap(linesOf)
  .filter(line => !isNear(line.text))

/** What stands in the journal that `hearten demo` makes up: long, thoughtful, innocent. */
const pages = storyOf({ seed: 'care', from: asDay('2026-01-01'), days: 365, zone: 'UTC' })
  // Cues, steps and what got in the way too, each as it is looked at: by itself, and as a page.
  .flatMap(record => ('day' in record ? ownWordsIn(record) : []))
  .map(text => ({ text, kind: 'pages of a made-up journal', file: 'demo', card: undefined }))

export const lines: readonly Line[] = [...written, ...pages]

/** Innocent lines of a hand, ten to a page, as a day has: each is one more chance to be wrong. */
export function pagesOf(some: readonly Line[]): Line[] {
  const innocent = some.filter(line => !line.card && line.file !== 'demo')
  const count = Math.floor(innocent.length / 10)
  return Array.from({ length: count }, (_, from) => ({
    kind: 'page',
    file: 'page',
    card: undefined,
    text: innocent
      .filter((_, at) => at % count === from)
      .map(({ text }) => (/[.!?]$/.test(text) ? text : `${text}.`))
      .slice(0, 10)
      .join(' '),
  }))
}

/** `## calls | KIND | CARD` or `## innocent | KIND`, then a line each. */
function linesOf(file: URL): Line[] {
  return readFileSync(file, 'utf8')
    .split(/^## /m)
    .slice(1)
    .flatMap(block => {
      const [head = '', ...texts] = block.trim().split('\n')
      const [calls, kind = '', card] = head.split(' | ')
      return texts
        .filter(text => text !== '')
        .map(text => ({
          text,
          kind,
          file: file.pathname.replace(/.*\/|\.txt$/g, ''),
          card: calls === 'calls' ? card : undefined,
        }))
    })
}

/** A small generator of numbers that are the same each time. */
export function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  let state = seed * 2654435761 + 1
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 4294967296) * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

export interface Example {
  readonly windows: readonly Uint32Array[]
  readonly is: boolean
}

export interface Model {
  readonly weights: Float64Array
  readonly bias: number
}

export function scoreOf({ weights, bias }: Model, buckets: Uint32Array): number {
  let sum = 0
  for (const bucket of buckets) sum += weights[bucket] ?? 0
  return bias + sum / normOf(buckets.length)
}

interface How {
  /** Buckets: a power of two. */
  readonly size: number
  readonly rounds: number
  readonly l2: number
  readonly rate: number
}

/** Examples for a model of fewer buckets: they share them. */
export const foldedTo = (size: number, examples: readonly Example[]): Example[] =>
  examples.map(({ windows, is }) => ({
    windows: windows.map(window => window.map(bucket => bucket & (size - 1))),
    is,
  }))

/** Chosen by cross-validation (`npm run care:try`). */
export const how = { rounds: 8, l2: 1e-2, rate: 0.12 }

/**
 * Logistic regression by stochastic gradient descent with Adagrad; a calling line counts by its strongest window. The
 * weights are the mean of the later half of the rounds.
 */
export function train(examples: readonly Example[], how: How): Model {
  const weights = new Float64Array(how.size)
  const squares = new Float64Array(how.size).fill(1e-3)
  let bias = 0
  let biasSquares = 1e-3
  const step = (buckets: Uint32Array, is: boolean, rate: number) => {
    const norm = 1 / normOf(buckets.length)
    const wrong = 1 / (1 + Math.exp(-scoreOf({ weights, bias }, buckets))) - (is ? 1 : 0)
    for (const bucket of buckets) {
      const weight = weights[bucket] ?? 0
      const slope = wrong * norm + how.l2 * weight
      squares[bucket] = (squares[bucket] ?? 0) + slope * slope
      weights[bucket] = weight - (rate * slope) / Math.sqrt(squares[bucket] ?? 1)
    }
    biasSquares += wrong * wrong
    bias -= (rate * wrong) / Math.sqrt(biasSquares)
  }
  const mean: { weights: Float64Array; bias: number } = {
    weights: new Float64Array(how.size),
    bias: 0,
  }
  for (let round = 0; round < how.rounds; round++) {
    for (const at of shuffled(examples.length, round + 1)) {
      const example = examples[at]
      if (!example) continue
      let best: Uint32Array | undefined
      let most = -Infinity
      for (const window of example.windows) {
        const score = scoreOf({ weights, bias }, window)
        if (score > most) [most, best] = [score, window]
      }
      if (best) step(best, example.is, how.rate)
    }
    if (round < how.rounds / 2) continue
    mean.weights.forEach((sum, bucket) => {
      mean.weights[bucket] = sum + (2 * (weights[bucket] ?? 0)) / how.rounds
    })
    mean.bias += (2 * bias) / how.rounds
  }
  return mean
}
