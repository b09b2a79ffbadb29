import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sources } from '../../src/themes/sources.ts'
import { sentencesOf, stringsIn, wordsOf } from './reading.ts'

const folder = new URL('../../src/themes/', import.meta.url)
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
    // Commands stand in backquotes.
    const odd = /[!\p{Cc}\u2010-\u2027\u00a0]| {2}|^ | $|[^\p{Script=Latin}\p{Nd}\p{P}\p{Zs}+=$`]/u
    expect(said.filter(words => odd.test(words))).toEqual([])
  })

  it('keeps sentences to 20 words', () => {
    const heavy = said.flatMap(sentencesOf).filter(sentence => wordsOf(sentence).length > 20)
    expect(heavy).toEqual([])
  })
})

describe('sources', () => {
  // Each study named in docs/evidence.md was read or re-checked for it. Nothing else may be cited.
  const evidence = readFileSync(new URL('../../docs/evidence.md', import.meta.url), 'utf8').replace(
    /\s+/g,
    ' ',
  )

  it.each(Object.values(sources))('%s: stands in docs/evidence.md', source => {
    const name = '[A-Z][a-z]+(?:-[A-Z][a-z]+)?'
    const studies = source.match(new RegExp(`${name}(?: & ${name})? \\d{4}`, 'g')) ?? []
    const [, practice] = /^Practice of (.+)$/.exec(source) ?? []
    const [, who] = /(?:^Advice on .+: |: )([A-Z]\w+)(?: principles)?$/.exec(source) ?? []
    const named = practice ? [`of ${practice}`] : [...studies, ...(who ? [who] : [])]
    expect(named.length).toBeGreaterThan(0)
    for (const it of named) expect(evidence).toContain(it)
  })

  it('give a year to every study, and no study to the practices', () => {
    for (const source of Object.values(sources)) {
      if (/&/.test(source)) expect(source).toMatch(/& [A-Z]\w+ \d{4}$/)
      if (/^Practice/.test(source)) expect(source).not.toMatch(/\d/)
    }
  })
})
