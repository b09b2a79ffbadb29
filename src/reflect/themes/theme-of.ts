import type { Entry, Kind } from '../../journal/entry.ts'
import type { ThemeId } from '../../themes/theme.ts'

/** The theme a kind of entry belongs to when the entry itself names none. */
const themeOfKind: Partial<Record<Kind, ThemeId>> = {
  meeting: 'shared',
  reachout: 'support',
  promise: 'accountability',
  coping: 'growth',
}

/** The theme an entry belongs to, if any. */
export const themeOf = (entry: Entry): ThemeId | undefined => entry.theme ?? themeOfKind[entry.kind]
