import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { problemWith } from '../journal/schema.ts'
import { Damage } from './lines.ts'

// Strict checks, for files whose checksum does not match: either somebody edited them with care or
// they are damaged. Bytes that hearten wrote need no second look, so this is loaded only then.

type Document = Readonly<Record<string, unknown>>

/** @throws Damage when a document is not the shelf of this name */
export function checkShelf(name: string, document: Document): void {
  if (document.shelf !== name) throw new Damage(`it does not say that it is "${name}"`)
  const records = recordsIn(document, 'records')
  const seen = new Set<string>()
  for (const record of [...records, ...recordsIn(document, 'history')]) {
    if (seen.has(record.revision)) throw new Damage(`it has the revision ${record.revision} twice`)
    seen.add(record.revision)
  }
  const misplaced = records.findIndex(record => record.deleted || shelfOf(record) !== name)
  if (misplaced >= 0) throw new Damage(`${nth(misplaced, 'records')} does not belong in it`)
  if (!Array.isArray(document.changes)) throw new Damage('"changes" should be a list')
  for (const [i, change] of document.changes.entries()) {
    checkHead(change, nth(i, 'changes'))
    if (!isLogged(change)) throw new Damage(`${nth(i, 'changes')} lacks what it touched`)
  }
}

/** Whether something is a change as a shelf logs it. */
export const isLogged = (value: unknown): value is LoggedChange =>
  isHead(value) && isObject(value.touched) && Object.values(value.touched).every(isListOfTexts)

/** @throws Damage when a document is no change */
export function checkChange(document: Document): void {
  checkHead(document.change, '"change"')
  recordsIn(document, 'records')
}

function checkHead(head: unknown, which: string): void {
  if (!isHead(head)) throw new Damage(`${which} is not as it should be`)
}

const isHead = (head: unknown): head is Document =>
  isObject(head) &&
  ['id', 'label', 'at'].every(key => typeof head[key] === 'string') &&
  ['undoes', 'redoes'].every(key => ['string', 'undefined'].includes(typeof head[key])) &&
  Number.isSafeInteger(head.sequence)

function recordsIn(document: Document, list: string): JournalRecord[] {
  const records = document[list]
  if (!Array.isArray(records)) throw new Damage(`"${list}" should be a list`)
  for (const [i, record] of records.entries()) {
    const problem = problemWith(record)
    if (problem) {
      const { field, should } = problem
      throw new Damage(`${nth(i, list)}: ${field ? `"${field}"` : 'it'} ${should}`)
    }
  }
  return records
}

const nth = (index: number, list: string): string => `number ${index + 1} of its "${list}"`

const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
