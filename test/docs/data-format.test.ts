import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordsOfSize, writeJournal } from '../../bench/journal-of-size.ts'
import { writeJson } from '../../src/formats/json.ts'
import { entriesToDailyNotes } from '../../src/formats/markdown.ts'
import { asDay } from '../../src/journal/day.ts'
import { outcomes } from '../../src/journal/entry.ts'
import { personStatuses } from '../../src/journal/person.ts'
import { recordSchemas } from '../../src/journal/schema.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { aFolder, aJournal } from '../helpers/a-journal.ts'

const page = readFileSync(new URL('../../docs/data-format.md', import.meta.url), 'utf8')

/** What follows a heading, up to the next one. */
const section = (title: string) =>
  new RegExp(`^#+ ${title}\\n([\\s\\S]*?)(?=^#|(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? ''

/** The rows of the table in a section: what stands in backquotes in the first column, and the rest. */
const rows = (title: string) =>
  new Map(
    [...section(title).matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, name, rest]) => [
      name ?? '',
      rest ?? '',
    ]),
  )

const inBackquotes = (text: string) => [...text.matchAll(/`([\w-]+)`/g)].map(([, name]) => name)

/** Names of fields at any depth of a schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { entries, wrapped, item } = schema as Record<string, unknown>
  const own = Object.entries(entries ?? {}).flatMap(([name, field]) => [name, ...fieldsOf(field)])
  return [...own, ...fieldsOf(wrapped), ...fieldsOf(item)]
}

describe('docs/data-format.md', () => {
  const { note, person, mute, prompt, ...others } = recordSchemas
  const common = [...rows('A record').keys()]

  it('names every field of every entry, and no other', () => {
    const documented = [...common, ...rows('Entries').keys()]
    expect(documented.sort()).toEqual(Object.keys(note.entries).sort())
    expect(inBackquotes(rows('Entries').get('prompt') ?? '')).toEqual(fieldsOf(note.entries.prompt))
  })

  it.each(Object.entries({ note, ...others }))('names the details of a %s', (kind, schema) => {
    const row = rows('Details, by kind').get(kind) ?? ''
    const values = ['person meeting reading online group workshop book own listened advice company']
      .concat('practical asked offered received given arrive leave true')
      .flatMap(words => words.split(' '))
    const documented = inBackquotes(row).filter(name => !values.includes(name ?? ''))
    expect(new Set(documented)).toEqual(new Set(fieldsOf(schema.entries.details)))
  })

  it.each(Object.entries({ person, mute, prompt }))('names the fields of a %s', (kind, schema) => {
    const documented = inBackquotes(rows('People and settings').get(kind) ?? '')
    const own = Object.keys(schema.entries).filter(name => !common.includes(name))
    expect(documented).toEqual(expect.arrayContaining(own))
  })

  it('names every kind, status, outcome and theme', () => {
    const named = inBackquotes(page)
    for (const word of [...Object.keys(recordSchemas), ...personStatuses, ...outcomes, ...themeIds])
      expect(named).toContain(word)
  })

  it('names the fields of the files as they are written', async () => {
    const home = aFolder()
    const { folder } = writeJournal(home, recordsOfSize(40))
    const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))
    expect(Object.keys(read('g1/months/2026-11.json'))).toEqual([...rows('A shelf').keys()])
    const prose = inBackquotes(section('A shelf'))
    const [change] = read('g1/months/2026-11.json').changes
    expect(prose).toEqual(expect.arrayContaining(Object.keys(change)))
    expect(prose).toEqual(expect.arrayContaining(Object.keys(read('journal.json'))))

    const everything = await (await aJournal({ folder })).everything()
    const exported = JSON.parse(
      writeJson({ ...everything, beside: { preferences: {}, numbers: [] } }),
    )
    expect(Object.keys(exported)).toEqual([...rows('The JSON export').keys()])

    const [entry] = everything.entries
    const full = {
      ...entry,
      tags: ['a'],
      people: ['b'],
      mood: 3,
      energy: 3,
      feelings: ['c'],
      theme: 'growth',
    }
    const [noted] = entriesToDailyNotes([full as (typeof everything.entries)[0] & {}], {
      today: asDay('2026-11-22'),
    }).values()
    const [, matter = ''] = /^---\n([\s\S]*?)\n---/.exec(noted ?? '') ?? []
    const keys = [...matter.matchAll(/^(\w+):/gm)].map(([, key]) => key)
    expect(keys).toHaveLength(8)
    expect(inBackquotes(section('The Markdown export'))).toEqual(expect.arrayContaining(keys))
  })

  const missing = ['bash', 'jq', 'sha256sum'].filter(
    tool => spawnSync(tool, ['--version']).status !== 0,
  )
  if (missing.length > 0)
    console.warn(`Skipped, for want of ${missing}: the commands of docs/data-format.md`)
  it.skipIf(missing.length > 0)('has commands that work', () => {
    const home = aFolder()
    const { folder } = writeJournal(home, recordsOfSize(1000))
    const block = /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const commands = block.split('\n').filter(line => line !== '' && !line.startsWith('#'))
    const outputs = commands.map(command => {
      const run = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
        cwd: join(folder, 'g1'),
        encoding: 'utf8',
      })
      expect([command, run.status, run.stderr]).toEqual([command, 0, ''])
      expect(run.stdout, command).not.toBe('')
      return run.stdout
    })
    expect(outputs).toHaveLength(6)
    expect(outputs.at(-1)).toBe(outputs.at(-2))
  })
})
