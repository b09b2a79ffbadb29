import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Period } from '../journal/period.ts'
import { contains, daysSoFar } from '../journal/period.ts'
import { isSealedLetter } from '../journal/query.ts'
import { tagKey } from '../journal/tags.ts'
import type { ThemeId } from '../themes/theme.ts'
import { backgroundOf } from './background.ts'
import type { Connection } from './connection.ts'
import { connectionOf } from './connection.ts'
import type { Course } from './course.ts'
import { moodCourse } from './course.ts'
import type { Known, Resurfacing } from './discretion.ts'
import { discretionOf, mayResurface } from './discretion.ts'
import type { OneDay } from './one-day.ts'
import { oneDayOf } from './one-day.ts'
import { quietPeople } from './people.ts'
import type { Presence } from './presence.ts'
import { daysPresent } from './presence.ts'
import type { Quote } from './quote.ts'
import { quoteOf, quotesAcross } from './quote.ts'
import type { ThenAndNow } from './resurface.ts'
import { onThisDay, thenAndNow } from './resurface.ts'
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
import { countWords, wordsThatMark } from './words.ts'

export interface ReviewInput extends Known {
  /** The whole journal, oldest first. For a report that leaves the house, without private entries. */
  readonly journal: readonly Entry[]
  readonly period: Period
  readonly settings: Resurfacing & {
    /** Whether to look for words that mark the period. */
    readonly words: boolean
    /** False to leave out every sentence of the person's own. */
    readonly ownWords?: boolean
  }
  /** The uses of each word in entries, where counting them all again can be spared. */
  readonly wordsIn?: (entries: readonly Entry[]) => ReadonlyMap<string, number>
  /** People to whom the door may be held open, of entries up to today, where that is known already. */
  readonly quietIn?: typeof quietPeople
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
  wordsIn = countWords,
  quietIn = quietPeople,
  ...known
}: ReviewInput): Review {
  const { today } = known
  const withOwnWords = settings.ownWords !== false
  const may = {
    ...discretionOf(known, journal),
    ...(!withOwnWords && { mayQuote: () => false }),
  }
  const past = journal.filter(entry => entry.day <= today && !isSealedLetter(entry, today))
  const pastOpen = past.filter(may.isOpen)
  const pastQuotable = pastOpen.filter(may.mayQuote)

  const isCurrent = contains(period, today)
  const until = isCurrent ? today : period.to
  const first = past[0]?.day ?? period.from
  const since = contains(period, first) ? first : period.from
  const isHere = (entry: Entry) => entry.day >= since && entry.day <= until
  const entries = past.filter(isHere)
  // Against nothing else there is nothing to set words.
  const withWords = settings.words && entries.length < past.length
  const background = backgroundOf(past, pastOpen, pastQuotable, withWords ? wordsIn : undefined)
  const on = daysPresent(entries)
  const open = pastOpen.filter(isHere)
  const quotable = pastQuotable.filter(isHere)

  const page = { from: since, until, entries, open, quotable, background, known, may }
  const counts = tally(entries.flatMap(entry => themeOf(entry) ?? []))
  const counted = <Page>(id: ThemeId, found: Page): Counted<Page> => ({
    count: counts.find(({ name }) => name === id)?.count ?? 0,
    ...found,
  })
  const connection = connectionOf(entries)
  const written = past.filter(entry => entry.day === today)
  const mayReturn = mayResurface(known, settings, may, written)
  const returning = settings.resurface ? past.filter(mayReturn) : []
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
    later: journal.filter(entry => entry.day > today && contains(period, entry.day)).length,
    ...(period.from === period.to && { day: oneDayOf(entries, open, quotable, may) }),
    mood: moodCourse(entries),
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
        ? quietIn(past, known).slice(0, mostQuiet)
        : [],
    toolkit: toolkitOf(
      open.filter(entry => entry.kind !== 'coping' || may.mayRead(entry.details.tool)),
    ),
    words: withWords
      ? wordsThatMark(quotable, pastQuotable, { here: wordsIn(quotable), whole: background.words })
      : [],
    ...(connection && { connection }),
    tags: { distinct: tags.length, most: tags.slice(0, mostTags) },
    starred: quotable.filter(entry => entry.starred).flatMap(entry => quoteOf(entry, may) ?? []),
    ...(pair && { thenAndNow: pair }),
    onThisDay: isCurrent ? onThisDay(returning, today, may) : [],
  }
}

/** What was written in between. Letters are not read back unasked. */
const isFree = (entry: Entry): boolean =>
  (entry.kind === 'note' || entry.kind === 'checkin') && themeOf(entry) === undefined
