// Journals made by lot from the table of fields, with everything that may happen to one: edits, moves to other
// months, deletions, edits in two places, changes that wait, months edited by hand.
import { appendFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalRecord } from '../../src/journal/change.ts'
import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import type { Entry, EntryDraft } from '../../src/journal/entry.ts'
import { kinds, newEntry, revise, tombstone } from '../../src/journal/entry.ts'
import { detailFields } from '../../src/journal/fields/details.ts'
import { entryFields } from '../../src/journal/fields/entry.ts'
import type { Field, Fields } from '../../src/journal/fields/field.ts'
import { newPerson, personStatuses } from '../../src/journal/person.ts'
import { firstRevision } from '../../src/journal/record.ts'
import { realDisk } from '../../src/store/disk.ts'
import { takeLock } from '../../src/store/lock.ts'
import { aClock, aJournal, aStamp, host } from './a-journal.ts'
import { quickDisk } from './disks.ts'

const today = asDay('2026-11-22')

export interface Lot {
  /** A whole number from 0 to below `below`. */
  number(below: number): number
  /** True once in so many times. */
  once(times: number): boolean
  one<T>(of: readonly T[]): T
}

/** The same seed draws the same lots. */
function lots(seed: number): Lot {
  let state = seed * 2654435761 + 1
  const number = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
  const lot = {
    number,
    once: (times: number) => number(times) === 0,
    one: <T>(of: readonly T[]) => of[number(of.length)] as T,
  }
  return lot
}

const names = ['Ana', 'ana', 'Bo', 'Zoë', 'my sister', 'Dr. Lee', 'José']
const tags = ['work', 'Sea', 'café', 'night', '__proto__', 'home']
const sentences = [
  'The bus was late and I read on the bench.',
  "I don’t know; it's fine — soup helped, and Ana called.",
  'I want to kill myself.',
  'Straße, İstanbul, 東京の夜。 Ça va?',
  'A long one. '.repeat(30),
  '# A heading\n\n- a "line" with \\ and \u2028 in it\n- Bo',
  'soup soup soup swimming swimming with Zoë',
  '',
]

function valueBy(lot: Lot, field: Field): unknown {
  const some = (of: readonly string[]) => Array.from({ length: lot.number(4) }, () => lot.one(of))
  switch (field.type) {
    case 'scale':
      return 1 + lot.number(5)
    case 'choice':
      return lot.one(Object.keys(field.words))
    case 'day':
      return addDays(today, lot.number(60) - 40)
    case 'yes':
      return true
    case 'yes-no':
      return lot.once(2)
    case 'number':
      return (field.from ?? 0) + lot.number(10)
    case 'amounts':
      return { craving: lot.number(10), walked: lot.once(2) }
    case 'words':
      return lot.one(sentences) || 'walk'
    case 'name':
      return lot.one(names)
    case 'names':
      return some(names)
    case 'tags':
      return some(tags)
    case 'word-list':
      return some(['calm', 'Sad', 'sad', 'tired of it all'])
    case 'code':
      return `code${lot.number(4)}`
    case 'codes':
      return some(['connection', 'code1'])
    case 'group':
      return holder(lot, field.fields)
    case 'list':
      return Array.from({ length: lot.number(3) }, () => holder(lot, field.fields))
  }
}

const holder = (lot: Lot, fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { required }]) => required || lot.once(2))
      .map(([name, field]) => [name, valueBy(lot, field)]),
  )

function entryBy(lot: Lot, span: number): Entry {
  const kind = lot.one(kinds)
  const day: Day = addDays(today, 3 - lot.number(span))
  const { at: _, zone: __, day: ___, private: own, starred, bring, ...fields } = entryFields
  const rare = lot.once(4) ? { private: own, starred, bring } : {}
  const drawn = holder(lot, { ...fields, ...rare })
  const draft = {
    ...drawn,
    ...(kind === 'reflection' && { theme: valueBy(lot, entryFields.theme) }),
    kind,
    day,
    text: lot.one(sentences),
    details: holder(lot, detailFields[kind]),
  }
  const hour = String(lot.number(24)).padStart(2, '0')
  return newEntry(draft as unknown as EntryDraft, aStamp(`${day}T${hour}:15:00Z`))
}

/** A journal in a data folder, and a way to do more to it. */
export async function randomJournal(folder: string, seed: number) {
  const lot = lots(seed)
  const clock = aClock()
  const journal = await aJournal({ folder, clock, disk: quickDisk })
  const span = lot.one([20, 70, 200, 400])
  const all = () => journal.entries({ today, sealed: 'include' })
  const add = (most: number) =>
    journal.commit(
      'some',
      Array.from({ length: 1 + lot.number(most) }, () => entryBy(lot, span)),
    )

  async function oneMore(): Promise<void> {
    const there = await all()
    const stamp = aStamp()
    if (there.length === 0) return void (await add(3))
    const it = lot.one(there)
    switch (lot.number(8)) {
      case 0:
        return void (await journal.commit('moved', [
          revise(it, { day: addDays(it.day, lot.number(90) - 60) }, stamp),
        ]))
      case 1:
        return void (await journal.commit('gone', [tombstone(it, stamp)]))
      case 2:
        await journal.commit('here', [revise(it, { text: 'Said here.', mood: 2 }, stamp)])
        return void (await journal.commit('there', [
          revise(it, { text: 'Said there.', day: addDays(it.day, -40) }, stamp),
        ]))
      case 3: {
        const person = newPerson(lot.one(names), lot.one(personStatuses), stamp)
        return void (await journal.commit('people', [person]))
      }
      case 4: {
        const [what, value] = lot.one([
          ...(['Ana', 'Bo'] as const).map(name => ['person', name] as const),
          ...[['tag', 'work'] as const, ['entry', it.id] as const],
          ['period', `${addDays(today, -50)}/${addDays(today, -30)}`] as const,
        ])
        const mute = { ...firstRevision(stamp), kind: 'mute', what, value } as JournalRecord
        return void (await journal.commit('mute', [mute]))
      }
      case 5: {
        const lock = takeLock(realDisk, join(folder, 'lock'), host)
        await add(3)
        return lock?.release()
      }
      case 6: {
        const months = join(folder, 'g1', 'months')
        const files = existsSync(months) ? readdirSync(months) : []
        const month = lot.one(files.filter(name => name.endsWith('.json')))
        if (month) appendFileSync(join(months, month), '\n')
        return
      }
      default:
        return void (await add(3))
    }
  }

  await add(lot.one([3, 30, 120]))
  for (let more = lot.number(6); more > 0; more--) await oneMore()
  return { lot, oneMore }
}
