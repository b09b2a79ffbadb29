import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/journal/day.ts'
import type { Entry, Scale } from '../../src/journal/entry.ts'
import { inOrder } from '../../src/journal/query.ts'
import { atHand, pickTheme, rank } from '../../src/session/choose.ts'
import { pastOf } from '../../src/session/past.ts'
import type { Circumstances } from '../../src/session/rules.ts'
import { chance, lots } from '../../src/session/rules.ts'
import type { Prompt } from '../../src/themes/prompt.ts'
import { openers, prompts } from '../../src/themes/prompts.ts'
import { themeIds, themes } from '../../src/themes/theme.ts'
import { answered, arrived, left, sunday } from './builders.ts'

const aPrompt = (id: string, fields: Partial<Prompt> = {}): Prompt => ({
  id,
  theme: 'compassion',
  text: `${id}?`,
  deeper: '',
  depth: 'steady',
  situations: ['general'],
  why: '',
  restsOn: '',
  ...fields,
})

const now = (overrides: Partial<Circumstances> = {}, entries: Entry[] = []): Circumstances => ({
  day: sunday,
  lot: lots('a seed', sunday),
  hard: false,
  calling: false,
  season: 'none',
  choicesOnly: false,
  deep: false,
  past: pastOf(entries.toSorted(inOrder), sunday),
  topics: [],
  turn: new Set(themeIds),
  nightEnds: 4,
  feelings: [],
  muted: new Set(),
  own: new Set(),
  ...overrides,
})

const ids = (...args: Parameters<typeof rank>) => [...rank(...args)].map(({ id }) => id)
const daysAgo = (days: number) => addDays(sunday, -days)

describe('which prompts may be asked', () => {
  const gentle = aPrompt('gentle', { depth: 'gentle' })
  const deep = aPrompt('deep', { depth: 'deep' })
  const silver = aPrompt('silver', { angles: ['silver-lining'] })
  const thanks = aPrompt('thanks', { depth: 'gentle', angles: ['gratitude'] })
  const all = [gentle, deep, silver, thanks]

  it.each<[string, Partial<Circumstances>]>([
    ['mood 1', { mood: 1 }],
    ['mood 2', { mood: 2 }],
    ['a hard date, whatever the mood', { mood: 5, hard: true }],
  ])('keeps deep and silver-lining prompts out: %s', (_, day) => {
    expect(ids(all, now(day)).sort()).toEqual(['gentle', 'thanks'])
  })

  it('never begins a low day with thanks', () => {
    expect(ids(all, now({ mood: 1 }), { first: true })).toEqual(['gentle'])
    expect(ids(all, now({ mood: 3 }), { first: true })).toContain('thanks')
  })

  it('keeps deep prompts for days whose mood is known', () => {
    expect(ids(all, now())).not.toContain('deep')
    expect(ids(all, now({ mood: 3 }))).toContain('deep')
  })

  it('keeps silver linings out of the first six weeks', () => {
    expect(ids(all, now({ mood: 4, season: 'loss', weeks: 5 }))).not.toContain('silver')
    expect(ids(all, now({ mood: 4, season: 'loss', weeks: 6 }))).toContain('silver')
  })

  it('leaves out what belongs to another season, and what is muted', () => {
    const loss = aPrompt('loss', { situations: ['loss'] })
    expect(ids([loss], now())).toEqual([])
    expect(ids([loss], now({ season: 'break-up' }))).toEqual([])
    expect(ids([loss], now({ season: 'loss' }))).toEqual(['loss'])
    expect(ids([loss], now({ season: 'loss', muted: new Set(['loss']) }))).toEqual([])
  })

  it('lets prompts rest for 21 days, and takes the longest rested when all still rest', () => {
    const [a, b] = [aPrompt('a'), aPrompt('b')]
    const rested = (days: number) => [answered(daysAgo(days), 'a'), answered(daysAgo(15), 'b')]
    expect(ids([a, b], now({}, rested(22)))).toEqual(['a', 'b'])
    expect(ids([a, b], now({}, rested(21)))).toEqual(['a', 'b'])
    expect(ids([a, b], now({}, rested(14)))).toEqual(['b', 'a'])
    expect(ids([a, b, aPrompt('c')], now({}, rested(21)))[0]).toBe('c')
  })

  it('lets prompts rest that were shown and passed over', () => {
    const shown = left(daysAgo(3), {}, { passed: ['a'] })
    expect(ids([aPrompt('a'), aPrompt('b')], now({}, [shown]))).toEqual(['b', 'a'])
  })
})

describe('a first session', () => {
  const firsts = (at: Circumstances) =>
    themes.map(({ id }) => {
      const mine = prompts.filter(({ theme }) => theme === id)
      return ids(mine, at, { first: true })[0] ?? ''
    })

  it.each([undefined, 1, 2, 3, 4, 5] as const)('begins with what is easy, mood %s', mood => {
    const at = now(mood === undefined ? {} : { mood })
    expect(firsts(at).filter(id => !openers.has(id))).toEqual([])
  })

  it('is the only one that does', () => {
    const past = [answered(daysAgo(20), 'compassion-weather', { session: 's1' })]
    expect(firsts(now({ mood: 3 }, past)).filter(id => openers.has(id)).length).toBeLessThan(3)
  })
})

