import * as fs from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeJson } from '../../src/formats/json.ts'
import { jsonInParts } from '../../src/formats/json-in-parts.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { revise } from '../../src/journal/entry.ts'
import { inFieldOrder } from '../../src/journal/fields/order.ts'
import type { Query } from '../../src/journal/query.ts'
import type { Disk } from '../../src/store/disk.ts'
import {
  checksumIn,
  checksumLineLength,
  decodeLines,
  encodeLines,
  withChecksum,
} from '../../src/store/lines.ts'
import { linesTogether } from '../../src/store/lines-of-records.ts'
import type { MonthByMonth } from '../../src/store/one-moment.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { contentOf, putContent } from '../helpers/papers.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')
const months = Array.from({ length: 8 }, (_, nth) => `2026-0${nth + 1}`)

/** Three entries in each of eight months, one of them written anew. */
async function aJournalOfMonths(options: Parameters<typeof aJournal>[0] = {}) {
  const journal = await aJournal(options)
  for (const month of months) {
    const entries = [1, 2, 3].map(day =>
      anEntry({ day: asDay(`${month}-0${day}`), text: `${month} ${day}` }),
    )
    await journal.commit('three', entries)
    const [first] = entries
    if (first) await journal.commit('edit', [revise(first, { text: `${month} anew` }, aStamp())])
  }
  return journal
}

async function asJson(journal: MonthByMonth): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of jsonInParts(journal.everything())) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

test('it is the journal of one moment, whatever is written or erased meanwhile', async () => {
  const journal = await aJournalOfMonths()
  const before = {
    all: await journal.entries({ today }),
    json: writeJson(await journal.everything()),
  }
  const found = await journal.monthByMonth(async walk => {
    const all: string[] = []
    for await (const entries of walk.entries({ today })) {
      all.push(...Array.from(entries, ({ text }) => text))
      // Always ahead of where it is, and behind.
      if (all.length % 9 !== 0) continue
      const [last] = await journal.entries({ today, limit: 1 })
      if (last) await journal.commit('move', [revise(last, { day: asDay('2026-01-01') }, aStamp())])
      await journal.commit('new month', [anEntry({ day: asDay('2026-10-10') })])
    }
    await journal.erase(before.all.slice(4, 6).map(({ id }) => id))
    return { all, json: await asJson(walk) }
  })
  expect(found).toEqual({ all: before.all.map(({ text }) => text), json: before.json })
  expect(writeJson(await journal.everything())).not.toBe(before.json)
})

test('no more than one month is read before it is handed on, and every file is let go', async () => {
  const open = new Set<number>()
  let reads = 0
  const disk: Disk = {
    ...fs,
    openSync: (...args: Parameters<typeof fs.openSync>) => {
      const file = fs.openSync(...args)
      open.add(file)
      return file
    },
    closeSync: file => {
      open.delete(file)
      fs.closeSync(file)
    },
    readSync: ((...args: Parameters<typeof fs.readSync>) => {
      reads++
      return fs.readSync(...args)
    }) as typeof fs.readSync,
  }
  const journal = await aJournalOfMonths({ disk })
  open.clear()
  let most = 0
  const stop = new Error('enough')
  const walked = journal.monthByMonth(async walk => {
    reads = 0
    for await (const entries of walk.entries({ today })) {
      const held = new Set(Array.from(entries, ({ day }) => day.slice(0, 7)))
      expect(held.size).toBeLessThanOrEqual(1)
      // The people, who may be meant, and the month.
      most = Math.max(most, reads)
      reads = 0
    }
    for await (const { bytes } of walk.everything().entries)
      expect(months.filter(month => bytes.includes(`"day":"${month}`)).length).toBeLessThan(2)
    expect(open.size).toBeGreaterThan(months.length)
    throw stop
  })
  await expect(walked).rejects.toBe(stop)
  expect(most).toBeLessThanOrEqual(2)
  expect(open.size).toBe(0)
})

