import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandTree } from '../../src/cli/command-line.ts'
import { groups } from '../../src/cli/program.ts'
import type { Entry, Kind } from '../../src/journal/entry.ts'
import { kinds } from '../../src/journal/entry.ts'
import type { Place } from '../../src/journal/fields/correct.ts'
import { placesOf } from '../../src/journal/fields/correct.ts'
import { kindNames } from '../../src/journal/fields/details.ts'
import type { Field } from '../../src/journal/fields/field.ts'
import { systemWorld } from '../../src/system/world.ts'
import { capital, withArticle } from '../../src/wording/counts.ts'
import { aFolder, aJournal, anEntry } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

const minimal: Readonly<Partial<Record<Kind, object>>> = {
  promise: { steps: [{ on: '2026-11-20', outcome: 'partly' }] },
  coping: { tool: 'a walk' },
  slip: { since: 'the last drink' },
}

/** A person with one entry, kept as it is given. */
async function withEntry(kind: Kind, fields: object = {}): Promise<{ person: Person; id: string }> {
  const person = aPerson()
  const journal = await aJournal({ folder: person.data })
  const theme = kind === 'reflection' ? { theme: 'support' } : {}
  const details = minimal[kind] ?? {}
  const given = { kind, text: 'words', details, ...theme, ...fields }
  const entry = anEntry(given as Partial<Entry>)
  await journal.commit('made', [entry])
  return { person, id: entry.id }
}

const entryIn = async (person: Person): Promise<Entry> => {
  const [entry] = await entriesOf(person)
  if (!entry) throw new Error('there is no entry')
  return entry
}

/** What is typed for a field of each type, and what is kept. */
const typed: Readonly<Partial<Record<Field['type'], readonly [string, unknown]>>> = {
  scale: ['4', 4],
  'yes-no': ['no', false],
  day: ['2026-11-21', '2026-11-21'],
  words: ['a cup of tea', 'a cup of tea'],
  name: ['@Ben', 'Ben'],
  names: ['@Ben, Ana', ['Ben', 'Ana']],
  'word-list': ['lonely, worn out', ['lonely', 'worn out']],
  group: ['known=4', { known: 4 }],
  number: ['7', 7],
  amounts: ['craving=3', { craving: 3 }],
}

function valueFor({ field }: Place): readonly [string, unknown] {
  if (field.type === 'choice') {
    const id = Object.keys(field.words).at(-1) ?? ''
    return [id, id]
  }
  return typed[field.type] ?? ['', `nothing is typed for ${field.type}`]
}

const longOf = ({ flag }: Place) => flag.replace(/ .*/, '')

/** What stands in a place. */
function valueAt(entry: Entry, { name, within }: Place): unknown {
  const steps = entry.kind === 'promise' ? entry.details.steps : undefined
  const holder = within === 'entry' ? entry : within === 'details' ? entry.details : steps?.at(-1)
  return (holder as Readonly<Record<string, unknown>> | undefined)?.[name]
}

const everyPlace = kinds.flatMap(kind =>
  placesOf(kind).map(place => [kind, longOf(place), place] as const),
)

