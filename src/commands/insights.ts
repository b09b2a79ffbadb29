import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { countedHere, withLine } from '../desk/private-entries.ts'
import { circleOf } from '../journal/person.ts'
import { renderInsights } from '../render/insights.ts'

/** What went with better days, over the whole journal. */
export async function insights(context: Context): Promise<undefined> {
  const journal = await context.openJournal()
  const { today } = context.stamp()
  const { found, counted } = await journal.answer(['insights', today], async () => {
    const circle = circleOf(await journal.people())
    const known = { today, circle, mutes: await journal.mutes() }
    const { dayFactsIn, factsSum } = await import('../reflect/factors.ts')
    const { insightsOf } = await import('../reflect/insights.ts')
    return journal.findings(
      { today },
      ({ sums }) => ({
        found: insightsOf(dayFactsIn(sums, known)),
        counted: countedHere(sums.reduce((all, { facts }) => all + facts.own, 0)),
      }),
      factsSum(known),
    )
  })
  const look = lookOf(context)

  const { terminal, globals } = context
  if (globals.json) terminal.data({ ...found })
  else await terminal.page(withLine(renderInsights(found, look), counted, look))
  return undefined
}
