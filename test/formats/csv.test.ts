import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { csvImporter } from '../../src/formats/csv.ts'
import { planImport } from '../../src/formats/import-plan.ts'
import { importers } from '../../src/formats/importers.ts'
import { problemWith } from '../../src/journal/schema.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'
import fc from '../helpers/properties.ts'

const path = join(import.meta.dirname, '../fixtures/tables/plain.csv')
const file = readFileSync(path)
const read = (text: string | Uint8Array) => csvImporter.read(Buffer.from(text), aStamp())
const nothing = { entries: [], people: [], settings: [], history: [] }

describe('a table that anybody can make', () => {
  it('becomes entries with all that its cells say', () => {
    const { entries } = read(file)
    expect(entries).toMatchObject([
      {
        kind: 'note',
        text: 'The first evening alone.\n\nI cooked, and said "good night" to nobody.',
        at: '2025-03-01T21:30:00+00:00',
        ...{ zone: 'Europe/Lisbon', day: '2025-03-01', mood: 2, energy: 2, theme: 'compassion' },
        ...{ feelings: ['lonely', 'at ease'], tags: ['evening', 'cooking'], people: [] },
      },
      {
        ...{ text: 'Called my sister, at last.', at: '2025-03-02T07:05:00+09:00', mood: 4 },
        ...{ people: ['Ana', 'Sam'], theme: 'support', starred: true },
      },
      { kind: 'checkin', text: '', day: '2025-03-03', mood: 3, feelings: ['calm'] },
      { kind: 'checkin', day: '2025-03-03', mood: 4 },
      { text: 'Short row', day: '2025-03-12' },
    ])
    expect(entries.map(problemWith).filter(Boolean)).toEqual([])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })

  it('names each odd row by the line it begins on', () => {
    expect(read(file).odd).toEqual([
      { line: 9, reason: 'its date is no day like 2026-11-22' },
      { line: 10, reason: 'its time is none like 21:30' },
      { line: 11, reason: 'its time zone is not known' },
      { line: 12, reason: 'its mood is no number from 1 to 5' },
      { line: 13, reason: 'it says nothing' },
      { line: 14, reason: 'it has more cells than there are columns' },
      { line: 15, reason: 'its theme is none of the five' },
      { line: 16, reason: 'what it says under starred is neither yes nor no' },
      { line: 18, reason: expect.stringMatching(/is not closed, so what stands below/) },
    ])
  })

  it('is known by its columns, and not taken for what only looks like it', () => {
    const known = (text: string) =>
      importers.find(it => it.recognises(Buffer.from(text), 'x.csv'))?.id
    expect(known(file.toString())).toBe('csv')
    expect(known('\ufeffDate;Text\r\n2025-03-01;words\r\n')).toBe('csv')
    expect(known('"date"\t"mood"\n')).toBe('csv')
    expect(known('full_date,date,weekday,time,mood,activities,note_title,note\n')).toBe('daylio')
    expect(known('date,feeling\n2025-03-01,7\n')).toBe('feeling')
    expect(known('date,weather\n2025-03-01,rain\n')).toBeUndefined()
    expect(known('date\n2025-03-01\n')).toBeUndefined()
    expect(known('{"version":1,"format":"hearten"}')).toBe('json')
  })

  it('may have other marks, a byte order mark, and columns in any order', () => {
    const { entries, odd } = read('\ufeffText;Date\r\n"a; b";2025-03-01\r\n')
    expect(entries).toMatchObject([{ text: 'a; b', day: '2025-03-01' }])
    expect(odd).toEqual([])
  })

  it('adds nothing a second time, and one of two equal rows', () => {
    const again = csvImporter.read(file, { ...aStamp(), now: new Date('2027-01-01T00:00:00Z') })
    expect(planImport({ ...nothing, entries: read(file).entries }, again).records).toEqual([])
    expect(read('date,text\n2025-03-01,tea\n2025-03-01,tea\n').entries).toHaveLength(1)
  })

  it.each([
    ['date,weather\n2025-03-01,rain', 'a column that is not known, "weather"'],
    ['text,mood\nwords,3', 'no column "date"'],
    ['date,text,text\n', 'a column twice'],
    [Buffer.from([0x64, 0x61, 0x74, 0x65, 0x2c, 0xff]), 'not UTF-8'],
  ])('is refused whole where its columns cannot be meant', (text, reason) => {
    expect(() => read(text)).toThrow(reason)
    expect(() => read(text)).toThrow(UserError)
  })

  it('takes whatever bytes come, and gives records that are in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.oneof(
              fc.string({ unit: 'binary' }),
              fc.constant('2025-03-01'),
              fc.constantFrom('"', ',', '3'),
            ),
            { maxLength: 5 },
          ),
        ),
        rows => {
          const table = rows.map(row => row.join(',')).join('\n')
          const { entries } = read(`date,text,mood,people,tags\n${table}`)
          expect(entries.map(problemWith).filter(Boolean)).toEqual([])
        },
      ),
    )
  })
})

describe('hearten import', () => {
  it('shows what would come in, takes it in once, and names what it leaves out', async () => {
    const person = aPerson()
    const dry = await person.run('import', path, '--dry-run')
    expect(dry.err).toContain('March 2025  5 new')
    expect(dry.err).toContain('line 9 is left out: its date is no day like 2026-11-22')
    expect(dry.err).toContain('5 entries would come in. Nothing was changed.')
    expect(await person.json('list')).toMatchObject({ entries: [] })
    expect((await person.run('import', path)).err).toContain('5 entries came in.')
    expect((await person.run('import', path)).err).toContain('Everything in it is here already.')
    expect((await person.run('import', path, '--format', 'csv')).code).toBe(0)
    expect(((await person.json('list')) as { entries: [] }).entries).toHaveLength(5)
  })
})
