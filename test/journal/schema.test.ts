import type * as v from 'valibot'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { storyOf } from '../../src/demo/story.ts'
import type { JournalRecord } from '../../src/journal/change.ts'
import { deletionOf } from '../../src/journal/change.ts'
import type { Day } from '../../src/journal/day.ts'
import { tombstone } from '../../src/journal/entry.ts'
import { firstRevision } from '../../src/journal/record.ts'
import { isRecord, problemWith, recordSchemas } from '../../src/journal/schema.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { aMute } from '../helpers/builders.ts'

type Checked = { [K in keyof typeof recordSchemas]: v.InferOutput<(typeof recordSchemas)[K]> }

describe('the schema of records', () => {
  it('lets through exactly what the types say', () => {
    expectTypeOf<keyof Checked>().toEqualTypeOf<JournalRecord['kind']>()
    // A note's details are empty as a type, and open here, since unknown fields are kept.
    expectTypeOf<Checked[Exclude<keyof Checked, 'note'>]>().toExtend<JournalRecord>()
    expectTypeOf<Differing[keyof Differing]>().toBeNever()
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
    expect(new Set(deletions.map(({ kind }) => kind)).size).toBe(Object.keys(recordSchemas).length)
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

type Typed = { [K in JournalRecord['kind']]: Extract<JournalRecord, { kind: K }> }
/** Names of fields that only the types have, or only the schema. */
type Differing = {
  [K in keyof Typed]:
    | Exclude<Fields<Typed[K]>, Fields<Checked[K]>>
    | Exclude<Fields<Checked[K]>, Fields<Typed[K]>>
}
type Fields<T> = Names<T> | (T extends { details: infer D } ? Names<D> : never)
/** Without the door left open for unknown fields. */
type Names<T> = keyof {
  [K in keyof T as string extends K ? never : number extends K ? never : K]: true
}

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
