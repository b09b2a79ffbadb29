import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { settleZone, zoneNamed } from '../../src/system/zone.ts'
import { aPerson } from '../helpers/cli.ts'

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
