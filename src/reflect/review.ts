import type { Calm } from '../care/calm.ts'
import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Period } from '../journal/period.ts'
import { contains, daysSoFar } from '../journal/period.ts'
import type { Measure, Since } from '../journal/setting.ts'
import { tagKey } from '../journal/tags.ts'
import type { WrittenCourse } from '../themes/course.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { JournalLook } from './background.ts'
import { backgroundOf, firstDayIn, sessionIn, wordDaysIn } from './background.ts'
import type { Connection } from './connection.ts'
import { connectionOf } from './connection.ts'
import { countsOn } from './counting.ts'
import type { Course } from './course.ts'
import { moodCourse } from './course.ts'
import type { Known, Resurfacing } from './discretion.ts'
import { discretionOf, mayResurface } from './discretion.ts'
import { wordsThatMark } from './marked-words.ts'
import type { MeasureSeen } from './measures.ts'
import { measuresSeen } from './measures.ts'
import type { MonthGist } from './month-gist.ts'
import type { OneDay } from './one-day.ts'
import { oneDayOf } from './one-day.ts'
import type { Presence } from './presence.ts'
import { daysPresent } from './presence.ts'
import { quietAmong } from './quiet.ts'
import type { Quote } from './quote.ts'
import { quoteOf, quotesAcross } from './quote.ts'
import type { ThenAndNow } from './resurface.ts'
import { onThisDay, thenAndNow } from './resurface.ts'
import type { CourseSeen, DaysSince } from './season.ts'
import { coursesSeen, daysSince } from './season.ts'
import type { SessionChange } from './sessions.ts'
import { sessionChange } from './sessions.ts'
import type { MarkedWord } from './statistics/log-odds.ts'
import type { Count } from './tally.ts'
import { tally } from './tally.ts'
import type { AccountabilityPage } from './themes/accountability.ts'
import { accountabilityPage } from './themes/accountability.ts'
import type { CompassionPage } from './themes/compassion.ts'
import { compassionPage } from './themes/compassion.ts'
import type { GrowthPage } from './themes/growth.ts'
import { growthPage } from './themes/growth.ts'
import type { SharedPage } from './themes/shared.ts'
import { sharedPage } from './themes/shared.ts'
import type { SupportPage } from './themes/support.ts'
import { supportPage } from './themes/support.ts'
import { themeOf } from './themes/theme-of.ts'
import type { Toolkit } from './toolkit.ts'
import { toolkitOf } from './toolkit.ts'
import type { UrgesSeen } from './urges.ts'
import { urgesSeen } from './urges.ts'

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
  readonly journal: JournalLook
  readonly period: Period
  readonly settings: Resurfacing & {
    /** Whether to look for words that mark the period. */
    readonly words: boolean
    /** False to leave out every sentence of the person's own. */
    readonly ownWords?: boolean
  }
  /** Pages and lines that are known to call for nobody. */
  readonly calm?: Calm
  /** The words that mark the period, where they may be known already. */
  readonly markedIn?: typeof wordsMarking
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
  readonly mood: Course
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

/** The page of a theme, and how many entries belong to it. */
export type Counted<Page> = Page & { readonly count: number }

const mostOwn = 4
const mostTags = 12
const mostQuiet = 2

/**
 * Looks back over a period. Numbers come from every entry, names and sentences only from those that may be
 * shown. Letters still sealed and days to come are left out.
 */
