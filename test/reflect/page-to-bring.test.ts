import { describe, expect, it } from 'vitest'
import { asNotBrought, idsBrought, lastTime, newBrought } from '../../src/journal/brought.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry, EntryOf } from '../../src/journal/entry.ts'
import { currentOf } from '../../src/journal/merge.ts'
import { circleOf } from '../../src/journal/person.ts'
import { isSealedLetter } from '../../src/journal/query.ts'
import { firstRevision, nextRevision } from '../../src/journal/record.ts'
import type { Measure } from '../../src/journal/setting.ts'
import { answersToAskAgain } from '../../src/reflect/again.ts'
import type { Known } from '../../src/reflect/discretion.ts'
import { discretionOf } from '../../src/reflect/discretion.ts'
import type { PageWish } from '../../src/reflect/page-to-bring.ts'
import { isEmptyPage, pageToBring, withOtherNames } from '../../src/reflect/page-to-bring.ts'
import { redacting } from '../../src/reflect/redact.ts'
import { bringPage } from '../../src/render/page-to-bring.ts'
import { anyEntry } from '../formats/arbitrary.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { aMute, anEntry, aPerson } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')
const known: Known = { today, circle: circleOf([]), mutes: [] }
const none = { plan: [], namesChanged: false }
const whom = fc.constantFrom('group', 'therapist', 'sponsor', 'friend' as const)

/** Entries of any kind, each with its own id and its own words in every place that holds some. */
const anyJournal = fc
  .array(fc.tuple(anyEntry, fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 6 })
  .map(all =>
    all.map(
      ([entry, own, starred, bring], n) =>
        ({
          ...entry,
          id: `e${n}`,
          text: `zebra${n} ${entry.text}`,
          ...(own ? { private: true } : { private: undefined }),
          ...(starred && { starred: true }),
          ...(bring && { bring: true }),
        }) as Entry,
    ),
  )

/** A week for a group, of what was marked. */
const week: PageWish = {
  ...{ whom: 'group', since: asDay('2026-11-16'), until: today, isSaid: false, brought: new Set() },
}
const page = (entries: readonly Entry[], wish: Partial<PageWish> = {}, knowing = known) =>
  pageToBring(entries, [], knowing, { ...week, ...wish })
const textsOn = (...of: Parameters<typeof page>) => page(...of).entries.map(({ text }) => text)
const marked = (text: string, more: object = {}) => anEntry({ text, bring: true, ...more })
const starred = (text: string, more: object = {}) => anEntry({ text, starred: true, ...more })

