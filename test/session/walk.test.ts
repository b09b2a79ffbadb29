import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { nothingYet } from '../../src/session/answers.ts'
import type { SessionDraft } from '../../src/session/draft.ts'
import { planArrival } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { prompts } from '../../src/themes/prompts.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, skip } from '../helpers/scripted-dialogue.ts'
import { arrived, entryOn, known, left, sunday } from './builders.ts'
import { ordinary, sit } from './room.ts'

/** Arriving on a middling day: mood, energy, no feeling words. */
const comeIn: Step[] = [
  ['How are you', 3],
  ['energy', 3],
  ['Which words', skip],
]
const compassion = { only: ['compassion' as const] }

describe('arriving', () => {
  it('welcomes a first visitor, says where words are kept, and asks how long', async () => {
    const { heard, remembered, draft, entries } = await sit(
      [
        ['Welcome. This is your own place', 3],
        ['energy', 2],
        ['want to write', 'write'],
        ['Which words', 'lonely, Worn-out, flooded, no word yet'],
        ['How long', 'short'],
        ['Compassionate Understanding', enough],
      ],
      { entries: [], first: true, length: 'steady' },
    )
    expect(heard).toContain('~/.local/share/hearten')
    expect(heard).toContain('Someone who uses your account can')
    expect(remembered).toEqual(['short'])
    expect(draft.walk?.themes).toHaveLength(1)
    expect(entries).toMatchObject([
      {
        kind: 'checkin',
        mood: 3,
        energy: 2,
        feelings: ['lonely', 'worn out', 'flooded'],
        details: { moment: 'arrive' },
        session: 'session-1',
        day: sunday,
      },
    ])
  })

  it('says good to see you after a gap, and counts nothing', async () => {
    const { heard } = await sit([['How are you', enough]], { entries: [arrived('2026-10-01')] })
    expect(heard).toContain('Good to see you.')
    expect(heard).not.toMatch(/\d+ (days|weeks)/)
  })

  it('asks the connection items on their day', async () => {
    const { entries } = await sit(
      [
        ...comeIn,
        ['Since you last checked in', 4],
        ['else knows', skip],
        ['cared for', 2],
        ['a step I care about', skip],
        ['noticed or learned', enough],
      ],
      { entries: [arrived('2026-11-20')] },
    )
    expect(entries).toMatchObject([{ details: { connection: { understood: 4, cared: 2 } } }])
  })

  it('opens a letter whose day has come', async () => {
    const letter = entryOn('2026-05-01', {
      kind: 'letter',
      text: 'You got here.',
      details: { sealedUntil: sunday },
    })
    const { heard } = await sit([['How are you', enough]], { entries: [...ordinary, letter] })
    expect(heard).toContain('You got here.')
  })
})

