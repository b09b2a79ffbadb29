// One key leads to the question before, with its answer; nothing that was said is lost on the way.
import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../../src/themes/theme.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { back, enough, skip } from '../helpers/scripted-dialogue.ts'
import { entryOn, sunday } from './builders.ts'
import { ordinary, sit } from './room.ts'

const comeIn: Step[] = [
  ['How are you', 3],
  ['energy', 3],
  ['Which words', skip],
]
const compassion = { only: ['compassion' as const] }

describe('the way back', () => {
  it('corrects a slip, and keeps what is not changed', async () => {
    const { entries } = await sit(
      [
        ['How are you', 5],
        ['energy', 2],
        ['want to write', back],
        ['energy', back],
        ['How are you', 4],
        ['energy', skip],
        ['want to write', 'write'],
        ['Which words', enough],
      ],
      compassion,
    )
    expect(entries).toMatchObject([{ mood: 4, energy: 2 }])
  })

  it('takes an answer away when it is left open the second time', async () => {
    const { draft } = await sit(
      [
        ...comeIn,
        ['Compassionate', 'a page'],
        ['How strong', 2],
        ['Did anyone', back],
        ['How strong', back],
        ['Compassionate', 'a page, longer'],
        ['How strong', skip],
        ['Did anyone', 'Ben and Jo'],
        ['on leaving', back],
        ['Did anyone', 'no one'],
        ['on leaving', enough],
      ],
      compassion,
    )
    expect(draft.answers.themes.compassion).toMatchObject({
      text: 'a page, longer',
      values: { strengthAfter: 2 },
    })
    expect(draft.answers.themes.compassion?.values).not.toHaveProperty('understoodBy')
  })

  it.each([
    ['turned into a blank one', [{ text: 'a page', end: 'blank' }, 'a page']],
    ['cleared', [{ text: '', end: 'done' }]],
  ] as [string, Step[1][]][])(
    'keeps the second answer where the page before it is %s',
    async (_, again) => {
      const { entries } = await sit(
        [
          ...comeIn,
          ['Compassionate', { text: 'a page', end: 'deeper' }],
          [/./, 'the second answer'],
          ['How strong', back],
          [/./, back],
          ...again.map((answer): Step => [/./, answer]),
          [/./, enough],
        ],
        compassion,
      )
      expect(entries.map(({ text }) => text)).toContain('the second answer')
    },
  )

  it.each<[string, Step[], object]>([
    ['written', [...comeIn, ['Accountability', 'words']], {}],
    [
      'picked',
      [
        ['How are you', 3],
        ['energy', 3],
        ['nearest', skip],
      ],
      { choicesOnly: true },
    ],
  ])('keeps the day, the step and who knows of a promise that was %s', async (_, begin, only) => {
    const { draft } = await sit(
      [
        ...begin,
        ['small step', 'go outside for five minutes'],
        ['Which day', 'tomorrow'],
        ['Who could know', 'Ines'],
        ['on leaving', back],
        ['Who could know', back],
        ['Which day', back],
        ['small step', skip],
        ['Which day', skip],
        ['Who could know', skip],
        ['on leaving', enough],
      ],
      { only: ['accountability'], length: 'steady', statuses: { Ines: 'distant' }, ...only },
    )
    expect(draft.answers.themes.accountability?.values).toMatchObject({
      step: 'go outside for five minutes',
      due: '2026-11-23',
      witness: ['Ines'],
    })
  })

  it('leads over themes, with the plan as it was', async () => {
    const { draft } = await sit(
      [
        ...comeIn,
        ['Compassionate', 'one'],
        ['How strong', skip],
        ['Did anyone', skip],
        ['Shared', { text: 'half', end: 'done' }],
        ['Where did', back],
        ['Shared', back],
        ['Did anyone', back],
        ['How strong', back],
        ['Compassionate', back],
        ['Which words', back],
        ['energy', back],
        ['How are you', 4],
        ['energy', skip],
        ['Which words', skip],
        ['Compassionate', skip],
        [/./, enough],
      ],
      { only: ['compassion', 'shared'] },
    )
    expect(draft.answers.mood).toBe(4)
    expect(draft.answers.themes).toMatchObject({
      compassion: { text: 'one' },
      shared: { text: 'half' },
    })
  })

  it('inside several questions about one thing begins with the first of them', async () => {
    const promise = entryOn('2026-11-20', { kind: 'promise', text: 'x', details: { due: sunday } })
    const { draft } = await sit(
      [
        ...comeIn,
        ['How did it go', 'done'],
        ['What helped', back],
        ['How did it go', 'let-go'],
        [/./, enough],
      ],
      { ...compassion, entries: [...ordinary, promise] },
    )
    expect(draft.answers.promises?.[promise.id]).toMatchObject({ outcome: 'let-go' })
  })

  it('goes on after the session was interrupted and picked up', async () => {
    const first = await sit([...comeIn, ['Compassionate', enough]], compassion)
    const { draft } = await sit(
      [
        ['Compassionate', back],
        ['Which words', 'calm'],
        ['Compassionate', enough],
      ],
      { ...compassion, draft: first.onDisk },
    )
    expect(draft.answers.feelings).toEqual(['calm'])
  })
})

