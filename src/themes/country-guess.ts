/** What a computer says about where it is. */
export interface Surroundings {
  /** The IANA zone of its clock; asked for only when it is needed. */
  zone(): string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * The zones of each country (tz database, `zone.tab`, with older names of the same zones). A name that
 * ends in a slash stands for all below it.
 */
const zones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/ America/Buenos_Aires America/Cordoba America/Catamarca America/Jujuy America/Mendoza America/Rosario',
  AT: 'Europe/Vienna',
  AU: 'Australia/',
  BE: 'Europe/Brussels',
  BR: 'Brazil/ America/Noronha America/Belem America/Fortaleza America/Recife America/Araguaina America/Maceio America/Bahia America/Sao_Paulo America/Campo_Grande America/Cuiaba America/Santarem America/Porto_Velho America/Boa_Vista America/Manaus America/Eirunepe America/Rio_Branco',
  CA: 'Canada/ America/St_Johns America/Halifax America/Glace_Bay America/Moncton America/Goose_Bay America/Blanc-Sablon America/Toronto America/Montreal America/Iqaluit America/Atikokan America/Winnipeg America/Resolute America/Rankin_Inlet America/Regina America/Swift_Current America/Edmonton America/Cambridge_Bay America/Inuvik America/Creston America/Dawson_Creek America/Fort_Nelson America/Whitehorse America/Dawson America/Vancouver',
  CH: 'Europe/Zurich',
  CL: 'Chile/ America/Santiago America/Coyhaique America/Punta_Arenas Pacific/Easter',
  CO: 'America/Bogota',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin Europe/Busingen',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid Africa/Ceuta Atlantic/Canary',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London Europe/Belfast GB',
  GR: 'Europe/Athens',
  HK: 'Asia/Hong_Kong Hongkong',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin Eire',
  IL: 'Asia/Jerusalem Asia/Tel_Aviv Israel',
  IN: 'Asia/Kolkata Asia/Calcutta',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo Japan',
  KE: 'Africa/Nairobi',
  KR: 'Asia/Seoul ROK',
  MX: 'Mexico/ America/Mexico_City America/Cancun America/Merida America/Monterrey America/Matamoros America/Chihuahua America/Ciudad_Juarez America/Ojinaga America/Mazatlan America/Bahia_Banderas America/Hermosillo America/Tijuana',
  MY: 'Asia/Kuala_Lumpur Asia/Kuching',
  NG: 'Africa/Lagos',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  NZ: 'Pacific/Auckland Pacific/Chatham NZ',
  PH: 'Asia/Manila',
  PL: 'Europe/Warsaw Poland',
  PT: 'Europe/Lisbon Atlantic/Madeira Atlantic/Azores Portugal',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore Singapore',
  TR: 'Europe/Istanbul Asia/Istanbul Turkey',
  TW: 'Asia/Taipei ROC',
  UA: 'Europe/Kyiv Europe/Kiev',
  US: 'US/ America/Indiana/ America/Kentucky/ America/North_Dakota/ America/New_York America/Detroit America/Indianapolis America/Louisville America/Chicago America/Menominee America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome America/Adak Pacific/Honolulu',
  ZA: 'Africa/Johannesburg',
}

/**
 * The country this computer seems to be in, by ISO code: what the zone of its clock says; where that
 * says nothing, what its language says. A zone of another country is no reason to guess, since many
 * computers speak American English wherever they are.
 */
export function guessedCountry({ zone, env }: Surroundings): string | undefined {
  const name = zone()
  if (!/^(Etc\/|UTC|GMT|UCT|Zulu|Universal|Greenwich)/.test(name)) return countryOfZone(name)
  const language = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const region = /^[a-z]{2,3}[_-]([A-Z]{2})\b/.exec(language)?.[1]
  return region !== undefined && Object.hasOwn(zones, region) ? region : undefined
}

const countryOfZone = (name: string): string | undefined =>
  Object.keys(zones).find(country =>
    zones[country]?.split(' ').some(it => (it.endsWith('/') ? name.startsWith(it) : name === it)),
  )
