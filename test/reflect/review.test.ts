import { describe, expect, it } from 'vitest'
import { asDay, type Day } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import type { MonthsAtHand } from '../../src/journal/months-at-hand.ts'
import { type Period, rangePeriod } from '../../src/journal/period.ts'
import { nameKey } from '../../src/journal/person.ts'
import type { MonthGist } from '../../src/reflect/month-gist.ts'
import type { Review } from '../../src/reflect/review.ts'
import { reviewOf } from '../../src/reflect/review.ts'
import { generatorFrom } from '../../src/reflect/statistics/generator.ts'
import { aCircle, aMute, anEntry, aPerson, daysFrom, someJournal } from '../helpers/builders.ts'
import { lookAt, reviewOfAll, type WholeReview } from '../helpers/look-at.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')
const november: Period = {
  from: asDay('2026-11-01'),
  to: asDay('2026-11-30'),
  name: 'month',
  label: 'November 2026',
}
const settings = { words: true, resurface: false, seasonStart: '', hardDates: [] }

const review = (journal: readonly Entry[], more: Partial<WholeReview> = {}): Review =>
  reviewOfAll({ journal, period: november, today, circle: aCircle(), mutes: [], settings, ...more })

/** Every string anywhere in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(stringsIn)
}

describe('counts', () => {
  it('agree with a plain recount, whatever the journal holds', () => {
    fc.assert(
      fc.property(someJournal, journal => {
        const found = review(journal)
        const days = new Set<string>()
        const lifetime = new Set<string>()
        const moods: Record<string, number[]> = Object.create(null)
        const feelings: Record<string, Set<string>> = Object.create(null)
        const tags: Record<string, number> = Object.create(null)
        const themes = { compassion: 0, shared: 0, support: 0, accountability: 0, growth: 0 }
        let [entries, made, answered, meetings, later, tools] = [0, 0, 0, 0, 0, 0]
        for (const entry of journal) {
          const sealed = entry.kind === 'letter' ? entry.details.sealedUntil : undefined
          if (sealed !== undefined && sealed > '2026-11-22') continue
          if (entry.day > '2026-11-22') {
            if (entry.day <= '2026-11-30') later += 1
            continue
          }
          lifetime.add(entry.day)
          if (entry.day < '2026-11-01') continue
          entries += 1
          days.add(entry.day)
          if (entry.mood) moods[entry.day] = [...(moods[entry.day] ?? []), entry.mood]
          if (!entry.private) {
            for (const word of entry.feelings ?? []) {
              const key = word.normalize('NFC').toLowerCase().replace(/ +/g, ' ')
              feelings[key] = (feelings[key] ?? new Set()).add(entry.day)
            }
            for (const tag of entry.tags) {
              const key = tag.normalize('NFC').toLowerCase()
              tags[key] = (tags[key] ?? 0) + 1
            }
            if (entry.kind === 'coping') tools += 1
          }
          let theme = entry.theme
          if (!theme && entry.kind === 'meeting') theme = 'shared'
          if (!theme && entry.kind === 'reachout') theme = 'support'
          if (!theme && entry.kind === 'promise') theme = 'accountability'
          if (!theme && entry.kind === 'coping') theme = 'growth'
          if (theme) themes[theme] += 1
          if (entry.kind === 'meeting') meetings += 1
          if (entry.kind === 'reachout') {
            const { direction, answered: came, actual } = entry.details
            if (direction === 'offered' || direction === 'received') continue
            made += 1
            if (came === true || (came === undefined && actual !== undefined)) answered += 1
          }
        }
        const first = [...lifetime].sort()[0] ?? ''
        const startsWithin = first.startsWith('2026-11')
        expect(found.presence).toEqual({
          on: [...days].sort(),
          days: days.size,
          of: startsWithin ? 23 - Number(first.slice(8)) : 22,
          lifetime: lifetime.size,
          entries,
        })
        expect(found.later).toBe(later)
        const dayMoods = Object.entries(moods).map(([day, all]) => {
          let sum = 0
          for (const mood of all) sum += mood
          return [day, sum / all.length, all.length]
        })
        expect(found.mood.days.map(d => [d.day, d.value, d.ratings])).toEqual(dayMoods.sort())
        const counts = (list: readonly { name: string; count: number }[]) =>
          list
            .map(
              ({ name, count }) =>
                `${name.normalize('NFC').toLowerCase().replace(/ +/g, ' ')} ${count}`,
            )
            .sort()
        expect(counts(found.themes.compassion.feelings)).toEqual(
          Object.entries(feelings)
            .map(([word, on]) => `${word} ${on.size}`)
            .sort(),
        )
        expect(found.tags.distinct).toBe(Object.keys(tags).length)
        for (const { name, count } of found.tags.most)
          expect(count).toBe(tags[name.normalize('NFC').toLowerCase()])
        for (const [id, count] of Object.entries(themes))
          expect(found.themes[id as keyof typeof themes].count, id).toBe(count)
        expect(found.themes.support.reachedOut).toEqual({ count: answered, of: made })
        expect(found.themes.shared.meetings.count).toBe(meetings)
        const uses = [...found.toolkit.weighed.flatMap(group => group.tools), ...found.toolkit.few]
        expect(uses.reduce((sum, tool) => sum + tool.uses, 0)).toBe(tools)
      }),
    )
  })

  it('agree for promises: as they stand at the end of the period', () => {
    fc.assert(
      fc.property(someJournal, journal => {
        const { promises } = review(journal).themes.accountability
        const outcomes: Record<string, number> = {}
        let total = 0
        for (const entry of journal) {
          if (entry.kind !== 'promise' || entry.day > '2026-11-22') continue
          let stands = 'waiting'
          let touched = entry.day >= '2026-11-01'
          for (const step of entry.details.steps ?? []) {
            if (step.on > '2026-11-22') continue
            stands = step.outcome
            if (step.on >= '2026-11-01') touched = true
          }
          if (!touched) continue
          total += 1
          outcomes[stands] = (outcomes[stands] ?? 0) + 1
        }
        expect(promises.total).toBe(total)
        for (const [outcome, count] of Object.entries(promises.outcomes))
          expect(count, outcome).toBe(outcomes[outcome] ?? 0)
      }),
    )
  })

  it('count a person once an entry, however the name is written', () => {
    const entries = [
      anEntry({ people: ['Ana', 'ÁNA'] }),
      anEntry({ people: ['ana'] }),
      anEntry({ people: ['Annie'] }),
      anEntry({ people: ['Jürgen'] }),
      anEntry({ people: ['JURGEN'] }),
    ]
    const circle = aCircle(aPerson('Ana', 'close', ['Annie']))
    expect(review(entries, { circle }).themes.support.named).toEqual([
      { name: 'Ana', count: 3 },
      { name: 'Jürgen', count: 2 },
    ])
  })

  it('take 10,000 tags and names of object fields for what they are', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `t${n}`)
    const entries = [
      anEntry({ tags: many }),
      anEntry({ tags: ['__proto__', 'constructor'] }),
      anEntry({ tags: ['__proto__'], people: ['constructor'], feelings: ['__proto__'] }),
    ]
    const { tags, themes } = review(entries)
    expect(tags.distinct).toBe(10_002)
    expect(tags.most[0]).toEqual({ name: '__proto__', count: 2 })
    expect(themes.support.named).toEqual([{ name: 'constructor', count: 1 }])
    expect(themes.compassion.feelings).toEqual([{ name: '__proto__', count: 1 }])
  })
})

describe('the same page', () => {
  it('comes of the same journal, byte for byte', () => {
    fc.assert(
      fc.property(someJournal, journal => {
        const again = structuredClone(journal)
        expect(JSON.stringify(review(again))).toBe(JSON.stringify(review(journal)))
      }),
    )
  })

  it('comes of an empty journal, one entry, and check-ins only', () => {
    const empty = review([])
    expect(empty.presence).toEqual({ on: [], days: 0, of: 22, lifetime: 0, entries: 0 })
    expect(empty.mood.trend).toMatchObject({ state: 'points', rated: 0 })
    expect(empty.connection).toBeUndefined()
    expect(review([anEntry()]).presence.days).toBe(1)
    const checkins = daysFrom('2026-11-01', 22).map(day =>
      anEntry({ kind: 'checkin', day, mood: 3 }),
    )
    expect(review(checkins).mood.trend).toMatchObject({ state: 'slope', words: 'steady' })
  })

  it('counts the days of a period that is over, or yet to come, whole or not at all', () => {
    const october = rangePeriod(asDay('2026-10-01'), asDay('2026-10-31'))
    const december = rangePeriod(asDay('2026-12-01'), asDay('2026-12-31'))
    expect(review([], { period: october }).presence.of).toBe(31)
    expect(review([], { period: december }).presence.of).toBe(0)
  })
})

describe('discretion', () => {
  it('never shows a word, name or tag of a private entry or a sealed letter', () => {
    const secret = {
      ...{ text: 'Secret words here.', tags: ['secret'], people: ['Secret'] },
      ...{ feelings: ['secret'], starred: true as const },
    }
    const journal = [
      anEntry({ ...secret, private: true, mood: 2 }),
      anEntry({ ...secret, kind: 'coping', private: true, details: { tool: 'Secret' } }),
      anEntry({
        ...{ ...secret, kind: 'promise' as const, private: true as const },
        details: {
          witness: ['Secret'],
          steps: [{ on: today, outcome: 'done', helped: 'secret', obstacle: 'secret' }],
        },
      }),
      anEntry({ ...secret, kind: 'meeting', private: true, details: { name: 'Secret' } }),
      anEntry({ ...secret, kind: 'letter', details: { sealedUntil: asDay('2027-01-01') } }),
      anEntry({
        ...{ ...secret, kind: 'reflection' as const, theme: 'growth' as const },
        ...{ private: true as const, details: { insight: 'secret', understoodBy: ['Secret'] } },
      }),
    ]
    const found = review(journal)
    expect(stringsIn(found).filter(text => /secret/i.test(text))).toEqual([])
    expect(found.mood.days).toHaveLength(1)
    expect(found.themes.accountability.promises.outcomes.done).toBe(1)
  })

  it('quotes nothing that is muted or names someone muted', () => {
    const journal = [
      anEntry({ text: 'Tom rang at noon again.', starred: true }),
      anEntry({ text: 'We walked by the river.', people: ['tom'], starred: true }),
      anEntry({ text: 'The hearing was long today.', tags: ['court'], starred: true }),
      anEntry({ text: 'A bad anniversary this was.', day: '2026-11-09', starred: true }),
      anEntry({ id: 'one', text: 'This single page is closed.', starred: true }),
      anEntry({ text: 'The tomatoes are ripe now.', starred: true }),
    ]
    const mutes = [
      aMute('person', 'Thomas'),
      aMute('tag', 'Court'),
      aMute('period', '2026-11-08/2026-11-10'),
      aMute('entry', 'one'),
    ]
    const circle = aCircle(aPerson('Thomas', 'close', ['Tom']))
    const found = review(journal, { mutes, circle })
    expect(found.starred.map(quote => quote.text)).toEqual(['The tomatoes are ripe now.'])
    expect(found.themes.support.named).toEqual([])
    expect(found.tags.most).toEqual([])
  })

  it('invites to nobody who is away, muted, answered badly, in sight, or barely known', () => {
    const long = '2026-09-01'
    const reachout = (name: string, details: object = {}, day = long) =>
      anEntry({ kind: 'reachout', day, people: [name], details })
    const away = ['estranged', 'unsafe', 'died', 'paused'] as const
    const journal = [
      ...away.flatMap(status => [reachout(status), reachout(status)]),
      ...[reachout('Mute'), reachout('Cold', { expected: 3, actual: 1 })],
      ...[reachout('Once'), reachout('Near'), reachout('Neighbour'), reachout('Secretly')],
      anEntry({ day: '2026-11-20', people: ['near'] }),
      anEntry({ day: '2026-11-20', people: ['Secretly'], private: true }),
    ]
    const circle = aCircle(
      ...away.map(status => aPerson(status, status)),
      ...['Mute', 'Cold', 'Near', 'Neighbour', 'Secretly', 'Never'].map(name => aPerson(name)),
    )
    const found = review(journal, { circle, mutes: [aMute('person', 'mute')] })
    expect(found.quiet).toEqual(['Neighbour'])
    const october = rangePeriod(asDay('2026-10-01'), asDay('2026-10-31'))
    expect(review(journal, { circle, period: october }).quiet).toEqual([])
  })
})

describe('pages of other days', () => {
  const then = anEntry({
    ...{ day: '2025-11-22', text: 'I cannot do this alone.', starred: true as const },
  })
  const now = anEntry({ day: '2026-11-20', text: 'I asked, and it was fine.', starred: true })
  const asked = { ...settings, resurface: true }

  it('stay closed until asked for', () => {
    expect(review([then, now]).thenAndNow).toBeUndefined()
    expect(review([then, now]).onThisDay).toEqual([])
  })

  it('come once asked for', () => {
    const found = review([then, now], { settings: asked })
    expect(found.thenAndNow?.then.text).toBe('I cannot do this alone.')
    expect(found.thenAndNow?.now.text).toBe('I asked, and it was fine.')
    expect(found.onThisDay.map(quote => quote.id)).toEqual([then.id])
  })

  it.each([
    ['a private page', [{ ...then, private: true as const }, now], asked, []],
    ['someone who died', [{ ...then, text: 'Joan was here with me then.' }, now], asked, []],
    ['a hard date', [then, now], { ...asked, hardDates: ['11-22'] }, []],
    ['the first weeks of a season', [then, now], { ...asked, seasonStart: '2025-11-01' }, []],
    ['a muted page', [then, now], asked, [aMute('entry', then.id)]],
  ])('leave out %s', (_, journal, settings, mutes) => {
    const circle = aCircle(aPerson('Joan', 'died'))
    const found = review(journal, { settings, mutes, circle })
    expect(found.thenAndNow).toBeUndefined()
    expect(found.onThisDay).toEqual([])
  })
})

describe('a review whose words come later, as the store gives them', () => {
  /** A text is blank until it was asked for, and all is asked again; pieces that lacked nothing stay. */
  function bySteps(journal: readonly Entry[]): Review {
    const wanted = new Set<string>()
    const given = new Set<string>()
    const entries = journal.map(entry => ({
      ...entry,
      get text() {
        if (!given.has(entry.id)) wanted.add(entry.id)
        return given.has(entry.id) ? entry.text : ''
      },
    }))
    const pieces = new Map<string, unknown>()
    const months: MonthsAtHand<MonthGist> = {
      ...lookAt(journal, known),
      entries: (from = '', to = '~') => entries.filter(({ day }) => day >= from && day <= to),
      once<T>(piece: string, find: () => T): T {
        if (pieces.has(piece)) return pieces.get(piece) as T
        const found = find()
        if (wanted.size === 0) pieces.set(piece, found)
        return found
      },
    }
    for (;;) {
      const found = reviewOf({ ...known, settings, period: november, journal: months })
      if (wanted.size === 0) return found
      for (const id of wanted) given.add(id)
      wanted.clear()
    }
  }
  const known = { today, circle: aCircle(), mutes: [] }
  const line = 'She had been there too, years ago.'
  const inSession = (kind: 'reflection' | 'meeting', other: string) => [
    anEntry(
      kind === 'meeting'
        ? { kind, text: line, session: 's1', details: {} }
        : { kind, theme: 'shared', text: line, session: 's1', details: { lessAlone: 5 } },
    ),
    // Private: nobody asks for its words but who looks whether the session is heavy.
    anEntry({ text: other, session: 's1', private: true }),
  ]

  it.each(['reflection', 'meeting'] as const)('is the same as of words at hand: a %s', kind => {
    const calm = inSession(kind, 'Soup with Ana.')
    expect(JSON.stringify(bySteps(calm))).toContain(line)
    expect(bySteps(calm)).toEqual(review(calm))
    // Nothing of a session is read back in which another page called for help.
    const calling = inSession(kind, 'I want to die.')
    expect(JSON.stringify(bySteps(calling))).not.toContain(line)
    expect(bySteps(calling)).toEqual(review(calling))
  })
})