describe('promises that are due', () => {
  const promise = entryOn('2026-11-20', {
    kind: 'promise',
    text: 'Text my sister',
    details: { due: sunday, cue: 'If I wake before six' },
  })
  const settle = (...steps: Step[]) =>
    sit([...comeIn, ...steps, ['Compassionate', enough]], {
      entries: [...ordinary, promise],
      ...compassion,
    })
  const steps = async (...answers: Step[]) => {
    const { entries, heard } = await settle(...answers)
    const revision = entries.find(it => it.id === promise.id)
    return { revision, heard, step: revision?.kind === 'promise' && revision.details.steps?.[0] }
  }

  it('are quoted, and each answer gets a plain line', async () => {
    const { heard, step, revision } = await steps(
      ['"If I wake before six: Text my sister"', 'done'],
      ['What helped', 'someone knew'],
    )
    expect(heard).toContain('On Friday 20 November you thought of this, for today:')
    expect(step).toEqual({ on: sunday, outcome: 'done', helped: 'someone knew' })
    expect(revision).toMatchObject({ supersedes: [promise.revision], text: 'Text my sister' })
  })

  it('can wait, as they are', async () => {
    const { heard, step } = await steps(
      ['How did it go', 'not-yet'],
      ['smaller, move it, or keep', 'keep'],
      ['get in the way', 'no sleep'],
    )
    expect(heard).toContain('Not yet is an answer.')
    expect(step).toEqual({ on: sunday, outcome: 'not-yet', obstacle: 'no sleep' })
  })

  it('can become smaller or later, which is a change', async () => {
    const smaller = await steps(
      ['How did it go', 'not-yet'],
      ['smaller', 'shrink'],
      ['half of it', 'Send her one word'],
      ['Which day would be', 'tomorrow'],
      ['get in the way', skip],
    )
    const tomorrow = addDays(sunday, 1)
    expect(smaller.step).toEqual({
      on: sunday,
      outcome: 'changed',
      was: { text: 'Text my sister', due: sunday },
    })
    expect(smaller.revision).toMatchObject({
      text: 'Send her one word',
      details: { due: tomorrow },
    })
    const moved = await steps(
      ['How did it go', 'not-yet'],
      ['smaller', 'move'],
      ['Which day would be', 'in 2 weeks'],
      ['get in the way', skip],
    )
    expect(moved.step).toMatchObject({ outcome: 'changed', was: { due: sunday } })
  })

  it('can be let go, or left without an answer', async () => {
    expect((await steps(['How did it go', 'let-go'])).step).toMatchObject({ outcome: 'let-go' })
    expect((await steps(['How did it go', skip])).revision).toBeUndefined()
  })
})

