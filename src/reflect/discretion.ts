import { areCalm, newCalm } from '../care/calm.ts'
import type { Day } from '../journal/day.ts'
import { isDay } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { everyoneIn, ownWordsIn } from '../journal/fields/read.ts'
import type { Circle, PersonStatus } from '../journal/person.ts'
import { isSetApart, nameKey } from '../journal/person.ts'
import { isSealedLetter } from '../journal/query.ts'
import { isHardDate, isTender, weeksInto } from '../journal/season.ts'
import type { Mute } from '../journal/setting.ts'
import { tagKey } from '../journal/tags.ts'
import { heaviness, isLowDay, sessionsIn } from './heavy.ts'
import { mentioning } from './mentioning.ts'

/** What the rules about showing rest on. */
export interface Known {
  readonly today: Day
  readonly circle: Circle
  readonly mutes: readonly Mute[]
}

/** Changes whenever somebody else may be shown, for those who keep what was found out. */
export const formOf = ({ circle, mutes }: Pick<Known, 'circle' | 'mutes'>): string =>
  JSON.stringify([
    circle.people.map(({ name, aliases, status }) => [name, aliases, status]),
    mutes.map(({ what, value, deleted }) => [what, value, deleted]),
  ])

/** Where somebody comes up in what tells of a time: reviews, reports and what a session looks back on. */
interface Standing {
  /** Whether they are named there. */
  readonly named: boolean
  /** Whether pages that name them are quoted; `starred`: those alone that the person starred. */
  readonly quoted: 'yes' | 'starred' | 'no'
}

const freely: Standing = { named: true, quoted: 'yes' }
// A page about somebody who died may be the dearest of all: its star says so.
const ifStarred: Standing = { named: true, quoted: 'starred' }
const never: Standing = { named: false, quoted: 'no' }

/**
 * Who comes up where, by how they stand. Who is set apart is never suggested either, and on no page of another
 * day; who is muted is as the unsafe, and not in the list of people. docs/privacy.md has the whole table, and
 * test/commands/shown-where.test.ts holds every cell.
 */
const standings: Readonly<Record<PersonStatus, Standing>> = {
  close: freely,
  distant: freely,
  paused: ifStarred,
  died: ifStarred,
  estranged: never,
  unsafe: never,
}

/**
 * What may be shown, decided in one place. Numbers may come from any entry; names, tags and feelings from
 * open ones; sentences only from those that may be quoted.
 */
export interface Discretion {
  /** Whether what an entry holds may be listed: not private, not sealed. */
  isOpen(entry: Entry): boolean
  /** Whether its sentences may be quoted: open, not muted, and naming nobody and nothing that may not come up. */
  mayQuote(entry: Entry): boolean
  /** Whether a few words from an entry may be read back: they call for no help, and name nobody who may not be named. */
  mayRead(words: string): boolean
  /**
   * Whether its sentences may be read back to the person unasked: not when it, or its session, was very low
   * or called for help, unless they starred it.
   */
  mayReadBack(entry: Entry): boolean
  /** Whether its line may be quoted: as {@link mayReadBack}, and one that calls for help never, starred or not. */
  mayQuoteLine(entry: Entry, line: string): boolean
  /** Whether a person may stand in the list of people, which is asked for: not muted. */
  mayList(name: string): boolean
  /** Whether a person may be named in what tells of a time: not muted, unsafe or estranged. */
  mayName(name: string): boolean
  /** Whether a person may be suggested for reaching out: neither muted nor away. */
  mayInvite(name: string): boolean
  /** Whether a tag may be listed: not muted. */
  mayTag(tag: string): boolean
  /** Whether a page names anyone who must not come up by itself: estranged, unsafe, dead or paused. */
  namesSomeoneAway(entry: Entry): boolean
}

/**
 * @param journal every entry, private ones and closed letters too, or what gives those of a session: one of them tells of
 * the others
 * @param calm pages and lines that are known to call for nobody
 */
