import type { Day } from '../journal/day.ts'
import {
  addDays,
  monthName,
  monthNames,
  startOfWeek,
  type Weekday,
  weekdayNames,
} from '../journal/day.ts'
import { grouped } from '../journal/grouped.ts'
import { daysOf } from '../journal/period.ts'
import type { Calendar, CalendarDay } from '../reflect/calendar.ts'
import { moodScale } from '../themes/scales.ts'
import { themes } from '../themes/theme.ts'
import { listed, many, rounded } from '../wording/counts.ts'
import { glyph, step } from './charts.ts'
import type { Look } from './look.ts'
import type { Block } from './page/page.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/**
 * A year as weeks side by side, or a month as weeks below each other. Every day shows its digit; read
 * aloud, every month (or day) is a sentence.
 * @param weekStartsOn ISO weekday, 1 (Monday) to 7
 */
export function renderCalendar(calendar: Calendar, look: Look, weekStartsOn = 1): string {
  const { period, by, days } = calendar
  const isMonth = period.name === 'month'
  const start = weekStartsOn as Weekday
  const byDay = new Map(days.map(found => [found.day, found]))
  const cell = (day: Day) => mark(calendar, look, day, byDay.get(day))
  const sentences = isMonth ? daySentences(calendar) : monthSentences(calendar)
  const isNarrow = isMonth && look.width < margin + 7 * cellColumns
  const grid = (): Block => ({
    kind: 'drawing',
    rows: isMonth ? monthRows(calendar, look, start) : yearRows(calendar, look, start, cell),
    sentences,
  })
  return print(
    {
      title: `${period.label}, ${byWords(by)}`,
      sections: [
        ...section({}, say(...summary(calendar))),
        ...section(
          {},
          days.length === 0 ? [] : isNarrow ? sentences.flatMap(text => say(text)) : [grid()],
        ),
        ...section({}, days.length === 0 || look.plain ? [] : note(legend(calendar))),
      ],
    },
    look,
  )
}

const themeName = (by: Calendar['by']) => themes.find(({ id }) => id === by)?.name

const byWords = (by: Calendar['by']): string =>
  themeName(by) ?? (by === 'mood' ? 'mood' : 'days you were here')

/** One character a day: the digit of its mood or its entries; nothing before the first day written. */
function mark(
  { by, today, period, days }: Calendar,
  look: Look,
  day: Day,
  found?: CalendarDay,
): string {
  const { colours } = look
  if (day > today || day < period.from || day > period.to) return ' '
  if (!found) return day < (days[0]?.day ?? today) ? ' ' : colours.dim(look.ascii ? '.' : '·')
  if (by !== 'mood') return colours.accent(found.entries > 9 ? '+' : String(found.entries))
  return found.mood === undefined ? '+' : colours.mood(step(found.mood), String(step(found.mood)))
}

const labelColumns = 4
const margin = 2

/** As many months side by side as the width holds: twelve, six or three. */
function yearRows(
  { period }: Calendar,
  { width, colours }: Look,
  weekStartsOn: Weekday,
  cell: (day: Day) => string,
): string[] {
  const room = width - margin - labelColumns
  const months = room >= 54 ? 12 : room >= 28 ? 6 : 3
  const all = daysOf(period)
  const part = (day: Day) => Math.floor((Number(day.slice(5, 7)) - 1) / months)
  const groups = grouped(all, day => `${day.slice(0, 4)} ${part(day)}`)
  return [...groups.values()].flatMap((days, at) => {
    const first = startOfWeek(days[0] ?? period.from, weekStartsOn)
    const last = days.at(-1) ?? period.to
    const weeks: Day[] = []
    for (let day = first; day <= last; day = addDays(day, 7)) weeks.push(day)
    const inGroup = new Set(days)
    const rows = [0, 1, 2, 3, 4, 5, 6].map(offset => {
      const name = weekdayNames[(weekStartsOn - 1 + offset) % 7]?.slice(0, 3) ?? ''
      const marks = weeks.map(week => {
        const day = addDays(week, offset)
        return inGroup.has(day) ? cell(day) : ' '
      })
      return `${colours.dim(name)} ${marks.join('')}`
    })
    return [
      ...(at > 0 ? [''] : []),
      ...(isOfOneYear(period) ? [] : [colours.strong(String(Number(last.slice(0, 4))))]),
      colours.dim(monthLabels(weeks, inGroup)),
      ...rows,
    ]
  })
}

const isOfOneYear = ({ from, to }: Calendar['period']): boolean =>
  from.slice(0, 4) === to.slice(0, 4)