describe('what stands on a page', () => {
  const long = marked('long ago', { day: '2026-10-01' })
  const now = marked('now', { day: '2026-11-18' })
  const stars = ['2026-11-15', '2026-11-16', '2026-11-22'].map(day => starred(day, { day }))
  const all = [long, ...stars, now, anEntry({ text: 'neither' })]

  it('is what was marked, whenever that was; for a therapist also the stars of these days', () => {
    for (const whom of ['group', 'sponsor', 'friend'] as const)
      expect(textsOn(all, { whom })).toEqual(['long ago', 'now'])
    expect(textsOn(all, { whom: 'therapist' })).toEqual([
      ...['long ago', '2026-11-16', '2026-11-22', 'now'],
    ])
    const until = asDay('2026-11-21')
    expect(textsOn(all, { whom: 'therapist', until })).not.toContain('2026-11-22')
  })

  it('is of those days alone that were said', () => {
    expect(textsOn(all, { isSaid: true })).toEqual(['now'])
    expect(textsOn(all, { isSaid: true, since: asDay('2026-11-19') })).toEqual([])
    const named = (entry: Entry) => entry.text.startsWith('n')
    expect(
      textsOn([marked('never', { day: '2026-10-01' }), ...all], { isSaid: true, named }),
    ).toEqual(['now', 'neither'])
  })

  it('is what was asked for by name, marked or not', () => {
    const named = ({ tags }: Entry) => tags.includes('river')
    const river = anEntry({ text: 'by the river', tags: ['river'] })
    expect(textsOn([...all, river], { named, whom: 'therapist' })).toEqual(['by the river'])
    const brought = new Set([river.id, now.id])
    const again = page([...all, river], { named, brought })
    expect(again.entries).toEqual([river])
    expect(again.leftOut.brought).toBe(0)
  })

  it('is nothing that came along before, and says how much that is', () => {
    const brought = new Set([long.id, now.id])
    const next = (wish: Partial<PageWish> = {}) => {
      const { entries, leftOut } = page(all, { brought, ...wish })
      return [entries.length, leftOut.brought]
    }
    expect(next()).toEqual([0, 2])
    expect(next({ isSaid: true })).toEqual([0, 1])
    expect(next({ brought: new Set([long.id]) })).toEqual([1, 1])
    // What was chosen by its tag that time, and never marked, was not to come again.
    expect(next({ brought: new Set(all.map(({ id }) => id)) })).toEqual([0, 2])
    // A star of these days comes along each time, marked or not.
    const both = starred('dear', { bring: true })
    const again = page([both, ...stars], {
      whom: 'therapist',
      brought: new Set([both.id, stars[1]!.id]),
    })
    expect(again.entries.map(({ text }) => text)).toEqual(['dear', '2026-11-16', '2026-11-22'])
    expect(again.leftOut.brought).toBe(0)
  })

  it('is nothing that does not come up by itself, and says why so much is missing', () => {
    const hers = marked('Ana came.', { people: ['Ana'] })
    const calling = 'I want to kill myself.'
    const closed = anEntry({
      ...{ kind: 'letter', text: 'dear me', bring: true },
      details: { sealedUntil: asDay('2027-01-01') },
    })
    const entries = [
      ...[marked('a word'), marked('own', { private: true }), marked('', { mood: 2 }), hers],
      ...[marked('quiet', { tags: ['work'] }), starred(calling), closed],
    ]
    const knowing = {
      ...known,
      circle: circleOf([aPerson('Ana', 'unsafe')]),
      mutes: [aMute('tag', 'work')],
    }
    const shown = page(entries, { whom: 'therapist' }, knowing)
    expect(shown.entries.map(({ text }) => text)).toEqual(['a word'])
    expect(shown.leftOut).toStrictEqual({ private: 1, hidden: 3, wordless: 1, brought: 0 })
    expect(textsOn([marked(calling)])).toEqual([calling])
    const died = { ...known, circle: circleOf([aPerson('Ana', 'died')]) }
    expect(textsOn([hers], {}, died)).toEqual(['Ana came.'])
  })
})

