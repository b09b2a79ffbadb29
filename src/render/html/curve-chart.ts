import type { Day } from '../../journal/day.ts'
import { addDays, asDay, daysBetween, monthNames, monthsFrom } from '../../journal/day.ts'
import type { Axis } from '../../reflect/axis.ts'
import { ofMood, onSteps, sizeOfStep } from '../../reflect/axis.ts'
import type { Curve } from '../../reflect/curve.ts'
import { dayAndMonth, roundedInSteps } from '../../wording/counts.ts'
import { chartMarks } from '../charts.ts'
import type { Figure } from './figure.ts'
import { figureWidth, told } from './figure.ts'
import type { Markup } from './markup.ts'
import { markup } from './markup.ts'

const left = 16
const right = figureWidth - 8
const top = 10
const bottom = 130
const mostMarks = 160
const daysInMonth = 365.25 / 12

const yOnSteps = (value: number): number =>
  bottom - ((Math.min(5, Math.max(1, value)) - 1) / 4) * (bottom - top)

/**
 * A rating over time as points. Where it is clear which way they go, also the line they follow, and the
 * interval it may lie in.
 */
export function curveChart(
  id: string,
  title: string,
  { days, trend }: Curve,
  from: Day,
  until: Day,
  ends: Axis = ofMood,
): Figure {
  const say = roundedInSteps(sizeOfStep(ends))
  const yOf = (value: number) => yOnSteps(onSteps(value, ends))
  const length = Math.max(1, daysBetween(from, until))
  const xOf = (day: number) => left + 6 + (day / length) * (right - left - 12)
  const { pace, marks } = chartMarks(days, from, until, mostMarks)
  const points = marks.flatMap((value, at) =>
    value === undefined ? [] : [{ at: at * pace.days, value }],
  )
  return {
    ...{ id, title, height: 152 },
    ...told(
      `${title}, from ${say(ends.from)} to ${say(ends.to)}${pace.words && `, ${pace.words}`}.` +
        (isClear(trend) ? ' The line is the way it went; it is probably within the band.' : ''),
    ),
    drawing: [
      ...[0, 1, 2, 3, 4]
        .map(steps => ends.from + steps * sizeOfStep(ends))
        .map(
          value =>
            markup`<line class="rule" x1="${left}" x2="${right}" y1="${yOf(value)}" y2="${yOf(value)}"/>
<text class="label" x="0" y="${yOf(value) + 4}">${say(value)}</text>
`,
        ),
      line({ days, trend }, from, length, xOf, yOf),
      ...points.map(
        ({ at, value }) =>
          markup`<circle class="point" cx="${xOf(at)}" cy="${yOf(value)}" r="${points.length > 80 ? 2 : 3}"/>
`,
      ),
      ...axis(from, until, xOf),
    ],
    columns: [pace.days === 1 ? 'day' : 'days from', 'average'],
    rows: points.map(({ at, value }) => [addDays(from, at), say(value)]),
  }
}

/** Only a direction that is clear is drawn, as only that is told. */
const isClear = (trend: Curve['trend']) =>
  trend.state === 'slope' && trend.words !== 'not clear yet' ? trend : undefined

const leastRoom = 26

/** Where months begin, or years where months would stand too close; the first and the last day of a short time. */
function axis(from: Day, until: Day, xOf: (day: number) => number): Markup[] {
  const months = monthsFrom(from, until)
    .map(month => ({ month, x: xOf(daysBetween(from, asDay(`${month}-01`))) }))
    .filter(({ x }) => x >= left)
  if (months.length < 2)
    return [
      markup`<text class="label" x="${left}" y="148">${dayAndMonth(from, until)}</text>
<text class="label" x="${right}" y="148" text-anchor="end">${dayAndMonth(until, until)}</text>`,
    ]
  const apart = ((months.at(-1)?.x ?? 0) - (months[0]?.x ?? 0)) / (months.length - 1)
  const every = [1, 3, 12, 24, 60, 120, 240].find(n => n * apart >= leastRoom) ?? 600
  const wanted = months.filter(({ month }) => {
    const [year = 0, ofYear = 0] = month.split('-').map(Number)
    return (year * 12 + ofYear - 1) % every === 0
  })
  return wanted.map(
    ({ month, x }) =>
      markup`<line class="rule" x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 4}"/>
<text class="label" x="${x}" y="148" text-anchor="${x > right - leastRoom ? 'end' : 'start'}">${nameOf(month, every)}</text>
`,
  )
}

/** "Sep"; the year where a year begins, and where years are all that is named. */
function nameOf(month: string, every: number): string {
  const [year = '', ofYear] = month.split('-')
  return every >= 12 || ofYear === '01'
    ? String(Number(year))
    : (monthNames[Number(ofYear) - 1]?.slice(0, 3) ?? '')
}

function line(
  { days, trend }: Curve,
  from: Day,
  length: number,
  xOf: (day: number) => number,
  yOf: (value: number) => number,
): Markup {
  const clear = isClear(trend)
  if (!clear) return markup``
  // A line through points goes through their middle, whatever its slope.
  const middle = days.reduce((sum, { day }) => sum + daysBetween(from, day), 0) / days.length
  const at = (day: number, perMonth: number) =>
    markup`${xOf(day)},${yOf(clear.mean + (perMonth * (day - middle)) / daysInMonth)} `
  const [low, high] = clear.interval
  return markup`<polygon class="band" points="${[at(0, low), at(middle, 0), at(0, high)]}"/>
<polygon class="band" points="${[at(length, low), at(middle, 0), at(length, high)]}"/>
<polyline class="trend" points="${[at(0, clear.slopePerMonth), at(length, clear.slopePerMonth)]}"/>
`
}
