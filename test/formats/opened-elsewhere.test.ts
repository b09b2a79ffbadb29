// Our Markdown, opened by programs that are not ours: markdown-it (CommonMark) and js-yaml.

import { load } from 'js-yaml'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { entriesToMarkdown, factsInMarkdown } from '../../src/formats/markdown.ts'
import { entriesToNotes } from '../../src/formats/notes.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { visible, visibleLine } from '../../src/render/gate.ts'
import { anEntry } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'
import { anyEntry } from './arbitrary.ts'

const all = { today: asDay('2026-11-22'), include: ['private', 'sealed'] } as const
const commonMark = new MarkdownIt('commonmark')
const entriesWithIds = fc.uniqueArray(anyEntry, { selector: e => e.id, minLength: 1, maxLength: 4 })

/** What stands on the page by itself, in no quote, list or block of somebody's words. */
function topLevel(markdown: string) {
  const tokens = commonMark.parse(markdown, {})
  return tokens
    .map((token, at) => ({ token, next: tokens[at + 1] }))
    .filter(({ token }) => token.level === 0)
}

/** The text of something as a reader sees it. */
const read = (
  token: { children: readonly { type: string; content: string }[] | null } | undefined,
) =>
  (token?.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' ? '\n' : content))
    .join('')

/** The page without what stands in front, and that as js-yaml reads it, which must have nothing to complain of. */
function opened(note: string) {
  const [whole = '', yaml = ''] = /^---\n([\s\S]*?\n)---\n/.exec(note) ?? []
  const warnings: unknown[] = []
  const front = load(yaml, { onWarning: (warning: unknown) => warnings.push(warning) } as object)
  expect(warnings).toEqual([])
  return { front: front as Record<string, unknown>, body: note.slice(whole.length) }
}

/** The lists right below the last marks: what is said beside the words, as a reader sees it. */
function factsOn(body: string): string[][] {
  const tokens = commonMark.parse(body, {})
  const ends = tokens.flatMap(({ level, type, content }, at) =>
    level === 0 && type === 'html_block' && /^<!-- \/hearten( \+1)? -->\n?$/.test(content)
      ? at
      : [],
  )
  return ends.map(end => {
    if (tokens[end + 1]?.type !== 'bullet_list_open') return []
    const close = tokens.findIndex(
      (it, at) => at > end && it.type === 'bullet_list_close' && it.level === 0,
    )
    return tokens
      .slice(end, close)
      .filter(({ type }) => type === 'inline')
      .map(read)
  })
}

describe('a page of ours in CommonMark', () => {
  it('has each entry between its marks, whatever is in the words', () => {
    fc.assert(
      fc.property(entriesWithIds, entries => {
        const marks = topLevel(entriesToMarkdown(entries, all))
          .filter(({ token }) => token.type === 'html_block')
          .flatMap(({ token }) => token.content.match(/^<!-- \/?hearten/gm) ?? [])
        const each = entries.flatMap(() => ['<!-- hearten', '<!-- /hearten'])
        expect(marks).toEqual(each)
      }),
      { numRuns: 300 },
    )
  })

  it('says beside the words what the entry says, letter by letter', () => {
    fc.assert(
      fc.property(entriesWithIds, entries => {
        for (const note of entriesToNotes(entries, all).values()) {
          const { body } = opened(note)
          const ids = [...note.matchAll(/^<!-- hearten:(\S+) /gm)].map(([, id]) => id)
          const facts = ids
            .map(id => entries.find(entry => entry.id === id) as Entry)
            .map(factsInMarkdown)
          const shown = facts.map(list => list.map(({ label, value }) => `${label}: ${value}`))
          const links = /https?:\/\/|\]\(|\[\[/
          const plain = (lists: string[][]) =>
            lists.map(list =>
              list.map(line => line.replace(/\s+/g, ' ').trim()).filter(line => !links.test(line)),
            )
          expect(plain(factsOn(body))).toEqual(plain(shown))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the words as they are, and their links', () => {
    const text = 'See [the group](https://example.org/a_b), [[Ines]] and <https://example.org>.'
    const markdown = entriesToMarkdown([anEntry({ text })], all)
    expect(markdown).toContain(`\n\n${text}\n\n`)
    expect(commonMark.render(markdown)).toContain('<a href="https://example.org/a_b">the group</a>')
  })

  it('keeps links in what stands beside the words', () => {
    const insight =
      'https://example.org/a_b_c?d=e_f, [[A note]] and [a *page*](https://example.org/x) <b>'
    const entry = anEntry({ kind: 'reflection', theme: 'growth', details: { insight } })
    const markdown = entriesToMarkdown([entry], all)
    expect(markdown).toContain(
      '- Worth keeping: https://example.org/a_b_c?d=e_f, [[A note]] and [a *page*](https://example.org/x) \\<b\\>\n',
    )
    expect(commonMark.render(markdown)).toContain(
      '<a href="https://example.org/x">a <em>page</em></a>',
    )
  })
})

describe('front matter in YAML', () => {
  it('is read without a warning, and means what was meant', () => {
    fc.assert(
      fc.property(entriesWithIds, entries => {
        for (const note of entriesToNotes(entries, all).values()) {
          const { front } = opened(note)
          expect(front.hearten).toBe(2)
          for (const name of ['tags', 'people', 'feelings', 'themes'])
            for (const word of (front[name] ?? []) as unknown[]) expect(word).toBeTypeOf('string')
          for (const name of ['mood', 'energy'])
            if (name in front) expect(front[name]).toBeTypeOf('number')
          expect(visible(note)).toBe(note)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is read whichever character is in a name, and gives it back', () => {
    const codes = [0x85, 0xa0, 0x2028, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfdd0, 0xfeff, 0xfffd]
    for (const code of [...codes, 0xfffe, 0xffff, 0x10000, 0x1fffe, 0x10ffff]) {
      const odd = String.fromCodePoint(code)
      for (const name of [odd, `x${odd}`, `${odd}: y`, `"${odd}\\u0041`]) {
        const entry = anEntry({ people: [name], tags: [name], feelings: [name] })
        for (const note of entriesToNotes([entry], all).values()) {
          const { people = [] } = opened(note).front
          expect(people).toEqual([visibleLine(name)].filter(it => it.trim() !== ''))
        }
      }
    }
  })
})
