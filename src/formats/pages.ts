import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { inOrder, isSealed } from '../journal/query.ts'

/** What a readable export lets out. */
export interface PageOptions {
  /** Letters sealed past this day stay shut. */
  readonly today: Day
  /** What was asked for by name; nothing of it goes out otherwise. */
  readonly include?: readonly ('private' | 'sealed')[]
}

/** A day with what was written for it, in order. */
export interface DayPage {
  readonly day: Day
  readonly entries: readonly Entry[]
}

/** The days a readable export shows, oldest first. */
export function pagesOf(entries: readonly Entry[], options: PageOptions): DayPage[] {
  const { today, include = [] } = options
  const shown = entries.filter(
    entry =>
      !entry.deleted &&
      (include.includes('private') || !entry.private) &&
      (include.includes('sealed') || !isSealed(entry, today)),
  )
  const pages = new Map<Day, Entry[]>()
  for (const entry of shown.sort(inOrder)) {
    const page = pages.get(entry.day)
    if (page) page.push(entry)
    else pages.set(entry.day, [entry])
  }
  return [...pages].map(([day, entries]) => ({ day, entries }))
}
