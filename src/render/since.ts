import type { Day } from '../journal/day.ts'
import { daysBetween } from '../journal/day.ts'
import type { Since } from '../journal/setting.ts'
import type { SinceCount } from '../journal/since.ts'
import { dayAndMonth, many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/**
 * "last drink: 211 of 214 days; the last one 3 days ago, you noted what came before."
 * @param until the day they are counted to
 * @param last how the last slip is told: a page that is read on other days has its date
 */
export function sinceLine(
  { name, start }: Pick<Since, 'name' | 'start'>,
  { days, of, lastSlip }: SinceCount,
  until: Day,
  last: 'by date' | 'ago' = 'ago',
): string {
  const shown = visibleLine(name)
  if (!lastSlip) return `${shown}: ${many(days, 'day')}, since ${namedDay(start, until)}.`
  const ago = daysBetween(lastSlip.day, until)
  const when =
    last === 'by date'
      ? `on ${dayAndMonth(lastSlip.day, until)}`
      : ago === 0
        ? 'today'
        : `${many(ago, 'day')} ago`
  return `${shown}: ${days} of ${many(of, 'day')}; the last one ${when}${lastSlip.noted ? ', you noted what came before' : ''}.`
}

/** All that is counted from a day. */
export function renderSince(
  counted: readonly { readonly since: Since; readonly count: SinceCount }[],
  look: Look,
): string {
  const sections = [
    ...section(
      {},
      counted.length > 0
        ? counted.flatMap(({ since, count }) => say(sinceLine(since, count, look.today)))
        : say('Nothing is counted yet, and nothing has to be.'),
    ),
    ...section({}, note('`hearten since add "the last drink" 2026-08-01` counts from a day.')),
  ]
  return print({ title: 'Since', aside: 'hearten since', sections }, look)
}