describe('own words', () => {
  const ownWords = (...journal: Entry[]) => review(journal).ownWords.map(({ text }) => text)

  it('come from all of a period that holds only notes, oldest first', () => {
    const notes = daysFrom('2026-11-01', 20).map((day, n) => anEntry({ day, text: `Page ${n}.` }))
    expect(ownWords(...notes)).toEqual(['Page 4.', 'Page 9.', 'Page 14.', 'Page 19.'])
    expect(ownWords(...notes.slice(0, 2))).toEqual(['Page 0.', 'Page 1.'])
    expect(review(notes).ownWords).toEqual(review(notes).ownWords)
  })

  it('come from each stretch of what has words, however much has none', () => {
    const days = daysFrom('2026-11-01', 20)
    const text = (n: number) => (n < 4 ? `Page ${n}.` : n % 2 === 0 ? '' : '  ')
    const journal = days.map((day, n) => anEntry({ day, text: text(n) }))
    expect(ownWords(...journal)).toEqual(['Page 0.', 'Page 1.', 'Page 2.', 'Page 3.'])
  })

  it('leave out what is private, muted, belongs to a theme, or is a letter', () => {
    const hidden = [
      anEntry({ text: 'Private.', private: true }),
      anEntry({ text: 'Muted.', tags: ['work'] }),
      anEntry({ text: 'Of a theme.', theme: 'growth' }),
      anEntry({ kind: 'letter', text: 'A letter.', details: { unsent: true } }),
    ]
    const found = review([...hidden, anEntry({ kind: 'checkin', text: 'A line.' })], {
      mutes: [aMute('tag', 'work')],
    })
    expect(found.ownWords.map(({ text }) => text)).toEqual(['A line.'])
  })

  it('leave out a line that would call for help', () => {
    expect(ownWords(anEntry({ text: 'I want to die.' }), anEntry({ text: 'Soup.' }))).toEqual([
      'Soup.',
    ])
  })
})

