import { asYours } from '../../journal/person.ts'
import { sizeOfStep } from '../../reflect/axis.ts'
import type { MeasureSeen } from '../../reflect/measures.ts'
import type { DayWords } from '../../reflect/one-day.ts'
import type { Review } from '../../reflect/review.ts'
import type { UrgesSeen } from '../../reflect/urges.ts'
import { moodScale } from '../../themes/scales.ts'
import { themeNames } from '../../themes/theme.ts'
import { capital, listed, roundedInSteps } from '../../wording/counts.ts'
import type { Block, Section } from '../page/page.ts'
import { note, quote, say, section } from '../page/page.ts'
import { laterNote, presenceWords } from './opening.ts'
import { promiseWords, reachedOutWords } from './themes.ts'

/** One day as a page: its words first and whole, then what was noted beside them. One answer is no statistic. */
export function dayPage(review: Review): Section[] {
  const { day } = review
  if (review.presence.days === 0)
    return section({}, [...say(presenceWords(review)), ...laterNote(review)])
  const page = [
    ...(day ? runsOf(day.words) : []).map(({ heading, words }) => ({
      heading,
      blocks: words.flatMap(blocksOf),
    })),
    ...section(day?.words.length ? { heading: 'Beside the words' } : {}, beside(review)),
  ]
  return page.length > 0 ? page : section({}, say(presenceWords(review)))
}

/** Words that stand together under one heading: their theme, or the hour of a note. */
function runsOf(words: readonly DayWords[]): { heading: string; words: DayWords[] }[] {
  const runs: { heading: string; words: DayWords[] }[] = []
  for (const one of words) {
    const heading = one.theme ? themeNames[one.theme] : `At ${one.time}`
    const last = runs.at(-1)
    if (last?.heading === heading) last.words.push(one)
    else runs.push({ heading, words: [one] })
  }
  return runs
}

/** A line of the person's own is a line here as well. */
function blocksOf({ question, kind, text }: DayWords): Block[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return [
    ...(question === undefined ? [] : note(question)),
    ...lines.map((line, n) => quote(line, n === 0 && kind ? capital(kind) : undefined)),
  ]
}

function beside({ day, themes, toolkit, tags, measures, urges }: Review): Block[] {
  const { support, shared, compassion, accountability } = themes
  const { moods = [], feelings = [] } = day ?? {}
  const tools = [...toolkit.weighed.flatMap(group => group.tools), ...toolkit.few]
  const people = support.named.flatMap(({ name, away }) => (away ? [] : asYours(name)))
  const understood = compassion.understoodBy.map(({ name }) => asYours(name))
  return [
    ...say(
      moods.length > 0 && `Mood was ${moods.map(mood => moodScale.words[mood]).join(', then ')}.`,
      feelings.length > 0 && `You named ${listed(feelings)}.`,
    ),
    ...say(
      measures.length > 0 && `${capital(measures.map(measured).join(', '))}.`,
      urges && wantingWords(urges),
    ),
    ...say(
      people.length > 0 && `${capital(listed(people))} came up.`,
      understood.length > 0 && `Understood by ${listed(understood)}.`,
      support.reachedOut.of > 0 && reachedOutWords(support.reachedOut),
      support.reachedBy > 0 && 'Somebody came to you.',
    ),
    ...say(
      shared.meetings.names.length > 0 &&
        `You were at ${listed(shared.meetings.names.map(({ name }) => name))}.`,
      tools.length > 0 && `You tried ${listed(tools.map(({ name }) => name))}.`,
      accountability.promises.total > 0 && promiseWords(accountability.promises),
      tags.most.length > 0 && `Tags: ${tags.most.map(({ name }) => name).join(', ')}.`,
    ),
  ]
}

/** "pain: 4", "pills: yes"; of several answers the mean, which says so. */
function measured({ name, yes, course, axis }: MeasureSeen): string {
  if (yes) return `${name}: ${yes.days > 0 ? 'yes' : 'no'}`
  const say = roundedInSteps(axis ? sizeOfStep(axis) : 1)
  const [noted] = course?.days ?? []
  const mean = (noted?.ratings ?? 0) > 1 ? ' on average' : ''
  return `${name}: ${noted ? say(noted.value) : ''}${mean}`
}

function wantingWords({ count, wants }: UrgesSeen): string {
  const moments = count === 1 ? 'A moment of wanting was' : 'Moments of wanting were'
  return `${moments} noted${wants.length > 0 ? `: ${listed(wants.map(({ name }) => name))}` : ''}.`
}