describe('which prompt is rather asked', () => {
  it('says why in plain words', () => {
    const gentle = aPrompt('a', { depth: 'gentle' })
    const at = now({ mood: 2 }, [answered(daysAgo(64), 'a')])
    const [choice] = atHand([gentle], at)
    expect(choice?.reason).toBe(
      'Chosen because today is low and this one is gentle; last asked 9 weeks ago.',
    )
    expect(atHand([aPrompt('b')], now())[0]?.reason).toBe(
      'Chosen because it fits any day; not asked lately.',
    )
  })

  it('prefers gentle ones on low days and deeper ones on good days', () => {
    const both = [aPrompt('a', { depth: 'gentle' }), aPrompt('b', { depth: 'deep' })]
    expect(ids(both, now({ mood: 2 }))).toEqual(['a'])
    expect(ids(both, now({ mood: 5 }))[0]).toBe('b')
    expect(ids(both, now({ mood: 5, hard: true }))).toEqual(['a'])
  })

  it('offers distance or a small deed when low days circle round one topic', () => {
    const both = [aPrompt('a', { depth: 'gentle' }), aPrompt('b', { angles: ['distance'] })]
    const lonely = (...days: number[]) =>
      days.map(days => arrived(daysAgo(days), { mood: 2, feelings: ['lonely'] }))
    expect(ids(both, now({ mood: 2 }, lonely(1, 2, 3)))[0]).toBe('b')
    expect(ids(both, now({ mood: 2 }, lonely(1, 2)))[0]).toBe('a')
    expect(ids(both, now({ mood: 2 }, lonely(16, 17, 18)))[0]).toBe('a')
    const other = arrived(daysAgo(0), { mood: 2, feelings: ['tired'] })
    expect(ids(both, now({ mood: 2 }, [...lonely(1, 2, 3), other]))[0]).toBe('a')
  })

  it('goes softly after three sessions that left someone lower', () => {
    const both = [aPrompt('a', { depth: 'gentle' }), aPrompt('b', { depth: 'deep' })]
    const lower = (leave: Scale) =>
      [1, 2, 3].flatMap(days => [
        arrived(daysAgo(days), { mood: 4, session: `s${days}` }),
        left(daysAgo(days), { mood: leave, session: `s${days}` }),
      ])
    expect(ids(both, now({ mood: 4 }, lower(3)))).toEqual(['a'])
    expect(ids(both, now({ mood: 4 }, lower(4)))[0]).toBe('b')
  })

  it('prefers the season, the person, and what is new', () => {
    const fits = aPrompt('fits', { situations: ['loss'] })
    expect(ids([aPrompt('a'), fits], now({ season: 'loss', weeks: 60 }))[0]).toBe('fits')
    const mine = aPrompt('mine')
    expect(ids([aPrompt('a'), mine], now({ own: new Set(['mine']) }))[0]).toBe('mine')
    const old = answered(daysAgo(60), 'a')
    expect(ids([aPrompt('a'), aPrompt('b')], now({}, [old]))[0]).toBe('b')
  })

  it('depends on the seed and on nothing that moves', () => {
    const many = Array.from({ length: 30 }, (_, i) => aPrompt(`p${i}`))
    expect(ids(many, now())).toEqual(ids([...many].reverse(), now()))
    expect(ids(many, now())).not.toEqual(ids(many, now({ lot: lots('another', sunday) })))
    const day = addDays(sunday, 1)
    expect(ids(many, now())).not.toEqual(ids(many, now({ day, lot: lots('a seed', day) })))
  })

  it('draws evenly', () => {
    const draws = Array.from({ length: 4000 }, (_, i) => chance('seed', `day ${i}`, 'prompt'))
    expect(draws.every(draw => draw >= 0 && draw < 1)).toBe(true)
    const tenth = draws.filter(draw => draw < 0.1).length
    expect(tenth).toBeGreaterThan(320)
    expect(tenth).toBeLessThan(480)
  })
})

describe('the theme of a short session', () => {
  const visited = (theme: string, ...days: number[]) =>
    days.map(it => answered(daysAgo(it), 'x', { theme }))

  it('is kind first when nothing is known', () => {
    expect(pickTheme(themes, now({ mood: 1 }))?.theme).toBe('compassion')
    expect(pickTheme(themes, now({ mood: 5 }))?.theme).toBe('growth')
    expect(pickTheme([], now())).toBeUndefined()
  })

  it('is the least visited, then the longest ago', () => {
    const entries = [
      ...visited('compassion', 1, 2),
      ...visited('shared', 3),
      ...visited('support', 5),
      ...visited('accountability', 4),
      ...visited('growth', 1, 2),
    ]
    expect(pickTheme(themes, now({}, entries))).toEqual({
      theme: 'support',
      reason: 'Chosen because it came up least lately.',
    })
    expect(pickTheme(themes, now({ mood: 1 }, entries))).toEqual({
      theme: 'support',
      reason: 'Chosen because it suits today and came up least lately.',
    })
  })

  it('is not said to have come up least where none came up more', () => {
    const equal = themes.flatMap(({ id }, i) => visited(id, 2 + i))
    for (const entries of [[], equal]) {
      expect(pickTheme(themes, now({}, entries))?.reason).toBe('Chosen because its turn has come.')
      const low = pickTheme(themes, now({ mood: 1 }, entries))
      expect(low?.reason).toBe('Chosen because it suits today.')
    }
  })

  it('counts the last 28 days only', () => {
    const entries = themes.flatMap(({ id }, i) => visited(id, 40 + i, 50, 60))
    expect(pickTheme(themes, now({}, entries))?.theme).toBe('growth')
  })
})
