import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import type { Period } from '../../src/journal/period.ts'
import { heaviness, isLowDay, sessionsIn } from '../../src/reflect/heavy.ts'
import { aCircle, anEntry } from '../helpers/builders.ts'
import { reviewOfAll } from '../helpers/look-at.ts'

const today = asDay('2026-11-22')
const november: Period = {
  from: asDay('2026-11-01'),
  to: asDay('2026-11-30'),
  name: 'month',
  label: 'November 2026',
}
const settings = { words: false, resurface: true, seasonStart: '', hardDates: [] }

/** All that a review would read back, as one text. */
const readBack = (journal: readonly Entry[]): string =>
  JSON.stringify(
    reviewOfAll({ journal, period: november, today, circle: aCircle(), mutes: [], settings }),
  )

const line = 'The kettle sang and I sat by the window for an hour.'
const call = 'Honestly, I want to die.'
const day = asDay('2026-11-10')
const session = 's-heavy'

/** One entry for every place of a review that quotes. */
const places: readonly (readonly [string, Entry])[] = [
  ['own words', anEntry({ day, text: line })],
  ['own words, of a check-in', anEntry({ kind: 'checkin', day, text: line, details: {} })],
  ...(['compassion', 'shared', 'support', 'accountability', 'growth'] as const).map(
    theme =>
      [
        `the page of ${theme}`,
        anEntry({ kind: 'reflection', theme, day, text: line, details: {} }),
      ] as const,
  ),
  [
    'not alone',
    anEntry({
      ...{ kind: 'reflection', theme: 'shared', day, text: line },
      details: { lessAlone: 5, source: 'group' },
    }),
  ],
  ['meetings', anEntry({ kind: 'meeting', theme: 'shared', day, text: line, details: {} })],
  ['this day in other years', anEntry({ day: asDay('2024-11-22'), text: line })],
]

describe.each(places)('what a review reads back: %s', (_, entry) => {
  it('is there on an ordinary day', () => {
    expect(readBack([entry])).toContain(line)
  })

  it.each([
    ['written at very low mood', [{ ...entry, mood: 1 as const }]],
    [
      'of a session that was left very low',
      [
        { ...entry, session },
        anEntry({
          kind: 'checkin',
          day: entry.day,
          session,
          mood: 1,
          details: { moment: 'leave' },
        }),
      ],
    ],
    [
      'of a session in which something else called for help',
      [{ ...entry, session }, anEntry({ day: entry.day, session, text: call })],
    ],
    ['on a page that goes on to call for help', [{ ...entry, text: `${line} ${call}` }]],
  ])('is not there when %s', (_, journal) => {
    expect(readBack(journal)).not.toContain(line)
  })

  it('is there all the same once it was starred', () => {
    const starred = { ...entry, mood: 1 as const, starred: true as const }
    expect(readBack([starred])).toContain(line)
  })

  it('never is a line that calls for help, starred or not', () => {
    expect(readBack([{ ...entry, text: call, starred: true as const }])).not.toContain(call)
  })
})

describe('what was chosen', () => {
  const insight = (text: string) =>
    anEntry({
      ...{ kind: 'reflection', theme: 'growth', day, text: 'Long.', mood: 1 },
      details: { insight: text },
    })
  it('as an insight stays, also of a very low evening', () => {
    expect(readBack([insight(line)])).toContain(line)
  })
  it('as an insight does not, when it calls for help', () => {
    expect(readBack([insight(call)])).not.toContain(call)
  })
  it.each([
    ['the step of a promise', { text: call, details: {} }],
    [
      'what helped',
      { text: line, details: { steps: [{ on: day, outcome: 'done', helped: call }] } },
    ],
    [
      'what got in the way',
      { text: line, details: { steps: [{ on: day, outcome: 'not-yet', obstacle: call }] } },
    ],
  ] as const)('%s is not read back when it calls for help', (_, promise) => {
    expect(readBack([anEntry({ kind: 'promise', day, ...promise })])).not.toContain(call)
  })
})

describe('a low day', () => {
  const then = anEntry({ day: asDay('2025-11-22'), text: line, starred: true })
  const rated = (mood: 1 | 2 | 3) => anEntry({ kind: 'checkin', day: today, mood, details: {} })

  it.each([1, 2] as const)('brings up no page of another day: mood %i', mood => {
    expect(readBack([then, rated(mood)])).not.toContain(line)
  })
  it('is over when the mood is better again', () => {
    expect(readBack([then, rated(2), rated(3)])).toContain(line)
  })
})

describe('what is heavy', () => {
  const low = anEntry({ mood: 1 })
  const at = (session: string, fields = {}) => anEntry({ session, ...fields })

  it('is a page at the lowest mood, or one that calls for help, and no other', () => {
    const isHeavy = heaviness(sessionsIn([]))
    expect(isHeavy(low)).toBe(true)
    expect(isHeavy(anEntry({ text: call }))).toBe(true)
    expect(isHeavy(anEntry({ mood: 2, text: line }))).toBe(false)
    expect(isHeavy(anEntry())).toBe(false)
  })

  it('is every page of a session with one such page, and no page beside it', () => {
    const [first, second, third] = [at('a'), at('a', { mood: 1 }), at('a', { text: line })]
    const [other, alone] = [at('b', { text: line }), anEntry({ text: line })]
    const isHeavy = heaviness(sessionsIn([first, other, second, alone, low, third]))
    expect([first, second, third].map(isHeavy)).toEqual([true, true, true])
    expect([other, alone].map(isHeavy)).toEqual([false, false])
    expect([third, alone, first].map(isHeavy)).toEqual([true, false, true])
  })

  it('is told of a page by itself, where nothing else of its session is known', () => {
    const isHeavy = heaviness(sessionsIn([low]))
    expect(isHeavy(at('a', { mood: 1 }))).toBe(true)
    expect(isHeavy(at('b', { text: call }))).toBe(true)
    expect(isHeavy(at('c', { text: line }))).toBe(false)
  })

  it('reads the words of a session once, however often and of whichever page it is asked', () => {
    let reads = 0
    const watched = Object.defineProperty(at('a'), 'text', {
      get: () => {
        reads += 1
        return line
      },
    })
    const others = [at('a'), at('a')]
    const isHeavy = heaviness(sessionsIn([watched, ...others]))
    expect(reads).toBe(0)
    isHeavy(watched)
    const once = reads
    expect(once).toBeGreaterThan(0)
    for (const entry of [watched, ...others, watched]) isHeavy(entry)
    expect(reads).toBe(once)
  })
})

it.each([
  [[], false],
  [[undefined], false],
  [[1], true],
  [[2], true],
  [[3], false],
  [[1, 3], false],
  [[4, 2], true],
  [[4, 2, undefined], true],
] as const)('takes a day of moods %j for low: %s', (moods, is) => {
  const day = moods.map(mood => anEntry(mood === undefined ? {} : { mood }))
  expect(isLowDay(day)).toBe(is)
})
