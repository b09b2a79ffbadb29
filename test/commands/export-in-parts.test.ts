import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entriesToBook } from '../../src/formats/book.ts'
import { entriesToCsv } from '../../src/formats/csv.ts'
import { entriesToJrnl } from '../../src/formats/jrnl-text.ts'
import { writeJson } from '../../src/formats/json.ts'
import { entriesToMarkdown } from '../../src/formats/markdown.ts'
import { layouts } from '../../src/formats/pages.ts'
import { entriesToText } from '../../src/formats/text.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Query } from '../../src/journal/query.ts'
import { asOneRevision } from '../../src/store/as-one-revision.ts'
import { aJournal } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'
import { randomJournal } from '../helpers/random-journal.ts'

// What goes out month by month, copied from the disk where it can be, is what one gets who takes the whole journal
// into memory, folds it, sorts it and writes it in one piece.

const today = asDay('2026-11-22')
const journals = process.env.HEARTEN_LONG_TESTS === undefined ? 4 : 300

const filters: [string, Partial<Query>][] = [
  ['', {}],
  ['--limit 3', { limit: 3 }],
  ['--limit 40', { limit: 40 }],
  ['--theme growth', { themes: ['growth'] }],
  ['--kind note --from 2026-09-05', { kinds: ['note'], from: asDay('2026-09-05') }],
  ['--until 2026-10-10', { to: asDay('2026-10-10') }],
  ['--person Ana', { people: ['Ana'] }],
  ['--tag work', { tags: ['work'] }],
  ['--starred', { starred: true }],
  ['--mood 2', { moods: [2] }],
  ['--bring', { bring: true }],
]

const forms = [
  ...layouts.flatMap(
    layout =>
      [
        [`markdown --layout ${layout}`, entriesToMarkdown, layout],
        [`html --layout ${layout}`, entriesToBook, layout],
        [`text --layout ${layout}`, entriesToText, layout],
      ] as const,
  ),
  ['csv', entriesToCsv, undefined],
  ['jrnl', entriesToJrnl, undefined],
] as const

test(`every export is the same in parts, in ${journals} journals`, async () => {
  for (let seed = 1; seed <= journals; seed++) {
    const person = aPerson()
    await randomJournal(person.data, seed)
    const journal = await aJournal({ folder: person.data })
    const out = async (line: string) => (await person.run('export', ...line.split(' '))).out
    // Every other journal is known already, as it is after a look at all of it.
    if (seed % 2 === 0) await person.run('search', 'rain')
    const everything = await journal.everything()
    // The second time it is known what lies in order.
    for (let time = 0; time < 2; time++) expect(await out('json')).toBe(writeJson(everything))
    for (const [nth, [flags, query]] of filters.entries()) {
      const all = await journal.entries({ today, ...query })
      const open = all.filter(entry => !entry.private)
      const [form, write, layout] = forms[(seed + nth) % forms.length] ?? forms[0]
      const shown = (entries: typeof all) => write(entries, { today, include: ['private'] }, layout)
      expect([form, flags, await out(`${form} ${flags}`.trim())]).toEqual([
        form,
        flags,
        shown(open),
      ])
      expect(await out(`${form} ${flags} --with-private`.replace('  ', ' '))).toBe(shown(all))
      if (flags === '') continue
      const part = { people: [], settings: [], history: [] }
      expect(await out(`json ${flags}`)).toBe(
        writeJson({ ...part, entries: open.map(asOneRevision) as typeof open }),
      )
    }
  }
}, 600_000)

test('what is left out is said once, whatever the form', async () => {
  const person = aPerson()
  await person.run('jot', 'For me.', '--private')
  await person.run('jot', 'Rain.', '--theme', 'growth')
  for (const form of [
    'markdown',
    'html',
    'csv',
    'markdown --layout theme',
    'json --from 2020-01-01',
  ])
    expect((await person.run('export', ...form.split(' '))).err).toBe(
      '1 private entry is left out; --with-private takes them along.\n',
    )
})

test('a file is replaced whole, also where the export is empty', async () => {
  const person = aPerson()
  const file = join(person.home, 'out')
  writeFileSync(file, 'before')
  const { err } = await person.run('export', 'jrnl', '--output', file, '--yes')
  expect(err).toBe(`Written to ${file}, readable only by you.\n`)
})
