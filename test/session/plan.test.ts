import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { firstRevision } from '../../src/journal/record.ts'
import type { KnownSoFar } from '../../src/session/plan.ts'
import { planArrival, planWalk } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { prompts } from '../../src/themes/prompts.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { arrived, entryOn, known, stampAt, sunday } from './builders.ts'

const daysAgo = (days: number) => addDays(sunday, -days)
const arrival = (entries: Entry[], more: Partial<KnownSoFar> = {}) =>
  planArrival(known({ entries, ...more }))
const settings = (fields: Partial<typeof defaultSettings>) => ({
  settings: { ...defaultSettings, ...fields },
})

describe('arriving', () => {
  it('greets by how long ago the last entry was, and says no number', () => {
    expect(arrival([], { first: true }).greeting).toBe('first')
    expect(arrival([arrived(daysAgo(7))]).greeting).toBe('plain')
    expect(arrival([arrived(daysAgo(8))]).greeting).toBe('back')
    expect(arrival([]).greeting).toBe('back')
  })

  it('asks the connection items two or three times a week, never on sessions that follow each other', () => {
    const entries: Entry[] = [arrived(daysAgo(60))]
    const asked: boolean[] = []
    for (let number = 59; number >= 0; number--) {
      const day = daysAgo(number)
      const { connection } = planArrival(known({ day, entries }))
      asked.push(connection)
      entries.push(arrived(day, {}, connection ? { connection: { cared: 3 } } : {}))
    }
    for (let from = 0; from + 7 <= asked.length; from++) {
      const week = asked.slice(from, from + 7).filter(Boolean).length
      expect(week).toBeGreaterThanOrEqual(2)
      expect(week).toBeLessThanOrEqual(3)
    }
    expect(asked.some((it, i) => it && asked[i + 1])).toBe(false)
    expect(arrival([], { first: true }).connection).toBe(false)
  })

  it('asks about promises whose day has come, oldest due first, three at most', () => {
    const promise = (text: string, due: Day, details = {}) =>
      entryOn(daysAgo(9), { kind: 'promise', text, details: { due, ...details } })
    const step = (outcome: string, days = 1) => ({ steps: [{ on: daysAgo(days), outcome }] })
    const { due, open } = arrival([
      promise('today', sunday),
      promise('before', daysAgo(3), { cue: 'I wake' }),
      promise('tomorrow', addDays(sunday, 1)),
      promise('was done', daysAgo(3), step('done')),
      promise('not yet', daysAgo(2), step('not-yet')),
      promise('asked already', daysAgo(2), step('not-yet', 0)),
      promise('fourth', sunday),
    ])
    expect(due.map(it => it.text)).toEqual(['before', 'not yet', 'today'])
    expect(due[0]).toMatchObject({ cue: 'I wake', made: daysAgo(9) })
    expect(open).toBe(2)
  })

  it('shows letters whose seal ended since the last session, once', () => {
    const letter = (until: Day) =>
      entryOn(daysAgo(90), {
        kind: 'letter',
        text: `until ${until}`,
        details: { sealedUntil: until },
      })
    const letters = [letter(daysAgo(3)), letter(sunday), letter(addDays(sunday, 1))]
    expect(arrival(letters).letters).toHaveLength(1)
    const shown = arrival([...letters, arrived(daysAgo(4))]).letters.map(it => it.text)
    expect(shown).toEqual([`until ${daysAgo(3)}`, `until ${sunday}`])
    expect(arrival([...letters, arrived(sunday)]).letters).toEqual([])
  })

  it('knows hard dates, of this year and of every year', () => {
    expect(arrival([], settings({ hardDates: ['11-22'] })).hard).toBe(true)
    expect(arrival([], settings({ hardDates: ['2026-11-22'] })).hard).toBe(true)
    expect(arrival([], settings({ hardDates: ['2025-11-22', '11-23'] })).hard).toBe(false)
  })
})

describe('the walk', () => {
  it('is all five themes, one theme, or those asked for, in their order', () => {
    const ids = (wish: object) =>
      planWalk(known(), { length: 'steady', ...wish }).themes.map(theme => theme.id)
    expect(ids({})).toEqual(themeIds)
    expect(ids({ length: 'short', mood: 1 })).toEqual(['compassion'])
    expect(ids({ only: ['growth', 'shared'] })).toEqual(['shared', 'growth'])
    expect(ids({ only: ['growth', 'shared'], length: 'short' })).toEqual(['shared', 'growth'])
  })

  it('leaves out the themes the person skips, unless there is nothing else', () => {
    const walk = (skipThemes: (typeof themeIds)[number][]) =>
      planWalk(known(settings({ skipThemes })), { length: 'steady' }).themes.length
    expect(walk(['growth'])).toBe(4)
    expect(walk([...themeIds])).toBe(5)
  })

  it('has prompts to swap to, all of one theme and all different', () => {
    for (const { id, prompts: planned } of planWalk(known(), { length: 'steady' }).themes) {
      expect(planned.length).toBeGreaterThan(3)
      expect(new Set(planned.map(it => it.id)).size).toBe(planned.length)
      for (const it of planned) expect(prompts.find(p => p.id === it.id)?.theme).toBe(id)
    }
  })

  it('is plain data, the same after a rest in a draft', () => {
    const walk = planWalk(known(), { length: 'deep', mood: 4 })
    expect(JSON.parse(JSON.stringify(walk))).toEqual(walk)
  })

  it('asks the prompts a person added, and not those they muted', () => {
    const stamp = stampAt()
    const own = { ...firstRevision(stamp), kind: 'prompt', theme: 'growth', text: 'Mine?' } as const
    const muted = prompts
      .filter(prompt => prompt.theme === 'growth')
      .map(
        ({ id }) => ({ ...firstRevision(stamp), kind: 'mute', what: 'prompt', value: id }) as const,
      )
    const walk = (mutes: KnownSoFar['mutes'], ownPrompts: KnownSoFar['ownPrompts']) =>
      planWalk(known({ mutes, ownPrompts }), { length: 'steady', only: ['growth'] }).themes[0]
    expect(walk(muted, [own])?.prompts).toEqual([
      expect.objectContaining({ id: own.id, text: 'Mine?', why: 'You added this one.' }),
    ])
    expect(walk(muted, [])?.prompts).toEqual([])
  })
})
