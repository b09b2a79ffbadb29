import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'

export const calendarKinds = ['mood', 'presence', ...themeIds] as const

/** What a calendar is by: mood, the entries of a day, or those of one theme. */
export type CalendarBy = 'mood' | 'presence' | ThemeId
