// What goes to other programs: a table, the text of jrnl, a book in HTML.

import { describe, expect, it } from 'vitest'
import { entriesToBook } from '../../src/formats/book.ts'
import { csvImporter, entriesToCsv } from '../../src/formats/csv.ts'
import { jrnlImporter } from '../../src/formats/foreign/jrnl.ts'
import { entriesToJrnl } from '../../src/formats/jrnl-text.ts'
import { tableIn } from '../../src/formats/table.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { inOrder } from '../../src/journal/query.ts'
import { tagKey } from '../../src/journal/tags.ts'
import { visible } from '../../src/render/gate.ts'
import { anEntry, aStamp } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'
import { anyEntry, anyTameEntry } from './arbitrary.ts'

const all = { today: asDay('2026-11-22'), include: ['private', 'sealed'] } as const
const some = (entry: fc.Arbitrary<Entry>) =>
  fc.uniqueArray(entry, { selector: e => e.id, minLength: 1, maxLength: 4 })
const full = anEntry({
  kind: 'reflection',
  theme: 'growth',
  prompt: { id: 'growth-noticed', text: 'What did you notice?' },
  text: 'It rained, "at last".\n\nWe stayed in.',
  ...{ mood: 3, energy: 2, feelings: ['calm', 'worn out'], tags: ['two words', 'home'] },
  ...{ people: ['Ana', 'Jo'], starred: true },
  details: { insight: '=1+1' },
})

