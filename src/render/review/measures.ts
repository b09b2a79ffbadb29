import { sizeOfStep } from '../../reflect/axis.ts'
import type { MeasureSeen } from '../../reflect/measures.ts'
import type { Review } from '../../reflect/review.ts'
import { dayAndMonth, many, roundedInSteps } from '../../wording/counts.ts'
import type { Block, Section } from '../page/page.ts'
import { say, section } from '../page/page.ts'
import { leastMarks, meanWords, trendWords } from './opening.ts'

/** Measures, and the time they tell of. */
type Measured = Pick<Review, 'measures' | 'since' | 'until'> & {
  readonly presence: Pick<Review['presence'], 'of'>
}

/** What the person measures beside mood, said no more surely than mood is. */
export const measureSections = (review: Measured): Section[] =>
  section(
    { id: 'measures', heading: 'Your own measures' },
    review.measures.flatMap(it => measureBlocks(it, review)),
  )

function measureBlocks(measure: MeasureSeen, review: Measured): Block[] {
  const { name, unit, yes, course, axis } = measure
  if (yes) return say(`${name}: yes on ${yes.days} of ${many(yes.of, 'day')} it was noted on.`)
  if (!course || !axis) return []
  const { days, trend } = course
  const inOwn = roundedInSteps(sizeOfStep(axis))
  const endOf = (value: number, word = ''): string => `${inOwn(value)}${word && ` (${word})`}`
  const { since: from, until } = review
  const { of } = review.presence
  const hours = unit === 'hours' ? ' hours' : ''
  const ends = `${endOf(axis.from, measure.low)} to ${endOf(axis.to, measure.high)}${hours}`
  const isListed = days.length <= mostListed
  const sentence = isListed
    ? `${name} by day: ${days.map(({ day, value }) => `${dayAndMonth(day, until)} ${inOwn(value)}`).join(', ')}.`
    : `${name}, from ${ends}.`
  const rated = `${name}: noted on ${trend.rated} of ${many(of, 'day')}`
  return [
    ...(days.length < leastMarks
      ? say(sentence)
      : [
          {
            kind: 'strip' as const,
            label: name,
            from,
            until,
            curve: course,
            axis,
            // A report's chart has its own numbers.
            below: { screen: `The steps 1 to 5 run from ${ends}.`, paper: `From ${ends}.` },
            sentences: isListed ? [sentence, `From ${ends}.`] : [sentence],
          },
        ]),
    ...say(
      trend.state === 'range' && `${rated}, ${meanWords(trend, inOwn)}`,
      trend.state === 'slope' && `${rated}, ${trendWords(trend, axis)}`,
      trend.state === 'points' && days.length >= leastMarks && `${rated}.`,
    ),
  ]
}

const mostListed = 10
