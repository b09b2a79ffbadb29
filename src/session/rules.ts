import type { Day } from '../journal/day.ts'
import { daysBetween } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { isTender, TENDER_WEEKS } from '../journal/season.ts'
import type { Season } from '../settings/settings.ts'
import type { Angle, Prompt } from '../themes/prompt.ts'
import { openers } from '../themes/prompts.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Past } from './past.ts'

/** Everything choosing goes by: the same circumstances always give the same prompts. */
export interface Circumstances {
  readonly day: Day
  /** Kept in the journal, so that two journals do not walk in step. */
  readonly seed: string
  readonly mood?: Scale
  /** A day the person marked as hard. */
  readonly hard: boolean
  readonly season: Season
  /** Whole weeks since the season began, when that was said. */
  readonly weeks?: number
  /** The session asks the second questions too. */
  readonly deep: boolean
  readonly past: Past
  readonly muted: ReadonlySet<string>
  /** Ids of prompts the person added. */
  readonly own: ReadonlySet<string>
}

/** A prompt rests so many days before it comes again. */
export const REST_DAYS = 21

interface Guard {
  readonly when: string
  readonly rule: string
  bars(prompt: Prompt, now: Circumstances, first: boolean): boolean
}

interface Leaning {
  readonly when: string
  readonly rule: string
  points(prompt: Prompt, now: Circumstances): number
  /** Said after "Chosen because". */
  because?(prompt: Prompt, now: Circumstances): string
}

const low = (now: Circumstances): boolean => now.mood !== undefined && now.mood <= 2
const tender = (now: Circumstances): boolean => low(now) || now.hard
const good = (now: Circumstances): boolean => !now.hard && now.mood !== undefined && now.mood >= 4
const leftLower = (now: Circumstances): boolean => now.past.lowerInARow >= 3
const early = (now: Circumstances): boolean => isTender(now.weeks)
const has = (prompt: Prompt, ...angles: Angle[]): boolean =>
  angles.some(angle => prompt.angles?.includes(angle))
/** Days since a prompt was shown last. */
export const restedDays = (prompt: Prompt, now: Circumstances): number | undefined => {
  const asked = now.past.asked.get(prompt.id)
  return asked === undefined ? undefined : daysBetween(asked, now.day)
}
const kindOfDay = (now: Circumstances): string => (now.hard ? 'is a hard date' : 'is low')

const seasonWords = (season: Season): string =>
  season === 'addiction' ? 'recovery' : season === 'loss' ? 'a loss' : `a ${season}`

/** What is never asked. docs/choosing.md holds the same table; a test compares them. */
export const guards: readonly Guard[] = [
  {
    when: 'You muted the prompt',
    rule: 'It is not asked.',
    bars: (prompt, now) => now.muted.has(prompt.id),
  },
  {
    when: 'The prompt is for a season that is not yours',
    rule: 'It is not asked.',
    bars: ({ situations }, now) =>
      !situations.includes('general') &&
      (now.season === 'none' || !situations.includes(now.season)),
  },
  {
    when: 'The mood today is 1 or 2, or the day is one you marked as hard',
    rule: 'No deep and no silver-lining prompts. The first prompt does not ask for thanks.',
    bars: (prompt, now, first) =>
      tender(now) &&
      (prompt.depth === 'deep' ||
        has(prompt, 'silver-lining') ||
        (first && has(prompt, 'gratitude'))),
  },
  {
    when: 'The mood today was not given',
    rule: 'No deep prompts: the day may be low.',
    bars: (prompt, now) => now.mood === undefined && prompt.depth === 'deep',
  },
  {
    when: `The season began less than ${TENDER_WEEKS} weeks ago`,
    rule: 'No silver-lining prompts.',
    bars: (prompt, now) => early(now) && has(prompt, 'silver-lining'),
  },
  {
    when: 'The last three sessions left you lower than you came',
    rule: 'No deep prompts.',
    bars: (prompt, now) => leftLower(now) && prompt.depth === 'deep',
  },
]