it('keeps the words of a period to those used more than elsewhere, and can be told not to look', () => {
  const rest = daysFrom('2026-09-01', 40).map(day =>
    anEntry({ day, text: 'Rain and coffee, office then supper quietly with bread and soup.' }),
  )
  const here = daysFrom('2026-11-01', 12).map(day =>
    anEntry({ day, text: 'The interview, an interview, and coffee. 面试 面试 面试' }),
  )
  expect(review([...rest, ...here]).words.map(({ word }) => word)).toEqual(['interview'])
  expect(review(here).words).toEqual([])
  expect(review([...rest, ...here], { settings: { ...settings, words: false } }).words).toEqual([])
})

it('names no word that one or two long pages use, nor any of a month drawn by lot', () => {
  const rest = daysFrom('2026-09-01', 60).map(day =>
    anEntry({ day, text: 'Rain and coffee, office then supper quietly with bread and soup.' }),
  )
  const page = (day: string) => anEntry({ day, text: 'harbour '.repeat(30) })
  expect(review([...rest, page('2026-11-02'), page('2026-11-03')]).words).toEqual([])
  const named = review([...rest, ...daysFrom('2026-11-02', 8).map(page)]).words
  expect(named.map(({ word }) => word)).toEqual(['harbour'])

  const next = generatorFrom(5)
  const lot = (days: readonly Day[]) =>
    days.map(day => {
      const words = Array.from(
        { length: 60 },
        () => `w${'abcdefghij'[Math.floor(10 * next() ** 2)]}`,
      )
      // Whole days keep to one word, so that words come in lumps.
      return anEntry({ day, text: next() < 0.3 ? `${words[0]} `.repeat(40) : words.join(' ') })
    })
  const journals = Array.from({ length: 40 }, () =>
    lot([...daysFrom('2026-08-01', 60), ...daysFrom('2026-11-01', 20)]),
  )
  expect(journals.filter(journal => review(journal).words.length > 0).length).toBeLessThan(5)
})

