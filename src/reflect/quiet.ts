import type { Day } from '../journal/day.ts'
import { daysBetween } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import { compareText } from '../journal/order.ts'
import type { Circle } from '../journal/person.ts'
import { nameKey } from '../journal/person.ts'
import type { Known } from './discretion.ts'
import { discretionOf } from './discretion.ts'
import { contactsIn, distinct } from './people.ts'
import { tally } from './tally.ts'

/** What some entries say of somebody. Sightings of several months add up. */
export interface Sighting {
  readonly key: string
  /** The last day of an entry that names them. */
  last: Day
  /** The rest is of open entries only. How the name was written, and how often so. */
  spelled: (readonly [name: string, times: number])[]
  named: number
  lastNamed?: Day
  inTouch: number
  lastInTouch?: Day
  /** Reach-outs that were rated against what was expected, and the sum of how they went. */
  rated: number
  went: number
}

/** Everybody whom some entries name, in the order in which they first come. */
export function sightingsIn(entries: readonly Entry[], known: Known): Sighting[] {
  const { circle } = known
  const may = discretionOf(known)
  const found = new Map<string, Sighting>()
  const seen = (name: string, day: Day): Sighting => {
    const key = nameKey(name)
    const sighting = found.get(key) ?? none(key, day)
    found.set(key, sighting)
    return sighting
  }
  for (const entry of entries) {
    const { day } = entry
    const names = everyoneIn(entry).map(circle.canonical)
    for (const name of names) {
      const sighting = seen(name, day)
      sighting.last = later(sighting.last, day)
    }
    if (!may.isOpen(entry)) continue
    for (const name of names) {
      const sighting = seen(name, day)
      sighting.spelled = writtenOnce(sighting.spelled, name)
    }
    for (const name of distinct(names, circle)) {
      const sighting = seen(name, day)
      sighting.named++
      sighting.lastNamed = later(sighting.lastNamed, day)
    }
    for (const { people, answered, expected, actual } of contactsIn([entry]))
      for (const name of distinct(people, circle)) {
        const sighting = seen(name, day)
        if (answered) {
          sighting.inTouch++
          sighting.lastInTouch = later(sighting.lastInTouch, day)
        }
        if (expected === undefined || actual === undefined) continue
        sighting.rated++
        sighting.went += actual
      }
  }
  return [...found.values()]
}

const none = (key: string, last: Day): Sighting => ({
  ...{ key, last, spelled: [], named: 0, inTouch: 0, rated: 0, went: 0 },
})

function writtenOnce(spelled: Sighting['spelled'], name: string): Sighting['spelled'] {
  const times = new Map(spelled)
  return [...times.set(name, (times.get(name) ?? 0) + 1)]
}

const commonest = (spelled: Sighting['spelled']): string =>
  tally(
    spelled.flatMap(([name, times]) => new Array<string>(times).fill(name)),
    nameKey,
  )[0]?.name ?? ''

const later = (a: Day | undefined, b: Day): Day => (a !== undefined && a > b ? a : b)

/** How long a person may be out of sight before they are thought of. */
const quietDays = 28

/**
 * People to whom the door may be held open: known to be close or distant, or reached out to more than
 * once; neither in touch with nor named for four weeks; never someone who is away, muted or answered badly.
 * @param entries up to today; private ones tell that someone was in touch, and nothing else
 */
export const quietPeople = (entries: readonly Entry[], known: Known): string[] =>
  quietAmong([sightingsIn(entries, known)], known)

/** @param months sightings of each, oldest first */
export function quietAmong(months: readonly (readonly Sighting[])[], known: Known): string[] {
  const { today, circle } = known
  const may = discretionOf(known)
  return [...added(months, circle).values()]
    .filter(({ last, spelled }) => daysBetween(last, today) >= quietDays && spelled.length > 0)
    .filter(({ rated, went }) => rated === 0 || went / rated >= 3)
    .map(sighting => ({ ...sighting, name: commonest(sighting.spelled) }))
    .filter(({ name }) => name !== '' && may.mayInvite(name))
    .filter(({ name, inTouch }) => circle.find(name) !== undefined || inTouch >= 2)
    .sort(
      (a, b) =>
        b.inTouch - a.inTouch ||
        b.named - a.named ||
        compareText(b.lastInTouch ?? '', a.lastInTouch ?? '') ||
        compareText(b.lastNamed ?? '', a.lastNamed ?? '') ||
        compareText(a.key, b.key),
    )
    .map(({ name }) => name)
}

function added(months: readonly (readonly Sighting[])[], circle: Circle): Map<string, Sighting> {
  const all = new Map<string, Sighting>()
  for (const one of months.flat()) {
    const whole = all.get(one.key) ?? none(one.key, one.last)
    if (!all.has(one.key)) {
      // How they are called goes before how they were written.
      const person = circle.people.find(({ name }) => nameKey(name) === one.key)
      if (person) whole.spelled = [[person.name, 1]]
    }
    all.set(one.key, whole)
    whole.last = later(whole.last, one.last)
    for (const spelling of one.spelled) whole.spelled.push(spelling)
    whole.named += one.named
    whole.inTouch += one.inTouch
    whole.rated += one.rated
    whole.went += one.went
    if (one.lastNamed) whole.lastNamed = later(whole.lastNamed, one.lastNamed)
    if (one.lastInTouch) whole.lastInTouch = later(whole.lastInTouch, one.lastInTouch)
  }
  return all
}
