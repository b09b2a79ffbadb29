import type { Day } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { isTender, TENDER_WEEKS } from '../journal/season.ts'
import type { Season } from '../settings/settings.ts'
import type { Angle, Need, Prompt, Situation, Topic } from '../themes/prompt.ts'
import { openers, promptIds } from '../themes/prompts.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Past } from './past.ts'
import { isLongAway } from './past.ts'

/** Everything choosing goes by: the same circumstances always give the same prompts. */
export interface Circumstances {
  readonly day: Day
  /** A number from 0 to just under 1 for a prompt or a theme: the same all day, and another in each journal. */
  readonly lot: (name: string) => number
  readonly mood?: Scale
  /** A day the person marked as hard. */
  readonly hard: boolean
  /** Words that were written today called for help. */
  readonly calling: boolean
  readonly season: Season
  /** Whole weeks since the season began, when that was said. */
  readonly weeks?: number
  /** What else the person said is going on. */
  readonly topics: readonly Topic[]
  /** The themes whose turn it is to ask something written for the season or a topic. */
  readonly turn: ReadonlySet<ThemeId>
  /** The hour of the clock, where it is known. */
  readonly hour?: number
  /** The hour until which the night belongs to the evening before. */
  readonly nightEnds: number
  /** Feeling words of today. */
  readonly feelings: readonly string[]
  /** Only keys are pressed: nothing is written. */
  readonly choicesOnly: boolean
  /** The session asks the second questions too. */
  readonly deep: boolean
  readonly past: Past
  readonly muted: ReadonlySet<string>
  /** Ids of prompts the person added. */
  readonly own: ReadonlySet<string>
}

/** A prompt rests so many days before it comes again. */
export const REST_DAYS = 21
/** After a session that asked about the season, it is left alone for so many days. */
export const SEASON_REST_DAYS = 3
/** Recovery counts as first days for so many weeks. */
const FIRST_DAYS_WEEKS = 3
const NOON = 12
const EVENING = 17

/** A rule, and when it counts. */
interface Rule {
  readonly when: string
  readonly rule: string
  /** Whether it is a day for it at all, which is asked once and not of each prompt; left out, every day is. */
  holds?(now: Circumstances): boolean
}

interface Guard extends Rule {
  bars(prompt: Prompt, now: Circumstances, first: boolean): boolean
}

interface Leaning extends Rule {
  points(prompt: Prompt, now: Circumstances): number
  /** Said after "Chosen because". */
  because?(prompt: Prompt, now: Circumstances): string
}

const low = (now: Circumstances): boolean => now.mood !== undefined && now.mood <= 2
const tender = (now: Circumstances): boolean => low(now) || now.hard || now.calling
const good = (now: Circumstances): boolean =>
  !tender(now) && now.mood !== undefined && now.mood >= 4
const leftLower = (now: Circumstances): boolean => now.past.lowerInARow >= 3
const inFirstWeeks = (now: Circumstances): boolean => isTender(now.weeks)
/** Whoever comes back after a long pause begins as on a first day. */
const isBeginning = ({ past, day }: Circumstances): boolean => isLongAway(past.lastSession, day)
/** Whoever did not say when it began may be at its beginning; topics have no start at all. */
const early = (now: Circumstances): boolean =>
  now.weeks === undefined || inFirstWeeks(now) || now.topics.length > 0
const has = (prompt: Prompt, ...angles: Angle[]): boolean =>
  angles.some(angle => prompt.angles?.includes(angle))
/** Days since a prompt was shown last, by whichever of its ids. */
export const restedDays = (prompt: Prompt, now: Circumstances): number | undefined => {
  let least: number | undefined
  for (const id of promptIds(prompt)) {
    const days = now.past.askedAgo.get(id)
    if (days !== undefined && (least === undefined || days < least)) least = days
  }
  return least
}

/** Written for some and not for everybody. */
export const isForSome = ({ situations }: Prompt): boolean => !situations.includes('general')

/** Whether the person is in a situation that only some are in. */
function isIn(situation: Situation, now: Circumstances): boolean {
  if (situation === 'hard-date') return now.hard
  if (situation === now.season || now.topics.some(topic => topic === situation)) return true
  const firstDays = now.weeks !== undefined && now.weeks < FIRST_DAYS_WEEKS
  return situation === 'first-days' && now.season === 'addiction' && firstDays
}