describe('the numbers on a page', () => {
  const promise = (text: string, details: EntryOf<'promise'>['details'], more: object = {}) =>
    anEntry({ kind: 'promise', day: '2026-10-01', text, details, ...more })
  const step = (on: string, outcome: 'done' | 'not-yet') => ({ on: asDay(on), outcome })
  const numbers = (entries: readonly Entry[], wish: Partial<PageWish> = {}, knowing = known) => {
    const found = page(entries, { whom: 'therapist', ...wish }, knowing).numbers
    if (!found) throw new Error('no numbers')
    return found
  }
  const promises = (...of: Parameters<typeof numbers>) => numbers(...of).promises

  it('are for a therapist alone', () => {
    for (const whom of ['group', 'sponsor', 'friend'] as const)
      expect(page([], { whom })).not.toHaveProperty('numbers')
  })

  it('are of these days, and of no private page', () => {
    const checkin = (day: string, more: object = {}) =>
      anEntry({ kind: 'checkin', day, mood: 3, details: { measures: { craving: 4 } }, ...more })
    const days = ['2026-11-15', '2026-11-16', '2026-11-22'].map(day => checkin(day))
    const own = checkin('2026-11-19', { private: true })
    const { mood, measures } = numbers([...days, own])
    expect(mood.days.map(({ day }) => day)).toEqual(['2026-11-16', '2026-11-22'])
    expect(measures.map(({ name, course }) => [name, course?.days.length])).toEqual([
      ['craving', 2],
    ])
  })

  it('have the promises of these days, how they went, and the day of that', () => {
    expect(
      promises([
        promise('made here', { due: asDay('2026-12-01') }, { day: '2026-11-17' }),
        promise('no day', {}, { day: '2026-11-17' }),
        promise('kept here', { steps: [step('2026-11-20', 'done')] }),
        promise('kept before', { steps: [step('2026-11-02', 'done')] }),
        promise('waits', { due: asDay('2026-11-20') }),
        marked('no promise', { day: '2026-11-17' }),
      ]),
    ).toStrictEqual([
      { text: 'made here', day: '2026-12-01' },
      { text: 'no day' },
      { text: 'kept here', outcome: 'done', day: '2026-11-20' },
    ])
    const steps = [step('2026-11-17', 'not-yet'), step('2026-11-20', 'done')]
    const until = asDay('2026-11-18')
    expect(promises([promise('later', { steps })], { until })).toStrictEqual([
      { text: 'later', outcome: 'not-yet', day: '2026-11-17' },
    ])
    expect(
      promises([promise('on the last day', { steps: [step('2026-11-22', 'done')] })]),
    ).toHaveLength(1)
  })

  it('have no promise that does not come up by itself', () => {
    const here = { day: '2026-11-17' }
    const knowing = { ...known, mutes: [aMute('tag', 'work')] }
    expect(
      promises(
        [
          promise('own', {}, { ...here, private: true }),
          promise('quiet', {}, { ...here, tags: ['work'] }),
          promise('not kill myself', { cue: 'when I want to die' }, here),
          promise('rest', {}, here),
        ],
        {},
        knowing,
      ).map(({ text }) => text),
    ).toEqual(['rest'])
  })

  const urge = (fields: object, more: object = {}) =>
    anEntry({
      kind: 'urge',
      day: '2026-11-17',
      text: '',
      details: fields,
      ...more,
    } as object) as Entry

  it('have what was wanted, where something was', () => {
    const knowing = { ...known, mutes: [aMute('tag', 'work')] }
    const { urges } = numbers(
      [
        urge({ want: 'to write to them', eased: ['a walk'] }, { text: 'A song came on.' }),
        urge({ want: 'a smoke' }, { text: 'The shift was long.', tags: ['work'] }),
        urge({ want: 'a drink' }, { private: true, text: 'Own.' }),
        urge({ want: 'to call' }, { day: '2026-11-15' }),
      ],
      {},
      knowing,
    )
    expect(urges?.count).toBe(2)
    expect(urges?.before.map(({ text }) => text)).toEqual(['A song came on.'])
    expect(numbers([marked('a word')])).not.toHaveProperty('urges')
  })

  it('have what came before, however many were noted in a hurry', () => {
    const said = ['A song came on.', 'The shift was long.', 'Payday.'].map(text =>
      urge({}, { text }),
    )
    const hurried = Array.from({ length: 6 }, () => urge({ want: 'a smoke' }))
    const { urges } = numbers([...said, ...hurried])
    expect(urges?.before.map(({ text }) => text)).toEqual(said.map(({ text }) => text))
  })

  it('make a page of their own, without any words', () => {
    const isEmpty = (entries: readonly Entry[], wish: Partial<PageWish> = {}) =>
      isEmptyPage(page(entries, { whom: 'therapist', ...wish }))
    const checkin = (fields: object) =>
      anEntry({ kind: 'checkin', details: {}, ...fields } as object) as Entry
    expect(isEmpty([])).toBe(true)
    expect(isEmpty([], { whom: 'group' })).toBe(true)
    expect(isEmpty([marked('a word')])).toBe(false)
    expect(isEmpty([marked('a word')], { whom: 'group' })).toBe(false)
    expect(isEmpty([checkin({ mood: 3 })])).toBe(false)
    expect(isEmpty([checkin({ details: { measures: { craving: 4 } } })])).toBe(false)
    expect(isEmpty([promise('rest', {}, { day: '2026-11-17' })])).toBe(false)
    expect(isEmpty([urge({ want: 'a smoke' })])).toBe(false)
    expect(isEmpty([checkin({ mood: 3 })], { whom: 'group' })).toBe(true)
  })

  it('call everybody by another name as well', () => {
    const measure: Measure = {
      ...{ ...firstRevision(aStamp()), kind: 'measure', name: 'calls from Ines', unit: 'steps' },
      ...{ aliases: [], every: 'day', from: 0, to: 10, low: 'Ines is quiet', high: 'Ines rages' },
    }
    const plain: Measure = { ...measure, id: 'other', name: 'sleep', unit: 'hours' }
    delete (plain as { low?: string }).low
    delete (plain as { high?: string }).high
    const measures = { 'calls from Ines': 4, sleep: 7 }
    const whole = pageToBring(
      [
        marked('Ines came.'),
        anEntry({ kind: 'checkin', mood: 3, details: { measures } } as object) as Entry,
        promise('ring Ines', {}, { day: '2026-11-17' }),
        urge({ want: 'to write to Ines', eased: ['calling Ines'] }, { text: 'Ines rang.' }),
      ],
      [measure, plain],
      known,
      { ...week, whom: 'therapist' },
    )
    const redactor = redacting([{ name: 'Ines', aliases: [] }], 'initials')
    const redacted = withOtherNames(whole, redactor)
    expect(JSON.parse(JSON.stringify(redacted))).toEqual(
      JSON.parse(JSON.stringify(whole).replaceAll('Ines', 'I.')),
    )
    expect(JSON.stringify(whole).split('Ines')).toHaveLength(9)
    expect(redacted.numbers?.measures[1]).not.toHaveProperty('low')
    expect(withOtherNames(page([marked('Ines came.')]), redactor)).not.toHaveProperty('numbers')
    const calm = withOtherNames(page([marked('A word.')], { whom: 'therapist' }), redactor)
    expect(calm.numbers).not.toHaveProperty('urges')
  })
})

