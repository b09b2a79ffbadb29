import { describe, expect, it } from 'vitest'
import { storyOf } from '../../src/demo/story.ts'
import type { JournalRecord } from '../../src/journal/change.ts'
import { deletionOf } from '../../src/journal/change.ts'
import type { Day } from '../../src/journal/day.ts'
import type { Kind } from '../../src/journal/entry.ts'
import { tombstone } from '../../src/journal/entry.ts'
import { detailFields } from '../../src/journal/fields/details.ts'
import { entryFields } from '../../src/journal/fields/entry.ts'
import type { Field, Fields } from '../../src/journal/fields/field.ts'
import { fieldOrder } from '../../src/journal/fields/order.ts'
import { recordFields, settingFields } from '../../src/journal/fields/record.ts'
import { firstRevision } from '../../src/journal/record.ts'
import { isRecord, problemWith } from '../../src/journal/schema.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { aMute } from '../helpers/builders.ts'

const kinds = Object.keys({ ...detailFields, ...settingFields }) as JournalRecord['kind'][]

/** A value that a field can hold, and one that it cannot. */
const examples: Readonly<Record<Field['type'], (field: Field) => readonly [unknown, unknown]>> = {
  scale: () => [3, 6],
  choice: field => [field.type === 'choice' && Object.keys(field.words)[0], 'nothing of ours'],
  day: () => ['2026-11-22', '2026-02-30'],
  yes: () => [true, false],
  'yes-no': () => [false, 'no'],
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
const full = (kind: JournalRecord['kind']): Record<string, unknown> => {
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

function placesOf(kind: JournalRecord['kind']): [string[], Field][] {
  const common = [...placesIn(recordFields)]
  return isEntryKind(kind)
    ? [...common, ...placesIn(entryFields), ...placesIn(detailFields[kind], ['details'])]
    : [...common, ...placesIn(settingFields[kind])]
}

/** The same record with another value in one place; without a value it is left out. */
function withAt(record: object, [name = '', ...rest]: readonly string[], value: unknown): object {
  const copy = (Array.isArray(record) ? [...record] : { ...record }) as Record<string, unknown>
  if (rest.length > 0) copy[name] = withAt(copy[name] as object, rest, value)
  else if (value === undefined) delete copy[name]
  else copy[name] = value
  return copy
}

describe('the schema of records', () => {
  it.each(kinds)('takes a %s with every field, and with those it must have', kind => {
    expect(problemWith(full(kind))).toBeUndefined()
    for (const [path, field] of placesOf(kind)) {
      const without = problemWith(withAt(full(kind), path, undefined))
      const must = field.required || (kind === 'reflection' && path[0] === 'theme')
      expect(without?.field, path.join('.')).toBe(must ? path.join('.') : undefined)
    }
  })

  it.each(kinds)('checks every field of a %s', kind => {
    const places = placesOf(kind)
    expect(places.length).toBeGreaterThan(Object.keys(recordFields).length)
    for (const [path, field] of places) {
      const [, wrong] = examples[field.type](field)
      const name = path.join('.')
      expect(problemWith(withAt(full(kind), path, wrong))?.field ?? '', name).toContain(name)
    }
  })

  it('has one order for the fields of a line, which equal journals rest on', () => {
    const [before, after] = [fieldOrder.indexOf('starred'), fieldOrder.indexOf('insight')]
    expect(fieldOrder.slice(0, before).join(' ')).toBe(
      'id revision supersedes movedFrom writtenAt deleted kind at zone day text tags people mood energy feelings',
    )
    expect(fieldOrder.slice(after).join(' ')).toBe(
      'insight moment connection known cared step learned passed cue due witness confidence steps on outcome helped obstacle was answered tool before after useAgain name next sealedUntil to unsent aliases status what value',
    )
  })

  it('keeps what it does not know', () => {
    expect(isRecord({ ...coping, weather: { sky: 'grey' } })).toBe(true)
  })

  it('knows what is left of a deletion, whatever was deleted', () => {
    const deletions = storyOf({ seed: 'x', from: coping.day as Day, days: 60, zone: 'UTC' })
      .concat(
        { ...aMute('tag', 'work'), id: '01m', revision: '01n' },
        { ...firstRevision(aStamp()), kind: 'prompt', theme: 'growth', text: 'What now?' },
      )
      .map(record => deletionOf(record, aStamp()))
    expect(new Set(deletions.map(({ kind }) => kind)).size).toBe(kinds.length)
    expect(deletions.map(problemWith).filter(Boolean)).toEqual([])
  })

  it('asks of a deleted entry only where it belonged', () => {
    const stamp = { now: new Date(0), zone: 'UTC', today: coping.day as never, newId: () => '09' }
    const gone = tombstone(coping as never, stamp)
    expect(gone.details).toEqual({})
    expect(problemWith(gone)).toBeUndefined()
    expect(problemWith({ ...gone, deleted: undefined })).toBeDefined()
    expect(problemWith({ ...gone, day: 'then' })?.field).toBe('day')
  })
})

const coping = {
  id: '01a',
  revision: '01b',
  supersedes: [],
  writtenAt: '2026-11-22T20:00:00.000Z',
  kind: 'coping',
  at: '2026-11-22T21:30:00+01:00',
  zone: 'Europe/Berlin',
  day: '2026-11-22',
  text: '',
  tags: [],
  people: [],
  details: { tool: 'a walk' },
}