test('of more files than may be open the others are read where they lie, unless they were changed', async () => {
  let left = Number.POSITIVE_INFINITY
  const tooMany = () => Object.assign(new Error('EMFILE'), { code: 'EMFILE' })
  const disk: Disk = {
    ...fs,
    openSync: (...args: Parameters<typeof fs.openSync>) => {
      if (args[1] === 'r' && String(args[0]).endsWith('.json') && left-- <= 0) throw tooMany()
      return fs.openSync(...args)
    },
  }
  const journal = await aJournalOfMonths({ disk })
  const json = writeJson(await journal.everything())
  left = 4
  expect(await journal.monthByMonth(asJson)).toBe(json)
  left = 4
  const other = await aJournal({ folder: journal.folder })
  const changed = journal.monthByMonth(async walk => {
    await other.commit('later', [anEntry({ day: asDay('2026-08-09') })])
    return asJson(walk)
  })
  await expect(changed).rejects.toThrow('was changed while it was read')
})

test('a thing that lies in two months goes out once, as it does at once', async () => {
  const journal = await aJournalOfMonths()
  const file = (month: string) => join(journal.folder, 'g1', 'months', `${month}.json`)
  const text = contentOf(file('2026-03')).toString()
  const line = text.split('\n').find(it => it.includes('"text":"2026-03 2"')) ?? ''
  const forged = line.replace('"day":"2026-03-02"', '"day":"2026-05-09"').replace(/,?$/, ',')
  const other = contentOf(file('2026-05')).toString()
  putContent(file('2026-05'), other.replace('"records":[\n', `"records":[\n${forged}\n`))
  const json = writeJson(await journal.everything())
  expect(await journal.monthByMonth(asJson)).toBe(json)
  const texts = (await journal.entries({ today })).map(({ id }) => id)
  const found: string[] = []
  await journal.monthByMonth(async walk => {
    for await (const entries of walk.entries({ today }))
      found.push(...Array.from(entries, ({ id }) => id))
  })
  expect(found).toEqual(texts)
})

/** What is known of months is remembered by who looks at all of them. */
const remembered = (journal: Awaited<ReturnType<typeof aJournal>>) =>
  journal.findings({ today }, ({ entries }) => entries().length)

test.each<[string, (line: string) => string]>([
  ['just as they were', line => line],
  ['with fields in another order', line => line.replace(/^\{("id":"\w+"),(.*)\}/, '{$2,$1}')],
  ['with another order within', line => line.replace('{}', '{"told":true,"status":"open"}')],
  ['with a field nobody knows', line => line.replace('{"id"', '{"later":1,"id"')],
  ['with a letter by its number', line => line.replace('2026-03 2', '\\u0032026-03 2')],
  ['with an exponent', line => line.replace('"details"', '"mood":1e0,"details"')],
  ['with what a terminal obeys', line => line.replace('2026-03 2', '2026-03 2\u009b1m')],
  ['with what turns a line around', line => line.replace('2026-03 2', '2026-03 2\u202e')],
  ['with blanks', line => line.replace('"text":', '"text": ')],
])('lines that are known go out as they are written, %s', async (_, altered) => {
  const journal = await aJournalOfMonths()
  const file = join(journal.folder, 'g1', 'months', '2026-03.json')
  const lines = contentOf(file).toString().split('\n')
  const forged = lines.map(line => (line.includes('"text":"2026-03 2"') ? altered(line) : line))
  putContent(file, withChecksum(Buffer.from(forged.join('\n')).subarray(0, 1 - checksumLineLength)))
  const before = await journal.monthByMonth(asJson)
  expect(before).toBe(writeJson(await journal.everything()))
  expect(await journal.monthByMonth(asJson)).toBe(before)
})

