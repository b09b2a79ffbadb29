import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { periodMeant } from '../desk/period.ts'
import { countedHere, privateOnes } from '../desk/private-entries.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import type { MonthWords } from '../reflect/month-words.ts'
import { countingBy, monthWordsOf } from '../reflect/month-words.ts'
import { quietPeople } from '../reflect/people.ts'
import { reviewOf } from '../reflect/review.ts'
import { countingForm } from '../reflect/words.ts'
import { renderReport } from '../render/html/report.ts'
import { renderReview, renderReviewMarkdown } from '../render/review.ts'

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
  const leavesTheHouse = flags.html !== undefined || flags.markdown === true
  const known = {
    today,
    circle: circleOf(await journal.people()),
    mutes: await journal.mutes(),
    settings: {
      ...context.settings,
      words: context.settings.words && flags.markedWords !== false,
      ownWords: flags.words !== false,
      resurface: context.settings.resurface || flags.thenAndNow === true,
    },
  }
  // Looked for once in the same entries, though the look is taken again when words arrive: it needs none.
  let of: Entry | undefined
  let quiet: string[] = []
  const quietIn: typeof quietPeople = (past, known) => {
    if (of === undefined || of !== past[0]) quiet = quietPeople(past, known)
    of = past[0]
    return quiet
  }
  const look = (all: readonly Entry[], sumOf: (month: string) => MonthWords | undefined) => {
    const entries = leavesTheHouse ? all.filter(entry => entry.private !== true) : all
    const period = periodMeant(context, words, flags, firstDay(entries))
    const found = reviewOf({
      ...known,
      journal: entries,
      period,
      wordsIn: countingBy(sumOf),
      quietIn,
    })
    const { since, until } = found
    const here = all.filter(({ day }) => day >= since && day <= until)
    return { found, counted: countedHere(here), ownOnes: privateOnes(here) }
  }
  const monthWords = { name: 'words', form: countingForm(), of: monthWordsOf }
  const { found, counted, ownOnes } = await journal.findings(
    { today },
    look,
    known.settings.words ? monthWords : undefined,
  )

  const aside = [
    counted,
    (found.day?.withheld ?? 0) > 0 &&
      `Some words of this day are not read back unasked. \`hearten show ${found.since}\` has them.`,
  ]
    .filter(Boolean)
    .join(' ')
  const { terminal } = context
  if (flags.html !== undefined) {
    await writeResult(context, flags.html, renderReport(found))
  } else if (flags.markdown) {
    terminal.print(renderReviewMarkdown(found))
  } else if (json) terminal.data(found)
  else await terminal.page(renderReview(found, lookOf(context), aside))
  // Said to the person alone: what leaves the house holds no trace of them, not even their number.
  if (leavesTheHouse && ownOnes) terminal.notify(`${ownOnes} left out of it.`)
  return undefined
}

const firstDay = (entries: readonly Entry[]) => entries[0]?.day
