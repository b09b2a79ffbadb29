import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodePage, pageIn } from '../../src/store/draft-page.ts'
import type { Owner } from '../../src/store/lock.ts'
import { openJournal } from '../../src/store/open.ts'
import type { Life, Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

interface Kept {
  kind: string
  text: string
  theme?: string
  session?: string
  day: string
  at: string
  details: Record<string, unknown>
}

const kept = async (person: Person) =>
  ((await person.with({}).json('list')) as { entries: Kept[] }).entries
const answering = (...steps: Step[]): Life => ({ dialogue: scriptedDialogue(steps) })
const drafts = (person: Person) =>
  readdirSync(person.data, { recursive: true, encoding: 'utf8' }).filter(name =>
    /drafts\/.+\.json$/.test(name),
  )

/** Arriving in a journal that has an entry, so that nobody is greeted as new. */
const comeIn: Step[] = [
  ['How are you', 3],
  ['energy', 4],
  ['Which words', 'calm'],
  ['honest', 3],
  ['what this is like', skip],
  ['cared for', 5],
  ['a step I care about', skip],
  ['noticed', skip],
]

async function someone(life: Life = {}): Promise<Person> {
  const person = aPerson(life)
  await person.run('jot', '--at', '2026-11-19', 'A line.')
  // Said already, so that it is not asked about.
  await person.run('config', 'set', 'season', 'general')
  return person
}

describe('the guided session', () => {
  it('walks, saves one change, says where, and leaves no draft', async () => {
    const person = await someone()
    const { code, err } = await person
      .with(
        answering(
          ...comeIn,
          ['Compassionate', 'I counted.'],
          ['How strong', 2],
          ['Did anyone', skip],
          ['on leaving', 4],
        ),
      )
      .run('--theme', 'comp')
    expect(code).toBe(0)
    expect(err).toContain('Saved for Sunday 22 November.')
    const entries = await kept(person)
    expect(entries.map(it => it.kind)).toEqual(['note', 'checkin', 'reflection', 'checkin'])
    expect(new Set(entries.slice(1).map(it => it.session)).size).toBe(1)
    expect(drafts(person)).toEqual([])
    await person.run('undo')
    expect(await kept(person)).toHaveLength(1)
  })

  it('remembers the length that the first day chose', async () => {
    const person = aPerson()
    const first = answering(
      ['Welcome', 3],
      ['energy', 3],
      ['Which words', skip],
      ['How long', 'short'],
      [/./, enough],
    )
    await person.with(first).run()
    const { out } = await person.with({}).run('config', 'get', 'length')
    expect(out.trim()).toBe('short')
  })

  it('asks for the country when it was walked to the end, once', async () => {
    const person = aPerson({ zone: 'Europe/Dublin' })
    const walked = (...more: Step[]) =>
      answering(
        ['Welcome', 3],
        ['energy', 3],
        ['Which words', skip],
        ['Compassionate', 'I counted.'],
        ['How strong', 2],
        ['Did anyone', skip],
        ['on leaving', 4],
        ...more,
      )
    const { err } = await person
      .with(
        walked(
          ['brought you here', skip],
          ['For people to call, should you need them: are you in Ireland?', 'yes'],
        ),
      )
      .run('--theme', 'comp')
    expect(err).toMatch(/Saved for [\s\S]*has the numbers of Ireland/)
    const { out } = await person.with({}).run('config', 'get', 'country')
    expect(out).toBe('IE\n')
  })

  it('counts a night for the evening before, and keeps to its day', async () => {
    const person = await someone()
    const night = {
      now: '2026-11-23T02:10:00+00:00',
      ...answering(['How are you', 2], [/./, enough]),
    }
    await person.with(night).run()
    expect((await kept(person)).at(-1)).toMatchObject({ day: '2026-11-22' })
  })

  it('saves nothing when nothing was said', async () => {
    const person = await someone()
    const { err } = await person.with(answering(['How are you', enough])).run()
    expect(err).toContain('nothing was saved')
    expect(await kept(person)).toHaveLength(1)
    expect(drafts(person)).toEqual([])
  })
})

describe('an unfinished session', () => {
  const begun: Step[] = [
    ...comeIn,
    ['Compassionate', 'Nine words are in this page, give or take.'],
    ['How strong', interrupt],
  ]
  const friday = '2026-11-20T19:00:00+00:00'

  it('is written with the first answer, and again once that is taken back', async () => {
    const person = await someone()
    const newest = () =>
      drafts(person)
        .map(name => JSON.parse(readFileSync(join(person.data, name), 'utf8')))
        .sort((a, b) => b.save - a.save)[0]
    const seen: string[] = []
    const pages = [
      { text: 'A word.', end: 'swap' },
      { text: '', end: 'swap' },
    ]
    const dialogue = scriptedDialogue((_, form) => {
      const page = newest()?.content.answers.themes.compassion
      seen.push(newest() ? `of ${page?.text}` : 'none')
      return form === 'write' ? (pages.shift() ?? interrupt) : skip
    })
    await person.with({ dialogue }).run('--theme', 'comp')
    expect(seen.slice(0, -2)).toEqual(seen.slice(0, -2).map(() => 'none'))
    expect(seen.slice(-2)).toEqual(['of A word.', 'of '])
  })

  async function interrupted() {
    const person = await someone()
    const outcome = await person
      .with({ now: friday, ...answering(...begun) })
      .run('--theme', 'comp')
    return { person, outcome }
  }

  it('stays, says so, and ends with 130', async () => {
    const { person, outcome } = await interrupted()
    expect(outcome.code).toBe(130)
    expect(outcome.err).toContain('`hearten` picks it up where you stopped.')
    expect(await kept(person)).toHaveLength(1)
    expect(drafts(person).length).toBeGreaterThan(0)
  })

  it('is picked up where it stopped, for the day it began on', async () => {
    const { person } = await interrupted()
    const dialogue = scriptedDialogue([
      ['Pick it up', 'resume'],
      ['How strong', skip],
      ['Did anyone', skip],
      ['on leaving', 4],
    ])
    const { err } = await person.with({ dialogue }).run()
    expect(dialogue.heard.join('\n')).toContain(
      'in the middle of something on Friday evening (Compassionate\n  Understanding, 9 words).',
    )
    expect(err).toContain('Saved for Friday 20 November.')
    const entries = await kept(person)
    expect(entries.filter(it => it.session).map(it => it.day)).toEqual(Array(3).fill('2026-11-20'))
  })

  it('goes on as its flags had it, when it is picked up without them', async () => {
    const person = await someone()
    await person
      .with(answering(['How are you', 4], ['energy', interrupt]))
      .run('today', '--theme', 'support', '--keys')
    const dialogue = scriptedDialogue(question =>
      question.includes('Pick it up') ? 'resume' : skip,
    )
    await person.with({ dialogue }).run()
    const heard = dialogue.heard.join('\n')
    expect(heard).toContain('Emotional Support')
    expect(heard).not.toMatch(/Compassionate|of 5/)
  })

  it('can be kept as it is, and the day goes on', async () => {
    const { person } = await interrupted()
    await person.with(answering(['Pick it up', 'keep'], ['How are you', enough])).run()
    const entries = await kept(person)
    expect(entries.filter(it => it.session).map(it => it.kind)).toEqual(['checkin', 'reflection'])
    expect(drafts(person)).toEqual([])
  })

  it.each([
    ['is not to come up any more', ['people', 'add', 'Robin', '--status', 'unsafe']],
    ['was settled', ['promise', 'done', '1']],
  ])('asks of no promise that %s meanwhile', async (_, meanwhile) => {
    const person = await someone()
    await person.run('promise', 'Write to Robin', '--due', 'today')
    await person.with(answering(['How are you', 4], ['energy', interrupt])).run('--theme', 'comp')
    await person.run(...meanwhile)
    const dialogue = scriptedDialogue([
      ['Pick it up', 'resume'],
      ['energy', 4],
      ['Which words', skip],
      ['honest', skip],
      ['Compassionate', enough],
    ])
    await person.with({ dialogue }).run('--theme', 'comp')
    expect(dialogue.heard.join('\n')).not.toContain('Robin')
  })

  it('can be let go, after a second question', async () => {
    const { person } = await interrupted()
    await person.with(answering(['Pick it up', 'go'], ['for good', false])).run()
    expect(
      (await person.with(answering(['Pick it up', 'go'], ['for good', enough])).run()).code,
    ).toBe(0)
    expect(drafts(person).length).toBeGreaterThan(0)
    const gone = answering(['Pick it up', 'go'], ['for good', true], ['How are you', enough])
    await person.with(gone).run()
    expect(await kept(person)).toHaveLength(1)
    expect(drafts(person)).toEqual([])
  })

  it('can be a page of another kind', async () => {
    const person = await someone()
    await person.with(answering(['What is on your mind', interrupt])).run('jot')
    const page = { kind: 'jot', text: 'half a note', startedAt: friday }
    const journal = await import('../../src/store/open.ts').then(({ openJournal }) =>
      openJournal({
        folder: person.data,
        host: person.world.host,
        now: person.world.now,
        newId: () => 'x1',
        onNotice() {},
      }),
    )
    journal.drafts.save('page1', page)
    journal.drafts.sync()
    const dialogue = scriptedDialogue([
      ['Pick it up', 'resume'],
      [/^/, 'half a note, whole'],
    ])
    await person.with({ dialogue }).run()
    expect(dialogue.heard.join('\n')).toContain('(a note, 3 words)')
    expect((await kept(person)).at(-1)).toMatchObject({ kind: 'note', text: 'half a note, whole' })
    expect(drafts(person)).toEqual([])
  })
})

describe('a page that was being written when the program was killed', () => {
  const page = { text: 'half a note', startedAt: '2026-11-20T19:00:00+00:00' }

  async function withPage(draft: Record<string, unknown>) {
    const person = await someone()
    const journal = await openJournal({
      folder: person.data,
      host: person.world.host,
      now: person.world.now,
      newId: person.world.random as never,
      onNotice() {},
    })
    journal.drafts.save('page1', { ...page, ...draft })
    journal.drafts.sync()
    return person
  }

  it('becomes what it was going to be: its day, and private when it was to be', async () => {
    const makes = { kind: 'note', details: {}, day: '2026-11-19', private: true, tags: ['kept'] }
    const person = await withPage({ kind: 'jot', makes })
    await person.with(answering(['Pick it up', 'keep'])).run()
    expect((await kept(person)).find(it => it.text === 'half a note')).toMatchObject({
      id: 'page1',
      text: 'half a note',
      day: '2026-11-19',
      private: true,
      tags: ['kept'],
    })
  })

  it('stays a sealed letter', async () => {
    const makes = { kind: 'letter', details: { sealedUntil: '2027-01-01' } }
    const person = await withPage({ kind: 'letter', makes })
    await person.with(answering(['Pick it up', 'keep'])).run()
    expect(await kept(person)).toHaveLength(1)
    expect((await person.run('letter', '--list')).out).toContain('2027-01-01')
  })

  it('changes the entry that was being changed', async () => {
    const person = await someone()
    const [entry] = await entriesOf(person)
    const editing = scriptedDialogue([[/^/, 'A line, changed.']])
    await person.with({ dialogue: editing }).run('edit', entry?.id ?? '')
    expect(await entriesOf(person)).toMatchObject([{ id: entry?.id, text: 'A line, changed.' }])
  })

  it('is not offered when it was kept just before the kill', async () => {
    const person = await withPage({ kind: 'jot' })
    await person.with(answering(['Pick it up', 'keep'])).run()
    const again = await withPageIn(person)
    await again.with(answering(['How are you', enough])).run()
    expect(await kept(person)).toHaveLength(2)
    expect(drafts(person)).toEqual([])
  })

  it('is left alone while another process is writing it', async () => {
    const person = await withPage({ kind: 'jot' })
    const files = drafts(person)
    handOver(person, {})
    await person.with(answering(['How are you', enough])).run()
    expect(drafts(person)).toEqual(files)
    handOver(person, { started: '1' })
    await person.with(answering(['Pick it up', 'keep'])).run()
    expect(drafts(person)).toEqual([])
  })

  it('is left to the window that picked it up meanwhile', async () => {
    const person = await withPage({ kind: 'jot' })
    const files = drafts(person)
    for (const steps of [
      [['Pick it up', 'resume']],
      [['Pick it up', 'keep']],
      [
        ['Pick it up', 'go'],
        ['Let it go for good', true],
      ],
    ] as Step[][]) {
      handOver(person, { started: '1' })
      const dialogue = scriptedDialogue(steps)
      const { choose } = dialogue
      const meanwhile: typeof choose = question => {
        handOver(person, {})
        return choose(question)
      }
      await person.with({ dialogue: Object.assign(dialogue, { choose: meanwhile }) }).run()
      expect(dialogue.heard.join('\n')).toContain('Another window has it now')
      expect(drafts(person)).toEqual(files)
    }
    expect(await kept(person)).toHaveLength(1)
  })

  it('invites nobody whom another window set apart meanwhile', async () => {
    const person = await someone()
    const dialogue = scriptedDialogue([
      ...comeIn,
      ['Compassionate', 'I met @Robin.'],
      ['How strong', skip],
      ['anyone understand', skip],
      ['on leaving', 4],
    ])
    const { write } = dialogue
    const meanwhile: typeof write = async question => {
      await person.with({}).run('people', 'add', 'Robin', '--status', 'unsafe')
      return write(question)
    }
    await person
      .with({ dialogue: Object.assign(dialogue, { write: meanwhile }) })
      .run('--theme', 'comp')
    expect(dialogue.heard.join('\n')).not.toContain('came up today')
  })

  it('keeps what two windows wrote', async () => {
    const person = await withPage({ kind: 'jot' })
    await person.with(answering(['Pick it up', 'keep'])).run()
    await withPageIn(person, 'half a note, and more from the other window')
    await person.with(answering(['Pick it up', 'keep'])).run()
    expect((await kept(person)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['half a note', 'half a note, and more from the other window']),
    )
    expect(drafts(person)).toEqual([])
  })

  it('of a session is offered again only when it holds words that were not kept', async () => {
    const person = await someone()
    const draft = (themes: object) => ({
      kind: 'session',
      day: '2026-11-22',
      startedAt: '2026-11-22T21:00:00+00:00',
      zone: 'Europe/Lisbon',
      arrival: {},
      answers: { themes },
      done: [],
    })
    const compassion = { text: 'I counted.' }
    await withPageIn(person, 'x', draft({ compassion }))
    await person.with(answering(['Pick it up', 'keep'])).run()
    await withPageIn(person, 'x', draft({ compassion, growth: { text: 'and more' } }))
    await person.with(answering(['Pick it up', 'keep'])).run()
    expect((await kept(person)).map(({ text }) => text)).toContain('and more')
    await withPageIn(person, 'x', draft({ compassion }))
    await person.with(answering(['How are you', enough])).run()
    expect(drafts(person)).toEqual([])
  })

  it('that changes an entry leaves what was changed elsewhere meanwhile in sight', async () => {
    const person = await someone()
    const [entry] = (await entriesOf(person)) as { id: string; revision: string }[]
    const { id = '', revision = '' } = entry ?? {}
    await withPageIn(person, 'changed in here', { kind: 'edit', edits: id, base: [revision] })
    await person.run('edit', id, 'changed over there')
    await person.with(answering(['Pick it up', 'keep'])).run()
    const [after] = await entriesOf(person)
    expect(after?.text).toContain('changed in here')
    expect(after?.text).toContain('changed over there')
  })

  /** Makes the page somebody else's: the parent of this process is alive. */
  function handOver(person: Person, more: object) {
    for (const file of drafts(person)) {
      const path = join(person.data, file)
      const page = pageIn(readFileSync(path))
      if (page === undefined) throw new Error('the page is damaged')
      const { boot, namespace } = person.world.host.self()
      const owner = { pid: process.ppid, boot, namespace, ...more } as Owner
      writeFileSync(path, encodePage({ ...page, owner }))
    }
  }

  async function withPageIn(person: Person, text = page.text, more: object = {}) {
    const journal = await openJournal({
      folder: person.data,
      host: person.world.host,
      now: person.world.now,
      newId: () => 'x2',
      onNotice() {},
    })
    journal.drafts.save('page1', { ...page, kind: 'jot', text, ...more })
    journal.drafts.sync()
    return person
  }
})

describe('where a screen reader is likely', () => {
  const ask = 'Does a screen reader read this'

  it('asks once, before the first question, and remembers a yes', async () => {
    const env = { GNOME_ACCESSIBILITY: '1' }
    const yes = aPerson({ env, ...answering([ask, true], ['How are you', enough]) })
    await yes.run()
    expect(await yes.with({ env }).json('config', 'get', 'plain')).toMatchObject({ value: true })
    const no = aPerson({ env, ...answering([ask, false], ['How are you', 3], ['energy', enough]) })
    await no.run()
    await no.with({ env, ...answering(['How are you', enough]) }).run()
  })

  it('asks nobody else', async () => {
    const env = { GNOME_ACCESSIBILITY: '0' }
    await aPerson({ env, ...answering(['How are you', enough]) }).run()
  })
})

describe('many very low days', () => {
  it('end with one line about people to call, unless that is switched off', async () => {
    const person = await someone()
    for (const day of [15, 16, 17, 18, 19])
      await person.run('checkin', '--mood', '1', '--at', `2026-11-${day}`)
    const low: Step[] = [
      ['How are you', 4],
      ['energy', enough],
    ]
    expect((await person.with(answering(...low)).run()).err).toContain('hearten help-now')
    await person.run('config', 'set', 'care-card', 'no')
    expect((await person.with(answering(...low)).run()).err).not.toContain('help-now')
  })
})

describe('without a terminal', () => {
  it('bare shows the prompts and how to begin, and reads nothing', async () => {
    const person = aPerson({ input: 'words that nobody reads' })
    const { code, out } = await person.run()
    expect(code).toBe(0)
    expect(out).toContain('Compassionate Understanding\n')
    expect(out).toContain('`hearten today --sheet`')
    expect(await kept(person)).toEqual([])
  })

  it('shows the prompts that a pipe then answers, also before anything was written', async () => {
    const person = aPerson({ input: 'an answer' })
    const { out } = await person.run('--theme', 'growth')
    await person.run('today', '--theme', 'growth')
    const [entry] = (await kept(person)) as { prompt?: { text: string } }[]
    expect(out.replace(/\s+/g, ' ')).toContain(entry?.prompt?.text)
  })

  it('takes answers line by line; a full stop ends one, the rest is a note', async () => {
    const input = 'one\nand on\n.\n\n.\nthree @Ana\n.\nfour\n.\nfive\n.\nsix\n.\nseven'
    const person = aPerson({ input })
    const { err } = await person.run('today')
    expect(err).toBe('Saved for Sunday 22 November.\n')
    const entries = await kept(person)
    expect(entries.map(it => [it.theme, it.text])).toEqual([
      ['compassion', 'one\nand on'],
      ['support', 'three @Ana'],
      ['accountability', 'four'],
      ['growth', 'five'],
      [undefined, 'six\n\nseven'],
    ])
  })

  it('shows the prompts when the pipe is empty', async () => {
    expect((await aPerson({ input: '' }).run('today')).out).toContain('`hearten jot')
  })
})

describe('--answers', () => {
  const given = (value: unknown) => (person: Person) => {
    const file = join(person.home, 'answers.json')
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
    return person.run('today', '--answers', file)
  }

  it('takes a whole session', async () => {
    const person = aPerson()
    const { code, err } = await given({
      mood: 2,
      energy: 3,
      feelings: ['lonely'],
      connection: { cared: 4 },
      themes: {
        compassion: { text: 'Heavy.', deeper: 'Less now.', strengthBefore: 4, strengthAfter: 3 },
        support: { text: 'Called.', people: ['Ana'], support: 'listened', expected: 2, actual: 4 },
        growth: { prompt: null, text: 'A page.', insight: 'Walks help', source: 'own' },
      },
      promise: { text: 'Text Ana', cue: 'If I wake', due: '2026-11-23', witness: ['Ana'] },
      leave: { mood: 3 },
      note: 'And this.',
    })(person)
    expect({ code, err }).toEqual({
      code: 0,
      err: 'Saved for Sunday 22 November.\n',
    })
    const entries = await kept(person)
    expect(entries.map(it => it.kind)).toEqual([
      'checkin',
      'reflection',
      'reflection',
      'reflection',
      'promise',
      'reflection',
      'note',
      'checkin',
    ])
    expect(entries[4]).toMatchObject({
      text: 'Text Ana',
      details: { cue: 'If I wake', due: '2026-11-23', witness: ['Ana'] },
    })
    expect(entries[5]).not.toHaveProperty('prompt')
  })

  it('takes the answer to a question that is no longer asked', async () => {
    const person = aPerson()
    await given({ themes: { growth: { prompt: 'growth-picture-of-mending', text: 'Darning.' } } })(
      person,
    )
    expect((await kept(person))[0]).toMatchObject({
      text: 'Darning.',
      prompt: {
        id: 'growth-picture-of-mending',
        text: 'If mending were a craft, such as darning or joinery, which stage are you in?',
      },
    })
  })

  it('settles promises by id', async () => {
    const person = aPerson()
    await person.run('promise', 'Text Ana', '--due', 'today')
    const [promise] = (await kept(person)) as (Kept & { id: string })[]
    await given({ promises: { [promise!.id]: { outcome: 'partly', helped: 'tea' } } })(person)
    expect((await kept(person))[0]?.details).toMatchObject({
      steps: [{ on: '2026-11-22', outcome: 'partly', helped: 'tea' }],
    })
  })

  it.each<[unknown, string]>([
    ['{', 'is not JSON'],
    [[], 'the whole should be an object'],
    [{ themes: [] }, 'themes should be an object'],
    [{ mood: 6 }, 'mood should be a number from 1 to 5'],
    [{ mood: 'so so' }, 'mood should be a number from 1 to 5'],
    [
      { modd: 2 },
      'modd: there is no such field. There are: mood, energy, feelings, connection, measures, promises, themes, promise, leave, note\n',
    ],
    [{ themes: { love: {} } }, 'themes.love: there is no such field'],
    [
      { themes: { growth: { txt: '' } } },
      'themes.growth.txt: there is no such field. There are: prompt, text, deeper, insight,',
    ],
    [{ themes: { shared: { source: 'tv' } } }, 'themes.shared.source should be one of person'],
    [
      { themes: { growth: { prompt: 'compassion-heaviest' } } },
      'themes.growth.prompt names nothing',
    ],
    [{ promise: { due: 'soon', text: 'x' } }, 'promise.due should be a day like 2026-11-22'],
    [{ promise: {} }, 'promise.text is missing\n'],
    [{ promises: { nope: { outcome: 'done' } } }, 'promises.nope names nothing'],
    [{ feelings: 'sad' }, 'feelings should be a list of words'],
  ])('refuses %j and says where', async (value, message) => {
    const person = aPerson()
    const { code, err } = await given(value)(person)
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(err).toContain('Nothing was saved.')
    expect(await kept(person)).toEqual([])
  })
})

describe('--sheet', () => {
  it('comes back filled in, for its day, once', async () => {
    const person = await someone()
    const { out } = await person.run('today', '--sheet')
    expect(await kept(person)).toHaveLength(1)
    const filled = (answers: Record<string, string>) =>
      Object.entries(answers).reduce(
        (text, [key, said]) =>
          text.replace(
            new RegExp(`(<!-- answer ${key}(?: prompt=\\S+)? -->\n)`),
            (_, place) => `${place}${said}\n`,
          ),
        out,
      )
    const file = join(person.home, 'sheet.md')
    const take = (answers: Record<string, string>) => {
      writeFileSync(file, filled(answers))
      return person.with({ now: '2026-11-25T08:00:00+00:00' }).run('today', '--from-sheet', file)
    }
    const answers = {
      mood: '2 low',
      feelings: 'lonely, Worn-out',
      'themes.compassion.text': '# A heading\n\n> and a quote\n\nwords',
      'themes.support.support': 'Listening',
      'themes.accountability.step': 'Text Ana',
      'themes.accountability.due': 'tomorrow',
      leave: '3',
    }
    const first = await take(answers)
    expect(first.err).toBe('Saved for Sunday 22 November.\n')
    const entries = (await kept(person)).slice(1)
    expect(entries.map(it => it.kind)).toEqual([
      'checkin',
      'reflection',
      'reflection',
      'promise',
      'checkin',
    ])
    expect(entries[1]?.text).toBe('# A heading\n\n> and a quote\n\nwords')
    expect(entries[3]?.details).toEqual({ due: '2026-11-23' })
    // What stood there and was left empty was asked: it rests as in a session.
    const left = [...out.matchAll(/prompt=(\S+)/g)]
      .map(([, id]) => id)
      .filter(id => !id?.startsWith('compassion'))
    expect(entries[4]?.details).toMatchObject({
      passed: expect.arrayContaining(['connection', ...left]),
    })
    expect(left).toHaveLength(4)

    expect((await take(answers)).err).toContain('Nothing was added.')
    expect(await kept(person)).toHaveLength(6)
    const more = await take({ ...answers, note: 'one more', 'themes.compassion.text': 'other' })
    expect(more.err).toContain('(6 entries that day)')
    expect(more.err).toContain('left as they were kept')
    expect(await kept(person)).toHaveLength(7)
  })

  it.each([
    ['a text', 'does not begin like a sheet'],
    ['<!-- hearten sheet 1: session=a day=2026-02-30 began=x zone=UTC -->', 'does not begin like'],
    [
      '<!-- hearten sheet 1: session=a day=2026-11-22 began=2026-11-22T20:00:00Z zone=UTC -->\n<!-- answer mood -->\nfine\n<!-- end -->',
      '"fine" at mood should be a number from 1 to 5',
    ],
  ])('refuses what it cannot read: %s', async (text, message) => {
    const person = aPerson()
    writeFileSync(join(person.home, 'sheet.md'), text)
    const { code, err } = await person.run('today', '--from-sheet', join(person.home, 'sheet.md'))
    expect(code).toBe(1)
    expect(err).toContain(message)
  })
})

describe('flags', () => {
  it.each([
    [['--length', 'long'], '--length "long" could not be read'],
    [['--theme', 'x'], '--theme "x" could not be read'],
    [['--at', '2027-01-01'], '--at'],
    [['--answers', '/nowhere/a.json'], 'There is no file /nowhere/a.json'],
  ])('%j is refused', async (flags, message) => {
    const { code, err } = await aPerson().run('today', ...flags)
    expect(code).not.toBe(0)
    expect(err).toContain(message)
  })

  it('--at is for another day', async () => {
    const person = aPerson({ input: 'words' })
    await person.run('today', '--at', 'yesterday', '--theme', 'growth')
    expect(await kept(person)).toMatchObject([{ day: '2026-11-21', theme: 'growth' }])
  })

  it('--at says first which day it is, and does not call it today at the end', async () => {
    const walked = async (...flags: string[]) => {
      const life = answering(
        ...comeIn,
        ['Compassionate', 'I counted.'],
        ['How strong', 2],
        ['Did anyone', skip],
        ['on leaving', 4],
      )
      const person = await someone({ env: { NO_COLOR: '1' } })
      await person.with(life).run('--theme', 'comp', ...flags)
      return life.dialogue?.heard.join('\n')
    }
    const then = await walked('--at', 'yesterday')
    expect(then).toMatch(/This is about Saturday 21 November\.[\s\S]+── That day ─+ Saturday 21/)
    expect(then).not.toContain('── Today')
    const now = await walked()
    expect(now).toContain('── Today')
    expect(now).not.toContain('This is about')
  })
})

describe('the care card', () => {
  it('comes once, after saving, and nothing of it is kept', async () => {
    const person = aPerson({ input: 'I want to die.\n.\nI want to die.' })
    await person.run('config', 'set', 'country', 'IE')
    const { err } = await person.run('today')
    expect(err.indexOf('Saved for')).toBeLessThan(err.indexOf('Samaritans'))
    expect(err.match(/If you are in danger now/g)).toHaveLength(1)
    expect(err).toContain('findahelpline.com')
    expect(JSON.stringify(await kept(person))).not.toContain('care')
  })

  it('stays away when the setting says so', async () => {
    const person = aPerson({ input: 'I want to die.' })
    await person.run('config', 'set', 'care-card', 'no')
    expect((await person.run('today')).err).not.toContain('danger')
  })
})
