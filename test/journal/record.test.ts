import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import {
  everyoneIn,
  factsOf,
  kindInWords,
  ownWordsIn,
  typedIn,
} from '../../src/journal/fields/read.ts'
import { firstRevision, idFrom, revisionsOf, versionsIn } from '../../src/journal/record.ts'
import { isRecord, problemWith } from '../../src/journal/schema.ts'
import { newPrompt } from '../../src/journal/setting.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { anEntry } from '../helpers/builders.ts'

describe('an id', () => {
  it('is ten characters of time and ten of chance, and sorts by time', () => {
    expect(idFrom(0, new Uint8Array(10))).toBe('0'.repeat(20))
    expect(
      idFrom(
        33,
        Uint8Array.from({ length: 12 }, (_, n) => n + 31),
      ),
    ).toBe('0000000011z012345678')
    const moments = [1e12, 1e12 + 1, 1.7e12, 1.7e12 + 31, 1.7e12 + 32].map(time =>
      idFrom(time, new Uint8Array(10)),
    )
    expect(moments).toEqual([...moments].sort())
    expect(new Set(moments).size).toBe(moments.length)
  })

  it('is as long before 1970, where it tells no time', () => {
    const chance = Uint8Array.from({ length: 10 }, (_, n) => n)
    for (const time of [-1, Date.parse('1580-02-03')])
      expect(idFrom(time, chance)).toBe(idFrom(0, chance))
  })
})

describe('a revision', () => {
  it('is made of itself, or of what was brought together', () => {
    const first = firstRevision(aStamp())
    expect(revisionsOf(first)).toEqual([first.revision])
    expect(revisionsOf({ ...first, heads: ['a', 'b'] })).toEqual(['a', 'b'])
    expect([versionsIn(first), versionsIn({ ...first, versions: 3 })]).toEqual([1, 3])
  })
})

it('a question of their own is one line', () => {
  const first = firstRevision(aStamp())
  const made = { kind: 'prompt', theme: 'growth', deeper: '' } as const
  expect(newPrompt(made, '  What\n helped   today? ', first)).toEqual({
    ...{ ...first, ...made, text: 'What helped today?' },
  })
})

describe('what an entry says', () => {
  const promise = anEntry({
    ...{ kind: 'promise', text: 'Walk with Ana.', tags: ['calm'], people: ['Ana'] },
    ...{ feelings: ['tired'], mood: 2 },
    details: {
      ...{ cue: 'noon', due: asDay('2026-11-23'), witness: ['Ben'] },
      steps: [{ on: asDay('2026-11-22'), outcome: 'done', helped: 'sun' }],
    },
  })

  it('names everybody in it, and nobody else', () => {
    expect(everyoneIn(promise)).toEqual(['Ana', 'Ben'])
  })

  it('is in words of their own, without the names', () => {
    expect(ownWordsIn(promise)).toEqual(['Walk with Ana.', 'calm', 'tired', 'noon', 'sun'])
  })

  it('is found as it was typed', () => {
    expect(typedIn(promise).split('\n')).toEqual([
      ...['Walk with Ana.', '#calm', '@Ana', 'tired', 'noon', '@Ben', 'sun'],
    ])
  })

  it('has no line for what is empty', () => {
    const bare = anEntry({ mood: 2, tags: [], people: [], feelings: ['  '] })
    expect(factsOf(bare)).toEqual([{ label: 'Mood', value: 'low (2 of 5)' }])
  })

  it('has days as they are kept, or as they are said', () => {
    const due = (day?: () => string) =>
      factsOf(promise, day ? { day } : {}).find(({ label }) => label === 'Due')?.value
    expect([due(), due(() => 'tomorrow')]).toEqual(['2026-11-23', 'tomorrow'])
  })

  it('is called what it is', () => {
    expect(kindInWords(promise)).toBe('promise')
    const arrived = anEntry({ kind: 'checkin', details: { moment: 'arrive' } })
    expect(kindInWords(arrived)).toBe('check-in, on arriving')
  })
})

describe('a record from outside', () => {
  const entry = anEntry()
  const wrong = (fields: object) => problemWith({ ...entry, ...fields })?.field

  it('is one when nothing is wrong with it', () => {
    expect(problemWith(entry)).toBeUndefined()
    expect([isRecord(entry), isRecord({ ...entry, id: 5 }), isRecord(null)]).toEqual([
      ...[true, false, false],
    ])
  })

  it.each(['../x', 'x y', 'x/', '', 'a'.repeat(65)])('has no id like "%s"', id => {
    expect(wrong({ id })).toBe('id')
  })

  it.each(['Europe/Lisbon x', '/Europe', 'UTC;', ''])('has no zone like "%s"', zone => {
    expect(wrong({ zone })).toBe('zone')
  })

  it('says what is missing, and what is of another kind', () => {
    const { details: _, ...bare } = entry
    expect(problemWith(bare)).toEqual({ field: 'details', should: 'is missing' })
    expect(problemWith({ ...entry, details: 5 })).toEqual({
      ...{ field: 'details', should: 'should be an object' },
    })
  })
})
