import type { Day } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import { isDue, openPromises, waitingIn } from '../journal/promise.ts'
import type { SlipDay } from '../journal/since.ts'
import { slipDaysIn } from '../journal/since.ts'
import type { GoodFor } from './counting.ts'
import { countedOn, isGoodOn } from './counting.ts'
import { daysPresent } from './presence.ts'

/** What `status` needs of a month. */
interface MonthGlance {
  readonly while: GoodFor
  readonly days: readonly Day[]
  /** Its promises that wait, without their words. */
  readonly open: readonly Pick<PromiseEntry, 'details'>[]
  readonly slips: readonly SlipDay[]
}

/** The journal at a glance. */
export interface Glance {
  /** Days with anything written, oldest first. */
  readonly days: readonly Day[]
  readonly promises: { readonly due: number; readonly open: number }
  readonly slips: readonly SlipDay[]
}

/** What of each month a glance is made of, to be kept. */
export const glanceSum = (today: Day) => ({
  name: 'glance',
  parts: ['while', 'days', 'open', 'slips'] as const,
  of(all: readonly Entry[]): MonthGlance {
    const { entries, while: span } = countedOn(today, all)
    return {
      while: span,
      days: daysPresent(entries),
      open: openPromises(entries).map(waitingIn),
      slips: slipDaysIn(entries),
    }
  },
  isGood: (month: MonthGlance) => isGoodOn(month.while, today),
})

/** @param months oldest first */
export function glanceOf(months: readonly MonthGlance[], today: Day): Glance {
  const open = months.flatMap(month => month.open)
  return {
    days: months.flatMap(({ days }) => days),
    promises: { due: open.filter(promise => isDue(promise, today)).length, open: open.length },
    slips: months.flatMap(({ slips }) => slips),
  }
}
