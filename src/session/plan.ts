import { careFor } from '../care/care.ts'
import { mayCall } from '../care/triggers.ts'
import type { Day } from '../journal/day.ts'
import { addDays, daysBetween } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry, Letter, PromiseEntry, Scale } from '../journal/entry.ts'
import { ownWordsIn } from '../journal/fields/read.ts'
import { lastMood } from '../journal/low-days.ts'
import type { Asked } from '../journal/measure.ts'
import { dueMeasures } from '../journal/measure.ts'
import { compareText } from '../journal/order.ts'
import { isDue, isOpen } from '../journal/promise.ts'
import { isHardDate, weeksInto } from '../journal/season.ts'
import type { Measure, Mute, OwnPrompt } from '../journal/setting.ts'
import { isLowDay } from '../reflect/heavy.ts'
import type { Length, Settings } from '../settings/settings.ts'
import type { Prompt } from '../themes/prompt.ts'
import { angles, needs, situations } from '../themes/prompt.ts'
import type { Theme, ThemeId } from '../themes/theme.ts'
import { atHand, mayBeAsked, pickTheme, rank } from './choose.ts'
import type { Past } from './past.ts'
import { DAYS_BACK, isLongAway, pastOf } from './past.ts'
import type { Circumstances } from './rules.ts'
import { isForSome, lots } from './rules.ts'
import { seasonTurn } from './season.ts'

/** What a session is planned from. */
export interface KnownSoFar {
  /** The day the session counts for. */
  readonly day: Day
  readonly seed: string
  /** Entries of the last `DAYS_BACK` days; before them those letters that a session wants. */
  readonly entries: readonly Entry[]
  /** Whether anything was ever written. */
  readonly first: boolean
  /** Whether what was written cannot be read, for want of the passphrase: then no pause is taken for one. */
  readonly locked?: true
  readonly mutes: readonly Mute[]
  readonly ownPrompts: readonly OwnPrompt[]
  /** Measures of the person's own, where there are any. */
  readonly measures?: readonly Measure[]
  readonly settings: Settings
  readonly themes: readonly Theme[]
  readonly prompts: readonly Prompt[]
  /** Whether an entry is not brought up by itself: private, muted, or naming somebody who is away. */
  isSilent?(entry: Entry): boolean
}

/** What comes before the walk. Plain data, kept in the draft. */
export interface Arrival {
  readonly greeting: 'first' | 'back' | 'plain'
  /** After four weeks or more a look at what was there is offered. */
  readonly looksBack?: true
  /** Early on, what this is about is asked once, on leaving; `later` when it may wait for one more session. */
  readonly season?: 'now' | 'later'
  /** Whether the five connection items are asked today. */
  readonly connection: boolean
  readonly hard: boolean
  /** Promises whose day has come, the longest due first. */
  readonly due: readonly DuePromise[]
  /** Open promises that are not due: a new one is offered while there are fewer than three. */
  readonly open: number
  /** Letters whose seal has ended since the last session. */
  readonly letters: readonly { readonly id: string; readonly written: Day; readonly text: string }[]
  /** Measures of the person's own whose turn it is. */
  readonly measures?: readonly Asked[]
  /** In recovery: a slip may be looked at, after a promise that waits or at a prompt about it. */
  readonly recovery?: true
  /** How many of the last sessions, in a row, left the person lower than they came. */
  readonly lowerBefore: number
}

export interface DuePromise {
  readonly id: string
  readonly text: string
  readonly made: Day
  readonly due?: Day
  readonly cue?: string
}

/** The themes of the walk, with their prompts as they will be asked. Plain data, kept in the draft. */
export interface Walk {
  readonly length: Length
  readonly themes: readonly ThemePlan[]
}

export interface ThemePlan {
  readonly id: ThemeId
  readonly name: string
  readonly purpose: string
  /** Why this theme, where only one was picked. */
  readonly reason?: string
  /** The first is asked; the others are there to swap to. Empty when the person muted them all. */
  readonly prompts: readonly PlannedPrompt[]
  /** Whether the second question is asked anyway or offered. */
  readonly deeper: 'asked' | 'offered'
}

export interface PlannedPrompt {
  readonly id: string
  readonly text: string
  /** A line for safety, under the question. */
  readonly note?: string
  readonly deeper?: string
  readonly deep: boolean
  readonly reason: string
  readonly why: string
  readonly restsOn: string
}

/** After so many days away the welcome says it is good to see them, and never how many. */
const AWAY_DAYS = 7
const DUE_AT_ONCE = 3
const no = () => false
const CONNECTION_REST_DAYS = 3

