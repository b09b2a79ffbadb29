import type { Factor } from '../reflect/factor-days.ts'
import type { Insight, Insights } from '../reflect/insights.ts'
import { many, rounded, signed } from '../wording/counts.ts'
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

function insightBlocks({ factor, when, difference, interval, ...groups }: Insight): Block[] {
  const better = difference > 0 ? 'a better mood' : 'a lower mood'
  const days = when === 'same day' ? daysWith(factor) : `The day after ${dayWith(factor)}`
  const [low, high] = interval
  return [
    ...say(`${days} went with ${better}.`),
    ...note(
      `${rounded(groups.with.mean)} on ${many(groups.with.days, 'day')} with, ${rounded(groups.without.mean)} on ${groups.without.days} without; difference ${signed(difference)} (90% interval ${signed(low)} to ${signed(high)}).`,
    ),
  ]
}

function restWords({ looked, shown }: Insights): string {
  const rest = looked - new Set(shown.map(({ factor }) => factor.id)).size
  if (looked === 0)
    return 'Nothing was there often enough, and missing often enough, to be looked at yet.'
  if (rest === 0) return ''
  if (shown.length === 0) return 'No clear pattern yet.'
  return rest === 1
    ? 'For the other one no clear pattern yet.'
    : `For the other ${rest} no clear pattern yet.`
}

const daysWith = (factor: Factor): string =>
  factor.family === 'weekend' ? 'Weekends' : `Days ${withWords(factor)}`

const dayWith = (factor: Factor): string =>
  factor.family === 'weekend' ? 'a weekend day' : `a day ${withWords(factor)}`

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
