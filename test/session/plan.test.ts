import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { firstRevision } from '../../src/journal/record.ts'
import type { Measure, OwnPrompt } from '../../src/journal/setting.ts'
import { DAYS_BACK } from '../../src/session/past.ts'
import type { KnownSoFar, Wish } from '../../src/session/plan.ts'
import { planArrival, planWalk } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import type { Prompt } from '../../src/themes/prompt.ts'
import { prompts } from '../../src/themes/prompts.ts'
import type { ThemeId } from '../../src/themes/theme.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { answered, arrived, entryOn, known, stampAt, sunday } from './builders.ts'

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
    // Where no session was, nobody has been shown the first of them either.
    expect(arrival(letters).letters).toHaveLength(2)
    const shown = arrival([...letters, arrived(daysAgo(4))]).letters.map(it => it.text)
    expect(shown).toEqual([`until ${daysAgo(3)}`, `until ${sunday}`])
    expect(arrival([...letters, arrived(sunday)]).letters).toEqual([])
  })

  it('shows a letter that opened while nobody sat down for half a year, and none from before', () => {
    const letter = (until: Day) =>
      entryOn(daysAgo(300), { kind: 'letter', text: until, details: { sealedUntil: until } })
    const opened = [daysAgo(DAYS_BACK), daysAgo(DAYS_BACK + 1)].map(letter)
    expect(arrival(opened).letters.map(({ text }) => text)).toEqual([daysAgo(DAYS_BACK)])
  })

  it('asks for what they measure themselves when its turn has come, with what its ends mean', () => {
    const measure = (fields: Partial<Measure>): Measure => ({
      ...{ ...firstRevision(stampAt()), kind: 'measure', name: 'sleep', unit: 'hours' },
      ...{ aliases: [], every: 'day', ...fields },
    })
    const ends = { from: 0, to: 10, low: 'none', high: 'overwhelming' }
    const measures = [measure({ name: 'craving', unit: 'steps', ...ends }), measure({})]
    const asked = (entries: Entry[]) => arrival(entries, { measures }).measures
    const [craving, sleep] = [
      { name: 'craving', unit: 'steps', ...ends },
      { name: 'sleep', unit: 'hours' },
    ]
    expect(asked([])).toStrictEqual([craving, sleep])
    const noted = (measures: object) => [arrived(sunday, {}, { measures })]
    expect(asked(noted({ craving: 4 }))).toStrictEqual([sleep])
    expect(arrival(noted({ craving: 4, sleep: 7 }), { measures })).not.toHaveProperty('measures')
  })

  it('knows hard dates, of this year and of every year', () => {
    expect(arrival([], settings({ hardDates: ['11-22'] })).hard).toBe(true)
    expect(arrival([], settings({ hardDates: ['2026-11-22'] })).hard).toBe(true)
    expect(arrival([], settings({ hardDates: ['2025-11-22', '11-23'] })).hard).toBe(false)
  })
})

