import { describe, expect, it } from 'vitest'
import { careFor } from '../../src/care/care.ts'
import { classes } from '../../src/care/lexicon.ts'
import type { Rule } from '../../src/care/rule.ts'
import { readRule } from '../../src/care/rule.ts'
import { selfHarm } from '../../src/care/self-harm.ts'
import { oftenMisspelt, spellings } from '../../src/care/spelling.ts'
import { mayCall } from '../../src/care/triggers.ts'
import { violence } from '../../src/care/violence.ts'
import { misspellings, wordsToMatch } from '../../src/care/words.ts'
import { kindsOf, sets } from './lines.ts'

const sources = [...selfHarm, ...violence].flatMap(({ rules }) => rules)

/** The sets of words of which a text must have one each for the rule to match. */
function needed({ steps, together, near }: Rule): string[][] {
  const ends = ['$', ',']
  const must = steps.flatMap(step =>
    step.kind === 'word' && !step.optional && !ends.some(end => step.words.has(end))
      ? [[...step.words]]
      : [],
  )
  return [...must, ...together.map(set => [...set]), ...(near ? [[...near]] : [])]
}

describe('the rules', () => {
  it.each(sources)('%s', source => {
    // Its lists are looked up when they are asked for: ask for each.
    expect(() => [
      needed(readRule(source)),
      readRule(source).unless,
      readRule(source).far,
    ]).not.toThrow()
  })

  it('are written in words as texts are read, so that each can match', () => {
    const written = sources.flatMap(source => source.split(/[ |+&~!?^$,]+/)).filter(Boolean)
    const odd = [...new Set(written)].filter(
      word =>
        word !== '..' &&
        word !== "'s" &&
        !(word in classes) &&
        wordsToMatch(word)
          .map(it => it.text)
          .join() !== word,
    )
    expect(odd).toEqual([])
  })

  it('come to nothing that the cheap look would pass over', () => {
    const missed = sources.filter(
      source => !needed(readRule(source)).some(words => words.every(word => mayCall(word))),
    )
    expect(missed).toEqual([])
  })

  it('are looked for in words that are written otherwise, too', () => {
    const missed = [...spellings]
      .filter(([written, meant]) => meant.some(mayCall) && !mayCall(written))
      .map(([written]) => written)
    expect(missed).toEqual([])
    expect(
      oftenMisspelt
        .filter(mayCall)
        .flatMap(misspellings)
        .filter(word => !mayCall(word)),
    ).toEqual([])
  })
})

describe('the cheap look', () => {
  it('passes over no line that brings a card', () => {
    const lines = sets.flatMap(kindsOf)
    const found = lines.flatMap(kind => kind.lines).filter(line => careFor([line]))
    expect(found.length).toBeGreaterThan(500)
  })

  it.each(['Porridge, rain, bread.', '', '   ', '12 km, 3 hours', 'Ça va bien'])(
    'sees nothing in %j',
    text => {
      expect(mayCall(text)).toBe(false)
    },
  )
  it.each(['I want to DIE', 'su1cide', 'sucidal', "he'd kill me", 'Kill.', 'die'])(
    'sees %j',
    text => {
      expect(mayCall(text)).toBe(true)
    },
  )
})
