import type { ValuesOf } from './fields/field.ts'
import { idsOf } from './fields/field.ts'
import { settingFields } from './fields/record.ts'
import type { RecordBase, Stamp } from './record.ts'
import { firstRevision } from './record.ts'

export const personStatuses = idsOf(settingFields.person.status.words)
export type PersonStatus = (typeof personStatuses)[number]

/** Estranged, unsafe, dead or paused: never suggested, and pages about them do not come up by themselves. */
export const isSetApart = (status: PersonStatus): boolean =>
  status !== 'close' && status !== 'distant'

/** How carefully somebody is treated, more for more. */
const care: Readonly<Record<PersonStatus, number>> = {
  close: 0,
  distant: 1,
  paused: 2,
  died: 3,
  estranged: 4,
  unsafe: 5,
}

/** Somebody in the person's life. Entries name people in words; this says who the words mean. */
export interface Person extends RecordBase, ValuesOf<typeof settingFields.person> {
  readonly kind: 'person'
}

export const newPerson = (name: string, status: PersonStatus, stamp: Stamp): Person => ({
  ...firstRevision(stamp),
  kind: 'person',
  name,
  aliases: [],
  status,
})

/** Names with the same key mean the same: case, accents and spacing do not count. */
export const nameKey = (name: string): string =>
  (isPlain.test(name) ? name : withoutAccents(name)).toLowerCase().replace(/\s+/g, ' ').trim()

/** Every letter in its plainest form: one sort of é and none, ﬁ as f and i. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '')

/** Most names and texts are, with dashes and curly quotation marks, and need no tables. */
const isPlain = /^[\t\n\r -~\u2013\u2014\u2018\u2019\u201c\u201d]*$/

/** What people answer when a name is asked for and there is none to give. */
const noOne = new Set([
  'nobody',
  'no one',
  'no-one',
  'noone',
  'none',
  'no',
  'nope',
  'not really',
  'not yet',
  'nothing',
  'nah',
  'idk',
  'dunno',
  'n/a',
  'me',
  'myself',
  'just me',
  'only me',
])

/** Whether words name somebody: "no one", "?" and "1" are answers, and no names. */
export const isName = (words: string): boolean =>
  /\p{L}/u.test(words) && !noOne.has(nameKey(words).replace(/[.!]+$/, ''))

/**
 * Whether what was typed where a name is asked for is a sentence, and what nobody is called: "nobody. I want to
 * go home". It stays where it was typed, and is read as words. "He Ping" and "Nobody Owens" are names.
 */
export function isSaying(words: string): boolean {
  if (!words.includes(' ')) return false
  const all = words.trim().split(/\s+/)
  const [first = '', second = ''] = all
  return (
    all.length > longestName ||
    (beginsSaying.test(first) && /^\P{Lu}/u.test(second)) ||
    (/^(?:nobody|no-?one|none|nope|nah)[.,:;!?-]+$/i.test(first) && second !== '') ||
    (/^i$/i.test(first) && all.length > 2)
  )
}

const beginsSaying =
  /^(?:nobody|no-?one|none|nope|nah|no|not|never|nothing|yes|i|im|ive|i['’]\p{L}+|its?|it['’]s|he|she|they|we|you|there|but|because|just|don['’]?t|can['’]?t)$/iu
/** "the woman from the group on Thursdays" has seven words. */
const longestName = 7

/** Whether words are the name of somebody who could be spoken of: neither "no one" nor a sentence. */
export const namesSomebody = (words: string): boolean => isName(words) && !isSaying(words)

/** A name as it is said to the person who wrote it: "my sister" is "your sister". */
export const asYours = (name: string): string => name.replace(/^[Mm]y (?=\p{Ll})/u, 'your ')

/** Who the names in entries mean. */
export interface Circle {
  readonly people: readonly Person[]
  /** The person a name means, if they are known. */
  find(name: string): Person | undefined
  /** One spelling for all the ways a name is written: the known person's name, else the name itself. */
  canonical(name: string): string
  /** Whether someone may ever be suggested for reaching out: never the estranged, unsafe, dead or paused. */
  mayInvite(name: string): boolean
}

/** The same name may have come from two computers: it means whoever of them is treated with more care, then the later. */
export function circleOf(people: readonly Person[]): Circle {
  const byKey = new Map<string, Person>()
  for (const person of people)
    for (const name of [person.name, ...person.aliases]) {
      const key = nameKey(name)
      const other = byKey.get(key)
      if (!other || care[person.status] >= care[other.status]) byKey.set(key, person)
    }
  // A few names are asked for again and again.
  const asked = new Map<string, Person | undefined>()
  const find = (name: string) => {
    if (!asked.has(name)) asked.set(name, byKey.get(nameKey(name)))
    return asked.get(name)
  }
  return {
    people,
    find,
    canonical: name => find(name)?.name ?? name,
    mayInvite: name => !isSetApart(find(name)?.status ?? 'close'),
  }
}
