import { describe, expect, it } from 'vitest'
import { gradeOf, overlapOf, sentencesOf, stringsIn, syllablesIn } from './reading.ts'

describe('the reading measures', () => {
  it.each([
    ['day', 1],
    ['make', 1],
    ['helped', 1],
    ['wanted', 2],
    ['little', 2],
    ['letter', 2],
    ['company', 3],
    ['understanding', 4],
  ])('counts the syllables of "%s" as %i', (word, count) => {
    expect(syllablesIn(word)).toBe(count)
  })

  it('finds plain words easier than heavy ones', () => {
    expect(gradeOf('The dog sat by the door.')).toBeLessThan(3)
    expect(
      gradeOf('Considerable institutional deliberation accompanied implementation.'),
    ).toBeGreaterThan(12)
  })

  it('splits sentences, also at a closing quotation mark', () => {
    expect(sentencesOf('One. Two? "Three." Four')).toEqual(['One.', 'Two?', '"Three."', 'Four'])
  })

  it('sees how much two texts share', () => {
    expect(overlapOf('Who called you today?', 'Who called you today, and why?')).toBeGreaterThan(
      0.6,
    )
    expect(overlapOf('Who called you today?', 'Name the weather.')).toBe(0)
  })

  it('finds strings however deep they lie', () => {
    expect(stringsIn({ a: ['b', { c: 'd' }], e: 1, f: null })).toEqual(['b', 'd'])
  })
})