/** Whether the day is as a question needs it. An hour that is not known bars nothing. */
function meets(need: Need, now: Circumstances): boolean {
  const { hour = EVENING, nightEnds } = now
  const night = hour < nightEnds
  switch (need) {
    case 'afternoon':
      return hour >= NOON || night
    case 'evening':
      return hour >= EVENING || night
    case 'heavier-day':
      return !good(now)
    case 'lighter-day':
      return good(now)
    case 'writing':
      return !now.choicesOnly
  }
}
const kindOfDay = (now: Circumstances): string =>
  now.hard ? 'is a hard date' : now.calling ? 'is heavy' : 'is low'

/** What a person may read about a prompt that is for some. */
const situationNames: Readonly<Record<Exclude<Situation, 'general'>, string>> = {
  'break-up': 'a break-up',
  loss: 'a loss',
  addiction: 'recovery',
  relationship: 'something with someone close',
  'pet-loss': 'the loss of a pet',
  'pregnancy-loss': 'the loss of a pregnancy or a baby',
  'suicide-loss': 'a loss by suicide',
  'parenting-apart': 'parents who live apart',
  estrangement: 'distance in a family',
  'job-loss': 'a lost job',
  illness: 'times of illness',
  caring: 'those who care for someone',
  money: 'money worries',
  'first-days': 'first days without it',
  'someone-new': 'news of somebody new',
  'hard-date': 'a hard date',
}

function situationWords(situations: readonly Situation[], now: Circumstances): string {
  const own = situations.find(it => isIn(it, now))
  return own === undefined || own === 'general' ? 'a season like yours' : situationNames[own]
}

const needs = (when: string, rule: string, need: Need): Guard => ({
  when,
  rule,
  holds: now => !meets(need, now),
  bars: prompt => prompt.needs?.includes(need) ?? false,
})

/** Which rules count today. */
export const holding =
  (now: Circumstances) =>
  ({ holds }: Rule): boolean =>
    holds?.(now) ?? true

