import { countryCode, countryName, notSaid } from './countries.ts'
import type { Surroundings } from './country-guess.ts'
import { guessedCountry } from './country-guess.ts'
import type { Country, Gap, Helpline } from './helpline.ts'
import { gapsOf } from './helpline.ts'
import { asiaAndAfrica } from './helplines/asia-and-africa.ts'
import { englishSpeaking } from './helplines/english-speaking.ts'
import { latinAmerica } from './helplines/latin-america.ts'
import { northernAndEasternEurope } from './helplines/northern-and-eastern-europe.ts'
import { westernEurope } from './helplines/western-europe.ts'

export interface Directory {
  readonly name: string
  readonly address: string
}

/** Where to turn in one country. */
export interface Help {
  /** ISO 3166 code, or empty when no country is known. */
  readonly country: string
  /** Its name in English; of a country without lines here, what was typed. */
  readonly name: string
  /** Whether the country is only what this computer suggests. */
  readonly guessed: boolean
  /** What to call in danger, in words. */
  readonly emergency: string
  readonly lines: readonly Helpline[]
  /** What no line is confirmed for; empty where no country is known. */
  readonly gaps: readonly Gap[]
  readonly directories: readonly Directory[]
}

/** For every country, and for those where no line is known here. */
export const directories: readonly Directory[] = [
  { name: 'Find A Helpline', address: 'findahelpline.com' },
  { name: 'Befrienders Worldwide', address: 'befrienders.org' },
]

const countries: ReadonlyMap<string, Country> = new Map(
  Object.entries({
    ...englishSpeaking,
    ...westernEurope,
    ...northernAndEasternEurope,
    ...latinAmerica,
    ...asiaAndAfrica,
  }),
)

/** The countries with lines of their own, by code. */
export const helplineCountries: readonly string[] = [...countries.keys()]

/** Where to turn in a country, given by its name or code. Always has an answer. */
export function helplinesFor(country: string): Help {
  const given = country.trim()
  const code = countryCode(given)
  const known = countries.get(code ?? '')
  return {
    country: code ?? '',
    name: code === undefined ? given : countryName(code),
    guessed: false,
    emergency: known?.emergency ?? 'your local emergency number',
    lines: known?.lines ?? [],
    gaps: known ? gapsOf(known) : [],
    directories,
  }
}

/**
 * Where to turn for somebody whose country was set, or else in the one that this computer suggests.
 * Nothing of the guess is kept.
 *
 * @param country the preference: a code, `none` or empty
 */
export function helplinesHere(country: string, surroundings: Surroundings): Help {
  if (countries.has(country)) return helplinesFor(country)
  if (country !== '' && country !== notSaid) return { ...helplinesFor(''), name: country }
  const guess = guessedCountry(surroundings)
  return guess === undefined ? helplinesFor('') : { ...helplinesFor(guess), guessed: true }
}
