import type { Entry } from '../../journal/entry.ts'
import type { ThemeId } from '../../themes/theme.ts'
import type { Quote, ReadBack } from '../quote.ts'
import { quotesFrom } from '../quote.ts'
import { themeOf } from './theme-of.ts'

/**
 * A line of their own for the page of a theme. Of shared moments it is from the moments alone: what was kept of a
 * meeting stands with the meetings.
 * @param written entries that have words which may be quoted
 */
export function quotesOf(theme: ThemeId, written: readonly Entry[], may: ReadBack): Quote[] {
  const own = written.filter(entry => themeOf(entry) === theme)
  const from = theme === 'shared' ? own.filter(({ kind }) => kind === 'reflection') : own
  return quotesFrom(from, 1, may)
}
