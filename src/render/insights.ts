import type { Factor } from '../reflect/factor-days.ts'
import type { Insight, Insights } from '../reflect/insights.ts'
import { listed, many, rounded } from '../wording/counts.ts'
import type { Look } from './look.ts'
import type { Block } from './page/page.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/** What went with better or worse days, and how sure that is. */
export function renderInsights(insights: Insights, look: Look): string {
  const { ratedDays, neededDays, enough, looked, shown } = insights
  const blocks = enough
    ? [
        say(`${ratedDays} rated days, ${many(looked, 'thing')} looked at.`),
        ...shown.map(insightBlocks),
        shown.length > 0 ? say('This cannot tell which came first.') : [],
        say(restWords(insights)),
      ]
    : [
        say(
          `Not enough yet: ${ratedDays} of ${neededDays} rated days.`,
          'Until then, anything shown here would be noise.',
        ),
      ]
  const kept = blocks.filter(({ length }) => length > 0)
  const sections = kept.flatMap(one => section({}, one))
  return print({ title: 'What went with better days', aside: 'hearten insights', sections }, look)
}

function insightBlocks(insight: Insight): Block[] {
  const { factor, together, when, difference, interval, ...groups } = insight
  const better = difference > 0 ? 'a better mood' : 'a lower mood'
  const days = when === 'same day' ? daysWith(factor) : `The day after ${dayWith(factor)}`
  const size = interval.map(Math.abs).sort((a, b) => a - b)
  const [low = 0, high = 0] = size
  return [
    ...say(
      `${days} went with ${better}.`,
      together.length > 0 &&
        `${sentence(listed([factor, ...together].map(nounFor)))} come together on your days, so it may be ${together.length > 1 ? 'any of them' : 'either'}.`,
    ),
    ...note(
      `${rounded(groups.with.mean)} on ${many(groups.with.days, 'day')} with, ${rounded(groups.without.mean)} on ${groups.without.days} without. Weekday, slow change and the days before aside, the difference is likely between ${rounded(low)} and ${rounded(high)}.`,
    ),
  ]
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const nounFor = ({ family, label }: Factor): string => (family === 'weekend' ? 'weekends' : label)

/** Below this many rated days even a habit worth 0.8 points is often missed: docs/statistics.md. */
const manyDays = 180

function restWords({ looked, shown, ratedDays }: Insights): string {
  const named = shown.flatMap(({ factor, together }) => [factor, ...together])
  const rest = looked - new Set(named.map(({ id }) => id)).size
  if (looked === 0)
    return 'Nothing was there often enough, and missing often enough, to be looked at yet.'
  if (rest === 0) return ''
  if (shown.length === 0)
    return `No clear pattern yet. That does not mean no effect: ${ratedDays < manyDays ? 'in three months even a clear one is missed about half the time' : 'a small one is easily missed'}. A pattern shows here once it has held for four weeks.`
  return rest === 1
    ? 'For the other one no clear pattern yet.'
    : `For the other ${rest} no clear pattern yet.`
}

const daysWith = (factor: Factor): string =>
  factor.family === 'weekend' ? 'Weekends' : `Days ${withWords(factor)}`

const dayWith = (factor: Factor): string =>
  factor.family === 'weekend'
    ? 'a weekend day'
    : `a day ${withWords(factor).replace(/^that name /, 'that names ')}`

function withWords({ family, label }: Factor): string {
  switch (family) {
    case 'tag':
      return `tagged ${label}`
    case 'person':
      return `that name ${label}`
    default:
      return `with ${label}`
  }
}
