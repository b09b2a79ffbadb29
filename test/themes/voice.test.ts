import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sources } from '../../src/themes/sources.ts'
import { sentencesOf, stringsIn, wordsOf } from './reading.ts'

const folder = new URL('../../src/themes', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.ts'),
)
const said = (
  await Promise.all(
    files.map(async name => stringsIn({ ...(await import(new URL(name, folder).href)) })),
  )
).flat()

const avoided = [
  /\bat least\b/i,
  /happens? for a reason/i,
  /stay positive|look on the bright side|silver lining\b|stay strong|time heals|move on\b|let go of the past/i,
  /\bfail(?:ed|ure|ures|s|ing)?\b/i,
  /\byou missed\b/i,
  /\b(?:clean|dirty|relapsed?|addicts?|alcoholics?|sober|sobriety)\b/i,
  /\b(?:disorder|symptoms?|diagnos\w+|depression|depressed|anxiety disorder|trauma|toxic|narcissist\w*|codependen\w+)\b/i,
  /\b(?:husband|wife|boyfriend|girlfriend|ex|god|pray\w*|blessing|higher power)\b/i,
  /\b(?:get|getting|got) back together\b/i,
  /\bforgiv\w+/i,
  /\bcommitted suicide\b/i,
  /\b(?:he|she|him|his|her|hers)\b/i,
  /\byou should\b|\byou must\b|\byou need to\b/i,
  /\b(?:amazing|awesome|proud of you|well done|great job)\b/i,
  /\bstreaks?\b/i,
]

describe('every word of the themes', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(4)
    expect(said.length).toBeGreaterThan(200)
  })

  it.each(avoided)('avoids %s', pattern => {
    expect(said.filter(words => pattern.test(words))).toEqual([])
  })

  it('has no exclamation marks, odd characters or stray spaces', () => {
    const odd = /[!\p{Cc}\u2010-\u2027\u00a0]| {2}|^ | $|[^\p{Script=Latin}\p{Nd}\p{P}\p{Zs}+=$]/u
    expect(said.filter(words => odd.test(words))).toEqual([])
  })

  it('keeps sentences to 20 words', () => {
    const heavy = said.flatMap(sentencesOf).filter(sentence => wordsOf(sentence).length > 20)
    expect(heavy).toEqual([])
  })
})

describe('sources', () => {
  // Each study named here was read or re-checked for docs/evidence.md. Nothing else may be cited.
  const known = new Set(
    `Torre & Lieberman 2018|Kross & Ayduk 2008|Neff 2003|Ferrari 2019|Leary 2007|Frattaroli 2006|
    Larson & Sbarra 2015|Slotter & Ward|Sbarra 2013|Stroebe 2005|Harkin 2016|
    Cregg & Cheavens|Carrillo 2019|Best & Laudet|Masi 2011|Bryant & Veroff 2007|Gable 2004|Ekers 2014|
    Marlatt & Gordon 1985|Lally 2010|Silverman & Barasch 2023`
      .split('|')
      .map(name => name.trim()),
  )

  it.each(Object.values(sources))('%s: a known study, a pooled review, or a practice', source => {
    const cited =
      source.match(/[A-Z][a-z]+(?: & [A-Z][a-z]+)?(?: \d{4})|[A-Z][a-z]+ & [A-Z][a-z]+$/g) ?? []
    for (const study of cited) expect(known).toContain(study)
    if (cited.length === 0) expect(source).toMatch(/^Practice of |tests pooled$|principles$/)
  })
})
