// Entries, people and mutes with everything filled in: a test says only what it is about.

import { addDays, asDay, type Day } from '../../src/journal/day.ts'
import {
  type ConnectionId,
  type Entry,
  type EntryOf,
  type Kind,
  outcomes,
  type Scale,
} from '../../src/journal/entry.ts'
import { type Circle, circleOf, type Person, type PersonStatus } from '../../src/journal/person.ts'
import { inOrder } from '../../src/journal/query.ts'
import type { Mute } from '../../src/journal/setting.ts'
import { type ThemeId, themeIds } from '../../src/themes/theme.ts'
import fc from './properties.ts'

let made = 0
const record = () => {
  const number = String(++made).padStart(6, '0')
  return {
    id: `e${number}`,
    revision: `r${number}`,
    supersedes: [],
    writtenAt: '2026-11-22T20:00:00.000Z',
  }
}

type Fields<K extends Kind> = Partial<Omit<EntryOf<K>, 'kind' | 'day'>> & {
  readonly kind?: K
  readonly day?: string
}

/** A note on Sunday 22 November 2026, unless told otherwise. */
export function anEntry<K extends Kind = 'note'>(fields: Fields<K> = {}): EntryOf<K> {
  const day = fields.day ?? '2026-11-22'
  return {
    kind: 'note',
    at: `${day}T20:00:00+00:00`,
    zone: 'Europe/Lisbon',
    text: '',
    tags: [],
    people: [],
    details: {},
    ...record(),
    ...fields,
    day: asDay(day),
  } as unknown as EntryOf<K>
}

export const aPerson = (
  name: string,
  status: PersonStatus = 'close',
  aliases: readonly string[] = [],
): Person => ({ ...record(), kind: 'person', name, aliases, status })

export const aCircle = (...people: readonly Person[]): Circle => circleOf(people)

export const aMute = (what: Mute['what'], value: string): Mute => ({
  ...record(),
  kind: 'mute',
  what,
  value,
})

const words = [
  ...['__proto__', 'constructor', 'toString', 'calm', 'Calm', 'CALM', 'été', 'été'],
  ...['孤独', 'وحيد', 'עצוב', 'worn out', 'worn  out', 'İstanbul', '👩‍👧', 'a'.repeat(300)],
]
const names = [
  ...['Ana', 'ána', 'ANA', 'sister', 'Jürgen', 'Jurgen', '李雷', 'أمل', '__proto__', 'Tom'],
]
const texts = [
  ...['', 'I slept. It was enough.', '今天很安静。明天再说。', 'كان اليوم طويلا', 'x'.repeat(500)],
  ...['# Heading\n- *one* thing\n> said', 'Tom called. I let it ring.', '\u001b[2Jred', '   '],
]

const some = <T>(values: readonly T[]) => fc.constantFrom(...values)
const scale: fc.Arbitrary<Scale> = some([1, 2, 3, 4, 5] as const)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const list = (values: readonly string[]) => fc.array(some(values), { maxLength: 3 })

const lastDay = asDay('2026-11-22')
const someDay = fc.integer({ min: -120, max: 5 }).map(days => addDays(lastDay, days))

/** Takes fields without a value out, as entries never have them. */
const tidy = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

const connectionIds: ConnectionId[] = ['understood', 'known', 'cared', 'step', 'learned']

const details: { readonly [K in Kind]: fc.Arbitrary<object> } = {
  note: fc.constant({}),
  letter: fc.record({ sealedUntil: maybe(someDay), to: maybe(some(names)) }),
  checkin: fc.record({
    moment: maybe(some(['arrive', 'leave'])),
    connection: maybe(fc.dictionary(some(connectionIds), scale)),
    measures: maybe(fc.dictionary(some(words), fc.oneof(fc.nat(10), fc.boolean()))),
  }),
  reflection: fc.record({
    ...{ strengthBefore: maybe(scale), strengthAfter: maybe(scale), understood: maybe(scale) },
    ...{ understoodBy: maybe(list(names)), source: maybe(some(['person', 'meeting', 'own'])) },
    ...{ similarity: maybe(scale), hopeBefore: maybe(scale), hopeAfter: maybe(scale) },
    ...{ lessAlone: maybe(scale), sharedBack: maybe(fc.boolean()), insight: maybe(some(texts)) },
    ...{
      support: maybe(some(['listened', 'company'])),
      direction: maybe(some(['asked', 'given'])),
    },
    ...{ expected: maybe(scale), actual: maybe(scale), caredFor: maybe(scale) },
  }),
  promise: fc.record({
    ...{ due: maybe(someDay), witness: maybe(list(names)), cue: maybe(some(texts)) },
    steps: maybe(
      fc.array(
        fc
          .record({
            ...{ on: someDay, outcome: some(outcomes) },
            ...{ helped: maybe(some(words)), obstacle: maybe(some(words)) },
          })
          .map(tidy),
        { maxLength: 3 },
      ),
    ),
  }),
  reachout: fc.record({
    ...{ support: maybe(some(['listened', 'advice'])), expected: maybe(scale) },
    ...{ direction: maybe(some(['asked', 'offered', 'received', 'given'])), actual: maybe(scale) },
    ...{ answered: maybe(fc.boolean()), caredFor: maybe(scale) },
  }),
  coping: fc.record({
    ...{ tool: some(words), before: maybe(scale), after: maybe(scale) },
    useAgain: maybe(fc.boolean()),
  }),
  urge: fc.record({
    ...{ want: maybe(some(words)), strength: maybe(fc.nat(10)), strengthLater: maybe(fc.nat(10)) },
    ...{ minutes: maybe(fc.nat(20)), acted: maybe(fc.boolean()), eased: maybe(some(texts)) },
  }),
  slip: fc.record({ since: some(words) }),
  meeting: fc.record({
    ...{ name: maybe(some(names)), before: maybe(scale), after: maybe(scale) },
    next: maybe(someDay),
  }),
}

const kindNames = Object.keys(details) as Kind[]

/** Any entry between late July and a few days after 22 November 2026, with hostile words among the rest. */
const someEntry: fc.Arbitrary<Entry> = some(kindNames).chain(kind =>
  fc
    .record({
      day: someDay,
      text: some(texts),
      tags: list(words),
      people: list(names),
      mood: maybe(scale),
      feelings: maybe(list(words)),
      starred: maybe(fc.constant(true as const)),
      private: maybe(fc.constant(true as const)),
      theme: kind === 'reflection' ? some<ThemeId>(themeIds) : maybe(some<ThemeId>(themeIds)),
      session: maybe(some(['s1', 's2', 's3'])),
      details: details[kind].map(tidy),
    })
    .map(fields => anEntry({ kind, ...tidy(fields) } as Fields<Kind>)),
)

/** A journal of up to 120 such entries, oldest first. */
export const someJournal: fc.Arbitrary<Entry[]> = fc
  .array(someEntry, { maxLength: 120, size: 'max' })
  .map(entries => entries.toSorted(inOrder))

/** The days a date range holds, for tests that build one entry a day. */
export const daysFrom = (first: string, count: number): Day[] =>
  Array.from({ length: count }, (_, n) => addDays(asDay(first), n))
