import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hashOfInputs, lines } from '../../bench/care-training.ts'
import { careFor } from '../../src/care/care.ts'
import { buckets, windowsOf } from '../../src/care/features.ts'
import { aboutAnother, aboutViolence, calls } from '../../src/care/learned.ts'
import { learnedLook } from '../../src/care/model.ts'
import { kindsOf } from './lines.ts'

const source = new URL('../../src/care/learned.ts', import.meta.url)

/** Words of a line, plainly: what two lines share. */
const wordsOf = (line: string) => line.toLowerCase().match(/[a-z0-9']+/g) ?? []

describe('the learned look', () => {
  it('was made from the lines and features as they are: run `npm run care:learn`', () => {
    expect(readFileSync(source, 'utf8')).toContain(`Inputs: sha256 ${hashOfInputs()}`)
  })

  it('is small, and has one letter for each weight', () => {
    expect(statSync(source).size).toBeLessThan(40_960)
    for (const { weights } of [calls, aboutViolence, aboutAnother]) {
      expect(weights).toMatch(/^[(-[\]-~]+$/)
      expect(Math.log2(weights.length) % 1).toBe(0)
    }
    expect(calls.weights).toHaveLength(buckets)
  })

  it('learned from thousands of lines of both sorts, and from none that is counted once', () => {
    expect(lines.filter(line => line.card).length).toBeGreaterThan(3500)
    expect(lines.filter(line => !line.card).length).toBeGreaterThan(3000)
    const learned = new Set(lines.map(line => line.text))
    const unseen = (['unseen', 'unseen-2'] as const).flatMap(kindsOf).flatMap(kind => kind.lines)
    expect(unseen.filter(line => learned.has(line))).toEqual([])
  })

  it('learned from no line that shares five words in a row with `unseen`', () => {
    const runs = (line: string) => {
      const words = wordsOf(line)
      return words.slice(4).map((_, at) => words.slice(at, at + 5).join(' '))
    }
    const unseen = new Set(kindsOf('unseen').flatMap(kind => kind.lines.flatMap(runs)))
    // The older sets were there before; only what was written for it is held to this.
    const own = lines.filter(
      line => !/^(blind|develop|held|earlier|fresh|practice|demo)/.test(line.file),
    )
    expect(own.filter(line => runs(line.text).some(run => unseen.has(run)))).toEqual([])
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
    const largest = (text: string) => Math.max(...windowsOf(text).map(window => window.length))
    for (const piece of ['a ', 'word. ', 'i want to die ', '💀', 'x', "n't ", 'é\u0301 ']) {
      const [some, many] = [piece.repeat(2000), piece.repeat(20_000)]
      expect(largest(many)).toBe(largest(some))
      expect(windowsOf(many).length).toBeLessThanOrEqual(windowsOf(some).length * 10 + 30)
    }
  })
})

it('says nothing of its own about a name, a cue, a word or two; the rules do', () => {
  for (const text of ['If I wake', 'Alone tonight', 'He is back', 'Heavy.'])
    expect(careFor([text])).toBeUndefined()
  expect(careFor(['kill myself'])).toMatchObject({ about: 'self-harm' })
})
