import { describe, expect, it } from 'vitest'
import type { WriteQuestion } from '../../src/dialogue/dialogue.ts'
import { addDays } from '../../src/journal/day.ts'
import { everyoneIn, ownWordsIn } from '../../src/journal/fields/read.ts'
import { wordsIn } from '../../src/session/answers.ts'
import type { CoursePlan } from '../../src/session/course.ts'
import type { Season } from '../../src/settings/settings.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { groundings } from '../../src/themes/grounding.ts'
import type { Prompt, Topic } from '../../src/themes/prompt.ts'
import { prompts } from '../../src/themes/prompts.ts'
import { outwardSteps } from '../../src/themes/steps.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, skip } from '../helpers/scripted-dialogue.ts'
import { arrived, left, sunday } from './builders.ts'
import { ordinary, sit } from './room.ts'

// Which question is asked does not matter here, but that it is no deep one.
const steady = prompts.filter(({ depth }) => depth !== 'deep')
const compassion = { only: ['compassion' as const], prompts: steady }
const call = 'I want to kill myself'

/** Comes with a mood, writes a page about compassion, and is about to leave. */
const wrote = (text: string, ...steps: Step[]): Step[] => [
  ['How are you', 4],
  ['energy', 3],
  ['Which words', skip],
  ['Compassionate', text],
  ['How strong', skip],
  ['Did anyone', skip],
  ...steps,
]
/** The same for somebody who did not come in a good mood. */
const cameLower = ([, ...steps]: Step[]): Step[] => [['How are you', 3], ...steps]
const letsGo: Step = ['nobody keeps', skip]
const noGround: Step = ['back into the room', skip]
/** Left lower than they came, and asked for nothing then. */
const lower: Step[] = [['on leaving', 3], letsGo, noGround]

