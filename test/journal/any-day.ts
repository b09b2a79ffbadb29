import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay, daysBetween } from '../../src/journal/day.ts'
import fc from '../helpers/properties.ts'

/** Zones with a trap each: no midnight, half hours, the furthest day, a day that never was. */
export const zones = [
  'UTC',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Asia/Kathmandu',
] as const

export const aZone = fc.constantFrom(...zones)

export function aDay(min = '0001-01-01', max = '9999-12-31'): fc.Arbitrary<Day> {
  const days = daysBetween(asDay(min), asDay(max))
  return fc.integer({ min: 0, max: days }).map(number => addDays(asDay(min), number))
}
