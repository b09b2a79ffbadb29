// Made-up journals of which the truth is known.
import { addDays, asDay } from '../src/journal/day.ts'
import type { DayFacts, Factor } from '../src/reflect/factor-days.ts'
import { type Generator, generatorFrom } from '../src/reflect/statistics/generator.ts'

type Range = readonly [low: number, high: number]

/** How mood and habits go in a made-up life. Ranges are drawn from once a journal. */
export interface World {
  /**
   * How mood lingers: for a day or two (AR .4–.6), for weeks below the noise of single days (AR .85), between two
   * levels that last for weeks, or with a memory that never quite ends (ARFIMA, d .3–.45).
   */
  readonly mood: 'lingering' | 'slow' | 'regimes' | 'long memory'
  /** Points between the best and the worst weekday. */
  readonly weekly: Range
  /** Points by which mood swings to either side in waves of 90 to 365 days; habits may swing along. */
  readonly season: Range
  /** Points by which mood drifts over the whole journal; half of the habits drift along. */
  readonly drift: Range
  /**
   * What habits go by: nothing but themselves, the day of the week, the season, or the mood of the day before;
   * or they come in long runs.
   */
  readonly habits: 'loose' | 'weekday' | 'season' | 'answering' | 'runs'
  /** Whether days are written when mood is low, or when one of some habits happened, much more than else. */
  readonly selective: boolean
  /** What the planted habit adds to mood, in points on the 1–5 scale, on average over the days; 0 for none. */
  readonly effect: number
  /** Whether the planted habit works on the day itself or on the day after. */
  readonly delay: 0 | 1
  /** Whether another habit comes along on 85% of the days of the planted one. */
  readonly companion: boolean
  /** How many habits there are to be looked at, beside the weekend. */
  readonly count: number
  /** Points by which mood rises evenly in a month. */
  readonly slopePerMonth: number
}

export interface Journal {
  readonly days: DayFacts[]
  /** What each weekday adds to mood, Monday first. */
  readonly week: readonly number[]
}

export const planted = 'tag:planted'

export function journalOf(world: World, ratedDays: number, seed: number): Journal {
  const random = generatorFrom(seed)
  const between = ([low, high]: Range) => low + (high - low) * random()
  const { level, missing, missingWhenLow } = {
    level: between([2.5, 3.5]),
    missing: world.selective ? between([0.6, 0.85]) : between([0.05, 0.35]),
    missingWhenLow: world.selective ? -0.6 : between([0, 0.3]),
  }
  // Enough days that the wanted number of rated ones is never lacking.
  const length = Math.ceil(ratedDays / (1 - missing - Math.max(0, missingWhenLow))) + 60
  const span = ratedDays / Math.max(0.2, 1 - missing - missingWhenLow / 3)

  // Drift is over the rated part, about its middle: even, or quick at first and then slower, as mending often is.
  const quick = random() < 0.5
  const drift = between(world.drift) * (random() < 0.5 ? 1 : -1)
  const course = Array.from({ length }, (_, i) => {
    const t = i / span
    return (quick ? 1.06 * (1 - Math.exp(-3 * t)) : t) - 0.5
  })
  const period = between([90, 365])
  const phase = between([0, 2 * Math.PI])
  const swing = between(world.season)
  const wave = (i: number, lag = 0) => Math.sin((2 * Math.PI * i) / period + phase + lag)
  const week = weekOf(between(world.weekly), random)
  const base = course.map(
    (c, i) =>
      level +
      drift * c +
      swing * wave(i) +
      (week[i % 7] ?? 0) +
      (world.slopePerMonth * (i - span / 2)) / 30.4375,
  )
  const { noise, spread } = noiseOf(world.mood, length, random)

  const chances = Array.from({ length: world.count }, () => {
    const by = random()
    return {
      usual: between([0.15, 0.6]),
      habit: between(world.habits === 'runs' ? [0.7, 0.92] : [0, 0.8]),
      drift: drift !== 0 && by < 0.5 ? between([-2, 2]) : 0,
      answer: world.habits === 'answering' && by < 0.7 ? between([-3, 3]) : 0,
      swing: world.habits === 'season' && by < 0.7 ? between([-2.5, 2.5]) : 0,
      lag: between([-0.5, 0.5]),
      onWeekday: Array.from({ length: 7 }, () => (random() < 0.35 ? 0.85 : 0.08)),
    }
  })
  const had = chances.map(() => new Array<boolean>(length).fill(false))
  const felt: number[] = []
  const mood: number[] = []
  const shift = world.effect === 0 ? 0 : shiftFor(world.effect, base, spread)
  const along = between([0.1, 0.3])
  for (let i = 0; i < length; i++) {
    for (const [f, chance] of chances.entries()) {
      const pull =
        chance.drift * (course[i] ?? 0) +
        chance.swing * wave(i, chance.lag) +
        chance.answer * ((mood[i - 1] ?? level) - level)
      const usual = logistic(Math.log(chance.usual / (1 - chance.usual)) + pull)
      const before = had[f]?.[i - 1] ?? random() < usual
      const lasting = before ? usual + chance.habit * (1 - usual) : usual * (1 - chance.habit)
      const yes = world.habits === 'weekday' ? (chance.onWeekday[i % 7] ?? 0) : lasting
      had[f]![i] = random() < yes
    }
    if (world.companion) had[1]![i] = random() < (had[0]![i] ? 0.85 : along)
    felt.push(base[i]! + ((had[0]![i - world.delay] ?? false) ? shift : 0))
    mood.push(Math.min(5, Math.max(1, Math.round(felt[i]! + noise[i]!))))
  }

  const start = asDay('2024-01-01')
  const days: DayFacts[] = []
  for (let i = 0, rated = 0; i < length && rated < ratedDays; i++) {
    const happened = world.selective && had[2]![i] ? 0.6 : 0
    const absent = random() < missing - happened + (mood[i]! <= 2 ? missingWhenLow : 0)
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
  }
  return { days, week }
}

