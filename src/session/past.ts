import type { Day } from '../journal/day.ts'
import { addDays, daysBetween } from '../journal/day.ts'
import type { Entry, Scale } from '../journal/entry.ts'
import { moodChanges } from '../reflect/sessions.ts'
import type { ThemeId } from '../themes/theme.ts'

/** How far back a session looks when it is planned. */
export const DAYS_BACK = 182
/** How far back it looks for a topic that keeps coming up. */
export const TOPIC_DAYS = 14
const LONG_AWAY_DAYS = 28

/** What recent entries tell a session that is about to begin. */
export interface Past {
  /** How many days ago each prompt was shown last, answered or not, by its id. */
  readonly askedAgo: ReadonlyMap<string, number>
  /** On how many of the last 28 days each theme was visited, and when last. */
  readonly visits: ReadonlyMap<ThemeId, { readonly days: number; readonly last: Day }>
  /** What came up on each of the last three rated days, when all three were low: tags, people, feelings. */
  readonly lowTopic?: string
  /** How many sessions in a row, the last ones, left the person lower than they came. */
  readonly lowerInARow: number
  /** The days of the last weeks whose session asked the connection items, answered or not, and whether the last session did. */
  readonly connectionDays: readonly Day[]
  readonly connectionLast: boolean
  /** The day of the newest entry, and of the newest session. */
  readonly lastDay?: Day
  readonly lastSession?: Day
}

/** Nothing yet, or nothing for four weeks. @param last the day of the last of it */
export const isLongAway = (last: Day | undefined, day: Day): boolean =>
  last === undefined || daysBetween(last, day) >= LONG_AWAY_DAYS

/** Reads the past out of entries up to and including `day`, oldest first as a journal gives them. */
export function pastOf(entries: readonly Entry[], day: Day): Past {
  const known = entries.filter(entry => entry.day <= day)
  const lastDay = known.at(-1)?.day
  const lowTopic = lowTopicOf(known, day)
  const arrivals = known.filter(entry => entry.kind === 'checkin' && isArrival(entry))
  const asked = known.filter(askedConnection)
  const lastAsked = asked.at(-1)
  const lastSession = known.findLast(entry => entry.session !== undefined)?.day
  return {
    askedAgo: askedAgoIn(known, day),
    visits: visitsIn(known, addDays(day, -27)),
    lowerInARow: lowerInARow(known),
    connectionDays: asked.map(entry => entry.day).slice(-7),
    connectionLast: lastAsked !== undefined && isSameSitting(lastAsked, arrivals.at(-1)),
    ...(lowTopic !== undefined && { lowTopic }),
    ...(lastDay !== undefined && { lastDay }),
    ...(lastSession !== undefined && { lastSession }),
  }
}

const isArrival = (entry: Entry): boolean =>
  entry.kind === 'checkin' && entry.details.moment === 'arrive'

/** Answered, or passed over. */
const askedConnection = ({ kind, details }: Entry): boolean =>
  kind === 'checkin' &&
  (details.connection !== undefined || (details.passed?.includes('connection') ?? false))

const isSameSitting = (one: Entry, other: Entry | undefined): boolean =>
  one.day === other?.day && one.session === other.session

function askedAgoIn(entries: readonly Entry[], today: Day): Map<string, number> {
  const asked = new Map<string, Day>()
  for (const entry of entries) {
    if (entry.prompt) asked.set(entry.prompt.id, entry.day)
    if (entry.kind === 'checkin') {
      for (const id of entry.details.passed ?? []) asked.set(id, entry.day)
    }
  }
  return new Map([...asked].map(([id, day]) => [id, daysBetween(day, today)]))
}

function visitsIn(entries: readonly Entry[], from: Day): Past['visits'] {
  const visits = new Map<ThemeId, { days: number; last: Day }>()
  for (const { kind, theme, day } of entries) {
    if (kind !== 'reflection' || theme === undefined) continue
    const before = visits.get(theme)
    const isNew = day >= from && before?.last !== day
    visits.set(theme, { days: (before?.days ?? 0) + (isNew ? 1 : 0), last: day })
  }
  return visits
}

/**
 * A low mood and one topic that keep returning together: writing more of the same then tends to be
 * brooding, so distance or a small deed is offered (docs/evidence.md).
 */
function lowTopicOf(entries: readonly Entry[], day: Day): string | undefined {
  const moods = moodByDay(entries)
  const lately = [...moods.keys()].filter(it => daysBetween(it, day) <= TOPIC_DAYS).slice(-3)
  if (lately.length < 3 || !lately.every(it => (moods.get(it) ?? 5) <= 2)) return undefined
  const [first = new Set<string>(), ...others] = lately.map(it => topicsOn(entries, it))
  return [...first].filter(topic => others.every(other => other.has(topic))).sort()[0]
}

/** The last mood of each rated day, in the order of the days. */
function moodByDay(entries: readonly Entry[]): Map<Day, Scale> {
  const moods = new Map<Day, Scale>()
  for (const { day, mood } of entries) if (mood !== undefined) moods.set(day, mood)
  return moods
}

function topicsOn(entries: readonly Entry[], day: Day): Set<string> {
  const topics = entries
    .filter(entry => entry.day === day)
    .flatMap(({ tags, people, feelings = [] }) => [...tags, ...people, ...feelings])
  return new Set(topics.map(topic => topic.toLowerCase()))
}

/** How many sessions in a row, the last ones, left the person lower than they came. */
export function lowerInARow(entries: readonly Entry[]): number {
  const changes = moodChanges(entries)
  return changes.length - 1 - changes.findLastIndex(change => change >= 0)
}
