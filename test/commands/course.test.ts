import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { courses } from '../../src/themes/courses.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

interface Shown {
  id: string
  state: string
  sessions: { id: string; done?: string }[]
}
const shownIn = async (person: Person, id: string) =>
  ((await person.json('course')) as { courses: Shown[] }).courses.find(it => it.id === id)

/** A course of one's own, as a file: no code anywhere. */
const river = `# Two sessions by a river.
id: river
name: By the river
about: Two walks along the water.
topics: [water]
apart: { from: 2, to: 3 }
end: You have walked all of it.
sessions:
  - id: upstream
    name: Upstream
    topics: [water]
    depth: gentle
    read:
      text: [Water finds its way round a stone.]
      source: practice
    prompts:
      - theme: compassion
        text: What did the water carry today?
        deeper: And what did it leave?
      - theme: support
        text: Who could walk along?
    exercise: comforts
    step: Look at some water
    person: Ask somebody along.
  - id: downstream
    name: Downstream
    topics: [water]
    depth: deep
    read:
      text: [A river ends, and the water does not.]
      source: practice
    prompts:
      - { theme: growth, text: What has changed its shape? }
      - { theme: shared, text: Who else knows such water? }
    exercise: people
    step: Throw a stone
    person: Tell somebody about the river.
    leaving: A dip right after is common.
`
const withRiver = async (text = river) => {
  const person = aPerson()
  const added = await person.with({ input: text }).run('course', 'add', '-')
  return { person, added }
}

const arriving = (mood: number): Step[] => [
  ['How are you', mood],
  ['energy', 4],
  ['Which words', skip],
]
const upstream: Step[] = [
  ['at your pace', skip],
  ['carry today', 'Leaves and a hat.'],
  ['How strong', skip],
  ['anyone understand', skip],
  ['walk along', skip],
  ['comfort you', 'tea, a long bath'],
]
const leaving: Step[] = [['on leaving', 4]]