describe('a theme', () => {
  it('keeps words, marks, structured answers and the second question as entries', async () => {
    const { entries, end, heard } = await sit(
      [
        ...comeIn,
        [
          'Compassionate Understanding',
          { text: 'Eleven times. @Sister knows #phone', end: 'deeper' },
        ],
        [/./, 'It gets quieter.'],
        ['How strong is the feeling now', 4],
        ['Did anyone understand', 'Sister, Ben'],
        ['on leaving', 4],
        ['nobody keeps', skip],
        ['back into the room', skip],
        ['Sister came up today', skip],
      ],
      compassion,
    )
    expect(end).toBe('finished')
    expect(heard).toContain('To say it without being judged')
    const [, main, deeper, leaving] = entries
    expect(entries).toHaveLength(4)
    expect(main).toMatchObject({
      kind: 'reflection',
      theme: 'compassion',
      text: 'Eleven times. @Sister knows #phone',
      tags: ['phone'],
      people: ['Sister', 'Ben'],
      details: { strengthAfter: 4, understoodBy: ['Sister', 'Ben'] },
    })
    expect(main?.prompt?.id).toMatch(/^compassion-/)
    expect(deeper).toMatchObject({ text: 'It gets quieter.', prompt: { deeper: true } })
    expect(deeper?.prompt?.id).toBe(main?.prompt?.id)
    expect(leaving).toMatchObject({ mood: 4, details: { moment: 'leave' } })
    const times = entries.map(entry => entry.at)
    expect(times).toEqual([...times].sort())
  })

  it('speaks of "my sister" as yours', async () => {
    const { end } = await sit(
      [
        ...comeIn,
        ['Compassionate Understanding', 'A long day'],
        ['How strong is the feeling now', 2],
        ['Did anyone understand', 'my sister'],
        ['on leaving', 4],
        ['Your sister came up today', skip],
      ],
      compassion,
    )
    expect(end).toBe('finished')
  })

  it('can be skipped, and the prompt rests all the same', async () => {
    const { entries, draft } = await sit(
      [...comeIn, ['Compassionate', skip], ['on leaving', 3]],
      compassion,
    )
    const shown = draft.walk?.themes[0]?.prompts[0]?.id
    expect(entries.map(entry => entry.kind)).toEqual(['checkin', 'checkin'])
    expect(entries[1]?.details).toEqual({ moment: 'leave', passed: [shown] })
  })

  it('can swap its prompt, say why, and become a blank page; the words stay', async () => {
    const { heard, entries, draft } = await sit(
      [
        ...comeIn,
        ['Compassionate', { text: 'so far', end: 'swap' }],
        [/./, { end: 'why' }],
        ['Chosen because', { end: 'blank' }],
        ['A blank page', { text: 'so far so good', end: 'enough' }],
      ],
      compassion,
    )
    const [first, second] = draft.walk?.themes[0]?.prompts ?? []
    expect(heard).toContain(second?.text)
    expect(draft.answers.passed).toEqual([first?.id, second?.id])
    const page = entries.find(it => it.kind === 'reflection')
    expect(page).toMatchObject({ text: 'so far so good', theme: 'compassion' })
    expect(page).not.toHaveProperty('prompt')
  })

  it('says a line for safety under a question that has one, with keys only too', async () => {
    const wish = {
      only: ['accountability' as const],
      prompts: prompts.filter(prompt => prompt.id === 'accountability-only-today'),
      settings: { ...defaultSettings, topics: ['first-days' as const] },
    }
    const written = await sit([...comeIn, ['dangerous. Please ask a doctor', enough]], wish)
    expect(written.heard).toContain(wish.prompts[0]?.text)
    const keys: Step[] = [
      ['How are you', 3],
      ['energy', 3],
      ['nearest', skip],
      ['dangerous. Please ask a doctor', enough],
    ]
    await sit(keys, { ...wish, choicesOnly: true })
  })

  it('can make a promise with a cue, a day and somebody who knows', async () => {
    const { entries, heard } = await sit(
      [
        ...comeIn,
        ['Accountability', 'I want to sleep again'],
        ['small step', 'Lamp out at eleven'],
        ['Which day would be', 'tomorrow'],
        ['Who could know', 'Ines'],
        ['on leaving', 3],
        ['Ines came up', skip],
      ],
      { only: ['accountability'], length: 'steady', statuses: { Ines: 'close' } },
    )
    expect(entries.find(it => it.kind === 'promise')).toMatchObject({
      text: 'Lamp out at eleven',
      theme: 'accountability',
      details: { due: addDays(sunday, 1), witness: ['Ines'] },
    })
    expect(heard).toContain('Next small step: Lamp out at eleven. Ines knows, or could be told.')
  })

  it('does not ask for a fourth promise', async () => {
    const open = [1, 2, 3].map(() =>
      entryOn('2026-11-21', { kind: 'promise', text: 'x', details: {} }),
    )
    await sit([...comeIn, ['Accountability', 'words'], ['on leaving', 3]], {
      only: ['accountability'],
      entries: [...ordinary, ...open],
    })
  })

  it('makes entries of other kinds out of their questions', async () => {
    const { entries } = await sit(
      [
        ...comeIn,
        ['How much hope', 2],
        [/./, 'A woman told of her first winter.'],
        [/./, skip],
        ['Where did it come from', 'meeting'],
        ['Which meeting', 'Thursday group'],
        ['How near', skip],
        ['less alone', 4],
        ['hope is there now', 3],
        ['in return', true],
        ['Learning and Growth', 'Walking helped.'],
        [/./, skip],
        ['Which line', 'Walking works before noon'],
        ['Where did it come from', 'own'],
        ['did you try', 'a walk'],
        ['mood before', 2],
        ['afterwards', 4],
        ['use it again', true],
        ['on leaving', 3],
        ['nobody keeps', skip],
        ['back into the room', skip],
      ],
      {
        only: ['shared', 'growth'],
        length: 'deep',
        prompts: prompts.filter(it => it.depth === 'deep'),
      },
    )
    const of = (kind: string) => entries.filter(it => it.kind === kind)
    expect(of('reflection').map(it => it.details)).toEqual([
      { hopeBefore: 2, source: 'meeting', lessAlone: 4, hopeAfter: 3, sharedBack: true },
      { insight: 'Walking works before noon', source: 'own' },
    ])
    expect(of('meeting')).toMatchObject([{ details: { name: 'Thursday group' } }])
    expect(of('coping')).toMatchObject([
      { details: { tool: 'a walk', before: 2, after: 4, useAgain: true } },
    ])
  })
})

