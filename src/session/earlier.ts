import { damaged, entriesWhereReadable } from '../desk/readable.ts'
import type { Day } from '../journal/day.ts'
import { addDays, asDay, monthOf } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry, Kind } from '../journal/entry.ts'
import type { Person } from '../journal/person.ts'
import { isDue, waitingIn } from '../journal/promise.ts'
import type { Query } from '../journal/query.ts'
import { isSealedLetter } from '../journal/query.ts'
import { revisionsOf } from '../journal/record.ts'
import type { Measure, Mute, OwnPrompt } from '../journal/setting.ts'
import type { Journal } from '../store/journal.ts'
import type { LetterBefore } from './letters.ts'
import { daysOfLetters, letterSum } from './letters.ts'
import { DAYS_BACK, TOPIC_DAYS } from './past.ts'

/** Who is known, and what was set for all sessions. Left out is what cannot be read. */
export interface Around {
  readonly people?: readonly Person[]
  readonly mutes?: readonly Mute[]
  readonly ownPrompts?: readonly OwnPrompt[]
  readonly measures?: readonly Measure[]
}

export const readAround = async (journal: Journal): Promise<Around> =>
  defined({
    people: await journal.people().catch(damaged),
    mutes: await journal.mutes().catch(damaged),
    ownPrompts: await journal.ownPrompts().catch(damaged),
    measures: await journal.settings('measure').catch(damaged),
  })

/** What there was before the month of a session, as far as one goes by it: no words of entries. Plain data, to be kept. */
interface Earlier extends Around {
  /** All of these months, oldest first. */
  readonly letters: readonly LetterBefore[]
  /** Those of the last `DAYS_BACK` days before the month, oldest first. */
  readonly entries: readonly Entry[]
}

/** What a session is planned from. */
export interface PlannedFrom {
  /**
   * The entries of the last `DAYS_BACK` days, letters first. They are for planning only: what is of an earlier month
   * and is not to be shown has no words.
   */
  readonly recent: readonly Entry[]
  /** Letters of before that are wanted. */
  readonly letters: readonly Entry[]
  readonly around: Around
}

export async function planningFrom(journal: Journal, day: Day): Promise<PlannedFrom> {
  const from = addDays(day, -DAYS_BACK)
  const read = (query: Omit<Query, 'today'>) =>
    entriesWhereReadable(journal, { today: day, ...query })
  const outlined = await fromOutlines(journal, day, from)
  const around = outlined?.around ?? (await readAround(journal))
  const recent = lettersFirst(outlined?.recent ?? (await read({ from, to: day })))
  const before = { to: addDays(from, -1), kinds: ['letter' as const] }
  const known = outlined?.letters ?? (await lettersUntil(journal, day, before.to).catch(damaged))
  if (known === undefined) return { around, recent, letters: await read(before) }
  const first = outlined?.first ?? from
  const isShown = (entry: Entry) =>
    entry.kind === 'promise' && entry.day < first && isDue(entry, day)
  const days = new Set([
    ...daysOfLetters(known, { day, from, known: recent }),
    ...recent.filter(isShown).map(it => it.day),
  ])
  const whole: Entry[] = []
  for (const on of [...days].sort()) whole.push(...(await read({ from: on, to: on, kinds: shown })))
  const byId = new Map(whole.map(entry => [entry.id, entry]))
  const isRead = (entry: Entry) =>
    entry.day < first && days.has(entry.day) && shown.includes(entry.kind)
  return {
    around,
    recent: recent.flatMap(entry => (isRead(entry) ? (byId.get(entry.id) ?? []) : entry)),
    letters: whole.filter(({ kind, day }) => kind === 'letter' && day < from),
  }
}

/** What is shown of earlier months: promises that are due, and letters that open. */
const shown: readonly Kind[] = ['letter', 'promise']

const lettersFirst = (entries: readonly Entry[]): Entry[] => {
  const isLetter = ({ kind }: Entry) => kind === 'letter'
  return [...entries.filter(isLetter), ...entries.filter(entry => !isLetter(entry))]
}

/** The letters of all months up to a day. */
const lettersUntil = (journal: Journal, today: Day, to: Day): Promise<LetterBefore[]> =>
  journal.findings({ today, to }, ({ sums }) => sums.flatMap(({ letters }) => letters), letterSum)

/**
 * The recent entries, those of earlier months from what is kept of them, and the letters of these. Undefined where
 * only the months themselves can say.
 */
async function fromOutlines(journal: Journal, day: Day, from: Day) {
  const month = monthOf(day)
  const first = asDay(`${month}-01`)
  const earlier = await journal
    .answer(['a session', month], () => outlinedBefore(journal, first), month)
    .catch(damaged)
  if (!earlier) return undefined
  const here = await entriesWhereReadable(journal, { today: day, from: first, to: day })
  const ids = new Set(here.map(({ id }) => id))
  // It lies in two months, as only a copied or forged file has it.
  if (earlier.entries.some(({ id }) => ids.has(id))) return undefined
  const seen = earlier.entries.filter(it => it.day >= from && !isSealedLetter(it, day))
  return { first, around: earlier, letters: earlier.letters, recent: [...seen, ...here] }
}

/** Null where not all can be read, or something was changed in two places: then a later month may have a say in it. */
async function outlinedBefore(journal: Journal, first: Day): Promise<Earlier | null> {
  const around = await readAround(journal)
  const to = addDays(first, -1)
  const from = addDays(first, -DAYS_BACK)
  const entries = await journal.entries({ today: to, from, to, sealed: 'include' })
  if (!around.people || !around.mutes || entries.some(isTogether)) return null
  const topicsFrom = addDays(first, -TOPIC_DAYS)
  return {
    ...around,
    letters: await lettersUntil(journal, to, to),
    entries: entries.map(entry => outlined(entry, topicsFrom)),
  }
}

const isTogether = (entry: Entry): boolean => revisionsOf(entry).length > 1

/** What plans look at, and nothing else. */
const outlined = (entry: Entry, topicsFrom: Day): Entry => {
  const { id, kind, day, session, theme, mood, prompt, tags, people, feelings } = entry
  return {
    ...defined({ id, kind, day, session, theme, mood, details: outlinedDetails(entry) }),
    ...(prompt && { prompt: { id: prompt.id } }),
    ...(day >= topicsFrom && { tags, people, ...defined({ feelings }) }),
  } as unknown as Entry
}

function outlinedDetails(entry: Entry): object | undefined {
  if (entry.kind === 'promise') return waitingIn(entry).details
  if (entry.kind === 'letter') return defined({ sealedUntil: entry.details.sealedUntil })
  if (entry.kind !== 'checkin') return undefined
  const { moment, passed, measures, connection } = entry.details
  return defined({ moment, passed, measures, connection: connection && {} })
}
