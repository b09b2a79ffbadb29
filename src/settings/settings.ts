import { isDay, monthNames, weekdayNames } from '../journal/day.ts'
import { countryCode, notSaid } from '../themes/countries.ts'
import type { Topic } from '../themes/prompt.ts'
import { seasonKinds, topics } from '../themes/prompt.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'

export const lengths = ['short', 'steady', 'deep'] as const
export type Length = (typeof lengths)[number]

/** What to colour for: `auto` is as the terminal says. */
export const colourSchemes = ['auto', 'dark', 'light', 'none'] as const
export type ColourScheme = (typeof colourSchemes)[number]

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
  readonly colors: ColourScheme
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
  /** Whether hearten's questions are asked, or only the person's own and those of their packs. */
  readonly questions: (typeof questionSources)[number]
  /** When the plan for hard hours may still come up unasked. */
  readonly planOffers: readonly PlanOffer[]
}

const questionSources = ['all', 'mine'] as const

/** When the plan for hard hours comes up unasked: once after a session on them, once after a card, and at early signs. */
const planOffers = ['session', 'card', 'signs'] as const
export type PlanOffer = (typeof planOffers)[number]

export const defaultSettings: Settings = {
  length: 'steady',
  season: 'none',
  seasonStart: '',
  topics: [],
  hardDates: [],
  country: '',
  plain: false,
  colors: 'auto',
  nightEnds: 4,
  weekStartsOn: 1,
  resurface: false,
  words: true,
  careCard: true,
  skipThemes: [],
  questions: 'all',
  planOffers,
}

/** One preference: its name on the command line and in the file, and what it takes. */
export interface SettingRule {
  readonly name: string
  readonly field: keyof Settings
  /** What it does, a sentence. */
  readonly about: string
  /** In words, for messages: "one of short, steady, deep". */
  readonly wants: string
  /** Every value there is, as one types it, where they can be counted. */
  readonly values?: readonly string[]
  accepts(value: unknown): boolean
  /** The value a typed word means; checked with `accepts` afterwards. */
  read(text: string): unknown
}

/** Small differences in writing that mean nothing: "a break up", "break-up" and "Breakup" are one. */
const plainly = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|the) /, '')
    .replace(/[\s_-]+/g, '')

/** One of some words, however it is spelled, or by another name people have for it. */
const oneOf = (words: readonly string[], names: Readonly<Record<string, string>> = {}) => ({
  wants: `one of ${words.join(', ')}`,
  values: words,
  accepts: (value: unknown) => typeof value === 'string' && words.includes(value),
  read: (text: string) => meant(text, words, names) ?? text.toLowerCase(),
})

function meant(
  text: string,
  words: readonly string[],
  names: Readonly<Record<string, string>>,
): string | undefined {
  const key = plainly(text)
  return words.find(word => plainly(word) === key) ?? names[key]
}

const seasonNames: Readonly<Record<string, string>> = {
  separation: 'break-up',
  divorce: 'break-up',
  heartbreak: 'break-up',
  grief: 'loss',
  death: 'loss',
  bereavement: 'loss',
  recovery: 'addiction',
  drink: 'addiction',
  alcohol: 'addiction',
  sobriety: 'addiction',
  someoneclose: 'relationship',
  somethingwithsomeoneclose: 'relationship',
  nothinginparticular: 'general',
  rathernotsay: 'none',
  nothing: 'none',
  no: 'none',
}

const lengthNames: Readonly<Record<string, string>> = {
  quick: 'short',
  fewminutes: 'short',
  normal: 'steady',
  medium: 'steady',
  quarterofanhour: 'steady',
  long: 'deep',
  longer: 'deep',
}

/** "24 December", "Dec 24th" and "12-24" are one day of every year; with a year, that day alone. */
function dateMeant(text: string): string {
  const [, date = '', name = '', year] =
    /^(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]{3,})\.?,?(?: (\d{4}))?$/i.exec(
      text.trim().replace(/^([a-z]{3,}\.?) (\d{1,2}(?:st|nd|rd|th)?)\b/i, '$2 $1'),
    ) ?? []
  const month = monthNames.findIndex(it => it.toLowerCase().startsWith(name.toLowerCase())) + 1
  if (date === '' || month === 0) return text
  const parts = [year, String(month).padStart(2, '0'), date.padStart(2, '0')]
  return parts.filter(part => part !== undefined).join('-')
}

const yesNo = {
  wants: 'yes or no',
  values: ['yes', 'no'],
  accepts: (value: unknown) => typeof value === 'boolean',
  read: (text: string) =>
    /^(y|yes|on|true|1)$/i.test(text) ? true : /^(n|no|off|false|0)$/i.test(text) ? false : text,
}

const whole = (low: number, high: number) => ({
  wants: `a whole number from ${low} to ${high}`,
  accepts: (value: unknown) =>
    Number.isInteger(value) && Number(value) >= low && Number(value) <= high,
  read: (text: string) => (text.trim() === '' ? text : Number(text)),
})

