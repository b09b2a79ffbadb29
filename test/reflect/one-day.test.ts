import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { discretionOf } from '../../src/reflect/discretion.ts'
import { oneDayOf } from '../../src/reflect/one-day.ts'
import { aCircle, anEntry } from '../helpers/builders.ts'

const known = { today: asDay('2026-11-22'), circle: aCircle(), mutes: [] }

const pageOf = (...entries: Entry[]) => {
  const may = discretionOf(known, entries)
  const open = entries.filter(may.isOpen)
  return oneDayOf(entries, open, open.filter(may.mayQuote), may)
}

describe('the page of a day', () => {
  it('has the words whole, with the time, the theme and the question they answer', () => {
    const answer = anEntry({
      ...{ kind: 'reflection', theme: 'growth', text: '  What I learned.\nIt took long. ' },
      ...{ at: '2026-11-22T14:05:00+01:00', prompt: { id: 'p', text: 'What was new?' } },
    })
    expect(pageOf(answer).words).toEqual([
      {
        ...{ id: answer.id, time: '14:05', theme: 'growth', question: 'What was new?' },
        text: 'What I learned.\nIt took long.',
      },
    ])
    const note = anEntry({ text: 'Soup.' })
    expect(pageOf(note).words).toEqual([
      { id: note.id, time: note.at.slice(11, 16), text: 'Soup.' },
    ])
  })

  it('says what they are, where they are more than words', () => {
    const kind = (it: Entry) => pageOf(it).words[0]?.kind
    expect(kind(anEntry({ kind: 'promise', text: 'Walk.' }))).toBe('promise')
    expect(kind(anEntry({ kind: 'meeting', text: 'Tea.' }))).toBe('meeting')
    expect(kind(anEntry({ kind: 'checkin', text: 'Tired.' }))).toBeUndefined()
    expect(kind(anEntry({ kind: 'reflection', theme: 'growth', text: 'Tired.' }))).toBeUndefined()
  })

  it('says how many words it keeps back: letters, heavy pages, calls for help', () => {
    const page = pageOf(
      anEntry({ text: 'Soup.' }),
      anEntry({ text: '   ' }),
      anEntry({ kind: 'letter', text: 'Dear you.', details: { unsent: true } }),
      anEntry({ text: 'The longest night.', mood: 1 }),
      anEntry({ text: 'I want to die.', starred: true }),
    )
    expect(page.words.map(({ text }) => text)).toEqual(['Soup.'])
    expect(page.withheld).toBe(3)
  })

  it('has each mood once until it changed, and the feelings that were named', () => {
    const { moods, feelings } = pageOf(
      anEntry({ mood: 2, feelings: ['tired'] }),
      anEntry({ mood: 2, feelings: ['Tired', 'calm'] }),
      anEntry(),
      anEntry({ mood: 4, feelings: ['secret'], private: true }),
      anEntry({ mood: 2 }),
    )
    expect(moods).toEqual([2, 4, 2])
    expect(feelings).toEqual(['tired', 'calm'])
  })
})
