import type { Review } from '../../reflect/review.ts'
import { moodScale } from '../../themes/scales.ts'
import { dayAndMonth, listed } from '../../wording/counts.ts'
import { step } from '../charts.ts'
import type { Block } from '../page/page.ts'
import { quote, say } from '../page/page.ts'

const leastRated = 3
const mostPeople = 2

/** The line they chose to keep, if they chose one: the last they starred. */
export const chosenLine = ({ starred }: Review) => starred.at(-1)

/** What this time was like beyond the days: mood, people, what helped, and a line the person chose. */
export function summary(review: Review): Block[] {
  const chosen = chosenLine(review)
  return [
    ...say(moodSentence(review), peopleSentence(review)),
    ...(chosen ? [quote(chosen.text, 'You kept this', dayAndMonth(chosen.day, review.until))] : []),
  ]
}

/** "in between" for 3, as it was asked. */
const inWords = (mood: number): string => moodScale.words[step(mood)]

function moodSentence({ mood: { days } }: Review): string | undefined {
  if (days.length < leastRated) return undefined
  const steps = days.map(({ value }) => step(value))
  const known = [...new Set(steps)]
  const counted = known.map(one => ({ one, times: steps.filter(other => other === one).length }))
  const most = Math.max(...counted.map(({ times }) => times))
  const [usual = 3, another] = counted.flatMap(({ one, times }) => (times === most ? one : []))
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (low === high) return `Mood was ${inWords(usual)} each day you rated it.`
  if (another !== undefined) return `Mood was from ${inWords(low)} to ${inWords(high)}.`
  const reach =
    low === usual
      ? `and up to ${inWords(high)}`
      : high === usual
        ? `and down to ${inWords(low)}`
        : `from ${inWords(low)} to ${inWords(high)}`
  const often = most > steps.length / 2 ? 'mostly' : 'most often'
  return `Mood was ${often} ${inWords(usual)}, ${reach}.`
}

function peopleSentence({ themes, toolkit }: Review): string | undefined {
  // Somebody unsafe, estranged or dead does not open a page.
  const near = themes.support.named.filter(({ away }) => !away)
  const people = near.slice(0, mostPeople).map(({ name }) => name)
  const helped = themes.accountability.promises.helped[0]?.name
  const tool = toolkit.weighed
    .flatMap(({ tools }) => tools)
    .find(({ mood }) => mood.after > mood.before)?.name
  const good =
    tool !== undefined
      ? `mood was higher after “${tool}”`
      : helped !== undefined
        ? `“${helped}” helped with a promise`
        : undefined
  const there = people.length > 0 ? `${listed(people)} came up in your pages` : undefined
  const parts = [there, good].filter(part => part !== undefined)
  if (parts.length === 0) return undefined
  const text = parts.join(', and ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
