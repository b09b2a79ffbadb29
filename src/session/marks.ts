import type { Context } from '../context.ts'
import { damaged } from '../desk/readable.ts'
import { keepSetting } from '../desk/setting.ts'
import { nextRevision } from '../journal/record.ts'
import type { SlipDay } from '../journal/since.ts'
import { markAt, markInWords, sinceCount, slipDaysIn } from '../journal/since.ts'
import { visibleLine } from '../render/gate.ts'
import type { Journal } from '../store/journal.ts'

/** The slips that were noted, whatever they came after. */
export async function slipsIn(context: Context, journal: Journal): Promise<SlipDay[]> {
  return slipDaysIn(await journal.entries({ today: context.stamp().today, kinds: ['slip'] }))
}

/** Says once, in one quiet line, that days have come to a week, a month, a hundred or a year. */
export async function tellMarks(context: Context, journal: Journal): Promise<void> {
  if (journal.locked) return
  const all = (await journal.settings('since').catch(damaged)) ?? []
  if (all.length === 0) return
  const slips = (await slipsIn(context, journal).catch(damaged)) ?? []
  for (const since of all) {
    const mark = markAt(since.start, sinceCount(since, slips, context.stamp().today).days)
    if (mark <= (since.told ?? 0)) continue
    const told = nextRevision(since, { told: mark }, context.stamp())
    await keepSetting(
      context,
      journal,
      'since mark',
      told,
      `${visibleLine(since.name)}: ${markInWords(mark)} by now.`,
    )
  }
}
