import { netNormOf } from '../src/care/features.ts'
import type { Example } from './care-training.ts'
import { shuffled } from './care-training.ts'

/**
 * Learns the small net of the learned look: the buckets of a window, two hidden units, and two things that it may
 * be about. The hidden units see which words call together only; the linear model beside it adds each by itself.
 */

/** What a text may be about: each by itself, since it may be both. */
const sides = ['self-harm', 'violence'] as const
export const units = 2

/** An example, and for each of the sides whether it is about that. */
export interface SidedExample extends Pick<Example, 'windows'> {
  readonly about: readonly boolean[]
}

/** For each side whether a card is about it; where that was not noted it is about self-harm. */
export const aboutOf = (card: string | undefined): boolean[] => [
  card === 'self-harm' || card === 'both' || card === 'either',
  card === 'violence' || card === 'both',
]

export interface Net {
  /** For each bucket as many weights as there are hidden units. */
  readonly weights: Float32Array
  readonly biases: Float32Array
  /** For each side a weight a hidden unit. */
  readonly out: Float32Array
  readonly outBiases: Float32Array
}

/** A net whose weights are each one of a few. */
export interface CoarseNet extends Net {
  /** For each unit what its weights may be. */
  readonly sizes: readonly (readonly number[])[]
}

/** Chosen by cross-validation. Of the buckets of a window some are left out at random, so that none is leant on. */
const how = { rounds: 6, rate: 0.1, l2: 1e-3, leftOut: 0.4 }

/** Numbers between 0 and 1, the same each time. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The greater of what the net says for each side. */
export function netScore(net: Net, window: Uint32Array): number {
  return Math.max(...outputs(net, hiddenOf(net, window)))
}

function hiddenOf({ weights, biases }: Net, window: Uint32Array): Float32Array {
  const sums = new Float32Array(units)
  for (const bucket of window) {
    for (let unit = 0; unit < units; unit++)
      sums[unit] = at(sums, unit) + at(weights, bucket * units + unit)
  }
  return sums.map((sum, unit) => Math.tanh(sum / netNormOf(window.length) + at(biases, unit)))
}

const outputs = ({ out, outBiases }: Net, hidden: Float32Array): number[] =>
  sides.map((_, side) =>
    hidden.reduce((sum, is, unit) => sum + is * at(out, side * units + unit), at(outBiases, side)),
  )

const at = (numbers: Float32Array, place: number): number => numbers[place] ?? 0

/** Stochastic gradient descent with Adagrad, as the linear model; an example counts by its strongest window. */
export function trainNet(examples: readonly SidedExample[], size: number): CoarseNet {
  const random = numbersFrom(1)
  const net: Net = {
    weights: new Float32Array(size * units).map(() => (random() - 0.5) * 0.2),
    biases: new Float32Array(units),
    out: new Float32Array(sides.length * units).map(() => (random() - 0.5) * 2),
    outBiases: new Float32Array(sides.length),
  }
  const squares: Net = {
    weights: new Float32Array(net.weights.length).fill(1e-3),
    biases: new Float32Array(units).fill(1e-2),
    out: new Float32Array(net.out.length).fill(1e-2),
    outBiases: new Float32Array(sides.length).fill(1e-2),
  }
  for (let round = 0; round < how.rounds; round++) {
    const rate = how.rate * (1 - (0.9 * round) / how.rounds)
    const move = (part: keyof Net, place: number, slope: number) => {
      const sum = at(squares[part], place) + slope * slope
      squares[part][place] = sum
      net[part][place] = at(net[part], place) - (rate * slope) / Math.sqrt(sum)
    }
    for (const place of shuffled(examples.length, round + 1)) {
      const example = examples[place]
      const strongest = example && strongestOf(net, example.windows)
      if (!strongest) continue
      const window = strongest.filter(() => random() > how.leftOut)
      const norm = netNormOf(window.length)
      const hidden = hiddenOf(net, window)
      const back = new Float32Array(units)
      outputs(net, hidden).forEach((output, side) => {
        const wrong = 1 / (1 + Math.exp(-output)) - (example.about[side] ? 1 : 0)
        hidden.forEach((is, unit) => {
          const weight = at(net.out, side * units + unit)
          back[unit] = at(back, unit) + wrong * weight
          move('out', side * units + unit, wrong * is + 1e-4 * weight)
        })
        move('outBiases', side, wrong)
      })
      const slopes = back.map((slope, unit) => slope * (1 - at(hidden, unit) ** 2))
      slopes.forEach((slope, unit) => {
        move('biases', unit, slope)
      })
      for (const bucket of window) {
        for (let unit = 0; unit < units; unit++) {
          const weight = bucket * units + unit
          move('weights', weight, (at(slopes, unit) + how.l2 * at(net.weights, weight)) / norm)
        }
      }
    }
  }
  return coarse(net)
}

function strongestOf(net: Net, windows: readonly Uint32Array[]): Uint32Array | undefined {
  if (windows.length < 2) return windows[0]
  const scores = windows.map(window => netScore(net, window))
  return windows[scores.indexOf(Math.max(...scores))]
}

/** The nine sizes that the weights of a unit may have, from the least to the greatest; close together about nothing. */
function sizesOf(weights: Float32Array, unit: number): number[] {
  const own = weights.filter((_, place) => place % units === unit)
  const usual = Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0) / own.length)
  const most = own.reduce((so, weight) => Math.max(so, Math.abs(weight)), 0)
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(size =>
    Math.fround(Math.sign(size) * Math.min(most, 8 * usual) * (size / 4) ** 2),
  )
}

/** Each weight as the nearest of the nine sizes of its unit, so that two fit into a letter. */
function coarse(net: Net): CoarseNet {
  const sizes = Array.from({ length: units }, (_, unit) => sizesOf(net.weights, unit))
  const nearest = (weight: number, unit: number) =>
    (sizes[unit] ?? []).reduce(
      (best, size) => (Math.abs(size - weight) < Math.abs(best - weight) ? size : best),
      0,
    )
  return { ...net, sizes, weights: net.weights.map((weight, at) => nearest(weight, at % units)) }
}
