import { describe, expect, it } from 'vitest'
import { mayCall } from '../../src/care/triggers.ts'

describe('the cheap look', () => {
  it.each([
    // A word, or how it begins; wherever it stands, whatever its case
    ['die', true],
    ['I want to DIE', true],
    ['suicide', true],
    ['suici', true],
    ['suic', false],
    ['Porridge, rain, die', true],
    ['die, rain', true],
    ["he'd kill me", true],
    ['Kill.', true],
    ['sucidal', true],
    ['skill', false],
    ['killjoy', false],
    // Nothing that a rule could come of
    ['', false],
    ['   ', false],
    ['...', false],
    ['Porridge, rain, bread.', false],
    ['12 km, 3 hours', false],
    ['Ça va bien', false],
    ['{kill|', true],
    ['a kilo', false],
  ])('%j: %s', (text, may) => {
    expect(mayCall(text)).toBe(may)
  })

  it('begins a word anew after every sign that is no letter', () => {
    for (const sign of '`{/:¿\u2000\u206f -') expect(mayCall(`x${sign}kill`), sign).toBe(true)
    for (const letter of 'az09@$À\u1fff\u2070') expect(mayCall(`${letter}kill`), letter).toBe(false)
  })

  it.each([
    ['por1idge', true],
    ['por$idge', true],
    ['porridg3', true],
    ['3rd', false],
    ['5000', true],
    ['1234', false],
    ['porrridge', true],
    ['porridge', false],
    ['xxx', true],
    ['xx', false],
    ['xx x', false],
    ['moo oo', false],
    ['éé1', true],
  ])('looks at words that may be hidden: %s: %s', (text, may) => {
    expect(mayCall(text)).toBe(may)
  })
})
