import type { Calm } from '../care/calm.ts'
import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { MonthsAtHand } from '../journal/months-at-hand.ts'
import type { Period } from '../journal/period.ts'
import { contains } from '../journal/period.ts'
import type { Measure, Since } from '../journal/setting.ts'
import type { WrittenCourse } from '../themes/course.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Connection } from './connection.ts'
import { countsOn } from './counting.ts'
import type { CourseSeen } from './courses-seen.ts'
import type { Curve } from './curve.ts'
import type { DaysSince } from './days-since.ts'
import type { Known, Resurfacing } from './discretion.ts'
import { discretionOf, mayResurface } from './discretion.ts'
import { wordsThatMark } from './marked-words.ts'
import type { MeasureSeen } from './measures.ts'
import type { MonthGist } from './month-gist.ts'
import type { OneDay } from './one-day.ts'
import { oneDayOf } from './one-day.ts'
import type { Presence } from './presence.ts'
import type { Quote } from './quote.ts'
import { quoteOf, quotesAcross } from './quote.ts'
import type { ThenAndNow } from './resurface.ts'
import { onThisDay, thenAndNow } from './resurface.ts'
import { numbersOf } from './review-numbers.ts'
import type { SessionChange } from './sessions.ts'
import type { MarkedWord } from './statistics/log-odds.ts'
import type { Count } from './tally.ts'
import type { AccountabilityPage } from './themes/accountability.ts'
import { accountabilityPage } from './themes/accountability.ts'
import type { CompassionPage } from './themes/compassion.ts'
import type { GrowthPage } from './themes/growth.ts'
import { quotesOf } from './themes/quotes.ts'
import type { SharedPage } from './themes/shared.ts'
import { sharedPage } from './themes/shared.ts'
import type { SupportPage } from './themes/support.ts'
import { themeOf } from './themes/theme-of.ts'
import type { Toolkit } from './toolkit.ts'
import type { UrgesSeen } from './urges.ts'
import { urgesSeen } from './urges.ts'
import { firstDayIn, monthWordsIn, sessionIn } from './whole-journal.ts'

export interface ReviewInput extends Known {
  /** The person's own measures. */
  readonly measures?: readonly Measure[]
  /** The courses there are, where one was begun. */
  readonly courses?: readonly WrittenCourse[]
  /** What days count from. */
  readonly since?: readonly Since[]
  /** How many parts of the plan for hard hours hold something. */
  readonly planParts?: number
  /** What is looked at. For a report that leaves the house, without private entries. */
  readonly journal: MonthsAtHand<MonthGist>
  /** Where it is looked up what else was written in a session, private pages and closed letters too; left out, `journal`. */
  readonly sessions?: Pick<MonthsAtHand<MonthGist>, 'entries' | 'sums'>
  readonly period: Period
  readonly settings: Resurfacing & {
    /** Whether to look for words that mark the period. */
    readonly words: boolean
    /** False to leave out every sentence of the person's own. */
    readonly ownWords?: boolean
  }
  /** Pages and lines that are known to call for nobody. */
  readonly calm?: Calm
}

/** What a period held: plain data, the same for the same journal, as `review --json` prints it. */
export interface Review {
  readonly version: 1
  readonly period: Period
  /** The first day that counts: the start of the period, or of the journal if that is later. */
  readonly since: Day
  /** The last day that counts: the end of the period, or today. */
  readonly until: Day
  readonly presence: Presence
  /** Entries of the period dated after today, which count when their day comes. */
  readonly later: number
  /** Of a single day: its page. */
  readonly day?: OneDay
  readonly mood: Curve
  /** What else was measured. */
  readonly measures: readonly MeasureSeen[]
  readonly sessions: SessionChange
  readonly themes: {
    readonly compassion: Counted<CompassionPage>
    readonly shared: Counted<SharedPage>
    readonly support: Counted<SupportPage>
    readonly accountability: Counted<AccountabilityPage>
    readonly growth: Counted<GrowthPage>
  }
  /** Lines from notes and check-ins that belong to no theme, oldest first. */
  readonly ownWords: readonly Quote[]
  /** People not in touch lately who may be thought of; only in a period that today is in. */
  readonly quiet: readonly string[]
  readonly toolkit: Toolkit
  readonly words: readonly MarkedWord[]
  readonly connection?: Connection
  /** Moments of wanting something, where there were any. */
  readonly urges?: UrgesSeen
  readonly courses: readonly CourseSeen[]
  readonly daysSince: readonly DaysSince[]
  /** How many parts of the plan for hard hours hold something; only in a period that today is in. */
  readonly planParts?: number
  /** The commonest tags, and how many different ones there were. */
  readonly tags: { readonly distinct: number; readonly most: readonly Count[] }
  /** Lines the person starred, oldest first. */
  readonly starred: readonly Quote[]
  readonly thenAndNow?: ThenAndNow
  readonly onThisDay: readonly Quote[]
}

