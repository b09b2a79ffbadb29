import type { Day } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry, Scale, SupportDirection, SupportKind } from '../journal/entry.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import { grouped } from '../journal/grouped.ts'
import { compareText } from '../journal/order.ts'
import type { Circle, PersonStatus } from '../journal/person.ts'
import { isSaying, nameKey } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import type { Discretion, Known } from './discretion.ts'
import { discretionOf } from './discretion.ts'
import type { Pair } from './pairs.ts'
import { pairOf } from './pairs.ts'
import type { Count } from './tally.ts'
import { tally } from './tally.ts'

/** Somebody in the journal: how often they were named, and what passed between the two. */
export interface PersonSeen {
  readonly name: string
  /** What the person said about them; left out for names that were only written. */
  readonly status?: PersonStatus
  /** Entries that name them, and the last day of one. */
  readonly named: number
  readonly lastNamed?: Day
  /** Times in touch, and the last day of one. */
  readonly inTouch: number
  readonly lastInTouch?: Day
  readonly kinds: readonly Count[]
  /** How a reach-out went against what was expected, 1 to 5. */
  readonly response?: Pair
}

export interface People {
  readonly people: readonly PersonSeen[]
  /** How many are muted, and so not here. */
  readonly muted: number
  /** How many only private pages name, and so are not here either. */
  readonly onlyPrivate: number
}

/** Being in touch with somebody, either way round. */
export interface Contact {
  readonly day: Day
  readonly people: readonly string[]
  readonly support?: SupportKind
  readonly direction?: SupportDirection
  readonly expected?: Scale
  readonly actual?: Scale
  /** False only where it was said that no answer came. */
  readonly answered: boolean
}

/** Reach-outs, and answers about support that say which way it went or how it was. */
export function contactsIn(entries: readonly Entry[]): Contact[] {
  return entries.flatMap(entry => {
    if (entry.kind === 'reachout') {
      const { answered = true, support, direction, expected, actual } = entry.details
      const known = { support, direction, expected, actual }
      return [{ day: entry.day, people: entry.people, answered, ...defined(known) }]
    }
    if (entry.kind !== 'reflection' || entry.theme !== 'support') return []
    const { support, direction, expected, actual } = entry.details
    if (direction === undefined && actual === undefined) return []
    const known = { support, direction, expected, actual }
    return [{ day: entry.day, people: entry.people, answered: true, ...defined(known) }]
  })
}

/**
 * Everyone the journal knows or names, those last in touch first. The numbers are of every entry.
 *
 * @param entries up to today
 * @param isShown whose names may be listed, of those that are not written down as people; open ones, unless asked
 */
export function peopleSeen(
  entries: readonly Entry[],
  known: Known,
  isShown?: (entry: Entry) => boolean,
): People {
  const may = discretionOf(known)
  const { circle } = known
  const named = entries.map(entry => ({ names: everyoneIn(entry), what: entry.day }))
  const byPerson = <T>(sightings: readonly { names: readonly string[]; what: T }[]) =>
    grouped(
      sightings.flatMap(({ names, what }) => distinct(names, circle).map(name => ({ name, what }))),
      ({ name }) => nameKey(name),
    )
  const naming = byPerson(named)
  const contacts = byPerson(
    contactsIn(entries).map(contact => ({ names: contact.people, what: contact })),
  )
  const shown = entries.filter(isShown ?? may.isOpen)
  const names = [...circle.people.map(({ name }) => name), ...shown.flatMap(everyoneIn)]
  const seen = <T>(sightings: ReadonlyMap<string, readonly { what: T }[]>, name: string) =>
    (sightings.get(nameKey(name)) ?? []).map(({ what }) => what)
  const listed = tally(names.map(circle.canonical), nameKey)
  const keys = new Set(listed.map(({ name }) => nameKey(name)))
  const people = listed
    .filter(({ name }) => may.mayList(name))
    .map(({ name }) => personSeen(name, seen(naming, name), seen(contacts, name)))
    .map(person => ({ ...person, ...defined({ status: circle.find(person.name)?.status }) }))
    .map(person => ({ person, key: nameKey(person.name) }))
    .sort(
      ({ person: a, key }, { person: b, key: other }) =>
        compareText(b.lastInTouch ?? '', a.lastInTouch ?? '') ||
        compareText(b.lastNamed ?? '', a.lastNamed ?? '') ||
        b.named - a.named ||
        compareText(key, other),
    )
    .map(({ person }) => person)
  return {
    people,
    muted: known.mutes.filter(({ what, deleted }) => what === 'person' && !deleted).length,
    onlyPrivate: [...naming.keys()].filter(key => key !== '' && !keys.has(key)).length,
  }
}

/** Each person of a list once, under the name they are known by. A sentence in it is nobody, and is not read back. */
export function distinct(all: readonly string[], circle: Circle): string[] {
  const names = all.filter(name => !isSaying(name)).map(circle.canonical)
  return names.length < 2 ? names : joined(nameKey, names)
}

/** People named in entries, by how many entries; one spelling a person. */
export function peopleNamed<E extends Entry>(
  entries: readonly E[],
  namesIn: (entry: E) => readonly string[],
  { circle }: Known,
  may: Discretion,
): Count[] {
  const once = entries.flatMap(entry => distinct(namesIn(entry), circle))
  return tally(once.filter(may.mayName), nameKey)
}

function personSeen(name: string, named: readonly Day[], contacts: readonly Contact[]): PersonSeen {
  const answered = contacts.filter(contact => contact.answered).map(contact => contact.day)
  const response = pairOf(
    contacts.map(({ expected, actual }) => ({ before: expected, after: actual })),
  )
  return {
    name,
    named: named.length,
    inTouch: answered.length,
    kinds: tally(contacts.flatMap(contact => contact.support ?? [])),
    ...defined({ lastNamed: latest(named), lastInTouch: latest(answered), response }),
  }
}

function latest(days: readonly Day[]): Day | undefined {
  let last: Day | undefined
  for (const day of days) if (last === undefined || day > last) last = day
  return last
}
