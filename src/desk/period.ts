import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import { DateError } from '../journal/dates.ts'
import type { Day } from '../journal/day.ts'
import { isDay } from '../journal/day.ts'
import type { Period, PeriodName } from '../journal/period.ts'
import { periodFromText, periodNames, periodOf, rangePeriod } from '../journal/period.ts'
import { asUsage, rangeFlag } from './flags.ts'

/** The period that words (`month`, `week 2026-03-04`, `2026-03`, nothing) or `--from` and `--to` mean. */
export function periodMeant(
  context: Context,
  words: readonly string[],
  flags: { from?: string; to?: string },
  first: Day | undefined,
): Period {
  const { today, zone } = context.stamp()
  const { weekStartsOn, seasonStart } = context.settings
  if (flags.from !== undefined || flags.to !== undefined) {
    if (words.length > 0)
      throw new UsageError(`Either ${words.join(' ')} or --from and --to, not both.`)
    const [begin, end] = [
      flags.from === undefined ? undefined : rangeFlag(flags.from, '--from', context).from,
      flags.to === undefined ? undefined : rangeFlag(flags.to, '--to', context).to,
    ]
    const [from, to] = [begin ?? first ?? today, end ?? today]
    // An end that was not said is never the wrong way round.
    if (from > to && begin === undefined) return rangePeriod(to, to)
    if (from > to && end === undefined) return rangePeriod(from, from)
    return asUsage('--from and --to:', () => rangePeriod(from, to))
  }
  const [word = 'month', ...rest] = words
  const name = named(word)
  return asUsage('', () => {
    if (name === undefined)
      return orPeriods(() => periodFromText(words.join(' '), { today, zone, weekStartsOn }))
    if (rest.length === 0)
      return periodOf(name, {
        today,
        weekStartsOn,
        ...(isDay(seasonStart) && { seasonStart }),
        ...(first !== undefined && { first }),
      })
    if (name === 'season' || name === 'all') throw new UsageError(`${name} takes no date after it.`)
    return periodFromText(rest.join(' '), { today, zone, weekStartsOn }, name)
  })
}

/** Says which words would have done besides a date. */
function orPeriods(read: () => Period): Period {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DateError) || !error.message.includes('does not read as')) throw error
    throw new DateError(`${error.message} ${periodNames.join(', ')} will do as well.`)
  }
}

const named = (word: string): PeriodName | undefined =>
  periodNames.find(name => name === word.toLowerCase())
