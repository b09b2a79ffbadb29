import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { urgeSteps } from '../../src/themes/urges.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const urgesOf = async (person: Person) => ((await person.json('urge')) as { urges: Entry[] }).urges

const call = 'I want to kill myself'
const begun: Step[] = [
  ['What is it for', 'to drink'],
  ['How strong is it?', '7'],
  ['just before', 'a fight on the phone'],
]
const waits: Step[] = [
  ...begun,
  ['Ten minutes', true],
  ...urgeSteps.flatMap(({ lines, brings }): Step[] => [
    ...lines.map((line): Step => [line, skip]),
    ...(brings === 'message' ? ([['goes nowhere', skip]] as Step[]) : []),
  ]),
]

describe('hearten urge', () => {
  it('says it all by flags', async () => {
    const person = aPerson()
    const flags = ['--for', 'to use', '--strength', '8', '--strength-later', '3', '--minutes', '12']
    expect(
      await person.run('urge', ...flags, '--not-acted', '--eased', 'a walk', '--note', 'payday'),
    ).toMatchObject({ code: 0, err: expect.stringContaining('Saved for') })
    expect(await urgesOf(person)).toMatchObject([
      {
        kind: 'urge',
        text: 'payday',
        details: {
          ...{ want: 'to use', strength: 8, strengthLater: 3, minutes: 12 },
          ...{ acted: false, eased: 'a walk' },
        },
      },
    ])
  })

  it.each([
    ['--strength', '11'],
    ['--strength', '2.5'],
    ['--strength-later', '-1'],
    ['--minutes', 'ten'],
    ['--acted', '--not-acted'],
  ])('refuses %s %s with 2, and saves nothing', async (...flags) => {
    const person = aPerson()
    expect(await person.run('urge', '--for', 'to drink', ...flags)).toMatchObject({ code: 2 })
    expect(await entriesOf(person)).toEqual([])
  })

  it('waits together in steps, and asks again', async () => {
    const person = aPerson()
    await person.run('people', 'add', 'Ana')
    await person.run('people', 'add', 'Bo', '--status', 'unsafe')
    const dialogue = scriptedDialogue([...waits, ['now', '3'], ['What helped', 'the cold water']])
    const { err } = await person.with({ dialogue }).run('urge')
    expect(err).toContain('Saved for')
    const heard = dialogue.heard.join('\n')
    expect(heard).toContain('A voice can help: Ana.')
    expect(heard).not.toContain('Bo')
    expect(heard).toContain('From 7 to 3.')
    expect(await urgesOf(person)).toMatchObject([
      { details: { strength: 7, strengthLater: 3, minutes: 0, eased: 'the cold water' } },
    ])
  })

  it('waits where only Enter is pressed, and asks of nothing that did not pass', async () => {
    const asked: unknown[] = []
    const scripted = scriptedDialogue([...begun, ['Ten minutes', false]])
    const dialogue: typeof scripted = {
      ...scripted,
      choose: question => {
        if (question.ask.startsWith('Ten')) asked.push(question.initial)
        return scripted.choose(question)
      },
    }
    const person = aPerson({ dialogue })
    await person.run('urge')
    expect(asked).toEqual([true])
    expect(dialogue.heard.join('\n')).not.toContain('How strong is it now')
    expect(await urgesOf(person)).toMatchObject([{ details: { strength: 7 } }])
  })

  it.each([
    ['to write to somebody', 'general', 'Ben is close', 'A voice can help: Ben.'],
    ['to write to somebody', 'general', 'nobody is close', undefined],
    ['to drink', 'addiction', 'nobody is close', 'A voice can help: Jonas.'],
    ['to drink', 'break-up', 'nobody is close', undefined],
  ])('wanting %s, in the season %s, where %s, names %s', async (want, season, close, voice) => {
    const person = aPerson()
    await person.run('config', 'set', 'season', season)
    await person.run('jot', 'All day I thought of him.', '--person', 'Jonas')
    if (close.startsWith('Ben')) await person.run('people', 'add', 'Ben')
    const dialogue = scriptedDialogue([
      ['What is it for', want],
      ...waits.slice(1),
      ['now', '3'],
      ['What helped', skip],
    ])
    await person.with({ dialogue }).run('urge')
    const heard = dialogue.heard.join('\n')
    if (voice) expect(heard).toContain(voice)
    else expect(heard).not.toContain('A voice can help')
  })

  it.each([enough, interrupt])(
    'keeps what was said when it is left with %s at any step',
    async way => {
      for (const at of waits.keys()) {
        const person = aPerson()
        const [question = ''] = waits[at] ?? []
        const dialogue = scriptedDialogue([...waits.slice(0, at), [question, way] as Step])
        await person.with({ dialogue }).run('urge')
        const kept = await urgesOf(person)
        expect(kept.length).toBe(at === 0 ? 0 : 1)
        if (at > 1) expect(kept).toMatchObject([{ details: { want: 'to drink', strength: 7 } }])
      }
    },
  )

  const minute = 60_000
  it.each([
    ['two minutes at each step', [0, 2, 4, 6, 8, 10], 10],
    ['back by an hour', [0, 2, 4, -56, -54, -52], undefined],
    ['ahead by five hours', [0, 2, 304, 306, 308, 310], undefined],
    ['ahead and back again', [0, 2, 304, 6, 8, 10], 10],
    ['over midnight', [0, 60, 90, 120, 150, 170], 170],
  ])('believes no clock that jumps during the wait: %s', async (_, minutes, noted) => {
    const began = new Date('2026-11-22T21:30:00Z').getTime()
    const scripted = scriptedDialogue([...waits, ['now', '3'], ['What helped', skip]])
    let clock = began
    const dialogue: typeof scripted = {
      ...scripted,
      line(question) {
        const step = urgeSteps.findIndex(({ lines }) => lines.includes(question.ask))
        if (step >= 0) clock = began + (minutes[step + 1] ?? 0) * minute
        return scripted.line(question)
      },
    }
    const person = aPerson({ dialogue })
    Object.assign(person.world, { now: () => new Date(clock) })
    expect(await person.run('urge')).toMatchObject({ code: 0 })
    const [urge] = await urgesOf(person.with({ now: '2026-11-24T12:00:00Z' }))
    expect(urge).toMatchObject({ day: '2026-11-22', details: { strength: 7, strengthLater: 3 } })
    const { minutes: kept } = { minutes: undefined, ...urge?.details }
    expect(kept).toBe(noted)
  })

  it('keeps a message that is not sent as a page, or lets it go', async () => {
    const upTo = waits.slice(
      0,
      waits.findIndex(([question]) => question === 'goes nowhere'),
    )
    const write = async (keeps: boolean) => {
      const person = aPerson()
      const steps: Step[] = [
        ...upTo,
        ['goes nowhere', true],
        ['not sent', 'I miss you.'],
        ['Keep the page', keeps],
        ['Drink some water', enough],
      ]
      await person.with({ dialogue: scriptedDialogue(steps) }).run('urge')
      return entriesOf(person)
    }
    expect(await write(true)).toMatchObject([
      { kind: 'urge' },
      { kind: 'letter', text: 'I miss you.', details: { unsent: true } },
    ])
    expect((await write(false)).map(({ kind }) => kind)).toEqual(['urge'])
  })

  it('stops asking where words call for help, and the card comes at once', async () => {
    const person = aPerson()
    const dialogue = scriptedDialogue([
      ...begun.slice(0, 2),
      ['just before', 'I want to kill myself'],
    ])
    const { err } = await person.with({ dialogue }).run('urge')
    expect(err).toContain('findahelpline.com')
  })

  it('hears what is typed where Enter goes on', async () => {
    const person = aPerson()
    const [first = ''] = urgeSteps[0]?.lines ?? []
    const dialogue = scriptedDialogue([...begun, ['Ten minutes', true], [first, call]])
    const { err } = await person.with({ dialogue }).run('urge')
    expect(err).toContain('findahelpline.com')
    expect((await entriesOf(person)).map(({ text }) => text).join()).not.toContain(call)
  })

  it('asks once what became of the last one', async () => {
    const person = aPerson()
    await person.run('urge', '--for', 'to drink', '--strength', '6')
    const steps: Step[] = [
      ['Did you act on it', false],
      ['What helped, even', 'my sister'],
      ['What is it for', enough],
    ]
    const dialogue = scriptedDialogue(steps)
    await person.with({ dialogue }).run('urge')
    expect(dialogue.heard.join(' ')).toContain('Earlier today you noted this: to drink.')
    expect(await urgesOf(person)).toMatchObject([
      { details: { acted: false, eased: 'my sister', strength: 6 } },
    ])
    await person.with({ dialogue: scriptedDialogue([['What is it for', enough]]) }).run('urge')
    await person.run('urge', 'later', '--acted')
    expect(await urgesOf(person)).toMatchObject([{ details: { acted: true, eased: 'my sister' } }])
  })

  it.each([true, false])(
    'does not ask again what helped, nor write over it, where that was said: acted %s',
    async acted => {
      const person = aPerson()
      await person.run('urge', '--for', 'to drink', '--eased', 'cold water')
      const steps: Step[] = [
        ['Did you act on it', acted],
        ['What is it for', enough],
      ]
      await person.with({ dialogue: scriptedDialogue(steps) }).run('urge')
      expect(await urgesOf(person)).toMatchObject([{ details: { acted, eased: 'cold water' } }])
    },
  )

  it('stands in the review, without a word of what became of it', async () => {
    const person = aPerson()
    for (const [strength, later, minutes] of [
      [8, 4, 10],
      [6, 2, 20],
      [9, 9, 5],
    ])
      await person.run(
        ...['urge', '--for', 'to drink', '--strength', `${strength}`, '--acted'],
        ...['--strength-later', `${later}`, '--minutes', `${minutes}`, '--eased', 'a walk'],
      )
    const said = (await person.run('review')).out.replace(/\s+/g, ' ')
    expect(said).toContain('3 moments of wanting were noted: to drink 3.')
    expect(said).toContain('You waited 10 minutes, the middle of 3 waits.')
    expect(said).toContain('Strength went from 7.7 to 5 of 10 on average (3 times).')
    expect(said).toContain('What helped: a walk 3.')
    expect(JSON.stringify(await person.json('review'))).not.toContain('acted')
  })
})
