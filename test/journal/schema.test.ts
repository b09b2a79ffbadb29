import { describe, expect, it } from 'vitest'
import type { JournalRecord } from '../../src/journal/change.ts'
import { deletionOf } from '../../src/journal/change.ts'
import { tombstone } from '../../src/journal/entry.ts'
import { fieldOrder } from '../../src/journal/fields/field-order.ts'
import { recordFields } from '../../src/journal/fields/record.ts'
import { isRecord, problemWith } from '../../src/journal/schema.ts'
import { anEntry, aStamp } from '../helpers/a-journal.ts'
import { examples, full, placesOf, recordKinds, withAt } from '../helpers/fields.ts'

describe('the schema of records', () => {
  it.each(recordKinds)('takes a %s with every field, and with those it must have', kind => {
    expect(problemWith(full(kind))).toBeUndefined()
    for (const [path, field] of placesOf(kind)) {
      const without = problemWith(withAt(full(kind), path, undefined))
      const must = field.required || (kind === 'reflection' && path[0] === 'theme')
      expect(without?.field, path.join('.')).toBe(must ? path.join('.') : undefined)
    }
  })

  it.each(recordKinds)('checks every field of a %s', kind => {
    const places = placesOf(kind)
    expect(places.length).toBeGreaterThan(Object.keys(recordFields).length)
    for (const [path, field] of places) {
      const [, wrong] = examples[field.type](field)
      const name = path.join('.')
      expect(problemWith(withAt(full(kind), path, wrong))?.field ?? '', name).toContain(name)
    }
  })

  it('keeps the order of a line, which equal journals rest on; a new field may come in between', () => {
    const order =
      'id revision supersedes movedFrom writtenAt deleted kind at zone day text tags people mood energy feelings starred bring private theme prompt deeper session details strengthBefore strengthAfter understood understoodBy source similarity hopeBefore hopeAfter lessAlone sharedBack support direction expected actual caredFor insight moment connection known cared step learned passed cue due witness confidence steps on outcome helped obstacle was answered tool before after useAgain name next sealedUntil to unsent aliases status what value'.split(
        ' ',
      )
    expect(fieldOrder.filter(name => order.includes(name))).toEqual(order)
  })

  it('keeps what it does not know', () => {
    expect(isRecord({ ...coping, weather: { sky: 'grey' } })).toBe(true)
  })

  it('knows what is left of a deletion, whatever was deleted', () => {
    const deletions = recordKinds
      .map(kind => full(kind) as unknown as JournalRecord)
      .map(record => deletionOf(record, aStamp()))
    expect(new Set(deletions.map(({ kind }) => kind)).size).toBe(recordKinds.length)
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

it.each(['2026-99', '2026-00', '2026-13', 'people'])(
  'refuses %s as a month something lay in',
  month => {
    const entry = { ...anEntry(), movedFrom: month }
    expect(problemWith(entry)?.field).toBe('movedFrom')
    expect(problemWith({ ...entry, movedFrom: '2026-12' })).toBeUndefined()
  },
)
