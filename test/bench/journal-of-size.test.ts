import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lastDay, recordsOfSize, writeJournal } from '../../bench/journal-of-size.ts'
import { addDays } from '../../src/journal/day.ts'
import { aFolder, aJournal } from '../helpers/a-journal.ts'

const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter(name => statSync(join(folder, name)).isFile())
    .sort()

const fingerprint = (folder: string) =>
  filesIn(folder).map(name => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])

it('a generated journal opens like any other, with as many entries as were asked for', async () => {
  const home = aFolder()
  const { folder, bytes } = writeJournal(home, recordsOfSize(700))
  const journal = await aJournal({ folder })
  const entries = await journal.entries({ today: lastDay, sealed: 'include' })
  const trash = await journal.trash()
  expect(entries.length + trash.length).toBe(700)
  expect((entries.at(-1)?.day ?? '') <= lastDay).toBe(true)
  expect((entries.at(-1)?.day ?? '') > addDays(lastDay, -7)).toBe(true)
  expect((await journal.people()).length).toBeGreaterThan(5)
  expect(bytes / 700).toBeGreaterThan(1100)
  expect(bytes / 700).toBeLessThan(1400)
  expect(journal.notices).toEqual([])
  for (const name of filesIn(home)) expect(statSync(join(home, name)).mode & 0o777).toBe(0o600)

  const undone = await journal.undo()
  expect(undone?.label).toMatch(/^undo: /)
})

it('is the same bytes every time, and never written over a journal', () => {
  const [one, two] = [aFolder(), aFolder()]
  for (const home of [one, two]) writeJournal(home, recordsOfSize(120))
  expect(fingerprint(one)).toEqual(fingerprint(two))
  expect(() => writeJournal(one, recordsOfSize(10))).toThrow(/already/)
  expect(fingerprint(one)).toEqual(fingerprint(two))
})
