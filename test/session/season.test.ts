import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../src/journal/day.ts'
import { planWalk } from '../../src/session/plan.ts'
import { isForSome } from '../../src/session/rules.ts'
import type { Settings } from '../../src/settings/settings.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { seasonKinds, topics } from '../../src/themes/prompt.ts'
import { prompts } from '../../src/themes/prompts.ts'
import type { ThemeId } from '../../src/themes/theme.ts'
import { promptById } from '../helpers/prompts.ts'
import { answered, arrived, known, sunday } from './builders.ts'
import type { Sat } from './sessions.ts'
import { first, paths, sessions } from './sessions.ts'

const ofSeason = ({ prompts }: Sat) => prompts.filter(isForSome).length
const silver = ({ prompts }: Sat) =>
  prompts.filter(({ angles }) => angles?.includes('silver-lining')).length
const settings = (fields: Partial<Settings>): Settings => ({ ...defaultSettings, ...fields })

const moods = Object.keys(paths)
const cases = seasonKinds.flatMap(season => moods.map(path => [season, path] as const))

describe.each(cases)('ten weeks of season %s, mood %s', (season, path) => {
  const sat = sessions({ days: 70, path, settings: { season, seasonStart: first } })

  it('hold two prompts of the season in a session at most', () => {
    expect(Math.max(...sat.map(ofSeason))).toBeLessThanOrEqual(2)
  })

  it('hold one in every seven days', () => {
    const dry = sat.filter((_, at) => {
      const week = sat.slice(at, at + 7)
      return week.length === 7 && week.every(it => ofSeason(it) === 0)
    })
    expect(dry.map(({ day }) => day)).toEqual([])
  })

  it('have no silver linings in the first six weeks', () => {
    const early = sat.filter(({ day }) => daysBetween(first, day) < 42)
    expect(early.filter(it => silver(it) > 0)).toEqual([])
  })
})

describe('a session once a week', () => {
  it.each(seasonKinds)('asks about the season each time: %s', season => {
    const sat = sessions({
      days: 140,
      every: 7,
      path: 'mixed',
      settings: { season, seasonStart: first },
    })
    expect(sat.filter(it => ofSeason(it) === 0)).toEqual([])
  })
})

describe('silver linings', () => {
  it.each<[string, Partial<Settings>]>([
    ['nobody said what it is about', {}],
    ['nobody said when it began', { season: 'loss' }],
    [
      'it began long ago, and a topic was chosen',
      { season: 'loss', seasonStart: '2020-01-01', topics: ['job-loss'] },
    ],
  ])('stay away where %s', (_, fields) => {
    const sat = sessions({ days: 120, path: 'always good', settings: fields })
    expect(sat.filter(it => silver(it) > 0)).toEqual([])
  })

  it('stay away where the mood was not given, and come where all is known', () => {
    const long = { season: 'loss', seasonStart: '2020-01-01' } as const
    const never = sessions({ days: 120, path: 'never given', settings: long })
    expect(never.filter(it => silver(it) > 0)).toEqual([])
    const good = sessions({ days: 120, path: 'always good', settings: long })
    expect(good.some(it => silver(it) > 0)).toBe(true)
  })
})

describe('topics', () => {
  it.each(topics)('bring their own prompts, and only to who chose them: %s', topic => {
    const about = (sat: Sat[]) =>
      sat.flatMap(it => it.prompts).filter(({ situations }) => situations.includes(topic))
    const mine = sessions({ days: 28, path: 'mixed', settings: { topics: [topic] } })
    expect(about(mine).length).toBeGreaterThan(1)
    expect(Math.max(...mine.map(ofSeason))).toBeLessThanOrEqual(2)
    const season = topic === 'someone-new' ? 'none' : 'break-up'
    const others = sessions({ days: 28, path: 'mixed', settings: { season } })
    expect(about(others)).toEqual([])
  })

  it('first days come by themselves when recovery has just begun', () => {
    const from = (seasonStart: string) =>
      sessions({ days: 14, path: 'mixed', settings: { season: 'addiction', seasonStart } })
        .flatMap(it => it.prompts)
        .filter(({ situations }) => situations.includes('first-days'))
    expect(from(first).length).toBeGreaterThan(0)
    expect(from(addDays(first, -60))).toEqual([])
  })
})

