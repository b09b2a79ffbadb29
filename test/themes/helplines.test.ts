import { describe, expect, it } from 'vitest'
import { waysToReach } from '../../src/themes/helpline.ts'
import { directories, helplineCountries, helplinesFor } from '../../src/themes/helplines.ts'

const numbersOf = (country: string) => helplinesFor(country).lines.map(({ number }) => number)

describe('helplines', () => {
  it('know these countries', () => {
    const countries =
      'AT AU BE BR CA CH DE DK ES FI FR GB IE IN IT JP KR MX NL NO NZ SE SG US ZA'.split(' ')
    expect([...helplineCountries].sort()).toEqual(countries)
  })

  // Pinned on purpose: a changed number is to be changed here too, with a look at its source.
  it.each([
    ['US', ['988', '741741', '1-800-799-7233', '88788', '1-800-662-4357']],
    ['CA', ['988']],
    ['GB', ['116 123', '85258', '0808 2000 247']],
    ['IE', ['116 123', '50808', '1800 341 900', '1800 816 588']],
    ['AU', ['13 11 14', '0477 13 11 14', '1800 737 732']],
    ['NZ', ['1737']],
    ['DE', ['0800 1110111', '0800 1110222', '116 016']],
    ['AT', ['142']],
    ['CH', ['143']],
    ['FR', ['3114', '3919']],
    ['BE', ['0800 32 123', '1813']],
    ['NL', ['113', '0800-0113']],
    ['ES', ['024', '016']],
    ['IT', ['02 2327 2327', '324 011 7252', '1522']],
    ['SE', ['90101']],
    ['FI', ['09 2525 0111']],
    ['NO', ['116 123']],
    ['DK', ['70 201 201']],
    ['BR', ['188', '180']],
    ['MX', ['800 911 2000']],
    ['IN', ['14416', '181']],
    ['JP', ['0120-279-338', '0120-279-226']],
    ['KR', ['109']],
    ['SG', ['1767', '9151 1767', '1771']],
    ['ZA', ['0800 567 567', '0800 456 789', '31393']],
  ])('of %s are %j', (country, numbers) => {
    expect(numbersOf(country)).toEqual(numbers)
  })

  it('begin with a line for anyone, and each says whom, when, whence and how sure', () => {
    for (const country of helplineCountries) {
      const { lines, emergency } = helplinesFor(country)
      expect(lines[0]?.audience, country).toBe('anyone')
      expect(emergency, country).toMatch(/\d{3}/)
      for (const line of lines) {
        expect(line.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(line.source).toMatch(/^not looked up$|\.[a-z]+$/)
        expect(line.hours).not.toBe('')
        if (line.source === 'not looked up') expect(line.confidence).toBe('medium')
      }
    }
  })

  it('take any spelling of the code, and UK', () => {
    expect(helplinesFor(' gb ')).toEqual(helplinesFor('GB'))
    expect(helplinesFor('uk')).toEqual(helplinesFor('GB'))
  })

  it('have an answer for every other place', () => {
    for (const country of ['', 'XX', 'nowhere', 'constructor']) {
      const help = helplinesFor(country)
      expect(help.emergency).toBe('your local emergency number')
      expect(help.lines).toEqual([])
      expect(help.directories).toEqual(directories)
    }
    expect(helplinesFor('PL').emergency).toBe('112')
  })

  it('can be read aloud', () => {
    expect(helplinesFor('GB').lines.map(waysToReach)).toEqual([
      'call 116 123',
      'text SHOUT to 85258',
      'call 0808 2000 247',
    ])
  })
})
