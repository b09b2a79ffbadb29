import { momentWords } from '../../themes/choices.ts'
import type { Day } from '../day.ts'
import type { Entry } from '../entry.ts'
import { isSaying } from '../person.ts'
import { detailFields, kindNames } from './details.ts'
import { entryFields } from './entry.ts'
import type { Amounts, Field, Fields, Scale } from './field.ts'
import { typed } from './field.ts'

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

/** Everyone an entry names, in whatever field. A sentence that stands where a name was asked for names nobody. */
export const everyoneIn = (entry: Entry): readonly string[] =>
  [
    ...textsOf(nameFields(entryFields), entry),
    ...textsOf(nameFields(detailFields[entry.kind]), entry.details),
  ].flatMap(({ type, text }) => (type === 'name' ? text : []))

/** Whether its text has words. */
export const hasWords = ({ text }: Pick<Entry, 'text'>): boolean => text.trim() !== ''

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
  ...textsOf(textFields(entryFields), entry),
  ...textsOf(textFields(detailFields[entry.kind]), entry.details),
]

/** The same entry in other words: whatever a person typed in it, whichever field it is in, goes through `say`. */
export const inOtherWords = <E extends Entry>(
  entry: E,
  say: (text: string, type: Typed['type']) => string,
): E => ({
  ...changed(textFields(entryFields), entry, say),
  details: changed(textFields(detailFields[entry.kind]), entry.details, say),
})

function changed<T extends object>(
  fields: readonly TextField[],
  holder: T,
  say: (text: string, type: Typed['type']) => string,
): T {
  const out: Record<string, unknown> = {}
  for (const { name, type, within } of fields) {
    const value = valueIn(holder, name)
    if (value === undefined) continue
    const one = (item: unknown) =>
      type !== undefined
        ? typeof item === 'string'
          ? say(item, type)
          : item
        : changed(within, item as object, say)
    out[name] = Array.isArray(value) ? value.map(one) : one(value)
  }
  return { ...holder, ...out }
}

/** A field in which somebody may have typed something, or that has such fields within. */
interface TextField {
  readonly name: string
  readonly type?: Typed['type']
  readonly within: readonly TextField[]
}

/** Found out once for each table: every entry of a long journal is looked through for its names. */
const textFields = onceFor((fields: Fields): readonly TextField[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const type = typed(field.type)
    const within = 'fields' in field ? textFields(field.fields) : []
    return type || within.length > 0 ? [{ name, within, ...(type && { type }) }] : []
  }),
)

/** Those of them that hold names, or have such fields within. */
const nameFields = onceFor((fields: Fields): readonly TextField[] => namesAmong(textFields(fields)))

const namesAmong = (fields: readonly TextField[]): TextField[] =>
  fields
    .map(field => ({ ...field, within: namesAmong(field.within) }))
    .filter(({ type, within }) => type === 'name' || within.length > 0)

function onceFor<T>(find: (fields: Fields) => T): (fields: Fields) => T {
  const known = new Map<Fields, T>()
  return fields => {
    const found = known.get(fields) ?? find(fields)
    if (!known.has(fields)) known.set(fields, found)
    return found
  }
}

function textsOf(fields: readonly TextField[], holder: object): Typed[] {
  const found: Typed[] = []
  for (const { name, type, within } of fields) {
    const value = valueIn(holder, name)
    if (value === undefined) continue
    for (const item of listOf(value))
      if (type === undefined) found.push(...textsOf(within, item as object))
      else if (typeof item === 'string')
        found.push({ type: type === 'name' && isSaying(item) ? 'words' : type, text: item })
  }
  return found
}

/** A row of a table of fields. */
interface Row {
  readonly name: string
  readonly field: Field
}

/** The rows of a table: it is gone through for every entry of a long journal. */
const rowsOf = onceFor((fields: Fields): readonly Row[] =>
  Object.entries(fields).map(([name, field]) => ({ name, field })),
)

export const valueIn = (holder: object, name: string): unknown =>
  (holder as Readonly<Record<string, unknown>>)[name]

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** How facts are written down: as exports do, unless told otherwise. */
export interface FactWriting {
  /** A day in words. Exports have it as it is kept. */
  readonly day?: (day: Day) => string
  /** Tags as another program takes them. Exports have them as they are kept. */
  readonly tags?: (tags: readonly string[]) => readonly string[]
  /** Whether the ratings of a group stand each on its own. Exports have them in one fact. */
  readonly eachRating?: boolean
}

