import type { JournalRecord } from '../../src/journal/change.ts'
import type { Entry, Kind } from '../../src/journal/entry.ts'
import { kinds } from '../../src/journal/entry.ts'
import { detailFields } from '../../src/journal/fields/details.ts'
import { entryFields } from '../../src/journal/fields/entry.ts'
import type { Field, Fields } from '../../src/journal/fields/field.ts'
import { settingFields } from '../../src/journal/fields/record.ts'
import { idFrom } from '../../src/journal/record.ts'
import { visible } from '../../src/render/gate.ts'
import fc from '../helpers/properties.ts'

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
const scale = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const yes = fc.constant(true as const)
const day = fc
  .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const id = fc
  .tuple(fc.nat(2 ** 31), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([time, chance]) => idFrom(time * 1000, chance))
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
const codes = {
  id,
  moment: day.map(on => `${on}T21:30:00-03:00`),
  zone: fc.constantFrom('America/Sao_Paulo', 'Etc/GMT+5', 'UTC'),
  month: day.map(on => on.slice(0, 7)),
}

/** What the texts of records are made of. */
interface Texts {
  readonly words: fc.Arbitrary<string>
  /** Names, tags, and all that stands on a line of its own. */
  readonly line: fc.Arbitrary<string>
  /** How many things a list must hold that need not be there. */
  readonly least: 0 | 1
}

const nastyTexts: Texts = { words, line: words, least: 0 }

/** Lines without breaks and unseen characters; without commas, which part names. */
const tameTexts: Texts = {
  words: words.map(visible),
  line: fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['_x_', '*', '<b>', '#1', '3.', '-', '&amp;', '\\', 'é', '日本', '`', '|'],
        ),
        fc.constantFrom(...['[x](y)', '[[x_y]]', 'https://example.org/a_b', '(2 of 5)', 'a: b']),
        fc.stringMatching(/^[a-z0-9]{1,6}$/),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map(parts => parts.join(' ')),
  least: 1,
}

/** Any value that a field of the table can hold. */
function anyValue(field: Field, texts: Texts): fc.Arbitrary<unknown> {
  const { words, line, least } = texts
  const minLength = field.required ? 0 : least
  const known = { ...codes, any: line }
  switch (field.type) {
    case 'scale':
      return scale
    case 'choice':
      return fc.constantFrom(...Object.keys(field.words))
    case 'day':
      return day
    case 'yes':
      return yes
    case 'yes-no':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: field.from ?? -1000, max: field.to ?? 1000 })
    case 'amounts': {
      const amount = fc.oneof(fc.boolean(), fc.integer(), fc.constantFrom(0.5, -7.25, 1e21))
      return fc.dictionary(line, amount, { minKeys: minLength, maxKeys: 3 })
    }
    case 'words':
      return field.required && !field.filled ? words : line.filter(it => !field.filled || it !== '')
    case 'name':
      return field.filled ? line.filter(text => text !== '') : line
    case 'word-list':
    case 'tags':
    case 'names':
      return fc.array(line, { minLength, maxLength: 3 })
    case 'code':
      return known[field.form]
    case 'codes':
      return fc.array(known[field.form], { minLength, maxLength: 2 })
    case 'group':
      return anyOf(field.fields, texts).filter(it => Object.keys(it).length >= least)
    case 'list':
      return fc.array(anyOf(field.fields, texts), { minLength, maxLength: 2 })
  }
}

/** What has these fields: those it must have, and some of the others. */
const anyOf = (fields: Fields, texts: Texts): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, anyValue(field, texts)]),
    ),
    { requiredKeys: Object.keys(fields).filter(name => fields[name]?.required) },
  )

/** Keeps an own `__proto__` field what it is, as JSON.parse does. */
const withUnknown = (record: object, extra: object): object =>
  Object.fromEntries([...Object.entries(extra), ...Object.entries(record)])

function entryOf(kind: Kind, texts: Texts): fc.Arbitrary<Entry> {
  const fields: Fields = {
    ...entryFields,
    ...(kind === 'reflection' && { theme: { ...entryFields.theme, required: true } }),
  }
  const more = texts === tameTexts ? fc.constant({}) : unknown
  return fc
    .tuple(
      fc.record(base),
      anyOf(fields, texts),
      anyOf(detailFields[kind], texts),
      more,
      more,
      id,
      id,
    )
    .map(([common, own, details, more, extra, thing, revision]) => {
      const known = { ...common, ...own, kind, details: withUnknown(details, more) }
      return withUnknown({ ...known, id: thing, revision }, extra) as Entry
    })
}

export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  ...kinds.map(kind => entryOf(kind, nastyTexts)),
)

/** Entries that say nothing which a line of text cannot. */
export const anyTameEntry: fc.Arbitrary<Entry> = fc
  .oneof(...kinds.map(kind => entryOf(kind, tameTexts)))
  .map(entry => {
    const { passed: _, course: __, ...details } = entry.details as Record<string, unknown>
    return { ...entry, details } as Entry
  })

const other = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JournalRecord> =>
  fc
    .tuple(fc.record({ ...base, ...shape }), unknown, id, id)
    .map(
      ([record, extra, thing, revision]) =>
        withUnknown({ ...record, id: thing, revision }, extra) as JournalRecord,
    )

const constants = (values: object): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fc.constant(value)]))

const anyRecord: fc.Arbitrary<JournalRecord> = fc.oneof(
  { weight: 6, arbitrary: anyEntry },
  ...Object.entries(settingFields).map(([kind, fields]) => ({
    weight: 1,
    arbitrary: anyOf(fields, nastyTexts).chain(own =>
      other({ kind: fc.constant(kind), ...constants(own) }),
    ),
  })),
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
