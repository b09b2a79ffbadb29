import type { Person } from './person.ts'
import { isSetApart, nameKey, newPerson } from './person.ts'
import type { Stamp } from './record.ts'
import { nextRevision } from './record.ts'
import { joined } from './tags.ts'

/**
 * Two names that mean one person: the first is kept, the other becomes another name of theirs, and
 * their record goes. Either may be unknown yet. Who was set apart (unsafe, estranged, died, paused)
 * under one of the names stays set apart.
 */
export function joinedPeople(
  name: string,
  other: string,
  find: (name: string) => Person | undefined,
  stamp: Stamp,
): { person: Person; records: Person[] } {
  const first = find(name)
  const second = find(other)
  const base = first ?? newPerson(name, second?.status ?? 'close', stamp)
  const aliases = joined(
    nameKey,
    base.aliases,
    [...(second ? [second.name, ...second.aliases] : []), other].filter(
      it => nameKey(it) !== nameKey(base.name),
    ),
  )
  const status =
    !second || isSetApart(base.status) || !isSetApart(second.status) ? base.status : second.status
  const person = first
    ? nextRevision(first, { aliases, status }, stamp)
    : { ...base, aliases, status }
  const gone = second && nextRevision(second, { deleted: true }, stamp)
  return { person, records: gone ? [person, gone] : [person] }
}