describe('arriving, for who comes again', () => {
  it('offers a look back after four weeks, and never to who is new', () => {
    expect(arrival([arrived(daysAgo(28))]).looksBack).toBe(true)
    expect(arrival([arrived(daysAgo(27))])).not.toHaveProperty('looksBack')
    expect(arrival([], { first: true })).not.toHaveProperty('looksBack')
  })

  it('takes what cannot be read for no pause', () => {
    const locked = arrival([], { locked: true })
    expect(locked).toMatchObject({ greeting: 'plain', connection: false })
    expect(locked).not.toHaveProperty('looksBack')
    expect(arrival([])).toMatchObject({ greeting: 'back', connection: true, looksBack: true })
  })

  it('asks what this is about in the second session; in the first it may wait', () => {
    const [one, two] = [arrived(daysAgo(2)), arrived(daysAgo(1))]
    expect(arrival([]).season).toBe('later')
    expect(
      arrival([entryOn(daysAgo(1), { kind: 'note', text: 'a line', details: {} })]).season,
    ).toBe('later')
    expect(arrival([one, { ...one, kind: 'note' } as Entry]).season).toBe('now')
    expect(arrival([one, two])).not.toHaveProperty('season')
    const passed = arrived(daysAgo(1), {}, { passed: ['season'] })
    expect(arrival([passed])).not.toHaveProperty('season')
    expect(arrival([arrived(daysAgo(1), {}, { passed: ['connection'] })]).season).toBe('now')
    expect(arrival([], settings({ season: 'loss' }))).not.toHaveProperty('season')
  })

  it('lets the connection items rest for three days, answered or passed over', () => {
    const asked = (days: number) => [
      arrived(daysAgo(days), {}, { passed: ['connection'] }),
      arrived(daysAgo(1)),
    ]
    expect(arrival(asked(2)).connection).toBe(false)
    expect(arrival(asked(3)).connection).toBe(true)
    expect(arrival([arrived(daysAgo(9), {}, { connection: { cared: 3 } })]).connection).toBe(false)
  })

  it('knows recovery', () => {
    expect(arrival([], settings({ season: 'addiction' })).recovery).toBe(true)
    expect(arrival([], settings({ season: 'loss' }))).not.toHaveProperty('recovery')
  })

  it('brings up no promise and no letter that is to stay silent, nor a letter that is muted', () => {
    const promise = entryOn(daysAgo(9), { kind: 'promise', text: 'walk', details: { due: sunday } })
    const letter = entryOn(daysAgo(9), {
      kind: 'letter',
      text: 'dear me',
      details: { sealedUntil: sunday },
    })
    const shown = (more: Partial<KnownSoFar>) => {
      const { due, letters } = arrival([promise, letter], more)
      return [...due, ...letters].map(({ id }) => id)
    }
    expect(shown({})).toEqual([promise.id, letter.id])
    expect(shown({ isSilent: it => [promise.id, letter.id].includes(it.id) })).toEqual([])
    const mute = (what: 'entry' | 'tag') =>
      ({ ...firstRevision(stampAt()), kind: 'mute', what, value: letter.id }) as const
    expect(shown({ mutes: [mute('entry')] })).toEqual([promise.id])
    expect(shown({ mutes: [mute('tag')] })).toEqual([promise.id, letter.id])
  })

  it('opens no letter that was never sealed', () => {
    const letter = entryOn(daysAgo(1), { kind: 'letter', text: 'dear me', details: {} })
    expect(arrival([letter]).letters).toEqual([])
  })

  it('counts nothing but promises as open', () => {
    expect(arrival([arrived(daysAgo(1))]).open).toBe(0)
  })

  it('hands on what a promise says, and nothing that it does not', () => {
    const promise = entryOn(daysAgo(9), { kind: 'promise', text: 'walk', details: { due: sunday } })
    expect(arrival([promise]).due).toStrictEqual([
      { id: promise.id, text: 'walk', made: daysAgo(9), due: sunday },
    ])
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

  it('says why it is this theme only where one was picked', () => {
    const reasons = (length: 'short' | 'steady') =>
      planWalk(known(), { length, mood: 3 }).themes.map(({ reason }) => reason)
    expect(reasons('short')).toEqual([expect.stringContaining('Chosen because')])
    expect(reasons('steady').filter(Boolean)).toEqual([])
  })

  it('asks the second questions in a long session and offers them in another', () => {
    const deeper = (length: 'short' | 'steady' | 'deep') =>
      new Set(planWalk(known(), { length }).themes.map(theme => theme.deeper))
    expect(deeper('deep')).toEqual(new Set(['asked']))
    expect(deeper('steady')).toEqual(new Set(['offered']))
    expect(deeper('short')).toEqual(new Set(['offered']))
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
      expect.objectContaining({
        ...{ id: own.id, text: 'Mine?', why: 'You added this one.' },
        reason: expect.stringContaining('you added it yourself'),
      }),
    ])
    expect(walk(muted, [])?.prompts).toEqual([])
  })
})

const ownOf = (fields: Pick<OwnPrompt, 'theme' | 'text'> & Partial<OwnPrompt>): OwnPrompt => ({
  ...firstRevision(stampAt()),
  kind: 'prompt',
  ...fields,
})