/** What is rather asked; the points are added up. */
export const leanings: readonly Leaning[] = [
  {
    when: 'Time since the prompt was shown last',
    rule: '1 point for every 4 weeks, up to 6. Never shown: 6 points.',
    points: (prompt, now) => Math.min(6, Math.floor((restedDays(prompt, now) ?? 999) / 28)),
  },
  {
    when: 'No session was kept yet',
    rule: 'Prompts that are easy to begin with: 8 points.',
    points: (prompt, now) => (now.past.lastSession === undefined && openers.has(prompt.id) ? 8 : 0),
    because: () => 'it is an easy one to begin with',
  },
  {
    when: 'The mood today is 1 or 2, or the day is one you marked as hard',
    rule: 'Gentle prompts: 4 points.',
    points: (prompt, now) => (tender(now) && prompt.depth === 'gentle' ? 4 : 0),
    because: (_, now) => `today ${kindOfDay(now)} and this one is gentle`,
  },
  {
    when: 'The same topic came up on the last three rated days, and all were low',
    rule: 'Prompts that step back or ask for a small deed: 6 points.',
    points: (prompt, now) =>
      now.past.lowTopic !== undefined && has(prompt, 'distance', 'action') ? 6 : 0,
    because: prompt =>
      has(prompt, 'distance')
        ? 'the last days were low and this one takes a step back'
        : 'the last days were low and this one asks for something small to do',
  },
  {
    when: 'The last three sessions left you lower than you came',
    rule: 'Gentle prompts, and those that step back or lead to a person: 3 points.',
    points: (prompt, now) =>
      leftLower(now) && (prompt.depth === 'gentle' || has(prompt, 'distance', 'connection'))
        ? 3
        : 0,
    because: () => 'writing left you lower lately and this one goes softly',
  },
  {
    when: 'The prompt was written for your season',
    rule: '2 points.',
    points: ({ situations }, now) =>
      now.season !== 'none' && now.season !== 'general' && situations.includes(now.season) ? 2 : 0,
    because: (_, now) => `it was written for ${seasonWords(now.season)}`,
  },
  {
    when: `The season began less than ${TENDER_WEEKS} weeks ago`,
    rule: 'Gentle prompts: 1 point.',
    points: (prompt, now) => (early(now) && prompt.depth === 'gentle' ? 1 : 0),
    because: () => 'these are early weeks and this one is gentle',
  },
  {
    when: 'The mood today is 3, and the day is not hard',
    rule: 'Gentle and steady prompts: 2 points.',
    points: (prompt, now) => (!now.hard && now.mood === 3 && prompt.depth !== 'deep' ? 2 : 0),
  },
  {
    when: 'The mood today is 4 or 5, and the day is not hard',
    rule: 'Steady and deep prompts: 2 points.',
    points: (prompt, now) => (good(now) && prompt.depth !== 'gentle' ? 2 : 0),
    because: () => 'today has some room and this one asks a little more',
  },
  {
    when: 'The session is a long one and today is not low',
    rule: 'Deep prompts: 1 point.',
    points: (prompt, now) => (now.deep && !tender(now) && prompt.depth === 'deep' ? 1 : 0),
    because: () => 'you have time today',
  },
  {
    when: 'You added the prompt yourself',
    rule: '1 point.',
    points: (prompt, now) => (now.own.has(prompt.id) ? 1 : 0),
    because: () => 'you added it yourself',
  },
  {
    when: 'What is equal otherwise',
    rule: 'Less than 1 point, drawn from the seed of the journal, the day and the prompt.',
    points: (prompt, now) => chance(now.seed, now.day, prompt.id),
  },
]

/** What a short session goes by when it picks its one theme: visits on the last 28 days, less these. */
export const themeLeanings: readonly {
  readonly when: string
  readonly less: Readonly<Partial<Record<ThemeId, number>>>
  holds(now: Circumstances): boolean
}[] = [
  {
    when: 'The mood today is 1 or 2, or the day is one you marked as hard',
    less: { compassion: 2, support: 1.5, shared: 0.5 },
    holds: tender,
  },
  {
    when: 'The mood today is 4 or 5, and the day is not hard',
    less: { growth: 1.5, accountability: 1, shared: 0.5 },
    holds: good,
  },
]

/** A number from 0 to just under 1 that looks like chance and is always the same for the same words. */
export function chance(...words: string[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  // FNV leaves the high bits of short texts alike; two more rounds spread them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
