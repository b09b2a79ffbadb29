import type { Context } from '../context.ts'
import { wordFlag } from '../desk/flags.ts'
import { showPage } from '../desk/kept-page.ts'
import { periodMeant } from '../desk/period.ts'
import { countedHere, withLine } from '../desk/private-entries.ts'
import type { Day } from '../journal/day.ts'
import { periodOf } from '../journal/period.ts'
import type { CalendarBy } from '../reflect/calendar-kinds.ts'
import { calendarKinds } from '../reflect/calendar-kinds.ts'
import { renderCalendar } from '../render/calendar.ts'
import type { Journal } from '../store/journal.ts'

/** A year or a month as a grid: by mood, by presence, or by a theme. */
export async function calendar(
  context: Context,
  words: string[],
  flags: { by?: string },
): Promise<undefined> {
  const by: CalendarBy = wordFlag(flags.by, calendarKinds, '--by') ?? 'mood'
  const { today } = context.stamp()
  const { weekStartsOn } = context.settings
  const meant = (first?: Day) =>
    words.length === 0
      ? periodOf('year', { today, weekStartsOn })
      : periodMeant(context, words, {}, first)
  // What is wrong with the words is said before anybody is asked for a passphrase.
  const { name } = meant()
  const journal = await context.openJournal()
  const period = meant(name === 'all' ? await firstDayOf(journal, today) : undefined)
  const { from, to } = period
  const asked = ['calendar', today, period, by]
  const answer = () =>
    journal.answer(asked, async () => {
      const { calendarOf, isCounted } = await import('../reflect/calendar.ts')
      return journal.findings({ today, from, to }, ({ entries }) => ({
        found: calendarOf(entries(), period, by, today),
        counted: countedHere(entries().filter(isCounted(period, by, today))),
      }))
    })
  if (context.globals.json) {
    context.terminal.data((await answer()).found)
    return undefined
  }
  await showPage(context, journal, [asked, weekStartsOn], async look => {
    const { found, counted } = await answer()
    return withLine(renderCalendar(found, look, weekStartsOn), counted, look)
  })
  return undefined
}

/** The first day with anything written. */
async function firstDayOf(journal: Journal, today: Day): Promise<Day | undefined> {
  const { glanceOf, glanceSum } = await import('../reflect/glance.ts')
  const query = { today, to: today }
  return journal.findings(query, ({ sums }) => glanceOf(sums, today).days[0], glanceSum(today))
}
