import { expect, test } from 'vitest'
import { writeJson } from '../../src/formats/json.ts'
import { jsonInParts } from '../../src/formats/json-in-parts.ts'
import { areInert, putInOrder } from '../../src/formats/line-in-order.ts'
import { recordLine } from '../../src/formats/record-line.ts'
import type { JournalRecord } from '../../src/journal/change.ts'
import { fieldOrder } from '../../src/journal/fields/field-order.ts'
import { linesOfRecords } from '../../src/store/lines-of-records.ts'
import type { RecordLines } from '../../src/store/shelf-lines.ts'
import { anEntry } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'
import { anyRecords } from './arbitrary.ts'
import { fold } from './fold.ts'

/** What becomes of a line in its place, and whether it is as it should be. */
function inOrder(line: string, isInert?: boolean) {
  const bytes = Buffer.from(line)
  const order = putInOrder(bytes, 0, bytes.length, isInert ?? areInert(bytes, 0, bytes.length))
  expect(order === 'lay').toBe(order !== 'not' && bytes.toString() === line)
  return { isDone: order !== 'not', text: bytes.toString() }
}

/** The same value with the fields of every object in another order. */
const shuffled = (value: unknown, turn: (names: string[]) => string[]): unknown =>
  Array.isArray(value)
    ? value.map(it => shuffled(it, turn))
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          turn(Object.keys(value)).map(name => [
            name,
            shuffled((value as Record<string, unknown>)[name], turn),
          ]),
        )
      : value

const turns = fc.infiniteStream(fc.nat(1000)).map(
  lot => (names: string[]) =>
    names
      .map(name => [lot.next().value as number, name] as const)
      .sort(([a], [b]) => a - b)
      .map(([, name]) => name),
)

test('a line that is copied is the one that is written of its record, whatever its order', () => {
  let copied = 0
  let all = 0
  fc.assert(
    fc.property(anyRecords, turns, fc.boolean(), (records, turn, isCareful) => {
      for (const record of records) {
        const line = JSON.stringify(shuffled(record, turn))
        const { isDone, text } = inOrder(line, isCareful ? false : undefined)
        if (isDone) expect(text).toBe(recordLine(record))
        else expect(JSON.parse(text)).toEqual(JSON.parse(line))
        all++
        if (isDone) copied++
      }
    }),
    { numRuns: 300 },
  )
  // The rest has fields nobody knows, or says what a terminal would obey.
  expect(copied).toBeGreaterThan(all / 100)
})

test('every field of the table is known, in each place', () => {
  for (const name of fieldOrder)
    for (const line of [`{"${name}":1}`, `{"details":{"${name}":"a"}}`])
      expect(inOrder(line)).toEqual({ isDone: true, text: line })
})

test.each([
  ['a field nobody knows', '{"id":"a","later":1}'],
  ['a field twice', '{"id":"a","id":"b"}'],
  ['one twice, not side by side', '{"text":"a","id":"a","text":"b"}'],
  ['a blank', '{"id": "a"}'],
  ['a fraction', '{"mood":1.50}'],
  ['an exponent', '{"mood":1e1}'],
  ['a minus', '{"mood":-0}'],
  ['a number that begins with nothing', '{"mood":01}'],
  ['a number too long to be exact', '{"mood":12345678901234567890}'],
  ['a letter by its number', '{"text":"\\u0041"}'],
  ['a slash with a backslash', '{"text":"\\/"}'],
  ['DEL', '{"text":"\u007f"}'],
  ['what turns the line around', '{"text":"a\u202eb"}'],
  ['what a line ends with elsewhere', '{"text":"a\u2028b"}'],
  ['an isolate', '{"text":"\u2066"}'],
  ['an annotation', '{"text":"\ufff9"}'],
  ['a tag', '{"text":"\u{e0041}"}'],
  ['C1', '{"text":"\u009b"}'],
  ['something behind it', '{"id":"a"} '],
  ['nothing', ''],
  ['no object', '[1]'],
  ['half a record', '{"id":"a"'],
  ['half a text', '{"id":"a}'],
  ['no value', '{"id":}'],
  ['lists in lists', `{"tags":${'['.repeat(40)}${']'.repeat(40)}}`],
])('is left to be parsed: %s', (_, line) => {
  const { isDone, text } = inOrder(line)
  expect([isDone, text.length]).toEqual([false, line.length === 0 ? 0 : text.length])
  expect(inOrder(line, false).isDone).toBe(false)
})

test('long texts with quotation marks and backslashes in them end where they end', () => {
  const ends = ['"', '\\', '\\"', '\\\\', '\n\\', '"\\"', '’', 'é “']
  for (const before of ['', 'x'.repeat(60)])
    for (const end of ends) {
      const record = anEntry({ text: `${before}${end}`, tags: [`${before}${end}`, 'calm'] })
      const { isDone, text } = inOrder(JSON.stringify(record))
      expect([isDone, text]).toEqual([true, recordLine(record)])
    }
})

async function* some(records: readonly JournalRecord[], size: number): AsyncGenerator<RecordLines> {
  for (let at = 0; at < records.length; at += size)
    yield linesOfRecords(records.slice(at, at + size))
}

test('a journal in parts is the journal at once', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, fc.integer({ min: 1, max: 4 }), async (records, size) => {
      const { entries, people, settings, history } = JSON.parse(
        writeJson(fold(records)),
      ) as ReturnType<typeof fold>
      const parts: Buffer[] = []
      for await (const part of jsonInParts({
        entries: some(entries, size),
        people: some(people, size),
        settings: some(settings, size),
        history: some(history, size),
      }))
        parts.push(Buffer.from(part))
      expect(Buffer.concat(parts).toString()).toBe(writeJson(fold(records)))
    }),
  )
})
