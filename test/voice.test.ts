import { describe, expect, it } from 'vitest'
import { sourceFiles, wordsInSource } from './helpers/words-in-source.ts'
import { sentencesOf, wordsOf } from './themes/reading.ts'

/** Not our words to anybody: what is looked for in a person's, a made-up person's own, zones, and styles. */
const notSaid = [
  /^demo\//,
  /^themes\/care/,
  /^themes\/country-guess/,
  /^care\//,
  /^reflect\/stop-words/,
  /^render\/html\/style/,
]

/** Of a function for the shell, what it says. */
const ofProgram = (text: string): string | undefined =>
  /^\w+\(\) \(/.test(text)
    ? [...text.matchAll(/\becho "([^"]*)"/g)].map(([, words]) => words).join('\n')
    : undefined

const said = sourceFiles
  .filter(file => !notSaid.some(pattern => pattern.test(file)))
  .flatMap(file => wordsInSource(file).map(text => ({ file, text: ofProgram(text) ?? text })))
  // Lists of names for the machine have neither capitals nor stops.
  .filter(({ text }) => !/^[a-z0-9[\] -]+$/.test(text) || text.split(' ').length < 12)

const where = (wrong: readonly { file: string; text: string }[]) =>
  wrong.map(({ file, text }) => `${file}: ${text}`)

describe('every word that somebody can read', () => {
  it('is found', () => {
    const texts = said.map(({ text }) => text)
    expect(texts.some(text => text.includes('Enough for today is a good answer.'))).toBe(true)
    expect(texts.some(text => text.includes('There were no words, so nothing was saved.'))).toBe(
      true,
    )
    expect(texts.some(text => text.startsWith('Saved in the part "x"'))).toBe(true)
  })

  it('stands in sentences of at most 20 words', () => {
    const long = said.filter(({ text }) =>
      text
        .split('\n')
        .flatMap(sentencesOf)
        .some(sentence => wordsOf(sentence).length > 20),
    )
    expect(where(long)).toEqual([])
  })

  it('has no exclamation mark', () => {
    expect(where(said.filter(({ text }) => /[a-z]!(?![=[])/i.test(text)))).toEqual([])
  })

  it('has no name of our code in its sentences', () => {
    const named = said.filter(({ text }) =>
      /[a-z] [a-z]+[A-Z][a-z]+\w*[ ).,]/.test(text.replace(/`[^`]*`/g, '')),
    )
    expect(where(named)).toEqual([])
  })

  // Where something is when days are few: `probablyBetween` of src/wording says it, so that it reads alike on every page.
  it('names what lies between two ends in one way', () => {
    const named = said.filter(({ text }) =>
      /\bbetween x and x\b|\bfrom x% to x%|\bx to x%/.test(text),
    )
    expect(where(named)).toEqual(['wording/counts.ts: probably between x and x'])
  })

  it.each([
    /happens? for a reason/i,
    /stay positive|bright side|silver lining\b|stay strong|time heals|move on\b/i,
    /\byou missed\b|\bstreak\b/i,
    /\b(?:clean|dirty|relapsed?|addicts?|alcoholics?|sober)\b/i,
    /\bcommitted suicide\b/i,
    /\byou should\b|\byou must\b|\byou need to\b/i,
    /\b(?:amazing|awesome|proud of you|well done|great job|oops|uh-oh|sorry)\b/i,
    /\b(?:invalid|illegal|fatal|abort(?:ed)?|bad (?:input|value))\b/i,
    /\bfailed\b|\bfailure\b/i,
    /\blikely (?:between|lies|to lie)\b|\bthe share\b|\bsignifican|\b(?:the|a) mean\b|, mean x|\bintervals?\b|\bnoise\b/i,
  ])('avoids %s', pattern => {
    expect(where(said.filter(({ text }) => pattern.test(text)))).toEqual([])
  })
})
