import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordsOfSize, writeJournal } from '../../bench/journal-of-size.ts'
import { namesBy } from '../../src/formats/file-names.ts'
import { writeJson } from '../../src/formats/json.ts'
import { entriesToNotes } from '../../src/formats/notes.ts'
import { obsidianTag } from '../../src/formats/obsidian-tag.ts'
import { asDay } from '../../src/journal/day.ts'
import { kinds, outcomes } from '../../src/journal/entry.ts'
import { detailFields } from '../../src/journal/fields/details.ts'
import { entryFields } from '../../src/journal/fields/entry.ts'
import type { EntryField, Field, Fields } from '../../src/journal/fields/field.ts'
import { recordFields, settingFields } from '../../src/journal/fields/record.ts'
import { personStatuses } from '../../src/journal/person.ts'
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

/** What a field holds, in the words of the page. */
function holds(field: Field): string {
  if (field.about) return field.about
  switch (field.type) {
    case 'scale':
      return '1 to 5'
    case 'choice':
      return `one of ${codes(Object.keys(field.words))}`
    case 'day':
      return 'a day'
    case 'yes':
      return '`true`, or not there'
    case 'yes-no':
      return '`true` or `false`'
    case 'number':
      return field.from === undefined || field.to === undefined
        ? 'a number'
        : `a number from ${field.from} to ${field.to}`
    case 'amounts':
      return 'names with numbers'
    case 'words':
      return 'your words'
    case 'word-list':
      return 'list of words'
    case 'tags':
      return 'list of tags'
    case 'name':
      return 'a name'
    case 'names':
      return 'list of names'
    case 'code':
    case 'codes':
      return field.label
    case 'group':
      return 'an object'
    case 'list':
      return 'a list'
  }
}

const codes = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ')

interface Row {
  readonly name: string
  readonly field: Field
  readonly edit: string
  /** Whether it is read as a line of its own, or in one. */
  readonly line: boolean
}

/** Each field with what is in it; those of a field under it. */
const rowsOf = (fields: Fields, before = '', within = true): Row[] =>
  Object.entries(fields).flatMap(([name, field]): Row[] => {
    const { shown, edit = '' } = field as { shown?: string; edit?: string }
    const isLine = within && shown === undefined
    const inner = 'fields' in field ? field.fields : {}
    const path = `${before}${name}${field.type === 'list' ? '[]' : ''}.`
    return [
      { name: `${before}${name}`, field, edit, line: isLine && field.type !== 'list' },
      ...rowsOf(inner, path, isLine),
    ]
  })

const head = ['| field | what it says |', '| --- | --- |']
const twoColumns = (fields: Fields) =>
  rowsOf(fields).map(({ name, field }) => `| \`${name}\` | ${holds(field)} |`)

const entryHead = [
  '| field | what it says | as a line | put right with |',
  '| --- | --- | --- | --- |',
]
/** As it is read in exports, and where it is put right. */
const fourColumns = (fields: Readonly<Record<string, EntryField>>, before = '') =>
  rowsOf(fields, before).map(({ name, field, edit, line }) => {
    const always = field.required && before !== '' ? ', always' : ''
    const flags = edit.replace(/--[a-z-]+( <[^>]+>)?|hearten [a-z-]+( -*[a-z]+)?/g, '`$&`')
    return `| \`${name}\` | ${holds(field)}${always} | ${line ? field.label : ''} | ${flags} |`
  })
const everyKind = [...Object.keys(detailFields), ...Object.keys(settingFields)]

/** The parts of the page that are written from the table of fields, by their headings. */
const written: Readonly<Record<string, readonly string[]>> = {
  'A record': [
    ...head,
    ...twoColumns(recordFields),
    `| \`kind\` | ${codes(everyKind).replace(/, (`\w+`)$/, ' or $1')} |`,
  ],
  Entries: [
    ...entryHead,
    ...fourColumns(entryFields),
    '| `details` | what only this kind has | | |',
  ],
  'Details, by kind': [
    ...entryHead,
    ...kinds.flatMap(kind => [
      `| **\`${kind}\`** | ${Object.keys(detailFields[kind]).length > 0 ? '' : 'nothing'} | | |`,
      ...fourColumns(detailFields[kind], 'details.'),
    ]),
  ],
  'People and settings': [
    ...head,
    ...Object.entries(settingFields).flatMap(([kind, fields]) => [
      `| **\`${kind}\`** | |`,
      ...twoColumns(fields),
    ]),
  ],
}

/** The page with the table under each of those headings as it should be. */
const asWritten = Object.entries(written).reduce(
  (text, [title, lines]) =>
    text.replace(
      new RegExp(`(^#+ ${title}\\n(?:(?!\\||#).*\\n)*)(?:\\|.*\\n)+`, 'm'),
      (_, before: string) => `${before}${lines.join('\n')}\n`,
    ),
  page,
)

describe('docs/data-format.md', () => {
  it('has every field of every record, as the table of fields says it', async () => {
    // `npx vitest run test/docs -u` writes it.
    await expect(asWritten).toMatchFileSnapshot('../../docs/data-format.md')
  })

  it('names every kind, status, outcome and theme', () => {
    const named = inBackquotes(page)
    for (const word of [...everyKind, ...personStatuses, ...outcomes, ...themeIds])
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
    const [noted] = entriesToNotes([full as (typeof everything.entries)[0] & {}], {
      today: asDay('2026-11-22'),
    }).values()
    const [, matter = ''] = /^---\n([\s\S]*?)\n---/.exec(noted ?? '') ?? []
    const keys = [...matter.matchAll(/^(\w+):/gm)].map(([, key]) => key)
    expect(keys).toHaveLength(8)
    expect(inBackquotes(section('The Markdown export'))).toEqual(expect.arrayContaining(keys))
  })

  it('says how tags are spelled in Markdown', () => {
    const [, table = ''] = section('The Markdown export').split('| a tag of yours |')
    const spelled = [...table.matchAll(/^\| `(.+?)` \| (?:`(.+?)`|left out) \|$/gm)]
    expect(spelled.length).toBeGreaterThan(5)
    expect(spelled.map(([, tag = '']) => obsidianTag(tag))).toEqual(
      spelled.map(([, , taken = '']) => taken),
    )
  })

  it('names every slot of a pattern for file names', () => {
    const slots = [...section('The Markdown export').matchAll(/`(\{\w+\})`/g)].map(([, it]) => it)
    expect(slots).toContain('{monthname}')
    for (const slot of slots) {
      const name = slot === '{theme}' ? 'Learning and Growth' : '2026-11-22'
      const unique = slot === '{theme}' ? '' : ' {date}'
      expect(namesBy(`${slot}${unique}`, slot === '{theme}' ? 'theme' : 'day')(name)).not.toContain(
        '{',
      )
    }
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
