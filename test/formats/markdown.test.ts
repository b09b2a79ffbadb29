import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { entriesToBook } from '../../src/formats/book.ts'
import { entriesToCsv } from '../../src/formats/csv.ts'
import { entriesToJrnl } from '../../src/formats/jrnl-text.ts'
import { entriesToMarkdown } from '../../src/formats/markdown.ts'
import { entriesToNotes, notesWriter } from '../../src/formats/notes.ts'
import { obsidianTag } from '../../src/formats/obsidian-tag.ts'
import type { PageOptions } from '../../src/formats/pages.ts'
import { laidOut } from '../../src/formats/pages.ts'
import { entriesToText } from '../../src/formats/text.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { visible } from '../../src/render/gate.ts'
import fc from '../helpers/properties.ts'
import { anyEntry } from './arbitrary.ts'

const options = { today: asDay('2026-11-22') }
const all = { ...options, include: ['private', 'sealed'] as const }

const anEntry = (fields: object): Entry =>
  ({
    id: '01a',
    revision: '01b',
    supersedes: [],
    writtenAt: '2026-11-22T20:00:00.000Z',
    kind: 'note',
    at: '2026-11-22T21:30:00+01:00',
    zone: 'Europe/Berlin',
    day: '2026-11-22',
    text: 'Rain, and a long talk.',
    tags: [],
    people: [],
    details: {},
    ...fields,
  }) as unknown as Entry

const reflection = anEntry({
  kind: 'reflection',
  theme: 'compassion',
  prompt: { id: 'compassion-heaviest', text: 'What has been the heaviest part of today to carry?' },
  text: 'I kept reaching for the phone.\n\n# Eleven times\nI counted.',
  mood: 2,
  energy: 1,
  feelings: ['lonely', 'worn out'],
  people: ['Ines'],
  tags: ['calm'],
  details: { strengthAfter: 4, understoodBy: ['Ines'], futureField: 3 },
})
const promise = anEntry({
  id: '01c',
  kind: 'promise',
  text: 'Text Ines before breakfast.',
  at: '2026-11-22T21:40:00+01:00',
  starred: true,
  details: {
    cue: 'I wake before six',
    due: '2026-11-25',
    witness: ['Ines'],
    steps: [{ on: '2026-11-25', outcome: 'not-yet', obstacle: 'a cold' }],
  },
})

/** The words of each entry by id, read back the way docs/data-format.md tells. */
function wordsIn(markdown: string): Map<string, string> {
  const found = new Map<string, string>()
  const lines = markdown.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const id = /^<!-- hearten:(\S+) /.exec(lines[i] ?? '')?.[1]
    if (id === undefined) continue
    const from = i + 2
    while (!/^<!-- \/hearten/.test(lines[i] ?? '')) i++
    const added = lines[i]?.includes('+1') ? 1 : 0
    const words = lines.slice(from, i - 1 - added).join('\n')
    expect(found.has(id), 'one entry, one place').toBe(false)
    found.set(id, words.replace(/^<!-- \\(?=\\*\/?hearten)/gm, '<!-- '))
  }
  return found
}