export function planArrival(known: KnownSoFar): Arrival {
  const { day, entries, settings, first, isSilent = no } = known
  const past = pastBefore(known)
  const promises = entries.filter((entry): entry is PromiseEntry => entry.kind === 'promise')
  const due = promises.filter(promise => isDue(promise, day) && !isSilent(promise))
  const measures = dueMeasures(known.measures ?? [], entries, day).map(askedBy)
  const away =
    !known.locked && (past.lastDay === undefined || daysBetween(past.lastDay, day) > AWAY_DAYS)
  const season = seasonAsked(known)
  return {
    ...(!first && away && isLongAway(past.lastDay, day) && { looksBack: true }),
    ...(season && { season }),
    greeting: first ? 'first' : away ? 'back' : 'plain',
    // A low day is asked for little.
    connection: !first && !known.locked && !isLowDay(soFar(known)) && asksConnection(past, day),
    hard: isHardDate(settings.hardDates, day),
    due: due
      .sort((a, b) => compareText(a.details.due ?? day, b.details.due ?? day))
      .slice(0, DUE_AT_ONCE)
      .map(({ id, text, day: made, details: { cue, due } }) => ({
        id,
        text,
        made,
        ...(due !== undefined && { due }),
        ...(cue !== undefined && { cue }),
      })),
    open: promises.filter(promise => isOpen(promise) && !isDue(promise, day)).length,
    letters: lettersOpening(known, past.lastSession),
    ...(measures.length > 0 && { measures }),
    ...(settings.season === 'addiction' && { recovery: true }),
    lowerBefore: past.lowerInARow,
  }
}

const askedBy = ({ name, unit, from, to, low, high }: Measure): Asked => ({
  name,
  unit,
  ...defined({ from, to, low, high }),
})

/** What was written on the day so far, whatever it came by. */
export const soFar = ({ entries, day }: KnownSoFar): Entry[] =>
  entries.filter(entry => entry.day === day && entry.kind !== 'letter')

/** What this is about is asked at the end of the first session or the second, and once. */
function seasonAsked({ entries, settings }: KnownSoFar): Arrival['season'] {
  const asked = entries.some(
    ({ kind, details }) => kind === 'checkin' && details.passed?.includes('season'),
  )
  if (asked || settings.season !== 'none') return undefined
  const sessions = new Set(entries.flatMap(entry => entry.session ?? [])).size
  return sessions === 0 ? 'later' : sessions === 1 ? 'now' : undefined
}

/** Never on sessions that follow each other, and only after some days of rest, answered or not. */
const asksConnection = (past: Past, day: Day): boolean =>
  !past.connectionLast &&
  past.connectionDays.every(it => daysBetween(it, day) >= CONNECTION_REST_DAYS)

function lettersOpening(
  { entries, mutes, day, isSilent = no }: KnownSoFar,
  lastSession: Day | undefined,
) {
  // Without a session in all the days that are looked at, what opened in them was shown to nobody.
  const since = lastSession ?? addDays(day, -DAYS_BACK - 1)
  const muted = new Set(mutes.filter(it => it.what === 'entry').map(it => it.value))
  const opens = (entry: Entry): entry is Letter =>
    entry.kind === 'letter' &&
    entry.details.sealedUntil !== undefined &&
    entry.details.sealedUntil > since &&
    entry.details.sealedUntil <= day &&
    !muted.has(entry.id) &&
    !isSilent(entry)
  return entries.filter(opens).map(({ id, day: written, text }) => ({ id, written, text }))
}

/** What is chosen once the mood of the day is known. */
export interface Wish {
  readonly mood?: Scale
  /** Feeling words of today. */
  readonly feelings?: readonly string[]
  /** The hour of the clock, 0 to 23, where it is known. */
  readonly hour?: number
  readonly length: Length
  /** Only keys are pressed. */
  readonly choicesOnly?: boolean
  /** Only these themes, in the order of the walk. */
  readonly only?: readonly ThemeId[]
}

