import type { Person, PersonStatus } from '../journal/person.ts'
import { newPerson } from '../journal/person.ts'
import type { Stamp } from '../journal/record.ts'

interface Part {
  readonly name: string
  readonly status: PersonStatus
  readonly aliases?: readonly string[]
}

/** The people of the made-up journal. */
const cast: readonly Part[] = [
  { name: 'Ines', status: 'close', aliases: ['my sister'] },
  { name: 'Marek', status: 'close' },
  { name: 'Dana', status: 'close' },
  { name: 'Lea', status: 'close' },
  { name: 'Vera', status: 'close', aliases: ['counsellor'] },
  { name: 'Mr Okafor', status: 'distant', aliases: ['the neighbour'] },
  { name: 'Aunt Rosa', status: 'distant' },
  { name: 'Jonas', status: 'distant' },
  { name: 'Robin', status: 'estranged' },
  { name: 'Grandpa', status: 'died' },
]

export const castRecords = (stamp: Stamp): Person[] =>
  cast.map(({ name, status, aliases = [] }) => ({ ...newPerson(name, status, stamp), aliases }))

/** Those of the cast who are named in a text. */
export const namedIn = (text: string): string[] =>
  cast.map(({ name }) => name).filter(name => new RegExp(`\\b${name}\\b`).test(text))
