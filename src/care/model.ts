import { netNormOf, normOf, readingOf } from './features.ts'
import type { Head } from './learned.ts'
import { aboutAnother, aboutViolence, calls, net } from './learned.ts'
import type { Strengths } from './threshold.ts'
import { netShare, surplusOf } from './threshold.ts'

/** A score so near to nothing does not say which card. */
const unsure = 1.6

/** Few lines are about somebody else, so that this head says so too seldom: a little below nothing is enough. */
const another = -0.5

/** What the learned look makes of a text. */
export interface Learned extends Strengths {
  /** `both` where it cannot tell. */
  readonly about: 'self-harm' | 'violence' | 'both'
  readonly whom: 'me' | 'another'
  /** Of the strongest three sentences, or of the strongest one by itself: an ordinary day must not drown it. */
  readonly score: number
  /** What the score is above the threshold: above nothing, it calls for a card on its own. */
  readonly surplus: number
}

/** How strongly a text calls for a card: a linear model and a small net, added. */
export function learnedLook(text: string): Learned | undefined {
  const strengths = strengthsOf(text, callOf, weightInCalls)
  if (!strengths) return undefined
  const side = scoreOf(aboutViolence, strengths.strongest)
  return {
    ...strengths,
    about: Math.abs(side) < unsure ? 'both' : side > 0 ? 'violence' : 'self-harm',
    whom: scoreOf(aboutAnother, strengths.strongest) > another ? 'another' : 'me',
    score: Math.max(strengths.most, strengths.alone),
    surplus: surplusOf(strengths),
  }
}

/** Reads a text in windows of three sentences, and each sentence by itself. Nothing, where it has no words. */
export function strengthsOf(
  text: string,
  score: (window: Uint32Array) => number,
  weigh?: (bucket: number) => number,
): (Strengths & { readonly strongest: Uint32Array }) | undefined {
  const windowsOf = readingOf(text, weigh)
  const { most, strongest, count: windows } = strongestOf(windowsOf(), score)
  if (!strongest) return undefined
  const { most: alone, count: sentences } = strongestOf(windowsOf(1), score)
  return { most, alone, windows, sentences, strongest }
}

function strongestOf(all: Iterable<Uint32Array>, score: (window: Uint32Array) => number) {
  let count = 0
  let most = -Infinity
  let strongest: Uint32Array | undefined
  for (const window of all) {
    count++
    const its = score(window)
    if (its > most) [most, strongest] = [its, window]
  }
  return { most, strongest, count }
}

const callOf = (window: Uint32Array): number =>
  scoreOf(calls, window) + netShare * Math.max(...netScores(window))

function scoreOf({ bias, step, weights }: Head, window: Uint32Array): number {
  let sum = 0
  for (const bucket of window) sum += weightOf(weights.charCodeAt(bucket & (weights.length - 1)))
  return bias + (step * sum) / normOf(window.length)
}

const weightInCalls = (bucket: number): number => weightOf(calls.weights.charCodeAt(bucket))

/** A letter is a weight: 86 letters from "(" to "~" without the backslash, of which "S" is nothing. */
const weightOf = (code: number): number => (code > 92 ? code - 1 : code) - 83

/** What each letter of the net adds to its two units: two weights of nine sizes. */
const [toFirst, toSecond] = [
  (pair: number) => net.sizes[0]?.[Math.floor(pair / 9)],
  (pair: number) => net.sizes[1]?.[pair % 9],
].map(weigh => Float64Array.from({ length: 127 }, (_, code) => weigh(weightOf(code) + 40) ?? 0))

/** What the small net says of each side: that it is about self-harm, that it is about violence. */
function netScores(window: Uint32Array): number[] {
  let [first, second] = [0, 0]
  for (const bucket of window) {
    const letter = net.weights.charCodeAt(bucket)
    first += toFirst?.[letter] ?? 0
    second += toSecond?.[letter] ?? 0
  }
  const hidden = [first, second].map((sum, unit) =>
    Math.tanh(sum / netNormOf(window.length) + (net.biases[unit] ?? 0)),
  )
  return net.out.map(({ bias, weights }) =>
    weights.reduce((sum, weight, unit) => sum + weight * (hidden[unit] ?? 0), bias),
  )
}
