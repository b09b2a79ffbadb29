import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { periodOf, rangePeriod } from '../../src/journal/period.ts'
import { noColours } from '../../src/render/colours.ts'
import type { Look } from '../../src/render/look.ts'
import { trendWords } from '../../src/render/review/opening.ts'
import { renderReview, renderReviewMarkdown } from '../../src/render/review.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { aCircle, anEntry, daysFrom, someJournal } from '../helpers/builders.ts'
import { reviewOfAll, type WholeReview } from '../helpers/look-at.ts'
import fc from '../helpers/properties.ts'
import { sampleJournal, samplePeople, sampleToday as today } from '../helpers/sample-journal.ts'

const look: Look = { width: 80, colours: noColours, plain: false, piped: false, today }
const plain: Look = { ...look, plain: true }
const settings = { words: true, resurface: false, seasonStart: '', hardDates: [] }

const reviewed = (journal: readonly Entry[], more: Partial<WholeReview> = {}) =>
  reviewOfAll({
    ...{
      journal,
      period: periodOf('month', { today }),
      today,
      circle: aCircle(),
      mutes: [],
      settings,
    },
    ...more,
  })

const sample = reviewed(sampleJournal(), { circle: aCircle(...samplePeople) })

describe('the page on the screen', () => {
  it('opens with what was present, then mood, then the themes in order', () => {
    const page = renderReview(sample, look)
    const order = [
      ...['November 2026', 'You were here on', 'Mood ', 'Compassionate Understanding'],
      ...['Shared Experiences', 'Emotional Support', 'Accountability and Motivation'],
      ...['Learning and Growth', 'The five themes', 'Connection', 'Words and tags'],
    ].map(words => page.indexOf(words))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(page).not.toMatch(/!|fail|miss|NaN|undefined|Infinity/)
  })

  it('says first what the time was like, with a line the person chose, and that line only once', () => {
    const journal = [
      ...daysFrom('2026-11-01', 6).map((day, n) =>
        anEntry({ day, mood: n === 0 ? 2 : 3, people: ['Ana'] }),
      ),
      ...daysFrom('2026-11-08', 5).map(day =>
        anEntry({ kind: 'coping', day, details: { tool: 'a walk', before: 2, after: 4 } }),
      ),
      anEntry({
        theme: 'growth',
        kind: 'reflection',
        text: 'I slept, and I asked.',
        starred: true,
      }),
    ]
    const [, first = ''] = renderReview(reviewed(journal), { ...look, width: 140 }).split('\n\n')
    expect(first).toContain('Mood was mostly in between, and down to low.')
    expect(first).toContain('Ana came up in your pages, and mood was higher after “a walk”.')
    expect(first).toContain('You kept this: “I slept, and I asked.”')
    expect(renderReview(reviewed(journal), look).split('I slept, and I asked.')).toHaveLength(2)
  })

  it.each([
    [[1, 3, 5], 'Mood was from very low to very good.'],
    [[2, 2, 4, 4, 3], 'Mood was from low to good.'],
    [[1, 1, 3, 4, 5], 'Mood was most often very low, and up to very good.'],
    [[1, 1, 1, 4, 5], 'Mood was mostly very low, and up to very good.'],
    [[2, 2, 4, 4], 'Mood was from low to good.'],
  ] as const)('says mostly only of more than half of the days: %j', (moods, said) => {
    const journal = daysFrom('2026-11-01', moods.length).map((day, n) =>
      anEntry({ day, mood: moods[n] ?? 3 }),
    )
    expect(renderReview(reviewed(journal), look)).toContain(said)
  })

  it('says how many others there are where not all are named, and felt most of no equals', () => {
    const names = ['Ana', 'Bo', 'Cem', 'Dana', 'Edo', 'Fay', 'Gil']
    const page = renderReview(
      reviewed([
        anEntry({ people: names, feelings: ['lonely', 'calm'] }),
        anEntry({ kind: 'reachout', people: names }),
      ]),
      { ...look, width: 200 },
    )
    expect(page).toContain('People in these pages: Ana 2, Bo 2, Cem 2, Dana 2, Edo 2, and 2 more.')
    expect(page).toContain('With: Ana 1, Bo 1, Cem 1, Dana 1, and 3 more.')
    expect(page).toContain('Felt: calm on 1 day, lonely 1.')
    const often = ['2026-11-21', '2026-11-22'].map(day => anEntry({ day, feelings: ['lonely'] }))
    const one = anEntry({ feelings: ['calm'] })
    expect(renderReview(reviewed([...often, one]), look)).toContain('Felt most: lonely on 2 days')
  })

  it('says one day of one day', () => {
    const page = renderReview(reviewed([anEntry({ mood: 3 })]), look)
    expect(page).toContain('Rated on 1 of 1 day.')
  })

  it('tells no average of one urge', () => {
    const urge = anEntry({ kind: 'urge', details: { strength: 7, strengthLater: 4 } })
    expect(renderReview(reviewed([urge]), look)).toContain(
      'Strength went from 7 to 4 of 10 (once).',
    )
  })

  it('does not say that a promise was kept where it was not', () => {
    const steps = [{ on: today, outcome: 'not-yet', helped: 'Ana asked' } as const]
    const page = renderReview(reviewed([anEntry({ kind: 'promise', details: { steps } })]), look)
    expect(page).toContain('“Ana asked” helped with a promise.')
  })

  it('leaves out every sentence of the person when asked, and keeps the numbers', () => {
    const without = reviewed(sampleJournal(), {
      circle: aCircle(...samplePeople),
      settings: { ...settings, ownWords: false, resurface: true },
    })
    expect(without.presence).toEqual(sample.presence)
    const sentences = sampleJournal().flatMap(({ text }) => (text.length > 12 ? text : []))
    const shown = JSON.stringify(without)
    expect(sentences.filter(text => shown.includes(text))).toEqual([])
    expect(sentences.some(text => JSON.stringify(sample).includes(text))).toBe(true)
    expect(without.words).toEqual([])
  })

  it('marks the headings of a long page so that a pager can jump to them, and of no short one', () => {
    const page = renderReview(sample, look)
    expect(page.split('\n').length).toBeGreaterThan(60)
    expect(page).toMatch(/^ {2}# Compassionate Understanding/m)
    expect(page).toContain('In a pager, /# and Enter')
    for (const how of [{ ...look, piped: true }, plain])
      expect(renderReview(sample, how)).not.toContain('# ')
    const short = renderReview(reviewed([anEntry({ text: 'We talked at last.' })]), look)
    expect(short).not.toContain('# ')
  })

  it('names no lowest of what was answered once or twice, and no mean of one answer', () => {
    const answers = (n: number) =>
      daysFrom('2026-11-01', n).map(day =>
        anEntry({
          kind: 'checkin',
          day,
          details: { connection: { understood: 1, known: 3, cared: 4, step: 3, learned: 3 } },
        }),
      )
    expect(renderReview(reviewed(answers(2)), look)).not.toContain('Lowest')
    expect(renderReview(reviewed(answers(3)), look)).toContain('Lowest: being understood.')
    const strength = { strengthBefore: 4, strengthAfter: 2 } as const
    const once = anEntry({ kind: 'reflection', theme: 'compassion', details: strength })
    expect(renderReview(reviewed([once]), look)).toContain('4 before writing, 2 after, once.')
  })

  it('gives back the words of a month without themes', () => {
    const page = renderReview(reviewed([anEntry({ text: 'We talked at last.' })]), look)
    expect(page).toContain('In your own words\n    22 November: “We talked at last.”')
  })

  it.each([20, 40, 60, 80, 100])('keeps within %i columns', width => {
    const lines = renderReview(sample, { ...look, width }).split('\n')
    expect(lines.filter(line => displayWidth(line) > width)).toEqual([])
  })

  it('shows every height of the mood line as a digit, too', () => {
    const days = daysFrom('2026-11-01', 5)
    const journal = days.map((day, n) => anEntry({ day, mood: (n + 1) as 1 | 2 | 3 | 4 | 5 }))
    const [blocks, digits] = renderReview(reviewed(journal), look)
      .split('\n')
      .filter(line => /▁|12345/.test(line))
    expect(blocks?.trim()).toBe('Mood    ▁▂▃▅▇')
    expect(digits?.trim()).toMatch(/^12345·*$/)
  })

  it('draws with letters and digits alone where there is nothing else', () => {
    expect(renderReview(sample, { ...look, ascii: true })).not.toMatch(/[▁▂▃▅▇█·]{2}/)
  })
})

describe('what may be said', () => {
  const mood = (count: number, value: (n: number) => number) =>
    daysFrom('2026-10-01', count).map((day, n) => anEntry({ day, mood: value(n) as 1 }))
  const page = (journal: Entry[]) =>
    renderReview(
      reviewed(journal, { period: periodOf('all', { today, first: asDay('2026-10-01') }) }),
      {
        ...look,
        width: 200,
      },
    )

  it.each([
    [
      'the count alone',
      mood(9, n => 2 + (n % 2)),
      'Not enough yet for a direction: 9 of 21 rated days.',
    ],
    ['mean and range', mood(14, n => 2 + (n % 2)), '2.5 on average, from 2 to 3. Not clear yet'],
    ['a direction', mood(50, n => 1 + Math.floor(n / 10)), 'Rising, by 2.'],
    ['steady', mood(50, n => 2 + (n % 2)), 'Steady: less than half a point a month either way.'],
  ])('is %s', (_, journal, words) => {
    expect(page(journal)).toContain(words)
  })

  it('is no range wider than all that ever came', () => {
    const slope = { state: 'slope', rated: 39, needed: 21, words: 'not clear yet' } as const
    const nights = { ...slope, mean: 5.7, low: 4.5, high: 7, slopePerMonth: 0.5 }
    const hours = { from: 0, to: 12 }
    expect(trendWords({ ...nights, interval: [-5, 6] }, hours)).toMatch(/which way it goes\.$/)
    expect(trendWords({ ...nights, interval: [-0.5, 1.5] }, hours)).toContain(
      'probably between 0.5 down and 1.5 up a month',
    )
  })

  it.each([
    ['a month that is over', periodOf('month', { today: asDay('2026-10-15') }), 14, '.'],
    [
      'a month that is over, of few days',
      periodOf('month', { today: asDay('2026-10-15') }),
      9,
      '.',
    ],
    ['two weeks', rangePeriod(asDay('2026-11-09'), today), 60, '.'],
    ['a month with days enough to come', periodOf('month', { today }), 48, '17 of the 21'],
    ['a month with too few to come', periodOf('month', { today }), 39, '.'],
  ])('promises no direction that cannot come: %s', (_, period, count, words) => {
    const shown = renderReview(
      reviewed(
        mood(count, n => 2 + (n % 2)),
        { period },
      ),
      {
        ...look,
        width: 200,
      },
    )
    expect(shown).toMatch(/Rated on \d+ of \d+ days/)
    if (words === '.') expect(shown).not.toMatch(/yet|needed|of 21/)
    else expect(shown).toContain(words)
  })

  it('is how sure a share of promises is, from eight on', () => {
    const promises = (n: number) =>
      Array.from({ length: n }, (_, i) =>
        anEntry({
          kind: 'promise',
          text: 'walk',
          details: { steps: [{ on: today, outcome: i % 2 ? 'done' : 'partly' }] },
        }),
      )
    const oneKnown = promises(8).map((entry, i) =>
      entry.kind === 'promise' && i === 1
        ? { ...entry, details: { ...entry.details, witness: ['Ana'] } }
        : entry,
    )
    // Counts only: of the one that somebody knew of there is no share.
    expect(page(oneKnown)).toContain('Someone knew of 1 of those.')
    expect(page(oneKnown)).not.toMatch(/1 of 1|3 of 7/)
    expect(page(promises(7))).not.toMatch(/\d of \d|%|[Oo]f the \d/)
    expect(page(promises(8))).toContain('Of the 8 you tried, 4 got done. Over time, it is probably')
    expect(page(promises(8))).toContain('between 2 and 8 of 10.')
  })
})

describe('read aloud', () => {
  it('has no chart, column or colour in it, and ends its lines like sentences', () => {
    const text = renderReview(sample, plain)
    expect(text).not.toMatch(/[▁▂▃▅▇█→·│─]/)
    expect(text).not.toMatch(/ {2}/)
    const paragraphs = renderReview(sample, { ...plain, width: 100_000 }).split('\n')
    for (const line of paragraphs.slice(1)) expect(line).toMatch(/^$|[.:"”]$/)
  })

  it('says every number the screen shows', () => {
    const numbers = (text: string) => new Set(text.match(/\d+(\.\d)?/g))
    const aloud = numbers(renderReview(sample, plain))
    const shown = renderReview(sample, look)
      .split('\n')
      .filter(line => !/[▁▂▃▅▇]|[\d·]{20}|hearten review/.test(line))
      .join('\n')
    for (const number of numbers(shown)) expect(aloud, number).toContain(number)
  })
})

describe('hostile words', () => {
  it('never reach the screen as commands, whatever the journal holds', () => {
    fc.assert(
      fc.property(someJournal, journal => {
        for (const how of [look, plain]) {
          const page = renderReview(reviewed(journal), how)
          expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
          expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/)
        }
      }),
    )
  })

  it('are only words in Markdown', () => {
    const journal = [
      anEntry({ text: '<b>*not bold*</b> | a [link](x)', starred: true, tags: ['# x'] }),
    ]
    const page = renderReviewMarkdown(reviewed(journal))
    expect(page).toContain('> \\<b\\>not bold\\</b\\> \\| a link')
    expect(page).toMatch(/^# November 2026\n/)
  })
})

it('has one thing on it for one entry, and a kind line for none', () => {
  expect(renderReview(reviewed([anEntry()]), look)).toContain('You were here.')
  expect(renderReview(reviewed([]), look)).toContain('Nothing is written here yet.')
})

it.each([
  [1, 1, 'Reached out once, and it was answered.'],
  [3, 2, 'Reached out 3 times, answered twice.'],
  [2, 0, 'Reached out twice.'],
])('says of %i reach-outs with %i answers: %s', (made, answers, words) => {
  const journal = Array.from({ length: made }, (_, n) =>
    anEntry({ kind: 'reachout', people: ['Ana'], details: { answered: n < answers } }),
  )
  expect(renderReview(reviewed(journal), look)).toContain(words)
})

it('says of what an expectation counts more than the reach-outs above it', () => {
  const rated = { expected: 2, actual: 4 } as const
  const page = anEntry({ kind: 'reflection', theme: 'support', details: rated })
  const journal = [anEntry({ kind: 'reachout', people: ['Ana'], details: rated }), page, page]
  const words = renderReview(reviewed(journal), look).replace(/\s+/g, ' ')
  expect(words).toContain('Reached out once')
  expect(words).toContain(
    'On average over 3 times, in reach-outs and pages about them, you expected an answer of 2, and it was 4.',
  )
})
