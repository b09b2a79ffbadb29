import { describe, expect, it } from 'vitest'
import { entriesToMarkdown } from '../../src/formats/markdown.ts'
import { entriesToText } from '../../src/formats/text.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { kinds } from '../../src/journal/entry.ts'
import type { Field } from '../../src/journal/fields/field.ts'
import { noColours } from '../../src/render/colours.ts'
import { renderEntry } from '../../src/render/entry.ts'
import { full, placesOf, withAt } from '../helpers/fields.ts'

const today = asDay('2026-11-22')
const look = { width: 100, colours: noColours, plain: true, piped: false, today }
const all = { today, include: ['private', 'sealed'] as const }

/** How a value of `full` reads. */
const reads: Readonly<Record<Field['type'], (field: Field) => string>> = {
  scale: field => (field.type === 'scale' && field.words ? `${field.words[3]} (3 of 5)` : '3 of 5'),
  choice: field => (field.type === 'choice' && Object.values(field.words)[0]) || 'nothing',
  day: () => '',
  yes: () => 'yes',
  'yes-no': () => 'no',
  number: field => (field.type === 'number' && field.to !== undefined ? `0 of ${field.to}` : '0'),
  amounts: () => 'craving 3, walked yes',
  words: () => 'words',
  name: () => 'Ben',
  names: () => 'Ben',
  'word-list': () => 'calm',
  tags: () => '#calm',
  code: () => 'x',
  codes: () => 'x',
  group: () => '',
  list: () => '',
}

/** Kept for the journal's own sake, and read by nobody, or as a mark on the screen: as short a list as can be. */
const unread = ['zone', 'session', 'details.passed', 'details.course', 'details.again']
const bookkeeping = /^(id|revision|supersedes|movedFrom|writtenAt|deleted)$/

/** What stands above the words, as the one entry of `full` has it. */
const above: Readonly<Record<string, string>> = {
  at: '21:30',
  day: '2026',
  text: 'words',
  theme: 'Compassionate Understanding',
  'prompt.text': 'x',
  'details.moment': ', on arriving',
  'details.steps.0.on': '2026',
}

const escaped = (text: string) => text.replace(/[().]/g, '\\$&')

const screens = (entry: Entry) => ({
  show: renderEntry(entry, look),
  markdown: entriesToMarkdown([entry], all),
  text: entriesToText([entry], all),
})

const cases = kinds.flatMap(kind =>
  placesOf(kind)
    .filter(
      ([path]) =>
        !bookkeeping.test(path[0] ?? '') && !unread.some(name => path.join('.').startsWith(name)),
    )
    .filter(([path]) => !/^prompt$|^prompt\.(id|deeper)$/.test(path.join('.')))
    .map(([path, field]) => [kind, path.join('.'), path, field] as const),
)

describe('every field', () => {
  it.each(cases)(
    'of a %s, %s, is read on the screen, in Markdown and in text',
    (kind, name, _, field) => {
      const { shown } = field as { shown?: string }
      const [, inner] = /\.(?:connection|was)\.(\w+)$/.exec(name) ?? []
      for (const [where, screen] of Object.entries(screens(full(kind) as unknown as Entry))) {
        const value = reads[field.type](field)
        const wanted =
          shown === 'mark'
            ? new RegExp(`^\\W*marked: .*${field.label}`, 'im')
            : inner
              ? new RegExp(
                  `${inner === 'text' ? 'Before the change:' : `${field.label}:?`} ${value}`,
                  'i',
                )
              : (above[name] ?? new RegExp(`^\\W*${field.label}: ${escaped(value)}`, 'im'))
        // On the screen each rating of a group has a line of its own.
        if (name === 'details.connection' && where === 'show') continue
        if (field.type !== 'list') expect(screen, where).toMatch(wanted)
      }
    },
  )

  it('has a label that is not empty, nor one that another field of its kind has', () => {
    for (const kind of kinds) {
      const labels = placesOf(kind).map(
        ([path, { label }]) => `${path.slice(0, -1)} ${label.trim()}`,
      )
      expect(labels.filter(label => label.endsWith(' '))).toEqual([])
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  it('can be left out, and then there is no line for it', () => {
    for (const [kind, name, path, field] of cases) {
      if (field.required || 'shown' in field || ['people', 'tags'].includes(name)) continue
      const without = withAt(full(kind), path, undefined) as Entry
      const { text } = screens(without)
      const line = new RegExp(`^${field.label}: `, 'm')
      if (!/\.(was|connection)\./.test(name)) expect(text, name).not.toMatch(line)
    }
  })
})

it('reads a check-in in the words of a review, and not in names of fields', () => {
  const entry = withAt(full('checkin'), ['details', 'connection'], { cared: 2, known: 4 }) as Entry
  expect(screens(entry).show).toContain(
    '  others knowing what it is like: 4 of 5\n  being cared for: 2 of 5\n',
  )
})