describe('a day without words', () => {
  it('needs only keys', async () => {
    const { entries, end } = await sit(
      [
        ['How are you', 1],
        ['energy', 1],
        ['want to write', true],
        ['nearest', 'weighed down'],
        ['which words', 'numb, empty'],
        ['How strong is the feeling', 5],
        ['understood lately', 2],
        ['Who understood', 'Ines'],
        ['on leaving', 2],
        ['Ines came up', 'note'],
        ['Which way', 'received'],
      ],
      { ...compassion, statuses: { Ines: 'close' } },
    )
    expect(end).toBe('finished')
    expect(entries.map(it => it.kind)).toEqual(['checkin', 'reflection', 'reachout', 'checkin'])
    expect(entries[0]).toMatchObject({ feelings: ['numb', 'empty'] })
    expect(entries[1]).toMatchObject({ text: '', people: ['Ines'] })
  })
})

describe('keys alone', () => {
  it('offer the tools of the person first', async () => {
    const { entries } = await sit(
      [
        ['How are you', 1],
        ['energy', 1],
        ['want to write', true],
        ['nearest', skip],
        ['did you try', 'the cold tap'],
        ['use it again', true],
        ['on leaving', 2],
      ],
      { only: ['growth'], tools: ['the cold tap', 'rest'] },
    )
    expect(entries.find(it => it.kind === 'coping')?.details).toMatchObject({
      tool: 'the cold tap',
    })
  })
})