export function discretionOf(
  { today, circle, mutes }: Known,
  journal: readonly Entry[] | ((session: string) => readonly Entry[]) = [],
  calm = newCalm(),
): Discretion {
  const of = (what: Mute['what']) =>
    mutes.filter(mute => mute.what === what && !mute.deleted).map(mute => mute.value)
  // A few names come up on every page.
  const keys = new Map<string, string>()
  const who = (name: string): string => {
    const key = keys.get(name) ?? nameKey(circle.canonical(name))
    keys.set(name, key)
    return key
  }
  const muted = new Set(of('person').map(who))
  const tags = new Set(of('tag').map(tagKey))
  const ids = new Set(of('entry'))
  const periods = of('period').map(value => value.split('/'))

  const standing = (is: (status: PersonStatus) => boolean): Group =>
    groupOf(
      circle.people.filter(({ status }) => is(status)).map(({ name }) => who(name)),
      circle,
    )
  const away = standing(isSetApart)
  const reserved = standing(status => standings[status].quoted === 'starred')
  const unnamed = standing(status => !standings[status].named)
  const hidden = groupOf([...unnamed.keys, ...muted], circle)
  const names = (entry: Entry, { keys, isIn }: Group) =>
    keys.size > 0 &&
    (everyoneIn(entry).some(name => keys.has(who(name))) || isIn(ownWordsIn(entry).join('\n')))

  const mayList = (name: string) => !muted.has(who(name))
  const isHeavy = heaviness(typeof journal === 'function' ? journal : sessionsIn(journal), calm)
  const mayReadBack = (entry: Entry) => entry.starred === true || !isHeavy(entry)
  const isOpen = (entry: Entry) => entry.private !== true && !isSealedLetter(entry, today)

  return {
    isOpen,
    mayQuote: entry =>
      isOpen(entry) &&
      !ids.has(entry.id) &&
      !periods.some(([from = '', to = from]) => entry.day >= from && entry.day <= to) &&
      !entry.tags.some(tag => tags.has(tagKey(tag))) &&
      !names(entry, hidden) &&
      (entry.starred === true || !names(entry, reserved)),
    mayReadBack,
    mayQuoteLine: (entry, line) => areCalm([line], calm) && mayReadBack(entry),
    mayRead: words => areCalm([words], calm) && !hidden.isIn(words),
    mayList,
    mayName: name => !hidden.keys.has(who(name)),
    mayInvite: name => mayList(name) && circle.mayInvite(name),
    mayTag: tag => !tags.has(tagKey(tag)),
    namesSomeoneAway: entry => names(entry, away),
  }
}

/** Some people: by their keys, and in any words. */
interface Group {
  readonly keys: ReadonlySet<string>
  isIn(text: string): boolean
}

function groupOf(keys: readonly string[], circle: Circle): Group {
  let mentions: ReturnType<typeof mentioning> | undefined
  return {
    keys: new Set(keys),
    isIn(text) {
      // Made when it is first asked for: most commands never do.
      mentions ??= mentioning(keys.flatMap(key => [key, ...namesOf(circle, key)]))
      return mentions(text)
    },
  }
}

/** When pages of other days may come up by themselves. */
export interface Resurfacing {
  readonly resurface: boolean
  /** The day the season began, ISO; empty when not said. */
  readonly seasonStart: string
  /** `MM-DD` every year, or an ISO day. */
  readonly hardDates: readonly string[]
}

/**
 * Whether a page of another day may come up again by itself: only once that was asked for, never on or
 * from a hard date, from a season's first weeks, or when it names somebody who is away. Never on a low day
 * either: good memories sour then.
 * @param written what was written today, oldest first
 */
export function mayResurface(
  known: Known,
  rules: Resurfacing,
  may = discretionOf(known),
  written: readonly Entry[] = [],
): (entry: Entry) => boolean {
  const { resurface, seasonStart, hardDates } = rules
  if (!resurface || isHardDate(hardDates, known.today) || isLowDay(written)) return () => false
  const start = isDay(seasonStart) ? seasonStart : undefined
  return entry =>
    may.mayQuote(entry) &&
    !isHardDate(hardDates, entry.day) &&
    !isTender(weeksInto(start, entry.day)) &&
    !may.namesSomeoneAway(entry)
}

function namesOf(circle: Circle, name: string): readonly string[] {
  const person = circle.find(name)
  return person ? [person.name, ...person.aliases] : []
}
