import { careFor } from '../care/care.ts'
import type { Audience } from '../journal/brought.ts'
import type { Day } from '../journal/day.ts'
import { daysBetween } from '../journal/day.ts'
import type { Entry, Outcome, PromiseEntry } from '../journal/entry.ts'
import { hasWords, ownWordsIn } from '../journal/fields/read.ts'
import { isSealedLetter } from '../journal/query.ts'
import type { Measure } from '../journal/setting.ts'
import type { Curve } from './curve.ts'
import { moodCurve } from './curve.ts'
import type { Known } from './discretion.ts'
import { discretionOf } from './discretion.ts'
import type { MeasureSeen } from './measures.ts'
import { measuresSeen } from './measures.ts'
import type { Redactor } from './redact.ts'
import type { UrgesSeen } from './urges.ts'
import { urgesSeen } from './urges.ts'

/** What somebody wants to bring. */
export interface PageWish {
  readonly whom: Audience
  /** The days it tells of. */
  readonly since: Day
  readonly until: Day
  /** Whether those days were said: then also what is marked comes from them alone. */
  readonly isSaid: boolean
  /** Which pages, where they were chosen by name: those of a course, or with a tag. */
  readonly named?: ((entry: Entry) => boolean) | undefined
  /** Entries that this somebody was brought before. */
  readonly brought: ReadonlySet<string>
}

/** A page to bring: plain data. */
export interface PageToBring {
  readonly whom: Audience
  readonly since: Day
  readonly until: Day
  /** Those whose words stand on it, oldest first. */
  readonly entries: readonly Entry[]
  /** What a therapist may want to see beside the words. */
  readonly numbers?: NumbersToBring
  /** Chosen entries that do not stand on it, by the reason; `hidden` are those that do not come up by themselves. */
  readonly leftOut: Readonly<Record<'private' | 'hidden' | 'wordless' | 'brought', number>>
}

interface NumbersToBring {
  readonly mood: Curve
  readonly measures: readonly MeasureSeen[]
  readonly presence: { readonly of: number }
  readonly promises: readonly PromiseSeen[]
  readonly urges?: UrgesSeen
}

interface PromiseSeen {
  readonly text: string
  /** How it went last; undefined while it waits. */
  readonly outcome?: Outcome
  /** The day that was said, or that it is due. */
  readonly day?: Day
}

/**
 * Gathers what somebody brings. Nothing private, muted, or of somebody who is not to be named; what calls for
 * help stands on it only where it was marked to be brought.
 * @param all every entry up to today, closed letters among them, oldest first
 */
export function pageToBring(
  all: readonly Entry[],
  measures: readonly Measure[],
  known: Known,
  { whom, since, until, isSaid, named, brought }: PageWish,
): PageToBring {
  const may = discretionOf(known, all)
  const entries = all.filter(entry => !isSealedLetter(entry, known.today))
  const within = (day: Day) => day >= since && day <= until
  const isMarked = (entry: Entry) => entry.bring === true && !brought.has(entry.id)
  const isStarred = (entry: Entry) =>
    whom === 'therapist' && entry.starred === true && within(entry.day)
  const chosen = entries.filter(
    entry =>
      (!isSaid || within(entry.day)) &&
      (named ? named(entry) : isMarked(entry) || isStarred(entry)),
  )
  // Who chose a page of somebody who died chose it as a star does.
  const mayQuote = (entry: Entry) => may.mayQuote({ ...entry, starred: true })
  const mayStand = (entry: Entry) =>
    mayQuote(entry) && (entry.bring === true || careFor(ownWordsIn(entry)) === undefined)
  const before = entries.filter(
    entry =>
      !named &&
      entry.bring === true &&
      brought.has(entry.id) &&
      (isSaid ? within(entry.day) : true) &&
      !isStarred(entry),
  )
  const leftOut = { private: 0, hidden: 0, wordless: 0, brought: before.length }
  const shown = chosen.filter(entry => {
    const why = !may.isOpen(entry)
      ? 'private'
      : !hasWords(entry)
        ? 'wordless'
        : mayStand(entry)
          ? undefined
          : 'hidden'
    if (why) leftOut[why]++
    return why === undefined
  })
  return {
    ...{ whom, since, until, entries: shown, leftOut },
    ...(whom === 'therapist' && { numbers: numbersOf() }),
  }

  function numbersOf(): NumbersToBring {
    const open = entries.filter(entry => entry.private !== true)
    const here = open.filter(({ day }) => within(day))
    // As a review that leaves the house counts them: from the first day with anything written that is not private.
    const first = open[0]?.day ?? since
    const urges = urgesSeen(here, here.filter(may.mayQuote).filter(hasWords), may)
    return {
      mood: moodCurve(here),
      measures: measuresSeen(here, measures, may),
      presence: { of: daysBetween(first > since ? first : since, until) + 1 },
      promises: open.filter(isPromise).flatMap(promise => {
        const said = (promise.details.steps ?? []).filter(({ on }) => on <= until).at(-1)
        const isHere = within(promise.day) || (said !== undefined && within(said.on))
        if (!isHere || !may.mayQuote(promise) || careFor(ownWordsIn(promise))) return []
        const day = said?.on ?? promise.details.due
        return [{ text: promise.text, ...(said && { outcome: said.outcome }), ...(day && { day }) }]
      }),
      ...(urges && { urges }),
    }
  }
}

const isPromise = (entry: Entry): entry is PromiseEntry => entry.kind === 'promise'

/** Whether nothing stands on it. */
export const isEmptyPage = ({ entries, numbers }: PageToBring): boolean =>
  entries.length === 0 &&
  (numbers === undefined ||
    (numbers.mood.days.length === 0 &&
      numbers.measures.length === 0 &&
      numbers.promises.length === 0 &&
      numbers.urges === undefined))

/** The same page, everybody by another name in whatever words stand on it. */
export function withOtherNames(page: PageToBring, { entry, text }: Redactor): PageToBring {
  const { numbers } = page
  const named = <T extends { readonly name: string }>(all: readonly T[]): T[] =>
    all.map(it => ({ ...it, name: text(it.name) }))
  return {
    ...page,
    entries: page.entries.map(entry),
    ...(numbers && {
      numbers: {
        ...numbers,
        measures: named(numbers.measures).map(it => ({
          ...it,
          ...(it.low !== undefined && { low: text(it.low) }),
          ...(it.high !== undefined && { high: text(it.high) }),
        })),
        promises: numbers.promises.map(it => ({ ...it, text: text(it.text) })),
        ...(numbers.urges && {
          urges: {
            ...numbers.urges,
            wants: named(numbers.urges.wants),
            eased: named(numbers.urges.eased),
            before: numbers.urges.before.map(it => ({ ...it, text: text(it.text) })),
          },
        }),
      },
    }),
  }
}