describe('a table', () => {
  it('has a row an entry, with every column', () => {
    expect(entriesToCsv([full], all)).toBe(
      `date,time,zone,text,mood,energy,feelings,tags,people,theme,starred,day,kind,question,details
2026-11-22,21:30,Europe/Lisbon,"It rained, ""at last"".

We stayed in.",3,2,calm; worn out,two words; home,Ana; Jo,growth,yes,2026-11-22,reflection,What did you notice?,"Worth keeping: =1+1
Marked: starred"
`
        .replace('calm; worn out', '"calm; worn out"')
        .replace('two words; home', '"two words; home"')
        .replace('Ana; Jo', '"Ana; Jo"'),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|x', '\t=1', '\r=1', ' \ufeff=1', "'=1", '-'])(
    'has no cell that a program for tables would compute: %j',
    text => {
      const tags = [text]
      const csv = entriesToCsv([anEntry({ text, tags, people: tags, feelings: tags })], all)
      const [row] = tableIn(Buffer.from(csv)).rows
      const cells = Object.values(row?.cells ?? {})
      expect(cells.filter(cell => /^[=+@-]/.test(cell))).toEqual([])
      expect(row?.cells.text).toMatch(/^'/)
    },
  )

  it('has as many cells in each row as there are columns, whatever is in them', () => {
    fc.assert(
      fc.property(some(anyEntry), entries => {
        const { names, rows } = tableIn(Buffer.from(entriesToCsv(entries, all)))
        const read = [...rows]
        expect(names).toHaveLength(15)
        expect(read.flatMap(({ problem }) => problem ?? [])).toEqual([])
        expect(read.map(({ cells }) => cells.kind)).toEqual(entries.sort(inOrder).map(e => e.kind))
        for (const { cells } of read)
          expect(Object.values(cells).filter(cell => /^[=+@-]/.test(cell))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('comes back with its words, ratings, marks and theme', () => {
    fc.assert(
      fc.property(some(anyTameEntry), entries => {
        const back = csvImporter.read(Buffer.from(entriesToCsv(entries, all)), aStamp())
        const parted = (words: readonly string[]) =>
          words
            .join(';')
            .split(/[;,|]/)
            .map(it => it.trim())
        const said = entries.sort(inOrder).map(entry => ({
          ...{ at: entry.at.slice(0, 16), zone: entry.zone, text: visible(entry.text).trim() },
          ...{ mood: entry.mood, energy: entry.energy, theme: entry.theme, starred: entry.starred },
          tags: new Set(parted(entry.tags).map(tagKey).filter(Boolean)),
        }))
        const read = back.entries.map(entry => ({
          ...{ at: entry.at.slice(0, 16), zone: entry.zone, text: visible(entry.text).trim() },
          ...{ mood: entry.mood, energy: entry.energy, theme: entry.theme, starred: entry.starred },
          tags: new Set(entry.tags),
        }))
        // What says nothing that a table knows, and names that are nobody's, are named and left out.
        expect(back.entries.length + back.odd.length).toBeGreaterThanOrEqual(
          new Set(said.map(it => JSON.stringify(it))).size,
        )
        for (const entry of read) expect(said).toContainEqual(entry)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the text of jrnl', () => {
  it('has a title, a star, and tags with an at sign', () => {
    expect(entriesToJrnl([full, anEntry({ kind: 'checkin', text: '', mood: 2 })], all)).toBe(
      `[2026-11-22 21:30] It rained, "at last". *

We stayed in.

Question: What did you notice?
Mood: in between (3 of 5)
Energy: low (2 of 5)
Feelings: calm, worn out
Worth keeping: =1+1
People: Ana, Jo
@two-words @home

[2026-11-22 21:30] Check-in

Mood: low (2 of 5)
`,
    )
  })

  it('stars nothing by a title of its own, and begins no entry in somebody’s words', () => {
    const text = '**Bold**\n[2020-01-01 10:00] quoted\n  [2020-01-01 11:00] and indented'
    const read = jrnlImporter.read(Buffer.from(entriesToJrnl([anEntry({ text })], all)), aStamp())
    expect(read.odd).toEqual([])
    expect(read.entries).toMatchObject([{ text: `Note\n${text}` }])
    expect(read.entries[0]).not.toHaveProperty('starred')
  })

  it('comes back: every minute, star and tag, and the words as they were', () => {
    fc.assert(
      fc.property(some(anyEntry), entries => {
        const text = entriesToJrnl(entries, all)
        const back = jrnlImporter.read(Buffer.from(text), aStamp())
        expect(back.odd).toEqual([])
        const once = new Set(back.entries.map(({ id }) => id))
        expect(once.size).toBe(back.entries.length)
        for (const entry of entries) {
          const words = visible(entry.text).trim()
          const same = back.entries.filter(
            it =>
              it.at.slice(0, 16) === entry.at.slice(0, 16) &&
              it.starred === entry.starred &&
              it.text.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' ')),
          )
          expect([words, same.length > 0]).toEqual([words, true])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a book', () => {
  const layouts = ['day', 'theme', 'card'] as const
  const hostile = '<script>alert(1)</script> </style> " onload="x" & &lt;\n\n  two  blanks'

  it.each(layouts)('by %s keeps words words, and loads nothing', layout => {
    const book = entriesToBook([anEntry({ text: hostile, people: ['<img src=x>'] })], all, layout)
    expect(book).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;/style&gt; &quot; onload')
    expect(book).toContain('&amp; &amp;lt;\n\n  two  blanks</div>')
    expect(book).not.toMatch(/<(script|img|link|iframe)|src=["']|href=|url\(|@import/)
    expect(book).toContain('content="default-src &#39;none&#39;; style-src &#39;sha256-')
  })

  it.each(layouts)('by %s is whole for any journal', layout => {
    fc.assert(
      fc.property(some(anyEntry), entries => {
        const book = entriesToBook(entries, all, layout)
        const tags = (pattern: RegExp) => book.match(pattern)?.length ?? 0
        for (const tag of ['section', 'article', 'div', 'ul', 'li', 'p', 'h2', 'h3', 'h4'])
          expect(tags(new RegExp(`<${tag}[ >]`, 'g')), tag).toBe(tags(new RegExp(`</${tag}>`, 'g')))
        expect(book).toBe(entriesToBook(entries.toReversed(), all, layout))
      }),
      { numRuns: 100 },
    )
  })

  it('has days under their months, a cover line, and what was asked', () => {
    const before = anEntry({ day: asDay('2026-10-31'), at: '2026-10-31T20:00:00+00:00' })
    const book = entriesToBook([full, before], all)
    expect(book.match(/<h[1-4]>[^<]*/g)).toEqual([
      ...['<h1>Journal', '<h2>October 2026', '<h3>Saturday 31 October 2026', '<h4>Note · 20:00'],
      ...['<h2>November 2026', '<h3>Sunday 22 November 2026', '<h4>Learning and Growth · 21:30'],
    ])
    expect(book).toContain('2 days present, 31 October 2026 to 22 November 2026')
    expect(book).toContain('<p class="asked" dir="auto">What did you notice?</p>')
    expect(book).toContain('<li dir="auto">Mood: in between (3 of 5)</li>')
  })

  it('as cards has the words and their day, and nothing else', () => {
    const book = entriesToBook([full], all, 'card')
    const [, main = ''] = /<main>([\s\S]*)<\/main>/.exec(book) ?? []
    expect(main.trim()).toBe(
      '<section class="card">\n<h3>Sunday 22 November 2026</h3>\n<div class="words" dir="auto">It rained, &quot;at last&quot;.\n\nWe stayed in.</div>\n</section>',
    )
  })
})

it.each([
  ['a table', entriesToCsv, csvImporter],
  ['jrnl', entriesToJrnl, jrnlImporter],
])('what was private is private again when it comes back from %s', (_, write, importer) => {
  fc.assert(
    fc.property(anyEntry, fc.boolean(), (entry, isPrivate) => {
      const { private: _, ...open } = entry
      const gone = isPrivate ? { ...open, private: true as const } : open
      const bytes = Buffer.from(write([gone as Entry], all))
      const back = importer.read(bytes, aStamp()).entries
      if (isPrivate) expect(back.every(it => it.private === true)).toBe(true)
    }),
  )
  const bytes = (marks: object) => Buffer.from(write([{ ...full, ...marks } as Entry], all))
  const [it] = importer.read(bytes({ bring: true, private: true }), aStamp()).entries
  expect(it).toHaveProperty('private', true)
  expect(importer.read(bytes({}), aStamp()).entries[0]).not.toHaveProperty('private')
})
