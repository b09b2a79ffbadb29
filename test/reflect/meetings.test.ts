import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry, EntryOf } from '../../src/journal/entry.ts'
import { hasWords } from '../../src/journal/fields/read.ts'
import { discretionOf } from '../../src/reflect/discretion.ts'
import { meetingsIn } from '../../src/reflect/meetings.ts'
import { aCircle, aMute, anEntry, aPerson } from '../helpers/builders.ts'

const today = asDay('2026-11-22')
const circle = aCircle(aPerson('Bo', 'unsafe'))
const may = discretionOf({ today, circle, mutes: [aMute('tag', 'court')] })
const found = (...entries: Entry[]) =>
  meetingsIn(entries, entries.filter(may.mayQuote).filter(hasWords), today, may)

type MeetingEntry = EntryOf<'meeting'>
const aMeeting = (
  day: string,
  details: MeetingEntry['details'] = {},
  fields: Partial<Omit<MeetingEntry, 'kind' | 'day'>> = {},
) => anEntry({ kind: 'meeting', ...fields, day, details })

describe('the meetings of a time', () => {
  it('are counted, and nothing else is', () => {
    expect(found()).toEqual({ count: 0, names: [], stayed: [] })
    expect(found(anEntry({ text: 'No meeting.', mood: 2 }), aMeeting('2026-11-20'))).toEqual({
      ...{ count: 1, names: [], stayed: [] },
    })
  })

  it('have the names of those that may be listed, the commonest first', () => {
    const named = (name: string, fields = {}) => aMeeting('2026-11-20', { name }, fields)
    const { count, names } = found(
      named('Choir'),
      named('Widows'),
      named('widows'),
      named('Hidden', { private: true }),
      named('With Bo'),
    )
    expect(count).toBe(5)
    expect(names).toEqual([
      { name: 'Widows', count: 2 },
      { name: 'Choir', count: 1 },
    ])
  })

  it('have mood before and after, of those that have both', () => {
    const { mood } = found(
      aMeeting('2026-11-18', { before: 1, after: 4 }),
      aMeeting('2026-11-19', { before: 2, after: 3 }, { private: true }),
      aMeeting('2026-11-20', { before: 5 }),
    )
    expect(mood).toEqual({ n: 2, before: 1.5, after: 3.5 })
    expect(found(aMeeting('2026-11-20', { before: 5 }))).not.toHaveProperty('mood')
  })
})

describe('what stayed', () => {
  const saying = (day: string, text: string, fields = {}) => aMeeting(day, {}, { text, ...fields })
  const texts = (...entries: Entry[]) => found(...entries).stayed.map(({ text }) => text)

  it('is read in time, also when a starred one was chosen first', () => {
    const [old, middle, late] = [
      saying('2026-11-01', 'Others cry too.'),
      saying('2026-11-08', 'The tea was good.', { starred: true }),
      saying('2026-11-15', 'I spoke this time.'),
    ]
    const inTime = ['Others cry too.', 'The tea was good.', 'I spoke this time.']
    expect(texts(old, middle, late)).toEqual(inTime)
    expect(texts(late, old, middle)).toEqual(inTime)
    const newest = saying('2026-11-20', 'It rained.')
    expect(texts(old, middle, late, newest)).toEqual([
      ...['The tea was good.', 'I spoke this time.', 'It rained.'],
    ])
  })

  it('is of one day in the order of the day', () => {
    const at = (time: string, text: string) =>
      saying('2026-11-08', text, { at: `2026-11-08T${time}:00+00:00` })
    expect(texts(at('20:00', 'In the evening.'), at('09:00', 'In the morning.'))).toEqual([
      ...['In the morning.', 'In the evening.'],
    ])
  })

  it('is not of those that may not be quoted', () => {
    expect(
      texts(
        saying('2026-11-01', 'Hidden.', { private: true }),
        saying('2026-11-02', 'At court.', { tags: ['court'] }),
        saying('2026-11-03', 'Bo was there.'),
        saying('2026-11-04', 'I am glad I went.'),
      ),
    ).toEqual(['I am glad I went.'])
  })
})

describe('the next meeting', () => {
  const then = (...days: string[]) =>
    found(...days.map(next => aMeeting('2026-11-15', { next: asDay(next) })))

  it('is the soonest that was noted, today among them', () => {
    expect(then('2026-12-06', '2026-11-29', '2026-12-13').next).toBe('2026-11-29')
    expect(then('2026-11-21', '2026-11-22', '2026-11-29').next).toBe('2026-11-22')
  })

  it('is behind once a meeting of that name was written for its day', () => {
    const noted = (name: string, day: string, next: string) =>
      aMeeting(day, { name, next: asDay(next) })
    const been = noted('Thursday Group', '2026-11-22', '2026-11-29')
    expect(found(noted('thursday group', '2026-11-15', '2026-11-22'), been).next).toBe('2026-11-29')
    expect(found(noted('Choir', '2026-11-15', '2026-11-22'), been).next).toBe('2026-11-22')
    expect(found(noted('Choir', '2026-11-22', '2026-11-22')).next).toBe('2026-11-22')
  })

  it('is not there when none was noted, or none that is to come', () => {
    expect(then('2026-11-21')).not.toHaveProperty('next')
    expect(found(aMeeting('2026-11-15'))).not.toHaveProperty('next')
  })
})