describe('one Markdown text', () => {
  it('says what was asked, the words as they are, and the rest in words', () => {
    expect(entriesToMarkdown([promise, reflection], options)).toBe(`# Journal

## Sunday 22 November 2026

### Compassionate Understanding · 21:30

> What has been the heaviest part of today to carry?

<!-- hearten:01a reflection 2026-11-22T21:30:00+01:00 Europe/Berlin theme=compassion prompt=compassion-heaviest -->

I kept reaching for the phone.

# Eleven times
I counted.

<!-- /hearten -->

- Mood: low (2 of 5)
- Energy: empty (1 of 5)
- Feelings: lonely, worn out
- Strength after: 4 of 5
- Understood by: Ines
- People: Ines
- Tags: #calm

### Promise · 21:40

<!-- hearten:01c promise 2026-11-22T21:40:00+01:00 Europe/Berlin -->

Text Ines before breakfast.

<!-- /hearten -->

- If: I wake before six
- Due: 2026-11-25
- Who knows: Ines
- How it went: not yet (2026-11-25)
- In the way: a cold
- Marked: starred
`)
  })

  it('keeps every word of every entry, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: e => e.id, maxLength: 5 }), entries => {
        const read = wordsIn(entriesToMarkdown(entries, all))
        expect(read).toEqual(new Map(entries.map(entry => [entry.id, visible(entry.text)])))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['```js\nlet a', '```'],
    ['~~~~\ncode\n~~~', '~~~~'],
    ['````\n```', '````'],
    ['```\n``` not a closing line', '```'],
    ['<!-- a thought', '-->'],
    ['<pre>\ntext\n\nmore', '</pre>'],
    ['- a\n\nb\n\n```\nc', '```'],
  ])('closes what %j leaves open', (text, closing) => {
    const markdown = entriesToMarkdown([anEntry({ text })], options)
    expect(markdown).toContain(`\n${closing}\n\n<!-- /hearten +1 -->\n`)
  })

  it.each([
    'plain',
    '```\ncode\n```',
    '```\ncode\n`````',
    'a `tick` and ```three``` in a line',
    '``` a ` b',
    '<!-- said --> and done',
    'three <!-- in a line',
    '- a list\n\n  ```\n  of code',
    '1. one\n   <!--\n2. two',
    '<b>bold',
    '    ```',
  ])('adds nothing to %j', text => {
    expect(entriesToMarkdown([anEntry({ text })], options)).not.toContain('+1')
  })

  it('cannot be led astray by words, names or questions that look like its own marks', () => {
    const mark = '<!-- hearten:09z note x y -->'
    const sly = anEntry({
      text: `${mark}\n<!-- /hearten -->\n<!-- \\/hearten -->`,
      people: [`a\n${mark}`, '```', '<!--'],
      prompt: { id: 'own', text: `${mark}\n\`\`\`\n# x` },
    })
    const markdown = entriesToMarkdown([sly, promise], options)
    expect([...wordsIn(markdown)]).toEqual([
      ['01a', sly.text],
      ['01c', promise.text],
    ])
    expect(markdown.match(/^<!-- \/?hearten/gm)).toHaveLength(4)
  })
})

describe('a note a day', () => {
  it('has front matter and a name that Obsidian reads', () => {
    const notes = entriesToNotes([reflection, promise], options)
    expect([...notes.keys()]).toEqual(['2026-11-22'])
    expect(notes.get('2026-11-22')).toMatch(/^---\ndate: 2026-11-22\ntags:\n {2}- calm\n/)
    expect(frontMatter(notes.get('2026-11-22') ?? '')).toEqual({
      date: '2026-11-22',
      tags: ['calm'],
      people: ['Ines'],
      mood: 2,
      energy: 1,
      feelings: ['lonely', 'worn out'],
      themes: ['compassion'],
      hearten: 2,
    })
  })

  it('says mood and energy as a number, beside the list when there were several', () => {
    const later = anEntry({ id: '01d', kind: 'checkin', text: '', mood: 3, energy: 4 })
    const [note = ''] = entriesToNotes([reflection, later], options).values()
    expect(frontMatter(note)).toMatchObject({
      ...{ mood: 2.5, moods: [2, 3], energy: 2.5, energies: [1, 4] },
    })
  })

  it('has tags that Obsidian takes, above as below, and no empty one', () => {
    const tags = ['two words', 'Two-Words', '1984', '!', 'work/home', 'don’t', 'calm🌊']
    const [note = ''] = entriesToNotes([anEntry({ tags })], options).values()
    const taken = ['two-words', '_1984', 'work/home', 'dont', 'calm🌊']
    expect(frontMatter(note).tags).toEqual(taken)
    expect(note).toContain(`\n- Tags: ${taken.map(tag => `#${tag}`).join(' ')}\n`)
  })

  it('turns any tag into one that Obsidian takes, or into none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), tag => {
        const taken = obsidianTag(tag)
        expect(taken).toMatch(/^(?:\u200d|[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-])*$/u)
        expect(taken).not.toMatch(/^[\d/-]+$/)
        expect(obsidianTag(taken)).toBe(taken)
      }),
    )
  })
})

describe('by theme', () => {
  it('has a page a theme, in the order of a session, and one for the rest', () => {
    const note = anEntry({ id: '01e', text: 'By the way.' })
    const growing = anEntry({ id: '01f', theme: 'growth', text: 'I saw it.' })
    expect([...entriesToNotes([note, growing, reflection], options, 'theme').keys()]).toEqual([
      'Compassionate Understanding',
      'Learning and Growth',
      'Everything else',
    ])
    const text = entriesToMarkdown([note, growing, reflection], options, 'theme')
    expect(text.match(/^##+ .*$/gm)).toEqual([
      '## Compassionate Understanding',
      '### Sunday 22 November 2026, 21:30',
      '## Learning and Growth',
      '### Note · Sunday 22 November 2026, 21:30',
      '## Everything else',
      '### Note · Sunday 22 November 2026, 21:30',
    ])
  })

  it('has no day in front', () => {
    const [note = ''] = entriesToNotes([reflection], options, 'theme').values()
    expect(frontMatter(note)).not.toHaveProperty('date')
  })
})

