import type { ThemeId } from '../themes/theme.ts'

/** Preferences, nothing precious. One set of defaults; a broken file means defaults and one warning. */
export interface Settings {
  readonly length: 'short' | 'steady' | 'deep'
  /** What this is about. */
  readonly season: 'general' | 'break-up' | 'loss' | 'addiction' | 'relationship' | 'none'
  /** The day it began, ISO; empty when not said. */
  readonly seasonStart: string
  /** Days that begin gently: `MM-DD` every year or an ISO day. */
  readonly hardDates: readonly string[]
  /** ISO 3166 country for helplines; asked, never inferred. */
  readonly country: string
  readonly plain: boolean
  /** The hour until which the night counts for the evening before, 0–12. */
  readonly nightEnds: number
  /** 1 Monday … 7 Sunday. */
  readonly weekStartsOn: number
  /** Whether pages of other years may come up again by themselves. */
  readonly resurface: boolean
  /** Whether `review` shows the words that mark a period. */
  readonly words: boolean
  /** Whether the card with people to call may be shown after heavy words. */
  readonly careCard: boolean
  /** Themes left out of the walk. */
  readonly skipThemes: readonly ThemeId[]
}

export const defaultSettings: Settings = {
  length: 'steady',
  season: 'none',
  seasonStart: '',
  hardDates: [],
  country: '',
  plain: false,
  nightEnds: 4,
  weekStartsOn: 1,
  resurface: false,
  words: true,
  careCard: true,
  skipThemes: [],
}
