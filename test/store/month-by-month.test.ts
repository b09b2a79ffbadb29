import * as fs from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeJson } from '../../src/formats/json.ts'
import { jsonInParts } from '../../src/formats/json-in-parts.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import type { Disk } from '../../src/store/disk.ts'
import { sealed, sealLength } from '../../src/store/lines.ts'
import type { MonthByMonth } from '../../src/store/one-moment.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { contentOf, putContent } from '../helpers/papers.ts'

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
  putContent(file, sealed(bytes.subarray(0, 1 - sealLength)))
  const parts: Buffer[] = []
  await journal.monthByMonth(async walk => {
    for await (const part of jsonInParts(walk.everything())) parts.push(Buffer.from(part))
  })
  expect(Buffer.concat(parts)).toEqual(Buffer.from(writeJson(await journal.everything())))
})