export function reviewOf({
  journal,
  period,
  settings,
  markedIn = wordsMarking,
  measures = [],
  courses = [],
  since: daysFrom = [],
  planParts = 0,
  calm,
  ...known
}: ReviewInput): Review {
  const { today } = known
  const { sums } = journal
  const isOfToday = countsOn(today)
  const past = (from?: Day, to?: Day) => journal.entries(from, to).filter(isOfToday)
  const unquoted = new Set(sums.flatMap(({ gist }) => gist.unquoted))
  const withOwnWords = settings.ownWords !== false
  const discretion = discretionOf(known, sessionIn(journal), calm)
  const { isOpen } = discretion
  const may = {
    ...discretion,
    // Who is named in a page was looked up once, with everything else of its month.
    mayQuote: (entry: Entry) => withOwnWords && isOpen(entry) && !unquoted.has(entry.id),
  }

  const isCurrent = contains(period, today)
  const until = isCurrent ? today : period.to
  const first = firstDayIn(sums) ?? period.from
  const since = contains(period, first) ? first : period.from
  const isHere = (day: Day) => day >= since && day <= until
  const entries = past(since, until)
  const background = backgroundOf({ sums, entries: past }, isHere)
  // Against nothing else there is nothing to set words.
  const withWords =
    settings.words && entries.length < sums.reduce((all, { gist }) => all + gist.entries, 0)
  const on = daysPresent(entries)
  const open = entries.filter(isOpen)
  const quotable = open.filter(may.mayQuote)

  const page = { from: since, until, entries, open, quotable, background, known, may }
  const counts = tally(entries.flatMap(entry => themeOf(entry) ?? []))
  const counted = <Page>(id: ThemeId, found: Page): Counted<Page> => ({
    count: counts.find(({ name }) => name === id)?.count ?? 0,
    ...found,
  })
  const connection = connectionOf(entries)
  const urges = urgesSeen(entries, quotable, may)
  const returning = settings.resurface
    ? past().filter(mayResurface(known, settings, may, past(today, today)))
    : []
  const pair = thenAndNow(returning, since, until, may)
  const tags = tally(
    open.flatMap(entry => entry.tags.filter(may.mayTag)),
    tagKey,
  ).filter(({ name }) => may.mayRead(name))
  return {
    version: 1,
    period,
    since,
    until,
    presence: {
      on,
      days: on.length,
      of: daysSoFar({ from: since, to: period.to }, today),
      lifetime: background.lifetime,
      entries: entries.length,
    },
    later: journal.entries(period.from, period.to).filter(({ day }) => day > today).length,
    ...(period.from === period.to && { day: oneDayOf(entries, open, quotable, may) }),
    mood: moodCourse(entries),
    measures: measuresSeen(entries, measures, may),
    sessions: sessionChange(entries),
    themes: {
      compassion: counted('compassion', compassionPage(page)),
      shared: counted('shared', sharedPage(page)),
      support: counted('support', supportPage(page)),
      accountability: counted('accountability', accountabilityPage(page)),
      growth: counted('growth', growthPage(page)),
    },
    ownWords: quotesAcross(quotable.filter(isFree), mostOwn, may),
    quiet:
      isCurrent && entries.length > 0 && period.name !== 'day'
        ? quietAmong(
            sums.map(({ people }) => people),
            known,
          ).slice(0, mostQuiet)
        : [],
    toolkit: toolkitOf(
      open.filter(entry => entry.kind !== 'coping' || may.mayRead(entry.details.tool)),
    ),
    words: withWords && withOwnWords ? markedIn(sums, isHere) : [],
    ...(connection && { connection }),
    ...(urges && { urges }),
    courses: coursesSeen(entries, courses),
    daysSince: daysSince(daysFrom, sums, until, may),
    ...(isCurrent && planParts > 0 && { planParts }),
    tags: { distinct: tags.length, most: tags.slice(0, mostTags) },
    starred: quotable.filter(entry => entry.starred).flatMap(entry => quoteOf(entry, may) ?? []),
    ...(pair && { thenAndNow: pair }),
    onThisDay: isCurrent ? onThisDay(returning, today, may) : [],
  }
}

export const wordsMarking = (
  months: readonly MonthGist[],
  isHere: (day: Day) => boolean,
): readonly MarkedWord[] => wordsThatMark(wordDaysIn(months), isHere)

/** What was written in between. Letters are not read back unasked. */
const isFree = (entry: Entry): boolean =>
  (entry.kind === 'note' || entry.kind === 'checkin') && themeOf(entry) === undefined
