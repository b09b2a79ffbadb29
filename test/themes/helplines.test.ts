import { describe, expect, it } from 'vitest'
import { countryCode, countryCodes } from '../../src/themes/countries.ts'
import { aboutLine, waysToReach } from '../../src/themes/helpline.ts'
import {
  directories,
  helplineCountries,
  helplinesFor,
  helplinesHere,
} from '../../src/themes/helplines.ts'

const numbersOf = (country: string) => helplinesFor(country).lines.map(({ number }) => number)

describe('helplines', () => {
  it('have a name for each country, and no other', () => {
    expect([...helplineCountries].sort()).toEqual([...countryCodes].sort())
  })

  // Pinned on purpose: a changed number is to be changed here too, with a look at its sources.
  it.each([
    ['US', ['988', '741741', '1-800-799-7233', '88788', '1-800-662-4357']],
    ['CA', ['988', '1 800 363-9010']],
    [
      'GB',
      [
        '116 123',
        '85258',
        '0808 2000 247',
        '0808 801 0327',
        '0800 027 1234',
        '0808 80 10 800',
        '0808 802 1414',
      ],
    ],
    ['IE', ['116 123', '50808', '1800 341 900', '1800 816 588']],
    ['AU', ['13 11 14', '0477 13 11 14', '1800 737 732']],
    ['NZ', ['1737', '0800 733 843']],
    ['DE', ['0800 1110111', '0800 1110222', '116 016', '0800 1239900']],
    ['AT', ['142', '0800 222 555']],
    ['CH', ['143']],
    ['FR', ['3114', '3919']],
    ['BE', ['0800 32 123', '1813', '0800 30 030', '1712']],
    ['NL', ['113', '0800-0113', '0800-2000']],
    ['ES', ['024', '016']],
    ['IT', ['02 2327 2327', '324 011 7252', '1522']],
    ['PT', ['1411', '800 202 148']],
    ['GR', ['1018', '10306', '15900']],
    ['SE', ['90101', '020-50 50 50']],
    ['FI', ['09 2525 0111', '09 2525 0113', '080 005 005']],
    ['NO', ['116 123', '116 006']],
    ['DK', ['70 201 201', '1888']],
    ['PL', ['116 123', '800 120 002']],
    ['CZ', ['116 123', '116 006']],
    ['HU', ['116 123']],
    ['RO', ['0800 500 333']],
    ['UA', ['1547']],
    ['BR', ['188', '180']],
    ['MX', ['800 911 2000']],
    ['AR', ['0800-999-0091', '144']],
    ['CL', ['*4141', '1455']],
    ['CO', ['106', '155']],
    ['IN', ['14416', '181']],
    ['JP', ['0120-279-338', '0120-279-226', '0120-279-889']],
    ['KR', ['109', '1366']],
    ['SG', ['1767', '9151 1767', '1771', '1800 777 0000']],
    ['PH', ['0917 899 8727']],
    ['MY', ['15555', '03-7627 2929']],
    ['HK', ['2896 0000', '18111']],
    ['TW', ['1925', '113']],
    ['TR', ['183']],
    ['IL', ['1201', '118']],
    ['ZA', ['0800 567 567', '0800 456 789', '31393', '0800 428 428']],
    ['KE', ['1195']],
    ['NG', ['0800 078 7746']],
  ])('of %s are %j', (country, numbers) => {
    expect(numbersOf(country)).toEqual(numbers)
  })

  it('say each for whom, when, whence and how sure, those for a crisis first', () => {
    for (const country of helplineCountries) {
      const { lines, emergency } = helplinesFor(country)
      expect(emergency, country).toMatch(/\d{3}|^your local emergency number$/)
      const about = lines.map(line => ['crisis', 'violence', 'drink and drugs'].indexOf(line.about))
      expect(about, country).toEqual(about.toSorted())
      for (const line of lines) {
        expect(line.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(line.sources.length).toBeGreaterThan(0)
        for (const source of line.sources) expect(source).toMatch(/^[a-z0-9.-]+\.[a-z]+$/)
        expect(line.audience, line.name).toMatch(/^(anyone|women|men)\b/)
        expect(`${line.hours} ${aboutLine(line)}`).not.toMatch(/not (checked|looked up)/)
        expect(aboutLine(line).includes('not')).toBe(
          line.confidence === 'medium' ||
            line.hours.includes('not confirmed') ||
            /does not/.test(line.audience),
        )
      }
    }
  })

  it('were agreed on by two sources, where they were added lately and are said to be sure', () => {
    // What a service says of itself, on several pages of its own.
    const own = ['1888']
    const single = helplineCountries
      .flatMap(country => helplinesFor(country).lines)
      .filter(line => line.checkedOn > '2026-11-01' && line.confidence === 'high')
      .filter(line => line.sources.length < 2)
      .map(({ number }) => number)
    expect(single.filter(number => !own.includes(number))).toEqual([])
  })

  it.each([
    ['gb', 'GB'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['scotland', 'GB'],
    ['Northern  Ireland', 'GB'],
    [' Ireland ', 'IE'],
    ['eire', 'IE'],
    ['U.S.A.', 'US'],
    ['the Netherlands', 'NL'],
    ['osterreich', 'AT'],
    ['DEUTSCHLAND', 'DE'],
    ['Turkiye', 'TR'],
    ['日本', 'JP'],
    ['irl', 'IE'],
  ])('take %j for %s', (typed, code) => {
    expect(countryCode(typed)).toBe(code)
    expect(helplinesFor(typed).country).toBe(code)
  })

  it('mean one country by every name', () => {
    for (const code of countryCodes) expect(countryCode(helplinesFor(code).name)).toBe(code)
  })

  it('have an answer for every other place', () => {
    for (const country of ['', 'XX', 'nowhere', 'constructor', 'none']) {
      const help = helplinesFor(country)
      expect(help.emergency).toBe('your local emergency number')
      expect(help.lines).toEqual([])
      expect(help.directories).toEqual(directories)
    }
  })

  describe('where no country was set', () => {
    const here = (zone: string, env = {}, country = '') =>
      helplinesHere(country, { zone: () => zone, env })

    it.each([
      ['Europe/Dublin', 'IE'],
      ['America/Chicago', 'US'],
      ['America/Toronto', 'CA'],
      ['America/Argentina/Ushuaia', 'AR'],
      ['Australia/Perth', 'AU'],
      ['Asia/Calcutta', 'IN'],
      ['Europe/Kiev', 'UA'],
    ])('are those that the zone %s suggests: %s', (zone, country) => {
      expect(here(zone)).toMatchObject({ country, guessed: true })
    })

    it('are those that the language suggests where the clock says nothing', () => {
      expect(here('UTC', { LANG: 'en_IE.UTF-8' })).toMatchObject({ country: 'IE', guessed: true })
      expect(here('Etc/UTC', { LANG: 'en_IE', LC_ALL: 'de_AT@euro' }).country).toBe('AT')
      for (const LANG of ['C.UTF-8', 'en', '', 'en_IS.UTF-8'])
        expect(here('UTC', { LANG })).toMatchObject({ country: '', guessed: false })
    })

    it('are none where the clock is that of a country without lines, whatever the language', () => {
      expect(here('Atlantic/Reykjavik', { LANG: 'en_US.UTF-8' })).toMatchObject({
        country: '',
        guessed: false,
      })
    })

    it('are a guess also after a "not now", and never where a country was said', () => {
      expect(here('Europe/Dublin', {}, 'none')).toMatchObject({ country: 'IE', guessed: true })
      expect(here('Europe/Dublin', {}, 'NZ')).toMatchObject({ country: 'NZ', guessed: false })
      expect(here('Europe/Dublin', {}, 'IS')).toMatchObject({ country: '', name: 'IS', lines: [] })
    })
  })

  it('can be read aloud', () => {
    expect(helplinesFor('GB').lines.slice(0, 3).map(waysToReach)).toEqual([
      'call 116 123',
      'text SHOUT to 85258',
      'call 0808 2000 247',
    ])
  })
})
