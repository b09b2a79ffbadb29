import type { Day } from '../../journal/day.ts'
import {
  addDays,
  asDay,
  daysInMonth,
  monthName,
  monthNames,
  monthsFrom,
} from '../../journal/day.ts'
import type { RatedDay } from '../../reflect/trend.ts'
import { step } from '../charts.ts'
import type { Figure } from './figure.ts'
import { figureWidth, told } from './figure.ts'
import type { Markup } from './markup.ts'
import { markup } from './markup.ts'

const left = 46
const cell = (figureWidth - left) / 31
const rowHeight = 14
const head = 14

/** Every day of the period: a row a month, a column a date, in each day its mood as colour and digit. */
export function dayGrid(
  days: { readonly present: readonly Day[]; readonly rated: readonly RatedDay[] },
  from: Day,
  until: Day,
): Figure {
  const months = monthsFrom(from, until)
  const moods = new Map(days.rated.map(({ day, value }) => [day, value]))
  const present = new Set(days.present)
  const severalYears = from.slice(0, 4) !== until.slice(0, 4)
  const dates = [1, 5, 10, 15, 20, 25, 31].map(
    date =>
      markup`<text class="small" x="${left + (date - 0.5) * cell}" y="9" text-anchor="middle">${String(date)}</text>`,
  )
  const rows = months.map((month, row) => {
    const name = monthNames[Number(month.slice(5)) - 1]?.slice(0, 3) ?? ''
    const y = head + row * rowHeight
    const label = severalYears ? `${name} ${month.slice(2, 4)}` : name
    return markup`<text class="label" x="0" y="${y + 10}">${label}</text>
${datesOf(month)
  .filter(day => day >= from && day <= until)
  .map(day => square(day, y, moods.get(day), present.has(day)))}
`
  })
  return {
    ...{ id: 'days', title: 'Day by day', height: head + months.length * rowHeight },
    ...told('Each day with its mood, 1 to 5; + is a day you were here without a rating.'),
    drawing: [...dates, ...rows],
    columns: ['month', 'days here', 'rated', '1', '2', '3', '4', '5'],
    rows: months.map(month => monthRow(month, days)),
  }
}

function square(day: Day, y: number, mood: number | undefined, isPresent: boolean): Markup {
  const x = left + (Number(day.slice(8)) - 1) * cell
  const kind = mood === undefined ? (isPresent ? 'here' : 'none') : `mood${step(mood)}`
  const sign = mood === undefined ? (isPresent ? '+' : '') : String(step(mood))
  const box = markup`<rect class="${kind}" x="${x + 0.5}" y="${y + 0.5}" width="${cell - 1}" height="${rowHeight - 1}" rx="1.5"/>`
  if (sign === '') return box
  return markup`${box}<text class="digit on-${kind}" x="${x + cell / 2}" y="${y + 10}" text-anchor="middle">${sign}</text>`
}

function monthRow(
  month: string,
  { present, rated }: { readonly present: readonly Day[]; readonly rated: readonly RatedDay[] },
): string[] {
  const here = present.filter(day => day.startsWith(month))
  const moods = rated.filter(({ day }) => day.startsWith(month)).map(({ value }) => step(value))
  const steps = [1, 2, 3, 4, 5].map(value => moods.filter(mood => mood === value).length)
  return [monthName(month), ...[here.length, moods.length, ...steps].map(String)]
}

function datesOf(month: string): Day[] {
  const length = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return Array.from({ length }, (_, n) => addDays(asDay(`${month}-01`), n))
}
