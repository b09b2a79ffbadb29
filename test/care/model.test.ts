import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nearTo } from '../../bench/care-near.ts'
import { hashOfInputs, lines } from '../../bench/care-training.ts'
import { careFor } from '../../src/care/care.ts'
import { buckets, windowsOf } from '../../src/care/features.ts'
import { aboutAnother, aboutViolence, calls, net } from '../../src/care/learned.ts'
import { learnedLook } from '../../src/care/model.ts'
import { kindsOf, sets } from './lines.ts'

const source = new URL('../../src/care/learned.ts', import.meta.url)

describe('the learned look', () => {
  it('was made from the lines and features as they are: run `npm run care:learn`', () => {
    expect(readFileSync(source, 'utf8')).toContain(`Inputs: sha256 ${hashOfInputs()}`)
  })

  it('is small, and has one letter for each weight', () => {
    expect(statSync(source).size).toBeLessThan(310_000)
    for (const { weights } of [calls, aboutViolence, aboutAnother, net]) {
      expect(weights).toMatch(/^[(-[\]-~]+$/)
      expect(Math.log2(weights.length) % 1).toBe(0)
    }
    expect(calls.weights).toHaveLength(buckets)
    expect(net.weights).toHaveLength(buckets)
  })

  it('learned from thousands of lines of both sorts', () => {
    expect(lines.filter(line => line.card).length).toBeGreaterThan(7500)
    expect(lines.filter(line => !line.card).length).toBeGreaterThan(7500)
  })

  it('learned from no line that is near one that is counted once', () => {
    const once = sets.filter(set => set.startsWith('unseen')).flatMap(kindsOf)
    const isNear = nearTo(once.flatMap(kind => kind.lines))
    expect(lines.filter(line => line.file !== 'demo' && isNear(line.text))).toEqual([])
  })

  it.each([
    ['I walked to the river and stood there', 'Then I walked to the river with her', true],
    ['Soup and bread', 'Bread and soup', true],
    ['Soup and bread', 'Soup and a long walk', false],
  ])('takes %j and %j for near: %s', (one, other, expected) => {
    expect(nearTo([one])(other)).toBe(expected)
  })

  it('finds what no rule knows, and tells self-harm from violence', () => {
    expect(learnedLook("I don't see myself in any of next year's plans.")).toMatchObject({
      about: 'self-harm',
      whom: 'me',
    })
    expect(learnedLook('He smells my clothes when I come home.')?.about).toBe('violence')
    expect(learnedLook('My sister says she wants to die.')?.whom).toBe('another')
    expect(learnedLook('Porridge, a long walk, bread.')?.surplus).toBeLessThan(0)
  })

  it('gives the same answer each time, whatever was read before', () => {
    const first = learnedLook('I want to disappear. Soup.')
    learnedLook('Something else. '.repeat(50))
    expect(learnedLook('I want to disappear. Soup.')).toEqual(first)
  })

  it('finds a plea in a long page, also in one without an end of a sentence', () => {
    const strongest = (text: string) => learnedLook(text)?.score ?? Number.NaN
    const plain = strongest('the soup was good and we walked along the river '.repeat(20))
    const plea = 'i want to kill myself tonight '
    const hidden = `${'the soup was good and we walked along the river '.repeat(10)}${plea}${'the soup was good and we walked along the river '.repeat(10)}`
    expect(strongest(hidden)).toBeGreaterThan(plain)
  })

  it.each(['', '   ', '...', '💀💀', '\u0000\u202e', "'''", '$$$ @@@'])('takes %j', text => {
    expect(() => learnedLook(text)).not.toThrow()
  })

  it('reads ten times the text in windows of the same size', () => {
    const largest = (text: string) => Math.max(...[...windowsOf(text)].map(window => window.length))
    for (const piece of ['a ', 'word. ', 'i want to die ', '💀', 'x', "n't ", 'é\u0301 ']) {
      const [some, many] = [piece.repeat(2000), piece.repeat(20_000)]
      expect(largest(many)).toBe(largest(some))
      expect([...windowsOf(many)].length).toBeLessThanOrEqual([...windowsOf(some)].length * 10 + 30)
    }
  })
})

it('says nothing of its own about a name, a cue, a word or two; the rules do', () => {
  for (const text of ['If I wake', 'Alone tonight', 'He is back', 'Heavy.'])
    expect(careFor([text])).toBeUndefined()
  expect(careFor(['kill myself'])).toMatchObject({ about: 'self-harm' })
})
