import { momentWords } from '../../themes/choices.ts'
import type { Day } from '../day.ts'
import type { Entry } from '../entry.ts'
import { detailFields, kindNames } from './details.ts'
import { entryFields } from './entry.ts'
import type { EntryField, Field, Fields, Scale } from './field.ts'

// What the table of fields says about an entry: whom it names, the words in it, how it reads.

/** What an entry says beside its words: "Mood", "low (2 of 5)". */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** What an entry is, in a word or two: "promise", "check-in, on arriving". */
export function kindInWords(entry: Entry): string {
  const moment = entry.kind === 'checkin' ? entry.details.moment : undefined
  return moment ? `${kindNames[entry.kind]}, ${momentWords[moment]}` : kindNames[entry.kind]
}

/** Everyone an entry names, in whatever field. */
export const everyoneIn = (entry: Entry): readonly string[] =>
  textsIn(entry).flatMap(({ type, text }) => (type === 'name' ? text : []))

/** Every word of the person's own, in whatever field: what care looks at, and discretion. */
export const ownWordsIn = (entry: Entry): readonly string[] =>
  textsIn(entry).flatMap(({ type, text }) => (type === 'name' ? [] : text))

/** Everything in an entry that a person typed, for searching: words, `#tag`, `@person`. */
export const typedIn = (entry: Entry): string =>
  textsIn(entry)
    .map(({ type, text }) => `${marks[type]}${text}`)
    .join('\n')

const marks = { name: '@', tag: '#', words: '' } as const

interface Typed {
  readonly type: keyof typeof marks
  readonly text: string
}

const textsIn = (entry: Entry): Typed[] => [
  ...textsOf(entryFields, entry),
  ...textsOf(detailFields[entry.kind], entry.details),
]

function textsOf(fields: Fields, holder: object): Typed[] {
  const typed: Typed[] = []
  for (const [name, field] of textFieldsOf(fields)) {
    const value = valueIn(holder, name)
    if (value === undefined) continue
    const add = (type: Typed['type'], texts: unknown) => {
      for (const text of listOf(texts)) if (typeof text === 'string') typed.push({ type, text })
    }
    if (field.type === 'name' || field.type === 'names') add('name', value)
    else if (field.type === 'tags') add('tag', value)
    else if (field.type === 'words' || field.type === 'word-list') add('words', value)
    else if (field.type === 'group' || field.type === 'list')
      for (const inner of listOf(value)) typed.push(...textsOf(field.fields, inner as object))
  }
  return typed
}

const textFields = new Map<Fields, readonly (readonly [string, Field])[]>()

/** The fields that may hold words, looked up once: every entry of a long journal is asked for them. */
function textFieldsOf(fields: Fields): readonly (readonly [string, Field])[] {
  const known = textFields.get(fields)
  if (known) return known
  const found = Object.entries(fields).filter(([, { type }]) => holdsText.has(type))
  textFields.set(fields, found)
  return found
}

const holdsText: ReadonlySet<Field['type']> = new Set([
  'name',
  'names',
  'tags',
  'words',
  'word-list',
  'group',
  'list',
])

/** The fields that have something in them, in the order of the table. */
const heldBy = <F extends Field>(
  fields: Readonly<Record<string, F>>,
  holder: object,
): [F, unknown][] =>
  Object.entries(fields).flatMap(([name, field]): [F, unknown][] => {
    const value = valueIn(holder, name)
    return value === undefined ? [] : [[field, value]]
  })

const valueIn = (holder: object, name: string): unknown =>
  (holder as Readonly<Record<string, unknown>>)[name]

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** How facts are written down: as exports do, unless told otherwise. */
interface Writing {
  /** A day in words. Exports have it as it is kept. */
  readonly day?: (day: Day) => string
  /** Whether the ratings of a group stand each on its own. Exports have them in one fact. */
  readonly eachRating?: boolean
}

/**
 * What an entry says beside its words, in the order in which it is read: how it was, what only its
 * kind has, then people, tags and marks.
 */
export function factsOf(entry: Entry, writing: Writing = {}): Fact[] {
  const { people, tags, ...others } = entryFields
  return [
    ...factsIn(others, entry, writing),
    ...factsIn(detailFields[entry.kind], entry.details, writing),
    ...factsIn({ people, tags }, entry, writing),
    ...fact('Marked', marksOf(entry).join(', ')),
  ]
}

/** What an entry is marked with: "starred", "to bring along", "private". */
const marksOf = (entry: Entry): string[] =>
  heldBy<EntryField>(entryFields, entry).flatMap(([field]) =>
    'shown' in field && field.shown === 'mark' ? field.label : [],
  )

function factsIn(fields: Fields, holder: object, writing: Writing): Fact[] {
  return heldBy(fields, holder).flatMap(([field, value]) => {
    if ('shown' in field && field.shown !== undefined) return []
    if (field.type === 'list')
      return listOf(value).flatMap(item => factsIn(field.fields, item as object, writing))
    if (field.type === 'group' && writing.eachRating && isOfRatings(field.fields))
      return factsIn(field.fields, value as object, writing)
    const { beside = '' } = field
    const other = fields[beside]
    const more = other && ` (${inWords(other, valueIn(holder, beside), writing)})`
    return fact(field.label, `${inWords(field, value, writing)}${more ?? ''}`)
  })
}

const isOfRatings = (fields: Fields): boolean =>
  Object.values(fields).every(({ type }) => type === 'scale')

const fact = (label: string, value: string): Fact[] =>
  value.trim() === '' ? [] : [{ label, value }]

/** A value as it reads: "4 of 5", "low (2 of 5)", "listening", "yes". */
function inWords(field: Field, value: unknown, writing: Writing): string {
  switch (field.type) {
    case 'scale': {
      const word = field.words?.[value as Scale]
      return word === undefined ? `${value} of 5` : `${word} (${value} of 5)`
    }
    case 'choice':
      return field.words[value as string] ?? String(value)
    case 'day':
      return writing.day?.(value as Day) ?? String(value)
    case 'yes':
    case 'yes-no':
      return value === true ? 'yes' : 'no'
    case 'tags':
      return listOf(value)
        .map(tag => `#${tag}`)
        .join(' ')
    case 'group':
      // Words speak for themselves; of the others it is said which they are.
      return heldBy(field.fields, value as object)
        .map(([inner, it]) => {
          const words = inWords(inner, it, writing)
          return inner.type === 'words' ? words : `${inner.label} ${words}`
        })
        .join(', ')
    default:
      return listOf(value).join(', ')
  }
}
