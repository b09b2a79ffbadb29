import type { Country } from '../helpline.ts'
import { againstViolence, line } from '../helpline.ts'

const earlier = '2026-11-01'
const now = '2026-11-25'

/** From Mexico to Chile. */
export const latinAmerica: Readonly<Record<string, Country>> = {
  BR: {
    emergency: '190 for the police, 192 for an ambulance',
    lines: [
      line({ name: 'CVV', number: '188', sources: ['cdlvca.com.br'], checkedOn: earlier }),
      againstViolence({
        name: 'Ligue 180',
        number: '180',
        audience: 'women facing violence',
        sources: ['pglbr.com.br'],
        checkedOn: earlier,
      }),
    ],
  },
  MX: {
    emergency: '911',
    lines: [
      line({
        name: 'Línea de la Vida',
        number: '800 911 2000',
        sources: ['eluniversal.com.mx'],
        checkedOn: earlier,
      }),
    ],
  },
  AR: {
    emergency: '911',
    lines: [
      line({
        name: 'Línea de Salud Mental',
        number: '0800-999-0091',
        sources: ['cba24n.com.ar', 'rosario3.com'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Línea 144',
        number: '144',
        audience: 'women facing violence',
        sources: ['pagina12.com.ar', 'puntodevistaweb.com'],
        checkedOn: now,
      }),
    ],
  },
  CL: {
    lines: [
      line({
        name: 'Prevención del Suicidio',
        number: '*4141',
        hours: 'day and night, from a mobile phone',
        sources: ['latercera.com', 'radiopolar.com'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Fono 1455',
        number: '1455',
        audience: 'women facing violence',
        sources: ['rockandpop.cl', 'diariolongino.cl'],
        checkedOn: now,
      }),
    ],
  },
  CO: {
    emergency: '123',
    inPart: 'crisis',
    lines: [
      line({
        name: 'Línea 106',
        number: '106',
        audience: 'anyone in Bogotá',
        sources: ['saludcapital.gov.co', 'radiosantafe.com'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Línea 155',
        number: '155',
        audience: 'women facing violence',
        sources: ['presidencia.gov.co', 'seguimiento.co'],
        checkedOn: now,
      }),
    ],
  },
}