export function planWalk(known: KnownSoFar, wish: Wish): Walk {
  const today = circumstances(known, wish)
  const prompts = promptsOf(known)
  const open = known.themes.filter(({ id }) => !known.settings.skipThemes.includes(id))
  // Someone who skips every theme and still asks for a walk gets one.
  const all = open.length > 0 ? open : known.themes
  const picked = wish.only || wish.length !== 'short' ? undefined : pickTheme(all, today)
  const ids = wish.only ?? (picked ? [picked.theme] : all.map(theme => theme.id))
  const chosen = known.themes.filter(({ id }) => ids.includes(id))
  const may = mayBeAsked(prompts.filter(isForSome), { ...today, turn: new Set(ids) })
  const now = { ...today, turn: seasonTurn(may, today) }
  return {
    length: wish.length,
    themes: chosen.map((theme, index) => ({
      ...theme,
      ...(picked && { reason: picked.reason }),
      prompts: atHand(
        rank(
          prompts.filter(prompt => prompt.theme === theme.id),
          now,
          { first: index === 0 },
        ),
        now,
      ).map(({ prompt, reason }) => planned(prompt, reason)),
      deeper: wish.length === 'deep' ? 'asked' : 'offered',
    })),
  }
}

/** Ours and the person's own; a theme of which only their own may be asked, and that has none, keeps ours. */
function promptsOf({ prompts, ownPrompts, settings }: KnownSoFar): Prompt[] {
  const own = ownPrompts.map(ownPrompt)
  const has = new Set(own.map(({ theme }) => theme))
  const ours = prompts.filter(({ theme }) => settings.questions === 'all' || !has.has(theme))
  return [...ours, ...own]
}

/** What somebody said today counts, whatever command it came by; the mood of this session before all. */
function circumstances(known: KnownSoFar, wish: Wish): Circumstances {
  const { day, seed, settings, mutes, ownPrompts } = known
  const { season, seasonStart } = settings
  const today = soFar(known)
  const mood = wish.mood ?? lastMood(today)
  const weeks = weeksInto(seasonStart === '' ? undefined : (seasonStart as Day), day)
  return {
    day,
    lot: lots(seed, day),
    topics: settings.topics,
    turn: new Set(),
    nightEnds: settings.nightEnds,
    feelings: [...(wish.feelings ?? []), ...today.flatMap(entry => entry.feelings ?? [])],
    ...(wish.hour !== undefined && { hour: wish.hour }),
    hard: isHardDate(settings.hardDates, day),
    calling: isCalling(today.flatMap(ownWordsIn)),
    season,
    choicesOnly: wish.choicesOnly === true,
    deep: wish.length === 'deep',
    past: pastBefore(known),
    muted: new Set(mutes.filter(it => it.what === 'prompt').map(it => it.value)),
    // Those of packs have another id.
    own: new Set(ownPrompts.map(({ id }) => id)),
    ...(mood !== undefined && { mood }),
    ...(weeks !== undefined && season !== 'none' && { weeks }),
  }
}

/** Gone through once for the welcome and the walk. */
function pastBefore(known: KnownSoFar): Past {
  const past = pasts.get(known) ?? pastOf(known.entries, known.day)
  pasts.set(known, past)
  return past
}
const pasts = new WeakMap<KnownSoFar, Past>()

/** The rules are loaded only for a text with a word that they could come of. */
const isCalling = (texts: readonly string[]): boolean =>
  texts.some(mayCall) && careFor(texts) !== undefined

/**
 * A prompt the person added is steady: it fits any day and every season. One of a pack is what its pack says. Words
 * that a newer hearten knows for a situation, and this one does not, keep it from nobody.
 */
export function ownPrompt(own: OwnPrompt): Prompt {
  const { id, pack, slug, theme, text, deeper = '', depth = 'steady', note, why } = own
  const known = <Word extends string>(words: readonly Word[], said: readonly string[] = []) =>
    said.filter((it): it is Word => words.some(word => word === it))
  const fits = known(situations, own.situations)
  return {
    id: pack && slug ? promptIdIn(pack, slug) : id,
    ...{ theme, text, deeper, depth },
    situations: fits.length > 0 ? fits : ['general'],
    angles: known(angles, own.angles),
    needs: known(needs, own.needs),
    feelings: own.feelings ?? [],
    ...(note && { note }),
    why: why ?? (pack ? 'Its pack does not say.' : 'You added this one.'),
    restsOn: pack ? `The pack ${pack}` : 'Your own question',
  }
}

/** What entries call a question of a pack. Begins with no theme, so it is none of ours. */
const promptIdIn = (pack: string, slug: string): string => `${pack}-${slug}`

const planned = (prompt: Prompt, reason: string): PlannedPrompt => ({
  id: prompt.id,
  text: prompt.text,
  ...(prompt.note !== undefined && { note: prompt.note }),
  ...(prompt.deeper !== '' && { deeper: prompt.deeper }),
  deep: prompt.depth === 'deep',
  reason,
  why: prompt.why,
  restsOn: prompt.restsOn,
})
