import fc from 'fast-check'
import type { JournalRecord } from '../../src/journal/change.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { outcomes } from '../../src/journal/entry.ts'
import { personStatuses } from '../../src/journal/person.ts'
import { idFrom } from '../../src/journal/record.ts'
import { themeIds } from '../../src/themes/theme.ts'

/** Made-up records of every kind, with the text nobody hopes for. */

const nasty = fc.constantFrom(
  '---',
  '---\ntags: [x]\n---\n',
  '<!--',
  '-->',
  '<!-- hearten:01abc -->',
  '<!-- /hearten -->',
  '<!-- \\/hearten -->',
  '```',
  '~~~~ js\ncode',
  '    ```',
  '# A heading',
  '<script>alert(1)</script>',
  '<pre>',
  '<?php',
  'key: value',
  '- item',
  '* [ ] x',
  '"quoted"',
  "'",
  '%YAML 1.2',
  '&anchor *alias !!tag',
  '{a: [b, c]}',
  'yes',
  'null',
  '2026-11-22',
  '0x1f',
  '1e3',
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31m',
  '\u0000',
  '\r\n',
  '\r',
  '\t',
  '\u2028',
  '\u202eevil\u202c',
  '\u{e0041}',
  '\ud800',
  'مرحبا بك',
  'שלום',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\ufeff',
  '__proto__',
  'constructor',
)
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { maxLength: 6 }).map(p => p.join('\n')),
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { maxLength: 6 }).map(p => p.join('')),
)
const some = words.filter(text => text !== '')
const list = fc.array(words, { maxLength: 3 })
const scale = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const yes = fc.constant(true as const)
const day = fc
  .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const id = fc
  .tuple(fc.nat(2 ** 31), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([time, chance]) => idFrom(time * 1000, chance))
const theme = fc.constantFrom(...themeIds)
const support = fc.constantFrom('listened', 'advice', 'company', 'practical')
const direction = fc.constantFrom('asked', 'offered', 'received', 'given')
const unknown = fc.dictionary(
  fc.oneof(fc.constantFrom('__proto__', 'zzz', 'x y', 'toString', '7'), fc.string()),
  fc.jsonValue({ maxDepth: 3 }),
  { maxKeys: 2 },
)

const base = {
  id: fc.string(),
  revision: fc.string(),
  supersedes: fc.constant([] as string[]),
  writtenAt: day.map(on => `${on}T12:00:00.000Z`),
}
const entryBase = {
  ...base,
  at: day.map(on => `${on}T21:30:00-03:00`),
  zone: fc.constantFrom('America/Sao_Paulo', 'Etc/GMT+5', 'UTC'),
  day,
  text: words,
  tags: list,
  people: list,
  mood: scale,
  energy: scale,
  feelings: list,
  starred: yes,
  bring: yes,
  private: yes,
  theme,
  prompt: fc.record({ id: words, text: words, deeper: yes }, { requiredKeys: ['id', 'text'] }),
  session: words,
}
const optional = {
  mood: 0,
  energy: 0,
  feelings: 0,
  starred: 0,
  bring: 0,
  private: 0,
  theme: 0,
  prompt: 0,
  session: 0,
}

const details = {
  reflection: {
    strengthBefore: scale,
    understoodBy: list,
    source: fc.constantFrom('person', 'own'),
    sharedBack: fc.boolean(),
    support,
    direction,
    insight: words,
  },
  note: {},
  checkin: { moment: fc.constantFrom('arrive', 'leave'), connection: fc.record({ known: scale }) },
  promise: {
    cue: words,
    due: day,
    witness: list,
    confidence: scale,
    steps: fc.array(
      fc.record(
        {
          on: day,
          outcome: fc.constantFrom(...outcomes),
          helped: words,
          obstacle: words,
          was: fc.record({ text: words, due: day }, { requiredKeys: [] }),
        },
        { requiredKeys: ['on', 'outcome'] },
      ),
      { maxLength: 2 },
    ),
  },
  reachout: { support, direction, expected: scale, answered: fc.boolean() },
  coping: { tool: some, before: scale, useAgain: fc.boolean() },
  meeting: { name: words, next: day },
  letter: { sealedUntil: day, to: words, unsent: yes },
}

/** Keeps an own `__proto__` field what it is, as JSON.parse does. */
const withUnknown = (record: object, extra: object): object =>
  Object.fromEntries([...Object.entries(extra), ...Object.entries(record)])

function entryOf(kind: keyof typeof details): fc.Arbitrary<Entry> {
  const fields: object = details[kind]
  const required: string[] = Object.keys(entryBase).filter(
    key => !(key in optional) || (key === 'theme' && kind === 'reflection'),
  )
  const shape = fc.record<Record<string, unknown>, string>(
    {
      ...entryBase,
      kind: fc.constant(kind),
      details: fc.tuple(
        fc.record(fields as Record<string, fc.Arbitrary<unknown>>, {
          requiredKeys: kind === 'coping' ? ['tool'] : [],
        }),
        unknown,
      ),
    },
    { requiredKeys: [...required, 'kind', 'details'] },
  )
  return fc.tuple(shape, unknown, id, id).map(([entry, extra, thing, revision]) => {
    const [known, more] = entry.details as [object, object]
    return withUnknown(
      { ...entry, id: thing, revision, details: withUnknown(known, more) },
      extra,
    ) as Entry
  })
}

export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  ...(Object.keys(details) as (keyof typeof details)[]).map(entryOf),
)

const other = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JournalRecord> =>
  fc
    .tuple(fc.record({ ...base, ...shape }), unknown, id, id)
    .map(
      ([record, extra, thing, revision]) =>
        withUnknown({ ...record, id: thing, revision }, extra) as JournalRecord,
    )

const anyRecord: fc.Arbitrary<JournalRecord> = fc.oneof(
  { weight: 6, arbitrary: anyEntry },
  {
    weight: 1,
    arbitrary: other({
      kind: fc.constant('person'),
      name: some,
      aliases: list,
      status: fc.constantFrom(...personStatuses),
    }),
  },
  {
    weight: 1,
    arbitrary: other({ kind: fc.constant('mute'), what: fc.constant('tag'), value: words }),
  },
  { weight: 1, arbitrary: other({ kind: fc.constant('prompt'), theme, text: words }) },
)

/** Records and later revisions of some of them: changed, or deleted. */
export const anyRecords: fc.Arbitrary<JournalRecord[]> = fc
  .array(fc.tuple(anyRecord, fc.array(fc.tuple(id, fc.boolean(), words), { maxLength: 2 })), {
    maxLength: 6,
  })
  .map(things =>
    things.flatMap(([first, changes]) => {
      let last = first
      const revisions = [first]
      for (const [revision, deleted, text] of changes) {
        if (last.deleted) break
        last = {
          ...last,
          revision,
          supersedes: [last.revision],
          ...('text' in last ? { text } : {}),
          ...(deleted ? { deleted: true as const } : {}),
        } as JournalRecord
        revisions.push(last)
      }
      return revisions
    }),
  )