describe('what a person can give, they can correct', () => {
  it.each(everyPlace)('in a %s, %s', async (kind, flag, place) => {
    const { person, id } = await withEntry(kind)
    const [said, kept] = valueFor(place)
    expect(await person.run('edit', id, flag, said)).toMatchObject({ code: 0 })
    const entry = await entryIn(person)
    expect(valueAt(entry, place)).toEqual(kept)
    expect(entry.text).toBe('words')

    const away = await person.run('edit', id, flag, '')
    expect(away).toMatchObject({ code: place.field.required ? 2 : 0 })
    expect(valueAt(await entryIn(person), place)).toEqual(place.field.required ? kept : undefined)
  })

  it('has a flag of edit for each, again and again where it holds several', () => {
    const { program } = commandTree(groups, systemWorld(process), '0')
    const options = program.commands.find(command => command.name() === 'edit')?.options ?? []
    for (const [, flag, { field }] of everyPlace) {
      const option = options.find(({ long }) => long === flag)
      const isList = ['names', 'word-list', 'group', 'amounts'].includes(field.type)
      expect(option?.parseArg !== undefined, flag).toBe(isList)
    }
  })

  it.each(kinds)('refuses what does not fit a %s, by the name of its kind', async kind => {
    const { person, id } = await withEntry(kind)
    const before = await entryIn(person)
    const own = new Set(placesOf(kind).map(longOf))
    const [, stranger = ''] = everyPlace.find(([, flag]) => !own.has(flag)) ?? []
    const { code, err } = await person.run('edit', id, stranger, '3')
    expect(code).toBe(2)
    expect(err).toContain(
      `This entry is ${withArticle(kindNames[kind])}, and ${stranger} does not fit one.`,
    )
    expect(await entryIn(person)).toEqual(before)
  })

  it('has people come and go with those who know or understood', async () => {
    const { person, id } = await withEntry('promise', {
      people: ['Ben', 'Cleo'],
      details: { witness: ['Ben'], due: '2026-12-01' },
    })
    await person.run('edit', id, '--who', 'Ana')
    expect(await entryIn(person)).toMatchObject({
      people: ['Cleo', 'Ana'],
      details: { witness: ['Ana'], due: '2026-12-01' },
    })
  })

  it('keeps what else was said: other items, earlier steps, fields of a newer version', async () => {
    const { person, id } = await withEntry('checkin', {
      details: { connection: { known: 1, cared: 5 }, weather: { sky: 'grey' } },
    })
    await person.run('edit', id, '--connection', 'known=3', '--connection', 'step=2')
    expect((await entryIn(person)).details).toEqual({
      connection: { known: 3, cared: 5, step: 2 },
      weather: { sky: 'grey' },
    })
    const steps = [
      { on: '2026-11-19', outcome: 'not-yet', obstacle: 'rain' },
      { on: '2026-11-20', outcome: 'partly' },
    ]
    const promise = await withEntry('promise', { details: { steps } })
    await promise.person.run('edit', promise.id, '--outcome', 'done', '--helped', 'Ana')
    expect((await entryIn(promise.person)).details).toEqual({
      steps: [steps[0], { on: '2026-11-20', outcome: 'done', helped: 'Ana' }],
    })
  })

  it.each(kinds.filter(kind => kind !== 'reflection' && kind !== 'note'))(
    'says in words people read that a %s has no theme',
    async kind => {
      const { person, id } = await withEntry(kind)
      const { code, err } = await person.run('edit', id, '--theme', 'growth')
      expect(code).toBe(2)
      expect(err).toContain(`${capital(withArticle(kindNames[kind]))} has no theme.`)
    },
  )

  it('takes "nobody" for no name', async () => {
    const { person, id } = await withEntry('promise', { details: { witness: ['Ben'] } })
    await person.run('edit', id, '--who', 'nobody')
    expect((await entryIn(person)).details).not.toHaveProperty('witness')
  })

  it('says how to tell how a promise went, where nothing was told yet', async () => {
    const { person, id } = await withEntry('promise', { details: {} })
    expect(await person.run('edit', id, '--helped', 'tea')).toMatchObject({
      code: 1,
      err: expect.stringContaining('hearten promise'),
    })
  })

  it.each([
    ['--energy', '9'],
    ['--due', 'no day at all'],
    ['--answered', 'perhaps'],
    ['--source', 'nowhere'],
    ['--connection', 'weather=3'],
    ['--connection', 'known'],
    ['--strength', '11'],
    ['--strength', '2.5'],
    ['--minutes', '-1'],
    ['--measure', 'craving'],
    ['--measure', 'craving=much'],
  ])('refuses %s %s and changes nothing', async (flag, value) => {
    const kind = everyPlace.find(([, long]) => long === flag)?.[0] ?? 'note'
    const { person, id } = await withEntry(kind)
    const before = await entryIn(person)
    expect(await person.run('edit', id, flag, value)).toMatchObject({ code: 2 })
    expect(await entryIn(person)).toEqual(before)
  })
})