describe('what the walk goes by', () => {
  const prompt = (fields: Partial<Prompt>): Prompt => ({
    ...{ id: 'p', theme: 'growth', text: 'p?', deeper: '', depth: 'steady' },
    ...{ situations: ['general'], why: 'why', restsOn: 'rest' },
    ...fields,
  })
  const deep = prompt({
    id: 'deep',
    depth: 'deep',
    note: 'Stop when it is too much.',
    deeper: 'And?',
  })
  const steady = prompt({ id: 'steady' })
  const planned = (more: Partial<KnownSoFar> = {}, wish: Partial<Wish> = {}) =>
    planWalk(known({ prompts: [deep, steady], ...more }), {
      ...{ length: 'steady', only: ['growth'] },
      ...wish,
    }).themes[0]?.prompts ?? []
  const ids = (...args: Parameters<typeof planned>) =>
    planned(...args)
      .map(({ id }) => id)
      .sort()
  const today = (fields: object) =>
    entryOn(sunday, { kind: 'note', text: '', details: {}, ...fields })

  it('is the mood of the session before all, then the last one of the day', () => {
    const moods = [today({ mood: 1 }), today({ mood: 4 }), today({})]
    expect(ids({ entries: moods })).toEqual(['deep', 'steady'])
    expect(ids({ entries: [...moods, today({ mood: 2 })] })).toEqual(['steady'])
    expect(ids({ entries: moods }, { mood: 1 })).toEqual(['steady'])
    expect(ids({ entries: [arrived(daysAgo(1), { mood: 4 })] })).toEqual(['steady'])
  })

  it('is what was written today, when it calls for help; never a letter', () => {
    const call = { text: 'I want to kill myself' }
    expect(ids({ entries: [today(call)] }, { mood: 4 })).toEqual(['steady'])
    expect(ids({ entries: [arrived(daysAgo(1), call)] }, { mood: 4 })).toEqual(['deep', 'steady'])
    expect(ids({ entries: [today({ kind: 'letter', ...call })] }, { mood: 4 })).toEqual([
      ...['deep', 'steady'],
    ])
  })

  it('is no word alone that a call may have in it', () => {
    const killing = today({ text: 'This deadline is killing me, but the soup was good.' })
    expect(ids({ entries: [killing] }, { mood: 4 })).toEqual(['deep', 'steady'])
  })

  it('is a call for help also beside other pages of the day', () => {
    const entries = [
      today({ text: 'The garden in April.' }),
      today({ text: 'I want to kill myself' }),
    ]
    expect(ids({ entries }, { mood: 4 })).toEqual(['steady'])
    expect(ids({ entries: [...entries].reverse() }, { mood: 4 })).toEqual(['steady'])
  })

  it('is that only keys are pressed: nothing is asked that has to be written', () => {
    const prompts = [prompt({ needs: ['writing'] })]
    expect(ids({ prompts }, { choicesOnly: true })).toEqual([])
    expect(ids({ prompts })).toEqual(['p'])
  })

  it('is that it was long ago that the season came up, whatever else was asked yesterday', () => {
    const theirs = prompt({ id: 'theirs', situations: ['loss'] })
    const more = { prompts: [theirs, steady], ...settings({ season: 'loss' }) }
    const asked = (id: string) => ids({ ...more, entries: [answered(daysAgo(1), id)] })
    expect(asked('steady')).toEqual(['steady', 'theirs'])
    expect(asked('theirs')).toEqual(['steady'])
  })

  it('is that only questions of their own are to be asked, where they have some', () => {
    const own = ownOf({ theme: 'growth', text: 'Mine?' })
    const all = [steady, prompt({ id: 'shared', theme: 'shared' })]
    const asked = (questions: 'all' | 'mine') =>
      planWalk(known({ prompts: all, ownPrompts: [own], ...settings({ questions }) }), {
        ...{ length: 'steady', only: ['shared', 'growth'] },
      }).themes.map(({ prompts }) => prompts.map(({ text }) => text).sort())
    expect(asked('all')).toEqual([['p?'], ['Mine?', 'p?']])
    expect(asked('mine')).toEqual([['p?'], ['Mine?']])
  })

  it('is what was felt, in this session and before it today', () => {
    const prompts = [prompt({ id: 'tired', feelings: ['tired'] })]
    const reason = (more: Partial<KnownSoFar>, wish: Partial<Wish> = {}) =>
      planned({ prompts, ...more }, wish)[0]?.reason
    const named = expect.stringContaining('you named the word "tired" today')
    expect(reason({}, { feelings: ['tired'] })).toEqual(named)
    expect(reason({ entries: [today({ feelings: ['tired'] })] })).toEqual(named)
    expect(reason({})).not.toEqual(named)
  })

  it('is that there is time', () => {
    const reason = (length: Wish['length']) =>
      planned({ prompts: [deep] }, { length, mood: 3 })[0]?.reason
    expect(reason('deep')).toContain('you have time today')
    expect(reason('steady')).not.toContain('you have time today')
  })

  it('is which theme comes first: a low day does not begin with thanks', () => {
    const thanks = (theme: ThemeId) =>
      prompt({ id: theme, theme, depth: 'gentle', angles: ['gratitude'] })
    const wish: Wish = { length: 'steady', mood: 1, only: ['compassion', 'growth'] }
    const { themes } = planWalk(known({ prompts: [thanks('compassion'), thanks('growth')] }), wish)
    expect(themes.map(it => it.prompts.length)).toEqual([0, 1])
  })

  it('is the hour, where it is known', () => {
    const prompts = [prompt({ needs: ['evening'] })]
    expect(ids({ prompts }, { hour: 9 })).toEqual([])
    expect(ids({ prompts }, { hour: 20 })).toEqual(['p'])
    expect(ids({ prompts })).toEqual(['p'])
  })

  it('is how long ago the season began, where there is one', () => {
    const prompts = [prompt({ angles: ['silver-lining'] })]
    const since = (fields: object) => ids({ prompts, ...settings(fields) }, { mood: 3 })
    expect(since({ season: 'loss', seasonStart: daysAgo(42) })).toEqual(['p'])
    expect(since({ season: 'loss', seasonStart: daysAgo(41) })).toEqual([])
    expect(since({ season: 'loss', seasonStart: '' })).toEqual([])
    expect(since({ season: 'none', seasonStart: daysAgo(400) })).toEqual([])
  })

  it('is that a prompt was muted, and not that something else of its name was', () => {
    const mute = (what: 'prompt' | 'tag') =>
      ({ ...firstRevision(stampAt()), kind: 'mute', what, value: 'steady' }) as const
    expect(ids({ mutes: [mute('prompt')] }, { mood: 4 })).toEqual(['deep'])
    expect(ids({ mutes: [mute('tag')] }, { mood: 4 })).toEqual(['deep', 'steady'])
  })

  it('comes with the note for safety and the second question, where there are such', () => {
    const all = planned({}, { mood: 4 })
    const base = { text: 'p?', why: 'why', restsOn: 'rest', reason: expect.any(String) }
    expect(all.find(({ id }) => id === 'deep')).toEqual({
      ...{ ...base, id: 'deep', note: 'Stop when it is too much.', deeper: 'And?', deep: true },
    })
    expect(all.find(({ id }) => id === 'steady')).toStrictEqual({
      ...base,
      id: 'steady',
      deep: false,
    })
  })
})

