import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { DateOptions, DateRange } from '../journal/dates.ts'
import { DateError, readDate, readFutureDay } from '../journal/dates.ts'
import type { Day } from '../journal/day.ts'
import { addDays, isoWithOffset, isZone, momentAt } from '../journal/day.ts'
import type { Entry, Kind, Scale } from '../journal/entry.ts'
import { kinds } from '../journal/entry.ts'
import { kindNames } from '../journal/fields/details.ts'
import { isName, nameKey } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import { joined, marksIn, namesFrom, tagKey } from '../journal/tags.ts'
import type { StepWords } from '../themes/scales.ts'
import { energyScale, moodScale, ratings, stepMeant } from '../themes/scales.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'

/** Reads what stands behind flags, once for all commands. What cannot be meant is a usage error that names the flag. */

/** A rating: its number, or its word where its steps have words. */
export function scaleFlag(value: string | undefined, flag: string): Scale | undefined {
  if (value === undefined) return undefined
  const words = stepWords[flag]
  const step = stepMeant(value, words)
  if (step) return step
  const or = words ? ` Its words are: ${Object.values(words).join(', ')}.` : ''
  throw new UsageError(
    `${flag} takes a number from 1 to 5, not "${value}".${or} Nothing was changed.`,
  )
}

const stepWords: Readonly<Record<string, StepWords>> = {
  '--mood': moodScale.words,
  '--mood-map': moodScale.words,
  '--before': moodScale.words,
  '--after': moodScale.words,
  '--energy': energyScale.words,
  '--strength-before': ratings.strength,
  '--strength-after': ratings.strength,
  '--understood': ratings.understood,
  '--hope-before': ratings.hope,
  '--hope-after': ratings.hope,
  '--similarity': ratings.similarity,
  '--less-alone': ratings.lessAlone,
  '--expected': ratings.response,
  '--actual': ratings.response,
  '--cared-for': ratings.caredFor,
  '--confidence': ratings.confidence,
  '--connection': ratings.connection,
  '--still-true': ratings.stillTrue,
}

/** What a number may be. */
export interface NumberEnds {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly whole?: boolean | undefined
}

/** What is wrong with a number as it was typed; undefined for one that may be. */
export function troubleWithNumber(
  typed: string,
  { from = -mostNumber, to = mostNumber, whole }: NumberEnds,
): string | undefined {
  const form = whole ? /^[+-]?\d{1,9}$/ : /^[+-]?\d{1,9}([.,]\d{1,6})?$/
  const value = numberTyped(typed)
  if (form.test(typed.trim()) && value >= from && value <= to) return undefined
  const ends = to < mostNumber ? ` from ${from} to ${to}` : from === 0 ? ' from 0 up' : ''
  return `a ${whole ? 'whole ' : ''}number${ends}`
}

const mostNumber = 1e9

/** A number with a point or, as many write it, a comma. */
export const numberTyped = (text: string): number => Number(text.trim().replace(',', '.'))

/** A number behind a flag, within its ends. */
export function numberFlag(
  value: string | undefined,
  flag: string,
  ends: NumberEnds,
): number | undefined {
  if (value === undefined) return undefined
  const trouble = troubleWithNumber(value, ends)
  if (trouble === undefined) return numberTyped(value)
  throw new UsageError(`${flag} takes ${trouble}, not "${value}". Nothing was saved.`)
}

/** One of some words; the beginning of a word is enough when only one begins so. */
export function wordFlag<W extends string>(value: string, words: readonly W[], flag: string): W
export function wordFlag<W extends string>(
  value: string | undefined,
  words: readonly W[],
  flag: string,
): W | undefined
export function wordFlag<W extends string>(
  value: string | undefined,
  words: readonly W[],
  flag: string,
): W | undefined {
  if (value === undefined) return undefined
  const typed = value.trim().toLowerCase()
  const meant = words.filter(word => word.startsWith(typed))
  const [only] = words.includes(typed as W) ? [typed as W] : meant
  if (typed !== '' && only !== undefined && (meant.length === 1 || only === typed)) return only
  const among = meant.length > 1 && typed !== '' ? meant : words
  const takes = [among.slice(0, -1).join(', '), among.at(-1)].filter(Boolean).join(' or ')
  throw new UsageError(`${flag} "${value}" could not be read. It takes ${takes}.`)
}

