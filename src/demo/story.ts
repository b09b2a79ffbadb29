import type { JournalRecord } from '../journal/change.ts'
import { isEntry } from '../journal/change.ts'
import type { Day } from '../journal/day.ts'
import { addDays, weekday } from '../journal/day.ts'
import type { Checkin, Entry, Outcome, PromiseEntry, Scale } from '../journal/entry.ts'
import { newEntry, revise, tombstone } from '../journal/entry.ts'
import { isDue, isOpen, withStep } from '../journal/promise.ts'
import type { Stamp } from '../journal/record.ts'
import { themeIds } from '../themes/theme.ts'
import { castRecords } from './cast.ts'
import { chanceFrom } from './chance.ts'
import { eveningOf, feelingsFor, toneOf } from './evening.ts'
import { spoken } from './prose.ts'
import { seasonOf } from './season.ts'
import { bodies } from './words/bodies.ts'
import { daily, jots } from './words/days.ts'
import {
  coping,
  letters,
  meetings,
  reachouts,
  unanswered,
  unsentLetters,
  usualCoping,
  whatGotInTheWay,
  whatHelped,
} from './words/small.ts'
import type { Writer } from './writer.ts'
import { scaleOf, stampOf, written, writtenPage } from './writer.ts'

export interface StoryOptions {
  readonly seed: string
  readonly from: Day
  readonly days: number
  readonly zone: string
  /** How many sentences an answer has: 3 to 7 unless given. */
  readonly sentences?: readonly [least: number, most: number]
  /** How much likelier than usual somebody writes on a day: 1 leaves out about a quarter of the days. */
  readonly keen?: number
  /** Nothing is told of what comes after this moment. */
  readonly until?: Date
}

/**
 * A made-up journal of somebody mending after a break-up: sessions, notes, people, promises and what
 * became of them, about five entries a day, with days left out. The same options give the same records;
 * later revisions come after the ones they replace.
 */
export function storyOf({
  seed,
  from,
  days,
  zone,
  sentences = [3, 7],
  keen = 1,
  until,
}: StoryOptions): JournalRecord[] {
  const chance = chanceFrom(seed)
  const writer: Writer = { chance, zone, sentences }
  const records: JournalRecord[] = castRecords(stampOf(writer, from, 18 * 60))
  let open: PromiseEntry[] = []
  let drift = 0

  for (let day = from, n = 0; n < days; n++, day = addDays(from, n)) {
    drift = 0.6 * drift + 0.5 * chance.normal()
    if (!chance.is(keen * (here[weekday(day) - 1] ?? 1))) continue
    const reached = chance.is(reachesOut)
    const mood = scaleOf(usualMood(n, day) + drift + (reached ? lifted : left))
    const today = dayOf(writer, day, mood, reached)
    const settled = open
      .filter(promise => isDue(promise, day))
      .map(promise => settledOn(writer, promise, day))
    records.push(...today.sort((a, b) => (a.at < b.at ? -1 : 1)), ...settled)
    records.push(...today.flatMap(entry => secondThoughts(writer, entry, day)))
    open = [
      ...open.filter(promise => settled.every(({ id }) => id !== promise.id)),
      ...settled.filter(isOpen),
      ...today.filter(entry => entry.kind === 'promise'),
    ]
  }
  return until ? toldBy(until, records) : records
}

/**
 * The same story, with what somebody in such a season keeps beside it: a course half way, a plan, urges, hours of
 * sleep, and days that count.
 */
export function wholeStoryOf({ until, ...options }: StoryOptions): JournalRecord[] {
  const story = storyOf(options)
  const here = [...new Set(story.filter(isEntry).map(({ day }) => day))].sort()
  const { settings, entries, withSleep } = seasonOf({ ...options, here })
  const isCheckin = (it: JournalRecord): it is Checkin => isEntry(it) && it.kind === 'checkin'
  const all = [...story.map(it => (isCheckin(it) ? withSleep(it) : it)), ...settings, ...entries]
  return until ? toldBy(until, all) : all
}

/** What was there at a moment. A session that is still going on is left out whole: it is a draft then. */
function toldBy(until: Date, records: readonly JournalRecord[]): JournalRecord[] {
  const isAhead = (record: JournalRecord) => new Date(record.writtenAt) > until
  const unfinished = new Set(
    records.filter(isAhead).flatMap(record => ('session' in record ? (record.session ?? []) : [])),
  )
  return records.filter(
    record =>
      !isAhead(record) &&
      !('session' in record && record.session && unfinished.has(record.session)),
  )
}

/** How often a day has somebody in it who was reached out to, and what such a day is to the mood: what insights can find. */
const reachesOut = 0.45
const lifted = 0.9
const left = -0.5

/** How likely somebody writes, Monday to Sunday. */
const here = [0.85, 0.72, 0.8, 0.9, 0.62, 0.75, 0.82]
/** Sundays are long; on Thursday there is the group. */
const week = [-0.1, 0, 0, 0.35, 0.1, 0.15, -0.45]

/** Low at first and slowly better; in a long life there is another hard season now and then. */
function usualMood(n: number, day: Day): number {
  const sinceItHappened = n % 900
  const year = Math.cos(((Number(day.slice(5, 7)) - 6) / 12) * 2 * Math.PI)
  return 3.7 - 1.8 * Math.exp(-sinceItHappened / 45) + 0.15 * year + (week[weekday(day) - 1] ?? 0)
}