describe('leaving', () => {
  const wrote = (text: string, ...steps: Step[]): Step[] => [
    ...comeIn,
    ['Compassionate', text],
    ['How strong', skip],
    ['Did anyone', skip],
    ...steps,
  ]

  it('gives the day back in the own words, with one small step and the moods', async () => {
    const { heard } = await sit(
      wrote('Long day. Eleven times, I counted.', ['on leaving', 4]),
      compassion,
    )
    expect(heard).toContain('Sunday 22 November ──')
    expect(heard).toContain('You were here with: compassion.')
    expect(heard).toContain('"Eleven times, I counted."')
    expect(heard).toContain('In between when you came, good now.')
    expect(heard).toMatch(/Next small step: .+\./)
  })

  it('reads back no words that call for help: not a line, not what is worth keeping, not a step', async () => {
    const call = 'I want to kill myself'
    const page = await sit(wrote(call, ['on leaving', 3]), compassion)
    expect(page.heard).not.toContain('kill')
    const step = await sit(
      [
        ...comeIn,
        ['Accountability', 'words'],
        ['small step', call],
        ['Which day would be', 'tomorrow'],
        ['Who could know', skip],
        ['on leaving', 3],
      ],
      { only: ['accountability'], length: 'steady' },
    )
    expect(step.heard).toContain('Next small step: ')
    expect(step.heard).not.toContain('kill')
    const insight = await sit(
      [
        ...comeIn,
        ['Growth', 'words'],
        ['Which line', call],
        ['Where did it come from', skip],
        ['on leaving', 3],
      ],
      { only: ['growth'], length: 'steady' },
    )
    expect(insight.heard).not.toContain('kill')
  })

  const afterwards: Step[] = [
    ['nobody keeps', skip],
    ['back into the room', skip],
  ]
  it.each([
    [
      'left very low',
      wrote('Long day. Eleven times, I counted.', ['on leaving', 1], ...afterwards),
    ],
    [
      'that called for help somewhere else',
      wrote('Eleven times, I counted. I want to die.', ['on leaving', 3]),
    ],
    [
      'entered very low',
      [
        ['How are you', 1] as Step,
        ['energy', 3] as Step,
        ['want to write', 'write'] as Step,
        ['a word for it', skip] as Step,
        ...wrote('Eleven times, I counted.', ['on leaving', 3]).slice(3),
      ],
    ],
  ])('reads nothing back of a session %s, and leads to a person or to help', async (_, steps) => {
    const { heard } = await sit(steps, compassion)
    expect(heard).not.toContain('Eleven times')
    expect(heard).toMatch(/Next small step: Have somebody to call at hand: `hearten\s+help-now`/)
  })

  it('offers a page to let go and the ground after a heavy one, and keeps no word of the page', async () => {
    const { draft, onDisk, heard, spoken } = await sit(
      wrote(
        'It was hard.',
        ['on leaving', 2],
        ['nobody keeps', true],
        ['let it go', 'the secret canary'],
        ['back into the room', 'feet and room'],
        ['under your feet', skip],
        ['floor presses', skip],
        ['round the room', skip],
        ['where you are', skip],
      ),
      compassion,
    )
    expect(heard).toContain('It was kept nowhere.')
    expect(JSON.stringify([draft, onDisk])).not.toContain('canary')
    // The card looks at it all the same.
    expect(spoken).toEqual(['the secret canary'])
  })

  it('offers no page to let go to somebody who leaves well, whatever the feeling filled', async () => {
    const steps: Step[] = [
      ['How are you', 5],
      ['energy', skip],
      ['Which words', skip],
      ['Compassionate', 'We laughed until the soup went cold.'],
      ['How strong', 5],
      ['Did anyone', skip],
      ['on leaving', 5],
    ]
    const { end } = await sit(steps, compassion)
    expect(end).toBe('finished')
  })

  it('does not say of a page that it is gone where it still stands', async () => {
    const steps = wrote(
      'It was hard.',
      ['on leaving', 2],
      ['nobody keeps', true],
      ['let it go', 'the canary'],
      ['back into the room', skip],
    )
    const { heard } = await sit(steps, { ...compassion, plain: true })
    expect(heard).not.toContain('It is gone')
    expect(heard.replace(/\s+/g, ' ')).toContain('until this window is cleared or closed')
  })

  it('offers somebody who was named, and plans a reach-out', async () => {
    const { entries } = await sit(
      wrote(
        '@sister called',
        ['on leaving', 3],
        ['Sister came up today', 'plan'],
        ['for tomorrow', 'Call her back'],
      ),
      compassion,
    )
    expect(entries.find(it => it.kind === 'promise')).toMatchObject({
      text: 'Call her back',
      people: ['sister'],
      details: { due: addDays(sunday, 1) },
    })
  })

  it.each(['estranged', 'unsafe', 'died', 'paused'] as const)(
    'never suggests somebody who is %s',
    async status => {
      const { heard } = await sit(wrote('@Sister called, and @SISTER again', ['on leaving', 3]), {
        ...compassion,
        statuses: { sister: status },
      })
      expect(heard).not.toContain('came up today')
    },
  )

  it('goes softer after three sessions in a row that left someone lower', async () => {
    const lower = ['2026-11-20', '2026-11-21'].flatMap(day => [
      arrived(day, { mood: 3, session: day }, { connection: { cared: 3 } }),
      left(day, { mood: 2, session: day }),
    ])
    const { entries } = await sit(
      wrote(
        'It was hard.',
        ['on leaving', 2],
        ['nobody keeps', skip],
        ['back into the room', skip],
        ['What would help', 'distance'],
        ['own name', 'Mara sat at the table.'],
      ),
      { ...compassion, entries: lower },
    )
    expect(entries.find(it => it.kind === 'note')).toMatchObject({ text: 'Mara sat at the table.' })
  })
})

