import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import { Interrupted } from '../../src/dialogue/signals.ts'
import { openJournal } from '../../src/store/open.ts'
import type { Life, Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { dropped } from '../helpers/inbox.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

/** Words that bring the card, whoever wrote the rules. */
const call = 'I want to kill myself'
const card = /findahelpline\.com/

const answering = (...steps: Step[]): Life => ({ dialogue: scriptedDialogue(steps) })
const openPromise = (person: Person) => person.run('promise', 'walk', '--due', 'tomorrow')
const idOf = async (person: Person) => {
  const { entries } = (await person.json('list')) as { entries: { id: string }[] }
  return entries.at(-1)?.id ?? ''
}

interface Way {
  /** The command of the table it belongs to. */
  readonly of: string
  readonly how?: string
  readonly write: (person: Person) => Promise<{ err: string; code: number }>
}

/** The questions of an urge up to the page that is not sent. */
const urgeUntilMessage: Step[] = [
  ['What is it for', 'to write to somebody'],
  ['How strong', '7'],
  ['just before', skip],
  ['Ten minutes', true],
  ...(['floor', 'three things', 'A wave', 'another place'] as const).map(
    (line): Step => [line, skip],
  ),
]

/** Every way in which words of a person get into the journal. */
const ways: readonly Way[] = [
  {
    of: 'today',
    how: 'asked',
    write: person =>
      person
        .with(answering(...arriving, ['Learning and Growth', { text: call, end: 'enough' }]))
        .run('today', '--theme', 'growth'),
  },
  {
    of: 'today',
    how: 'a page that is let go',
    write: person =>
      person
        .with(
          answering(
            ...arriving,
            ['Compassionate', 'It was a hard day.'],
            ['How strong', 5],
            ['Did anyone', skip],
            ['on leaving', 1],
            ['nobody keeps', true],
            ['let it go', call],
            [/./, enough],
          ),
        )
        .run('today', '--theme', 'compassion'),
  },
  {
    of: 'today',
    how: 'a line for names',
    write: person =>
      person
        .with(
          answering(
            ...arriving,
            ['Compassionate', 'It was a hard day.'],
            ['How strong', skip],
            ['Did anyone', call],
            [/./, enough],
          ),
        )
        .run('today', '--theme', 'compassion'),
  },
  { of: 'today', how: 'piped', write: person => person.with({ input: call }).run('today') },
  {
    of: 'today',
    how: '--answers',
    write: person =>
      person
        .with({ input: JSON.stringify({ themes: { growth: { text: call } } }) })
        .run('today', '--answers', '-'),
  },
  { of: 'today', how: '--from-sheet', write: fromSheet },
  { of: 'jot', how: 'arguments', write: person => person.run('jot', call) },
  { of: 'jot', how: 'pipe', write: person => person.with({ input: call }).run('jot') },
  {
    of: 'jot',
    how: 'field',
    write: person => person.with(answering(['on your mind', call])).run('jot'),
  },
  { of: 'checkin', write: person => person.run('checkin', '--mood', '1', '--note', call) },
  { of: 'promise', how: 'words', write: person => person.run('promise', call) },
  { of: 'promise', how: 'cue', write: person => person.run('promise', 'walk', '--if', call) },
  {
    of: 'promise',
    how: 'asked',
    write: person =>
      person
        .with(answering(['small step', call], ['Which day would be', skip], ['set it off', enough]))
        .run('promise'),
  },
  {
    of: 'promise',
    how: 'settled, asked',
    async write(person) {
      await openPromise(person)
      return person
        .with(
          answering(['how one of them went', 'walk'], ['How did it go', 'done'], ['helped', call]),
        )
        .run('promise')
    },
  },
  ...(['done', 'partly', 'not-yet'] as const).flatMap(outcome =>
    (['--helped', '--obstacle'] as const).map(
      (flag): Way => ({
        of: `promise ${outcome}`,
        how: flag,
        async write(person) {
          await openPromise(person)
          return person.run('promise', outcome, '1', flag, call)
        },
      }),
    ),
  ),
  {
    of: 'promise shrink',
    how: 'words',
    async write(person) {
      await openPromise(person)
      return person.run('promise', 'shrink', '1', call)
    },
  },
  {
    of: 'promise shrink',
    how: 'asked',
    async write(person) {
      await openPromise(person)
      return person.with(answering(['half of it', call])).run('promise', 'shrink', '1')
    },
  },
  {
    of: 'people reached',
    how: '--note',
    write: person => person.run('people', 'reached', 'Ana', '--note', call),
  },
  {
    of: 'people reached',
    how: 'asked',
    write: person =>
      person
        .with(
          answering(
            ['Which way', skip],
            ['What was it', skip],
            ['the response', skip],
            ['cared for', skip],
            ['A few words', call],
          ),
        )
        .run('people', 'reached', 'Ana'),
  },
  {
    of: 'toolkit use',
    how: '--note',
    write: person => person.run('toolkit', 'use', 'walk', '--note', call),
  },
  {
    of: 'toolkit use',
    how: 'asked',
    write: person =>
      person
        .with(
          answering(
            ['mood before', skip],
            ['afterwards', skip],
            ['use it again', skip],
            ['A few words', call],
          ),
        )
        .run('toolkit', 'use', 'walk'),
  },
  {
    of: 'meeting',
    how: '--stayed',
    write: person => person.run('meeting', 'Thursday', '--stayed', call),
  },
  {
    of: 'meeting',
    how: 'asked',
    write: person =>
      person
        .with(
          answering(['going in', skip], ['coming out', skip], ['stayed', call], ['next one', skip]),
        )
        .run('meeting', 'Thursday'),
  },
  {
    of: 'letter',
    write: person => person.run('letter', call, '--to', 'mother'),
  },
  {
    of: 'edit',
    how: 'words',
    async write(person) {
      await person.run('jot', 'a plain line')
      return person.run('edit', await idOf(person), call)
    },
  },
  {
    of: 'edit',
    how: 'field',
    async write(person) {
      await person.run('jot', 'a plain line')
      return person.with(answering(['to change', call])).run('edit', await idOf(person))
    },
  },
  {
    of: 'toolkit rename',
    async write(person) {
      await person.run('toolkit', 'use', 'tea', '--after', '3')
      return person.run('toolkit', 'rename', 'tea', call)
    },
  },
  {
    of: 'inbox',
    how: 'dropped, at any command',
    write(person) {
      dropped(person, 'a.txt', call)
      return person.run('list', '--json')
    },
  },
  {
    of: 'inbox',
    how: 'itself',
    write(person) {
      dropped(person, 'a.txt', call)
      return person.run('inbox')
    },
  },
  {
    of: 'course',
    how: 'asked',
    async write(person) {
      await person.run('course', 'begin', 'break-up')
      return person
        .with(
          answering(
            ...arriving,
            ['at your pace', skip],
            ['weather', { text: call, end: 'enough' }],
          ),
        )
        .run('course')
    },
  },
  {
    of: 'course',
    how: 'typed where Enter goes on',
    async write(person) {
      await person.run('course', 'begin', 'break-up')
      return person
        .with(
          answering(
            ...arriving.map(([question]): Step => [question, skip]),
            ['at your pace', call],
            [/./, enough],
          ),
        )
        .run('course')
    },
  },
  {
    of: 'urge',
    how: 'flags',
    write: person => person.run('urge', '--for', 'to drink', '--note', call),
  },
  {
    of: 'urge',
    how: 'asked',
    write: person =>
      person
        .with(answering(['What is it for', 'to drink'], ['How strong', '7'], ['just before', call]))
        .run('urge'),
  },
  {
    of: 'urge',
    how: 'a message that is let go',
    write: person =>
      person
        .with(answering(...urgeUntilMessage, ['goes nowhere', true], ['not sent', call]))
        .run('urge'),
  },
  {
    of: 'urge later',
    async write(person) {
      await person.run('urge', '--for', 'to drink')
      return person.run('urge', 'later', '--eased', call)
    },
  },
  { of: 'plan edit', how: 'words', write: person => person.run('plan', 'edit', 'stay', call) },
  {
    of: 'plan edit',
    how: 'field',
    write: person =>
      person.with(answering(['What do you stay for', call])).run('plan', 'edit', 'stay'),
  },
  { of: 'since add', write: person => person.run('since', 'add', call, '2026-08-01') },
  ...(['--note', 'asked'] as const).map(
    (how): Way => ({
      of: 'since slip',
      how,
      async write(person) {
        await person.run('since', 'add', 'last drink', '2026-08-01')
        if (how === '--note') return person.run('since', 'slip', 'last drink', how, call)
        return person
          .with(
            answering(['safe now', true], ['just before', { text: call }], ['next small', skip]),
          )
          .run('since', 'slip', 'last drink')
      },
    }),
  ),
  { of: 'measure add', write: person => person.run('measure', 'add', 'pull', '--high', call) },
  {
    of: 'measure rename',
    async write(person) {
      await person.run('measure', 'add', 'pull')
      return person.run('measure', 'rename', 'pull', call)
    },
  },
  ...(['--answer', 'asked'] as const).map(
    (how): Way => ({
      of: 'again',
      how,
      async write(person) {
        await person.with({ input: 'A river has time.' }).run('today', '--theme', 'growth')
        const id = await idOf(person)
        if (how === '--answer') return person.run('again', id, how, call)
        return person.with(answering(['How true', skip], [/./, call])).run('again', id)
      },
    }),
  ),
  { of: 'prompts add', write: person => person.run('prompts', 'add', call, '--theme', 'growth') },
  {
    of: 'prompts edit',
    async write(person) {
      await person.run('prompts', 'add', 'What did the river say?', '--theme', 'growth')
      const { prompts } = (await person.json('prompts')) as { prompts: Prompt[] }
      return person.run('prompts', 'edit', prompts.find(({ own }) => own)?.id ?? '', call)
    },
  },
]

interface Prompt {
  readonly id: string
  readonly own: boolean
}

const arriving: Step[] = [
  ['Welcome', skip],
  ['energy', skip],
  ['Which words', skip],
]

/** These take no words of a person's own, or none that are kept. */
const wordless = [
  'promise let-go',
  'promise move',
  'people',
  'people add',
  'people status',
  'people join',
  'people show',
  'people rename',
  'people remove',
  'toolkit',
  'toolkit show',
  'toolkit remove',
]

async function fromSheet(person: Person) {
  const { out } = await person.run('today', '--sheet', '--theme', 'growth')
  const file = join(person.home, 'sheet.md')
  mkdirSync(person.home, { recursive: true })
  // The first answer on the sheet that takes words.
  writeFileSync(file, out.replace(/(<!-- answer themes\.growth\.text[^\n]*-->\n)/, `$1${call}\n`))
  return person.run('today', '--from-sheet', file)
}

describe('the one door for what a person writes', () => {
  it('has every writing command in its table', () => {
    const [, written] = groups.find(([title]) => title === 'Write:') ?? ['', []]
    const names = written.flatMap(({ use, actions = [] }) => {
      const [name = ''] = use.split(' ')
      return [name, ...actions.map(action => `${name} ${action.use.split(' ')[0]}`)]
    })
    const named = [...ways.map(way => way.of), ...wordless]
    expect(names.filter(name => !named.includes(name))).toEqual([])
  })

  it.each(ways.map(way => [`${way.of} ${way.how ?? ''}`.trim(), way] as const))(
    'offers the card after %s',
    async (_, { write }) => {
      const person = aPerson()
      const { err, code } = await write(person)
      expect(code).toBe(0)
      expect(err.match(new RegExp(card, 'g'))).toHaveLength(1)
    },
  )

  it.each(ways.map(way => [`${way.of} ${way.how ?? ''}`.trim(), way] as const))(
    'keeps the card away after %s where that was wished',
    async (_, { write }) => {
      const person = aPerson()
      await person.run('config', 'set', 'care-card', 'no')
      expect((await write(person)).err).not.toMatch(card)
    },
  )

  it('docs/care.md lists these ways, and no other', () => {
    const doc = readFileSync(new URL('../../docs/care.md', import.meta.url), 'utf8')
    const [, table = ''] =
      /\n\| Way of writing \| How \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(doc) ?? []
    const commands = [...new Set(ways.map(way => way.of))]
    const rows = commands.map(of => {
      const hows = ways.filter(way => way.of === of).map(way => way.how ?? 'as it is written')
      return `| \`${of}\` | ${hows.join('; ')} |`
    })
    expect(table.trim().split('\n')).toEqual(rows)
  })

  // The page is typed to its last letter, and then comes Ctrl-C.
  const breakingOff = (): Life => {
    const dialogue = scriptedDialogue([])
    return {
      dialogue: {
        ...dialogue,
        async write(question) {
          question.onChange?.(call)
          throw new Interrupted()
        },
      },
    }
  }
  it.each<[string, (person: Person) => Promise<{ err: string; code: number }>]>([
    ['jot', person => person.with(breakingOff()).run('jot')],
    ['letter', person => person.with(breakingOff()).run('letter', '--until', '2027-01-01')],
    [
      'a session',
      person =>
        person
          .with(answering(...arriving, ['Learning and Growth', call], [/./, interrupt]))
          .run('today', '--theme', 'growth'),
    ],
  ])('offers the card when %s is left in the middle: the words are kept', async (_, write) => {
    const person = aPerson()
    const { err, code } = await write(person)
    expect(code).toBe(130)
    expect(err).toMatch(/Kept as it is\.[\s\S]*findahelpline/)
    expect(drafts(person)).not.toEqual([])
    const other = aPerson()
    await other.run('config', 'set', 'care-card', 'no')
    expect((await write(other)).err).not.toMatch(card)
  })

  it('says nothing of words that were there before', async () => {
    const person = aPerson()
    await person.run('jot', call)
    const { err } = await person.run('edit', await idOf(person), '--mood', '2')
    expect(err).toContain('Saved for')
    expect(err).not.toMatch(card)
  })
})

const drafts = (person: Person) =>
  readdirSync(person.data, { recursive: true, encoding: 'utf8' }).filter(name =>
    /drafts\/.+\.json$/.test(name),
  )

describe('questions that break off', () => {
  const closing = (steps: Step[]): Life => {
    const dialogue = scriptedDialogue(steps)
    const line = dialogue.line.bind(dialogue)
    return {
      dialogue: {
        ...dialogue,
        finish() {},
        // The line is half typed, and then the process is gone.
        async line(question) {
          const typed = await line({ ...question, onChange() {} })
          if (typed === undefined || !typed.endsWith('…')) return typed
          question.onChange?.(typed)
          throw new Interrupted()
        },
      },
    }
  }
  const lost = [
    [
      'meeting',
      ['meeting'],
      [
        ['Which meeting', 'Thursday'],
        ['going in', 2],
        ['coming out', 3],
        ['stayed', 'one day is enough…'],
      ],
    ],
    [
      'people reached',
      ['people', 'reached', 'Ana'],
      [
        ['Which way', 'asked'],
        ['What was it', skip],
        ['Did they', true],
        ['expected', 2],
        ['the response', 4],
        ['cared for', 4],
        ['few words', 'she listened…'],
      ],
    ],
    [
      'toolkit use',
      ['toolkit', 'use', 'walk'],
      [
        ['mood before', 2],
        ['afterwards', 3],
        ['again', true],
        ['few words', 'rain and all…'],
      ],
    ],
    [
      'promise',
      ['promise'],
      [
        ['small step', 'call Ben'],
        ['Which day', 'tomorrow'],
        ['set it off', 'after lunch…'],
      ],
    ],
    [
      'promise settled',
      ['promise'],
      [
        ['how one of them went', 'walk'],
        ['How did it go', 'done'],
        ['What helped', 'Ben asked…'],
      ],
    ],
    [
      'checkin',
      ['checkin'],
      [
        ['How are you', 1],
        ['energy', 2],
        ['a word for it', 'hollow…'],
      ],
    ],
  ] as unknown as [string, string[], Step[]][]

  const somethingBefore = (person: Person, what: string) =>
    what === 'promise settled' ? openPromise(person) : person.run('jot', 'something before')

  it.each(lost)(
    '%s: what was typed is in a draft when the process ends',
    async (what, argv, steps) => {
      const person = aPerson()
      await somethingBefore(person, what)
      const last = String(steps.at(-1)?.[1])
      // The draft as it lies there at the moment the process would be gone.
      let onDisk = ''
      const life = closing(steps)
      const { dialogue } = life
      if (!dialogue) throw new Error('nobody to ask')
      const { line } = dialogue
      dialogue.line = question =>
        line({
          ...question,
          onChange(text) {
            question.onChange?.(text)
            onDisk = drafts(person)
              .map(file => readFileSync(join(person.data, file), 'utf8'))
              .join()
          },
        })
      await person.with(life).run(...argv)
      expect(onDisk).toContain(last)
    },
  )

  it.each(lost)('%s: Ctrl-C keeps what was answered', async (what, argv, steps) => {
    const person = aPerson()
    await somethingBefore(person, what)
    const before = steps.slice(0, -1)
    const [question = ''] = steps.at(-1) ?? []
    const { code, err } = await person
      .with(answering(...before, [question, interrupt]))
      .run(...argv)
    expect(code).toBe(130)
    expect(err).toMatch(/Saved (for|with)/)
    expect(drafts(person)).toEqual([])
  })

  it('an interrupted meeting is offered, and kept as the meeting it was', async () => {
    const person = aPerson()
    await person.run('jot', 'something before')
    const made = await person
      .with(
        closing([
          ['Which meeting', 'Thursday'],
          ['going in', 2],
          ['coming out', 3],
          ['stayed', 'one day…'],
        ]),
      )
      .run('meeting')
    expect(made.err).toContain('Saved for')
    // As a killed process leaves it: the draft there, the meeting not in the journal.
    await person.run('undo')
    const draft = {
      kind: 'answers',
      what: 'a meeting',
      label: 'meeting',
      records: ((await person.json('delete', '--trash')) as { entries: object[] }).entries,
      words: ['Thursday', 'one day…'],
      startedAt: '2026-11-22T21:00:00+00:00',
    }
    expect(draft.records).toHaveLength(1)
    const record = {
      ...draft.records[0],
      id: '01m8zzzzzzaaaaaaaaaa',
      revision: '01m8zzzzzzaaaaaaaaab',
      supersedes: [],
      deleted: undefined,
    }
    const journal = await openedBy(person)
    journal.drafts.save(record.id, { ...draft, records: [record] })
    journal.drafts.sync()
    const { err } = await person
      .with(
        answering([
          'You were in the middle of something this evening (a meeting, 3 words)',
          'keep what is there',
        ]),
      )
      .run()
    expect(err).toContain('Saved for Sunday 22 November')
    expect(await person.json('list', '--kind', 'meeting')).toMatchObject({
      entries: [
        { kind: 'meeting', text: 'one day…', details: { name: 'Thursday', before: 2, after: 3 } },
      ],
    })
    expect(drafts(person)).toEqual([])
  })

  it('an interrupted question of one\u2019s own comes back as that, with its theme', async () => {
    const person = aPerson()
    const journal = await openedBy(person)
    const id = '01m8zzzzzzaaaaaaaaaa'
    const makes = { kind: 'prompt', theme: 'growth', deeper: 'And then?' }
    journal.drafts.save(id, { kind: 'prompt', id, makes, text: 'What did the river say?' })
    journal.drafts.sync()
    const { err } = await person
      .with(answering(['a question of your own', 'keep it as it is']))
      .run()
    expect(err).toContain('Kept among the questions of growth: "What did the river say?"')
    expect(await person.json('list')).toMatchObject({ entries: [] })
    const { prompts } = (await person.json('prompts', '--theme', 'growth')) as { prompts: object[] }
    expect(prompts).toContainEqual(expect.objectContaining({ id, own: true, deeper: 'And then?' }))
    // Killed between the commit and the removal of the draft: it is not offered again.
    journal.drafts.save(id, { kind: 'prompt', id, makes, text: 'What did the river say?' })
    journal.drafts.sync()
    await person.with(answering(['Welcome', enough])).run()
    expect(drafts(person)).toEqual([])
  })
})

const openedBy = ({ data, world }: Person) => {
  const { host, now } = world
  const newId = () => '01m8aaaaaaaaaaaaaaaa'
  return openJournal({ folder: data, host, now, newId, onNotice() {} })
}
