import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { planImport } from '../../../src/formats/import-plan.ts'
import { importers } from '../../../src/formats/importers.ts'
import { isZip, unzip } from '../../../src/formats/unzip.ts'
import { problemWith } from '../../../src/journal/schema.ts'
import { aStamp } from '../../helpers/a-journal.ts'
import { given, readForeign } from '../../helpers/foreign.ts'
import fc from '../../helpers/properties.ts'

const nothing = { entries: [], people: [], settings: [], history: [] }
const inTokyo = { ...aStamp(), now: new Date('2027-01-01T00:00:00Z'), zone: 'Asia/Tokyo' }
const cases = Object.entries(given).map(([name, it]) => ({ name, ...it }))
const texts = cases.filter(({ bytes }) => !isZip(bytes))

/** Reads, or says in a plain sentence why not. */
function readOrRefuse(bytes: Uint8Array) {
  try {
    return readForeign(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain('Nothing was changed')
    return undefined
  }
}

describe('every importer', () => {
  it('has an example here', () => {
    const own = ['json', 'csv']
    const tried = new Set([...own, ...cases.map(({ format }) => format)])
    expect(importers.map(({ id }) => id).filter(id => !tried.has(id))).toEqual([])
  })

  it.each(cases)('$name is known by its content, by one format only', ({ format, bytes }) => {
    expect(readForeign(bytes).format).toBe(format)
    const files = isZip(bytes)
      ? unzip(bytes).map(part => ({ name: part.name, bytes: part.bytes() }))
      : [{ name: 'given', bytes }]
    for (const file of files) {
      const knowing = importers.filter(it => it.recognises(file.bytes, file.name))
      expect(knowing.map(({ id }) => id).filter(id => id !== format)).toEqual([])
    }
  })

  it.each(cases)(
    '$name gives entries that are in order, each with an id of its own',
    ({ bytes }) => {
      const { entries } = readForeign(bytes)
      expect(entries.length).toBeGreaterThan(0)
      expect(entries.map(problemWith).filter(Boolean)).toEqual([])
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    },
  )

  it.each(cases)('$name adds nothing a second time, elsewhere and later', ({ bytes }) => {
    const plan = planImport(
      { ...nothing, entries: readForeign(bytes).entries },
      readForeign(bytes, inTokyo),
    )
    expect(plan.records).toEqual([])
  })

  it.each(cases)('$name says nothing else when it comes again', ({ bytes }) => {
    const later = { ...aStamp(), now: new Date('2027-01-01T00:00:00Z') }
    const plan = planImport(
      { ...nothing, entries: readForeign(bytes).entries },
      readForeign(bytes, later),
    )
    expect(plan).toMatchObject({ records: [], different: [] })
  })

  it.each(texts)('$name may begin with a byte order mark, have CRLF, or be UTF-16', ({ bytes }) => {
    const text = bytes.toString()
    const { entries } = readForeign(bytes)
    const plain = (read: { entries: readonly { text: string; at: string }[] }) =>
      read.entries.map(({ text, at }) => ({ text, at }))
    expect(plain(readForeign(`\ufeff${text}`))).toEqual(plain({ entries }))
    expect(plain(readForeign(text.replaceAll('\n', '\r\n')))).toEqual(plain({ entries }))
    expect(plain(readForeign(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(plain({ entries }))
  })

  it.each(texts)('$name with a byte that is no UTF-8 is refused', ({ bytes }) => {
    const latin = Buffer.concat([bytes, Buffer.from([0xe9, 0x20])])
    expect(() => readForeign(latin)).toThrow('not UTF-8')
  })

  it.each(cases)('$name cut off anywhere is read as far as it goes, or refused', ({ bytes }) => {
    const step = Math.max(1, Math.floor(bytes.length / 60))
    for (let at = 0; at < bytes.length; at += step) {
      const read = readOrRefuse(bytes.subarray(0, at))
      if (isZip(bytes)) expect(read).toBeUndefined()
      expect((read?.entries ?? []).map(problemWith).filter(Boolean)).toEqual([])
    }
  })

  it.each(cases)(
    '$name with bytes changed gives entries in order, or a plain word',
    ({ bytes }) => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
          changes => {
            const spoilt = Buffer.from(bytes)
            for (const [at, byte] of changes) spoilt[at] = byte
            const read = readOrRefuse(spoilt)
            expect((read?.entries ?? []).map(problemWith).filter(Boolean)).toEqual([])
          },
        ),
        { numRuns: 60 },
      )
    },
  )
})