/** Where a fact of an entry is found. */
export interface FactRow extends Row {
  /** The table that it stands in. */
  readonly fields: Fields
  /** Whether its holder is what only this kind has, and not the entry. */
  readonly isDetail: boolean
}

/** Those of a table that are facts: what is shown elsewhere is none. */
const factRows = onceFor((fields: Fields) =>
  rowsOf(fields).flatMap(({ name, field }) =>
    'shown' in field && field.shown
      ? []
      : { name, field, fields, isDetail: !(name in entryFields) },
  ),
)

/**
 * The facts that an entry of a kind may have beside its marks, in the order in which they are read: how it was, what
 * only its kind has, then people and tags.
 */
export const factRowsOf = onceFor((detail: Fields): readonly FactRow[] => [
  ...factRows(firstFields),
  ...factRows(detail),
  ...factRows(lastFields),
])

/** What an entry says beside its words, each in words. */
export function factsOf(entry: Entry, writing: FactWriting = {}): Fact[] {
  const facts: Fact[] = []
  for (const row of factRowsOf(detailFields[entry.kind]))
    addFacts(facts, row, row.isDetail ? entry.details : entry, writing)
  addFact(facts, marksLabel, marked(entry))
  return facts
}

const { people, tags, ...firstFields } = entryFields
const lastFields = { people, tags }
export const marksLabel = 'Marked'

/** What an entry is marked with: "starred, to bring along". */
export function marked(entry: Entry): string {
  let marks = ''
  for (const { name, field } of markRows)
    if (valueIn(entry, name) !== undefined) marks += marks ? `, ${field.label}` : field.label
  return marks
}

const markRows = rowsOf(entryFields).filter(
  ({ field }) => 'shown' in field && field.shown === 'mark',
)

/** What a row comes to: nothing, a fact, or those of each thing in a list. */
export function addFacts(
  facts: Fact[],
  { name, field, fields }: Omit<FactRow, 'isDetail'>,
  holder: object,
  writing: FactWriting,
): void {
  const value = valueIn(holder, name)
  if (value === undefined) return
  const addWithin = (inner: Fields, item: unknown) => {
    for (const row of factRows(inner)) addFacts(facts, row, item as object, writing)
  }
  if (field.type === 'list') for (const item of listOf(value)) addWithin(field.fields, item)
  else if (field.type === 'group' && writing.eachRating && isOfRatings(field.fields))
    addWithin(field.fields, value)
  else {
    const { beside = '' } = field
    const other = fields[beside]
    const more = other ? ` (${worded(other, valueIn(holder, beside), writing)})` : ''
    addFact(facts, field.label, worded(field, value, writing) + more)
  }
}

function addFact(facts: Fact[], label: string, value: string): void {
  if (value.trim() !== '') facts.push({ label, value })
}

const isOfRatings = (fields: Fields): boolean =>
  Object.values(fields).every(({ type }) => type === 'scale')

/** A value as it reads: "4 of 5", "low (2 of 5)", "listening", "yes". */
export function worded(field: Field, value: unknown, writing: FactWriting): string {
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
    case 'number':
      return field.to === undefined ? String(value) : `${value} of ${field.to}`
    case 'amounts':
      return Object.entries(value as Amounts)
        .map(
          ([name, amount]) =>
            `${name} ${amount === true ? 'yes' : amount === false ? 'no' : amount}`,
        )
        .join(', ')
    case 'tags':
      return listOf(writing.tags?.(value as readonly string[]) ?? value)
        .map(tag => `#${tag}`)
        .join(' ')
    case 'group':
      // Words speak for themselves; of the others it is said which they are.
      return rowsOf(field.fields)
        .flatMap(({ name, field: inner }) => {
          const it = valueIn(value as object, name)
          if (it === undefined) return []
          const words = worded(inner, it, writing)
          return inner.type === 'words' ? words : `${inner.label} ${words}`
        })
        .join(', ')
    default:
      return listOf(value).join(', ')
  }
}