describe('days of another year', () => {
  it('have their year, wherever a session names them', async () => {
    const written = entryOn('2025-11-20', {
      kind: 'letter',
      text: 'It will be lighter.',
      details: { sealedUntil: asDay('2026-10-01') },
    })
    const promise = entryOn('2025-11-20', {
      kind: 'promise',
      text: 'Text my sister',
      details: { due: sunday },
    })
    const { heard } = await sit(
      [
        ['How are you', 3],
        ['A look at what was there', true],
        ['energy', 3],
        ['Which words', skip],
        ['How did it go', skip],
        ['Compassionate', enough],
      ],
      {
        entries: [written, promise, arrived('2025-11-21', { mood: 3 }, { connection: {} })],
        lookBack: [{ id: 'x', day: asDay('2025-11-21'), text: 'The river was loud.' }],
        ...compassion,
      },
    )
    expect(heard).toContain('A letter has opened. You wrote it on Thursday 20 November 2025.')
    expect(heard).toContain('On Thursday 20 November 2025 you thought of this, for today:')
    expect(heard).toContain('From Friday 21 November 2025:')
  })

  it('have it in a session that is about one, which is not called today', async () => {
    const day = asDay('2025-11-23')
    const promise = entryOn(day, {
      kind: 'promise',
      text: 'Text my sister',
      details: { due: day },
    })
    const entries = [arrived('2025-11-22', { mood: 3 }, { connection: { cared: 3 } }), promise]
    const draft: SessionDraft = {
      kind: 'session',
      id: 'session-1',
      day,
      startedAt: '2026-11-22T20:00:00+00:00',
      zone: 'UTC',
      arrival: planArrival(known({ entries, day })),
      answers: nothingYet(),
      done: [],
    }
    const { heard } = await sit(
      [...comeIn, ['How did it go', skip], ['Compassionate', 'a page'], ['How strong', enough]],
      { ...compassion, entries, draft },
    )
    expect(heard).toContain('This is about Sunday 23 November 2025.')
    expect(heard).toContain('Earlier that day you thought of this, for that day:')
    expect(heard).toContain('Sunday 23 November 2025')
  })
})

describe('stopping early', () => {
  it.each([
    ['at the mood', [['How are you', enough]], 0],
    [
      'at the energy',
      [
        ['How are you', 4],
        ['energy', enough],
      ],
      1,
    ],
    ['in the page', [...comeIn, ['Compassionate', { text: 'half a', end: 'enough' }]], 2],
    ['after the page', [...comeIn, ['Compassionate', 'a page'], ['How strong', enough]], 2],
  ] as [string, Step[], number][])('keeps what is there: %s', async (_, steps, count) => {
    const { end, entries, heard } = await sit(steps, compassion)
    expect(end).toBe('enough')
    expect(entries).toHaveLength(count)
    expect(heard).toContain('Enough for today is a good answer.')
  })

  it('goes on after an interruption with the same questions, asking nothing twice', async () => {
    const first = await sit(
      [...comeIn, ['Compassionate', 'the first page'], ['How strong', interrupt]],
      { length: 'steady' },
    )
    expect(first.end).toBe('interrupted')
    expect(first.onDisk.at).toBe('Compassionate Understanding')
    expect(first.onDisk.answers.themes.compassion?.text).toBe('the first page')
    const second = await sit(
      [
        ['How strong', 3],
        ['Did anyone', skip],
        ['Shared Experiences', { text: 'typed', end: 'done' }],
        ['Where did it come', interrupt],
      ],
      { length: 'steady', draft: first.onDisk, day: addDays(sunday, 5) },
    )
    const third = await sit([['Where did it come', enough]], {
      length: 'steady',
      draft: second.onDisk,
    })
    expect(third.draft.walk).toEqual(first.draft.walk)
    expect(third.entries.map(it => it.text).filter(Boolean)).toEqual(['the first page', 'typed'])
    expect(new Set(third.entries.map(it => it.day))).toEqual(new Set([sunday]))
  })

  it.each<[string, string, Step[]]>([
    ['Which words', 'flooded', comeIn.slice(0, 2)],
    ['Did anyone', 'my sis', [...comeIn, ['Compassionate', 'a page'], ['How strong', skip]]],
    [
      'a word for it',
      'empt',
      [
        ['How are you', 1],
        ['energy', 3],
        ['want to write', 'write'],
      ],
    ],
  ])('keeps a line that was left midway: %s', async (question, typed, before) => {
    const leave = (by: typeof enough | typeof interrupt) =>
      sit([...before, [question, { typed, by }]], compassion)
    const { entries } = await leave(enough)
    expect(JSON.stringify(entries)).toContain(typed)
    const { onDisk } = await leave(interrupt)
    const { draft } = await sit(
      [
        [question, skip],
        [/./, enough],
      ],
      { draft: onDisk },
    )
    expect(JSON.stringify(draft.answers)).toContain(typed)
  })
})
