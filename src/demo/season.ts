import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Checkin, Entry } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { planPart } from '../journal/plan-part.ts'
import { firstRevision } from '../journal/record.ts'
import type { JournalSetting, Measure } from '../journal/setting.ts'
import { courses } from '../themes/courses.ts'
import { starterMeasures } from '../themes/measures.ts'
import { themeIds } from '../themes/theme.ts'
import { chanceFrom } from './chance.ts'
import { courseDone, lastMessage, planSittings, urges } from './words/season.ts'
import type { Writer } from './writer.ts'
import { scaleOf, stampOf } from './writer.ts'

export interface SeasonOptions {
  readonly seed: string
  /** The days of a story of three months on which something was written, oldest first. */
  readonly here: readonly Day[]
  readonly zone: string
}

/** What somebody made of such a season: a course half way, a plan, urges, a night's sleep noted, days that count. */
export interface ToldSeason {
  readonly settings: readonly JournalSetting[]
  readonly entries: readonly Entry[]
  /** A check-in with the hours of sleep that were noted in it. */
  withSleep(checkin: Checkin): Checkin
}

/** How far into the days it all begins, in shares of them. */
const beginnings = { course: 0.1, since: 0.06, measure: 0.35, plan: 0.3, urges: 0.04, slip: 0.25 }

export function seasonOf({ seed, here, zone }: SeasonOptions): ToldSeason {
  const chance = chanceFrom(`${seed} season`)
  const writer: Writer = { chance, zone, sentences: [1, 1] }
  const at = (share: number, minutes: number) => stampOf(writer, dayAt(here, share), minutes)
  const [sleep, measure] = sleepMeasured(writer, here)
  return {
    withSleep: sleep,
    settings: [
      measure,
      ...planOf(writer, here),
      {
        ...firstRevision(at(beginnings.course, 18 * 60)),
        ...{ kind: 'course', course: 'break-up', state: 'going' },
        begun: dayAt(here, beginnings.course),
      },
      {
        ...firstRevision(at(beginnings.since, 9 * 60)),
        ...{ kind: 'since', name: lastMessage.name },
        start: addDays(dayAt(here, 0), -1),
        // What was told then is told by now.
        told: 30,
      },
    ],
    entries: [
      ...courseDone.flatMap((_, n) => sessionOf(writer, here, n)),
      ...urges.map((urge, n) => {
        const { want, before, strength, later, minutes, eased } = urge
        const share = beginnings.urges + (n / urges.length) ** 1.3 * 0.9
        const wait = { strength, strengthLater: later, minutes }
        const details = { want, ...wait, ...(eased !== undefined && { eased }) }
        return newEntry<'urge'>(
          { kind: 'urge', text: before, details },
          at(share, chance.between(20 * 60, 23 * 60)),
        )
      }),
      newEntry<'slip'>(
        { kind: 'slip', text: lastMessage.slip, details: { since: lastMessage.name } },
        at(beginnings.slip, 10 * 60),
      ),
    ],
  }
}

function dayAt(here: readonly Day[], share: number): Day {
  const day = here[Math.floor(share * here.length)]
  if (day === undefined) throw new Error('A season needs days')
  return day
}

/** One session of the course, about every tenth day. */
function sessionOf(writer: Writer, here: readonly Day[], n: number): Entry[] {
  const { chance } = writer
  const course = courses.find(({ id }) => id === 'break-up')
  const done = courseDone[n]
  const session = course?.sessions.find(({ id }) => id === done?.session)
  if (!course || !done || !session) throw new Error('No such session of the course')
  const day = dayAt(here, beginnings.course + (n / courseDone.length) * 0.85)
  let minutes = 16 * 60 + chance.between(0, 60)
  const next = () => {
    minutes += chance.between(1, 4)
    return stampOf(writer, day, minutes)
  }
  const start = next()
  const mood = scaleOf(2.6 + n * 0.2)
  const entries: Entry[] = [
    newEntry<'checkin'>(
      {
        ...{ kind: 'checkin', mood, energy: 3 },
        details: { moment: 'arrive', course: { id: course.id, session: session.id } },
      },
      start,
    ),
  ]
  for (const theme of themeIds) {
    const text = done.answers[theme]
    const prompt = session.prompts.find(it => it.theme === theme)
    if (text === undefined || !prompt) continue
    const asked = { id: `${course.id}.${session.id}.${theme}`, text: prompt.text }
    entries.push(
      newEntry<'reflection'>(
        { kind: 'reflection', theme, prompt: asked, text, details: {} },
        next(),
      ),
    )
  }
  const leave = { kind: 'checkin', mood, details: { moment: 'leave' } } as const
  entries.push(newEntry<'checkin'>(leave, next()))
  const id = start.newId()
  return entries.map(entry => ({ ...entry, session: id }))
}

function planOf(writer: Writer, here: readonly Day[]): JournalSetting[] {
  return planSittings.flatMap((parts, n) => {
    const stamp = stampOf(writer, dayAt(here, beginnings.plan + n * 0.1), 17 * 60)
    return Object.entries(parts).map(([part, text]) => planPart(part, text, [], undefined, stamp))
  })
}

/** Hours of sleep, shorter at first, on most of the days from some day on. */
function sleepMeasured(
  writer: Writer,
  here: readonly Day[],
): readonly [(checkin: Checkin) => Checkin, Measure] {
  const { chance } = writer
  const from = dayAt(here, beginnings.measure)
  const starter = starterMeasures.find(({ name }) => name === 'sleep')
  if (!starter) throw new Error('No such measure')
  const measure: Measure = {
    ...firstRevision(stampOf(writer, from, 8 * 60)),
    ...{ kind: 'measure', aliases: [], ...starter },
  }
  const noted = new Map<Day, number>()
  for (const [n, day] of here.filter(it => it >= from).entries())
    if (chance.is(0.85))
      noted.set(day, Math.round((5.2 + n * 0.025 + chance.normal() * 0.7) * 2) / 2)
  return [
    checkin => {
      const hours = noted.get(checkin.day)
      if (hours === undefined) return checkin
      noted.delete(checkin.day)
      return { ...checkin, details: { ...checkin.details, measures: { sleep: hours } } }
    },
    measure,
  ]
}
