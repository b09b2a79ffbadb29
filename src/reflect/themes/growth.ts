import type { Day } from '../../journal/day.ts'
import { lineFrom } from '../quote.ts'
import type { Count } from '../tally.ts'
import { tally } from '../tally.ts'
import type { PageInput } from './page.ts'
import { themeOf } from './theme-of.ts'

export interface GrowthPage {
  /** How often something was noticed, whatever of it may be shown. */
  readonly noticed: number
  /** What was noticed, oldest first. */
  readonly insights: readonly { readonly id: string; readonly day: Day; readonly text: string }[]
  /** Where insights came from. */
  readonly sources: readonly Count[]
}

export function growthPage({ entries, quotable, may }: PageInput): GrowthPage {
  const own = quotable.filter(entry => themeOf(entry) === 'growth')
  const pages = entries.flatMap(entry =>
    entry.kind === 'reflection' && entry.theme === 'growth' ? entry.details : [],
  )
  return {
    noticed: pages.filter(({ insight = '' }) => lineFrom(insight) !== undefined).length,
    insights: own.flatMap(entry => {
      const text = entry.kind === 'reflection' && lineFrom(entry.details.insight ?? '')
      // Chosen as worth keeping, so it stays also where the rest of that evening does not.
      return text && may.mayRead(text) ? [{ id: entry.id, day: entry.day, text }] : []
    }),
    sources: tally(pages.flatMap(({ source }) => source ?? [])),
  }
}