const listOf = (
  wants: string,
  accepts: (item: string) => boolean,
  read: (item: string) => string = item => item,
) => ({
  wants,
  accepts: (value: unknown) =>
    Array.isArray(value) && value.every(item => typeof item === 'string' && accepts(item)),
  read: (text: string) =>
    text
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== '' && !/^none$/i.test(item))
      .map(read),
})

/** A day of the week by its number, its name, or the beginning of that. */
function weekdayMeant(text: string): unknown {
  const key = text.trim().toLowerCase()
  const named = weekdayNames.findIndex(
    name => key.length >= 2 && name.toLowerCase().startsWith(key),
  )
  return named < 0 ? whole(1, 7).read(text) : named + 1
}

/** The preferences, those that matter most first. */
export const settingRules: readonly SettingRule[] = [
  {
    name: 'season',
    field: 'season',
    about: 'What this is about, so that questions for it come, two of five at most.',
    ...oneOf(seasons, seasonNames),
  },
  {
    name: 'season-start',
    field: 'seasonStart',
    about: 'The day it began. In the first six weeks nobody asks what good came of it.',
    wants: 'a day like 2026-08-01, or words like "3 weeks ago"',
    accepts: value => typeof value === 'string' && (value === '' || isDay(value)),
    read: text => text,
  },
  {
    name: 'length',
    field: 'length',
    about: 'How long a session is: one theme, all five, or all five with a second question.',
    ...oneOf(lengths, lengthNames),
  },
  {
    name: 'country',
    field: 'country',
    about: 'Whose lines for help to show.',
    wants: 'one that `hearten help-now --countries` lists, or none',
    // An older file may name a country that is not listed; the lines say so themselves.
    accepts: value => typeof value === 'string' && /^([A-Z]{2}|none)?$/.test(value),
    read: text => (/^\s*none\s*$/i.test(text) ? notSaid : countryCode(text)),
  },
  {
    name: 'hard-dates',
    field: 'hardDates',
    about: 'Days that begin gently, every year or once.',
    ...listOf(
      'days like 12-24, 24 December or 2026-12-24, with commas between',
      item => isDay(/^\d{2}-\d{2}$/.test(item) ? `2024-${item}` : item),
      dateMeant,
    ),
  },
  {
    name: 'topics',
    field: 'topics',
    about: 'What else is going on. Questions about these are asked of nobody else.',
    ...listOf(
      `some of ${topics.join(', ')}`,
      item => topics.some(topic => topic === item),
      item => meant(item, topics, {}) ?? item,
    ),
  },
  {
    name: 'skip-themes',
    field: 'skipThemes',
    about: 'Themes that a session leaves out.',
    ...listOf(
      `some of ${themeIds.join(', ')}`,
      item => themeIds.some(id => id === item),
      item => meant(item, themeIds, {}) ?? item,
    ),
  },
  {
    name: 'questions',
    field: 'questions',
    about: 'Which questions a session asks: all, or mine: only your own and those of your packs.',
    ...oneOf(questionSources, { own: 'mine', packs: 'mine', ours: 'all', every: 'all' }),
  },
  {
    name: 'care-card',
    field: 'careCard',
    about: 'Whether people to call are shown after heavy words or very low days.',
    ...yesNo,
  },
  {
    name: 'plan-offers',
    field: 'planOffers',
    about:
      'When your plan for hard hours comes up: once after a session, once after a card, at early signs.',
    ...listOf(`some of ${planOffers.join(', ')}, or none`, item =>
      planOffers.some(offer => offer === item),
    ),
  },
  {
    name: 'resurface',
    field: 'resurface',
    about:
      'Whether pages of other times may come up by themselves, in reviews and to answer again.',
    ...yesNo,
  },
  {
    name: 'words',
    field: 'words',
    about: 'Whether a review shows the words that mark its time.',
    ...yesNo,
  },
  {
    name: 'plain',
    field: 'plain',
    about: 'Plain lines for screen readers, with nothing that moves.',
    ...yesNo,
  },
  {
    name: 'colors',
    field: 'colors',
    about: 'Colours for a dark or a light background, or none. `ask` asks the terminal.',
    ...oneOf(colourSchemes, { colour: 'auto', usual: 'auto', no: 'none', off: 'none' }),
  },
  {
    name: 'night-ends',
    field: 'nightEnds',
    about: 'The hour until which a night counts for the evening before.',
    ...whole(0, 12),
    read: text => whole(0, 12).read(text.trim().replace(/^(\d{1,2})(?::00)?(?: ?am)?$/i, '$1')),
  },
  {
    name: 'week-starts-on',
    field: 'weekStartsOn',
    about: 'The first day of a week.',
    ...whole(1, 7),
    wants: 'a day like monday or sunday, or its number: 1 is Monday, 7 is Sunday',
    read: weekdayMeant,
  },
]
