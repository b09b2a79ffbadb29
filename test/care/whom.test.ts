// Whom a line is about, by the rules alone: the learned look would find most of these by itself.
import { describe, expect, it } from 'vitest'
import { careFor, ruledOn } from '../../src/care/care.ts'
import { learnedLook } from '../../src/care/model.ts'

const me = 'self-harm, me'
const another = 'self-harm, another, softer'
const hurt = 'violence, me'
const other = 'violence, another, softer'
/** The words of a rule stand there, and they are a "not", a plot, a game, or what no person does. */
const dismissed = 'dismissed'
const nothing = ''

/** What the rules find in a text, each once. */
function ruled(text: string): string {
  const look = ruledOn(text)
  const found = look.found.map(
    ({ about, whom, softer }) => `${about}, ${whom}${softer ? ', softer' : ''}`,
  )
  return [
    ...new Set([
      ...found,
      ...(look.ruling === 'dismissed' || look.ruling === 'denied' ? [dismissed] : []),
    ]),
  ]
    .sort()
    .join(' + ')
}

describe('a wish or a deed that is about whoever has it', () => {
  it.each([
    ['I want to die', me],
    ['Want to die', me],
    ['I want to die in this film', me],
    ['I want to die in the game', me],
    ['My son wants to die', another],
    ['My son wants to die in the game', dismissed],
    ['My son wants to die in this film', dismissed],
    ['"My son wants to die"', dismissed],
    ['The rain rather dies than stays', nothing],
    ['I hurt myself', me],
    ['Hurting myself again', me],
    ['My brother killed himself', another],
    ['My sister killed herself', another],
    ['They killed themselves', another],
    ['Killed himself', another],
    ['Killed herself', another],
    ['Killed themselves', another],
    ['"My brother killed himself"', another],
    ['My brother killed himself in the novel', dismissed],
    ['My brother killed himself in the course', dismissed],
    ['My brother killed himself in the game', dismissed],
    ['I am not going to kill myself', dismissed],
    ['She asked if I want to die. No', dismissed],
  ])('%s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })
})

describe('what is done by a person', () => {
  it.each([
    ['Our teacher slapped her son', other],
    ['My neighbour strangled his girlfriend', other],
    ['He hit me', hurt],
    ['He hit us', hurt],
    ['He hit my face', hurt],
    ['He hit her', other],
    ['The news hit me', dismissed],
    ['I hit him', dismissed],
    ['He never hit me', dismissed],
    ['At judo he hit me', dismissed],
    ['I dreamed that he hit me', dismissed],
    ['In the drill he hit me', dismissed],
    ['In the novel he punched her', dismissed],
    ['In the course he punched her', dismissed],
    ['My sister hit me', hurt],
    ['My sister will kill me', dismissed],
    ['My husband will kill me', hurt],
    ['My boss will not let me leave', dismissed],
    ['My boss keeps my passport', hurt],
    ['My husband will not let me leave', hurt],
    ['He hit me when I was ten', `${hurt}, softer`],
    ['"He hit me"', `${hurt}, softer`],
  ])('%s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })

  it.each([
    ['She hit her head', dismissed],
    ['My sister hit her head', dismissed],
    ['My ex hit her head', other],
    ['He hit her head', other],
    ['My brother hit her head', other],
    ['He hit his head', dismissed],
    ['My brother hit his head', dismissed],
    ['She hit his head', other],
    ['He broke his arm', dismissed],
    ['She broke his arm', other],
    ['He broke her arm', other],
    ['He hit her hard', other],
  ])('to somebody else, and not to oneself: %s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })
})

describe('words that come together', () => {
  it.each([
    ['What is the point of being alive', me],
    ['She sees no sense to be alive', another],
    ['Mum sees no sense to be alive', another],
    ['My mum sees no sense to be alive, she says', `${another} + ${me}`],
    ['In a film she sees no sense to be alive', dismissed],
    ['At a seminar she sees no sense to be alive', dismissed],
    ['I see no sense to be alive, as in the film', me],
    ['In a film there is no sense to be alive', me],
    ['At judo she sees no sense to be alive', another],
    ['They would manage without me', me],
    ['She thinks death would be kind', another],
    ['He wants to get out of life', another],
    ['In a film he wants to get out of life', dismissed],
    ['I want to get out of life, and he knows', me],
  ])('are about whoever is there: %s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })
})

describe('what stands for itself', () => {
  it.each([
    ['My life is over', me],
    ['I am better off dead', me],
    ['Being better off dead', me],
    ['People are better off dead, like me', `${another} + ${me}`],
    ['She is better off dead', another],
    ['Tell him better off dead', another],
    ['She is better off dead in the film', dismissed],
    ['She is better off dead in the course', dismissed],
    ['I am not better off dead', dismissed],
    ['I ran away from him', hurt],
    ['She ran away from him', hurt],
    ['Years ago I ran away from him', `${hurt}, softer`],
    ['Years ago I ran away from him. I am glad', dismissed],
  ])('%s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })

  it.each([
    ['Suicide', me],
    ['Domestic violence', hurt],
    ['The film was about suicide', dismissed],
    ['The news was about suicide. In the news', dismissed],
    ['At judo suicide', dismissed],
    ['A drill about suicide', dismissed],
    ['No suicide', dismissed],
  ])('as a topic: %s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })

  it.each([
    ['His attempt last year', another],
    ['His attempt in the film', dismissed],
    ['His attempt in the course', dismissed],
    ['His attempt was at judo', dismissed],
    ['A drill: his attempt', another],
    ['Not his attempt', dismissed],
  ])('about another: %s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })
})

describe('what must be near a rule, and what must not', () => {
  it.each([
    ['I made my peace, tonight', me],
    ['I made my peace. Tonight', me],
    ['I made my peace', nothing],
    ['I made my peace. Soup. Tonight', nothing],
    ['He hit me', hurt],
    ['He hit me with a pillow', nothing],
    ['He hit me. A pillow', nothing],
    ['He hit me. Soup. A pillow', hurt],
  ])('%s: %s', (text, about) => {
    expect(ruled(text)).toBe(about)
  })
})

describe('what no rule knows', () => {
  const line = 'He smells my clothes when I come home.'

  it('is found by the learned look alone, which says one card or both', () => {
    expect(ruled(line)).toBe(nothing)
    expect(careFor([line])).toEqual({ about: 'violence', whom: 'me', softer: false })
  })

  it('is not found in fewer than four words', () => {
    for (const cue of ["They'd be happier", 'Is worth living']) {
      expect(learnedLook(cue)?.surplus).toBeGreaterThan(0)
      expect(careFor([cue])).toBeUndefined()
    }
  })
})

describe('of several findings', () => {
  const care = (...texts: string[]) => {
    const found = careFor(texts)
    return found && `${found.about}, ${found.whom}${found.softer ? ', softer' : ''}`
  }

  it.each([
    [['My friend killed herself.', 'I want to die.'], me],
    [['My friend killed herself.', 'I used to want to die.'], `${me}, softer`],
    [['He used to hit me.', 'I want to die.'], me],
    [['I want to die.', 'He hits me.'], 'both, me'],
    [['I used to want to die.', 'He used to hit me.'], 'both, me, softer'],
    [['My friend killed herself.', 'He hit her.'], 'both, another, softer'],
    [['I want to die.', 'He used to hit me.'], me],
    [['He hits me.', 'Soup.'], hurt],
    [['Soup.'], undefined],
    [[], undefined],
  ])('the most urgent is given: %j: %s', (texts, about) => {
    expect(care(...texts)).toBe(about)
  })
})
