// The JSON Schema (2020-12) of `hearten export json`, made from the table of fields: what docs/schema holds.
import type { JournalRecord } from '../../src/journal/change.ts'
import { detailFields, kindNames } from '../../src/journal/fields/details.ts'
import { entryFields } from '../../src/journal/fields/entry.ts'
import type { CodeForm, Field, Fields } from '../../src/journal/fields/field.ts'
import { recordFields, settingFields } from '../../src/journal/fields/record.ts'

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const filled: Schema = { type: 'string', minLength: 1 }
const matching = (pattern: string): Schema => ({ type: 'string', pattern })
const listOf = (items: Schema): Schema => ({ type: 'array', items })

const codes: Readonly<Record<CodeForm, Schema>> = {
  id: matching('^[\\w-]{1,64}$'),
  moment: matching('^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)$'),
  zone: matching('^[A-Za-z][\\w+/-]{0,63}$'),
  month: matching('^\\d{4}-(0[1-9]|1[0-2])$'),
  any: text,
}

function shapeOf(field: Field): Schema {
  switch (field.type) {
    case 'scale':
      return { enum: [1, 2, 3, 4, 5] }
    case 'choice':
      return { enum: Object.keys(field.words) }
    case 'day':
      return { type: 'string', format: 'date' }
    case 'yes':
      return { const: true }
    case 'yes-no':
      return { type: 'boolean' }
    case 'number':
      return {
        type: field.whole ? 'integer' : 'number',
        ...(field.from !== undefined && { minimum: field.from }),
        ...(field.to !== undefined && { maximum: field.to }),
      }
    case 'amounts':
      return { type: 'object', additionalProperties: { type: ['number', 'boolean'] } }
    case 'words':
    case 'name':
      return field.filled ? filled : text
    case 'word-list':
    case 'tags':
    case 'names':
      return listOf(text)
    case 'code':
      return codes[field.form]
    case 'codes':
      return listOf(codes[field.form])
    case 'group':
      return objectOf(field.fields)
    case 'list':
      return listOf(objectOf(field.fields))
  }
}

/** What a field holds, and what it says. */
const described = (field: Field): Schema => ({
  ...shapeOf(field),
  description: field.about ?? field.label,
})

/** Fields that are not known are kept, so they are let through. */
function objectOf(
  fields: Fields,
  more: Readonly<Record<string, Schema>> = {},
  without: Readonly<Record<string, false>> = {},
): Schema {
  const own = Object.entries(fields)
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(own.map(([name, it]) => [name, described(it)])),
      ...more,
      ...without,
    },
    required: [
      ...own.flatMap(([name, field]) => (field.required && !(name in more) ? name : [])),
      ...Object.keys(more),
    ],
  }
}

const { deleted, ...common } = recordFields
const entryKinds = Object.keys(kindNames) as (keyof typeof detailFields)[]
const otherKinds = Object.keys(settingFields) as (keyof typeof settingFields)[]

/** What is there is not deleted. */
const isThere = { deleted: false } as const

/** A kind of record while it is there, and what is left of it when it was deleted. */
function kindOf(kind: JournalRecord['kind']): readonly [string, Schema][] {
  const its = { kind: { const: kind } }
  const gone = { ...its, deleted: { ...described(deleted), const: true } }
  if (kind in settingFields) {
    const fields = { ...common, ...settingFields[kind as keyof typeof settingFields] }
    const filledOnes = Object.entries(fields).filter(([, it]) => 'filled' in it)
    const nameless = { ...gone, ...Object.fromEntries(filledOnes.map(([name]) => [name, text])) }
    return [
      [kind, objectOf(fields, its, isThere)],
      [`deleted-${kind}`, objectOf(fields, nameless)],
    ]
  }
  const fields = { ...common, ...entryFields }
  const details = objectOf(detailFields[kind as keyof typeof detailFields])
  const theme = kind === 'reflection' ? { theme: described(entryFields.theme) } : {}
  return [
    [kind, objectOf(fields, { ...its, ...theme, details }, isThere)],
    [`deleted-${kind}`, objectOf(fields, { ...gone, details: { type: 'object' } })],
  ]
}

const oneOf = (names: readonly string[]): Schema =>
  listOf({ oneOf: names.map(name => ({ $ref: `#/$defs/${name}` })) })
const all = [...entryKinds, ...otherKinds]

export const journalSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:hearten:journal:1',
  title: 'A journal as `hearten export json` writes it',
  type: 'object',
  properties: {
    version: { const: 1 },
    format: { const: 'hearten' },
    entries: { ...oneOf(entryKinds), description: 'current entries, by day, moment and id' },
    people: { ...oneOf(['person']), description: 'current people, by id' },
    settings: {
      ...oneOf(otherKinds.filter(kind => kind !== 'person')),
      description: 'what is current of all that is no entry and no person, by id',
    },
    history: {
      ...oneOf(all.flatMap(kind => [kind, `deleted-${kind}`])),
      description: 'every other revision, by id and revision',
    },
    beside: {
      type: 'object',
      description: 'only in `hearten backup FILE`: what lies beside the journal',
      properties: {
        preferences: { type: 'object' },
        numbers: listOf({
          type: 'object',
          properties: { name: text, number: text, addedOn: text },
          required: ['name', 'number', 'addedOn'],
        }),
        parts: listOf({
          type: 'object',
          properties: {
            name: text,
            files: listOf({
              type: 'object',
              properties: { file: text, bytes: text },
              required: ['file', 'bytes'],
            }),
          },
          required: ['name', 'files'],
        }),
      },
      required: ['preferences', 'numbers'],
    },
  },
  required: ['version', 'format', 'entries', 'people', 'settings', 'history'],
  additionalProperties: false,
  $defs: Object.fromEntries(all.flatMap(kindOf)),
}
