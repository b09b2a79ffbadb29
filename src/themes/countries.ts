/**
 * The countries we have people to call in, by ISO 3166 code: the name in English first, then how else
 * people call them. No number stands here, so that preferences can be read without the lines.
 */
const names: Readonly<Record<string, string>> = {
  AR: 'Argentina, ARG',
  AT: 'Austria, AUT, Österreich',
  AU: 'Australia, AUS',
  BE: 'Belgium, BEL, België, Belgique, Belgien',
  BR: 'Brazil, BRA, Brasil',
  CA: 'Canada, CAN',
  CH: 'Switzerland, CHE, Schweiz, Suisse, Svizzera',
  CL: 'Chile, CHL',
  CO: 'Colombia, COL',
  CZ: 'Czechia, CZE, Czech Republic, Česko, Česká republika',
  DE: 'Germany, DEU, GER, Deutschland',
  DK: 'Denmark, DNK, Danmark',
  ES: 'Spain, ESP, España',
  FI: 'Finland, FIN, Suomi',
  FR: 'France, FRA',
  GB: 'United Kingdom, GBR, UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Cymru, Alba',
  GR: 'Greece, GRC, Hellas, Ellada, Ελλάδα',
  HK: 'Hong Kong, HKG, 香港',
  HU: 'Hungary, HUN, Magyarország',
  IE: 'Ireland, IRL, Éire, Republic of Ireland',
  IL: 'Israel, ISR, ישראל',
  IN: 'India, IND, Bharat, भारत',
  IT: 'Italy, ITA, Italia',
  JP: 'Japan, JPN, Nippon, Nihon, 日本',
  KE: 'Kenya, KEN',
  KR: 'South Korea, KOR, Korea, Republic of Korea, 한국, 대한민국',
  MX: 'Mexico, MEX, México',
  MY: 'Malaysia, MYS',
  NG: 'Nigeria, NGA',
  NL: 'Netherlands, NLD, Nederland, Holland',
  NO: 'Norway, NOR, Norge, Noreg',
  NZ: 'New Zealand, NZL, Aotearoa',
  PH: 'Philippines, PHL, Pilipinas',
  PL: 'Poland, POL, Polska',
  PT: 'Portugal, PRT',
  RO: 'Romania, ROU, România',
  SE: 'Sweden, SWE, Sverige',
  SG: 'Singapore, SGP, Singapura',
  TR: 'Türkiye, TUR, Turkey',
  TW: 'Taiwan, TWN, 台灣, 臺灣',
  UA: 'Ukraine, UKR, Україна',
  US: 'United States, USA, United States of America, America',
  ZA: 'South Africa, ZAF, RSA, Suid-Afrika',
}

export const countryCodes: readonly string[] = Object.keys(names)

/** "Ireland" for IE. */
export const countryName = (code: string): string => names[code]?.split(', ')[0] ?? code

/** "the Netherlands", as it stands in a sentence. */
export const inSentence = (name: string): string =>
  /^(United|Netherlands|Philippines)/.test(name) ? `the ${name}` : name

/** The code of a country as somebody types it, whatever its case and accents: `uk`, `Éire`, `u.s.a.`. */
export function countryCode(typed: string): string | undefined {
  const wanted = folded(typed)
  return countryCodes.find(code =>
    [code, ...(names[code]?.split(', ') ?? [])].some(name => folded(name) === wanted),
  )
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/^\s*the\s/, '')
    .replace(/[\s.'’-]/g, '')

/** The preference of somebody who was asked, and would rather not say, or not now. */
export const notSaid = 'none'
