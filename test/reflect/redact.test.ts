import { describe, expect, it } from 'vitest'
import { everyoneIn, ownWordsIn } from '../../src/journal/fields/read.ts'
import { mentioning } from '../../src/reflect/mentioning.ts'
import { redacting } from '../../src/reflect/redact.ts'
import { anyEntry } from '../formats/arbitrary.ts'
import { anEntry } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

const people = [
  { name: 'Ines Okafor', aliases: ['Nessie'] },
  { name: 'Mr Brandt', aliases: [] },
  { name: 'Ida', aliases: [] },
  { name: '李雷', aliases: [] },
  { name: 'my sister', aliases: ['Rosé'] },
]
const { text, entry } = redacting(people, 'initials')

describe('people by their first letters', () => {
  it.each([
    ['Ines Okafor came.', 'I. O. came.'],
    ['INES OKAFOR’s coat, and nessie', 'I. O.’s coat, and I. O.'],
    ['Ines laughed. Okafor too.', 'I. O. laughed. I. O. too.'],
    ['Mr  Brandt\nand Brandt', 'M. B.\nand M. B.'],
    ['Ida and an idea of Idaho', 'I. and an idea of Idaho'],
    ['Rose\u0301 called, ROSE too', 'M. S. called, M. S. too'],
    ['我和李雷说话', '我和李.说话'],
    ['a mister brandt of small letters', 'a mister brandt of small letters'],
    ['ring +49 (0)30 123-45 67 or ines@example.org', 'ring (number) or (address)'],
    ['on 2026-11-22, 22.11.2026 at 10:30, 12 of 14 days, 1900', undefined],
    ['0171 2345678, 030 22.11.2026, or 22.11.2026 555', '(number), (number), or (number)'],
    ['ines@mail2.example4.org, or i@post.co.uk', '(address), or (address)'],
    ['some brandt, said Tom', undefined],
    ['My day was long, Mr Smith', undefined],
    ['', ''],
    ['nobody here 🙂', undefined],
  ])('%j', (words, redacted = words) => expect(text(words)).toBe(redacted))

  it('are one person where several entries or names mean the same', () => {
    const one = redacting(
      [
        { name: 'Ida', aliases: ['Ida Marlow', ''] },
        { name: 'ida', aliases: [] },
        { name: '', aliases: [] },
      ],
      'initials',
    )
    expect(one.text('Ida came. Ida Marlow stayed... Did Marlow?')).toBe(
      'I. came. I. stayed... Did I.?',
    )
  })

  it('are so also by a first name of two letters, and not by what stands in many a name', () => {
    const { text } = redacting(
      [
        { name: 'Jo Smith', aliases: [] },
        { name: 'Maria de la Cruz', aliases: [] },
        { name: 'J. R. An', aliases: [] },
      ],
      'initials',
    )
    expect(text('Jo laughed, and jo is no word.')).toBe('J. S. laughed, and jo is no word.')
    expect(text('De nada. La vida. An evening. J and R.')).toBe(
      'De nada. La vida. An evening. J and R.',
    )
  })

  it('are a letter also of somebody whose name has none', () => {
    const { text } = redacting([{ name: '❤', aliases: [] }], 'initials')
    expect(text('With ❤ by the sea.')).toBe('With X. by the sea.')
  })

  it('are told apart where the letters are the same', () => {
    const two = redacting(
      [
        { name: 'Ana', aliases: [] },
        { name: 'Abel', aliases: [] },
      ],
      'initials',
    )
    expect(two.text('Ana saw Abel, and Abel saw Ana.')).toBe('A. saw A. (2), and A. (2) saw A..')
  })
})

describe('people by other names', () => {
  it('keep them throughout, and nobody gets the name of somebody who is there', () => {
    const names = ['Alex', 'Robin', 'Ines', ...Array.from({ length: 60 }, (_, n) => `Name${n}x`)]
    const all = redacting(
      names.map(name => ({ name, aliases: [] })),
      'pseudonyms',
    )
    const others = names.map(name => all.text(name))
    expect(new Set(others).size).toBe(names.length)
    expect(others.filter(other => names.includes(other))).toEqual([])
    expect(names.map(name => all.text(`${name}!`))).toEqual(others.map(other => `${other}!`))
    // A name of everyday life as long as there are some, and then a number.
    expect(others[0]).toMatch(/^[A-Z][a-z]+$/)
    expect(others.at(-1)).toMatch(/^Person \(\d+\)$/)
  })
})

it('reaches every field of an entry', () => {
  const promise = anEntry({
    kind: 'promise',
    text: 'Call Ines',
    tags: ['ida'],
    people: ['Ida'],
    details: { cue: 'when Ida rings', witness: ['Nessie'], steps: [] },
  })
  const redacted = entry(promise)
  expect(redacted).toMatchObject({
    ...{ text: 'Call I. O.', tags: ['I.'], people: ['I.'] },
    details: { cue: 'when I. rings', witness: ['I. O.'] },
  })
  expect(redacted.id).toBe(promise.id)
  const asked = { id: 'own', text: 'What would Ida say?' }
  expect(entry(anEntry({ text: 'No.', prompt: asked })).prompt).toEqual({
    ...asked,
    text: 'What would I. say?',
  })
  expect(entry(anEntry({ text: 'No.' }))).not.toHaveProperty('prompt')
})

it('leaves nobody named, whatever the entry is', () => {
  const name = fc.constantFrom('Zoë', 'Mr Quill', 'Öznur', 'x', '...', 'Ana-Maria', '雷')
  fc.assert(
    fc.property(anyEntry, fc.array(name, { maxLength: 4 }), (made, names) => {
      const words = `${names.join(', ')} ${made.text} ${names.join('\n')}`
      const given = { ...made, text: words, people: names }
      const everyone = [...new Set(everyoneIn(given))].map(it => ({ name: it, aliases: [] }))
      const { entry } = redacting(everyone, 'pseudonyms')
      const isNamed = mentioning(everyone.map(it => it.name))
      const redacted = entry(given)
      expect([...everyoneIn(redacted), ...ownWordsIn(redacted)].filter(isNamed)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