describe('hearten course', () => {
  it('lists the courses there are, and begins one', async () => {
    const person = aPerson()
    const { out } = await person.run('course')
    for (const { name } of courses) expect(out).toContain(name)
    expect(await person.run('course', 'begin', 'break-up')).toMatchObject({ code: 0 })
    expect(await shownIn(person, 'break-up')).toMatchObject({ state: 'going' })
    await person.run('course', 'pause')
    expect(await shownIn(person, 'break-up')).toMatchObject({ state: 'paused' })
    await person.run('course', 'begin', 'after', 'a', 'break')
    await person.run('course', 'leave')
    expect(await shownIn(person, 'break-up')).toMatchObject({ state: 'left' })
    await person.run('undo')
    expect(await shownIn(person, 'break-up')).toMatchObject({ state: 'going' })
  })

  it.each([
    ['begin', 'nothing'],
    ['show', 'nothing'],
    ['pause'],
    ['leave', 'break-up'],
    ['remove', 'break-up'],
  ])('refuses %s %s with 2', async (...words) => {
    expect(await aPerson().run('course', ...words)).toMatchObject({ code: 2 })
  })

  it('takes a course from a file alone, and walks one whole session of it', async () => {
    const { person, added } = await withRiver()
    expect(added).toMatchObject({ code: 0, err: expect.stringContaining('By the river') })
    await person.run('jot', 'something before')
    await person.run('course', 'begin', 'river')
    const dialogue = scriptedDialogue([
      ...arriving(4),
      ...upstream,
      ...leaving,
      ['brought you', skip],
    ])
    const { err } = await person.with({ dialogue }).run('course')
    expect(err).toContain('Saved for')
    const heard = dialogue.heard.join('\n')
    expect(heard).toContain('Water finds its way round a stone.')
    expect(heard).toContain('Next small step: Look at some water.')
    expect(heard).toContain('Ask somebody along.')
    const kept = (await entriesOf(person)).slice(1)
    expect(kept).toMatchObject([
      { kind: 'checkin', details: { course: { id: 'river', session: 'upstream' } } },
      {
        kind: 'reflection',
        theme: 'compassion',
        prompt: { id: 'river.upstream.compassion', text: 'What did the water carry today?' },
        text: 'Leaves and a hat.',
      },
      { kind: 'coping', details: { tool: 'tea' } },
      { kind: 'coping', details: { tool: 'a long bath' } },
      { kind: 'checkin', mood: 4 },
    ])
    expect((await shownIn(person, 'river'))?.sessions).toMatchObject([
      { id: 'upstream', done: '2026-11-22' },
      { id: 'downstream' },
    ])
    expect((await person.run('course', 'show', 'river')).out).toContain('done Sunday')
  })

  it('is left at any key, and goes on there', async () => {
    const { person } = await withRiver()
    await person.run('jot', 'something before')
    await person.run('course', 'begin', 'river')
    const all = [...arriving(4), ...upstream]
    for (let at = 1; at < all.length; at++) {
      const [question = ''] = all[at] ?? []
      const left = scriptedDialogue([...all.slice(0, at), [question, interrupt] as Step])
      expect(await person.with({ dialogue: left }).run('course')).toMatchObject({ code: 130 })
      const on = scriptedDialogue([
        ['in the middle of something', 'pick it up'],
        [question, enough] as Step,
      ])
      await person.with({ dialogue: on }).run()
      await person.run('undo')
    }
  })

  const lowArrival: Step[] = [
    ['How are you', 2],
    ['energy', 4],
    ['write, or only pick', skip],
    ['Is there a word', skip],
  ]

  it('has a lighter session in the place of a deep one on a low day', async () => {
    const { person } = await withRiver()
    await person.run('jot', 'something before')
    await person.run('course', 'begin', 'river')
    const low = scriptedDialogue([...lowArrival, ['at your pace', enough]])
    await person.with({ dialogue: low }).run('course', '--session', 'downstream')
    const heard = low.heard.join('\n')
    expect(heard).toContain('"Downstream" goes deep, and waits for a lighter day.')
    expect(heard).toContain('Water finds its way round a stone.')
    expect(heard).not.toContain('A river ends')
    expect((await shownIn(person, 'river'))?.sessions[1]).toEqual(
      expect.not.objectContaining({ done: expect.anything() }),
    )
  })

  it('has gentle questions where a low day leaves no session, and the deep one waits', async () => {
    const { person } = await withRiver()
    await person.run('jot', 'something before')
    await person.run('course', 'begin', 'river')
    const first = scriptedDialogue([...arriving(4), ...upstream, ...leaving, ['brought you', skip]])
    await person.with({ dialogue: first }).run('course')
    const now = '2026-11-25T20:00:00+00:00'
    const low = scriptedDialogue([...lowArrival, ['goes deep', { end: 'enough' }]])
    await person.with({ dialogue: low, now }).run('course')
    expect(low.heard.join('\n')).not.toContain('A river ends')
    // And where the day was low before, by whatever command.
    await person.with({ now }).run('checkin', '--mood', '1')
    const { err } = await person.with({ dialogue: scriptedDialogue([]), now }).run('course')
    expect(err).toContain('waits for a lighter day')
  })

  it('says how a course that rests goes on, and which may be left', async () => {
    const person = aPerson()
    await person.run('course', 'begin', 'loss')
    await person.run('course', 'begin', 'kindness')
    expect((await person.run('course', 'leave')).err).toContain('Begun: loss, kindness.')
    const { err } = await person.run('course', 'pause', 'loss')
    const [, begin = ''] = /`hearten (.+?)`/.exec(err) ?? []
    expect(await person.run(...begin.split(' '))).toMatchObject({ code: 0 })
    await person.run('course', 'leave', 'loss')
    await person.run('course', 'leave', 'kindness')
    expect((await person.run('course', 'leave')).err).toContain('No course was begun.')
  })

  it('draws the map of people, and offers the unsafe nowhere', async () => {
    const { person } = await withRiver()
    await person.run('people', 'add', 'Mum', '--status', 'died')
    await person.run('jot', 'something before')
    await person.run('help-now', 'add', 'Dan', '+44 20 7946 0000')
    await person.run('plan', 'edit', 'ask', 'Ana, or Dan')
    await person.run('course', 'begin', 'river')
    const dialogue = scriptedDialogue([
      ...arriving(4),
      ['at your pace', skip],
      ['changed its shape', 'How @Dan looks at me.'],
      ['worth keeping', skip],
      ['such water', skip],
      ['Who is close', 'Ana, Ben'],
      ['further away', 'Cleo'],
      ['gone from your days', 'Mum'],
      ['not safe', 'Dan'],
      ['listens', 'Ana, Cleo'],
      ['with hands', 'Ben'],
      ['on leaving', 4],
      ['brought you', skip],
    ])
    const { err } = await person.with({ dialogue }).run('course', '--session', '2')
    expect(dialogue.heard.join('\n')).toContain('A dip right after is common.')
    // What is read in a hard hour is theirs to change, and they are told.
    expect(err).toContain('`hearten help-now remove "Dan"`')
    expect(err).toContain('still names Dan, under')
    expect(err).not.toContain('names Ana')
    // Written of before the map said it.
    expect(dialogue.heard.join('\n')).not.toContain('came up today')
    const { people: listed } = (await person.json('people')) as {
      people: { name: string; status: string }[]
    }
    expect(listed.map(({ name, status }) => `${name} ${status}`)).toEqual([
      ...['Dan unsafe', 'Ana close', 'Ben close', 'Cleo distant', 'Mum died'],
    ])
    const { out } = await person.run('export', 'json')
    const people = JSON.parse(out).people as { name: string; listens?: true; hands?: true }[]
    expect(people.filter(it => it.listens).map(it => it.name)).toEqual(['Ana', 'Cleo'])
    expect(people.filter(it => it.hands).map(it => it.name)).toEqual(['Ben'])
  })

  it('keeps the words of a session whose map meets people that cannot be read', async () => {
    const { person } = await withRiver()
    await person.run('people', 'add', 'Ana')
    await person.run('course', 'begin', 'river')
    const dialogue = scriptedDialogue(question => {
      if (question.includes('How are you')) return 4
      if (question.includes('changed its shape')) return 'The bank, and so have I.'
      if (!question.includes('Who is close')) return skip
      for (const name of ['people.json', 'people.json.bak'])
        writeFileSync(join(person.data, 'g1', name), 'damaged\n', { mode: 0o600 })
      return 'Ana'
    })
    expect(await person.with({ dialogue }).run('course', '--session', '2')).toMatchObject({
      code: 0,
    })
    const texts = (await entriesOf(person)).map(({ text }) => text)
    expect(texts).toContain('The bank, and so have I.')
  })

  it('adds a hard day to those that another window noted meanwhile', async () => {
    const { person } = await withRiver(river.replace('exercise: people', 'exercise: day'))
    await person.run('course', 'begin', 'river')
    const set = (days: string[]) => {
      mkdirSync(person.config, { recursive: true, mode: 0o700 })
      writeFileSync(join(person.config, 'config.json'), JSON.stringify({ 'hard-dates': days }))
    }
    set(['12-24'])
    const dialogue = scriptedDialogue(question => {
      if (question.includes('How are you')) return 4
      if (!question.includes('Month and day')) return skip
      set(['12-24', '03-02'])
      return '08-23'
    })
    await person.with({ dialogue }).run('course', '--session', '2')
    const { out } = await person.with({}).run('config', 'get', 'hard-dates')
    expect(out.trim().split(/[, ]+/)).toEqual(['12-24', '03-02', '08-23'])
  })

  it('is offered by today while it is on the way, and rests the days it asks for', async () => {
    const { person } = await withRiver()
    await person.run('jot', 'something before')
    await person.run('course', 'begin', 'river')
    const dialogue = scriptedDialogue([
      ['Go on with a course', 'By the river'],
      ...arriving(4),
      ...upstream,
      ...leaving,
      ['brought you', skip],
    ])
    await person.with({ dialogue }).run()
    const next = scriptedDialogue([['How are you', enough]])
    await person.with({ dialogue: next, now: '2026-11-23T20:00:00+00:00' }).run()
    const after = scriptedDialogue([
      ['Go on with a course', skip],
      ['How are you', enough],
    ])
    await person.with({ dialogue: after, now: '2026-11-24T20:00:00+00:00' }).run()
  })

  it('comes as a form, and is taken back with its session done', async () => {
    const { person } = await withRiver()
    await person.run('course', 'begin', 'river')
    const { out } = await person.run('course', '--sheet')
    expect(out).toContain('Water finds its way round a stone.')
    const input = out.replace(
      /(prompt=river\.upstream\.compassion -->)\n/,
      '$1\nLeaves and a hat.\n',
    )
    expect(await person.with({ input }).run('today', '--from-sheet', '-')).toMatchObject({
      code: 0,
    })
    expect((await shownIn(person, 'river'))?.sessions[0]).toMatchObject({ done: '2026-11-22' })
    expect(await entriesOf(person)).toMatchObject([
      { kind: 'checkin' },
      { text: 'Leaves and a hat.', prompt: { id: 'river.upstream.compassion' } },
    ])
  })

  it('survives export and import, with all that a season asks for', async () => {
    const { person } = await withRiver()
    await person.run('course', 'begin', 'river')
    await person.run('plan', 'edit', 'stay', 'My dog')
    await person.run('measure', 'add', 'craving')
    await person.run('checkin', '--measure', 'craving=3')
    await person.run('since', 'add', 'last drink', '2026-08-01')
    await person.run('since', 'slip', '--note', 'payday')
    await person.run('urge', '--for', 'to drink', '--strength', '7', '--minutes', '10')
    const { out } = await person.run('export', 'json')
    const other = aPerson()
    expect(await other.with({ input: out }).run('import', '-')).toMatchObject({ code: 0 })
    expect((await other.run('export', 'json')).out).toBe(out)
    for (const list of ['course', 'plan', 'measure', 'since', 'urge'])
      expect(await other.json(list)).toEqual(await person.json(list))
  })
})

