import { readdirSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JournalRecord } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import { isRecord } from '../../src/journal/schema.ts'
import { saysTheSame } from '../../src/journal/undo.ts'
import { examine } from '../../src/store/doctor.ts'
import { mend } from '../../src/store/mend.ts'
import { encodeChange } from '../../src/store/pending.ts'
import { salvage } from '../../src/store/salvage.ts'
import {
  aClock,
  aFolder,
  aJournal,
  anEntry,
  aStamp,
  copyFolder,
  host,
} from '../helpers/a-journal.ts'
import { quickDisk } from '../helpers/disks.ts'
import { contentOf, onPaper, putContent, textOf } from '../helpers/papers.ts'
import fc from '../helpers/properties.ts'

// Whatever is damaged, and however: what can be read anywhere is in the journal after mending.

const moment = '2026-11-23T12:00:00Z'

/** A journal with everything that can hold a word: months, copies before, backups, waiting changes, copies of a sync tool. */
async function aFullJournal(): Promise<string> {
  const folder = join(aFolder('memory'), 'data')
  const clock = aClock('2026-11-20T12:00:00Z')
  const journal = await aJournal({ folder, clock, disk: quickDisk })
  const first = anEntry({ text: 'first' })
  await journal.commit('jot', [first, newPerson('Ana', 'close', aStamp())])
  await journal.commit('jot', [anEntry({ text: 'in october', day: asDay('2026-10-02') })])
  clock.set('2026-11-21T12:00:00Z')
  await journal.commit('edit', [revise(first, { text: 'first, said better' }, aStamp())])
  clock.set('2026-11-22T12:00:00Z')
  await journal.commit('edit', [
    revise(first, { text: 'first, elsewhere', day: asDay('2026-09-03') }, aStamp()),
  ])
  const records = [anEntry({ text: 'waiting' }), anEntry({ text: 'waiting too' })]
  const change = encodeChange({ id: 'x1', sequence: 5, label: 'jot', at: moment, records })
  putContent(join(folder, 'g1/pending/5-x1.json'), change, { mode: 0o600 })
  const month = textOf(join(folder, 'g1/months/2026-11.json'))
  const theirs = month.replace(
    '"records":[\n',
    `"records":[\n${JSON.stringify(anEntry({ text: 'theirs' }))},\n`,
  )
  putContent(join(folder, 'g1/months/2026-11-PC.json'), theirs, { mode: 0o600 })
  return folder
}

const wordFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /json/.test(name) && !/drafts|contents\.json|^journal|\.damaged-/.test(name))
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort()

/** Every record that stands whole on a line of any file: read here in the plainest way there is. */
function readableIn(folder: string): JournalRecord[] {
  const found: JournalRecord[] = []
  for (const path of wordFiles(folder)) {
    let text: Buffer
    try {
      text = contentOf(path)
    } catch {
      continue
    }
    for (const line of text.toString('latin1').split('\n')) {
      try {
        const bytes = Buffer.from(line.replace(/,$/, ''), 'latin1')
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
        if (isRecord(value)) found.push(value)
      } catch {
        // Not a record, or not any more.
      }
    }
  }
  return found
}

type Damage = {
  at: number
  how: 'truncate' | 'zero' | 'flip' | 'remove'
  where: number
  bit: number
}

function inflict(folder: string, { at, how, where, bit }: Damage): void {
  const files = wordFiles(folder)
  const path = files[at % files.length] ?? ''
  const { size } = statSync(path)
  const place = Math.floor(where * size)
  if (how === 'remove') unlinkSync(path)
  else if (how === 'truncate') truncateSync(path, place)
  else if (how === 'zero') writeFileSync(path, Buffer.alloc(size))
  else putContent(path, flipped(readOrEmpty(path), where, bit))
}

/** What was damaged before may be nothing its paper can make out. */
function readOrEmpty(path: string): Buffer {
  try {
    return contentOf(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function flipped(bytes: Buffer, where: number, bit: number): Buffer {
  const other = Buffer.from(bytes)
  const byte = Math.floor(where * bytes.length)
  if (byte < bytes.length) other[byte] = (other[byte] ?? 0) ^ (1 << bit)
  return other
}

const damage = fc.record<Damage>({
  at: fc.nat(200),
  how: fc.constantFrom('truncate', 'zero', 'flip', 'remove'),
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  bit: fc.nat(7),
})

async function expectAllBack(folder: string) {
  const readable = readableIn(folder)
  const care = { ...onPaper, ...aClock(moment), folder, host, disk: quickDisk }
  await mend(care, await examine(care))
  const journal = await aJournal({ folder, disk: quickDisk })
  const { entries, people, settings, history } = await journal.everything()
  const there = [...entries, ...people, ...settings, ...history]
  const revisions = new Set(there.map(({ revision }) => revision))
  const gone = readable.filter(
    record =>
      !revisions.has(record.revision) &&
      !there.some(it => it.id === record.id && saysTheSame(it, record)),
  )
  expect(gone).toEqual([])
  const left = (await examine(care)).filter(({ fine }) => !fine)
  expect(left).toEqual([])
}

const runs = process.env.HEARTEN_LONG_TESTS === undefined ? 40 : 2000

test('every record that can be read in any file is in the journal after mending', async () => {
  const template = await aFullJournal()
  expect(readableIn(template).length).toBeGreaterThan(15)
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 8 }), async damages => {
      const folder = join(aFolder('memory'), 'data')
      copyFolder(template, folder)
      for (const one of damages) inflict(folder, one)
      await expectAllBack(folder)
    }),
    { numRuns: runs },
  )
})

test('every record but the one that is hit can be read, whatever byte of a file is changed, and to what', () => {
  const records = [anEntry({ text: 'a {brace}' }), anEntry({ text: 'a "quote"' }), anEntry()]
  const bytes = encodeChange({ id: 'x1', sequence: 5, label: 'jot', at: moment, records })
  for (let at = 0; at < bytes.length; at++)
    for (const to of [0, 8, 10, 34, 92, 123, 125, 127, 255]) {
      const spoilt = Buffer.from(bytes)
      spoilt[at] = to
      const found = new Set(salvage(spoilt).records.map(({ revision }) => revision))
      const isHit = (line: number) => {
        const lines = bytes.subarray(0, at).toString('latin1').split('\n')
        return lines.length - 1 === line
      }
      for (const [i, { revision }] of records.entries())
        if (!isHit(i + 2)) expect([at, to, found.has(revision)]).toEqual([at, to, true])
    }
})

test('one bad byte in a backup does not cost what else it holds', async () => {
  const folder = join(aFolder('memory'), 'data')
  const journal = await aJournal({ folder, disk: quickDisk })
  for (const text of ['first words', 'second words', 'third words'])
    await journal.commit('jot', [anEntry({ text, day: asDay('2026-10-01') })])
  const name = await journal.snapshot()
  const copy = join(folder, `g1/backups/${name}/months/2026-10.json`)
  const month = join(folder, 'g1/months/2026-10.json')
  const bytes = contentOf(copy)
  const spoilt = Buffer.from(bytes)
  spoilt[spoilt.indexOf('first words')] = 0xff
  putContent(copy, spoilt)
  putContent(month, bytes.subarray(0, bytes.indexOf('second words')))
  unlinkSync(`${month}.bak`)
  await expectAllBack(folder)
  const again = await aJournal({ folder })
  expect((await again.entries({ today: asDay('2026-11-22') })).map(({ text }) => text)).toEqual([
    ...['first words', 'second words', 'third words'],
  ])
})
