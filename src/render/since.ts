import type { Day } from '../journal/day.ts'
import { daysBetween } from '../journal/day.ts'
import type { Since } from '../journal/setting.ts'
import type { SinceCount } from '../journal/since.ts'
import { many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/** "last drink: 211 of 214 days; the last one 3 days ago, you noted what came before." */
export function sinceLine(
  { name, start }: Pick<Since, 'name' | 'start'>,
  { days, of, lastSlip }: SinceCount,
  today: Day,
): string {
  const shown = visibleLine(name)
  if (!lastSlip) return `${shown}: ${many(days, 'day')}, since ${namedDay(start, today)}.`
  const ago = daysBetween(lastSlip.day, today)
  const last = ago === 0 ? 'the last one today' : `the last one ${many(ago, 'day')} ago`
  return `${shown}: ${days} of ${many(of, 'day')}; ${last}${lastSlip.noted ? ', you noted what came before' : ''}.`
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