/** What each weekday adds, so many points between the best and the worst; sums to nothing. */
function weekOf(range: number, random: Generator): number[] {
  const raw = Array.from({ length: 7 }, random)
  const [low, high] = [Math.min(...raw), Math.max(...raw)]
  const scaled = raw.map(x => (range * (x - low)) / (high - low))
  const centre = scaled.reduce((a, b) => a + b, 0) / 7
  return scaled.map(x => x - centre)
}

/** What chance adds to mood day by day, and how widely it is spread. */
function noiseOf(kind: World['mood'], length: number, random: Generator) {
  const between = (low: number, high: number) => low + (high - low) * random()
  const lingering = (carry: number, spread: number) => {
    let now = spread * normal(random)
    return Array.from({ length }, () => {
      const today = now
      now = carry * now + Math.sqrt(1 - carry ** 2) * spread * normal(random)
      return today
    })
  }
  switch (kind) {
    case 'lingering': {
      const carry = between(0.4, 0.6)
      const spread = between(0.8, 1.1)
      return { noise: lingering(carry, spread), spread }
    }
    case 'slow': {
      const [slow, daily] = [between(0.6, 0.9), between(0.4, 0.7)]
      const noise = lingering(0.85, slow).map(x => x + daily * normal(random))
      return { noise, spread: Math.hypot(slow, daily) }
    }
    case 'regimes': {
      const [step, daily, stay] = [between(0.5, 0.9), between(0.5, 0.7), between(15, 40)]
      let up = random() < 0.5
      const noise = lingering(0.3, daily).map(x => {
        if (random() < 1 / stay) up = !up
        return x + (up ? step : -step)
      })
      return { noise, spread: Math.hypot(step, daily) }
    }
    case 'long memory': {
      // Fractionally integrated noise, from the weights of its moving average; begun long before the first day.
      const d = between(0.3, 0.45)
      const spread = between(0.8, 1)
      const weights = [1]
      for (let k = 1; k < 400; k++) weights.push((weights[k - 1]! * (k - 1 + d)) / k)
      const size = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0))
      const shocks = Array.from({ length: length + 400 }, () => normal(random))
      const noise = Array.from(
        { length },
        (_, i) =>
          (spread / size) * weights.reduce((sum, w, k) => sum + w * shocks[i + 400 - k]!, 0),
      )
      return { noise, spread }
    }
  }
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
