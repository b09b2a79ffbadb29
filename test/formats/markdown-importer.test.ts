import { describe, expect, it } from 'vitest'
import { planImport } from '../../src/formats/import-plan.ts'
import { entriesToMarkdown } from '../../src/formats/markdown.ts'
import { markdownImporter } from '../../src/formats/markdown-importer.ts'
import { entriesToNotes } from '../../src/formats/notes.ts'
import { fromObsidianTag, obsidianTags } from '../../src/formats/obsidian-tag.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { tombstone } from '../../src/journal/entry.ts'
import { visible } from '../../src/render/gate.ts'
import { anEntry, aStamp } from '../helpers/a-journal.ts'
import { readNamed } from '../helpers/foreign.ts'
import fc from '../helpers/properties.ts'
import { anyEntry, anyTameEntry } from './arbitrary.ts'

const all = { today: asDay('2026-11-22'), include: ['private', 'sealed'] } as const
const nothing = { entries: [], people: [], settings: [], history: [] }
const read = (text: string) => markdownImporter.read(Buffer.from(text), aStamp())
const some = (entry: fc.Arbitrary<Entry>) =>
  fc.uniqueArray(entry, { selector: e => e.id, minLength: 1, maxLength: 4 })
const byId = (entries: readonly Entry[]) => new Map(entries.map(entry => [entry.id, entry]))

/** An entry as Markdown carries it: the current words, with the tags that Obsidian takes. */
function carried({
  revision: _,
  writtenAt: __,
  supersedes: ___,
  movedFrom: ____,
  ...entry
}: Entry) {
  const tags = obsidianTags(entry.tags).map(fromObsidianTag)
  return { ...entry, tags } as unknown as Entry
}

describe('Markdown of ours, read back', () => {
  it('is every entry in everything that it can carry, in every layout', () => {
    fc.assert(
      fc.property(some(anyTameEntry), entries => {
        const expected = byId(entries.map(carried))
        const texts = [
          [entriesToMarkdown(entries, all)],
          [entriesToMarkdown(entries, all, 'theme')],
          [...entriesToNotes(entries, all).values()],
          [...entriesToNotes(entries, all, 'theme').values()],
        ]
        for (const text of texts) {
          const back = text.map(read)
          expect(back.flatMap(({ odd }) => odd)).toEqual([])
          const found = byId(back.flatMap(({ entries }) => entries).map(carried))
          expect(found).toEqual(expected)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every word, whatever is in it, and comes to rest', () => {
    fc.assert(
      fc.property(some(anyEntry), entries => {
        const text = entriesToMarkdown(entries, all)
        const back = read(text)
        for (const { id, text, kind, at, day, zone } of back.entries) {
          const entry = entries.find(entry => entry.id === id)
          expect({ text, kind, at, day, zone }).toEqual({
            ...{ text: visible(entry?.text ?? ''), kind: entry?.kind },
            ...{ at: entry?.at, day: entry?.day, zone: entry?.zone },
          })
        }
        // A tool without a name that can be shown is none.
        expect(back.odd.filter(({ reason }) => reason !== 'details.tool is missing')).toEqual([])
        expect(back.entries.length + back.odd.length).toBe(entries.length)
        // Of tools without a name alone nothing comes back, and a file of nothing is refused.
        if (back.entries.length === 0) return
        const again = entriesToMarkdown(back.entries, all)
        expect(entriesToMarkdown(read(again).entries, all)).toBe(again)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the words, the day and the marks of a page that was written by hand', () => {
    const { entries, odd } = readNamed('hearten.md')
    expect(entries).toMatchObject([
      {
        ...{ id: '06d1k2m3n4p5q6r7s8t9', kind: 'reflection', theme: 'compassion' },
        text: 'I kept reaching for the phone.\n\n# Eleven times\n<!-- hearten:no mark -->\n```\nI counted.',
        prompt: {
          id: 'compassion-heaviest',
          text: 'What has been the heaviest part of today to carry?',
        },
        ...{ mood: 2, feelings: ['lonely', 'worn out'], tags: ['two-words', '1984'] },
        ...{ starred: true, private: true, session: '06d1k2m3n4p5q6r7s8t0' },
        details: {
          ...{ strengthAfter: 4, understoodBy: ['Ines'] },
          insight: '3 * 3 <b> https://example.org/a_b',
        },
      },
      {
        details: {
          ...{ cue: 'I wake before six', due: '2026-11-25', witness: ['Ines'] },
          steps: [
            { on: '2026-11-24', outcome: 'changed', was: { text: 'Call her', due: '2026-11-24' } },
            { on: '2026-11-25', outcome: 'not-yet', obstacle: 'a cold' },
          ],
        },
      },
      {
        ...{ day: '2026-11-22', at: '2026-11-23T01:10:00+00:00', mood: 4 },
        details: { moment: 'leave', connection: { understood: 4, known: 2 } },
      },
    ])
    expect(odd).toEqual([
      { line: 57, reason: 'the line "Weather" is not known' },
      { line: 67, reason: 'the mark at the end of its words is missing' },
    ])
  })

  it('has the day and the theme in its headings, where the marks do not say them', () => {
    expect(readNamed('hearten notes').entries).toMatchObject([
      { theme: 'support', day: '2026-11-20', prompt: { text: 'Who was there?' }, mood: 2 },
      { day: '2026-11-20', at: '2026-11-21T02:10:00+00:00', text: 'Still awake.' },
    ])
  })

  it('names an id that comes twice', () => {
    const text = entriesToMarkdown([anEntry()], all)
    expect(read(`${text}\n${text}`)).toMatchObject({
      entries: [{}],
      odd: [{ line: 19, reason: 'its id was there before' }],
    })
  })
})

it('names what somebody wrote between the entries, and nothing of what hearten did', () => {
  const entries = [anEntry({ text: 'One.', mood: 2 }), anEntry({ text: 'Two.', tags: ['x'] })]
  const whole = entriesToMarkdown(entries, all)
  const note = `---\ndate: 2026-11-22\nmood: 2\n---\n\n${whole}`
  for (const text of [whole, note]) {
    expect(read(text).odd).toEqual([])
    const lines = text.split('\n')
    for (const [at, line] of lines.entries()) {
      if (!/^(?:# |<!-- \/hearten|- )/.test(line)) continue
      const more = [...lines.slice(0, at + 1), '', 'Of mine.', ...lines.slice(at + 1)].join('\n')
      const reasons = read(more).odd.map(({ reason }) => reason)
      expect(reasons).toContain('it stands outside of the marks of an entry')
    }
    expect(read(`${text}\nLast.\n`).odd).toHaveLength(1)
  }
})

describe('Markdown taken into the journal it came from', () => {
  const full = anEntry({ text: 'Words.', tags: ['two words'], session: 'x', mood: 2 })

  it('adds nothing, and says nothing of it', () => {
    const plan = planImport({ ...nothing, entries: [full] }, read(entriesToMarkdown([full], all)))
    expect(plan).toMatchObject({ records: [], different: [], alreadyHere: 1 })
  })

  it('leaves your words as they are, and says that the file has others', () => {
    const text = entriesToMarkdown([full], all).replace('Words.', 'Other words.')
    const plan = planImport({ ...nothing, entries: [full] }, read(text))
    expect(plan).toMatchObject({ records: [], different: [{ text: 'Other words.' }] })
  })

  it('brings nothing back out of the trash', () => {
    const history = [full, tombstone(full, aStamp())]
    const plan = planImport({ ...nothing, history }, read(entriesToMarkdown([full], all)))
    expect(plan).toMatchObject({ records: [], different: [], alreadyHere: 1 })
  })
})