/** "Jan  Feb …", each where its first day is. */
function monthLabels(weeks: readonly Day[], days: ReadonlySet<Day>): string {
  let row = ' '.repeat(labelColumns)
  for (const [at, week] of weeks.entries()) {
    const starts = [0, 1, 2, 3, 4, 5, 6]
      .map(offset => addDays(week, offset))
      .find(day => day.endsWith('-01') && days.has(day))
    if (starts) row = row.padEnd(labelColumns + at) + monthShort(starts)
  }
  return row
}

const monthShort = (day: Day): string => monthNames[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? ''

const cellColumns = 5

/** Weeks below each other, a cell a day: date, block and digit. */
function monthRows(calendar: Calendar, look: Look, weekStartsOn: Weekday): string[] {
  const { period, days, today } = calendar
  const { colours, ascii } = look
  const byDay = new Map(days.map(found => [found.day, found]))
  const names = [0, 1, 2, 3, 4, 5, 6].map(offset =>
    (weekdayNames[(weekStartsOn - 1 + offset) % 7] ?? '').slice(0, 3).padEnd(cellColumns),
  )
  const cells = (week: Day) =>
    [0, 1, 2, 3, 4, 5, 6].map(offset => {
      const day = addDays(week, offset)
      if (day < period.from || day > period.to) return ' '.repeat(cellColumns)
      const date = colours.dim(String(Number(day.slice(8))).padStart(2))
      const found = byDay.get(day)
      const shown = mark(calendar, look, day, found)
      const block =
        calendar.by === 'mood' && found?.mood !== undefined && !ascii
          ? colours.mood(step(found.mood), glyph(found.mood))
          : ' '
      return `${date}${block}${day > today ? ' ' : shown} `
    })
  const rows: string[] = []
  for (
    let week = startOfWeek(period.from, weekStartsOn);
    week <= period.to;
    week = addDays(week, 7)
  )
    rows.push(cells(week).join(''))
  return [colours.dim(names.join('')), ...rows]
}

function legend({ by }: Calendar): string {
  if (by !== 'mood') return 'A digit is the entries of that day; + is ten or more.'
  const steps = Object.entries(moodScale.words).map(([value, words]) => `${value} ${words}`)
  return `${steps.join(', ')}; + is a day without a rating.`
}

/** What the whole grid says. */
function summary({ days, by, period, today }: Calendar): string[] {
  const theme = themeName(by)
  if (days.length === 0) {
    if (theme) return [`No page of ${theme} is written from this time.`]
    return [`Nothing is written ${period.to < today ? 'from this time' : 'here yet'}.`]
  }
  const entries = days.reduce((sum, day) => sum + day.entries, 0)
  // Whatever else the days are, the title has it.
  const where = period.name === 'month' || period.name === 'year' ? ` in ${period.label}` : ''
  const here = `${many(days.length, 'day')}${where}`
  if (theme) return [`${theme} on ${here}, ${many(entries, 'entry', 'entries')}.`]
  const present = `You were here on ${here}, with ${many(entries, 'entry', 'entries')}.`
  return by === 'presence' ? [present] : [present, `${moodWords(days)}.`]
}

/** "Mood was 2 on 5 days and 3 on 1 day". */
function moodWords(days: readonly CalendarDay[]): string {
  const steps = ([1, 2, 3, 4, 5] as const)
    .map(value => ({
      value,
      n: days.filter(({ mood }) => mood !== undefined && step(mood) === value).length,
    }))
    .filter(({ n }) => n > 0)
  if (steps.length === 0) return 'No mood was rated'
  const words = steps.map(
    ({ value, n }) => `${value} (${moodScale.words[value]}) on ${many(n, 'day')}`,
  )
  return `Mood was ${listed(words)}`
}

function monthSentences({ days, by, period }: Calendar): string[] {
  return [...grouped(days, ({ day }) => day.slice(0, 7))].map(([month, some]) => {
    const withYear = monthName(month)
    const name = isOfOneYear(period) ? withYear.replace(/ \d+$/, '') : withYear
    const entries = some.reduce((sum, day) => sum + day.entries, 0)
    const here = `${name}: ${many(some.length, 'day')}, ${many(entries, 'entry', 'entries')}.`
    return by === 'mood' ? `${here} ${moodWords(some)}.` : here
  })
}

function daySentences({ days, by }: Calendar): string[] {
  return days.map(({ day, entries, mood }) => {
    const date = `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]}`
    const rated = by === 'mood' && mood !== undefined ? `, mood ${rounded(mood)}` : ''
    return `${date}: ${many(entries, 'entry', 'entries')}${rated}.`
  })
}