describe('cards', () => {
  it('are words and their day, and nothing else', () => {
    const silent = anEntry({ id: '01e', kind: 'checkin', text: '', mood: 3 })
    const open = anEntry({ id: '01f', text: '```\ncode' })
    expect(entriesToMarkdown([promise, silent, open], options, 'card')).toBe(
      `## Sunday 22 November 2026\n\n\`\`\`\ncode\n\`\`\`\n\n---\n\n## Sunday 22 November 2026\n\nText Ines before breakfast.\n`,
    )
    expect(entriesToText([promise, silent], options, 'card')).toBe(
      '2026-11-22 Sunday\n\nText Ines before breakfast.\n',
    )
  })
})

describe('front matter', () => {
  it('has front matter that means the same in YAML 1.1 and 1.2, whatever people are called', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 3 }), entries => {
        for (const note of entriesToNotes(entries, all).values()) {
          const read = frontMatter(note)
          const texts = [read.tags, read.people, read.feelings].flatMap(list => list ?? [])
          expect(texts.every((text: unknown) => typeof text === 'string')).toBe(true)
          const { date: _, ...rest } = frontMatter(note, '1.1')
          expect(rest).toEqual({ ...read, date: undefined })
        }
      }),
      { numRuns: 300 },
    )
  })
})

it.each(['day', 'theme'] as const)(
  'notes by %s are the same entry by entry, each as soon as it is whole',
  layout => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 6 }), entries => {
        const { add, end } = notesWriter(layout)
        const whole = laidOut(entries, all, layout).map(entry => add([entry]))
        expect([...whole.flat(), ...end()]).toEqual([...entriesToNotes(entries, all, layout)])
        expect(whole.every(notes => notes.length <= 1)).toBe(true)
      }),
      { numRuns: 100 },
    )
  },
)

function frontMatter(note: string, version: '1.1' | '1.2' = '1.2') {
  const [, block] = /^---\n([\s\S]*?)^---$/m.exec(note) ?? []
  return parse(block ?? '', { version })
}

describe('plain text', () => {
  it('is lines to read, and nothing else', () => {
    expect(entriesToText([reflection], options)).toBe(`2026-11-22 Sunday

21:30 Compassionate Understanding
What has been the heaviest part of today to carry?

I kept reaching for the phone.

# Eleven times
I counted.

Mood: low (2 of 5)
Energy: empty (1 of 5)
Feelings: lonely, worn out
Strength after: 4 of 5
Understood by: Ines
People: Ines
Tags: #calm
`)
  })
})

type Given = [readonly Entry[], PageOptions]

describe('every readable export', () => {
  const writers = [
    ['markdown', entriesToMarkdown],
    [
      'daily notes',
      (...[entries, options]: Given) => [...entriesToNotes(entries, options).values()].join('\n'),
    ],
    ['text', entriesToText],
    ['csv', entriesToCsv],
    ['jrnl', entriesToJrnl],
    ['html', entriesToBook],
    ...(['theme', 'card'] as const).flatMap(layout => [
      [`markdown by ${layout}`, (...[e, o]: Given) => entriesToMarkdown(e, o, layout)] as const,
      [`text by ${layout}`, (...[e, o]: Given) => entriesToText(e, o, layout)] as const,
    ]),
  ] as const

  it.each(writers)('%s holds nothing that a terminal would obey', (_, write) => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), entries => {
        const text = write(entries, all)
        expect(visible(text)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it.each(writers)('%s leaves out what is private or sealed until it is asked for', (_, write) => {
    const secret = anEntry({ text: 'A private thing.', private: true })
    const sealed = anEntry({
      kind: 'letter',
      text: 'A sealed thing.',
      details: { sealedUntil: '2026-11-23' },
    })
    const gone = anEntry({ text: 'A deleted thing.', deleted: true })
    const entries = [secret, sealed, gone, promise]
    expect(write(entries, options)).not.toMatch(/A (?:private|sealed|deleted) thing/)
    expect(write(entries, { ...options, include: ['private'] })).toMatch(/A private thing/)
    expect(write(entries, { ...options, include: ['private'] })).not.toMatch(/A sealed thing/)
    expect(write(entries, { ...options, include: ['sealed'] })).toMatch(/A sealed thing/)
    expect(write(entries, { today: asDay('2026-11-23') })).toMatch(/A sealed thing/)
    expect(write(entries, all)).not.toMatch(/deleted/)
  })

  it.each(writers)('%s is the same whatever order entries come in', (_, write) => {
    expect(write([promise, reflection], options)).toBe(write([reflection, promise], options))
  })
})
