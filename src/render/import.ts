import { monthName } from '../journal/day.ts'
import { many } from '../wording/counts.ts'

/** How many odd rows are named; the rest is counted. */
const named = 5

/** What an import would do, month by month, and what it leaves out. Empty when there is nothing to say. */
export function renderImport(
  plan: {
    readonly newByMonth: ReadonlyMap<string, number>
    readonly changedByMonth: ReadonlyMap<string, number>
    readonly different: readonly unknown[]
  },
  odd: readonly { readonly line: number; readonly reason: string }[],
): string {
  const byMonth = (counts: ReadonlyMap<string, number>, word: string) =>
    [...counts].map(([month, count]) => `  ${monthName(month)}  ${count} ${word}`)
  const lines = [
    ...byMonth(plan.newByMonth, 'new'),
    ...byMonth(plan.changedByMonth, 'changed'),
    ...odd.slice(0, named).map(({ line, reason }) => `  line ${line} is left out: ${reason}`),
  ]
  if (odd.length > named)
    lines.push(`  and ${many(odd.length - named, 'other line', 'other lines')}`)
  if (plan.different.length > 0)
    lines.push(
      `${plan.different.length} already here say something else in the file. Your own words stay.`,
    )
  return lines.join('\n')
}