describe('a course from a file', () => {
  const changed = (from: string | RegExp, to: string) => river.replace(from, to)
  it.each<[string, string, RegExp]>([
    [
      'a field that there is none of',
      changed('    step: Look', '    steps: Look'),
      /Line 23, sessions 1, steps: is no field of this/,
    ],
    [
      'a missing session',
      changed(/sessions:[\s\S]*/, 'sessions: []\n'),
      /Line 8, sessions: should not be empty/,
    ],
    [
      'a missing field',
      changed('    step: Throw a stone\n', ''),
      /Line \d+, sessions 2, step: is missing/,
    ],
    [
      'an id twice',
      changed('id: downstream', 'id: upstream'),
      /Line 25, sessions 2, id: "upstream" is there already/,
    ],
    [
      'a theme twice in a session',
      changed('- theme: support', '- theme: compassion'),
      /Line \d+, sessions 1, prompts 2, theme: compassion is asked/,
    ],
    [
      'a theme that is none',
      changed('- theme: support', '- theme: weather'),
      /prompts 2, theme: should be one of compassion/,
    ],
    [
      'too few questions',
      changed(/ {6}- theme: support\n.*\n/, '').replace('    exercise: comforts\n', ''),
      /sessions 1, prompts: needs two questions/,
    ],
    [
      'too much to read',
      changed('[Water finds its way round a stone.]', `[${'word '.repeat(121)}]`),
      /has 121 words/,
    ],
    [
      'a topic of another course',
      changed('topics: [water]\n    depth: deep', 'topics: [fire]\n    depth: deep'),
      /"fire" is not among the topics/,
    ],
    ['an alias', `${river}x: &a [1]\ny: *a\n`, /Line \d+: anchors, aliases and tags/],
    [
      'a key twice',
      changed('name: By the river', 'id: other\nname: By the river'),
      /Line 3: .*unique/i,
    ],
    ['a tag', changed('about: Two', 'about: !!js/function Two'), /Line 4: /],
    [
      'a mark that is none',
      changed('    step: Throw', '    hardHours: sometimes\n    step: Throw'),
      /sessions 2, hardHours: should be true/,
    ],
    ['a merged field', `${river}<<: { name: Other }\n`, /Line \d+/],
    ['two documents', `${river}---\n${river}`, /Line \d+|cannot be used/],
    ['no YAML', 'id: [', /Line \d+: /],
    ['a text', 'just words', /cannot be used/],
    ['nothing', '', /cannot be used/],
    [
      'a number of days that is none',
      changed('from: 2', 'from: -2'),
      /apart, from: should be 0 or more/,
    ],
  ])('%s is named with its line, and nothing is kept', async (_, text, wanted) => {
    const { person, added } = await withRiver(text)
    expect([added.code, added.err]).toEqual([1, expect.stringMatching(wanted)])
    expect(added.err).toContain('Nothing was changed.')
    expect(await shownIn(person, 'river')).toBeUndefined()
  })

  it('can be JSON, and takes the place of one of the same id', async () => {
    const { person } = await withRiver()
    const { parse } = await import('yaml')
    const input = JSON.stringify({ ...parse(river), name: 'Along the river' })
    await person.with({ input }).run('course', 'add', '-')
    const { courses: all } = (await person.json('course')) as {
      courses: { id: string; name: string }[]
    }
    expect(all.filter(it => it.id === 'river').map(it => it.name)).toEqual(['Along the river'])
    await person.run('course', 'remove', 'river')
    expect(await shownIn(person, 'river')).toBeUndefined()
  })
})
