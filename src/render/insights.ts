import type { Factor } from '../reflect/factor-days.ts'
import type { Insight, Insights } from '../reflect/insights.ts'
import { listed, many, probablyBetween, rounded, roundedInSteps } from '../wording/counts.ts'
import type { Look } from './look.ts'
import type { Block } from './page/page.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/** What went with better or worse days, and how sure that is. */
export function renderInsights(insights: Insights, look: Look, of?: string): string {
  const { ratedDays, neededDays, enough, looked, shown } = insights
  const blocks = enough
    ? [
        say(
          of === undefined
            ? `You rated ${ratedDays} days.`
            : `You noted ${of} on ${ratedDays} days.`,
          looked > 0 && `${many(looked, 'thing')} came up often enough to look at.`,
        ),
        ...shown.map(it => insightBlocks(it, of)),
        shown.length > 0 ? say('This cannot tell which came first.') : [],
        say(restWords(insights, of)),
      ]
    : [
        say(
          `Not enough yet: ${ratedDays} of ${neededDays} ${of === undefined ? 'rated days' : `days with ${of}`}.`,
          'Until then, anything shown here would be guesswork.',
        ),
      ]
  const kept = blocks.filter(({ length }) => length > 0)
  const sections = kept.flatMap(one => section({}, one))
  return print(
    {
      title: of === undefined ? 'What went with better days' : `What went with ${of}`,
      aside: `hearten insights${of === undefined ? '' : ` --of ${of}`}`,
      sections,
    },
    look,
  )
}

/** @param of the measure that was looked at in the place of mood */
function insightBlocks(insight: Insight, of?: string): Block[] {
  const { factor, together, when, difference, interval, ...groups } = insight
  const better =
    of === undefined
      ? difference > 0
        ? 'a better mood'
        : 'a lower mood'
      : `${difference > 0 ? 'more' : 'less'} ${of}`
  const days = when === 'same day' ? daysWith(factor) : `The day after ${dayWith(factor)}`
  const [low, high] = interval
  const inOwn = of === undefined ? rounded : roundedInSteps(Math.abs(difference))
  const points = of === undefined ? ' points' : ''
  return [
    ...say(
      `${days} went with ${better}.`,
      together.length > 0 &&
        `${sentence(listed([factor, ...together].map(nounFor)))} come together on your days, so it may be ${together.length > 1 ? 'any of them' : 'either'}.`,
    ),
    ...note(
      `${of === undefined ? 'Mood' : sentence(of)} was ${inOwn(groups.with.mean)} on the ${many(groups.with.days, 'day')} with, and ${inOwn(groups.without.mean)} on the ${groups.without.days} without. Apart from weekdays, slow change and the days before, the difference is ${probablyBetween(difference > 0 ? interval : [-high, -low], inOwn)}${points}.`,
    ),
  ]
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const nounFor = ({ family, label }: Factor): string => (family === 'weekend' ? 'weekends' : label)

/** How often a habit worth 0.8 points of mood is seen; docs/statistics.md has the figures, and a test compares. */
const howOftenSeen =
  'That does not mean there is none. One worth nearly a point is seen in 5 or 6 of 10 journals after 90 rated days. After 180 it is 8 or 9 of 10. Smaller ones take longer.'

/** Of a measure it was not tried out: its numbers swing as they will. */
const notTriedOut =
  'That does not mean there is none. One can take months to show, a small one longer.'

function restWords({ looked, shown }: Insights, of?: string): string {
  const howOften = of === undefined ? howOftenSeen : notTriedOut
  const named = shown.flatMap(({ factor, together }) => [factor, ...together])
  const rest = looked - new Set(named.map(({ id }) => id)).size
  if (looked === 0)
    return 'Nothing was there often enough, and missing often enough, to be looked at yet.'
  if (rest === 0) return ''
  if (shown.length === 0)
    return `No clear pattern yet. ${howOften} A pattern shows here once it has held for four weeks.`
  return `For the other ${rest === 1 ? 'one' : rest} no clear pattern yet. ${howOften}`
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