describe('a page to let go, and the ground', () => {
  const deep: Prompt = {
    ...{ id: 'deep', theme: 'compassion', text: 'Compassionate, deep?', deeper: '', depth: 'deep' },
    ...{ situations: ['general'], why: '', restsOn: '' },
  }

  it.each<[string, Step[], object]>([
    ['who leaves low', wrote('Long day.', ['on leaving', 2], letsGo, noGround), {}],
    [
      'who leaves low, and did not say how they came',
      [['How are you', skip], ...wrote('Long day.', ['on leaving', 2], letsGo, noGround).slice(1)],
      {},
    ],
    ['who leaves lower', wrote('Long day.', ...lower), {}],
    [
      'who answered a deep question',
      cameLower(wrote('Long day.', ['on leaving', 4], letsGo, noGround)),
      { prompts: [deep] },
    ],
    [
      'who came well, answered a deep question, and did not say how they leave',
      wrote('Long day.', ['on leaving', skip], letsGo, noGround),
      { prompts: [deep] },
    ],
  ])('are offered to %s', async (_, steps, more) => {
    const { end } = await sit(steps, { ...compassion, ...more })
    expect(end).toBe('finished')
  })

  it('are offered for a deep question also where others were none', async () => {
    const plain = {
      ...deep,
      id: 'plain',
      theme: 'growth' as const,
      text: 'Growth?',
      depth: 'steady' as const,
    }
    const { end } = await sit(
      cameLower([...wrote('Long day.'), ['Growth', ''], ['on leaving', 4], letsGo, noGround]),
      { only: ['compassion', 'growth'], prompts: [deep, plain] },
    )
    expect(end).toBe('finished')
  })

  it('are offered to nobody who came well and leaves so, also after a deep question', async () => {
    const { end } = await sit(wrote('Long day.', ['on leaving', 4]), {
      ...compassion,
      prompts: [deep],
    })
    expect(end).toBe('finished')
  })

  it('are offered to nobody for a deep question that was put aside for a blank page', async () => {
    const { end } = await sit(
      cameLower([
        ...wrote('').slice(0, 3),
        ['Compassionate', { end: 'blank' }],
        ['A blank page', 'Long day.'],
        ['How strong', skip],
        ['Did anyone', skip],
        ['on leaving', 4],
      ]),
      { ...compassion, prompts: [deep] },
    )
    expect(end).toBe('finished')
  })

  it.each([
    [4, true],
    [3, false],
  ] as const)('are offered when what was felt is still strong: %i', async (strength, offered) => {
    const steps: Step[] = [
      ['How are you', 3],
      ['energy', 3],
      ['Which words', 'lonely'],
      ['Compassionate', 'Long day.'],
      ['How strong is the feeling now', strength],
      ['Did anyone', skip],
      ['on leaving', 3],
      ...(offered ? [letsGo, noGround] : []),
    ]
    expect((await sit(steps, { ...compassion, length: 'steady' })).end).toBe('finished')
  })

  it('are offered to nobody who is as they came, and to nobody who wrote nothing', async () => {
    expect((await sit(wrote('Long day.', ['on leaving', 4]), compassion)).end).toBe('finished')
    expect((await sit(wrote('Long day.', ['on leaving', skip]), compassion)).end).toBe('finished')
    const nothing: Step[] = [...wrote('').slice(0, 4), ['on leaving', 2]]
    for (const asked of [steady, [deep]]) {
      const { end } = await sit(nothing, { ...compassion, prompts: asked })
      expect(end).toBe('finished')
    }
  })

  it('are offered also where nothing but a page was answered', async () => {
    const { end } = await sit(
      [
        ...wrote('').slice(0, 3),
        ['Growth', 'words'],
        ['Which line', skip],
        ['on leaving', 2],
        letsGo,
        noGround,
      ],
      { only: ['growth'], length: 'steady', prompts: steady },
    )
    expect(end).toBe('finished')
  })

  it('say that the page is gone only where there was one', async () => {
    const page = (text: string) =>
      sit(
        wrote(
          ...(['Long day.', ['on leaving', 2], ['nobody keeps', true]] as const),
          ['let it go', text],
          noGround,
        ),
        compassion,
      )
    const written = await page('a word')
    expect(written.heard).toContain('It is gone.')
    expect(written.vanished).toEqual([expect.stringContaining('let it go')])
    expect((await page('  ')).heard).not.toContain('It is gone.')
  })

  it('say where the lines stay in the window, and before they are written', async () => {
    const page = (plain: boolean) =>
      sit(
        wrote(
          ...(['Long day.', ['on leaving', 2], ['nobody keeps', true]] as const),
          ['let it go', 'a word'],
          noGround,
        ),
        { ...compassion, ...(plain && { plain }) },
      )
    const { heard } = await page(true)
    const [warned, asked] = ['Here your lines stay in the window', 'Write it and let it go.']
    expect(heard).toContain(warned)
    expect(heard.indexOf(warned)).toBeLessThan(heard.indexOf(asked))
    expect(heard.replace(/\s+/g, ' ')).toContain('It can be read above until this window is')
    expect((await page(false)).heard).not.toContain('in the window')
  })

  it('are only the ground for whoever goes on with keys alone', async () => {
    const { draft } = await sit(wrote('Long day.', ['on leaving', interrupt]), compassion)
    draft.choicesOnly = true
    const { end } = await sit([['on leaving', 2], noGround], { ...compassion, draft })
    expect(end).toBe('finished')
  })

  it('may be where somebody stops', async () => {
    const { end } = await sit(
      wrote(...(['Long day.', ['on leaving', 2], ['nobody keeps', true]] as const), [
        'let it go',
        { text: 'a word', end: 'enough' },
      ]),
      compassion,
    )
    expect(end).toBe('enough')
  })
})

