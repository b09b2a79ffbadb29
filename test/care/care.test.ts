import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { careTables } from '../../bench/care-tables.ts'
import { careFor, ruledOn } from '../../src/care/care.ts'
import type { Kind } from './lines.ts'
import { kindsOf, sets } from './lines.ts'

const figures = readFileSync(new URL('../../docs/care-figures.md', import.meta.url), 'utf8')

const count = (kinds: readonly Kind[]) => kinds.reduce((sum, kind) => sum + kind.lines.length, 0)
const calling = (kinds: readonly Kind[]) => kinds.filter(kind => kind.card)
const innocent = (kinds: readonly Kind[]) => kinds.filter(kind => !kind.card)

describe('the rules on made-up lines', () => {
  it('has hundreds of lines of each sort, none twice', () => {
    const all = sets.flatMap(set => kindsOf(set).flatMap(kind => kind.lines))
    expect(new Set(all).size).toBe(all.length)
    const heldOut = kindsOf('held-out')
    expect(count(calling(heldOut))).toBeGreaterThan(140)
    expect(count(innocent(heldOut))).toBeGreaterThan(140)
  })

  it('docs/care-figures.md says how often they are right, by set and by kind', () => {
    expect(figures).toContain(careTables())
  })

  it('brings the card that was wanted', () => {
    // What the newest sets get wrong is told in docs/care.md and mends nothing.
    const wrong = sets
      .filter(set => !/^unseen-[345]/.test(set))
      .flatMap(kindsOf)
      .filter(kind => kind.card && kind.card !== 'either')
      .flatMap(({ card, lines }) =>
        lines.filter(line => {
          const about = careFor([line])?.about
          return about !== undefined && about !== card && about !== 'both'
        }),
      )
    expect(wrong).toEqual([])
  })
})

describe('what is said outright', () => {
  const calls = [
    'Honestly, I want to die.',
    'I want to kill myself.',
    'I want to end my life.',
    "I don't want to live anymore.",
    'I wish I was dead.',
    'Everyone would be better off without me.',
    'I cut myself again.',
    'I took an overdose on Friday.',
    'He hit me.',
    'My husband choked me last night.',
    'He raped me.',
    'He locked me in the bathroom again.',
    "I'm scared to go home tonight.",
  ]
  const day = [
    'The kettle sang and I sat by the window for an hour.',
    'I made breakfast for the kids and took them to school.',
    'Worked on the garden, planted tulips with my neighbour and laughed a lot.',
  ]

  it.each(calls)('is not drowned by an ordinary day: %s', call => {
    expect(careFor(day)).toBeUndefined()
    expect(careFor([day.join(' ')])).toBeUndefined()
    for (let at = 0; at <= day.length; at++) {
      const page = [...day.slice(0, at), call, ...day.slice(at)]
      for (const text of [page.join(' '), page.join('\n'), [...page, ...day, ...day].join(' ')])
        expect.soft(careFor([text]), text).toBeDefined()
    }
  })
})

describe('what a line calls for', () => {
  const self = { about: 'self-harm', whom: 'me', softer: false }
  const hurt = { about: 'violence', whom: 'me', softer: false }
  it.each([
    ['I want to die', self],
    ['I WANT TO DIE', self],
    ['I don’t want to live anymore', self],
    ['I not want live', self],
    ['i wana d1e', self],
    ['I would not mind if a lorry hit me', self],
    ['I used to want to die', { ...self, softer: true }],
    ['Years ago I cut myself', { ...self, softer: true }],
    ['Years ago I cut myself. I am glad that it is over.', undefined],
    ['Years ago I cut myself, and today again.', { ...self, softer: true }],
    ['My brother killed himself', { ...self, whom: 'another', softer: true }],
    ['The poem says "I want to end my life" and I read it again', { ...self, softer: true }],
    ['> I want to die', { ...self, softer: true }],
    ['The film was about suicide', undefined],
    ['He hit me', hurt],
    ['He hit me hard', hurt],
    ['The news hit me hard', undefined],
    ['The man next door beats his wife', { ...hurt, whom: 'another', softer: true }],
    ['He hit me in the first round of the boxing match', undefined],
    ['My father hit me when I was a child', { ...hurt, softer: true }],
    ['He hits me and I want to die', { ...self, about: 'both' }],
    ['I am not going to kill myself', undefined],
    ['He never hit me', undefined],
    ['He never hits me where one sees it', hurt],
    ['He says that he never hit me', hurt],
    ['I am not going to kill myself, but I want to die', self],
    ['I promised not to kill myself', self],
    ['This is killing me. I want to die.', self],
    ['', undefined],
  ])('%s', (line, care) => {
    expect(careFor([line])).toEqual(care)
  })

  it('takes the most urgent of several pages', () => {
    expect(careFor(['My friend killed herself.', 'He used to hit me.', 'I want to die.'])).toEqual(
      self,
    )
    expect(careFor(['A walk.', 'Soup.'])).toBeUndefined()
  })

  it('takes time that grows with the text, and no faster', () => {
    const book = 'It was a long day, and I was tired of waiting for her. '.repeat(4000)
    expect(careFor([`${book} I want to die.`])).toEqual(self)
    for (const hostile of ['not ', 'he hit ', 'i want ', '"', '> ', 'a', "don't ", 'my pills, ']) {
      expect(careFor([hostile.repeat(200_000 / hostile.length)])).toBeUndefined()
    }
  })
})

describe('what only the learned look finds', () => {
  it('is softer where it is about somebody else', () => {
    const text = 'A little boy next door told me his dad ties him to the bed.'
    expect(ruledOn(text).found).toEqual([])
    expect(careFor([text])).toEqual({ about: 'violence', whom: 'another', softer: true })
  })

  it('is in no name and no cue, however far apart their words stand', () => {
    for (const text of ["He hasn't touched me for", 'Everything in me wants to']) {
      expect(careFor([`${text} – –`])?.whom).toBe('me')
      expect(careFor([text])).toBeUndefined()
      expect(careFor([`  ${text}`])).toBeUndefined()
      expect(careFor([text.replaceAll(' ', '  ')])).toBeUndefined()
    }
  })
})
