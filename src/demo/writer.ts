import type { Day } from '../journal/day.ts'
import { momentAt } from '../journal/day.ts'
import type { EntryDraft, EntryOf, Kind, Scale } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import type { Stamp } from '../journal/record.ts'
import { idFrom } from '../journal/record.ts'
import { joined, tagKey } from '../journal/tags.ts'
import { namedIn } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Prose, Sentences } from './prose.ts'
import { spoken, tell } from './prose.ts'
import { daily } from './words/days.ts'

/** Who writes the made-up journal: chance, a place, and a day at a time. */
export interface Writer {
  readonly chance: Chance
  readonly zone: string
  /** How many sentences an answer may have. */
  readonly sentences: readonly [least: number, most: number]
}

/** Now, on a day of the story; minutes since midnight. */
export function stampOf({ chance, zone }: Writer, day: Day, minutes: number): Stamp {
  const late = Math.min(minutes, 23 * 60 + 59)
  const time = [Math.floor(late / 60), late % 60].map(n => String(n).padStart(2, '0')).join(':')
  const now = new Date(momentAt(day, time, zone).getTime() + chance.between(0, 59_999))
  const newId = () =>
    idFrom(
      now.getTime(),
      Uint8Array.from({ length: 10 }, () => chance.between(0, 255)),
    )
  return { now, zone, today: day, newId }
}

/** An entry that names its people, and some of what it is about, as the words do. */
export function written<K extends Kind>(
  writer: Writer,
  said: Prose,
  draft: EntryDraft<K>,
  stamp: Stamp,
): EntryOf<K> {
  const tags = said.tags.filter(() => writer.chance.is(0.6))
  const given = draft as { people?: readonly string[]; tags?: readonly string[] }
  return newEntry<K>(
    {
      ...draft,
      text: said.text,
      people: joined(nameKey, given.people ?? [], namedIn(said.text)),
      tags: joined(tagKey, given.tags ?? [], tags),
    },
    stamp,
  )
}

/** Words that begin somewhere and go on as the day was. */
export function writtenPage(
  writer: Writer,
  opening: Sentences,
  ...decks: readonly [Sentences, ...Sentences[]]
): Prose {
  const { chance, sentences } = writer
  const said = [spoken(opening, chance)]
  for (let more = chance.between(...sentences) - 1; more > 0; more--) {
    const next = spoken(
      chance.is(0.25) ? daily : chance.pick(decks as [Sentences, ...Sentences[]]),
      chance,
    )
    if (said.every(({ text }) => text !== next.text)) said.push(next)
  }
  return tell(said, chance)
}

export const scaleOf = (value: number): Scale =>
  Math.max(1, Math.min(5, Math.round(value))) as Scale
