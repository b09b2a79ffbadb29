import * as v from 'valibot'
import { themeIds } from '../themes/theme.ts'
import type { JournalRecord } from './change.ts'
import type { Day } from './day.ts'
import { isDay } from './day.ts'
import { outcomes, sources, supportDirections, supportKinds } from './entry.ts'
import { personStatuses } from './person.ts'
import { mutables } from './setting.ts'

// What every record must look like when it comes from outside: a file that is imported, a month that
// was edited by hand. Unknown fields are let through everywhere, because they are kept.

const text = v.string('should be text')
const some = v.pipe(text, v.nonEmpty('should not be empty'))
const texts = v.array(text, 'should be a list of texts')
const yes = v.literal(true, 'should be true, or not be there')
const either = v.boolean('should be true or false')
const scale = v.picklist([1, 2, 3, 4, 5], 'should be 1, 2, 3, 4 or 5')
const day = v.custom<Day>(
  value => typeof value === 'string' && isDay(value),
  'should be a day like 2026-11-22',
)
/** Ids become file names and marks in other formats, so nothing else may hide in them. */
const id = v.pipe(text, v.regex(/^[\w-]{1,64}$/, 'should be an id: letters, digits, _ and - only'))
const moment = v.pipe(
  text,
  v.check(
    value =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
      !Number.isNaN(Date.parse(value)),
    'should be a moment like 2026-11-22T21:30:00-03:00',
  ),
)
const zone = v.pipe(
  text,
  v.regex(/^[A-Za-z][\w+/-]{0,63}$/, 'should be a time zone like Europe/Lisbon'),
)
const shelf = v.pipe(text, v.regex(/^\d{4}-\d\d$/, 'should be a month like 2026-11'))
const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(words, `should be one of: ${words.join(', ')}`)
const optional = v.exactOptional
const thing = <const E extends v.ObjectEntries>(entries: E) =>
  v.looseObject(entries, 'should be an object')

const base = {
  id,
  revision: id,
  supersedes: v.array(id, 'should be a list of revision ids'),
  movedFrom: optional(shelf),
  writtenAt: moment,
  deleted: optional(yes),
}

const entry = {
  at: moment,
  zone,
  day,
  text,
  tags: texts,
  people: texts,
  mood: optional(scale),
  energy: optional(scale),
  feelings: optional(texts),
  starred: optional(yes),
  bring: optional(yes),
  private: optional(yes),
  theme: optional(oneOf(themeIds)),
  prompt: optional(thing({ id: text, text, deeper: optional(yes) })),
  session: optional(text),
}

const support = oneOf(supportKinds)
const direction = oneOf(supportDirections)

const reflectionDetails = thing({
  strengthBefore: optional(scale),
  strengthAfter: optional(scale),
  understood: optional(scale),
  understoodBy: optional(texts),
  source: optional(oneOf(sources)),
  similarity: optional(scale),
  hopeBefore: optional(scale),
  hopeAfter: optional(scale),
  lessAlone: optional(scale),
  sharedBack: optional(either),
  support: optional(support),
  direction: optional(direction),
  expected: optional(scale),
  actual: optional(scale),
  caredFor: optional(scale),
  insight: optional(text),
})

const promiseStep = thing({
  on: day,
  outcome: oneOf(outcomes),
  helped: optional(text),
  obstacle: optional(text),
  was: optional(thing({ text: optional(text), due: optional(day) })),
})

const entrySchema = <const K extends string, const D extends v.GenericSchema>(
  kind: K,
  details: D,
) => thing({ ...base, kind: v.literal(kind), ...entry, details })

/** The shape of every kind of record, by its `kind`. */
export const recordSchemas = {
  reflection: thing({
    ...base,
    kind: v.literal('reflection'),
    ...entry,
    theme: oneOf(themeIds),
    details: reflectionDetails,
  }),
  note: entrySchema('note', thing({})),
  checkin: entrySchema(
    'checkin',
    thing({
      moment: optional(oneOf(['arrive', 'leave'])),
      connection: optional(
        thing({
          understood: optional(scale),
          known: optional(scale),
          cared: optional(scale),
          step: optional(scale),
          learned: optional(scale),
        }),
      ),
      passed: optional(texts),
    }),
  ),
  promise: entrySchema(
    'promise',
    thing({
      cue: optional(text),
      due: optional(day),
      witness: optional(texts),
      confidence: optional(scale),
      steps: optional(v.array(promiseStep, 'should be a list')),
    }),
  ),
  reachout: entrySchema(
    'reachout',
    thing({
      support: optional(support),
      direction: optional(direction),
      expected: optional(scale),
      actual: optional(scale),
      answered: optional(either),
      caredFor: optional(scale),
    }),
  ),
  coping: entrySchema(
    'coping',
    thing({
      tool: some,
      before: optional(scale),
      after: optional(scale),
      useAgain: optional(either),
    }),
  ),
  meeting: entrySchema(
    'meeting',
    thing({
      name: optional(text),
      before: optional(scale),
      after: optional(scale),
      next: optional(day),
    }),
  ),
  letter: entrySchema(
    'letter',
    thing({ sealedUntil: optional(day), to: optional(text), unsent: optional(yes) }),
  ),
  person: thing({
    ...base,
    kind: v.literal('person'),
    name: some,
    aliases: texts,
    status: oneOf(personStatuses),
  }),
  mute: thing({
    ...base,
    kind: v.literal('mute'),
    what: oneOf(mutables),
    value: text,
  }),
  prompt: thing({
    ...base,
    kind: v.literal('prompt'),
    theme: oneOf(themeIds),
    text,
    deeper: optional(text),
  }),
} as const

/** What is left of a deleted entry: where it belonged, not its words or its kind's own fields. */
const tombstone = thing({ ...base, kind: text, ...entry, details: thing({}) })
const personTombstone = thing({ ...recordSchemas.person.entries, name: text })

/** What is wrong with one field of a record: "mood", "should be 1, 2, 3, 4 or 5". */
export interface Problem {
  /** Dotted, `details.steps.0.on`; empty when the record as a whole is meant. */
  readonly field: string
  readonly should: string
}

/** The first thing wrong with a record from outside; undefined when it is one. */
export function problemWith(value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: '', should: 'should be an object' }
  const { kind, deleted } = value as { kind?: unknown; deleted?: unknown }
  if (!isKind(kind))
    return { field: 'kind', should: `should be one of: ${Object.keys(recordSchemas).join(', ')}` }
  const result = v.safeParse(schemaFor(kind, deleted === true), value, { abortEarly: true })
  if (result.success) return undefined
  const [issue] = result.issues
  const missing = issue.type === 'loose_object' && issue.received === 'undefined'
  return { field: v.getDotPath(issue) ?? '', should: missing ? 'is missing' : issue.message }
}

function schemaFor(kind: keyof typeof recordSchemas, deleted: boolean): v.GenericSchema {
  if (!deleted) return recordSchemas[kind]
  if (kind === 'person') return personTombstone
  return 'details' in recordSchemas[kind].entries ? tombstone : recordSchemas[kind]
}

export const isRecord = (value: unknown): value is JournalRecord => problemWith(value) === undefined

function isKind(kind: unknown): kind is keyof typeof recordSchemas {
  return typeof kind === 'string' && Object.hasOwn(recordSchemas, kind)
}
