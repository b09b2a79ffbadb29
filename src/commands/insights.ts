import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { circleOf } from '../journal/person.ts'
import { dayFactsOf } from '../reflect/factors.ts'
import { insightsOf } from '../reflect/insights.ts'
import { renderInsights } from '../render/insights.ts'

/** The shuffles' seed: always the same, so that the same journal always gives the same answer. */
const seed = 1

/** What went with better days, over the whole journal. */
export async function insights(context: Context): Promise<undefined> {
  const journal = await context.openJournal()
  const { today } = context.stamp()
  const circle = circleOf(await journal.people())
  const known = { today, circle, mutes: await journal.mutes() }
  const found = insightsOf(dayFactsOf(await journal.entries({ today }), known), { seed })

  const { terminal, globals } = context
  if (globals.json) terminal.data({ ...found })
  else await terminal.page(renderInsights(found, lookOf(context)))
  return undefined
}
