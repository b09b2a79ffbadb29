import { describe, expect, it } from 'vitest'
import type { Placed } from '../../src/formats/foreign/rows.ts'
import { journalOf } from '../../src/formats/foreign/rows.ts'
import { planImport } from '../../src/formats/import-plan.ts'
import type { Importer, OddRow } from '../../src/formats/importer.ts'
import { entryFromRow } from '../../src/formats/importer.ts'
import { readGivenJournal } from '../../src/formats/read-in.ts'
import { problemWith } from '../../src/journal/schema.ts'
import { renderImport } from '../../src/render/import.ts'
import { aStamp } from '../helpers/a-journal.ts'

const nothing = { entries: [], people: [], settings: [], history: [] }

/** A made-up format of one line a day, `2026-11-22 21:30 words`: what an importer has to do, and no more. */
const lines: Importer = {
  id: 'lines',
  what: 'one line a day',
  recognises: bytes => /^\d{4}-/.test(new TextDecoder().decode(bytes.subarray(0, 5))),
  read(bytes, stamp) {
    const odd: OddRow[] = []
    const entries = new TextDecoder()
      .decode(bytes)
      .trim()
      .split('\n')
      .flatMap((row, index) => {
        const [, at, text] = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) (.+)$/.exec(row) ?? []
        if (at === undefined || text === undefined) {
          odd.push({ line: index + 1, reason: 'it does not begin with a date' })
          return []
        }
        const moment = new Date(`${at.replace(' ', 'T')}:00Z`)
        const draft = { kind: 'note', text, details: {} } as const
        return entryFromRow('lines', row, draft, { moment, zone: 'UTC' }, stamp)
      })
    return { ...nothing, entries, odd }
  },
}

const file = Buffer.from('2026-11-20 01:30 a night\nno date here\n2026-11-21 09:00 a morning\n')

it.each([
  ['jrnl', '[2024-03-01 10:00] One.\n[2024-03-02 10:00] Two.\n[2024-03-03 10:00] Three.\n'],
  [
    'jrnl-json',
    JSON.stringify({
      tags: {},
      entries: [1, 2, 3].map(n => ({
        title: `${n}`,
        body: '',
        date: `2024-03-0${n}`,
        time: '10:00',
      })),
    }),
  ],
])('says of one file of %s how far it is', (format, text) => {
  const shares: number[] = []
  const progress = (share: number) => shares.push(share)
  const given = { name: 'a', content: Buffer.from(text), progress }
  expect(readGivenJournal(given, aStamp(), new Map())).toMatchObject({ format })
  expect(shares).toEqual([0, expect.any(Number), expect.any(Number)])
  expect(shares[1]).toBeGreaterThan(0)
  expect(shares[2]).toBeGreaterThan(shares[1] ?? 1)
  expect(shares[2]).toBeLessThan(1)
})

it('takes no more entries than a life has', () => {
  function* rows(): Generator<Placed> {
    for (let line = 1; line <= 300_001; line++) yield { line, row: 'its date is no day' }
  }
  expect(() => journalOf('jrnl', rows(), aStamp(), undefined)).toThrow('more than 300,000 entries')
})

describe('the door for importers', () => {
  it('takes bytes, and gives records and odd rows with their lines', () => {
    const { entries, odd } = lines.read(file, aStamp())
    expect(lines.recognises(file, 'x.txt')).toBe(true)
    expect(entries).toMatchObject([
      // The day that the file states, though it is night.
      { day: '2026-11-20', at: '2026-11-20T01:30:00+00:00', zone: 'UTC', text: 'a night' },
      { day: '2026-11-21', text: 'a morning' },
    ])
    expect(entries.map(problemWith)).toEqual([undefined, undefined])
    expect(odd).toEqual([{ line: 2, reason: 'it does not begin with a date' }])
  })

  it('adds nothing a second time, whenever that is', () => {
    const first = lines.read(file, aStamp())
    const again = lines.read(file, { ...aStamp(), now: new Date('2027-01-01T00:00:00Z') })
    const plan = planImport({ ...nothing, entries: first.entries }, again)
    expect(plan.records).toEqual([])
    const others = Buffer.from('2026-11-20 01:30 another night\n')
    expect(planImport(first, lines.read(others, aStamp())).records).toHaveLength(1)
  })

  it('makes two entries of two rows that differ in anything', () => {
    const of = (mood: 1 | 2) =>
      entryFromRow(
        'lines',
        mood,
        { kind: 'checkin', mood, details: {} },
        { moment: new Date('2026-11-20T12:00:00Z'), zone: 'UTC' },
        aStamp(),
      )
    expect(of(1).id).toBe(of(1).id)
    expect(of(1).id).not.toBe(of(2).id)
  })

  it('shows the months, and names the first odd rows', () => {
    const odd = Array.from({ length: 7 }, (_, i) => ({ line: i + 2, reason: 'no date' }))
    const plan = planImport(nothing, lines.read(file, aStamp()))
    const read = { entries: [], odd, unread: [], others: [], format: 'lines' }
    expect(renderImport(plan, read).split('\n')).toEqual([
      '  November 2026  2 new',
      ...[2, 3, 4, 5, 6].map(line => `  line ${line} is left out: no date`),
      '  and 2 other ones',
    ])
  })
})
