import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { newMute } from '../../src/journal/mute.ts'
import { newPerson } from '../../src/journal/person.ts'
import { chance } from '../../src/session/rules.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const today = asDay('2026-11-22')
const question = 'What did the garden teach you?'
const old = 'Beans want time, and a stick to climb on.'
const now = 'Tomatoes want a roof.'

const anAnswer = (more: object = {}): Entry =>
  ({
    ...anEntry({ text: old, day: asDay('2026-09-01') }),
    kind: 'reflection',
    theme: 'growth',
    prompt: { id: 'growth-garden', text: question },
    ...more,
  }) as Entry

/** Somebody who answered once, long ago. */
async function answered(more: object = {}, ...beside: Parameters<typeof anEntry>[0][]) {
  const person = aPerson()
  const journal = await aJournal({ folder: person.data })
  const then = anAnswer(more)
  await journal.commit('made', [then, ...beside.map(it => anEntry(it) as Entry)])
  return { person, journal, then }
}

const offered = async (person: Person) =>
  ((await person.json('again')) as { entries: Entry[] }).entries

const steps: readonly Step[] = [
  [old, 2],
  [question, now],
]

describe('hearten again ID', () => {
  it('asks how true it is, asks again, and shows both beside each other', async () => {
    const { person, then } = await answered()
    const dialogue = scriptedDialogue(steps)
    const { out, err } = await person
      .with({ dialogue, columns: 80 })
      .run('again', then.id, '--no-color')
    expect(err).toContain('Saved for Sunday 22 November')
    expect(out).toMatch(/Beans want time, and a stick to {2,}Tomatoes want a roof\./)
    expect(out).toContain('Still true: 2 of 5')
    const [, next] = await entriesOf(person)
    expect(next).toMatchObject({
      ...{ kind: 'reflection', theme: 'growth', text: now, day: today },
      prompt: { id: 'growth-garden', text: question },
      details: { again: then.id, stillTrue: 2 },
    })
    expect((await person.run('show', then.id)).out).toContain(old)
    expect((await person.run('show', next?.id ?? '')).out).toContain('answers')
  })

  it.each([
    [40, []],
    [80, ['--plain']],
  ] as const)('shows one below the other at %i columns, %s', async (columns, flags) => {
    const { person, then } = await answered()
    const given = ['--answer', now, '--no-color', ...flags]
    const { out } = await person.with({ terminal: true, columns }).run('again', then.id, ...given)
    expect(out).toMatch(/1 September 2026:?\s+Beans want[\s\S]*22 November 2026:?\s+Tomatoes/)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('says what was changed for scripts', async () => {
    const { person, then } = await answered()
    const receipt = await person.json('again', then.id, '--answer', now)
    expect(receipt).toMatchObject({
      changed: [{ kind: 'reflection', day: today }],
      text: expect.stringContaining(now),
    })
  })

  it('keeps a private answer private, and makes one so', async () => {
    const { person, then } = await answered({ private: true })
    await person.run('again', then.id, '--answer', now)
    expect((await entriesOf(person)).map(it => it.private)).toEqual([true, true])
    const other = await answered()
    await other.person.run('again', other.then.id, '--answer', now, '--private')
    expect((await entriesOf(other.person)).map(it => it.private)).toEqual([undefined, true])
  })

  it.each([enough, interrupt])('keeps what was said when it is left with %s', async way => {
    const { person, then } = await answered()
    const dialogue = scriptedDialogue([[old, 4], [question, way] as Step])
    await person.with({ dialogue }).run('again', then.id)
    expect((await entriesOf(person))[1]).toMatchObject({ details: { stillTrue: 4 }, text: '' })
  })

  it('saves nothing where nothing is said', async () => {
    const { person, then } = await answered()
    const dialogue = scriptedDialogue([
      [old, skip],
      [question, skip],
    ])
    const { err } = await person.with({ dialogue }).run('again', then.id)
    expect(err).toContain('Nothing was answered')
    expect(await entriesOf(person)).toHaveLength(1)
  })

  it.each([
    [2, ['--answer', now]],
    [2, ['ID', '--still-true', '6']],
    [2, ['ID']],
    [1, ['NOTE', '--answer', now]],
    [1, ['nobody', '--answer', now]],
  ])('ends with %i for %s, and saves nothing', async (code, argv) => {
    const { person, then } = await answered({}, { text: 'a note', day: today })
    const [, note] = await entriesOf(person)
    const ids: Record<string, string> = { ID: then.id, NOTE: note?.id ?? '' }
    const line = argv.map(word => ids[word] ?? word)
    expect((await person.run('again', ...line)).code).toBe(code)
    expect(await entriesOf(person)).toHaveLength(2)
  })

  it('does not read back words that call for help', async () => {
    const { person, then } = await answered()
    const { out, err } = await person.run('again', then.id, '--answer', 'I want to kill myself.')
    expect(err).toContain('findahelpline.com')
    expect(out).toBe('')
  })
})

describe('what comes up without an id', () => {
  it('is an answer of four weeks ago or more', async () => {
    const { person, then } = await answered({ day: addDays(today, -28) })
    expect(await offered(person)).toMatchObject([{ id: then.id }])
  })

  it.each<[why: string, answer: object, ...beside: Parameters<typeof anEntry>[0][]]>([
    ['is younger', { day: addDays(today, -27) }],
    ['is private', { private: true }],
    ['was very low', { mood: 1 }],
    ['calls for help', { text: 'I want to kill myself.' }],
    ['calls for help, and is starred', { text: 'I want to kill myself.', starred: true }],
    ['has no words', { text: ' ' }],
    ['has no question', { prompt: undefined }],
    ['would come on a low day', {}, { text: 'low', day: today, mood: 2 }],
    ...(
      [
        ['a page', {}],
        ['a private page', { private: true }],
        ['a closed letter', { kind: 'letter', details: { sealedUntil: asDay('2027-01-01') } }],
      ] as const
    ).map(([what, more]): [string, object, Parameters<typeof anEntry>[0]] => [
      `has ${what} beside it that calls for help`,
      { session: 's1' },
      { session: 's1', day: asDay('2026-09-01'), text: 'I want to kill myself.', ...more },
    ]),
  ])('is none that %s', async (_, more, ...beside) => {
    const { person } = await answered(more, ...beside)
    expect(await offered(person)).toEqual([])
  })

  it.each([
    ['entry', 'ID'],
    ['tag', 'water'],
    ['person', 'Ana'],
    ['period', '2026-08-01/2026-09-30'],
    ['prompt', 'growth-garden'],
  ] as const)('is none of a muted %s', async (what, value) => {
    const { person, journal, then } = await answered({ tags: ['water'], people: ['Ana'] })
    const mute = newMute(what, value === 'ID' ? then.id : value, aStamp())
    await journal.commit('mute', [mute])
    expect(await offered(person)).toEqual([])
  })

  it.each(['estranged', 'unsafe', 'died', 'paused'] as const)(
    'is none of somebody who is %s, nor a question that names them',
    async status => {
      for (const more of [{ text: `${old} Ana too.` }, { prompt: { id: 'x', text: 'And Ana?' } }]) {
        const { person, journal } = await answered({ ...more, starred: true })
        await journal.commit('people', [newPerson('Ana', status, aStamp())])
        const isHidden = status === 'estranged' || status === 'unsafe'
        if ('text' in more || isHidden) expect(await offered(person)).toEqual([])
      }
    },
  )

  it.each([
    ['hard-dates', '11-22'],
    ['hard-dates', '09-01'],
    ['season-start', '2026-08-20'],
  ])('is none with %s %s', async (name, value) => {
    const { person } = await answered()
    expect(await offered(person)).toHaveLength(1)
    if (name === 'season-start') await person.run('config', 'set', 'season', 'loss')
    await person.run('config', 'set', name, value)
    expect(await offered(person)).toEqual([])
  })

  it('leaves its place to the newer answer, and rests after a rating', async () => {
    const { person, then, journal } = await answered()
    const rating = { again: then.id, stillTrue: 3 }
    const lately = { text: '', day: addDays(today, -5), details: rating }
    const long = anAnswer({ id: 'b1', text: now, day: addDays(today, -30), details: rating })
    await journal.commit('made', [anAnswer({ id: 'a1', ...lately })])
    expect(await offered(person)).toEqual([])
    await journal.commit('made', [long])
    expect(await offered(person)).toMatchObject([{ id: 'b1' }])
  })

  it('says why there is none', async () => {
    const { person } = await answered({}, { text: 'low', day: today, mood: 2 })
    const sits = () => person.with({ terminal: true })
    expect((await sits().run('again')).err).toContain('wait for a lighter day')
    expect((await aPerson({ terminal: true }).run('again')).err).toContain('from four weeks on')
  })
})

describe('in a session', () => {
  /** The first day from then on that the lot has for an old answer, or not. */
  const dayFor = (seed: string, from: Day, wanted = true): Day => {
    const isOne = chance(seed, from, 'again') < 1 / 4
    return isOne === wanted ? from : dayFor(seed, addDays(from, 1), wanted)
  }
  const walked = (mood: number, leave: number): Step[] => [
    [/welcome|good to see you|how are you/i, mood],
    ['energy', skip],
    [/word/, skip],
    ['how true was this', skip],
    ['Compassionate', 'I counted the trams.'],
    ['How strong', 2],
    ['Did anyone', skip],
    ['on leaving', leave],
    ...(leave <= 2
      ? ([
          ['nobody keeps', skip],
          ['into the room', skip],
        ] as Step[])
      : []),
  ]
  const offer: Step = [question, true]

  async function sit(
    { person, day, resurface = true }: { person: Person; day: Day; resurface?: boolean },
    ...answers: Step[]
  ) {
    await person.with({ now: `${addDays(day, -1)}T12:00:00+00:00` }).run('jot', 'soup')
    await person.run('config', 'set', 'season', 'general')
    await person.run('config', 'set', 'resurface', resurface ? 'yes' : 'no')
    const dialogue = scriptedDialogue(answers)
    const { code } = await person
      .with({ dialogue, now: `${day}T19:30:00+00:00` })
      .run('today', '--theme', 'compassion')
    expect(code).toBe(0)
    return dialogue.heard.join('\n')
  }

  it('an old question is offered now and then, and answered', async () => {
    const { person, journal, then } = await answered()
    const day = dayFor(journal.seed, today)
    const heard = await sit({ person, day }, ...walked(4, 4), offer, ...steps)
    expect(heard.indexOf(question)).toBeLessThan(heard.indexOf(old))
    const kept = await entriesOf(person.with({ now: `${day}T20:00:00+00:00` }))
    expect(kept.find(it => it.text === now)).toMatchObject({
      details: { again: then.id, stillTrue: 2 },
    })
  })

  it('a no leaves it', async () => {
    const { person, journal } = await answered()
    const day = dayFor(journal.seed, today)
    await sit({ person, day }, ...walked(4, 4), [question, skip])
    expect(await entriesOf(person, '--theme', 'growth')).toHaveLength(1)
  })

  // A dialogue that is asked anything more fails.
  it.each<[why: string, how: { resurface?: boolean; wanted?: boolean; leave?: number }]>([
    ['when that was not asked for', { resurface: false }],
    ['on a day that the lot has not', { wanted: false }],
    ['after a session that ended low', { leave: 2 }],
  ])('nothing is offered %s', async (_, { resurface, wanted, leave = 4 }) => {
    const { person, journal } = await answered()
    const day = dayFor(journal.seed, today, wanted)
    const heard = await sit(
      { person, day, ...(resurface !== undefined && { resurface }) },
      ...walked(4, leave),
    )
    expect(heard).not.toContain(question)
  })

  it('nothing is offered in a day\u2019s second session, nor soon after the last one', async () => {
    const { person, journal, then } = await answered()
    const day = dayFor(journal.seed, today)
    await sit({ person, day }, ...walked(4, 4), [question, skip])
    const second = walked(4, 4).filter(([ask]) => ask !== 'how true was this')
    expect(await sit({ person, day }, ...second)).not.toContain(question)
    const other = await answered()
    const next = dayFor(other.journal.seed, today)
    const recent = anAnswer({ id: 'a1', day: addDays(next, -6), details: { again: then.id } })
    await other.journal.commit('made', [recent])
    expect(await sit({ person: other.person, day: next }, ...walked(4, 4))).not.toContain(question)
  })
})
