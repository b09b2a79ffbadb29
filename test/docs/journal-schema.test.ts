import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { storyOf } from '../../src/demo/story.ts'
import { readJson, writeJson } from '../../src/formats/json.ts'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay, isDay } from '../../src/journal/day.ts'
import { problemWith } from '../../src/journal/schema.ts'
import { anyRecords } from '../formats/arbitrary.ts'
import { fold } from '../formats/fold.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'
import { examples, full, placesOf, recordKinds, withAt } from '../helpers/fields.ts'
import fc from '../helpers/properties.ts'
import { journalSchema } from './journal-schema.ts'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: isDay } })
/** As it is published: the first test holds the file against it. */
const check = ajv.compile(journalSchema)
const nothing = {
  version: 1,
  format: 'hearten',
  entries: [],
  people: [],
  settings: [],
  history: [],
}
/** A record where every record may stand. */
const isRecord = (record: object) => check({ ...nothing, history: [record] })

describe('docs/schema/journal-1.json', () => {
  it('is made from the table of fields', async () => {
    // `npx vitest run test/docs -u` writes it.
    await expect(`${JSON.stringify(journalSchema, null, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schema/journal-1.json',
    )
  })

  it('takes whatever is exported, and that is read back to the byte', () => {
    fc.assert(
      fc.property(anyRecords, records => {
        const text = writeJson(fold(records))
        expect([check(JSON.parse(text)), check.errors]).toEqual([true, null])
        expect(writeJson(readJson(text))).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('takes what the commands write', async () => {
    const person = aPerson()
    await person.run('jot', 'One.', '--theme', 'growth', '--mood', '3')
    await person.run('jot', 'Two.')
    await person.run('delete', 'last')
    await person.run('people', 'add', 'Ines', '--status', 'close')
    const written = [
      (await person.run('export', 'json')).out,
      (await person.run('export', 'json', '--theme', 'growth')).out,
    ]
    await person.run('backup', `${person.home}/backup.json`)
    written.push(readFileSync(`${person.home}/backup.json`, 'utf8'))
    for (const text of written)
      expect([check(JSON.parse(text)), check.errors]).toEqual([true, null])
  })

  it.each(recordKinds)('says of a %s what hearten says when it reads one', kind => {
    expect(isRecord(full(kind))).toBe(true)
    for (const [path, field] of placesOf(kind)) {
      const [, wrong] = examples[field.type](field)
      for (const value of [undefined, wrong]) {
        const record = withAt(full(kind), path, value)
        expect([path, value, isRecord(record)]).toEqual([path, value, !problemWith(record)])
      }
    }
  })

  it('takes what is left of a deletion, in the history only', () => {
    const story = storyOf({ seed: 'x', from: asDay('2026-08-01'), days: 60, zone: 'UTC' })
    for (const record of story.map(it => deletionOf(it, aStamp()))) {
      expect(isRecord(record)).toBe(true)
      expect(check({ ...nothing, entries: [record] })).toBe(false)
    }
  })

  it.each([
    [{ version: 2 }],
    [{ format: 'x' }],
    [{ more: [] }],
    [{ entries: {} }],
    [{ beside: {} }],
    [{ people: [full('note')] }],
  ])('refuses %j', change => {
    expect(check({ ...nothing, ...change })).toBe(false)
    expect(() => readJson(JSON.stringify({ ...nothing, ...change }))).toThrow('cannot be imported')
  })
})
