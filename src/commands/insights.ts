import type { Context } from '../context.ts'
import { showPage } from '../desk/kept-page.ts'
import { countedHere, withLine } from '../desk/private-entries.ts'
import { UsageError } from '../errors.ts'
import { circleOf } from '../journal/person.ts'
import { renderInsights } from '../render/insights.ts'
import type { Journal } from '../store/journal.ts'

/** What went with better days, over the whole journal; or with more and less of a measure. */
export async function insights(
  context: Context,
  _words: string[],
  flags: { of?: string },
): Promise<undefined> {
  const journal = await context.openJournal()
  const { today } = context.stamp()
  const asked = ['insights', today, flags.of]
  const answer = () =>
    journal.answer(asked, async () => {
      const of = flags.of === undefined ? undefined : await measureMeant(journal, flags.of)
      const circle = circleOf(await journal.people())
      const known = { today, circle, mutes: await journal.mutes() }
      const { dayFactsIn, factsSum } = await import('../reflect/factors.ts')
      const { insightsOf } = await import('../reflect/insights.ts')
      const { insightsOfMeasure } = await import('../reflect/measure-insights.ts')
      return journal.findings(
        { today },
        ({ sums }) => ({
          found: of
            ? insightsOfMeasure(of.measure, of.measures, sums, known)
            : insightsOf(dayFactsIn(sums, known)),
          counted: countedHere(sums.reduce((all, { facts }) => all + facts.private, 0)),
          ...(of && { of: of.measure.name }),
        }),
        factsSum(known),
      )
    })
  if (context.globals.json) {
    const { found, of } = await answer()
    context.terminal.data({ ...found, ...(of !== undefined && { of }) })
    return undefined
  }
  await showPage(context, journal, asked, async look => {
    const { found, counted, of } = await answer()
    return withLine(renderInsights(found, look, of), counted, look)
  })
  return undefined
}

async function measureMeant(journal: Journal, name: string) {
  const measures = await journal.settings('measure')
  const { measureNamed } = await import('../journal/measure.ts')
  const measure = measureNamed(measures, name)
  if (!measure)
    throw new UsageError(
      `There is no measure "${name}". \`hearten measure\` lists those there are.`,
    )
  if (measure.unit === 'yes-no')
    throw new UsageError(`${measure.name} is yes or no. --of takes a measure of numbers.`)
  return { measure, measures }
}
