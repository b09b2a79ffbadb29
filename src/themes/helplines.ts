import type { Helpline } from './helpline.ts'
import { emergency, lines } from './helpline-numbers.ts'

export interface Directory {
  readonly name: string
  readonly address: string
}

/** Where to turn in one country. */
export interface Help {
  /** ISO 3166 code, or empty when the country is not known. */
  readonly country: string
  /** What to call in danger, in words. */
  readonly emergency: string
  readonly lines: readonly Helpline[]
  readonly directories: readonly Directory[]
}

/** For every country, and for those where no line is known here. */
export const directories: readonly Directory[] = [
  { name: 'Find A Helpline', address: 'findahelpline.com' },
  { name: 'Befrienders Worldwide', address: 'befrienders.org' },
]

/** The countries with lines of their own, by code. */
export const helplineCountries: readonly string[] = Object.keys(lines)

/** Where to turn in a country given by its ISO code (`UK` is taken for `GB`). Always has an answer. */
export function helplinesFor(country: string): Help {
  const given = country.trim().toUpperCase()
  const code = given === 'UK' ? 'GB' : given
  return {
    country: code,
    emergency: emergency[code] ?? 'your local emergency number',
    lines: lines[code] ?? [],
    directories,
  }
}