describe('a hard date', () => {
  const asked = (
    fields: Partial<Settings>,
    entries: ReturnType<typeof answered>[] = [],
    seed = 'a seed',
  ) =>
    planWalk(known({ settings: settings(fields), entries, seed }), { length: 'steady', mood: 4 })
      .themes.flatMap(theme => promptById(theme.prompts[0]?.id ?? '') ?? [])
      .filter(({ situations }) => situations.includes('hard-date'))

  it('has gentle prompts of its own, two at most, whatever came the day before', () => {
    const lately = answered(addDays(sunday, -1), 'compassion-miss-most')
    const fields = { season: 'loss', hardDates: ['11-22'] } as const
    expect(asked(fields, [lately]).map(({ depth }) => depth)).toEqual(['gentle', 'gentle'])
    for (let at = 0; at < 20; at++) {
      expect(asked({ ...fields, topics: ['money', 'caring'] }, [], `seed ${at}`)).toHaveLength(2)
    }
    expect(asked({ season: 'loss' })).toEqual([])
  })
})

describe('what is at hand', () => {
  const hand = (theme: ThemeId, wish = {}, fields: Partial<Settings> = {}) =>
    planWalk(known({ settings: settings(fields) }), {
      length: 'steady',
      mood: 2,
      only: [theme],
      ...wish,
    }).themes[0]?.prompts.flatMap(({ id }) => promptById(id) ?? []) ?? []

  it.each([1, 2, 3, 4, 5, undefined] as const)(
    'has a plain question one key away in compassion, mood %s',
    mood => {
      const two = hand('compassion', { mood }).slice(0, 2)
      expect(two.some(({ angles }) => angles?.includes('plain'))).toBe(true)
    },
  )

  it('speaks of the season once', () => {
    const all = hand('compassion', {}, { season: 'loss', seasonStart: first })
    expect(all.filter(isForSome)).toHaveLength(1)
    expect(all.length).toBeGreaterThan(4)
  })
})

describe('the hour and the day', () => {
  const shown = (wish: object) =>
    Array.from({ length: 30 }, (_, at) =>
      planWalk(known({ seed: `seed ${at}` }), { length: 'steady', mood: 3, ...wish }),
    ).flatMap(walk => walk.themes.flatMap(theme => theme.prompts.map(({ id }) => promptById(id))))
  const needing = (need: string, wish: object) =>
    shown(wish).filter(prompt => prompt?.needs?.some(it => it === need)).length

  it('is not asked about tonight in the morning, nor about a day that has not been', () => {
    expect(needing('evening', { hour: 7 })).toBe(0)
    expect(needing('afternoon', { hour: 7 })).toBe(0)
    expect(needing('evening', { hour: 14 })).toBe(0)
    expect(needing('afternoon', { hour: 14 })).toBeGreaterThan(0)
    expect(needing('evening', { hour: 21 })).toBeGreaterThan(0)
    // The night belongs to the evening before.
    expect(needing('evening', { hour: 2 })).toBeGreaterThan(0)
  })

  it('is not asked what weighs most on a good day, nor for gladness on another', () => {
    expect(needing('heavier-day', { mood: 5 })).toBe(0)
    expect(needing('heavier-day', { mood: 2 })).toBeGreaterThan(0)
    expect(needing('lighter-day', { mood: 2 })).toBe(0)
    expect(needing('lighter-day', { mood: undefined })).toBe(0)
    expect(needing('lighter-day', { mood: 5 })).toBeGreaterThan(0)
  })

  it('asks nothing to be written where only keys are pressed', () => {
    expect(needing('writing', { mood: 2 })).toBeGreaterThan(0)
    expect(needing('writing', { mood: 2, choicesOnly: true })).toBe(0)
  })

  it('begins a first session on a good morning with something easy that fits', () => {
    const walk = planWalk(known({ first: true }), { length: 'steady', mood: 5, hour: 7 })
    expect(walk.themes[0]?.prompts[0]?.id).toBe('compassion-just-say')
  })

  it('hears what was named: a feeling brings a prompt that speaks to it', () => {
    const wish = { length: 'steady', mood: 2, only: ['compassion'] } as const
    const entries = [arrived(addDays(sunday, -20))]
    const [theme] = planWalk(known({ entries }), { ...wish, feelings: ['guilty'] }).themes
    expect(promptById(theme?.prompts[0]?.id ?? '')?.feelings).toContain('guilty')
    expect(theme?.prompts[0]?.reason).toContain('you named the word "guilty" today')
  })
})

describe('a question that took the place of another', () => {
  const later = prompts.filter(prompt => prompt.replaces && !isForSome(prompt))

  it('rests as the old one does, and stays muted', () => {
    for (const { id, theme, replaces = [] } of later.slice(0, 12)) {
      const at = (fields: object) =>
        planWalk(known(fields), {
          length: 'steady',
          mood: 3,
          only: [theme],
          hour: 20,
        }).themes[0]?.prompts.map(it => it.id) ?? []
      const entries = replaces.map(old => answered(addDays(sunday, -2), old, { theme }))
      expect.soft(at({ entries }), id).not.toContain(id)
    }
  })
})
