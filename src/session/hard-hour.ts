import type { Context } from '../context.ts'
import { damaged } from '../desk/readable.ts'
import { isAboutSomebody } from '../journal/season.ts'
import type { PlanPart } from '../journal/setting.ts'
import type { Journal } from '../store/journal.ts'
import { gatherRecalled } from './known.ts'

/** What the journal knows that can help in a hard hour. */
export interface HardHour {
  readonly plan: readonly PlanPart[]
  /** People who are close and may be turned to; never those who are set apart or muted. */
  readonly close: readonly string[]
  /** Others who may be turned to. */
  readonly others: readonly string[]
  /** Tools that were noted, the latest first. */
  readonly tools: readonly string[]
}

const nothingKnown: HardHour = { plan: [], close: [], others: [], tools: [] }

/** Nothing where it cannot be read: nobody is asked for a passphrase in a hard hour. */
export async function forHardHour(context: Context, journal: Journal): Promise<HardHour> {
  if (journal.locked) return nothingKnown
  const { today } = context.stamp()
  const known = await gatherRecalled(journal, today)
  const { circle } = known
  const names = await known.names()
  const isClose = (name: string) => circle.find(name)?.status === 'close'
  const takesMore = isAboutSomebody(context.settings)
  const others: string[] = []
  for (const name of names)
    if (!isClose(name) && (!takesMore || (await known.isThere(name)))) others.push(name)
  return {
    plan: (await journal.settings('plan').catch(damaged)) ?? [],
    close: names.filter(isClose),
    others,
    tools: await known.tools(),
  }
}