test('a month that went out as it lies is known by its bytes, and no other is', async () => {
  const journal = await aJournalOfMonths()
  const path = (month: string) => join(journal.folder, 'g1', 'months', `${month}.json`)
  const turned = contentOf(path('2026-04'))
    .toString()
    .replace(/\{("id":"\w+"),(.*)\}/, '{$2,$1}')
  putContent(path('2026-04'), withChecksum(Buffer.from(turned).subarray(0, 1 - checksumLineLength)))
  const known = () =>
    journal.monthByMonth(async walk => {
      const found: (string | undefined)[] = []
      for await (const { bytes, asTheyLie } of walk.everything().entries)
        if (asTheyLie?.isKnown) found.push(/\d{4}-\d\d/.exec(bytes.toString('latin1', 0, 40))?.[0])
      await asJson(walk)
      return found
    })
  expect(await known()).toEqual([])
  const all = [...months.filter(month => month !== '2026-04'), '2026-11']
  expect(await known()).toEqual(all)
  await journal.commit('one more', [anEntry({ day: asDay('2026-03-04') })])
  expect(await known()).toEqual(all.filter(month => month !== '2026-03' && month !== '2026-11'))
  expect(await known()).toEqual(all)
  const cache = join(journal.folder, 'g1', 'cache', 'in-order.json')
  const kept = contentOf(cache).toString()
  // What is odd about the list: its checksum, and the code that made it.
  putContent(cache, Buffer.from(kept.replace('"sha256:', '"sha257:')))
  expect(await known()).toEqual([])
  const of = (form: string, checksums: readonly string[]) =>
    putContent(cache, encodeLines({ form, checksums }, {}))
  const { form, checksums } = decodeLines(Buffer.from(kept)).document
  of('another', checksums as string[])
  expect(await known()).toEqual([])
  // A month that nobody copied so: what a terminal obeys is still looked for.
  const spoilt = contentOf(path('2026-05')).toString().replace('2026-05 2', '2026-05 \u202e')
  const forged = withChecksum(Buffer.from(spoilt).subarray(0, 1 - checksumLineLength))
  putContent(path('2026-05'), forged)
  of(String(form), [checksumIn(forged.subarray(-checksumLineLength)) ?? ''])
  const { json, isKnown } = await journal.monthByMonth(async walk => {
    let isKnown = false
    for await (const { asTheyLie } of walk.everything().entries)
      isKnown ||= asTheyLie?.isKnown === true
    return { json: await asJson(walk), isKnown }
  })
  expect(isKnown).toBe(true)
  expect(json).toBe(writeJson(await journal.everything()))
})

test.each(['before', 'after'])(
  'what was changed in two places is brought together, in a month remembered %s that',
  async when => {
    const journal = await aJournalOfMonths()
    if (when === 'before') await remembered(journal)
    const [, entry] = await journal.entries({ today })
    if (!entry) throw new Error('There is none')
    await journal.commit('here', [revise(entry, { mood: 2 }, aStamp())])
    await journal.commit('there', [revise(entry, { text: 'Said there.' }, aStamp())])
    if (when === 'after') await remembered(journal)
    const found = await journal.monthByMonth(async walk => {
      const all: Entry[] = []
      for await (const entries of walk.entries({ today })) all.push(...entries)
      return all
    })
    expect(found).toEqual(await journal.entries({ today }))
    expect(found[1]).toMatchObject({ mood: 2, text: 'Said there.' })
  },
)

test('history that went out as it lies is known by its bytes, and no other is', async () => {
  const journal = await aJournalOfMonths()
  const known = () =>
    journal.monthByMonth(async walk => {
      const found: boolean[] = []
      const { entries, people, settings, history } = walk.everything()
      for (const list of [entries, people, settings]) for await (const _ of list);
      for await (const { asTheyLie } of history) found.push(asTheyLie?.isKnown === true)
      expect(await asJson(walk)).toBe(writeJson(await journal.everything()))
      return found
    })
  expect(await known()).toEqual([false])
  expect(await known()).toEqual([true])
  const [entry] = await journal.entries({ today })
  if (entry) await journal.commit('edit', [revise(entry, { text: 'Another.' }, aStamp())])
  expect(await known()).toEqual([false])
  // Nothing is known of lines that had to change.
  const file = join(journal.folder, 'g1', 'months', '2026-04.json')
  const [before, after = ''] = contentOf(file).toString().split('"history"')
  const turned = `${before}"history"${after.replace(/\{("id":"\w+"),(.*)\}(?=\n\],)/, '{$2,$1}')}`
  expect(turned).not.toBe(contentOf(file).toString())
  putContent(file, withChecksum(Buffer.from(turned).subarray(0, 1 - checksumLineLength)))
  for (let time = 0; time < 2; time++) expect(await known()).toEqual([false])
})

test('lines that lie together and lines that do not come together in their order', () => {
  const text = fc.array(
    fc.string({ maxLength: 5 }).map(it => `{${it.replace(/\n/g, ' ')}}`),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 30 }),
      (files, drawn) => {
        const lines = files.flatMap(file => {
          const { bytes, places } = linesTogether(
            file.map(line => ({
              bytes: Buffer.from(line),
              start: 0,
              end: Buffer.byteLength(line),
            })),
          )
          return file.map((line, nth) => ({
            line,
            at: { bytes, start: places[nth * 2] ?? 0, end: places[nth * 2 + 1] ?? 0 },
          }))
        })
        const chosen = [...lines, ...drawn.flatMap(nth => lines[nth % lines.length] ?? [])]
        const { bytes, places } = linesTogether(chosen.map(({ at }) => at))
        expect(bytes.toString()).toBe(chosen.map(({ line }) => `${line},\n`).join(''))
        const found = chosen.map((_, nth) =>
          bytes.toString('utf8', places[nth * 2], places[nth * 2 + 1]),
        )
        expect(found).toEqual(chosen.map(({ line }) => line))
      },
    ),
  )
})

