import { newCalm } from '../care/calm.ts'
import type { Context } from '../context.ts'
import { showPage } from '../desk/kept-page.ts'
import { periodMeant } from '../desk/period.ts'
import { countedHere, privateOnes } from '../desk/private-entries.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import type { ReviewInput } from '../reflect/review.ts'
import { renderReview, renderReviewMarkdown } from '../render/review.ts'
import type { Journal, Notes } from '../store/journal.ts'

interface ReviewFlags {
  from?: string
  to?: string
  html?: string
  markdown?: boolean
  thenAndNow?: boolean
  words?: boolean
  markedWords?: boolean
}

/** The reflection summary of a period: on the screen, as Markdown, JSON, or a report to print. */
export async function review(
  context: Context,
  words: string[],
  flags: ReviewFlags,
): Promise<undefined> {
  const { json } = context.globals
  if ([json, flags.markdown, flags.html !== undefined].filter(Boolean).length > 1)
    throw new UsageError('--json, --markdown and --html exclude each other.')
  const journal = await context.openJournal()
  const { today } = context.stamp()
  const leaves = leavesTheHouse(flags)
  const settings = {
    ...context.settings,
    words: context.settings.words && flags.markedWords !== false,
    ownWords: flags.words !== false,
    resurface: context.settings.resurface || flags.thenAndNow === true,
  }
  // What is kept quotes them: not for somebody whose words are not to be counted, nor for a time that `now` is in.
  const mayBeKept = settings.words && flags.from === undefined && flags.to === undefined
  const asked = mayBeKept ? ['review', today, words, leaves, settings] : undefined
  const answer = () =>
    journal.answer(asked, notes => lookBack(context, journal, { words, flags, settings }, notes))

  const { terminal } = context
  if (!json && !leaves) {
    await showPage(context, journal, asked, async look => {
      const { found, counted } = await answer()
      const withheld =
        (found.day?.withheld ?? 0) > 0 &&
        `Some words of this day are not read back unasked. \`hearten show ${found.since}\` has them.`
      return renderReview(found, look, [counted, withheld].filter(Boolean).join(' '))
    })
    return undefined
  }
  const { found, ownOnes } = await answer()
  if (flags.html !== undefined) {
    const { renderReport } = await import('../render/html/report.ts')
    await writeResult(context, flags.html, renderReport(found, today))
  } else if (flags.markdown) {
    terminal.print(renderReviewMarkdown(found))
  } else terminal.data(found)
  // Said to the person alone: what leaves the house holds no trace of them, not even their number.
  if (leaves && ownOnes) terminal.notify(`${ownOnes} left out of it.`)
  return undefined
}

const leavesTheHouse = ({ html, markdown }: ReviewFlags): boolean =>
  html !== undefined || markdown === true

/** What a review is asked for. */
interface Asked {
  readonly words: string[]
  readonly flags: ReviewFlags
  readonly settings: ReviewInput['settings']
}

/** Finds it out, with what the screen says of private entries. */
async function lookBack(
  context: Context,
  journal: Journal,
  { words, flags, settings }: Asked,
  notes: Notes,
) {
  const { today } = context.stamp()
  const isIn = leavesTheHouse(flags) ? (entry: Entry) => entry.private !== true : () => true
  const circle = circleOf(await journal.people())
  const season = await seasonOf(journal)
  const known = { today, circle, mutes: await journal.mutes(), ...season, settings }
  const [{ firstDayIn }, { countsOn }, { gistSum }, { reviewOf }] = await Promise.all([
    import('../reflect/whole-journal.ts'),
    import('../reflect/counting.ts'),
    import('../reflect/month-gist.ts'),
    import('../reflect/review.ts'),
  ])
  const calm = newCalm(await notes.before())
  const answer = await journal.findings(
    // Whatever calls for help keeps the pages beside it from being read back: a letter that is closed, a private page.
    { today, sealed: 'include' },
    months => {
      const period = periodMeant(context, words, flags, firstDayIn(months.sums))
      const journal = {
        ...months,
        entries: (from?: string, to?: string) => months.entries(from, to).filter(isIn),
      }
      const found = reviewOf({ ...known, journal, sessions: months, period, calm })
      const here = months.entries(found.since, found.until).filter(countsOn(today))
      return { found, counted: countedHere(here), ownOnes: privateOnes(here) }
    },
    gistSum(known, { words: settings.words, private: !leavesTheHouse(flags) }),
  )
  notes.add(calm.now)
  return answer
}

/** What the person measures, walks through and counts from, and how far their plan is. */
async function seasonOf(journal: Journal) {
  const begun = await journal.settings('course')
  const parts = await journal.settings('plan')
  return {
    measures: await journal.settings('measure'),
    since: await journal.settings('since'),
    planParts: parts.filter(({ text }) => text.trim() !== '').length,
    // Every word of every course is read by those alone who began one.
    ...(begun.length > 0 && {
      courses: await (await import('../desk/courses.ts')).everyCourse(journal),
    }),
  }
}
