import { damaged, entriesWhereReadable } from '../desk/readable.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import type { Circle } from '../journal/person.ts'
import { circleOf, isName, nameKey } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import { discretionOf } from '../reflect/discretion.ts'
import type { Quote } from '../reflect/quote.ts'
import { quoteOf } from '../reflect/quote.ts'
import { wordKey } from '../reflect/tally.ts'
import type { Settings } from '../settings/settings.ts'
import type { Journal } from '../store/journal.ts'
import { prompts } from '../themes/prompts.ts'
import { themes } from '../themes/theme.ts'
import { lettersBefore } from './letters.ts'
import { DAYS_BACK } from './past.ts'
import type { KnownSoFar } from './plan.ts'

/** What a session reads out of the journal before it begins. */
export interface Gathered {
  readonly known: KnownSoFar
  readonly circle: Circle
  readonly promises: readonly PromiseEntry[]
  /** Names the person has written, the latest first, without those who are not to be brought up. */
  names(): readonly string[]
  /** Tools the person noted, the latest first, without those that are not to be brought up. */
  tools(): readonly string[]
  /** Lines the person starred or chose as worth keeping and that may be read back, the newest two. */
  lookBack(): readonly Quote[]
  /** Whether somebody may be suggested for reaching out; never those who are muted either. */
  mayInvite(name: string): boolean
}

export async function gatherKnown(
  journal: Journal,
  day: Day,
  settings: Settings,
): Promise<Gathered> {
  const from = addDays(day, -DAYS_BACK)
  const recent = await entriesWhereReadable(journal, { today: day, from, to: day })
  const isLetter = ({ kind }: Entry) => kind === 'letter'
  const lately = [...recent.filter(isLetter), ...recent.filter(entry => !isLetter(entry))]
  const letters = await lettersBefore(journal, { day, before: from, known: lately })
  const older =
    recent.length > 0 ? recent : await entriesWhereReadable(journal, { today: day, limit: 1 })
  const knownPeople = await journal.people().catch(damaged)
  const people = knownPeople ?? []
  const mutes = (await journal.mutes().catch(damaged)) ?? []
  const circle = circleOf(people)
  const discretion = discretionOf({ today: day, circle, mutes }, recent)
  // Where nobody can say who is unsafe, nobody is suggested.
  const mayInvite: typeof discretion.mayInvite = name =>
    knownPeople !== undefined && discretion.mayInvite(name)
  const known: KnownSoFar = {
    day,
    // A journal that nothing was written in keeps no seed yet; its prompts stay the same all the same.
    seed: older.length === 0 ? 'the first day' : journal.seed,
    entries: [...letters, ...lately],
    first: older.length === 0 && !journal.locked,
    ...(journal.locked && { locked: true }),
    mutes,
    ownPrompts: (await journal.ownPrompts().catch(damaged)) ?? [],
    measures: (await journal.settings('measure').catch(damaged)) ?? [],
    isSilent: it => !discretion.mayQuote(it) || discretion.namesSomeoneAway(it),
    settings,
    themes,
    prompts,
  }
  // A name that only private pages know is not offered either.
  const written = () =>
    recent
      .filter(discretion.isOpen)
      .flatMap(entry => entry.people)
      .reverse()
  return {
    known,
    circle,
    promises: recent.filter((entry): entry is PromiseEntry => entry.kind === 'promise'),
    names: () =>
      joined(
        nameKey,
        [...written(), ...people.map(person => person.name)].map(circle.canonical),
      ).filter(name => isName(name) && mayInvite(name)),
    tools: () =>
      joined(
        wordKey,
        recent
          .flatMap(it => (it.kind === 'coping' && discretion.mayQuote(it) ? it.details.tool : []))
          .filter(discretion.mayRead)
          .reverse(),
      ),
    mayInvite,
    lookBack: () =>
      recent
        .filter(it => isKeepsake(it) && discretion.mayQuote(it) && !discretion.namesSomeoneAway(it))
        .flatMap(entry => quoteOf(entry, discretion) ?? [])
        .slice(-2),
  }
}

const isKeepsake = (entry: Entry): boolean =>
  entry.starred === true || (entry.kind === 'reflection' && entry.details.insight !== undefined)