export const themeFlag = (value: string): ThemeId => wordFlag(value, themeIds, '--theme')

/** A kind of entry, as it is kept or as a list writes it: `checkin`, `check-in`. */
const kindFlag = (value: string): Kind => {
  const known = new Map<string, Kind>(
    kinds.flatMap(kind => [
      [kind, kind],
      [kindNames[kind], kind],
    ]),
  )
  const plain = value.replace(/[\s_-]+/g, '')
  const theme = themeIds.find(id => id === value.trim().toLowerCase())
  if (theme) throw new UsageError(`${theme} is a theme: --theme ${theme} finds it.`)
  return known.get(value.trim().toLowerCase()) ?? wordFlag(plain || value, kinds, '--kind')
}

/** The dates a flag means; phrases look back. */
export function rangeFlag(value: string, flag: string, context: Context): DateRange {
  return asUsage(flag, () => readDate(value, datesHere(context)))
}

/** What reading a date takes here and now. */
export function datesHere(context: Context): DateOptions & { readonly now: Date } {
  const { now, today, zone } = context.stamp()
  const { weekStartsOn, nightEnds } = context.settings
  return { now, today, zone, weekStartsOn, nightEnds }
}

/** One day still to come: when a promise is due, when a letter opens. */
export function futureDayFlag(value: string, flag: string, context: Context): Day {
  return asUsage(flag, () => readFutureDay(value, datesHere(context)))
}

export function asUsage<T>(flag: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof DateError) throw new UsageError(`${flag} ${error.message}`.trim())
    throw error
  }
}

/** The day and moment an entry is about. */
export interface When {
  readonly day: Day
  /** ISO 8601 with offset. */
  readonly at: string
}

/** A day, and a moment of it on the clocks of its zone. */
type Clock = Pick<Entry, 'day' | 'at' | 'zone'>

/**
 * When an entry is about: now, or the day of `--at`, at the time it names or else at this time of day.
 * @param before an entry that is moved: without a time that is named it keeps its own
 */
export function whenFlag(at: string | undefined, context: Context, before?: Clock): When {
  const now = atNow(context)
  if (at === undefined) return onDay(now, now.day, now.zone)
  return asUsage('--at', () =>
    whenOf(readDate(at, { ...datesHere(context), future: false }), at, context, before),
  )
}

/** @throws DateError when it is more than one day */
export function whenOf(range: DateRange, typed: string, context: Context, before?: Clock): When {
  const { now, zone, today } = context.stamp()
  const { from: day, to, time, at } = range
  if (day !== to) throw new DateError(`"${typed}" is more than one day. Write one, like ${today}.`)
  if (at !== undefined) return { day, at }
  if (time !== undefined) return { day, at: isoWithOffset(momentAt(day, time, zone), zone) }
  const moved = before && onDay(before, day, zone)
  // At noon, an evening of today has not come yet.
  return moved && Date.parse(moved.at) <= now.getTime() ? moved : onDay(atNow(context), day, zone)
}

function atNow(context: Context): Clock {
  const { now, zone, today } = context.stamp()
  return { day: today, at: isoWithOffset(now, zone), zone }
}

/** The same hour of another day. Of a night that counts for the evening before, it is the night that follows. */
function onDay(clock: Clock, day: Day, here: string): When {
  if (day === clock.day) return { day, at: clock.at }
  const zone = isZone(clock.zone) ? clock.zone : here
  const date = clock.at.slice(0, 10) > clock.day ? addDays(day, 1) : day
  return { day, at: isoWithOffset(momentAt(date, clock.at.slice(11, 16), zone), zone) }
}

