import type { Country } from '../helpline.ts'
import { againstViolence, hoursNotConfirmed, line } from '../helpline.ts'

const earlier = '2026-11-01'
const now = '2026-11-25'

/** The west, the middle and the south of Europe. */
export const westernEurope: Readonly<Record<string, Country>> = {
  DE: {
    emergency: '112',
    lines: [
      line({
        name: 'TelefonSeelsorge',
        number: '0800 1110111',
        sources: ['domradio.de'],
        checkedOn: earlier,
      }),
      line({
        name: 'TelefonSeelsorge',
        number: '0800 1110222',
        sources: ['domradio.de'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'Hilfetelefon',
        number: '116 016',
        audience: 'women facing violence',
        sources: ['landkreis-heidenheim.de', 'attendorn.de'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Hilfetelefon Gewalt an Männern',
        number: '0800 1239900',
        hours: 'Monday to Thursday 8 to 20, Friday 8 to 15',
        audience: 'men facing violence',
        sources: ['baden-wuerttemberg.de', 'landkreis-heidenheim.de'],
        checkedOn: now,
      }),
    ],
  },
  AT: {
    emergency: '112',
    lines: [
      line({
        name: 'TelefonSeelsorge',
        number: '142',
        sources: ['katholisch.at'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'Frauenhelpline',
        number: '0800 222 555',
        audience: 'women facing violence',
        sources: ['sn.at', 'orf.at'],
        checkedOn: now,
      }),
    ],
  },
  CH: {
    emergency: '112, or 144 for an ambulance',
    lines: [
      line({ name: 'Tel 143', number: '143', sources: ['143.ch', 'barfi.ch'], checkedOn: earlier }),
    ],
  },
  FR: {
    emergency: '112',
    lines: [
      line({ name: '3114', number: '3114', sources: ['3114.fr'], checkedOn: earlier }),
      againstViolence({
        name: '3919',
        number: '3919',
        audience: 'women facing violence',
        sources: ['solidaritefemmes.org', 'franceinter.fr'],
        checkedOn: now,
      }),
    ],
  },
  BE: {
    emergency: '112',
    lines: [
      line({
        name: 'Prévention du Suicide',
        number: '0800 32 123',
        audience: 'anyone, in French',
        sources: ['dhnet.be'],
        checkedOn: earlier,
      }),
      line({
        name: 'Zelfmoordlijn',
        number: '1813',
        audience: 'anyone, in Dutch',
        sources: ['vrt.be'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'Écoute violences conjugales',
        number: '0800 30 030',
        audience: 'anyone hurt by a partner, in French',
        sources: ['ecouteviolencesconjugales.be', 'lalibre.be'],
        checkedOn: now,
      }),
      againstViolence({
        name: '1712',
        number: '1712',
        hours: 'on weekdays, exact hours not confirmed',
        audience: 'anyone facing violence, in Dutch',
        sources: ['1712.be', 'news.belgium.be'],
        checkedOn: now,
      }),
    ],
  },
  NL: {
    emergency: '112',
    lines: [
      line({ name: '113', number: '113', sources: ['upday.com'], checkedOn: earlier }),
      line({ name: '113', number: '0800-0113', sources: ['upday.com'], checkedOn: earlier }),
      againstViolence({
        name: 'Veilig Thuis',
        number: '0800-2000',
        audience: 'anyone hurt or afraid at home',
        sources: ['rijksoverheid.nl', 'bredavandaag.nl'],
        checkedOn: now,
      }),
    ],
  },
  ES: {
    emergency: '112',
    lines: [
      line({ name: 'Línea 024', number: '024', sources: ['rtve.es'], checkedOn: earlier }),
      againstViolence({
        name: '016',
        number: '016',
        audience: 'women facing violence',
        sources: ['mugardos.gal'],
        checkedOn: earlier,
      }),
    ],
  },
  IT: {
    emergency: '112',
    lines: [
      line({
        name: 'Telefono Amico',
        number: '02 2327 2327',
        hours: 'every day, 9 to 24',
        sources: ['agensir.it'],
        checkedOn: earlier,
      }),
      line({
        name: 'Telefono Amico',
        number: '324 011 7252',
        by: 'WhatsApp',
        hours: hoursNotConfirmed,
        sources: ['agensir.it'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: '1522',
        number: '1522',
        audience: 'anyone facing violence',
        sources: ['ansa.it'],
        checkedOn: earlier,
      }),
    ],
  },
  PT: {
    emergency: '112',
    lines: [
      line({
        name: 'Linha de Prevenção do Suicídio',
        number: '1411',
        sources: ['deco.proteste.pt', '24noticias.sapo.pt'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Informação às Vítimas de Violência Doméstica',
        number: '800 202 148',
        audience: 'anyone hurt or afraid at home',
        sources: ['cig.gov.pt', 'protecaocivil.sintra.pt'],
        checkedOn: now,
      }),
    ],
  },
  GR: {
    emergency: '112',
    lines: [
      line({ name: 'Klimaka', number: '1018', sources: ['reader.gr', 'tanea.gr'], checkedOn: now }),
      line({
        name: 'Psychosocial Support Line',
        number: '10306',
        sources: ['reader.gr', 'ant1news.gr'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'SOS 15900',
        number: '15900',
        audience: 'women facing violence',
        sources: ['isotita.gr', 'dsth.gr'],
        checkedOn: now,
      }),
    ],
  },
}