describe('tags and people', () => {
  it('can be taken away, also those that stand in the words, and stay away', async () => {
    const person = aPerson()
    await person.run('jot', 'with @Ana and @Ben #calm', '--tag', 'work', '--person', 'Cleo')
    const { id } = await entryIn(person)
    const away = ['--no-tag', '#Calm', '--no-tag', 'work', '--no-person', '@ana']
    expect(await person.run('edit', id, ...away, '--no-person', 'Cleo')).toMatchObject({ code: 0 })
    expect(await entryIn(person)).toMatchObject({ tags: [], people: ['Ben'] })
    await person.run('edit', id, '--mood', '3')
    await person.run('edit', id, 'with @Ana and @Ben #calm, and some more')
    expect(await entryIn(person)).toMatchObject({ tags: [], people: ['Ben'], mood: 3 })
    await person.run('edit', id, '--tag', 'calm', '--person', 'Ana')
    expect(await entryIn(person)).toMatchObject({ tags: ['calm'], people: ['Ben', 'Ana'] })
  })

  it.each([
    ['--no-tag', 'quiet', 'There is no tag quiet on this entry. Nothing was changed.'],
    ['--no-person', 'Dora', 'Dora is not among the people of this entry. Nothing was changed.'],
  ])('says that %s %s is not there, and changes nothing', async (flag, name, words) => {
    const { person, id } = await withEntry('note', { tags: ['calm'], people: ['Ana'] })
    const before = await entryIn(person)
    const { code, err } = await person.run('edit', id, '--mood', '2', flag, name)
    expect([code, err]).toEqual([1, expect.stringContaining(words)])
    expect(await entryIn(person)).toEqual(before)
  })
})

it('shows no words again where there were none', async () => {
  const { code, out, err } = await aPerson().run('edit', 'zzzzzz')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('There is no entry "zzzzzz".')
})

it.each([
  ['delete', ['delete', 'last', '--yes']],
  ['delete --forever', ['delete', 'last', '--forever', '--yes']],
  ['undo', ['undo']],
])('says that an entry is here again which another window took away by %s', async (_, argv) => {
  const person = aPerson()
  await person.run('jot', 'half a page')
  const dialogue = {
    ...scriptedDialogue([]),
    async write() {
      expect(await person.with({}).run(...argv)).toMatchObject({ code: 0 })
      return { text: 'a whole page', end: 'done' as const }
    },
  }
  const { code, err } = await person.with({ dialogue }).run('edit', 'last')
  expect([code, err]).toEqual([0, expect.stringContaining('It is here again, with these words')])
  expect((await entriesOf(person)).map(({ text }) => text)).toEqual(['a whole page'])
  // And says nothing of the kind of one that was there all along.
  const again = await person.run('edit', 'last', 'another page')
  expect([again.code, again.err]).toEqual([0, expect.not.stringContaining('here again')])
})

it('says nothing of the kind where the entry cannot be read any more', async () => {
  const person = aPerson()
  await person.run('jot', 'half a page')
  const dialogue = {
    ...scriptedDialogue([]),
    async write() {
      const months = join(person.data, 'g1/months')
      for (const name of readdirSync(months)) writeFileSync(join(months, name), 'damaged\n')
      return { text: 'a whole page', end: 'done' as const }
    },
  }
  const { code, err } = await person.with({ dialogue }).run('edit', 'last')
  expect([code, err]).toEqual([0, expect.stringContaining('What you wrote is kept')])
  expect(err).not.toContain('here again')
})

it('finds an entry again that went to another month, was changed there and came back', async () => {
  const { person, id } = await withEntry('note', { day: '2024-03-01', text: 'first' })
  const file = join(aFolder(), 'before.json')
  await person.run('backup', file)
  await person.run('edit', id, '--at', '2025-01-01')
  await person.run('edit', id, 'second')
  const back = await person.run('edit', id, '--at', '2024-03-02')
  expect(back.err).toContain('(1 entry that day)')
  expect(await entryIn(person)).toMatchObject({ day: '2024-03-02', text: 'second' })
  expect((await person.run('export', 'json')).out).toContain('"day":"2024-03-02","text":"second"')
  await person.run('edit', id, '--at', '2025-01-01')
  await person.run('delete', id)
  await person.run('restore', file, '--yes')
  expect(await entryIn(person)).toMatchObject({ day: '2024-03-01', text: 'first' })
})
