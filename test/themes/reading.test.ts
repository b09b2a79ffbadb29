import { describe, expect, it } from 'vitest'
import {
  asksTwice,
  gradeOf,
  isFronted,
  overlapOf,
  sentencesOf,
  stringsIn,
  syllablesIn,
} from './reading.ts'

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

  it.each([
    'To what would you like to say no this week?',
    'Of what was there too much today, and of what too little?',
    'It has an end. With whom could the two be the same?',
  ])('hears a preposition in front: %s', text => {
    expect(isFronted(text)).toBe(true)
  })

  it.each([
    'What would you like to say no to this week?',
    'On a hard day, what helps?',
    'In your own words: what happened?',
  ])('hears none in: %s', text => {
    expect(isFronted(text)).toBe(false)
  })

  it.each([
    'What are you keeping out of sight, and from whom?',
    'Who has walked through a loss? What did you see in them?',
    'Which hours belong to you alone, and how could one more join them?',
    'Is there a safe ear for them, or is this page enough?',
    'Who leaves you with more strength than before, and who with less?',
  ])('hears two questions in: %s', text => {
    expect(asksTwice(text)).toBe(true)
  })

  it.each([
    'Who or what has taught you something lately?',
    'Where in your body has today settled: jaw, chest, hands, or elsewhere?',
    'Is any part of you relieved, even if that feels strange?',
    'Take one day you judge yourself for. What did you not yet know that day?',
  ])('hears one question in: %s', text => {
    expect(asksTwice(text)).toBe(false)
  })
})
