// Made-up journals of which the truth is known.
import { addDays, asDay, type Day } from '../src/journal/day.ts'
import type { DayFacts, Factor } from '../src/reflect/factor-days.ts'
import { type Generator, generatorFrom } from '../src/reflect/statistics/generator.ts'

export interface Plan {
  readonly seed: number
  readonly ratedDays: number
  /** What the planted factor adds to mood, in points on the 1–5 scale, on average over the days; 0 for none. */
  readonly effect: number
  /** Whether the planted factor works on the day itself or on the day after. */
  readonly delay: 0 | 1
  /** Whether mood and some factors drift together over the journal. */
  readonly drift: boolean
  /** Points by which mood rises evenly in a month. */
  readonly slopePerMonth: number
  /** Whether some factors answer to the mood of the day before, as reaching out when low does. */
  readonly answering: boolean
}

export interface Journal {
  readonly days: DayFacts[]
  /** For each rated day the mood it would have on average, if chance drew these very days over and over. */
  readonly expectedMood: ReadonlyMap<Day, number>
}

export const planted = 'tag:planted'
const candidates = 14

export function journalOf(plan: Plan): Journal {
  const random = generatorFrom(plan.seed)
  const between = (low: number, high: number) => low + (high - low) * random()
  const lingering = between(0.4, 0.6)
  const spread = between(0.8, 1.1)
  const level = between(2.5, 3.5)
  const missing = between(0.05, 0.35)
  const missingWhenLow = between(0, 0.3)
  // Enough days that the wanted number of rated ones is never lacking.
  const length = Math.ceil(plan.ratedDays / (1 - missing - missingWhenLow)) + 60

  // Drift is over the rated part, about its middle: even, or quick at first and then slower, as mending often is.
  const quick = random() < 0.5
  const rise = plan.drift ? between(-1.5, 1.5) : 0
  const course = Array.from({ length }, (_, i) => {
    const t = i / (plan.ratedDays / (1 - missing - missingWhenLow / 3))
    return (quick ? 1.06 * (1 - Math.exp(-3 * t)) : t) - 0.5
  })
  const base = course.map(
    (c, i) => level + rise * c + (plan.slopePerMonth * (i - (plan.ratedDays * 1.3) / 2)) / 30.4375,
  )

  const chances = Array.from({ length: candidates }, () => ({
    usual: between(0.15, 0.6),
    habit: between(0, 0.8),
    drift: plan.drift && random() < 0.5 ? between(-2, 2) : 0,
    answer: plan.answering && random() < 0.5 ? between(-1, 1) : 0,
  }))
  const had = chances.map(() => new Array<boolean>(length).fill(false))
  const felt: number[] = []
  const mood: number[] = []
  const shift = plan.effect === 0 ? 0 : shiftFor(plan.effect, base, spread)
  let carried = spread * normal(random)
  for (let i = 0; i < length; i++) {
    for (const [f, chance] of chances.entries()) {
      const pull =
        chance.drift * (course[i] ?? 0) + chance.answer * ((mood[i - 1] ?? level) - level)
      const usual = logistic(Math.log(chance.usual / (1 - chance.usual)) + pull)
      const yes =
        (had[f]?.[i - 1] ?? random() < usual)
          ? usual + chance.habit * (1 - usual)
          : usual * (1 - chance.habit)
      had[f]![i] = random() < yes
    }
    const here = (had[0]![i - plan.delay] ?? false) ? shift : 0
    felt.push(base[i]! + here)
    mood.push(Math.min(5, Math.max(1, Math.round(felt[i]! + carried))))
    carried = lingering * carried + Math.sqrt(1 - lingering ** 2) * spread * normal(random)
  }

  const start = asDay('2024-01-01')
  const days: DayFacts[] = []
  const expectedMood = new Map<Day, number>()
  for (let i = 0, rated = 0; i < length && rated < plan.ratedDays; i++) {
    const absent = random() < missing + (mood[i]! <= 2 ? missingWhenLow : 0)
    if (absent && random() < 0.6) continue
    const factors = new Map<string, Factor>()
    for (const [f, on] of had.entries()) {
      const id = f === 0 ? planted : `tag:${String.fromCharCode(97 + f)}`
      if (on[i]) factors.set(id, { id, family: 'tag', label: id.slice(4) })
    }
    const day = addDays(start, i)
    if (absent) {
      days.push({ day, factors })
      continue
    }
    rated++
    days.push({ day, factors, mood: mood[i]! })
    expectedMood.set(day, meanRating(felt[i]!, spread))
  }
  return { days, expectedMood }
}

/** The shift of what is felt that moves the rating, rounded and held to 1–5, by `effect` on average. */
function shiftFor(effect: number, base: readonly number[], spread: number): number {
  const some = base.filter((_, i) => i % Math.ceil(base.length / 40) === 0)
  const moved = (shift: number) =>
    some.reduce((sum, x) => sum + meanRating(x + shift, spread) - meanRating(x, spread), 0) /
    some.length
  let [low, high] = [0, 6]
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (moved(middle) < effect) low = middle
    else high = middle
  }
  return low
}

/** The mean rating, 1 to 5, of a feeling spread normally about `centre`. */
function meanRating(centre: number, spread: number): number {
  return [1.5, 2.5, 3.5, 4.5].reduce((sum, step) => sum + normalBelow((centre - step) / spread), 1)
}

/** Abramowitz and Stegun 26.2.17, good to 7 digits. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z > 0 ? 1 - tail : tail
}

function normal(random: Generator): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
