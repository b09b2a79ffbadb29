import { execFileSync } from 'node:child_process'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { offsetByIntl } from '../../src/journal/day.ts'
import { settleZone, zoneHere, zoneNamed } from '../../src/system/zone.ts'
import { aPerson } from '../helpers/cli.ts'

/** Older names that machines still have. */
const linkNames = [
  'US/Pacific',
  'Asia/Calcutta',
  'Europe/Kyiv',
  'Europe/Kiev',
  'America/Buenos_Aires',
]

describe('what TZ names', () => {
  it.each([
    ['Europe/Zurich', 'Europe/Zurich'],
    [':Europe/Zurich', 'Europe/Zurich'],
    ['europe/zurich', 'Europe/Zurich'],
    ['posix/Europe/Zurich', 'Europe/Zurich'],
    ['/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
    [':/usr/share/zoneinfo/right/Asia/Tokyo', 'Asia/Tokyo'],
    ['UTC', 'UTC'],
    ['UTC0', 'UTC'],
    ['Z', 'UTC'],
    ['Zulu', 'UTC'],
    ['', 'UTC'],
    // Both ways of writing it count hours behind Greenwich as plus.
    ['JST-9', 'Etc/GMT-9'],
    ['GMT+1', 'Etc/GMT+1'],
    ['<+03>-3', 'Etc/GMT-3'],
  ])('%j is %s', (value, zone) => {
    expect(zoneNamed(value)).toBe(zone)
  })

  // A pattern without an end took the first four of these for UTC.
  it.each(['Zurich', 'Zagreb', 'UTC-ish', 'GMT at home', 'Europe/Nowhere', '+05:30', 'XYZ-99'])(
    '%j is no zone, and the person is told',
    async value => {
      expect(zoneNamed(value)).toBeUndefined()
      const { err } = await aPerson({ zone: 'UTC', env: { TZ: value } }).run('jot', 'rain')
      expect(err).toContain(`TZ is "${value}", which is no time zone known here.`)
    },
  )

  it('says as little as nothing where it names the file of the machine itself', () => {
    for (const TZ of ['/etc/localtime', ':/etc/localtime']) {
      const env: Record<string, string | undefined> = { TZ, other: 'x' }
      settleZone(env)
      expect(env).toEqual({ other: 'x' })
    }
  })

  it('leaves what names nothing for the person to see', () => {
    const env = { TZ: 'Zurich' }
    settleZone(env)
    expect(env).toEqual({ TZ: 'Zurich' })
  })

  const file = '/usr/share/zoneinfo/America/New_York'
  it('makes Date and Intl agree in a real process', () => {
    const script =
      'const d = new Date("2026-07-01T12:00Z"); process.stdout.write(d.getTimezoneOffset() + " " + new Intl.DateTimeFormat().resolvedOptions().timeZone)'
    const env: Record<string, string | undefined> = { ...process.env, TZ: `:${file}` }
    settleZone(env)
    expect(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })).toBe(
      '240 America/New_York',
    )
  })
})

describe('the zone of this machine', () => {
  const named = onTZ()
  const everyName = [...new Set([...Intl.supportedValuesOf('timeZone'), ...linkNames])]

  // Every month of the years in which a journal of today may have been written.
  const moments = Array.from({ length: 12 * 40 }, (_, month) =>
    Date.UTC(1995, month, 1 + (month % 28), month % 24),
  )

  it('is the one that Date and Intl reckon in, in every zone', () => {
    const wrong = everyName.filter(name => {
      named.set(name)
      const ours = zoneHere(process.env)
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      const canonical = new Intl.DateTimeFormat('en', { timeZone: ours }).resolvedOptions().timeZone
      return (
        canonical !== timeZone ||
        moments.some(
          moment =>
            new Date(moment).getTimezoneOffset() * 60_000 + offsetByIntl(moment, ours) !== 0,
        )
      )
    })
    expect(everyName.length).toBeGreaterThan(400)
    expect(wrong).toEqual([])
  })

  it('is UTC where TZ names nothing', () => {
    named.set('Zurich')
    expect(zoneHere(process.env)).toBe('UTC')
    named.set('Europe/Nowhere')
    expect(zoneHere(process.env)).toBe('UTC')
  })

  it('is said without Intl where TZ, or the link of the machine, says it plainly', () => {
    const asked = vi.spyOn(Intl, 'DateTimeFormat')
    try {
      expect(zoneHere({ TZ: 'America/Port-au-Prince' })).toBe('America/Port-au-Prince')
      expect(asked).not.toHaveBeenCalled()
    } finally {
      asked.mockRestore()
    }
  })
})

/** Sets the zone of this process, and the old one again when the tests are over. */
function onTZ() {
  const before = process.env.TZ
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  return {
    set(name: string) {
      process.env.TZ = name
    },
  }
}