test.each([2, 60])('a thing in a known month and in one of %i others goes out once', async many => {
  const journal = await aJournalOfMonths()
  await remembered(journal)
  const [entry] = await journal.entries({ today, to: asDay('2026-03-31') })
  await journal.commit(
    'many',
    Array.from({ length: many }, () => anEntry({ day: asDay('2026-09-01') })),
  )
  const file = join(journal.folder, 'g1', 'months', '2026-09.json')
  const forge = (id: string) => {
    const text = contentOf(file).toString()
    const [, other = ''] = /\{"id":"(\w+)"/.exec(text.slice(text.indexOf('"records"'))) ?? []
    putContent(
      file,
      withChecksum(Buffer.from(text.replaceAll(other, id)).subarray(0, 1 - checksumLineLength)),
    )
  }
  forge(entry?.id ?? '')
  expect(await journal.monthByMonth(asJson)).toBe(writeJson(await journal.everything()))
})

test('the days are those of the entries, however they are known', async () => {
  const journal = await aJournalOfMonths()
  await journal.commit('more', [
    anEntry({ day: asDay('2026-03-02'), private: true, text: 'mine' }),
    anEntry({ day: asDay('2026-03-02'), text: 'ours' }),
    anEntry({ day: asDay('2026-03-05'), private: true, text: 'mine' }),
  ])
  const isOpen = ({ private: isPrivate }: { private?: true }) => isPrivate !== true
  const days = (query: Omit<Query, 'today'>) =>
    journal.monthByMonth(async walk => {
      const found: string[] = []
      for await (const day of walk.days({ today, ...query }, isOpen)) found.push(day)
      return found
    })
  const queries = [{}, { limit: 4 }, { from: asDay('2026-03-02'), to: asDay('2026-04-02') }]
  for (const isKnown of [false, true]) {
    if (isKnown) await remembered(journal)
    for (const query of queries) {
      const entries = (await journal.entries({ today, ...query })).filter(isOpen)
      expect(await days(query)).toEqual([...new Set(entries.map(({ day }) => day))])
    }
  }
})

test('what is kept has its fields in the order of the table', async () => {
  const journal = await aJournal()
  const entry = anEntry({ day: asDay('2026-03-02'), text: 'a', mood: 2 })
  const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as typeof entry
  await journal.commit('one', [turned])
  const [line = ''] = contentOf(join(journal.folder, 'g1', 'months', '2026-03.json'))
    .toString()
    .split('\n')
    .slice(2)
  expect(line).toBe(JSON.stringify(inFieldOrder(entry)))
  expect(line.startsWith('{"id":')).toBe(true)
})

test('more history than is held at once comes in its order all the same', async () => {
  const journal = await aJournal()
  const long = 'x'.repeat(400_000)
  for (const [nth, month] of months.entries()) {
    const entry = anEntry({ day: asDay(`${month}-01`), text: `${long} ${nth}` })
    await journal.commit('one', [entry])
    await journal.commit('edit', [revise(entry, { text: 'short' }, aStamp())])
  }
  expect(await journal.monthByMonth(asJson)).toBe(writeJson(await journal.everything()))
})

test('what is no text is not copied', async () => {
  const journal = await aJournalOfMonths()
  const file = join(journal.folder, 'g1', 'months', '2026-03.json')
  const bytes = Buffer.from(contentOf(file).toString().replace('2026-03 2', '~m'))
  // What a terminal of long ago obeys, alone, as no UTF-8 has it.
  bytes[bytes.indexOf('~m')] = 0x9b
  putContent(file, withChecksum(bytes.subarray(0, 1 - checksumLineLength)))
  const parts: Buffer[] = []
  await journal.monthByMonth(async walk => {
    for await (const part of jsonInParts(walk.everything())) parts.push(Buffer.from(part))
  })
  expect(Buffer.concat(parts)).toEqual(Buffer.from(writeJson(await journal.everything())))
})
