// The table of fields, put to work: a value for each field, a record with all of them.
import type { JournalRecord } from '../../src/journal/change.ts'
import type { Kind } from '../../src/journal/entry.ts'
import { detailFields } from '../../src/journal/fields/details.ts'
import { entryFields } from '../../src/journal/fields/entry.ts'
import type { Field, Fields } from '../../src/journal/fields/field.ts'
import { recordFields, settingFields } from '../../src/journal/fields/record.ts'

/** Every kind of record. */
export const recordKinds = Object.keys({
  ...detailFields,
  ...settingFields,
}) as JournalRecord['kind'][]

/** A value that a field can hold, and one that it cannot. */
export const examples: Readonly<
  Record<Field['type'], (field: Field) => readonly [unknown, unknown]>
> = {
  scale: () => [3, 6],
  choice: field => [field.type === 'choice' && Object.keys(field.words)[0], 'nothing of ours'],
  day: () => ['2026-11-22', '2026-02-30'],
  yes: () => [true, false],
  'yes-no': () => [false, 'no'],
  number: field => [
    field.type === 'number' ? (field.from ?? 1) : 1,
    field.type === 'number' && field.from !== undefined ? field.from - 1 : 'one',
  ],
  amounts: () => [{ craving: 3, walked: true }, { craving: 'three' }],
  words: () => ['words', 7],
  name: () => ['Ben', 7],
  'word-list': () => [['calm'], 'calm'],
  tags: () => [['calm'], 'calm'],
  names: () => [['Ben'], 'Ben'],
  code: field => [field.type === 'code' ? codes[field.form] : '', ['x']],
  codes: field => [field.type === 'codes' ? [codes[field.form]] : [], 'x'],
  group: field => ['fields' in field && filled(field.fields), 'x'],
  list: field => ['fields' in field && [filled(field.fields)], {}],
}
const codes = {
  id: '01a',
  moment: '2026-11-22T21:30:00+01:00',
  zone: 'Europe/Berlin',
  month: '2026-10',
  any: 'x',
}

const filled = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, examples[field.type](field)[0]]),
  )

const isEntryKind = (kind: string): kind is Kind => Object.hasOwn(detailFields, kind)

/** A record with every field of its kind. */
export const full = (kind: JournalRecord['kind']): Record<string, unknown> => {
  const { deleted: _, ...common } = filled(recordFields)
  return isEntryKind(kind)
    ? { ...common, kind, ...filled(entryFields), details: filled(detailFields[kind]) }
    : { ...common, kind, ...filled(settingFields[kind]) }
}

/** Each field of a kind at any depth: where it stands, and what it is. */
function* placesIn(fields: Fields, path: readonly string[] = []): Generator<[string[], Field]> {
  for (const [name, field] of Object.entries(fields)) {
    yield [[...path, name], field]
    if (field.type === 'group') yield* placesIn(field.fields, [...path, name])
    if (field.type === 'list') yield* placesIn(field.fields, [...path, name, '0'])
  }
}

export function placesOf(kind: JournalRecord['kind']): [string[], Field][] {
  const common = [...placesIn(recordFields)]
  return isEntryKind(kind)
    ? [...common, ...placesIn(entryFields), ...placesIn(detailFields[kind], ['details'])]
    : [...common, ...placesIn(settingFields[kind])]
}

/** The same record with another value in one place; without a value it is left out. */
export function withAt(
  record: object,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): object {
  const copy = (Array.isArray(record) ? [...record] : { ...record }) as Record<string, unknown>
  if (rest.length > 0) copy[name] = withAt(copy[name] as object, rest, value)
  else if (value === undefined) delete copy[name]
  else copy[name] = value
  return copy
}
