import { isDay } from '../journal/day.ts'
import { countryCode, notSaid } from '../themes/countries.ts'
import type { Topic } from '../themes/prompt.ts'
import { seasonKinds, topics } from '../themes/prompt.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'

export const lengths = ['short', 'steady', 'deep'] as const
export type Length = (typeof lengths)[number]

export const seasons = ['general', ...seasonKinds, 'none'] as const
export type Season = (typeof seasons)[number]

/** Preferences, nothing precious. */
export interface Settings {
  readonly length: Length
  /** What this is about. */
  readonly season: Season
  /** The day it began, ISO; empty when not said. */
  readonly seasonStart: string
  /** What else is going on; questions about these are asked of nobody who did not choose them. */
  readonly topics: readonly Topic[]
  /** Days that begin gently: `MM-DD` for every year, or one ISO day. */
  readonly hardDates: readonly string[]
  /** ISO 3166 country for helplines; `none` when asked and not said, empty when not asked. Never inferred. */
  readonly country: string
  readonly plain: boolean
  /** The hour until which the night counts for the evening before, 0–12. */
  readonly nightEnds: number
  /** 1 Monday … 7 Sunday. */
  readonly weekStartsOn: number
  /** Whether pages of other times may come up again by themselves. */
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
  topics: [],
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

/** One preference: its name on the command line and in the file, and what it takes. */
export interface SettingRule {
  readonly name: string
  readonly field: keyof Settings
  readonly about: string
  /** In words, for messages: "one of short, steady, deep". */
  readonly wants: string
  accepts(value: unknown): boolean
  /** The value a typed word means; checked with `accepts` afterwards. */
  read(text: string): unknown
}

const oneOf = (words: readonly string[]) => ({
  wants: `one of ${words.join(', ')}`,
  accepts: (value: unknown) => typeof value === 'string' && words.includes(value),
  read: (text: string) => text.toLowerCase(),
})

const yesNo = {
  wants: 'yes or no',
  accepts: (value: unknown) => typeof value === 'boolean',
  read: (text: string) =>
    /^(yes|on|true|1)$/i.test(text) ? true : /^(no|off|false|0)$/i.test(text) ? false : text,
}

const whole = (low: number, high: number) => ({
  wants: `a whole number from ${low} to ${high}`,
  accepts: (value: unknown) =>
    Number.isInteger(value) && Number(value) >= low && Number(value) <= high,
  read: (text: string) => (text.trim() === '' ? text : Number(text)),
})

const listOf = (wants: string, accepts: (item: string) => boolean) => ({
  wants,
  accepts: (value: unknown) =>
    Array.isArray(value) && value.every(item => typeof item === 'string' && accepts(item)),
  read: (text: string) =>
    text
      .split(',')
      .map(item => item.trim())
      .filter(Boolean),
})

export const settingRules: readonly SettingRule[] = [
  { name: 'length', field: 'length', about: 'how long a session is', ...oneOf(lengths) },
  { name: 'season', field: 'season', about: 'what this is about', ...oneOf(seasons) },
  {
    name: 'season-start',
    field: 'seasonStart',
    about: 'the day it began',
    wants: 'a day like 2026-08-01',
    accepts: value => typeof value === 'string' && (value === '' || isDay(value)),
    read: text => text,
  },
  {
    name: 'topics',
    field: 'topics',
    about: 'what else is going on, so that questions about it may come',
    ...listOf(`some of ${topics.join(', ')}`, item => topics.some(topic => topic === item)),
  },
  {
    name: 'hard-dates',
    field: 'hardDates',
    about: 'days that begin gently, every year or once',
    ...listOf('days like 12-24 or 2026-12-24, with commas between', item =>
      isDay(/^\d{2}-\d{2}$/.test(item) ? `2024-${item}` : item),
    ),
  },
  {
    name: 'country',
    field: 'country',
    about: 'whose helplines to show',
    wants: 'one that `hearten help-now --countries` lists, or none',
    // An older file may name a country that is not listed; the lines say so themselves.
    accepts: value => typeof value === 'string' && /^([A-Z]{2}|none)?$/.test(value),
    read: text => (/^\s*none\s*$/i.test(text) ? notSaid : countryCode(text)),
  },
  { name: 'plain', field: 'plain', about: 'linear text without cursor movement', ...yesNo },
  {
    name: 'night-ends',
    field: 'nightEnds',
    about: 'the hour until which the night counts for the evening before',
    ...whole(0, 12),
  },
  {
    name: 'week-starts-on',
    field: 'weekStartsOn',
    about: 'the first day of a week, 1 Monday to 7 Sunday',
    ...whole(1, 7),
  },
  {
    name: 'resurface',
    field: 'resurface',
    about: 'whether pages of other times may come up again',
    ...yesNo,
  },
  { name: 'words', field: 'words', about: 'whether review shows words that mark a time', ...yesNo },
  {
    name: 'care-card',
    field: 'careCard',
    about: 'whether people to call may be shown after heavy words',
    ...yesNo,
  },
  {
    name: 'skip-themes',
    field: 'skipThemes',
    about: 'themes left out of the walk',
    ...listOf(`some of ${themeIds.join(', ')}`, item => themeIds.some(id => id === item)),
  },
]
