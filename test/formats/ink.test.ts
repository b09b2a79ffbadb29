import { expect, test } from 'vitest'
import { bookWriter, newDays } from '../../src/formats/book.ts'
import { factWriter, shownFacts } from '../../src/formats/facts.ts'
import { isInertAt, uninert } from '../../src/formats/inert-bytes.ts'
import { Ink } from '../../src/formats/ink.ts'
import { markdownWriter } from '../../src/formats/markdown.ts'
import type { EntryWriter } from '../../src/formats/pages.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { inertJson, visible } from '../../src/render/gate.ts'
import { entryApart, wholeText, wordsInLine } from '../../src/store/words-apart.ts'
import { anEntry } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'
import { anyEntry } from './arbitrary.ts'

// What is copied from lines is what is written of the entries that these lines are parsed to.

const options = { today: asDay('2026-11-22'), include: ['private', 'sealed'] as const }
const filler = 'An ordinary day, with nothing odd in the words that tell of it at all.'

/** Words that could be copied, and something odd somewhere in them. */
const words = fc
  .tuple(
    fc.constantFrom(
      '',
      '\u00a0',
      '\u3000',
      ' ',
      '\n',
      '\u2003',
      '\ufeff',
      '"',
      '‘',
      'à',
      '\t',
      '\\n',
    ),
    fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(filler, 'don’t', 'a "b" & c', "it's", '\n\n', 'ünder'),
        },
        fc.constantFrom(
          ...[
            '<3',
            '`x`',
            '~',
            '\n<!-- hearten:a -->',
            '\n```\n',
            '\n~~~\n',
            '\n<pre>',
            '\\',
            '\\n',
            'C:\\new',
            '\t',
            '\r\n',
            '\u2028',
          ],
          ...[
            '\u001b[2J',
            '\u009b',
            '\u007f',
            '\u202e',
            '\u2066',
            '\ufff9',
            '\u{e0041}',
            '\ud800',
            '❤️',
            '👩‍👩‍👧',
          ],
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 8 },
    ),
    fc.constantFrom(
      '',
      '\u00a0',
      '\u3000',
      ' ',
      '\n',
      '\u2003',
      '\ufeff',
      '"',
      '’',
      'à',
      '\t',
      '\\n',
      '.',
    ),
  )
  .map(([first, parts, last]) => first + parts.join(' ') + last)

/** The entries as they are, and as they come out of their lines. */
function bothWays(entries: readonly Entry[]) {
  const lines = entries.map(entry => Buffer.from(JSON.stringify(entry)))
  return { whole: entries, apart: lines.map(line => entryApart(line, 0, line.length)) }
}

function writtenBy(writer: EntryWriter, entries: readonly Entry[]): string {
  const text = writer.add(entries)
  return Buffer.from(text).toString() + writer.end()
}

const writers: [string, () => EntryWriter][] = (['day', 'theme'] as const).flatMap(layout => [
  [`markdown by ${layout}`, () => markdownWriter(layout)],
  [`html by ${layout}`, () => bookWriter(layout, options, newDays())],
])

/** Many that can be copied among those of which nobody knows. */
const someEntry = fc
  .tuple(fc.oneof(fc.constant(anEntry({ text: 'a' })), anyEntry), words, fc.boolean())
  .map(([entry, text, isLong]): Entry => ({ ...entry, text: isLong ? text + filler : text }))

test.each(writers)('%s is the same of words that are copied', (_, writer) => {
  const ink = new Ink({})
  let copied = 0
  fc.assert(
    fc.property(fc.array(someEntry, { minLength: 1, maxLength: 6 }), made => {
      const { whole, apart } = bothWays(made)
      expect(writtenBy(writer(), apart)).toBe(writtenBy(writer(), whole))
      for (const entry of apart) {
        const at = wordsInLine(entry)
        if (at && ink.copy(at)) copied++
      }
    }),
    { numRuns: 100 },
  )
  expect(copied).toBeGreaterThan(30)
})

test('words are found where they lie, and nothing else of the entry is another', () => {
  fc.assert(
    fc.property(anyEntry, words, (entry, text) => {
      const { whole, apart } = bothWays([{ ...entry, text: text + filler }])
      expect(apart.map(wholeText)).toEqual(whole.map(({ text }) => text))
      expect(apart.map(it => ({ ...it, text: wholeText(it) }))).toMatchObject(
        JSON.parse(JSON.stringify(whole)),
      )
    }),
  )
})

test.each([
  ['a text within another field before it', `{"prompt":{"id":"a","text":"${filler}"},"text":"b"}`],
  [
    'one within a field before it and none itself',
    `{"prompt":{"id":"a","text":"${filler}"},"text":""}`,
  ],
  [
    'one in an object of a newer hearten',
    `{"id":"a","new":{"day":"b","text":"${filler}"},"text":"b"}`,
  ],
  ['a text twice', `{"id":"a","text":"${filler}","text":"b"}`],
  ['short words', '{"id":"a","text":"b"}'],
  ['none', '{"id":"a"}'],
])('a line with %s is parsed whole', (_, line) => {
  const entry = entryApart(Buffer.from(line), 0, Buffer.byteLength(line))
  expect(wordsInLine(entry)).toBe(undefined)
  expect(entry).toEqual(JSON.parse(line))
})

test('bytes are odd where the gate says so, and nowhere else', () => {
  const wrong: string[] = []
  const odd = new RegExp(uninert)
  for (let code = 0x20; code < 0xe0200; code = code === 0xffff ? 0xe0000 : code + 1) {
    if (code >= 0xd800 && code < 0xe000) continue
    const character = String.fromCodePoint(code)
    const bytes = Buffer.from(character)
    const isInert = inertJson(character) === character
    if (isInert !== (visible(character) === character)) wrong.push(`gate ${code.toString(16)}`)
    if (isInert !== isInertAt(bytes, 0)) wrong.push(`bytes ${code.toString(16)}`)
    if (isInert === odd.test(bytes.toString('latin1'))) wrong.push(`pattern ${code.toString(16)}`)
  }
  expect(wrong).toEqual([])
})

test('facts that are remembered are those of the entry', () => {
  const write = factWriter((label, value) => `${label}=${value};`)
  fc.assert(
    fc.property(anyEntry, entry => {
      const facts = shownFacts(entry).map(({ label, value }) => `${label}=${value};`)
      expect(write(entry)).toBe(facts.join(''))
      expect(write(entry)).toBe(facts.join(''))
    }),
  )
  expect(write(anEntry({ text: 'a' }))).toBe('')
})
