import type { Country } from '../helpline.ts'
import { againstViolence, line } from '../helpline.ts'

const earlier = '2026-11-01'
const now = '2026-11-25'

/** Where English is what most lines speak: North America, Britain and Ireland, Oceania. */
export const englishSpeaking: Readonly<Record<string, Country>> = {
  US: {
    emergency: '911',
    lines: [
      line({
        name: '988 Lifeline',
        number: '988',
        by: 'call or text',
        sources: ['ovc.ojp.gov'],
        checkedOn: earlier,
      }),
      line({
        name: 'Crisis Text Line',
        number: '741741',
        by: 'text',
        word: 'HOME',
        sources: ['alexproject.org'],
        checkedOn: earlier,
        confidence: 'medium',
      }),
      againstViolence({
        name: 'National Domestic Violence Hotline',
        number: '1-800-799-7233',
        audience: 'anyone hurt or afraid at home',
        sources: ['ovc.ojp.gov'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'National Domestic Violence Hotline',
        number: '88788',
        by: 'text',
        word: 'START',
        audience: 'anyone hurt or afraid at home',
        sources: ['ovc.ojp.gov'],
        checkedOn: earlier,
      }),
      line({
        name: 'SAMHSA Helpline',
        number: '1-800-662-4357',
        about: 'drink and drugs',
        audience:
          'anyone, about drink, drugs and mental health: finds help near you, does not counsel',
        sources: ['samhsa.gov'],
        checkedOn: earlier,
      }),
    ],
  },
  CA: {
    emergency: '911',
    inPart: 'violence',
    lines: [
      line({
        name: '988 Helpline',
        number: '988',
        by: 'call or text',
        sources: ['cmhasaskatoon.ca'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'SOS violence conjugale',
        number: '1 800 363-9010',
        audience: 'anyone hurt by a partner, in Québec',
        sources: ['quebec.ca', 'spvm.qc.ca'],
        checkedOn: now,
      }),
    ],
  },
  GB: {
    emergency: '999 or 112',
    lines: [
      line({
        name: 'Samaritans',
        number: '116 123',
        sources: ['fullfact.org'],
        checkedOn: earlier,
      }),
      line({
        name: 'Shout',
        number: '85258',
        by: 'text',
        word: 'SHOUT',
        sources: ['fullfact.org'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'Refuge',
        number: '0808 2000 247',
        audience: 'women facing violence, in England',
        sources: ['refuge.org.uk', 'centre56.org.uk'],
        checkedOn: now,
      }),
      againstViolence({
        name: "Men's Advice Line",
        number: '0808 801 0327',
        hours: 'on weekdays, in the daytime, exact hours not confirmed',
        audience: 'men hurt or afraid at home',
        sources: ['centre56.org.uk', 'wired-gov.net'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Domestic Abuse and Forced Marriage Helpline',
        number: '0800 027 1234',
        audience: 'anyone hurt or afraid at home, in Scotland',
        sources: ['safer.scot', 'citizensadvice.org.uk'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Live Fear Free',
        number: '0808 80 10 800',
        audience: 'anyone hurt or afraid at home, in Wales',
        sources: ['gov.wales', 'pressreader.com'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'Domestic and Sexual Abuse Helpline',
        number: '0808 802 1414',
        audience: 'anyone hurt or afraid at home, in Northern Ireland',
        sources: ['southerntrust.hscni.net', 'victimsupportni.com'],
        checkedOn: now,
      }),
    ],
  },
  IE: {
    emergency: '999 or 112',
    lines: [
      line({
        name: 'Samaritans',
        number: '116 123',
        sources: ['gov.ie', 'irishexaminer.com'],
        checkedOn: earlier,
      }),
      line({
        name: 'Text helpline',
        number: '50808',
        by: 'text',
        sources: ['irishexaminer.com', 'avondhupress.ie'],
        checkedOn: now,
      }),
      againstViolence({
        name: "Women's Aid",
        number: '1800 341 900',
        audience: 'women facing violence',
        sources: ['gov.ie', 'irishexaminer.com'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'Male Advice Line',
        number: '1800 816 588',
        hours: 'every day, in the daytime, exact hours not confirmed',
        audience: 'men hurt or afraid at home',
        sources: ['gov.ie', 'avondhupress.ie'],
        checkedOn: now,
      }),
    ],
  },
  AU: {
    emergency: '000',
    lines: [
      line({
        name: 'Lifeline',
        number: '13 11 14',
        sources: ['lifeinmind.org.au'],
        checkedOn: earlier,
      }),
      line({
        name: 'Lifeline',
        number: '0477 13 11 14',
        by: 'text',
        sources: ['lifeinmind.org.au'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: '1800RESPECT',
        number: '1800 737 732',
        audience: 'anyone hurt or afraid at home',
        sources: ['dss.gov.au'],
        checkedOn: earlier,
      }),
    ],
  },
  NZ: {
    emergency: '111',
    lines: [
      line({
        name: '1737',
        number: '1737',
        by: 'call or text',
        sources: ['pegasus.health.nz'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: "Women's Refuge",
        number: '0800 733 843',
        audience: 'women facing violence, and their children',
        sources: ['womensrefuge.org.nz', 'govt.nz'],
        checkedOn: now,
      }),
    ],
  },
}
