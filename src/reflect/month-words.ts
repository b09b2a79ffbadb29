import type { Day } from '../journal/day.ts'
import { grouped } from '../journal/grouped.ts'
import type { DatedWords } from './words.ts'
import { countWords } from './words.ts'

/** The words of a month, and of each of its days: counted once, and not at every look back. */
export interface MonthWords {
  readonly words: {
    /** Days with entries, in order, and how many words were written on each. */
    readonly days: readonly Day[]
    readonly lengths: readonly number[]
    /** The words that are counted, with spaces between them: that is read much faster than a list. */
    readonly used: string
    /** How often each was used in all. */
    readonly times: readonly number[]
  }
  /** On which days: of each word, between spaces, `0,4x2` for once on the first day and twice on the fifth. */
  readonly usedOn: string
}

/** @param entries by day */
export function monthWordsOf(entries: readonly DatedWords[]): MonthWords {
  const days = [...grouped(entries, ({ day }) => day).values()]
  const counted = days.map(countWords)
  const found = new Map<string, { times: number; on: string }>()
  for (const [nth, { counts }] of counted.entries())
    for (const [word, times] of counts) {
      const known = found.get(word) ?? { times: 0, on: '' }
      found.set(word, known)
      known.times += times
      known.on += `${known.on && ','}${nth}${times > 1 ? `x${times}` : ''}`
    }
  return {
    words: {
      days: days.flatMap(([first]) => first?.day ?? []),
      lengths: counted.map(({ length }) => length),
      used: [...found.keys()].join(' '),
      times: [...found.values()].map(({ times }) => times),
    },
    usedOn: [...found.values()].map(({ on }) => on).join(' '),
  }
}

/** How many words were used. */
export const timesInAll = (months: readonly MonthWords[]): number =>
  months.reduce((sum, { words }) => words.times.reduce((a, b) => a + b, sum), 0)

/** How often each of some words was used. */
export function timesUsed(
  months: readonly MonthWords[],
  wanted: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of months) {
    let nth = 0
    for (const word of listIn(words.used)) {
      const times = words.times[nth++] ?? 0
      if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + times)
    }
  }
  return counts
}

/** How often each word was used on some of the days. */
export function timesUsedOn(
  months: readonly MonthWords[],
  isMeant: (day: Day) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const month of months) {
    const { days } = month.words
    if (!days.some(isMeant)) continue
    const meant = days.map(isMeant)
    const isWhole = meant.every(Boolean)
    const each = isWhole ? [] : listIn(month.usedOn)
    for (const [nth, word] of listIn(month.words.used).entries()) {
      let times = isWhole ? (month.words.times[nth] ?? 0) : 0
      if (!isWhole) for (const [day, uses] of daysIn(each[nth])) if (meant[day]) times += uses
      if (times > 0) counts.set(word, (counts.get(word) ?? 0) + times)
    }
  }
  return counts
}

/** Some words, day by day through all months. */
export interface UsesByDay {
  /** Every day with entries, in order. */
  readonly days: readonly Day[]
  /** How much was written on each. */
  readonly lengths: readonly number[]
  /** On which of these days each of the words was used, by its place, and how often. */
  readonly uses: ReadonlyMap<string, ReadonlyMap<number, number>>
}

export function usesByDay(months: readonly MonthWords[], wanted: readonly string[]): UsesByDay {
  const uses = new Map(wanted.map(word => [word, new Map<number, number>()]))
  let before = 0
  for (const { words, usedOn } of months) {
    let each: string[] | undefined
    let nth = 0
    for (const word of listIn(words.used)) {
      const place = nth++
      const on = uses.get(word)
      if (!on) continue
      each ??= listIn(usedOn)
      for (const [day, times] of daysIn(each[place])) on.set(before + day, times)
    }
    before += words.days.length
  }
  return {
    days: months.flatMap(({ words }) => words.days),
    lengths: months.flatMap(({ words }) => words.lengths),
    uses,
  }
}

const listIn = (text: string): string[] => (text === '' ? [] : text.split(' '))

const daysIn = (on = ''): [day: number, times: number][] =>
  on.split(',').map(one => {
    const [day, times = 1] = one.split('x').map(Number)
    return [day ?? 0, times]
  })
