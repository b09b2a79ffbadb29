import * as v from 'valibot'
import type { JournalRecord } from './change.ts'
import type { Day } from './day.ts'
import { isDay } from './day.ts'
import type { Kind } from './entry.ts'
import { detailFields } from './fields/details.ts'
import { entryFields } from './fields/entry.ts'
import type { Amounts, CodeForm, Field, Fields, Shape, ValueOf } from './fields/field.ts'
import { idsOf } from './fields/field.ts'
import { recordFields, settingFields } from './fields/record.ts'

// What every record must look like when it comes from outside: a file that is imported, a month that
// was edited by hand. It is made from the table of fields. Unknown fields are let through everywhere,
// because they are kept.

const text = v.string('should be text')
const some = v.pipe(text, v.nonEmpty('should not be empty'))
const texts = v.array(text, 'should be a list of texts')
/** Ids become file names and marks in other formats, so nothing else may hide in them. */
const id = v.pipe(text, v.regex(/^[\w-]{1,64}$/, 'should be an id: letters, digits, _ and - only'))
const moment = v.pipe(
  text,
  v.check(
    value =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
      !Number.isNaN(Date.parse(value)),
    'should be a moment like 2026-11-22T21:30:00-03:00',
  ),
)
const zone = v.pipe(
  text,
  v.regex(/^[A-Za-z][\w+/-]{0,63}$/, 'should be a time zone like Europe/Lisbon'),
)
const month = v.pipe(text, v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'should be a month like 2026-11'))
const codes: Readonly<Record<CodeForm, v.GenericSchema<string>>> = {
  id,
  moment,
  zone,
  month,
  any: text,
}
const oneOf = (words: readonly string[]) =>
  v.picklist(words, `should be one of: ${words.join(', ')}`)
const thing = <const E extends v.ObjectEntries>(entries: E) =>
  v.looseObject(entries, 'should be an object')

/** What passes a check; of what has fields of its own, each field is checked by itself. */
type CheckedBy<T> = T extends 'choice'
  ? string
  : T extends 'group' | 'list'
    ? unknown
    : ValueOf<{ readonly type: T }>

/** How each shape is checked; what passes is what its type says. */
const checks: {
  readonly [T in Shape['type']]: (
    field: Extract<Shape, { type: T }>,
  ) => v.GenericSchema<unknown, CheckedBy<T>>
} = {
  scale: () => v.picklist([1, 2, 3, 4, 5], 'should be 1, 2, 3, 4 or 5'),
  choice: ({ words }) => oneOf(idsOf(words)),
  day: () =>
    v.custom<Day>(
      value => typeof value === 'string' && isDay(value),
      'should be a day like 2026-11-22',
    ),
  yes: () => v.literal(true, 'should be true, or not be there'),
  'yes-no': () => v.boolean('should be true or false'),
  number: number,
  amounts: () =>
    v.custom<Amounts>(isAmounts, 'should be an object of names with a number, or true or false'),
  words: ({ filled }) => (filled ? some : text),
  name: ({ filled }) => (filled ? some : text),
  'word-list': () => texts,
  tags: () => texts,
  names: () => texts,
  code: ({ form }) => codes[form],
  codes: ({ form }) =>
    form === 'id' ? v.array(id, 'should be a list of revision ids') : v.array(codes[form]),
  group: ({ fields }) => thing(entriesFor(fields)),
  list: ({ fields }) => v.array(thing(entriesFor(fields)), 'should be a list'),
}

/** @returns a check for what is no number, has decimals where it should not, or lies beyond an end */
function number({ from, to, whole }: Extract<Shape, { type: 'number' }>) {
  const ends = from === undefined || to === undefined ? '' : ` from ${from} to ${to}`
  return v.pipe(
    v.number(`should be a number${ends}`),
    v.finite(`should be a number${ends}`),
    v.check(
      value =>
        value >= (from ?? value) && value <= (to ?? value) && (!whole || Number.isInteger(value)),
      `should be a ${whole ? 'whole ' : ''}number${ends}`,
    ),
  )
}

const isAmounts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(it => typeof it === 'boolean' || Number.isFinite(it))

function entriesFor(fields: Fields): v.ObjectEntries {
  const entries = Object.entries(fields).map(([name, field]) => {
    const schema = checkFor(field)
    return [name, field.required ? schema : v.exactOptional(schema)]
  })
  return Object.fromEntries(entries)
}

const checkFor = (field: Field): v.GenericSchema =>
  (checks[field.type] as (field: Field) => v.GenericSchema)(field)

const recordOf = (kind: string, entries: v.ObjectEntries) =>
  thing({ ...entriesFor(recordFields), kind: v.literal(kind), ...entries })

const schemas = new Map<string, v.GenericSchema>()

/** The shape of a kind of record, made when it is asked for first. */
function schemaFor(kind: JournalRecord['kind'], deleted: boolean): v.GenericSchema {
  const key = `${kind}${deleted ? ' deleted' : ''}`
  const schema = schemas.get(key) ?? made(kind, deleted)
  schemas.set(key, schema)
  return schema
}

function made(kind: JournalRecord['kind'], deleted: boolean): v.GenericSchema {
  if (isEntryKind(kind)) {
    // What is left of a deleted entry is where it belonged, not its words or its kind's own fields.
    const theme = kind === 'reflection' && !deleted ? { theme: checkFor(entryFields.theme) } : {}
    const details = thing(deleted ? {} : entriesFor(detailFields[kind]))
    return recordOf(kind, { ...entriesFor(entryFields), ...theme, details })
  }
  const fields: Fields = settingFields[kind]
  return recordOf(kind, entriesFor(deleted ? wordless(fields) : fields))
}

/** What is left of a deleted setting has no words: where some must be, none may be. */
const wordless = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { filled: _, ...rest } = field as Field & { readonly filled?: true }
      return [name, rest as Field]
    }),
  )

/** What is wrong with one field of a record: "mood", "should be 1, 2, 3, 4 or 5". */
export interface Problem {
  /** Dotted, `details.steps.0.on`; empty when the record as a whole is meant. */
  readonly field: string
  readonly should: string
}

/** The first thing wrong with a record from outside; undefined when it is one. */
export function problemWith(value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: '', should: 'should be an object' }
  const { kind, deleted } = value as { kind?: unknown; deleted?: unknown }
  if (!isKind(kind)) return { field: 'kind', should: `should be one of: ${recordKinds.join(', ')}` }
  const result = v.safeParse(schemaFor(kind, deleted === true), value, { abortEarly: true })
  if (result.success) return undefined
  const [issue] = result.issues
  const missing = issue.type === 'loose_object' && issue.received === 'undefined'
  return { field: v.getDotPath(issue) ?? '', should: missing ? 'is missing' : issue.message }
}

export const isRecord = (value: unknown): value is JournalRecord => problemWith(value) === undefined

const recordKinds: readonly string[] = [...Object.keys(detailFields), ...Object.keys(settingFields)]

const isEntryKind = (kind: JournalRecord['kind']): kind is Kind => Object.hasOwn(detailFields, kind)

const isKind = (kind: unknown): kind is JournalRecord['kind'] =>
  typeof kind === 'string' && recordKinds.includes(kind)