/** What is never asked. docs/choosing.md holds the same table; a test compares them. */
export const guards: readonly Guard[] = [
  {
    when: 'You muted the prompt',
    rule: 'It is not asked.',
    bars: (prompt, now) => promptIds(prompt).some(id => now.muted.has(id)),
  },
  {
    when: 'The prompt is for a season or a topic that is not yours, or for a hard date',
    rule: 'It is not asked, unless the day is one you marked as hard.',
    bars: (prompt, now) => isForSome(prompt) && !prompt.situations.some(it => isIn(it, now)),
  },
  {
    when: `One for your season or a topic came in the last ${SEASON_REST_DAYS} days, or comes in two other themes`,
    rule: 'No more of them.',
    bars: (prompt, now) => isForSome(prompt) && !now.turn.has(prompt.theme),
  },
  needs('It is before noon', 'No prompts that look back on the day.', 'afternoon'),
  needs('It is before five in the afternoon', 'No prompts that speak of tonight.', 'evening'),
  needs(
    'The mood today is 4 or 5, and the day is not hard',
    'No prompts that take it that something is heavy.',
    'heavier-day',
  ),
  needs(
    'The mood today is anything else',
    'No prompts that take it that something is good.',
    'lighter-day',
  ),
  needs('You only press keys', 'No prompts that ask for something to be written.', 'writing'),
  {
    when: 'The mood today is 1 or 2, the day is marked as hard, or your words called for help',
    rule: 'No deep and no silver-lining prompts. The first prompt does not ask for thanks.',
    holds: tender,
    bars: (prompt, _, first) =>
      prompt.depth === 'deep' ||
      has(prompt, 'silver-lining') ||
      (first && has(prompt, 'gratitude')),
  },
  {
    when: 'The mood today was not given',
    rule: 'No deep and no silver-lining prompts: the day may be low.',
    holds: now => now.mood === undefined,
    bars: prompt => prompt.depth === 'deep' || has(prompt, 'silver-lining'),
  },
  {
    when: `The season began less than ${TENDER_WEEKS} weeks ago, you did not say when, or you chose a topic`,
    rule: 'No silver-lining prompts.',
    holds: early,
    bars: prompt => has(prompt, 'silver-lining'),
  },
  {
    when: 'The last three sessions left you lower than you came',
    rule: 'No deep prompts.',
    holds: leftLower,
    bars: prompt => prompt.depth === 'deep',
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
    when: 'No session was kept yet, or none for four weeks',
    rule: 'Prompts that are easy to begin with: 8 points.',
    holds: isBeginning,
    points: prompt => (openers.has(prompt.id) ? 8 : 0),
    because: () => 'it is an easy one to begin with',
  },
  {
    when: 'The mood today is 1 or 2, the day is marked as hard, or your words called for help',
    rule: 'Gentle prompts: 4 points.',
    holds: tender,
    points: prompt => (prompt.depth === 'gentle' ? 4 : 0),
    because: (_, now) => `today ${kindOfDay(now)} and this one is gentle`,
  },
  {
    when: 'The same topic came up on the last three rated days, and all were low',
    rule: 'Prompts that step back or ask for a small deed: 6 points.',
    holds: now => now.past.lowTopic !== undefined,
    points: prompt => (has(prompt, 'distance', 'action') ? 6 : 0),
    because: prompt =>
      has(prompt, 'distance')
        ? 'the last days were low and this one takes a step back'
        : 'the last days were low and this one asks for something small to do',
  },
  {
    when: 'The last three sessions left you lower than you came',
    rule: 'Gentle prompts, and those that step back or lead to a person: 3 points.',
    holds: leftLower,
    points: prompt => (prompt.depth === 'gentle' || has(prompt, 'distance', 'connection') ? 3 : 0),
    because: () => 'writing left you lower lately and this one goes softly',
  },
  {
    when: 'The prompt was written for your season, a topic or a hard date, and has its turn',
    rule: '20 points, and 25 for a hard date.',
    points: prompt => (prompt.situations.includes('hard-date') ? 25 : isForSome(prompt) ? 20 : 0),
    because: ({ situations }, now) => `it was written for ${situationWords(situations, now)}`,
  },
  {
    when: 'You named a feeling today that the prompt speaks to',
    rule: '5 points.',
    points: ({ feelings = [] }, now) => (feelings.some(it => now.feelings.includes(it)) ? 5 : 0),
    because: ({ feelings = [] }, now) =>
      `you named the word "${feelings.find(it => now.feelings.includes(it))}" today`,
  },
  {
    when: `The season began less than ${TENDER_WEEKS} weeks ago`,
    rule: 'Gentle prompts: 1 point.',
    holds: inFirstWeeks,
    points: prompt => (prompt.depth === 'gentle' ? 1 : 0),
    because: () => 'these are early weeks and this one is gentle',
  },
  {
    when: 'The mood today is 3, and the day is not hard',
    rule: 'Gentle and steady prompts: 2 points.',
    holds: now => !now.hard && now.mood === 3,
    points: prompt => (prompt.depth !== 'deep' ? 2 : 0),
  },
  {
    when: 'The mood today is 4 or 5, and the day is not hard',
    rule: 'Steady and deep prompts, and those for a good day: 2 points.',
    holds: good,
    points: prompt => (prompt.depth !== 'gentle' || prompt.needs?.includes('lighter-day') ? 2 : 0),
    because: ({ depth }) =>
      depth === 'gentle'
        ? 'today is a good day'
        : 'today has some room and this one asks a little more',
  },
  {
    when: 'The session is a long one and today is not low',
    rule: 'Deep prompts: 1 point.',
    holds: now => now.deep && !tender(now),
    points: prompt => (prompt.depth === 'deep' ? 1 : 0),
    because: () => 'you have time today',
  },
  {
    when: 'You added the prompt yourself',
    rule: '1 point.',
    points: (prompt, now) => (now.own.has(prompt.id) ? 1 : 0),
    because: () => 'you added it yourself',
  },
]

/** What a short session goes by when it picks its one theme: visits on the last 28 days, less these. */
export const themeLeanings: readonly {
  readonly when: string
  readonly less: Readonly<Partial<Record<ThemeId, number>>>
  holds(now: Circumstances): boolean
}[] = [
  {
    when: 'The mood today is 1 or 2, the day is marked as hard, or your words called for help',
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
export const chance = (...words: readonly string[]): number =>
  lots(...words.slice(0, -1))(words.at(-1) ?? '')

/** The same for words that begin alike: what each ends with. Many prompts have their turn. */
export function lots(...begin: readonly string[]): (end: string) => number {
  const begun = begin.reduce((hash, word) => fnv(hash, `${word}\u0000`), 0x811c9dc5)
  /** By the first part of a name, which is that of many: so little is left to do that V8 does not begin to optimise. */
  const known = new Map<string, number>()
  return end => {
    const part = end.slice(0, end.indexOf('-') + 1)
    const soFar = known.get(part) ?? fnv(begun, part)
    known.set(part, soFar)
    // FNV leaves the high bits of short texts alike; two more rounds spread them.
    let hash = fnv(soFar, end.slice(part.length))
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a over code points, on from where it stands. Any shorter, and V8 optimises it at once: 4 MB for a session. */
function fnv(hash: number, text: string): number {
  let now = hash
  // Half as long as an iterator takes.
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    if (point > 0xffff) at++
    now = Math.imul(now ^ point, 0x01000193)
  }
  return now
}
