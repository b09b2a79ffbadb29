import type { Helpline } from './helpline.ts'

type Written = Pick<Helpline, 'name' | 'number' | 'source'> & Partial<Helpline>

const anyHour = 'day and night'
const hoursUnknown = 'hours not checked'
const anyone = 'anyone'
const notLookedUp = 'not looked up'
const hurtAtHome = 'anyone hurt or afraid at home'
const women = 'women facing violence'

const line = (written: Written): Helpline => ({
  by: 'call',
  hours: anyHour,
  audience: anyone,
  checkedOn: '2026-11-01',
  confidence: 'high',
  ...written,
})

/** The lines of each country, by ISO code; the first is for anyone. */
export const lines: Readonly<Record<string, readonly Helpline[]>> = {
  US: [
    line({ name: '988 Lifeline', number: '988', by: 'call or text', source: 'ovc.ojp.gov' }),
    line({
      name: 'Crisis Text Line',
      number: '741741',
      by: 'text',
      word: 'HOME',
      source: 'alexproject.org',
    }),
    line({
      name: 'National Domestic Violence Hotline',
      number: '1-800-799-7233',
      audience: hurtAtHome,
      source: 'ovc.ojp.gov',
    }),
    line({
      name: 'National Domestic Violence Hotline',
      number: '88788',
      by: 'text',
      word: 'START',
      audience: hurtAtHome,
      source: 'ovc.ojp.gov',
    }),
    line({
      name: 'SAMHSA Helpline',
      number: '1-800-662-4357',
      audience: 'drugs, alcohol and mental health: finds help near you, does not counsel',
      source: 'samhsa.gov',
    }),
  ],
  CA: [
    line({ name: '988 Helpline', number: '988', by: 'call or text', source: 'cmhasaskatoon.ca' }),
  ],
  GB: [
    line({ name: 'Samaritans', number: '116 123', source: 'fullfact.org' }),
    line({ name: 'Shout', number: '85258', by: 'text', word: 'SHOUT', source: 'fullfact.org' }),
    line({
      name: 'Refuge',
      number: '0808 2000 247',
      audience: 'women facing violence, in England',
      source: 'refuge.org.uk',
    }),
  ],
  IE: [
    line({ name: 'Samaritans', number: '116 123', source: 'gov.ie, irishexaminer.com' }),
    line({
      name: 'Text 50808',
      number: '50808',
      by: 'text',
      word: 'HELLO',
      source: notLookedUp,
      confidence: 'medium',
    }),
    line({
      name: "Women's Aid",
      number: '1800 341 900',
      audience: women,
      source: 'gov.ie, irishexaminer.com',
    }),
    line({
      name: 'Male Advice Line',
      number: '1800 816 588',
      hours: hoursUnknown,
      audience: 'men hurt or afraid at home',
      source: 'gov.ie, irishexaminer.com',
    }),
  ],
  AU: [
    line({ name: 'Lifeline', number: '13 11 14', source: 'lifeinmind.org.au' }),
    line({ name: 'Lifeline', number: '0477 13 11 14', by: 'text', source: 'lifeinmind.org.au' }),
    line({
      name: '1800RESPECT',
      number: '1800 737 732',
      audience: hurtAtHome,
      source: 'dss.gov.au',
    }),
  ],
  NZ: [line({ name: '1737', number: '1737', by: 'call or text', source: 'pegasus.health.nz' })],
  DE: [
    line({ name: 'TelefonSeelsorge', number: '0800 1110111', source: 'domradio.de' }),
    line({ name: 'TelefonSeelsorge', number: '0800 1110222', source: 'domradio.de' }),
    line({ name: 'Hilfetelefon', number: '116 016', audience: women, source: 'attendorn.de' }),
  ],
  AT: [line({ name: 'TelefonSeelsorge', number: '142', source: 'katholisch.at' })],
  CH: [line({ name: 'Tel 143', number: '143', source: '143.ch' })],
  FR: [
    line({ name: '3114', number: '3114', source: '3114.fr' }),
    line({
      name: '3919',
      number: '3919',
      hours: 'day and night; older pages say Monday to Saturday',
      audience: women,
      source: notLookedUp,
      confidence: 'medium',
    }),
  ],
  BE: [
    line({ name: 'Prévention du Suicide (French)', number: '0800 32 123', source: 'dhnet.be' }),
    line({ name: 'Zelfmoordlijn (Dutch)', number: '1813', source: 'vrt.be' }),
  ],
  NL: [
    line({ name: '113', number: '113', source: 'upday.com' }),
    line({ name: '113', number: '0800-0113', source: 'upday.com' }),
  ],
  ES: [
    line({ name: 'Línea 024', number: '024', source: 'rtve.es' }),
    line({ name: '016', number: '016', audience: women, source: 'mugardos.gal' }),
  ],
  IT: [
    line({
      name: 'Telefono Amico',
      number: '02 2327 2327',
      hours: 'every day, 9 to 24',
      source: 'agensir.it',
    }),
    line({
      name: 'Telefono Amico',
      number: '324 011 7252',
      by: 'WhatsApp',
      hours: hoursUnknown,
      source: 'agensir.it',
    }),
    line({ name: '1522', number: '1522', audience: 'anyone facing violence', source: 'ansa.it' }),
  ],
  SE: [line({ name: 'Mind', number: '90101', source: 'vimmerbytidning.se', confidence: 'medium' })],
  FI: [line({ name: 'MIELI', number: '09 2525 0111', source: 'digimieli.hel.fi' })],
  NO: [line({ name: 'Mental Helse', number: '116 123', source: 'nrk.no' })],
  DK: [
    line({
      name: 'Livslinien',
      number: '70 201 201',
      hours: hoursUnknown,
      source: notLookedUp,
      confidence: 'medium',
    }),
  ],
  BR: [
    line({ name: 'CVV', number: '188', source: 'cdlvca.com.br' }),
    line({ name: 'Ligue 180', number: '180', audience: women, source: 'pglbr.com.br' }),
  ],
  MX: [line({ name: 'Línea de la Vida', number: '800 911 2000', source: 'eluniversal.com.mx' })],
  IN: [
    line({ name: 'Tele-MANAS', number: '14416', source: 'menafn.com, lokmattimes.com' }),
    line({
      name: "Women's helpline",
      number: '181',
      hours: hoursUnknown,
      audience: women,
      source: 'menafn.com, lokmattimes.com',
    }),
  ],
  JP: [
    line({ name: 'Yorisoi', number: '0120-279-338', source: '279338.jp' }),
    line({
      name: 'Yorisoi (Iwate, Miyagi, Fukushima)',
      number: '0120-279-226',
      source: '279338.jp',
    }),
  ],
  KR: [line({ name: '109', number: '109', source: 'newspim.com' })],
  SG: [
    line({ name: 'SOS', number: '1767', source: 'channelnewsasia.com' }),
    line({ name: 'SOS', number: '9151 1767', by: 'WhatsApp', source: 'channelnewsasia.com' }),
    line({ name: 'mindline', number: '1771', source: 'channelnewsasia.com' }),
  ],
  ZA: [
    line({
      name: 'SADAG',
      number: '0800 567 567',
      source: 'pressreader.com',
      confidence: 'medium',
    }),
    line({ name: 'SADAG', number: '0800 456 789', source: 'sabcnews.com', confidence: 'medium' }),
    line({
      name: 'SADAG',
      number: '31393',
      by: 'text',
      source: 'sabcnews.com',
      confidence: 'medium',
    }),
  ],
}

const europeanUnion =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')

/** Only numbers that are certain; everywhere else it is "your local emergency number". */
export const emergency: Readonly<Record<string, string>> = {
  ...Object.fromEntries(europeanUnion.map(country => [country, '112'])),
  US: '911',
  CA: '911',
  GB: '999 or 112',
  IE: '999 or 112',
  AU: '000',
  NZ: '111',
  CH: '112, or 144 for an ambulance',
  NO: '112, or 113 for an ambulance',
  BR: '190 for the police, 192 for an ambulance',
  MX: '911',
  IN: '112',
  JP: '110 for the police, 119 for an ambulance',
  KR: '112 for the police, 119 for an ambulance',
  SG: '999 for the police, 995 for an ambulance',
  ZA: '112 from a mobile phone, or 10111 for the police',
}