it('has the key of a name that is only marks, and of nobody', () => {
  expect(nameKey('')).toBe('')
  expect(review([anEntry({ people: ['', '  '] })]).themes.support.named).toEqual([])
})

describe('what of a journal a review counts', () => {
  const ids = (quotes: readonly { readonly id: string }[]) => quotes.map(({ id }) => id)

  it('begins with the period, or with the journal where that began later', () => {
    const since = (...days: string[]) => review(days.map(day => anEntry({ day }))).since
    expect(since('2026-11-09', '2026-11-12')).toBe('2026-11-09')
    expect(since('2026-10-09', '2026-11-12')).toBe('2026-11-01')
    expect(since()).toBe('2026-11-01')
    expect(review([anEntry({ day: '2026-11-09' })]).presence.of).toBe(14)
  })

  it('ends today, or with a period that is over', () => {
    expect(review([]).until).toBe('2026-11-22')
    const october = rangePeriod(asDay('2026-10-01'), asDay('2026-10-31'))
    expect(review([], { period: october }).until).toBe('2026-10-31')
    const days = ['2026-10-31', '2026-11-01'].map(day => anEntry({ day }))
    expect(review(days, { period: october }).presence.on).toEqual(['2026-10-31'])
  })

  it('counts each theme by its entries', () => {
    const { themes } = review([
      ...[anEntry({ kind: 'meeting' }), anEntry({ theme: 'shared' })],
      ...[anEntry({ theme: 'growth' }), anEntry()],
    ])
    expect(Object.values(themes).map(({ count }) => count)).toEqual([0, 2, 0, 0, 1])
  })

  it('stars only lines that the person starred, oldest first', () => {
    const starred = ['2026-11-03', '2026-11-08'].map(day =>
      anEntry({ day, text: `Starred on ${day}.`, starred: true }),
    )
    const plain = anEntry({ day: '2026-11-05', text: 'Not starred.' })
    expect(ids(review([...starred, plain]).starred)).toEqual(ids(starred))
    expect(review([plain]).starred).toEqual([])
    expect(review([anEntry({ starred: true })]).starred).toEqual([]) // a star, and no words
  })

  it('has what was answered about connection, where anything was', () => {
    const answer = anEntry({ kind: 'checkin', details: { connection: { known: 4 } } })
    expect(review([answer]).connection?.items).toEqual([
      { id: 'known', n: 1, median: 4, low: 4, high: 4 },
    ])
    expect(review([anEntry()])).not.toHaveProperty('connection')
  })

  it('has the twelve commonest tags, and says how many there were', () => {
    const tags = [...'abcdefghijklmn']
    const { distinct, most } = review([anEntry({ tags }), anEntry({ tags: ['n'] })]).tags
    expect(distinct).toBe(14)
    expect(most.map(({ name }) => name).join('')).toBe('nabcdefghijk')
  })

  it('shows no tag or tool that calls for help', () => {
    const tool = (tool: string) => anEntry({ kind: 'coping', details: { tool } })
    const found = review([
      anEntry({ tags: ['want-to-die', 'I want to die', 'work'] }),
      ...[tool('I want to die'), tool('tea')],
    ])
    expect(found.tags.most.map(({ name }) => name)).not.toContain('I want to die')
    expect(found.toolkit.few.map(({ name }) => name)).toEqual(['tea'])
  })

  it('has a page for a single day alone', () => {
    const day = rangePeriod(today, today)
    expect(review([anEntry({ text: 'Today.' })], { period: day }).day?.words).toHaveLength(1)
    expect(review([anEntry()])).not.toHaveProperty('day')
  })
})