describe('a question of a pack', () => {
  const planned = (
    fields: Partial<OwnPrompt> = {},
    more: Partial<KnownSoFar> = {},
    wish: Partial<Wish> = {},
  ) => {
    const packed = { theme: 'growth', text: 'Which stone?', pack: 'river', slug: 'stone' } as const
    return planWalk(
      known({ prompts: [], ownPrompts: [ownOf({ ...packed, ...fields })], ...more }),
      {
        ...{ length: 'steady', only: ['growth'], mood: 3 },
        ...wish,
      },
    ).themes[0]?.prompts
  }

  it('is called by its pack, says where it is from, and is not taken for one of their own', () => {
    expect(planned()).toStrictEqual([
      {
        ...{ id: 'river-stone', text: 'Which stone?', deep: false },
        ...{ why: 'Its pack does not say.', restsOn: 'The pack river' },
        reason: expect.not.stringContaining('you added it yourself'),
      },
    ])
    const value = 'river-stone'
    const mute = { ...firstRevision(stampAt()), kind: 'mute', what: 'prompt', value } as const
    expect(planned({}, { mutes: [mute] })).toEqual([])
  })

  it('comes with its line for safety, its second question and its why', () => {
    const said = { note: 'Stop when it is too much.', deeper: 'And after?', why: 'Stones stay.' }
    expect(planned(said)?.[0]).toMatchObject(said)
  })

  it('is asked of nobody it was not written for', () => {
    const forLoss = { situations: ['loss'] }
    expect(planned(forLoss, settings({ season: 'loss' }))).toHaveLength(1)
    expect(planned(forLoss, settings({ season: 'break-up' }))).toEqual([])
    expect(planned(forLoss)).toEqual([])
  })

  it('keeps to what it says of the day: how deep it is, of which kind, and what it needs', () => {
    const low = (fields: Partial<OwnPrompt>) => planned(fields, {}, { mood: 1 })?.length
    expect(low({})).toBe(1)
    expect(low({ depth: 'deep' })).toBe(0)
    expect(low({ angles: ['silver-lining'] })).toBe(0)
    expect(low({ needs: ['lighter-day'] })).toBe(0)
  })

  it('is kept from nobody by words that this hearten does not know', () => {
    const newer = { situations: ['eclipse'], angles: ['sideways'], needs: ['full-moon'] }
    expect(planned(newer)).toHaveLength(1)
  })

  it('speaks to a feeling that it names', () => {
    const reason = (feelings?: string[]) =>
      planned(feelings && { feelings }, {}, { feelings: ['tired'] })?.[0]?.reason
    expect(reason(['tired'])).toContain('you named the word "tired" today')
    expect(reason()).not.toContain('tired')
  })
})
