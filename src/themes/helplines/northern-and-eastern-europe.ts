import type { Country } from '../helpline.ts'
import { againstViolence, hoursNotConfirmed, line } from '../helpline.ts'

const earlier = '2026-11-01'
const now = '2026-11-25'

/** The north and the east of Europe. */
export const northernAndEasternEurope: Readonly<Record<string, Country>> = {
  SE: {
    emergency: '112',
    lines: [
      line({
        name: 'Mind',
        number: '90101',
        confidence: 'medium',
        sources: ['vimmerbytidning.se'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Kvinnofridslinjen',
        number: '020-50 50 50',
        audience: 'women facing violence',
        sources: ['nck.uu.se', 'eige.europa.eu'],
        checkedOn: now,
      }),
    ],
  },
  FI: {
    emergency: '112',
    lines: [
      line({
        name: 'MIELI',
        number: '09 2525 0111',
        audience: 'anyone, in Finnish',
        sources: ['mentalhealth.fi', 'sttinfo.fi'],
        checkedOn: now,
      }),
      line({
        name: 'MIELI',
        number: '09 2525 0113',
        hours: 'a few hours on weekdays, exact hours not confirmed',
        audience: 'anyone, in English',
        sources: ['mentalhealth.fi', 'yle.fi'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Nollalinja',
        number: '080 005 005',
        audience: 'anyone hurt or afraid at home',
        sources: ['nollalinja.fi', 'thl.fi'],
        checkedOn: now,
      }),
    ],
  },
  NO: {
    emergency: '112, or 113 for an ambulance',
    lines: [
      line({
        name: 'Mental Helse',
        number: '116 123',
        confidence: 'medium',
        sources: ['nrk.no'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'VO-linjen',
        number: '116 006',
        audience: 'anyone hurt or afraid at home',
        sources: ['ldo.no', 'krisesenter.com'],
        checkedOn: now,
      }),
    ],
  },
  DK: {
    emergency: '112',
    lines: [
      line({
        name: 'Livslinien',
        number: '70 201 201',
        hours: hoursNotConfirmed,
        confidence: 'medium',
        sources: ['cphpost.dk'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Lev Uden Vold',
        number: '1888',
        audience: 'anyone hurt or afraid at home',
        sources: ['levudenvold.dk'],
        checkedOn: now,
      }),
    ],
  },
  PL: {
    emergency: '112',
    lines: [
      line({
        name: '116 123',
        number: '116 123',
        sources: ['telepolis.pl', 'rmf24.pl'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Niebieska Linia',
        number: '800 120 002',
        audience: 'anyone hurt or afraid at home',
        confidence: 'medium',
        sources: ['pap-mediaroom.pl'],
        checkedOn: now,
      }),
    ],
  },
  CZ: {
    emergency: '112',
    lines: [
      line({
        name: 'Linka první psychické pomoci',
        number: '116 123',
        hours: 'day and night, with pauses when money is short',
        sources: ['irozhlas.cz', 'idnes.cz'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Bílý kruh bezpečí',
        number: '116 006',
        audience: 'anyone hurt by a crime or at home',
        sources: ['domacinasili.cz', 'radio.cz'],
        checkedOn: now,
      }),
    ],
  },
  HU: {
    emergency: '112',
    lines: [
      line({
        name: 'Lelki elsősegély',
        number: '116 123',
        sources: ['index.hu', 'felvidek.ma'],
        checkedOn: now,
      }),
    ],
  },
  RO: {
    emergency: '112',
    lines: [
      againstViolence({
        name: 'ANES',
        number: '0800 500 333',
        audience: 'anyone hurt or afraid at home',
        sources: ['anes.gov.ro', 'romania-actualitati.ro'],
        checkedOn: now,
      }),
    ],
  },
  UA: {
    lines: [
      againstViolence({
        name: '1547',
        number: '1547',
        audience: 'anyone hurt or afraid at home',
        sources: ['interfax.com.ua', 'osn.com.ua'],
        checkedOn: now,
      }),
    ],
  },
}
