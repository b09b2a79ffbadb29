import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { careFor } from '../../src/themes/care.ts'
import { heldBack, known, linesOf } from './care-lines.ts'

const count = (set: typeof known) => {
  const [card, none] = [linesOf(set.card), linesOf(set.none)]
  const shown = (line: string) => careFor([line]) !== undefined
  return { card, none, hits: card.filter(shown).length, alarms: none.filter(shown).length }
}
const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`

describe('the rules on made-up lines', () => {
  it('has more than 200 lines of each kind, none twice', () => {
    const all = [known, heldBack].flatMap(set => [...linesOf(set.card), ...linesOf(set.none)])
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(400)
  })

  it('docs/care.md publishes how often they hit and how often they are wrong', () => {
    const doc = readFileSync(new URL('../../docs/care.md', import.meta.url), 'utf8')
    for (const [name, set] of [
      ['lines the rules were written with', known],
      ['lines they had never seen', heldBack],
    ] as const) {
      const { card, none, hits, alarms } = count(set)
      expect(doc).toContain(
        `| ${name} | ${hits} of ${card.length} (${percent(hits, card.length)}) | ${alarms} of ${none.length} (${percent(alarms, none.length)}) |`,
      )
    }
  })

  it('does not get worse than it was', () => {
    const { hits, alarms } = count(known)
    expect(hits).toBeGreaterThanOrEqual(198)
    expect(alarms).toBeLessThanOrEqual(4)
  })
})

describe('what a line calls for', () => {
  it.each([
    ['I want to die', { about: 'harm', softer: false }],
    ['I WANT TO DIE', { about: 'harm', softer: false }],
    ['I don’t want to live anymore', { about: 'harm', softer: false }],
    ['I used to want to die', { about: 'harm', softer: true }],
    ['Years ago I cut myself', { about: 'harm', softer: true }],
    ['My brother killed himself', { about: 'harm', softer: true }],
    ['The song goes "I want to die" and I like it', { about: 'harm', softer: true }],
    ['> I want to die', { about: 'harm', softer: true }],
    ['The film was about suicide', { about: 'harm', softer: true }],
    ['He hit me', { about: 'abuse', softer: false }],
    ['My father hit me when I was a child', { about: 'abuse', softer: true }],
    ['I am not going to kill myself', undefined],
    ['He never hit me', undefined],
    ['I am not going to kill myself, but I want to die', { about: 'harm', softer: false }],
    ['I promised not to kill myself', { about: 'harm', softer: false }],
    ['This is killing me. I want to die.', { about: 'harm', softer: false }],
    ['', undefined],
  ])('%s', (line, care) => {
    expect(careFor([line])).toEqual(care)
  })

  it('takes the most urgent of several pages', () => {
    expect(careFor(['My friend killed herself.', 'He hit me.', 'I want to die.'])).toEqual({
      about: 'harm',
      softer: false,
    })
    expect(careFor(['A walk.', 'Soup.'])).toBeUndefined()
  })

  it('is quick with a whole book', () => {
    const book = 'It was a long day, and I was tired of waiting for her. '.repeat(20_000)
    expect(careFor([`${book} I want to die.`])).toBeDefined()
    expect(careFor([`${'a'.repeat(200_000)} ${'not '.repeat(20_000)}`])).toBeUndefined()
  })
})
