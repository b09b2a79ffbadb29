import type { Day } from '../../journal/day.ts'
import { addDays, daysBetween } from '../../journal/day.ts'
import type { Course } from '../../reflect/course.ts'
import type { Axis } from '../../reflect/measures.ts'
import { onSteps, sizeOfStep } from '../../reflect/measures.ts'
import type { Trend } from '../../reflect/trend.ts'
import { dayAndMonth, rounded } from '../../wording/counts.ts'
import { chartMarks } from '../charts.ts'
import type { Figure } from './figure.ts'
import { figureWidth } from './figure.ts'
import type { Markup } from './markup.ts'
import { markup } from './markup.ts'

const left = 16
const right = figureWidth - 8
const top = 10
const bottom = 130
const mostMarks = 160
const daysInMonth = 365.25 / 12

const ofMood: Axis = { from: 1, to: 5 }

const yOnSteps = (value: number): number =>
  bottom - ((Math.min(5, Math.max(1, value)) - 1) / 4) * (bottom - top)

/**
 * A rating over time as points; from 14 rated days their mean, from 21 the line they follow and the
 * interval it may lie in.
 */
export function courseChart(
  id: string,
  title: string,
  { days, trend }: Course,
  from: Day,
  until: Day,
  axis: Axis = ofMood,
): Figure {
  const yOf = (value: number) => yOnSteps(onSteps(value, axis))
  const length = Math.max(1, daysBetween(from, until))
  const xOf = (day: number) => left + 6 + (day / length) * (right - left - 12)
  const { pace, marks } = chartMarks(days, from, until, mostMarks)
  const points = marks.flatMap((value, at) =>
    value === undefined ? [] : [{ at: at * pace.days, value }],
  )
  return {
    ...{ id, title, height: 152 },
    sentence: sentenceOf(title, trend, pace.words, axis),
    drawing: [
      ...[0, 1, 2, 3, 4]
        .map(steps => axis.from + steps * sizeOfStep(axis))
        .map(
          value =>
            markup`<line class="rule" x1="${left}" x2="${right}" y1="${yOf(value)}" y2="${yOf(value)}"/>
<text class="label" x="0" y="${yOf(value) + 4}">${rounded(value)}</text>
`,
        ),
      line({ days, trend }, from, length, xOf, yOf),
      ...points.map(
        ({ at, value }) =>
          markup`<circle class="point" cx="${xOf(at)}" cy="${yOf(value)}" r="${points.length > 80 ? 2 : 3}"/>
`,
      ),
      markup`<text class="label" x="${left}" y="148">${dayAndMonth(from, until)}</text>
<text class="label" x="${right}" y="148" text-anchor="end">${dayAndMonth(until, until)}</text>`,
    ],
    columns: [pace.days === 1 ? 'day' : 'days from', 'average'],
    rows: points.map(({ at, value }) => [addDays(from, at), rounded(value)]),
  }
}

/** What is drawn, in words. */
function sentenceOf(title: string, trend: Trend, pace: string, { from, to }: Axis): string {
  const line = {
    points: '',
    range: ' The broken line is the average.',
    slope: ' The line is the way it went; it is probably within the band.',
  }
  return `${title}, from ${rounded(from)} to ${rounded(to)}${pace && `, ${pace}`}.${line[drawn(trend)]}`
}

/** A direction that is not clear yet is not drawn either. */
const drawn = (trend: Trend): Trend['state'] =>
  trend.state === 'slope' && trend.words === 'not clear yet' ? 'range' : trend.state

function line(
  { days, trend }: Course,
  from: Day,
  length: number,
  xOf: (day: number) => number,
  yOf: (value: number) => number,
): Markup {
  if (trend.state === 'points') return markup``
  if (trend.state === 'range' || drawn(trend) === 'range')
    return markup`<line class="mean" x1="${left}" x2="${right}" y1="${yOf(trend.mean)}" y2="${yOf(trend.mean)}"/>`
  // A line through points goes through their middle, whatever its slope.
  const middle = days.reduce((sum, { day }) => sum + daysBetween(from, day), 0) / days.length
  const at = (day: number, perMonth: number) =>
    markup`${xOf(day)},${yOf(trend.mean + (perMonth * (day - middle)) / daysInMonth)} `
  const [low, high] = trend.interval
  return markup`<polygon class="band" points="${[at(0, low), at(middle, 0), at(0, high)]}"/>
<polygon class="band" points="${[at(length, low), at(middle, 0), at(length, high)]}"/>
<polyline class="trend" points="${[at(0, trend.slopePerMonth), at(length, trend.slopePerMonth)]}"/>
`
}
