import type { Country } from '../helpline.ts'
import { againstViolence, hoursNotConfirmed, line } from '../helpline.ts'

const earlier = '2026-11-01'
const now = '2026-11-25'

/** From Türkiye to Japan, and Africa. */
export const asiaAndAfrica: Readonly<Record<string, Country>> = {
  IN: {
    emergency: '112',
    lines: [
      line({
        name: 'Tele-MANAS',
        number: '14416',
        sources: ['menafn.com', 'lokmattimes.com'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: "Women's helpline",
        number: '181',
        audience: 'women facing violence',
        sources: ['righttoinformation.wiki', 'hercircle.in'],
        checkedOn: now,
      }),
    ],
  },
  JP: {
    emergency: '110 for the police, 119 for an ambulance',
    lines: [
      line({ name: 'Yorisoi', number: '0120-279-338', sources: ['279338.jp'], checkedOn: earlier }),
      line({
        name: 'Yorisoi',
        number: '0120-279-226',
        audience: 'anyone in Iwate, Miyagi or Fukushima',
        sources: ['279338.jp'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'DV Sodan Plus',
        number: '0120-279-889',
        audience: 'anyone hurt by a partner',
        sources: ['gov-online.go.jp', 'city.kashiba.lg.jp'],
        checkedOn: now,
      }),
    ],
  },
  KR: {
    emergency: '112 for the police, 119 for an ambulance',
    lines: [
      line({ name: '109', number: '109', sources: ['newspim.com'], checkedOn: earlier }),
      againstViolence({
        name: '1366',
        number: '1366',
        audience: 'women facing violence',
        sources: ['joongang.co.kr', 'dailyclick.net'],
        checkedOn: now,
      }),
    ],
  },
  SG: {
    emergency: '999 for the police, 995 for an ambulance',
    lines: [
      line({ name: 'SOS', number: '1767', sources: ['channelnewsasia.com'], checkedOn: earlier }),
      line({
        name: 'SOS',
        number: '9151 1767',
        by: 'WhatsApp',
        sources: ['channelnewsasia.com'],
        checkedOn: earlier,
      }),
      line({
        name: 'mindline',
        number: '1771',
        sources: ['channelnewsasia.com'],
        checkedOn: earlier,
      }),
      againstViolence({
        name: 'National Anti-Violence Helpline',
        number: '1800 777 0000',
        audience: 'anyone facing violence',
        sources: ['channelnewsasia.com', 'straitstimes.com'],
        checkedOn: now,
      }),
    ],
  },
  PH: {
    lines: [
      line({
        name: 'NCMH Crisis Hotline',
        number: '0917 899 8727',
        sources: ['doh.gov.ph', 'sunstar.com.ph'],
        checkedOn: now,
      }),
    ],
  },
  MY: {
    emergency: '999',
    lines: [
      line({
        name: 'HEAL',
        number: '15555',
        hours: 'every day, 8 to 24',
        sources: ['malaymail.com', 'thestar.com.my'],
        checkedOn: now,
      }),
      line({
        name: 'Befrienders',
        number: '03-7627 2929',
        confidence: 'medium',
        sources: ['fslm-newsletter.com'],
        checkedOn: now,
      }),
    ],
  },
  HK: {
    emergency: '999',
    lines: [
      line({
        name: 'The Samaritans',
        number: '2896 0000',
        sources: ['samaritans.org.hk', 'csrp.hku.hk'],
        checkedOn: now,
      }),
      line({
        name: 'Mental Health Support Hotline',
        number: '18111',
        sources: ['news.gov.hk', 'scmp.com'],
        checkedOn: now,
      }),
    ],
  },
  TW: {
    emergency: '110 for the police, 119 for an ambulance',
    lines: [
      line({
        name: '1925',
        number: '1925',
        sources: ['udn.com', 'tw.news.yahoo.com'],
        checkedOn: now,
      }),
      againstViolence({
        name: '113',
        number: '113',
        audience: 'anyone hurt or afraid at home',
        sources: ['ly.gov.tw', 'legis-pedia.com'],
        checkedOn: now,
      }),
    ],
  },
  TR: {
    emergency: '112',
    lines: [
      againstViolence({
        name: 'Alo 183',
        number: '183',
        confidence: 'medium',
        audience: 'women and families facing violence',
        sources: ['polisnoktasi.com', 'sosyalnabz.com.tr'],
        checkedOn: now,
      }),
    ],
  },
  IL: {
    emergency: '100 for the police, 101 for an ambulance',
    lines: [
      line({
        name: 'ERAN',
        number: '1201',
        sources: ['jpost.com', 'jerusaleminstitute.org.il'],
        checkedOn: now,
      }),
      againstViolence({
        name: '118',
        number: '118',
        audience: 'anyone hurt or afraid at home',
        sources: ['makorrishon.co.il', 'lenta.ua'],
        checkedOn: now,
      }),
    ],
  },
  ZA: {
    emergency: '112 from a mobile phone, or 10111 for the police',
    lines: [
      line({
        name: 'SADAG',
        number: '0800 567 567',
        confidence: 'medium',
        sources: ['thedailyvox.co.za', 'pressreader.com'],
        checkedOn: now,
      }),
      line({
        name: 'SADAG',
        number: '0800 456 789',
        confidence: 'medium',
        sources: ['sabcnews.com', 'pressreader.com'],
        checkedOn: now,
      }),
      line({
        name: 'SADAG',
        number: '31393',
        confidence: 'medium',
        by: 'text',
        hours: 'a counsellor calls you back, hours not confirmed',
        sources: ['sabcnews.com', 'thesouthafrican.com'],
        checkedOn: now,
      }),
      againstViolence({
        name: 'GBV Command Centre',
        number: '0800 428 428',
        hours: 'day and night; it was out of order late in 2024',
        audience: 'anyone facing violence',
        confidence: 'medium',
        sources: ['gbv.org.za', 'capetalk.co.za'],
        checkedOn: now,
      }),
    ],
  },
  KE: {
    emergency: '999 or 112',
    lines: [
      againstViolence({
        name: '1195',
        number: '1195',
        audience: 'anyone facing violence',
        sources: ['un.org', 'nation.africa'],
        checkedOn: now,
      }),
    ],
  },
  NG: {
    emergency: '112',
    lines: [
      line({
        name: 'SURPIN',
        number: '0800 078 7746',
        confidence: 'medium',
        hours: hoursNotConfirmed,
        sources: ['healthcareafrica.info', 'punchng.com'],
        checkedOn: now,
      }),
    ],
  },
}
