import { careFor } from '../care/care.ts'
import type { Day } from '../journal/day.ts'
import { isDay } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { everyoneIn, ownWordsIn } from '../journal/fields/read.ts'
import type { Circle } from '../journal/person.ts'
import { nameKey } from '../journal/person.ts'
import { isSealed } from '../journal/query.ts'
import { isHardDate, isTender, weeksInto } from '../journal/season.ts'
import type { Mute } from '../journal/setting.ts'
import { tagKey } from '../journal/tags.ts'
import { heaviness, isLowDay } from './heavy.ts'

/** What the rules about showing rest on. */
export interface Known {
  readonly today: Day
  readonly circle: Circle
  readonly mutes: readonly Mute[]
}

/**
 * What may be shown, decided in one place. Numbers may come from any entry; names, tags and feelings from
 * open ones; sentences only from those that may be quoted.
 */
export interface Discretion {
  /** Whether what an entry holds may be listed: not private, not sealed. */
  isOpen(entry: Entry): boolean
  /** Whether its sentences may be quoted: open, not muted, and naming nobody and nothing that is. */
  mayQuote(entry: Entry): boolean
  /** Whether a few words from an entry may be read back: they call for no help, and name nobody muted. */
  mayRead(words: string): boolean
  /**
   * Whether its sentences may be read back to the person unasked: not when it, or its session, was very low
   * or called for help, unless they starred it.
   */
  mayReadBack(entry: Entry): boolean
  /** Whether a person may be named: not muted. */
  mayName(name: string): boolean
  /** Whether a person may be suggested for reaching out: neither muted nor away. */
  mayInvite(name: string): boolean
  /** Whether a tag may be listed: not muted. */
  mayTag(tag: string): boolean
  /** Whether a page names anyone who must not come up by itself: estranged, unsafe, dead or paused. */
  namesSomeoneAway(entry: Entry): boolean
}

/** @param journal every entry, so that one of a session tells of the others; any order */
export function discretionOf(
  { today, circle, mutes }: Known,
  journal: readonly Entry[] = [],
): Discretion {
  const of = (what: Mute['what']) =>
    mutes.filter(mute => mute.what === what && !mute.deleted).map(mute => mute.value)
  const who = (name: string) => nameKey(circle.canonical(name))
  const people = new Set(of('person').map(who))
  const tags = new Set(of('tag').map(tagKey))
  const ids = new Set(of('entry'))
  const periods = of('period').map(value => value.split('/'))
  const away = circle.people.filter(person => !circle.mayInvite(person.name))

  const mutedNames = mentioning([...people].flatMap(key => [key, ...namesOf(circle, key)]))
  const awayNames = mentioning(away.flatMap(person => [person.name, ...person.aliases]))
  const awayKeys = new Set(away.map(person => nameKey(person.name)))
  const names = (entry: Entry, keys: ReadonlySet<string>, mention: (text: string) => boolean) =>
    keys.size > 0 &&
    (everyoneIn(entry).some(name => keys.has(who(name))) || mention(ownWordsIn(entry).join('\n')))

  const mayName = (name: string) => !people.has(who(name))
  const isHeavy = heaviness(journal)
  const isOpen = (entry: Entry) => entry.private !== true && !isSealed(entry, today)

  return {
    isOpen,
    mayQuote: entry =>
      isOpen(entry) &&
      !ids.has(entry.id) &&
      !periods.some(([from = '', to = from]) => entry.day >= from && entry.day <= to) &&
      !entry.tags.some(tag => tags.has(tagKey(tag))) &&
      !names(entry, people, mutedNames),
    mayReadBack: entry => entry.starred === true || !isHeavy(entry),
    mayRead: words => !careFor([words]) && !mutedNames(words),
    mayName,
    mayInvite: name => mayName(name) && circle.mayInvite(name),
    mayTag: tag => !tags.has(tagKey(tag)),
    namesSomeoneAway: entry => names(entry, awayKeys, awayNames),
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

/** Whether a text names any of these people, as a word of its own. */
function mentioning(names: readonly string[]): (text: string) => boolean {
  const keys = [...new Set(names.map(nameKey))].filter(key => key !== '')
  if (keys.length === 0) return () => false
  const patterns = keys.map(key => {
    const literal = key.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    // Chinese and Japanese set no spaces around a name.
    return unspaced.test(key) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`
  })
  const pattern = new RegExp(patterns.join('|'), 'u')
  return text => pattern.test(nameKey(text))
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
