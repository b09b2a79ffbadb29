import { entriesWhereReadable } from '../desk/readable.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Circle, Person } from '../journal/person.ts'
import { circleOf, nameKey, namesSomebody } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import type { Known } from '../reflect/discretion.ts'
import { discretionOf } from '../reflect/discretion.ts'
import type { Quote } from '../reflect/quote.ts'
import { quoteOf } from '../reflect/quote.ts'
import { wordKey } from '../reflect/tally.ts'
import type { Settings } from '../settings/settings.ts'
import type { Journal } from '../store/journal.ts'
import { prompts } from '../themes/prompts.ts'
import { themes } from '../themes/theme.ts'
import type { Around } from './earlier.ts'
import { planningFrom, readAround } from './earlier.ts'
import { DAYS_BACK } from './past.ts'
import type { KnownSoFar } from './plan.ts'

/** What a session reads out of the journal before it begins. */
export interface Gathered extends Recalled {
  readonly known: KnownSoFar
}

/** What of the journal may come up in a session. Recent entries are read when that is first asked for. */
export interface Recalled {
  readonly circle: Circle
  /** Names the person has written, the latest first, without those who are not to be brought up. */
  names(): Promise<readonly string[]>
  /** Tools the person noted, the latest first, without those that are not to be brought up. */
  tools(): Promise<readonly string[]>
  /** Lines the person starred or chose as worth keeping and that may be read back, the newest two. */
  lookBack(): Promise<readonly Quote[]>
  /** Whether somebody may be suggested for reaching out; never those who are muted either. */
  mayInvite(name: string): boolean
  /** Whether somebody is known to be there: the person said how they stand, or they understood, knew of a promise or were in touch. */
  isThere(name: string): Promise<boolean>
}

export async function gatherKnown(
  journal: Journal,
  day: Day,
  settings: Settings,
): Promise<Gathered> {
  const { recent, letters, around } = await planningFrom(journal, day)
  const older =
    recent.length > 0 ? recent : await entriesWhereReadable(journal, { today: day, limit: 1 })
  const company = companyOf(day, around)
  const discretion = discretionOf(company)
  return {
    ...recalledIn(journal, company),
    known: {
      day,
      // A journal that nothing was written in keeps no seed yet; its prompts stay the same all the same.
      seed: older.length === 0 ? 'the first day' : journal.seed,
      entries: [...letters, ...recent],
      first: older.length === 0 && !journal.locked,
      ...(journal.locked && { locked: true }),
      mutes: company.mutes,
      ownPrompts: around.ownPrompts ?? [],
      measures: around.measures ?? [],
      isSilent: it => !discretion.mayQuote(it) || discretion.namesSomeoneAway(it),
      settings,
      themes,
      // Loaded when a walk is planned, after the first question.
      get prompts() {
        return prompts
      },
    },
  }
}

/**
 * The same without a plan.
 * @param map people as they were just placed, and are not kept yet
 */
export async function gatherRecalled(
  journal: Journal,
  day: Day,
  map: readonly Person[] = [],
): Promise<Recalled> {
  const { people, ...others } = await readAround(journal)
  const placed = new Set(map.map(({ id }) => id))
  const now = people && [...people.filter(({ id }) => !placed.has(id)), ...map]
  return recalledIn(journal, companyOf(day, { ...others, ...(now && { people: now }) }))
}

/** Who may come up. */
interface Company extends Known {
  /** Left out where it cannot be read: where nobody can say who is unsafe, nobody is suggested. */
  readonly people?: readonly Person[]
}

const companyOf = (today: Day, { people, mutes = [] }: Around): Company => ({
  today,
  circle: circleOf(people ?? []),
  mutes,
  ...(people && { people }),
})

function recalledIn(journal: Journal, company: Company): Recalled {
  const { today, circle, people } = company
  let read: Promise<Entry[]> | undefined
  const lately = async () => {
    const from = addDays(today, -DAYS_BACK)
    // A letter that is closed may tell that nothing beside it is to be read back.
    read ??= entriesWhereReadable(journal, { today, from, to: today, sealed: 'include' })
    const recent = await read
    return { recent, may: discretionOf(company, recent) }
  }
  const { mayInvite: mayBeAsked } = discretionOf(company)
  const mayInvite = (name: string) => people !== undefined && mayBeAsked(name)
  return {
    circle,
    mayInvite,
    async names() {
      const { recent, may } = await lately()
      // A name that only private pages know is not offered either.
      const written = recent
        .filter(may.isOpen)
        .flatMap(entry => entry.people)
        .reverse()
      return joined(
        nameKey,
        [...written, ...(people ?? []).map(person => person.name)].map(circle.canonical),
      ).filter(name => namesSomebody(name) && mayInvite(name))
    },
    async isThere(name) {
      if (circle.find(name)) return true
      const { recent, may } = await lately()
      const key = nameKey(name)
      return recent
        .filter(may.isOpen)
        .flatMap(helpersIn)
        .some(it => nameKey(it) === key)
    },
    async tools() {
      const { recent, may } = await lately()
      const noted = recent
        .flatMap(it => (it.kind === 'coping' && may.mayQuote(it) ? it.details.tool : []))
        .filter(may.mayRead)
        .reverse()
      return joined(wordKey, noted)
    },
    async lookBack() {
      const { recent, may } = await lately()
      return recent
        .filter(it => isKeepsake(it) && may.mayQuote(it) && !may.namesSomeoneAway(it))
        .flatMap(entry => quoteOf(entry, may) ?? [])
        .slice(-2)
    },
  }
}

/** Who was there for the person, by what an entry says. */
function helpersIn(entry: Entry): readonly string[] {
  if (entry.kind === 'reachout') return entry.people
  if (entry.kind === 'promise') return entry.details.witness ?? []
  return entry.kind === 'reflection' ? (entry.details.understoodBy ?? []) : []
}

const isKeepsake = (entry: Entry): boolean =>
  entry.starred === true || (entry.kind === 'reflection' && entry.details.insight !== undefined)
