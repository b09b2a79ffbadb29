import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { planImport } from '../../src/formats/import-plan.ts'
import { readJson, writeJson } from '../../src/formats/json.ts'
import type { JournalRecord } from '../../src/journal/change.ts'
import fc from '../helpers/properties.ts'
import { anyRecords } from './arbitrary.ts'
import { fold } from './fold.ts'

const note = {
  id: '01a',
  revision: '01b',
  supersedes: [],
  writtenAt: '2026-11-22T20:00:00.000Z',
  kind: 'note',
  at: '2026-11-22T21:30:00+01:00',
  zone: 'Europe/Berlin',
  day: '2026-11-22',
  text: 'Rain, and a long talk.',
  tags: ['calm'],
  people: ['Ines'],
  details: {},
} as unknown as Extract<JournalRecord, { kind: 'note' }>

const empty = fold()
const fileWith = (...entries: unknown[]) =>
  JSON.stringify({ version: 1, format: 'hearten', entries, people: [], settings: [], history: [] })
function reasonOf(text: string): string {
  try {
    readJson(text)
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('It was read.')
}

describe('a journal as JSON', () => {
  it('comes back into an empty journal byte for byte', () => {
    fc.assert(
      fc.property(anyRecords, records => {
        const journal = fold(records)
        const text = writeJson(journal)
        const plan = planImport(empty, readJson(text))
        const again = fold(plan.records)
        expect(writeJson(again)).toBe(text)
        expect(new Set(again.history)).toEqual(new Set(JSON.parse(JSON.stringify(journal.history))))
        expect(new Set(again.entries)).toEqual(new Set(JSON.parse(JSON.stringify(journal.entries))))
      }),
      { numRuns: 300 },
    )
  })

  it('is the same whatever order records and fields are in', () => {
    fc.assert(
      fc.property(anyRecords, records => {
        const turned = records
          .toReversed()
          .map(record => Object.fromEntries(Object.entries(record).reverse()) as typeof record)
        expect(writeJson(fold(turned))).toBe(writeJson(fold(records)))
      }),
    )
  })

  it('adds nothing when it is imported a second time, and only what is missing otherwise', () => {
    fc.assert(
      fc.property(anyRecords, fc.nat(10), (records, some) => {
        const file = readJson(writeJson(fold(records)))
        const part = records.slice(0, some)
        const plan = planImport(fold(part), file)
        expect(plan.records.length).toBe(new Set(records.slice(some)).size)
        expect(writeJson(fold(part, plan.records))).toBe(writeJson(fold(records)))
        expect(planImport(fold(part, plan.records), file)).toMatchObject({
          records: [],
          different: [],
          alreadyHere: records.length,
        })
      }),
    )
  })

  it('is one record a line, to be read with grep and jq', () => {
    const lines = writeJson(fold([note])).split('\n')
    expect(lines.filter(line => line.includes('Rain'))).toHaveLength(1)
    expect(JSON.parse(lines.find(line => line.includes('Rain')) ?? '')).toEqual(note)
    expect(lines.slice(0, 2)).toEqual(['{"version":1,"format":"hearten",', '"entries":['])
  })

  it('holds nothing a terminal would obey, and still says the same', () => {
    const text = '\u001b[2J \u009b31m \u202e \u{e0041} \u0085'
    const json = writeJson(fold([{ ...note, text }]))
    expect(json).toMatch(/^[\n\x20-\x7e]*$/)
    expect(readJson(json).entries[0]?.text).toBe(text)
  })
})

describe('importing into a journal that has entries', () => {
  const later = {
    ...note,
    revision: '01c',
    supersedes: ['01b'],
    text: 'Rain, and a longer talk.',
  }

  it('takes a later revision as the one that counts', () => {
    const plan = planImport(fold([note]), fold([note, later]))
    expect(plan.records).toEqual([later])
    expect([...plan.changedByMonth]).toEqual([['2026-11', 1]])
    expect(plan.newByMonth.size).toBe(0)
    expect(fold([note], plan.records).entries).toEqual([later])
  })

  it('leaves our later revision when the file has only the earlier one', () => {
    expect(planImport(fold([note, later]), fold([note])).records).toEqual([])
  })

  it('counts what is new by month', () => {
    const march = { ...note, id: '02a', revision: '02b', day: '2026-03-01' as typeof note.day }
    const plan = planImport(empty, fold([note, march]))
    expect([...plan.newByMonth]).toEqual([
      ['2026-03', 1],
      ['2026-11', 1],
    ])
  })

  it('names a revision that says something else here', () => {
    const plan = planImport(fold([note]), fold([{ ...note, text: 'Edited by hand.' }]))
    expect(plan.records).toEqual([])
    expect(plan.different).toHaveLength(1)
  })

  it('refuses an id that means a person here and an entry there', () => {
    const person = {
      id: note.id,
      revision: '09z',
      supersedes: [],
      writtenAt: note.writtenAt,
      kind: 'person',
      name: 'Ines',
      aliases: [],
      status: 'close',
    } as const
    expect(() => planImport(fold([person]), fold([note]))).toThrow(/two different things/)
  })
})

describe('a file that is not as documented', () => {
  it.each([
    [
      'a missing field',
      { ...note, day: undefined },
      /record 1 of "entries" \(id "01a"\): "day" is missing/,
    ],
    [
      'a wrong day',
      { ...note, day: '2026-02-30' },
      /"day" should be a day like .*, not "2026-02-30"/,
    ],
    ['a mood of 9', { ...note, mood: 9 }, /"mood" should be 1, 2, 3, 4 or 5, not 9/],
    ['a tag that is no text', { ...note, tags: ['a', 4] }, /"tags\.1" should be text, not 4/],
    ['an unknown kind', { ...note, kind: 'tweet' }, /"kind" should be one of: reflection/],
    ['an inherited kind', { ...note, kind: 'constructor' }, /"kind" should be one of/],
    ['an id with a mark in it', { ...note, id: '--><script>' }, /"id" should be an id/],
    ['a moment without an offset', { ...note, at: '2026-11-22T21:30' }, /"at" should be a moment/],
    [
      'a person among entries',
      { ...note, kind: 'mute', what: 'tag', value: 'x' },
      /a mute does not belong/,
    ],
    ['a deletion among entries', { ...note, deleted: true }, /deleted record does not belong/],
    ['no object', 7, /record 1 of "entries": it should be an object/],
    ['details of the wrong kind', { ...note, kind: 'coping' }, /"details.tool" is missing/],
    [
      'an odd step',
      { ...note, kind: 'promise', details: { steps: [{ on: '2026-11-23', outcome: 'maybe' }] } },
      /"details.steps.0.outcome" should be one of: done, .*, not "maybe"/,
    ],
  ])('names the record and the field: %s', (_, record, reason) => {
    expect(reasonOf(fileWith(record))).toMatch(reason)
    expect(reasonOf(fileWith(record))).toMatch(/Nothing was changed\.$/)
  })

  it.each([
    ['nothing', '', /not JSON/],
    ['half a file', '{"version":1,"format":"hearten",\n"entries":[', /not JSON/],
    ['something else', '{"entries":[]}', /not a journal that hearten exported/],
    ['a list', '[1]', /not a journal that hearten exported/],
    ['a newer version', '{"version":2,"format":"hearten"}', /it is version 2/],
    [
      'a missing list',
      '{"version":1,"format":"hearten","entries":[]}',
      /"people" should be a list/,
    ],
    ['an unknown part', '{"version":1,"format":"hearten","photos":[]}', /does not know, "photos"/],
    ['deep nesting', '['.repeat(100_000), /nested deeper than 32/],
  ])('says what it is: %s', (_, text, reason) => {
    expect(reasonOf(text)).toMatch(reason)
  })

  it('never quotes the words around a mistake', () => {
    expect(reasonOf('{"text":"my secret" oops}')).not.toContain('secret')
  })

  it('takes brackets inside words for words', () => {
    const text = `${'['.repeat(99)}\\"${'{'.repeat(99)}`
    expect(readJson(fileWith({ ...note, text })).entries[0]?.text).toBe(text)
  })

  it('refuses one revision with two meanings, and takes the same line twice as one', () => {
    expect(reasonOf(fileWith(note, { ...note, text: 'x' }))).toMatch(/01b twice, and they differ/)
    expect(readJson(fileWith(note, note)).entries).toHaveLength(1)
  })

  it('may begin with a byte order mark', () => {
    expect(readJson(`\ufeff${fileWith(note)}`).entries).toHaveLength(1)
  })
})
