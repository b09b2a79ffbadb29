// The first sessions, and the one after a long pause.
import { describe, expect, it } from 'vitest'
import { planArrival, planWalk } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { openers } from '../../src/themes/prompts.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, skip } from '../helpers/scripted-dialogue.ts'
import { arrived, entryOn, known, sunday } from './builders.ts'
import { sit } from './room.ts'

const settings = defaultSettings
const through = (mood: number, leave: number): Step[] => [
  ['How are you', mood],
  ['energy', 3],
  ...(mood <= 2
    ? ([
        ['want to write', 'write'],
        ['a word for it', skip],
      ] satisfies Step[])
    : ([['Which words', skip]] satisfies Step[])),
  ['Compassionate', skip],
  ['on leaving', leave],
]
const first = { entries: [], first: true, settings, only: ['compassion' as const] }

describe('what brought somebody here', () => {
  it('is asked once, kindly, at the end of the first session, and since when', async () => {
    const { remembered, entries } = await sit(
      [...through(3, 3), ['brought you here', 'a break-up'], ['Since when', '2026-10']],
      first,
    )
    expect(remembered).toEqual(['break-up 2026-10-01'])
    expect(planArrival(known({ entries })).season).toBeUndefined()
  })

  it.each([
    ['rather not say', 'none', []],
    ['nothing in particular', 'general', ['general']],
    ['no answer', skip, []],
  ] as [string, Step[1], string[]][])(
    'takes "%s", and does not ask again',
    async (_, answer, kept) => {
      const { remembered, entries } = await sit(
        [...through(3, 3), ['brought you here', answer]],
        first,
      )
      expect(remembered).toEqual(kept)
      expect(planArrival(known({ entries })).season).toBeUndefined()
    },
  )

  it('waits for the second session when the first was very low, and no longer', async () => {
    const { entries } = await sit(through(1, 2), first)
    const second = planArrival(known({ entries })).season
    expect(second).toBe('now')
    const third = [...entries, arrived('2026-11-23')]
    expect(planArrival(known({ entries: third })).season).toBeUndefined()
  })

  it('can be said with keys only', async () => {
    const { remembered } = await sit(
      [
        ['How are you', 3],
        ['energy', 3],
        ['nearest', skip],
        ['How strong', skip],
        ['understood lately', skip],
        ['on leaving', 3],
        ['brought you here', 'loss'],
        ['Since when', 'some weeks'],
      ],
      { ...first, choicesOnly: true },
    )
    expect(remembered).toEqual(['loss 2026-11-01'])
  })
})

describe('after four weeks or more', () => {
  const before = arrived('2026-10-20', { mood: 3 })

  it('says good to see you, offers a look, and names nothing that was missed', async () => {
    const { heard } = await sit(
      [
        ['Good to see you.', 3],
        ['A look at what was there', true],
        ['energy', enough],
      ],
      {
        entries: [before],
        lookBack: [{ id: 'x', day: sunday, text: 'The river was loud, and I liked it.' }],
      },
    )
    expect(heard).toContain('The river was loud, and I liked it.')
    expect(heard).not.toMatch(/\d+ (days|weeks)|missed|away/)
  })

  it('offers no look on a low day', async () => {
    await sit(
      [
        ['How are you', 2],
        ['How long', skip],
        ['energy', enough],
      ],
      { entries: [before] },
    )
  })

  it('asks what is easy to begin with', () => {
    const { themes } = planWalk(known({ entries: [before] }), { mood: 3, length: 'steady' })
    expect(themes.map(it => openers.has(it.prompts[0]?.id ?? ''))).toContain(true)
    const lately = arrived('2026-11-20', { mood: 3 })
    const usual = planWalk(known({ entries: [before, lately] }), { mood: 3, length: 'steady' })
    const easy = (walk: typeof usual) =>
      walk.themes.filter(it => openers.has(it.prompts[0]?.id ?? '')).length
    expect(easy({ length: 'steady', themes })).toBeGreaterThan(easy(usual))
  })
})

describe('what was written and rated today', () => {
  const firsts = (entries: Parameters<typeof known>[0]) =>
    planWalk(known(entries), { length: 'steady' }).themes.map(it => it.prompts[0]?.reason)

  it.each([
    ['a check-in', entryOn(sunday, { kind: 'checkin', mood: 1, details: {} })],
    ['a note with a mood', entryOn(sunday, { kind: 'note', mood: 2, text: 'so so', details: {} })],
  ])('counts: %s', (_, entry) => {
    expect(firsts({ entries: [arrived('2026-11-20'), entry] }).join()).toContain('today is low')
  })

  it('counts: words that call for help, also when the mood is good now', () => {
    const note = entryOn(sunday, { kind: 'note', text: 'I want to kill myself', details: {} })
    const { themes } = planWalk(known({ entries: [arrived('2026-11-20'), note] }), {
      mood: 5,
      length: 'deep',
    })
    const asked = themes.flatMap(it => it.prompts)
    expect(asked.some(it => it.deep)).toBe(false)
    expect(asked.map(it => it.reason).join()).toContain('today is heavy')
  })

  it('counts: a feeling', () => {
    const entry = entryOn(sunday, { kind: 'checkin', feelings: ['lonely'], details: {} })
    expect(firsts({ entries: [arrived('2026-11-20'), entry] }).join()).toContain(
      'you named the word "lonely" today',
    )
  })
})