describe('what is typed where no words are asked for', () => {
  const saidToNames = 'nobody. i dont want to be here anymore'
  const unheard = ([...steps]: Step[], said: string): Step[] =>
    steps.map(step => (step[0] === 'Did anyone' ? ['Did anyone', said] : step))

  it('is heard on a line for names, and never asked after as somebody', async () => {
    const steps = unheard(wrote('Long day.', ['on leaving', 4]), saidToNames)
    const { draft, heard, entries } = await sit(steps, compassion)
    expect(wordsIn(draft.answers)).toContain(saidToNames)
    expect(heard).not.toContain('came up today')
    expect(heard).not.toMatch(/"Long day/)
    expect(entries.flatMap(everyoneIn)).toEqual([])
    expect(entries.flatMap(ownWordsIn)).toContain(saidToNames)
  })

  it('is heard where Enter goes on', async () => {
    const { spoken } = await sit(
      [
        ...wrote('Long day.', ['on leaving', 2], letsGo, ['back into the room', 'feet and room']),
        ...(groundings[1]?.lines ?? []).map((line, at): Step => [line, at === 0 ? call : skip]),
      ],
      compassion,
    )
    expect(spoken).toContain(call)
  })
})

describe('whoever came up', () => {
  /** Names somebody on the page, and perhaps where it is asked who understood. */
  const named = (
    more: Parameters<typeof sit>[1],
    page: string,
    by: string | symbol,
    asked?: string,
  ) =>
    sit(
      [
        ...wrote(page)
          .slice(0, 5)
          .concat([['Did anyone', by as string]]),
        ['on leaving', 4],
        ...(asked === undefined ? [] : [[asked, skip] as Step]),
      ],
      { ...compassion, ...more },
    )
  const about = (season: Season, ...topics: Topic[]) => ({
    settings: { ...defaultSettings, season, topics },
  })
  const page = 'I laid the table for two. @Mum would have laughed.'

  it.each<[string, Parameters<typeof sit>[1]]>([
    ['after a loss', about('loss')],
    ['after a break-up', about('break-up')],
    ['about somebody close', about('relationship')],
    ['with a loss among other things', about('general', 'suicide-loss')],
  ])('is not offered for a name alone %s', async (_, more) => {
    const { heard } = await named(more, page, skip)
    expect(heard).not.toContain('came up today')
  })

  it('nor before it was said what this is about', async () => {
    const { heard } = await named(about('none'), page, skip, 'brought you here')
    expect(heard).not.toContain('came up today')
  })

  it('is offered then who understood, or is known to be there', async () => {
    await named(about('loss'), page, 'Ines', 'Ines came up')
    await named({ ...about('loss'), statuses: { Ines: 'close' } }, 'With @Ines.', skip, 'Ines came')
  })

  it('is offered where nobody is gone, and not after words that call for help', async () => {
    await named(about('addiction'), 'With @Ines.', skip, 'Ines came up')
    await named(about('addiction'), `@Ines does not know. ${call}`, skip)
  })
})

describe('the day in short', () => {
  const promised = (step: string, witness: string | typeof skip, leave: number, ...more: Step[]) =>
    sit(
      [
        ...wrote('').slice(0, 3),
        ['Accountability', 'words'],
        ['small step', step],
        ['Which day would be', skip],
        ['Who could know', witness],
        ['on leaving', leave],
        ...more,
      ],
      { only: ['accountability'], length: 'steady', prompts: steady },
    )

  it('has the step they set themselves, also after a heavy session', async () => {
    const { heard } = await promised('Lamp out at eleven', skip, 1, letsGo, noGround)
    expect(heard).toContain('Next small step: Lamp out at eleven.')
    expect(heard).not.toMatch(/ knows?\.$/m)
  })

  it('says who knows about it, and not of a step that is not read back', async () => {
    const known = await promised('Lamp out at eleven', 'Ines, Tom', 4, ['Ines came up', skip])
    expect(known.heard).toContain('Lamp out at eleven. Ines and Tom know, or could be told.')
    const called = await promised(call, 'Ines', 4, ['Ines came up', skip])
    expect(called.heard).not.toMatch(/Ines knows/)
    const nobody = await promised('Lamp out at eleven', 'nobody really', 4)
    expect(nobody.heard).toContain('Lamp out at eleven.')
    expect(nobody.heard).not.toContain('could be told')
  })

  it('has the line that was worth keeping, also after a heavy session', async () => {
    const { heard } = await sit(
      [
        ...wrote('').slice(0, 3),
        ['Growth', 'words'],
        ['Which line', 'Walking works before noon'],
        ['Where did it come', skip],
        ['on leaving', 1],
        letsGo,
        noGround,
      ],
      { only: ['growth'], length: 'steady', prompts: steady },
    )
    expect(heard).toContain('"Walking works before noon"')
  })

  it('is of today, or of that day where an evening is caught up on', async () => {
    expect((await sit(wrote('A day.', ['on leaving', 4]), compassion)).heard).toContain(
      '── Today ──',
    )
    const { draft } = await sit(wrote('A day.', ['on leaving', interrupt]), compassion)
    const { heard } = await sit([['on leaving', 4]], {
      ...compassion,
      draft: { ...draft, day: addDays(sunday, -2) },
    })
    expect(heard).toContain('── That day ──')
    expect(heard).not.toContain('── Today ──')
  })

  it('names what was visited', async () => {
    const { heard } = await sit(
      [
        ...wrote('').slice(0, 3),
        ['Shared Experiences', 'words'],
        ['Where did it come from', skip],
        ['less alone', skip],
        ['on leaving', 4],
      ],
      { only: ['shared'], prompts: steady },
    )
    expect(heard).toContain('You were here with: shared experiences.')
    const steps = outwardSteps.filter(({ theme }) => theme === 'shared')
    expect(steps.some(({ text }) => heard.replace(/\s+/g, ' ').includes(text))).toBe(true)
  })

  it('has a small step also when nothing was visited', async () => {
    const { heard } = await sit([...wrote('').slice(0, 4), ['on leaving', 4]], compassion)
    expect(heard).not.toContain('You were here with')
    expect(heard).toContain('Next small step: ')
  })

  it('has both moods or none', async () => {
    const [, ...unrated] = wrote('A day.', ['on leaving', 4])
    const { heard } = await sit([['How are you', skip], ...unrated], compassion)
    expect(heard).not.toContain('when you came')
    expect((await sit(wrote('A day.', ['on leaving', 4]), compassion)).heard).toContain(
      'Good when you came, good now.',
    )
    expect((await sit(wrote('A day.', ['on leaving', skip]), compassion)).heard).not.toContain(
      'when you came',
    )
  })

  it('after a very low session leads to a person, where there is one to go to', async () => {
    const heard = async (statuses: object) =>
      (
        await sit(wrote('A day.', ['on leaving', 1], letsGo, noGround), {
          ...compassion,
          statuses: statuses as Record<string, 'close'>,
        })
      ).heard.replace(/\s+/g, ' ')
    expect(await heard({ Ines: 'close' })).toContain('Let someone safe know how heavy it is')
    expect(await heard({ Ines: 'unsafe', Tom: 'close' })).toContain('Let someone safe know')
    expect(await heard({ Ines: 'unsafe' })).toContain('Have somebody to call at hand')
  })

  it('suggests a step of a theme that was visited; with somebody only where there is somebody', async () => {
    const stepsOf = async (statuses: object) => {
      const found = new Set<string>()
      for (let n = 0; n < 60; n++) {
        const { heard } = await sit(wrote('A day.', ['on leaving', 4]), {
          ...{ ...compassion, seed: `seed ${n}` },
          statuses: statuses as Record<string, 'close'>,
        })
        found.add(/Next small step: ([\s\S]*)\n.*when you came/.exec(heard)?.[1] ?? heard)
      }
      return [...found].map(it => it.replace(/\s+/g, ' ')).sort()
    }
    const of = outwardSteps.filter(({ theme }) => theme === 'compassion')
    expect(await stepsOf({ Ines: 'close' })).toEqual(of.map(({ text }) => text).sort())
    const alone = of.filter(({ withSomeone }) => !withSomeone).map(({ text }) => text)
    expect(await stepsOf({ Ines: 'unsafe' })).toEqual(alone.sort())
    expect(await stepsOf({ Ines: 'unsafe', Tom: 'close' })).toEqual(
      of.map(({ text }) => text).sort(),
    )
  })
})

describe('a session of a course', () => {
  const course: CoursePlan = {
    ...{ course: 'river', session: 'downstream', courseName: 'By the river', name: 'Downstream' },
    ...{ read: [], source: 'practice', themes: [], deep: false },
    step: 'Throw a stone',
    person: 'Tell somebody about the river.',
  }
  const leaving = async (more: Partial<CoursePlan>, leave: number, ...steps: Step[]) => {
    const { draft } = await sit(wrote('A day.', ['on leaving', interrupt]), compassion)
    draft.done.push('reading')
    draft.course = { ...course, ...more }
    const { heard } = await sit([['on leaving', leave], ...steps], { ...compassion, draft })
    return heard
  }
  const ends = { leaving: 'A dip right after is common.', end: 'That was the last one.' }

  it('ends with its step, its person, and what it says on leaving, in this order', async () => {
    const heard = await leaving(ends, 4)
    const places = ['Throw a stone', course.person, ends.leaving, ends.end].map(it =>
      heard.indexOf(it),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('says the same after a heavy evening, and the step leads to somebody', async () => {
    const heard = await leaving(ends, 1, letsGo, noGround)
    for (const said of [course.person, ends.leaving, ends.end]) expect(heard).toContain(said)
    expect(heard).not.toContain('Throw a stone')
  })
})

describe('after sessions that left somebody lower', () => {
  const low = (...days: readonly number[]) =>
    days.flatMap(days => {
      const day = addDays(sunday, -days)
      return [
        arrived(day, { mood: 3, session: day }, { connection: { cared: 3 } }),
        left(day, { mood: 2, session: day }),
      ]
    })
  const third = (...steps: Step[]) =>
    sit(wrote('It was hard.', ...lower, ...steps), { ...compassion, entries: low(2, 1) })

  it.each([
    ['gentle', 'Then the next questions are gentle ones.'],
    ['person', '`hearten help-now` shows people to call'],
  ])('the third time something softer is offered: %s', async (choice, said) => {
    const { heard, end } = await third(['What would help', choice])
    expect(end).toBe('finished')
    expect(heard).toContain('It can go softer.')
    for (const words of ['Then the next questions', '`hearten help-now` shows people to call'])
      expect(heard.includes(words)).toBe(said.startsWith(words))
  })

  it('nothing has to be chosen', async () => {
    const { heard, end } = await third(['What would help', skip])
    expect(end).toBe('finished')
    expect(heard).not.toContain('the next questions')
    expect(heard).not.toContain('help-now')
  })

  it('the day can be told from a step away', async () => {
    const { end, entries } = await third(
      ['What would help', 'distance'],
      ['own name', 'Mara sat at the table.'],
    )
    expect(end).toBe('finished')
    expect(entries.find(({ kind }) => kind === 'note')?.text).toBe('Mara sat at the table.')
  })

  it('the day told from a step away goes on from what was typed before an interruption', async () => {
    const { draft } = await third(['What would help', 'distance'], ['own name', interrupt])
    draft.answers.notes = ['Mara sat']
    const goesOn = ({ initial = '' }: WriteQuestion) => `${initial} at the table.`
    const { entries } = await sit(
      [
        ['What would help', 'distance'],
        ['own name', goesOn],
      ],
      { ...compassion, entries: low(2, 1), draft },
    )
    expect(entries.find(({ kind }) => kind === 'note')?.text).toBe('Mara sat at the table.')
  })

  it('the day told from a step away can be told in the editor', async () => {
    const inEditor = ({ edit }: WriteQuestion) => edit?.('Mara sat at the table.')
    const { entries, onDisk } = await third(['What would help', 'distance'], ['own name', inEditor])
    expect(entries.find(({ kind }) => kind === 'note')?.text).toBe('Mara sat at the table.')
    expect(onDisk.answers.notes).toEqual(['Mara sat at the table.'])
  })

  it('the day told from a step away may be where somebody stops', async () => {
    const { end, draft } = await third(
      ['What would help', 'distance'],
      ['own name', { text: 'Mara sat.', end: 'enough' }],
    )
    expect(end).toBe('enough')
    expect(draft.answers.notes).toEqual(['Mara sat.'])
  })

  it.each([
    ['the second time', low(1), lower],
    ['the fourth time', low(3, 2, 1), lower],
    ['when this one did not', low(2, 1), [['on leaving', 4] as Step]],
  ])('it is not offered %s', async (_, entries, steps) => {
    const { heard, end } = await sit(wrote('It was hard.', ...steps), { ...compassion, entries })
    expect(end).toBe('finished')
    expect(heard).not.toContain('softer')
  })

  it('with keys only, the page is not offered, and the step away is words to think', async () => {
    const { heard, end, draft } = await sit(
      [
        ['How are you', 4],
        ['energy', 3],
        ['nearest', skip],
        ['How strong', skip],
        ['understood lately', skip],
        ['on leaving', 3],
        ['What would help', 'distance'],
      ],
      { ...compassion, choicesOnly: true, entries: low(2, 1) },
    )
    expect(end).toBe('finished')
    expect(heard.replace(/\s+/g, ' ')).toContain('as a kind friend would tell it')
    expect(draft.answers).not.toHaveProperty('notes')
  })
})

describe('somebody who came up', () => {
  const named = (...steps: Step[]) => wrote('@Ines called, and @Tom', ['on leaving', 4], ...steps)

  it('is the first who may be suggested', async () => {
    const { end } = await sit(named(['Ines came up', skip]), compassion)
    expect(end).toBe('finished')
    const other = await sit(named(['Tom came up', skip]), {
      ...compassion,
      statuses: { Ines: 'unsafe' },
    })
    expect(other.end).toBe('finished')
  })

  it('can be noted, with the way it went and a few words', async () => {
    const { entries } = await sit(
      named(['Ines came up', 'note'], ['Which way', 'received'], ['A few words', 'She called.']),
      compassion,
    )
    expect(entries.find(({ kind }) => kind === 'reachout')).toMatchObject({
      ...{ text: 'She called.', people: ['Ines'], details: { direction: 'received' } },
    })
    const bare = await sit(
      named(['Ines came up', 'note'], ['Which way', skip], ['A few words', skip]),
      compassion,
    )
    const entry = bare.entries.find(({ kind }) => kind === 'reachout')
    expect(entry).toMatchObject({ text: '', people: ['Ines'] })
    expect(entry?.details).not.toHaveProperty('direction')
    expect(bare.entries.filter(({ kind }) => kind === 'promise')).toEqual([])
  })

  it('is on the disk before a few words are asked for', async () => {
    const { onDisk } = await sit(
      named(['Ines came up', 'note'], ['Which way', skip], ['A few words', enough]),
      compassion,
    )
    expect(onDisk.answers.reachout).toMatchObject({ person: 'Ines' })
  })

  it.each([
    ['note', ['Which way', skip] as Step, 'A few words', { reachout: { text: 'She ca' } }],
    ['plan', undefined, 'for tomorrow', { plan: { step: 'She ca' } }],
  ])('keeps the line of who leaves midway: %s', async (choice, way, question, kept) => {
    const midway: Step = [question, { typed: 'She ca', by: enough }]
    const { draft } = await sit(
      named(['Ines came up', choice], ...(way ? [way] : []), midway),
      compassion,
    )
    expect(draft.answers).toMatchObject(kept)
  })

  it.each([
    ['note', ['Which way', skip] as Step, 'A few words'],
    ['plan', undefined, 'for tomorrow'],
  ])('keeps nothing of a line that was emptied again: %s', async (choice, way, question) => {
    const midway: Step = [question, { typed: '  ', by: enough }]
    const { draft } = await sit(
      named(['Ines came up', choice], ...(way ? [way] : []), midway),
      compassion,
    )
    expect(draft.answers).not.toHaveProperty('plan')
    expect(draft.answers.reachout ?? {}).not.toHaveProperty('text')
  })

  it.each([
    ['note', ['Which way', skip] as Step, 'A few words', 'reachout'],
    ['plan', undefined, 'for tomorrow', 'promise'],
  ])('goes on from the line that was typed before an interruption: %s', async (...of) => {
    const [choice, way, question, kind] = of
    const chosen: Step[] = [['Ines came up', choice], ...(way ? [way] : [])]
    const midway: Step = [question, { typed: 'Ask her over', by: interrupt }]
    const { draft } = await sit(named(...chosen, midway), compassion)
    const { entries } = await sit([...chosen, [question, skip]], { ...compassion, draft })
    expect(entries.find(it => it.kind === kind)?.text).toBe('Ask her over')
  })

  it('can be planned for tomorrow, and left', async () => {
    const plan = async (...steps: Step[]) =>
      (await sit(named(...steps), compassion)).entries.filter(
        ({ kind }) => kind === 'promise' || kind === 'reachout',
      )
    expect(await plan(['Ines came up', 'plan'], ['for tomorrow', skip])).toMatchObject([
      { kind: 'promise', text: 'Send Ines a line', details: { due: addDays(sunday, 1) } },
    ])
    expect(await plan(['Ines came up', skip])).toEqual([])
  })

  it('with keys only is planned as it stands', async () => {
    const { entries } = await sit(
      [
        ['How are you', 4],
        ['energy', 3],
        ['nearest', skip],
        ['How strong', skip],
        ['understood lately', skip],
        ['Who understood', 'Ines'],
        ['on leaving', 4],
        ['Ines came up', 'plan'],
      ],
      { ...compassion, entries: ordinary, choicesOnly: true, statuses: { Ines: 'close' } },
    )
    expect(entries.find(({ kind }) => kind === 'promise')).toMatchObject({
      text: 'Send Ines a line',
    })
  })
})
