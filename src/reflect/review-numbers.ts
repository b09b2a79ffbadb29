import type { Day } from '../journal/day.ts'
import type { MonthsAtHand } from '../journal/months-at-hand.ts'
import type { Period } from '../journal/period.ts'
import { contains, daysSoFar } from '../journal/period.ts'
import { isSealedLetter } from '../journal/query.ts'
import type { Measure, Since } from '../journal/setting.ts'
import { tagKey } from '../journal/tags.ts'
import type { WrittenCourse } from '../themes/course.ts'
import { connectionOf } from './connection.ts'
import { coursesSeen } from './courses-seen.ts'
import { moodCurve } from './curve.ts'
import { daysSince } from './days-since.ts'
import type { Discretion, Known } from './discretion.ts'
import { measuresSeen } from './measures.ts'
import type { MonthGist } from './month-gist.ts'
import { daysPresent } from './presence.ts'
import { quietAmong } from './quiet.ts'
import { sessionChange } from './sessions.ts'
import { tally } from './tally.ts'
import { compassionPage } from './themes/compassion.ts'
import { growthPage } from './themes/growth.ts'
import type { PageInput } from './themes/page.ts'
import { supportPage } from './themes/support.ts'
import { themeOf } from './themes/theme-of.ts'
import { toolkitOf } from './toolkit.ts'
import { wholeJournalOf } from './whole-journal.ts'

/** What the numbers of a review are made from. */
interface NumbersInput {
  readonly journal: Pick<MonthsAtHand<MonthGist>, 'entries' | 'sums'>
  /** As `journal.entries`, of those that count today. */
  readonly past: MonthsAtHand<MonthGist>['entries']
  readonly period: Period
  /** The first day that counts, and the last. */
  readonly since: Day
  readonly until: Day
  /** Whether a day is one of these. */
  isHere(day: Day): boolean
  readonly known: Known
  readonly may: Discretion
  /** The person's own measures. */
  readonly measures: readonly Measure[]
  readonly courses: readonly WrittenCourse[]
  /** What days count from. */
  readonly daysFrom: readonly Since[]
}

const mostTags = 12
const mostQuiet = 2

/** What of a review needs no words of pages, however many they are; and the entries that it is of. */
export function numbersOf(input: NumbersInput) {
  const { journal, period, since, until, known, may, measures, courses, daysFrom } = input
  const { sums } = journal
  const { today } = known
  const found = foundIn(input)
  const { entries, open, whole } = found
  const page = { ...found, known, may }
  const tags = tally(
    open.flatMap(entry => entry.tags.filter(may.mayTag)),
    tagKey,
  ).filter(({ name }) => may.mayRead(name))
  const on = daysPresent(entries)
  const { lifetime } = whole
  const of = daysSoFar({ from: since, to: period.to }, today)
  return {
    found,
    counts: tally(entries.flatMap(entry => themeOf(entry) ?? [])),
    presence: { on, days: on.length, of, lifetime, entries: entries.length },
    later: journal
      .entries(period.from, period.to)
      .filter(entry => entry.day > today && !isSealedLetter(entry, today)).length,
    mood: moodCurve(entries),
    measures: measuresSeen(entries, measures, may),
    sessions: sessionChange(entries),
    compassion: compassionPage(page),
    support: supportPage(page),
    growth: growthPage(page),
    quiet:
      contains(period, today) && entries.length > 0 && period.name !== 'day'
        ? quietAmong(
            sums.map(({ people }) => people),
            known,
          ).slice(0, mostQuiet)
        : [],
    toolkit: toolkitOf(
      open.filter(entry => entry.kind !== 'coping' || may.mayRead(entry.details.tool)),
    ),
    connection: connectionOf(entries),
    courses: coursesSeen(entries, courses),
    // Of days that have not come none can be counted.
    daysSince: since > today ? [] : daysSince(daysFrom, sums, until, may),
    tags: { distinct: tags.length, most: tags.slice(0, mostTags) },
  }
}

/** The entries of the days that count, by what may be said of them. No discretion: whoever holds on to them needs its own. */
function foundIn(input: NumbersInput): Omit<PageInput, 'known' | 'may'> {
  const { past, since, until, isHere, may } = input
  const { sums } = input.journal
  const entries = past(since, until)
  const open = entries.filter(may.isOpen)
  const quotable = open.filter(may.mayQuote)
  const blank = new Set(sums.flatMap(({ gist }) => gist.blank))
  const written = quotable.filter(({ id }) => !blank.has(id))
  const whole = wholeJournalOf({ sums, entries: past }, isHere)
  return { from: since, until, entries, open, quotable, written, whole }
}
