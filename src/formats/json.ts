import { UserError } from '../errors.ts'
import type { JournalRecord } from '../journal/change.ts'
import { isSetting } from '../journal/change.ts'
import { compareText } from '../journal/order.ts'
import { inOrder } from '../journal/query.ts'
import { problemWith } from '../journal/schema.ts'
import { inertJson } from '../render/gate.ts'
import type { Beside, PartCopy } from '../store/beside.ts'
import type { Everything } from '../store/journal.ts'
import { isFileOfPart, partNamed } from '../store/part-name.ts'
import { decodeText } from '../utf8.ts'
import type { Importer } from './importer.ts'
import { lists } from './json-in-parts.ts'
import { recordLine } from './record-line.ts'

/** Larger is no journal of one life. To be asked of a file before it is read. */
export const MAX_JSON_BYTES = 256 * 1024 * 1024
const MAX_DEPTH = 32
/** Where a file says what it is: near its beginning or its end, in bytes. */
const edge = 4096

type List = (typeof lists)[number]

/**
 * The whole journal as JSON, one record a line. Records and fields have one order, so equal journals
 * give equal bytes. Described in docs/data-format.md.
 */
export function writeJson(everything: Everything & { readonly beside?: Beside }): string {
  const sorted: Record<List, readonly JournalRecord[]> = {
    entries: everything.entries.toSorted(inOrder),
    people: everything.people.toSorted(byId),
    settings: everything.settings.toSorted(byId),
    history: everything.history.toSorted(byId),
  }
  const parts = lists.map(name =>
    [`"${name}":[`, sorted[name].map(recordLine).join(',\n'), ']'].filter(Boolean).join('\n'),
  )
  const { beside } = everything
  if (beside) parts.push(`"beside":${inertJson(JSON.stringify(beside))}`)
  return `{"version":1,"format":"hearten",\n${parts.join(',\n')}}\n`
}

/**
 * Reads what `writeJson` wrote, or somebody's careful edit of it.
 * @throws UserError naming the record and the field, when anything is not as documented.
 */
export function readJson(text: string): Everything & { readonly beside?: Beside } {
  const file = parseJson(text)
  if (!isObject(file) || file.format !== 'hearten')
    throw refusal('it is not a journal that hearten exported ("format":"hearten" is missing)')
  if (file.version !== 1)
    throw refusal(`it is version ${shown(file.version)}, and this hearten reads version 1`)
  for (const name of Object.keys(file))
    if (!['version', 'format', ...lists, 'beside'].includes(name))
      throw refusal(`it has a part that this hearten does not know, ${shown(name)}`)
  const seen = new Map<string, JournalRecord>()
  const records = (name: List) => recordsIn(name, file[name], seen)
  return {
    entries: records('entries') as Everything['entries'],
    people: records('people') as Everything['people'],
    settings: records('settings') as Everything['settings'],
    history: records('history'),
    ...(file.beside !== undefined && { beside: besideIn(file.beside) }),
  }
}

function besideIn(value: unknown): Beside {
  const { preferences, numbers } = isObject(value) ? value : {}
  if (!isObject(preferences) || !Array.isArray(numbers))
    throw refusal('"beside" should hold "preferences" and a list of "numbers"')
  for (const [i, it] of numbers.entries())
    if (!isObject(it) || ![it.name, it.number, it.addedOn].every(part => typeof part === 'string'))
      throw refusal(`number ${i + 1} of "beside" should have a name, a number and a day`)
  const { parts } = value as Record<string, unknown>
  if (parts !== undefined && !(Array.isArray(parts) && parts.every(isPartCopy)))
    throw refusal('"parts" of "beside" should be a list of parts, each with a name and its files')
  return { preferences, numbers, ...(parts !== undefined && { parts }) }
}

