import type { Review } from '../../reflect/review.ts'
import { dayAndMonth, listed, many } from '../../wording/counts.ts'
import type { Section } from '../page/page.ts'
import { note, say, section } from '../page/page.ts'
import { sinceLine } from '../since.ts'

/** A course on the way, days that count, the plan: what is there, and never what is not. */
export const seasonSections = ({ courses, daysSince, planParts, until }: Review): Section[] => [
  ...section(
    { heading: 'Courses' },
    courses.flatMap(({ name, sessions }) =>
      say(
        `${name}: ${many(sessions.length, 'session')}, ${listed(sessions.map(it => `“${it}”`))}.`,
      ),
    ),
  ),
  ...section(
    { heading: `Days since, by ${dayAndMonth(until, until)}` },
    daysSince.flatMap(since => say(sinceLine(since, since, until, 'by date'))),
  ),
  ...section(
    { heading: 'A plan for hard hours' },
    planParts === undefined
      ? []
      : [
          ...say(
            `${many(planParts, 'part')} of it ${planParts === 1 ? 'holds' : 'hold'} something.`,
          ),
          ...note('hearten plan shows it', 'It is a page of its own.'),
        ],
  ),
]