describe('people who are quiet', () => {
  const people = ['Ana', 'Bo', 'Cy']
  const circle = aCircle(...people.map(name => aPerson(name)))
  const then = anEntry({ day: '2026-09-01', people })
  const quiet = (journal: readonly Entry[], more: Partial<WholeReview> = {}) =>
    review(journal, { circle, ...more }).quiet

  it('are two at most', () => {
    expect(quiet([then, anEntry()])).toEqual(['Ana', 'Bo'])
  })

  it('are not thought of where nothing was written, nor on the page of one day', () => {
    expect(quiet([then])).toEqual([])
    const day = { from: today, to: today, name: 'day', label: 'Today' } as const
    expect(quiet([then, anEntry()], { period: day })).toEqual([])
  })
})

it('has no sentence of their own in it when asked to leave them out, and the same numbers', () => {
  const sentence = 'The kettle sang by the window.'
  const themes = ['compassion', 'shared', 'support', 'accountability', 'growth'] as const
  const journal = [
    anEntry({ day: '2025-11-22', text: sentence, starred: true }),
    anEntry({ text: sentence, starred: true, mood: 3, people: ['Ana'], tags: ['work'] }),
    anEntry({ kind: 'meeting', text: sentence, details: {} }),
    ...themes.map(theme =>
      anEntry({
        ...{ kind: 'reflection', theme, text: sentence },
        details: { insight: sentence, lessAlone: 5 },
      }),
    ),
  ]
  const asked = { ...settings, resurface: true }
  const spoken = review(journal, { settings: asked })
  const silent = review(journal, { settings: { ...asked, ownWords: false } })
  expect(stringsIn(spoken)).toContain(sentence)
  expect(stringsIn(silent)).not.toContain(sentence)
  expect(silent.presence).toEqual(spoken.presence)
  expect(silent.mood).toEqual(spoken.mood)
  expect(silent.tags).toEqual(spoken.tags)
  expect(silent.themes.support.named).toEqual(spoken.themes.support.named)
})
