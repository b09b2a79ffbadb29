// What the page of a theme is made from: as a review puts it together.
import { asDay, type Day } from '../../../src/journal/day.ts'
import type { Entry } from '../../../src/journal/entry.ts'
import { hasWords } from '../../../src/journal/fields/read.ts'
import { discretionOf, type Known } from '../../../src/reflect/discretion.ts'
import type { PageInput } from '../../../src/reflect/themes/page.ts'
import { quotesOf } from '../../../src/reflect/themes/quotes.ts'
import { wholeJournalOf } from '../../../src/reflect/whole-journal.ts'
import type { ThemeId } from '../../../src/themes/theme.ts'
import { aCircle } from '../../helpers/builders.ts'
import { lookAt } from '../../helpers/look-at.ts'

/** What is quoted on the page of a theme. */
export function quotedOf(theme: ThemeId, journal: readonly Entry[]): string[] {
  const { written, may } = pageInput(journal)
  return quotesOf(theme, written, may).map(({ text }) => text)
}

/** The page of 1 to 22 November 2026, unless told otherwise. */
export function pageInput(
  journal: readonly Entry[],
  more: Partial<Pick<Known, 'circle' | 'mutes'> & { from: string; until: string }> = {},
): PageInput {
  const { circle = aCircle(), mutes = [] } = more
  const [from, until] = [asDay(more.from ?? '2026-11-01'), asDay(more.until ?? '2026-11-22')]
  const known = { today: asDay('2026-11-22'), circle, mutes }
  const may = discretionOf(known, journal)
  const open = journal.filter(may.isOpen)
  const isHere = (day: Day) => day >= from && day <= until
  const within = (entries: readonly Entry[]) => entries.filter(({ day }) => isHere(day))
  return {
    ...{ from, until, known, may, whole: wholeJournalOf(lookAt(journal, known), isHere) },
    ...{ entries: within(journal), open: within(open) },
    quotable: within(open.filter(may.mayQuote)),
    written: within(open.filter(may.mayQuote)).filter(hasWords),
  }
}
