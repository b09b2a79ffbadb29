import { describe, expect, it } from 'vitest'
import { pastOf } from '../../src/session/past.ts'
import type { Circumstances } from '../../src/session/rules.ts'
import {
  chance,
  guards,
  holding,
  isForSome,
  leanings,
  lots,
  restedDays,
  themeLeanings,
} from '../../src/session/rules.ts'
import type { Prompt, Situation } from '../../src/themes/prompt.ts'
import { openers } from '../../src/themes/prompts.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { sunday } from './builders.ts'

const aPrompt = (fields: Partial<Prompt> = {}): Prompt => ({
  id: 'a',
  theme: 'compassion',
  text: 'a?',
  deeper: '',
  depth: 'steady',
  situations: ['general'],
  why: '',
  restsOn: '',
  ...fields,
})
const past = pastOf([], sunday)
const rested = (...asked: readonly (readonly [string, number])[]) => ({
  past: { ...past, askedAgo: new Map(asked) },
})

/** An ordinary Sunday evening of somebody who wrote yesterday, is fine, and whose season began long ago. */
const now = (fields: Partial<Circumstances> = {}): Circumstances => ({
  day: sunday,
  lot: lots('a seed', sunday),
  mood: 3,
  hard: false,
  calling: false,
  season: 'loss',
  weeks: 60,
  topics: [],
  turn: new Set(themeIds),
  nightEnds: 4,
  hour: 20,
  feelings: [],
  deep: false,
  choicesOnly: false,
  past: { ...past, lastDay: sunday, lastSession: sunday },
  muted: new Set(),
  own: new Set(),
  ...fields,
})

const gentle = { depth: 'gentle' } as const
const deep = { depth: 'deep' } as const
const silver = { angles: ['silver-lining'] } as const
const lower = { past: { ...past, lowerInARow: 3 } }
const almostLower = { past: { ...past, lowerInARow: 2 } }

/** Which guards bar a prompt, by their number in the table. */
const barring = (prompt: Partial<Prompt>, day: Partial<Circumstances> = {}, first = false) =>
  guards
    .filter(holding(now(day)))
    .filter(it => it.bars(aPrompt(prompt), now(day), first))
    .map(it => it.when.slice(0, 30))

/** The points of every leaning but chance, by the beginning of its row. */
const points = (row: string, prompt: Partial<Prompt>, day: Partial<Circumstances> = {}) =>
  [rowOf(row)].filter(holding(now(day))).map(it => it.points(aPrompt(prompt), now(day)))[0] ?? 0
const because = (row: string, prompt: Partial<Prompt>, day: Partial<Circumstances> = {}) =>
  rowOf(row).because?.(aPrompt(prompt), now(day))
