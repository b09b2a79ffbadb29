import { emergency, lines } from './helpline-numbers.ts'

/** People to call. Numbers change: each has a source and a date, and both are shown. */
export interface Helpline {
  readonly name: string
  readonly number: string
  readonly by: 'call' | 'text' | 'call or text' | 'WhatsApp'
  /** The word to send, where the line asks for one. */
  readonly word?: string
  readonly hours: string
  /** Whom it is for. */
  readonly audience: string
  /** The site the number was read on, or `not looked up` where none was found yet. */
  readonly source: string
  /** The day this list was last gone through, ISO. */
  readonly checkedOn: string
  readonly confidence: 'high' | 'medium'
}

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

/** How to reach a line, as one would say it: `call 116 123`, `text SHOUT to 85258`. */
export function waysToReach({ by, number, word }: Helpline): string {
  return word === undefined ? `${by} ${number}` : `${by} ${word} to ${number}`
}
