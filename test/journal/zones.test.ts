import { expect, it } from 'vitest'

it('runs in the time zone that the tests are said to run in', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  expect(timeZone).toBe(process.env.TZ ?? timeZone)
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const moment = new Date('2026-11-22T21:30:00Z')
  expect(moment.getHours()).toBe(Number(hour.format(moment)))
})