function rowOf(row: string) {
  const found = leanings.filter(({ when }) => when.startsWith(row))
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} rows begin with ${row}`)
  return found[0]
}

describe('what is never asked', () => {
  it('bars nothing on an ordinary day', () => {
    for (const prompt of [{}, gentle, deep, silver, { angles: ['gratitude'] as const }])
      expect(barring(prompt, {}, true)).toEqual([])
  })

  it('is what was muted, under whichever of its ids', () => {
    const muted = new Set(['old'])
    expect(barring({ replaces: ['old'] }, { muted })).toEqual(['You muted the prompt'])
    expect(barring({ id: 'old' }, { muted })).toEqual(['You muted the prompt'])
    expect(barring({}, { muted })).toEqual([])
  })

  it.each<[Situation, Partial<Circumstances>, Partial<Circumstances>]>([
    ['loss', { season: 'loss' }, { season: 'break-up' }],
    ['illness', { topics: ['illness'] }, { topics: ['money'] }],
    ['hard-date', { hard: true }, { hard: false }],
    ['first-days', { topics: ['first-days'] }, {}],
    ['first-days', { season: 'addiction', weeks: 2 }, { season: 'addiction', weeks: 3 }],
    ['first-days', { season: 'addiction', weeks: 0 }, { season: 'loss', weeks: 0 }],
    ['money', { topics: ['money'] }, { season: 'addiction', weeks: 0 }],
  ])('is what was written for others: %s', (situation, theirs, notTheirs) => {
    const prompt = { situations: [situation] }
    expect(barring(prompt, theirs)).toEqual([])
    expect(barring(prompt, notTheirs)).toEqual(['The prompt is for a season or '])
  })

  it('is nothing that was written for several, one of whom they are', () => {
    expect(barring({ situations: ['break-up', 'loss'] })).toEqual([])
  })

  it('is for the first days only where it was said when they began', () => {
    const { weeks: _, ...unsaid } = now({ season: 'addiction' })
    const guard = guards.find(({ when }) => when.startsWith('The prompt is for a season'))
    expect(guard?.bars(aPrompt({ situations: ['first-days'] }), unsaid, false)).toBe(true)
  })

  it('is one for some whose turn it is not', () => {
    const turn = new Set(['growth'] as const)
    expect(barring({ situations: ['loss'] }, { turn })).toEqual(['One for your season or a topic'])
    expect(barring({ situations: ['loss'], theme: 'growth' }, { turn })).toEqual([])
    expect(barring({}, { turn })).toEqual([])
  })

  it.each([
    [
      'afternoon',
      'It is before noon',
      [
        [11, true],
        [12, false],
        [4, true],
        [3, false],
      ],
    ],
    [
      'evening',
      'It is before five in the after',
      [
        [16, true],
        [17, false],
        [4, true],
        [3, false],
      ],
    ],
  ] as const)('is what needs the %s, before it', (need, row, hours) => {
    for (const [hour, barred] of hours)
      expect([hour, barring({ needs: [need] }, { hour })]).toEqual([hour, barred ? [row] : []])
    const { hour: _, ...unknown } = now()
    const bars = guards.filter(holding(unknown))
    expect(bars.some(it => it.bars(aPrompt({ needs: [need] }), unknown, false))).toBe(false)
  })

  it('is what has to be written, where only keys are pressed', () => {
    expect(barring({ needs: ['writing'] }, { choicesOnly: true })).toEqual(['You only press keys'])
    expect(barring({ needs: ['writing'] })).toEqual([])
  })

  it('takes nothing for heavy on a good day, and nothing for good on any other', () => {
    const heavier = (day: Partial<Circumstances>) => barring({ needs: ['heavier-day'] }, day)
    const lighter = (day: Partial<Circumstances>) => barring({ needs: ['lighter-day'] }, day)
    for (const mood of [4, 5] as const) {
      expect(heavier({ mood })).toEqual(['The mood today is 4 or 5, and '])
      expect(lighter({ mood })).toEqual([])
    }
    const others = [{ mood: 3 }, { mood: 5, hard: true }, { mood: 5, calling: true }] as const
    for (const day of others) {
      expect(heavier(day)).toEqual([])
      expect(lighter(day)).toEqual(['The mood today is anything els'])
    }
  })

  it.each<[string, Partial<Circumstances>]>([
    ['mood 1', { mood: 1 }],
    ['mood 2', { mood: 2 }],
    ['a hard date', { mood: 5, hard: true }],
    ['words that called for help', { mood: 5, calling: true }],
  ])('is deep, a silver lining, or thanks to begin with, on a day that is low: %s', (_, day) => {
    const row = ['The mood today is 1 or 2, the ']
    expect(barring(deep, day)).toEqual(row)
    expect(barring(silver, day)).toEqual(row)
    expect(barring({ angles: ['gratitude'] }, day, true)).toEqual(row)
    expect(barring({ angles: ['gratitude'] }, day, false)).toEqual([])
    expect(barring({ angles: ['action'] }, day, true)).toEqual([])
  })

  it('is deep or a silver lining while the mood is not known', () => {
    const { mood: _, ...unsaid } = now()
    const bars = (prompt: Partial<Prompt>) =>
      guards
        .filter(holding(unsaid))
        .filter(it => it.bars(aPrompt(prompt), unsaid, false))
        .map(it => it.when)
    expect(bars(deep)).toEqual(['The mood today was not given'])
    expect(bars(silver)).toEqual(['The mood today was not given'])
    expect(bars({})).toEqual([])
  })

  it('is a silver lining early in a season, while nobody said when it began, or with a topic', () => {
    const row = ['The season began less than 6 w']
    expect(barring(silver, { weeks: 5 })).toEqual(row)
    expect(barring(silver, { weeks: 6 })).toEqual([])
    expect(barring(silver, { topics: ['money'] })).toEqual(row)
    const { weeks: _, ...unsaid } = now()
    const bars = guards.filter(holding(unsaid))
    expect(bars.some(it => it.bars(aPrompt(silver), unsaid, false))).toBe(true)
  })

  it('is deep after three sessions that left somebody lower', () => {
    expect(barring(deep, lower)).toEqual(['The last three sessions left y'])
    expect(barring({}, lower)).toEqual([])
    expect(barring(deep, almostLower)).toEqual([])
  })
})

describe('what is rather asked', () => {
  it.each([
    [undefined, 6],
    [0, 0],
    [27, 0],
    [28, 1],
    [56, 2],
    [500, 6],
  ])('is what rested longer: after %s days %i points', (days, expected) => {
    const day = days === undefined ? rested() : rested(['a', days])
    expect(points('Time since the prompt', {}, day)).toBe(expected)
  })

  it('is what is easy to begin with, at the beginning and after four weeks away', () => {
    const [opener = ''] = openers
    const row = 'No session was kept yet'
    expect(points(row, { id: opener }, { past })).toBe(8)
    expect(points(row, { id: 'a' }, { past })).toBe(0)
    expect(points(row, { id: opener })).toBe(0)
    expect(because(row, {})).toBe('it is an easy one to begin with')
  })

  it('is gentle on a day that is low', () => {
    const row = 'The mood today is 1 or 2'
    const days = [{ mood: 2 }, { mood: 5, hard: true }, { mood: 5, calling: true }] as const
    expect(days.map(day => points(row, gentle, day))).toEqual([4, 4, 4])
    expect(days.map(day => points(row, {}, day))).toEqual([0, 0, 0])
    expect(points(row, gentle, { mood: 3 })).toBe(0)
    expect(days.map(day => because(row, gentle, day))).toEqual([
      'today is low and this one is gentle',
      'today is a hard date and this one is gentle',
      'today is heavy and this one is gentle',
    ])
  })

  it('steps back, or is a small deed, when one topic keeps coming back with low moods', () => {
    const row = 'The same topic came up'
    const day = { past: { ...past, lowTopic: 'work' } }
    expect(points(row, { angles: ['distance'] }, day)).toBe(6)
    expect(points(row, { angles: ['action'] }, day)).toBe(6)
    expect(points(row, { angles: ['plain'] }, day)).toBe(0)
    expect(points(row, { angles: ['distance'] })).toBe(0)
    expect(because(row, { angles: ['distance'] })).toContain('takes a step back')
    expect(because(row, { angles: ['action'] })).toContain('something small to do')
  })

  it('goes softly after three sessions that left somebody lower', () => {
    const row = 'The last three sessions left you lower'
    expect(points(row, gentle, lower)).toBe(3)
    expect(points(row, { angles: ['distance'] }, lower)).toBe(3)
    expect(points(row, { angles: ['connection'] }, lower)).toBe(3)
    expect(points(row, { angles: ['action'] }, lower)).toBe(0)
    expect(points(row, gentle, almostLower)).toBe(0)
    expect(because(row, gentle)).toContain('goes softly')
  })

  it('is what was written for the season, a topic or the day', () => {
    const row = 'The prompt was written for your season'
    expect(points(row, { situations: ['loss'] })).toBe(20)
    expect(points(row, { situations: ['hard-date'] })).toBe(25)
    expect(points(row, {})).toBe(0)
    expect(because(row, { situations: ['break-up', 'loss'] })).toBe('it was written for a loss')
    expect(because(row, { situations: ['money'] }, { topics: ['money'] })).toBe(
      'it was written for money worries',
    )
    expect(because(row, { situations: ['hard-date'] }, { hard: true })).toBe(
      'it was written for a hard date',
    )
    expect(because(row, { situations: ['break-up'] })).toBe(
      'it was written for a season like yours',
    )
  })

  it('speaks to a feeling that was named', () => {
    const row = 'You named a feeling'
    const prompt = { feelings: ['lonely', 'tired'] }
    expect(points(row, prompt, { feelings: ['calm', 'tired'] })).toBe(5)
    expect(points(row, prompt, { feelings: ['calm'] })).toBe(0)
    expect(points(row, {}, { feelings: ['calm'] })).toBe(0)
    expect(because(row, prompt, { feelings: ['calm', 'tired'] })).toBe(
      'you named the word "tired" today',
    )
  })

  it('is gentle early in a season', () => {
    const row = 'The season began less than'
    expect(points(row, gentle, { weeks: 5 })).toBe(1)
    expect(points(row, {}, { weeks: 5 })).toBe(0)
    expect(points(row, gentle, { weeks: 6 })).toBe(0)
    expect(because(row, gentle)).toBe('these are early weeks and this one is gentle')
  })

  it('is not deep on a middling day, and asks more on a good one', () => {
    const middling = 'The mood today is 3'
    expect([gentle, {}, deep].map(it => points(middling, it))).toEqual([2, 2, 0])
    expect([{ mood: 4 }, { hard: true }].map(day => points(middling, {}, day as object))).toEqual([
      ...[0, 0],
    ])
    const good = 'The mood today is 4 or 5'
    const lighter = { ...gentle, needs: ['lighter-day'] } as const
    const all = [gentle, {}, deep, lighter]
    expect(all.map(it => points(good, it, { mood: 4 }))).toEqual([0, 2, 2, 2])
    expect(all.map(it => points(good, it, { mood: 3 }))).toEqual([0, 0, 0, 0])
    expect(because(good, lighter)).toBe('today is a good day')
    expect(because(good, deep)).toBe('today has some room and this one asks a little more')
  })

  it('is deep when there is time and the day is not low', () => {
    const row = 'The session is a long one'
    expect(points(row, deep, { deep: true })).toBe(1)
    expect(points(row, {}, { deep: true })).toBe(0)
    expect(points(row, deep)).toBe(0)
    expect(points(row, deep, { deep: true, hard: true })).toBe(0)
    expect(because(row, deep)).toBe('you have time today')
  })

  it('is what somebody added', () => {
    const row = 'You added the prompt'
    expect(points(row, {}, { own: new Set(['a']) })).toBe(1)
    expect(points(row, {}, { own: new Set(['b']) })).toBe(0)
    expect(because(row, {})).toBe('you added it yourself')
  })
})

describe('the days a prompt rested', () => {
  it('are counted from the last time it was shown, by whichever of its ids', () => {
    const prompt = aPrompt({ replaces: ['older', 'oldest'] })
    expect(restedDays(prompt, now(rested(['a', 9], ['older', 4], ['oldest', 30])))).toBe(4)
    expect(restedDays(prompt, now(rested(['oldest', 30])))).toBe(30)
    expect(restedDays(prompt, now(rested(['other', 1])))).toBeUndefined()
    expect(restedDays(prompt, now(rested(['a', 0], ['older', 4])))).toBe(0)
  })
})

it('what is for some is what does not fit all', () => {
  expect(isForSome(aPrompt())).toBe(false)
  expect(isForSome(aPrompt({ situations: ['general', 'loss'] }))).toBe(false)
  expect(isForSome(aPrompt({ situations: ['loss'] }))).toBe(true)
})

it('the theme of a short session leans by the day', () => {
  const holding = (day: Partial<Circumstances>) =>
    themeLeanings.filter(it => it.holds(now(day))).map(({ less }) => less)
  expect(holding({ mood: 2 })).toEqual([{ compassion: 2, support: 1.5, shared: 0.5 }])
  expect(holding({ mood: 4 })).toEqual([{ growth: 1.5, accountability: 1, shared: 0.5 }])
  expect(holding({ mood: 3 })).toEqual([])
})

it('the draw of a day stays what it was: a journal keeps its order from one version to the next', () => {
  expect(chance('a seed', '2026-11-22', 'compassion-weather')).toBe(0.27852664794772863)
  expect(chance('')).toBe(0.6689221884589642)
  expect(chance('ab', 'c')).not.toBe(chance('a', 'bc'))
  expect(chance('🌱')).not.toBe(chance('🌲'))
})