/** Flags of everything that makes an entry. */
export interface SavingFlags {
  at?: string
  mood?: string
  tag?: string[]
  person?: string[]
  theme?: string
  star?: boolean
  private?: boolean
}

/** The fields those flags and the marks in the words make; what was not said is left out. */
export function savingFields(flags: SavingFlags, text: string) {
  const marks = marksIn(text)
  const mood = scaleFlag(flags.mood, '--mood')
  const theme = wordFlag(flags.theme, themeIds, '--theme')
  return {
    text,
    tags: joined(tagKey, marks.tags, (flags.tag ?? []).map(tagFlag)),
    people: joined(nameKey, marks.people, (flags.person ?? []).flatMap(namesFlag('--person'))),
    ...(mood && { mood }),
    ...(theme && { theme }),
    ...(flags.star && { starred: true as const }),
    ...(flags.private && { private: true as const }),
  }
}

export const withoutAt = (name: string): string => name.trim().replace(/^@/, '').trim()

/** The name that words make, however it was typed; words for no one are refused. */
export const nameIn = (words: readonly string[]): string => nameFlag('A name')(wrote(words))

/** The same for a name that may be there already, whatever it is. */
export const knownNameIn = (words: readonly string[]): string => said(wrote(words), 'A name')

const wrote = (words: readonly string[]): string => withoutAt(words.join(' ').replace(/\s+/g, ' '))

/** Somebody's name behind a flag. */
export const nameFlag =
  (flag: string) =>
  (value: string): string => {
    const name = said(withoutAt(value), flag)
    if (isName(name)) return name
    throw nobodysName(name)
  }

const nobodysName = (name: string): UsageError =>
  new UsageError(`"${name}" is nobody's name. Nothing was changed.`)

/** Names behind a flag: "Ana and Jo" are two, as where names are asked for. */
export const namesFlag =
  (flag: string) =>
  (value: string): string[] => {
    const names = namesFrom(value)
    if (names.length > 0) return names
    throw nobodysName(said(withoutAt(value), flag))
  }

/** A tag behind a flag, in its one spelling. */
export const tagFlag = (value: string): string => said(tagKey(value.trim()), '--tag')

function said(value: string, what: string): string {
  if (value.trim() !== '') return value
  throw new UsageError(`${what} is missing. Nothing was changed.`)
}

/** The filters, the same for every command that has them. */
export interface FilterFlags {
  from?: string
  to?: string
  on?: string
  theme?: string[]
  tag?: string[]
  person?: string[]
  mood?: string[]
  kind?: string[]
  starred?: boolean
  limit?: string
}

export function queryFlags(flags: FilterFlags, context: Context, lastDay = '--to'): Query {
  const { today } = context.stamp()
  const on = flags.on === undefined ? undefined : rangeFlag(flags.on, '--on', context)
  if (on && (flags.from !== undefined || flags.to !== undefined))
    throw new UsageError(`--on already says which days; leave out --from and ${lastDay}.`)
  const from = flags.from === undefined ? on?.from : rangeFlag(flags.from, '--from', context).from
  const to = flags.to === undefined ? on?.to : rangeFlag(flags.to, lastDay, context).to
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`--from ${from} comes after ${lastDay} ${to}.`)
  const limit = flags.limit === undefined ? undefined : Number(flags.limit)
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    throw new UsageError(`--limit takes a whole number from 1 up, not "${flags.limit}".`)
  return {
    today,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(flags.theme && { themes: flags.theme.map(themeFlag) }),
    ...(flags.tag && { tags: flags.tag.map(tagFlag) }),
    ...(flags.person && { people: flags.person.map(name => said(withoutAt(name), '--person')) }),
    ...(flags.mood && { moods: flags.mood.flatMap(word => scaleFlag(word, '--mood') ?? []) }),
    ...(flags.kind && { kinds: flags.kind.map(kindFlag) }),
    ...(flags.starred && { starred: true }),
    ...(limit !== undefined && { limit }),
  }
}