function dayOf(writer: Writer, day: Day, mood: Scale, reached: boolean): Entry[] {
  const { chance } = writer
  const at = (from: number, to: number) => stampOf(writer, day, chance.between(from * 60, to * 60))
  const entries: Entry[] = []
  if (chance.is(0.8)) entries.push(...eveningOf(writer, day, mood))
  else if (chance.is(0.5)) {
    const details = { energy: scaleOf(mood + chance.normal()), feelings: feelingsFor(mood, writer) }
    entries.push(
      newEntry<'checkin'>({ kind: 'checkin', mood, ...details, details: {} }, at(20, 23)),
    )
  }
  if (chance.is(0.45) || entries.length === 0) entries.push(noteOf(writer, mood, at(7, 18)))
  if (reached) entries.push(reachoutOf(writer, at(12, 18)))
  if (chance.is(0.42)) entries.push(copingOf(writer, mood, at(10, 22)))
  if (weekday(day) === 4 && chance.is(0.8)) entries.push(meetingOf(writer, day, mood, at(18, 19)))
  if (chance.is(0.04)) entries.push(letterOf(writer, day, at(21, 23)))
  return entries
}

function noteOf(writer: Writer, mood: Scale, at: Stamp): Entry {
  const { chance } = writer
  const theme = chance.pick([...themeIds])
  const said = chance.is(0.4)
    ? spoken(jots, chance)
    : writtenPage(writer, chance.is(0.5) ? jots : daily, daily, bodies[theme][toneOf(mood)])
  const mark = said.tags[0] && chance.is(0.5) ? { text: `${said.text} #${said.tags[0]}` } : {}
  return written<'note'>(
    writer,
    { ...said, ...mark },
    {
      kind: 'note',
      ...(chance.is(0.2) && { mood }),
      ...(mark.text && { tags: said.tags }),
      details: {},
    },
    at,
  )
}

function reachoutOf(writer: Writer, at: Stamp): Entry {
  const { chance } = writer
  const name = chance.pick([
    'Ines',
    'Ines',
    'Marek',
    'Marek',
    'Dana',
    'Lea',
    'Aunt Rosa',
    'Mr Okafor',
  ])
  const expected = scaleOf(2.3 + 0.7 * chance.normal())
  const answered = chance.is(0.8)
  return written<'reachout'>(
    writer,
    spoken(answered ? reachouts : unanswered, chance, name),
    {
      kind: 'reachout',
      people: [name],
      details: {
        support: chance.pick(['listened', 'listened', 'company', 'practical', 'advice']),
        direction: answered ? chance.pick(['asked', 'received', 'given', 'offered']) : 'asked',
        expected,
        answered,
        ...(answered && {
          actual: scaleOf(expected + 1.2 + chance.normal()),
          caredFor: scaleOf(3.8 + chance.normal()),
        }),
      },
    },
    at,
  )
}

function copingOf(writer: Writer, mood: Scale, at: Stamp): Entry {
  const { chance } = writer
  const { tool, words } = chance.deal(chance.is(0.8) ? usualCoping : coping)
  const before = scaleOf(mood - 0.4 + 0.5 * chance.normal())
  const after = scaleOf(before + 0.6 + 0.6 * chance.normal())
  return written<'coping'>(
    writer,
    spoken(words, chance),
    { kind: 'coping', details: { tool, before, after, useAgain: after >= before } },
    at,
  )
}

function meetingOf(writer: Writer, day: Day, mood: Scale, at: Stamp): Entry {
  const { chance } = writer
  return written<'meeting'>(
    writer,
    spoken(meetings, chance),
    {
      kind: 'meeting',
      theme: 'shared',
      tags: ['group'],
      details: {
        name: 'Thursday group',
        before: scaleOf(mood - 0.5),
        after: scaleOf(mood + 0.4 + 0.5 * chance.normal()),
        next: addDays(day, 7),
      },
    },
    at,
  )
}

function letterOf(writer: Writer, day: Day, at: Stamp): Entry {
  const { chance } = writer
  const later = chance.is(0.6)
  const details = later
    ? { to: 'my later self', sealedUntil: addDays(day, chance.between(60, 365)) }
    : { unsent: true as const }
  return written<'letter'>(
    writer,
    spoken(later ? letters : unsentLetters, chance),
    { kind: 'letter', details },
    at,
  )
}

/** What became of a promise on the day it was due, or on the next day somebody was here. */
function settledOn(writer: Writer, promise: PromiseEntry, day: Day): PromiseEntry {
  const { chance } = writer
  const outcome = chance.pick<Outcome>([
    'done',
    'done',
    'done',
    'partly',
    'not-yet',
    'changed',
    'let-go',
  ])
  const helped = ['done', 'partly'].includes(outcome) && chance.is(0.6)
  const hindered = ['not-yet', 'changed'].includes(outcome) && chance.is(0.6)
  const moved = ['not-yet', 'changed'].includes(outcome) && {
    due: addDays(day, chance.between(2, 6)),
  }
  return withStep(
    promise,
    {
      on: day,
      outcome,
      ...(helped && { helped: spoken(whatHelped, chance).text }),
      ...(hindered && { obstacle: spoken(whatGotInTheWay, chance).text }),
    },
    moved || {},
    stampOf(writer, day, 19 * 60),
  )
}

/** Now and then a page is changed an hour later, or thrown away. */
function secondThoughts(writer: Writer, entry: Entry, day: Day): Entry[] {
  if (entry.text === '' || entry.kind === 'promise') return []
  const later = stampOf(writer, day, 23 * 60 + 30)
  const { chance } = writer
  if (chance.is(0.01)) return [tombstone(entry, later)]
  if (!chance.is(0.03)) return []
  return [revise(entry, { text: `${entry.text}\n\n${spoken(daily, chance).text}` }, later)]
}