describe('answers that are no words', () => {
  it.each(['y', 'Yes', 'yes please', 'yep.'])('%j is asked which', async said => {
    const { heard, entries } = await sit(
      [
        ...comeIn,
        ['Accountability', 'words'],
        ['small step', said],
        ['Which? A few words', 'rest at noon'],
        ['Which day would be', skip],
        ['Who could know', 'yes'],
        ['Who? A name', 'Ines & Jo'],
        ['on leaving', enough],
      ],
      { only: ['accountability'], length: 'steady' },
    )
    expect(heard).toContain('Which? A few words')
    expect(entries.filter(it => it.kind === 'promise')).toMatchObject([
      { text: 'rest at noon', details: { witness: ['Ines', 'Jo'] } },
    ])
  })

  it.each(['n', 'no', 'none', 'Nothing.'])('%j leaves it open', async said => {
    const { entries } = await sit(
      [...comeIn, ['Accountability', 'words'], ['small step', said], ['on leaving', enough]],
      { only: ['accountability'], length: 'steady' },
    )
    expect(entries.some(it => it.kind === 'promise')).toBe(false)
  })

  it.each(['nobody', 'no one', 'none', '?', '1', 'me', 'Not really.'])(
    '%j names no person, and nobody came up',
    async said => {
      const { entries, heard } = await sit(
        [
          ...comeIn,
          ['Compassionate', 'a page'],
          ['How strong', skip],
          ['Did anyone', said],
          ['on leaving', 3],
        ],
        compassion,
      )
      expect(entries.flatMap(it => it.people)).toEqual([])
      expect(heard).not.toContain('came up today')
    },
  )
})

describe('a private session', () => {
  it('is made so by a key in the writing field, and back again', async () => {
    const write = (...ends: object[]): Step[] => [
      ...comeIn,
      ...ends.map((end): Step => [/./, end]),
      [/./, { text: 'secret', end: 'enough' }],
    ]
    const once = await sit(write({ end: 'private' }), compassion)
    expect(once.heard).toContain('This session is private now')
    expect(once.draft.private).toBe(true)
    const twice = await sit(write({ end: 'private' }, { end: 'private' }), compassion)
    expect(twice.draft.private).toBeUndefined()
  })
})

const pick: Record<ThemeId, Step[]> = {
  compassion: [
    ['How strong is the feeling?', 4],
    ['understood lately', 2],
    ['Who understood', skip],
  ],
  shared: [
    ['How much hope is there now', 2],
    ['with anyone lately', false],
  ],
  support: [
    ['Who comes to mind', skip],
    ['would do you good', 'listened'],
    ['How cared for', 2],
  ],
  accountability: [
    ['One small step', 'go outside for five minutes'],
    ['Which day would be', 'tomorrow'],
    ['Who could know', skip],
  ],
  growth: [
    ['did you try lately', 'a walk'],
    ['use it again', true],
  ],
}

describe('only picking', () => {
  it.each(['compassion', 'shared', 'support', 'accountability', 'growth'] as const)(
    'has something to pick in %s, and asks nothing about writing',
    async theme => {
      const { heard, draft, entries } = await sit(
        [
          ['How are you', 3],
          ['energy', 3],
          ['nearest', 'weighed down'],
          ['which words', 'numb, empty'],
          ...pick[theme],
          ['on leaving', 3],
        ],
        { only: [theme], choicesOnly: true, statuses: { Ines: 'distant' } },
      )
      expect(draft.answers.feelings).toEqual(['numb', 'empty'])
      expect(heard).not.toMatch(/before you write|strong is it now|in this|A few words/)
      expect(entries.length).toBeGreaterThan(2)
    },
  )
})