const isPartCopy = (value: unknown): value is PartCopy =>
  isObject(value) &&
  typeof value.name === 'string' &&
  partNamed(value.name) === value.name &&
  Array.isArray(value.files) &&
  value.files.every(
    it =>
      isObject(it) &&
      typeof it.bytes === 'string' &&
      typeof it.file === 'string' &&
      isFileOfPart(it.file),
  )

/** The list a record belongs to while it is current. */
export function listOf(record: JournalRecord): Exclude<List, 'history'> {
  if (record.kind === 'person') return 'people'
  return isSetting(record) ? 'settings' : 'entries'
}

/** An import that is not done. */
export class Refusal extends UserError {
  /** Starts with "it …" or names a record. */
  readonly reason: string

  constructor(reason: string) {
    super(`This file cannot be imported: ${reason}.\nNothing was changed.`)
    this.reason = reason
  }
}

export const refusal = (reason: string): Refusal => new Refusal(reason)

function recordsIn(name: List, list: unknown, seen: Map<string, JournalRecord>): JournalRecord[] {
  if (!Array.isArray(list)) throw refusal(`"${name}" should be a list of records`)
  return list.flatMap((value: unknown, index) => {
    const which = `record ${index + 1} of "${name}"${idOf(value)}`
    const problem = problemWith(value)
    if (problem) {
      const { field, should } = problem
      throw refusal(`${which}: ${field ? shown(field) : 'it'} ${should}${found(value, field)}`)
    }
    const record = value as JournalRecord
    if (name !== 'history' && (record.deleted || listOf(record) !== name))
      throw refusal(
        `${which}: a ${record.deleted ? 'deleted record' : record.kind} does not belong there`,
      )
    const twin = seen.get(record.revision)
    if (twin && recordLine(twin) !== recordLine(record))
      throw refusal(`${which}: the file has its revision ${record.revision} twice, and they differ`)
    seen.set(record.revision, record)
    return twin ? [] : [record]
  })
}

/**
 * JSON of strangers.
 * @throws Refusal when it is none, or more than is read at once
 */
export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON_BYTES) throw refusal('it is larger than 256 MB')
  if (nestsDeeperThan(MAX_DEPTH, text))
    throw refusal(`it is nested deeper than ${MAX_DEPTH} levels`)
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    // The engine's message quotes the file: somebody's words, which do not belong in an error.
    const at = /position (\d+)/.exec(String(cause))?.[1]
    const line = at && text.slice(0, Number(at)).split('\n').length
    throw refusal(`it is not JSON${line ? ` (line ${line})` : ', or it ends too early'}`)
  }
}

/** Counted before parsing, since a file of nothing but brackets would cost the parser gigabytes. */
function nestsDeeperThan(limit: number, text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '"') inString = !inString
    else if (inString) i += char === '\\' ? 1 : 0
    else if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (depth > limit) return true
  }
  return false
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** ` (id 01h…)`, when it has one. */
const idOf = (value: unknown): string =>
  isObject(value) && typeof value.id === 'string' ? ` (id ${shown(value.id)})` : ''

/** `, not "yesterday"`, when the field is there and short enough to show. */
function found(record: unknown, field: string): string {
  const value = field
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], record)
  return field === '' || value === undefined ? '' : `, not ${shown(value)}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const byId = (a: JournalRecord, b: JournalRecord): number =>
  compareText(a.id, b.id) || compareText(a.revision, b.revision)

/** The JSON of `hearten export json`: all of it or nothing, so no row of it is odd. */
export const jsonImporter: Importer = {
  id: 'json',
  what: 'the JSON of `hearten export json`',
  recognises: bytes =>
    [bytes.subarray(0, edge), bytes.subarray(-edge)].some(part =>
      /"format"\s*:\s*"hearten"/.test(new TextDecoder().decode(part)),
    ),
  read(bytes) {
    const { beside: _, ...journal } = readJson(decodeText(bytes, 'This file'))
    return { ...journal, odd: [] }
  },
}