it('counts days as a review that leaves the house does: from the first with anything written for others', () => {
  const entries = [
    anEntry({ day: '2026-11-10', private: true }),
    anEntry({ day: '2026-11-20' }),
    anEntry({ day: '2026-11-22', mood: 3 }),
  ]
  const wish = { whom: 'therapist', until: today, isSaid: true, named: undefined } as const
  const of = (since: string) =>
    pageToBring(entries, [], known, { ...wish, since: asDay(since), brought: new Set() }).numbers
      ?.presence.of
  expect(['2026-11-01', '2026-11-20', '2026-11-21'].map(of)).toEqual([3, 3, 2])
})

it('no word of a private page is on a page, whomever it is for and whatever was asked for', () => {
  fc.assert(
    fc.property(anyJournal, whom, fc.boolean(), (entries, who, named) => {
      const page = pageToBring(entries, [], known, {
        ...{ whom: who, since: asDay('1970-01-01'), until: asDay('2100-01-01') },
        ...{ isSaid: false, named: named ? () => true : undefined, brought: new Set() },
      })
      const shown = JSON.stringify(bringPage(page, none))
      for (const [n, entry] of entries.entries())
        if (entry.private) expect(shown).not.toContain(`zebra${n} `)
      const isChosen = (entry: Entry) =>
        !isSealedLetter(entry, today) &&
        (named || entry.bring || (who === 'therapist' && entry.starred))
      const own = entries.filter(entry => entry.private && isChosen(entry))
      expect(page.leftOut.private).toBeGreaterThanOrEqual(own.length)
      expect(page.leftOut.private + page.leftOut.hidden + page.leftOut.wordless).toBe(
        entries.filter(isChosen).length - page.entries.length,
      )
    }),
  )
})

it('every answer that comes up may be quoted and read back, on whatever day', () => {
  fc.assert(
    fc.property(anyJournal, entries => {
      const rules = { resurface: true, seasonStart: '', hardDates: [] }
      const may = discretionOf(known, entries)
      for (const entry of answersToAskAgain(entries, known, rules)) {
        expect(may.mayQuote(entry) && may.mayReadBack(entry)).toBe(true)
        expect(entry.prompt.text).not.toBe('')
      }
      expect(answersToAskAgain(entries, known, { ...rules, resurface: false })).toEqual([])
    }),
  )
})

it('two machines that brought something have both, and what was marked anew stays so', () => {
  const stamp = aStamp()
  const first = newBrought({ whom: 'group', until: today, entries: ['a', 'b'] }, stamp)
  const other = newBrought({ whom: 'group', until: asDay('2026-11-25'), entries: ['c'] }, stamp)
  const anExport = newBrought({ until: today, entries: ['d'] }, stamp)
  const all = [first, other, anExport]
  expect([...idsBrought(all, 'group')]).toEqual(['a', 'b', 'c'])
  expect([...idsBrought(all, undefined)]).toEqual(['d'])
  expect(lastTime(all, 'group')).toBe('2026-11-25')
  expect(lastTime(all, 'therapist')).toBeUndefined()

  // On one machine a is marked anew, on the other b: both come along again.
  const [one] = asNotBrought(all, new Set(['a']), stamp)
  const [two] = asNotBrought(all, new Set(['b']), stamp)
  if (!one || !two) throw new Error('nothing was marked anew')
  expect(currentOf([first, one, two])?.entries).toEqual([])
  expect(asNotBrought(all, new Set(['x']), stamp)).toEqual([])
  // A deletion, as an undo makes it, is no time at all.
  const gone = nextRevision(first, { deleted: true }, stamp)
  expect(currentOf([first, gone])?.deleted).toBe(true)
})