/** The page of a theme, how many entries belong to it, and a line of their own. */
export type Counted<Page> = Page & { readonly count: number; readonly quotes: readonly Quote[] }

const mostOwn = 4

/**
 * Looks back over a period. Numbers come from every entry, names and sentences only from those that may be
 * shown. Letters still sealed and days to come are left out.
 */
export function reviewOf({
  journal,
  sessions = journal,
  period,
  settings,
  measures = [],
  courses = [],
  since: daysFrom = [],
  planParts = 0,
  calm,
  ...known
}: ReviewInput): Review {
  const { today } = known
  const { sums, once } = journal
  const past: ReviewInput['journal']['entries'] = (from, to) =>
    journal.entries(from, to).filter(countsOn(today))
  const unquoted = new Set(sums.flatMap(({ gist }) => gist.unquoted))
  const withOwnWords = settings.ownWords !== false
  const discretion = discretionOf(known, sessionIn(sessions), calm)
  const may = {
    ...discretion,
    // Who is named in a page was looked up once, with everything else of its month.
    mayQuote: (entry: Entry) => withOwnWords && discretion.isOpen(entry) && !unquoted.has(entry.id),
  }

  const isCurrent = contains(period, today)
  const until = isCurrent ? today : period.to
  const first = firstDayIn(sums) ?? period.from
  const since = contains(period, first) ? first : period.from
  const isHere = (day: Day) => day >= since && day <= until
  // Against nothing else there is nothing to set words.
  const isAll = sums.every(({ gist }) => gist.days.every(isHere))
  const words = once('words', () =>
    settings.words && withOwnWords && !isAll ? wordsThatMark(monthWordsIn(sums), isHere) : [],
  )
  const { found, connection, counts, ...numbers } = once('numbers', () =>
    numbersOf({
      ...{ journal, past, period, since, until, isHere, known, may },
      ...{ measures, courses, daysFrom },
    }),
  )
  const { entries, open, quotable, written } = found
  // Not the discretion that was kept with the numbers: of pages without their words it has made up its mind.
  const page = { ...found, known, may }

  const counted = <Page>(id: ThemeId, its: Page): Counted<Page> => ({
    count: counts.find(({ name }) => name === id)?.count ?? 0,
    ...its,
    quotes: quotesOf(id, written, may),
  })
  const urges = urgesSeen(entries, written, may)
  const returning = settings.resurface
    ? past().filter(mayResurface(known, settings, may, past(today, today)))
    : []
  const pair = thenAndNow(returning, since, until, may)
  return {
    version: 1,
    period,
    since,
    until,
    presence: numbers.presence,
    later: numbers.later,
    ...(period.from === period.to && { day: oneDayOf(entries, open, quotable, may) }),
    mood: numbers.mood,
    measures: numbers.measures,
    sessions: numbers.sessions,
    themes: {
      compassion: counted('compassion', numbers.compassion),
      shared: counted('shared', sharedPage(page)),
      support: counted('support', numbers.support),
      accountability: counted('accountability', accountabilityPage(page)),
      growth: counted('growth', numbers.growth),
    },
    ownWords: quotesAcross(written.filter(isFree), mostOwn, may),
    quiet: numbers.quiet,
    toolkit: numbers.toolkit,
    words,
    ...(connection && { connection }),
    ...(urges && { urges }),
    courses: numbers.courses,
    daysSince: numbers.daysSince,
    ...(isCurrent && planParts > 0 && { planParts }),
    tags: numbers.tags,
    starred: quotable.filter(entry => entry.starred).flatMap(entry => quoteOf(entry, may) ?? []),
    ...(pair && { thenAndNow: pair }),
    onThisDay: isCurrent ? onThisDay(returning, today, may) : [],
  }
}

/** What was written in between. Letters are not read back unasked. */
const isFree = (entry: Entry): boolean =>
  (entry.kind === 'note' || entry.kind === 'checkin') && themeOf(entry) === undefined
