import { describe, expect, it } from 'vitest'
import type { Setting } from '../../src/care/setting.ts'
import {
  doerOf,
  forbidsByOffice,
  isNegated,
  settingOf,
  threatensInFun,
} from '../../src/care/setting.ts'
import { sentencesOf, wordsToMatch } from '../../src/care/words.ts'

/** What is said of the sentence of a text that has a word. */
function setting(text: string, word = 'here'): (keyof Setting)[] {
  const sentences = sentencesOf(text)
  const at = sentences.findIndex(({ words }) => words.some(it => it.text === word))
  const { near: _, ...is } = settingOf(sentences, at)
  return (Object.keys(is) as (keyof typeof is)[]).filter(key => is[key])
}

/** A sentence, and the words in it that are looked at. */
function at(sentence: string, phrase: string) {
  const words = wordsToMatch(sentence)
  const wanted = wordsToMatch(phrase).map(({ text }) => text)
  const from = words.findIndex((_, n) => wanted.every((it, i) => words[n + i]?.text === it))
  return { words, from, after: from + wanted.length }
}

describe('who does what a sentence says', () => {
  const doer = (sentence: string, done = 'hit') => {
    const { words, from } = at(sentence, done)
    const { who, word } = doerOf(words, from)
    return `${who} ${word}`.trim()
  }

  it.each([
    ['I hit him', 'me i'],
    ['My heart hit the wall', 'me heart'],
    ['he hit me', 'person he'],
    ['my husband hit me', 'person husband'],
    ['the grief hit me', 'nobody grief'],
    ['my toddler hit me', 'nobody toddler'],
    ['the dentist hit me', 'nobody dentist'],
    ['heaviness hit me', 'nobody heaviness'],
    ['sting hit me', 'person sting'],
    ['hit me', 'unsaid'],
    ['and, hit me', 'unsaid'],
  ])('%s: %s', (sentence, who) => {
    expect(doer(sentence)).toBe(who)
  })

  it.each([
    ['dan hit me', 'person dan'],
    ['yes, dan hit me', 'person dan'],
    ['soup and dan hit me', 'person dan'],
    ['a hard Marvin hit me', 'person marvin'],
    ['the carpet hit me', 'nobody carpet'],
    ['old carpet hit me', 'nobody carpet'],
    ['soup and the carpet hit me', 'nobody carpet'],
  ])('a bare word where somebody begins is a name: %s: %s', (sentence, who) => {
    expect(doer(sentence)).toBe(who)
  })

  it.each([
    ['he would never again hit me', 'person he'],
    ['Joe from work hit me', 'person joe'],
    ['a man next to the carpet hit me', 'person man'],
    ['the carpet of somebody hit me', 'person somebody'],
    ['what is in my head hit me', 'me head'],
    ['he brutally hit me', 'person he'],
    ['mum brutally hit me', 'person mum'],
    ['he Brutally hit me', 'person brutally'],
    ['he the carpet hit me', 'nobody carpet'],
    ['he rain hit me', 'nobody rain'],
    ['he mum hit me', 'person mum'],
    ['carpet brutally hit me', 'nobody brutally'],
  ])('other words may stand between: %s: %s', (sentence, who) => {
    expect(doer(sentence)).toBe(who)
  })

  it.each([
    ['he came and hit me', 'person he'],
    ['he came, hit me', 'person he'],
    ['my husband came and hit me', 'person husband'],
    ['the grief came and hit me', 'nobody grief'],
    ['carpet came and hit me', 'person carpet'],
    ['the carpet came and hit me', 'unsaid'],
    ['Dan came and hit me', 'person dan'],
    ['yes, dan came and hit me', 'person dan'],
    ['yes and dan came and hit me', 'person dan'],
    ['I went with Dan and hit him', 'me i'],
    ['he went with Dan and hit him', 'person he'],
    ['he told me and hit me', 'person he'],
  ])('it is who began, through "and" and commas: %s: %s', (sentence, who) => {
    expect(doer(sentence)).toBe(who)
  })

  it('looks forty words back', () => {
    expect(doer(`he ${'would '.repeat(39)} hit me`)).toBe('person he')
    expect(doer(`he ${'would '.repeat(40)} hit me`)).toBe('unsaid')
  })

  it('knows whose "no" and whose threats mean no harm', () => {
    const he = (word: string) => ({ who: 'person', word }) as const
    expect(forbidsByOffice(he('boss'), ['let', 'me', 'leave'])).toBe(true)
    expect(forbidsByOffice(he('boss'), ['keep', 'my', 'passport'])).toBe(false)
    expect(forbidsByOffice(he('husband'), ['let', 'me', 'leave'])).toBe(false)
    expect([threatensInFun(he('sister')), threatensInFun(he('husband'))]).toEqual([true, false])
  })
})

describe('what surrounds a sentence', () => {
  it.each([
    ['Soup here', []],
    // A game or a sport
    ['Judo here', ['isPlay']],
    ['At football, here', ['isPlay']],
    ['A video game, here', ['isPlay']],
    ['With a ball here', ['isPlay']],
    ['A ball here', []],
    ['We like football here', []],
    ['Football here', []],
    // A plot
    ['In a novel, here', ['isStory']],
    ['On tv, here', ['isStory']],
    ['A play here', ['isStory']],
    ['A tv here', []],
    // Work, learning, the world
    ['A seminar here', ['isMatter']],
    ['First aid here', ['isMatter']],
    ['Some aid here', []],
    ['The talk here', ['isMatter']],
    ['They talk here', []],
    // What is not so
    ['A nightmare here', ['isStory', 'isUnreal']],
    ['I dreamed it here', ['isStory', 'isUnreal']],
    ['A drill here', ['isUnreal']],
    ['In class, here', ['isUnreal']],
    ['My class here', []],
    // Beside it, and no further
    ['Judo. Here. Soup', ['isPlay']],
    ['Here. Judo', ['isPlay']],
    ['Judo. Soup. Here', []],
    ['Here. Soup. Judo', []],
  ])('%s: %j', (text, expected) => {
    expect(setting(text)).toEqual(expected)
  })

  it('has the words that are near', () => {
    const near = (text: string) => [...settingOf(sentencesOf(text), 2).near]
    expect(near('One. Two. Three. Four. Five')).toEqual(['two', 'three', 'four'])
  })

  it.each([
    ['She asked if I did, here. No', true],
    ['She asked here. I do not', true],
    ['She asked here. Never', true],
    ['She asked here. I cried not', true],
    ['She asked here. I was all but not', false],
    ['She asked here. Yes', false],
    ['She asked here', false],
    ['No. She asked here', false],
    ['She came here. No', false],
    ['She asked here, and I said no', true],
    ['She asked here, and he said no', false],
    ['She asked here, and I said yes', false],
    ['She asked here, and I cried no', false],
    ['I said no here', false],
  ])('may be denied: %s: %s', (text, is) => {
    expect(setting(text).includes('isDenied')).toBe(is)
  })
})

describe('what is said of the past', () => {
  const isPast = (text: string) => setting(`${text} here`).includes('isPast')
  /** A past so far away that a page may say that it is over. */
  const isFar = (text: string) => setting(`${text} here. I am glad`).includes('isOver')

  it.each([
    ...['years ago', 'years since', 'years back', 'years behind', 'decades ago', 'long ago'],
    ...['in 2004', 'in 1987', 'in 1999', 'in 2000', 'in my childhood', 'in my twenties'],
    ...['when I was ten', 'when we were small', 'when I was 12', 'when I was a child'],
    ...['when I was at school', 'when I was married', 'as a child', 'as a teenager'],
    ...['at school', 'at nineteen', 'at college', 'from college', 'from school', 'growing up'],
    ...['my first husband', 'my first wife', 'my first marriage'],
    ...['I used to drink for twenty years', 'used to, many years'],
  ])('is far away: %s', text => {
    expect([isPast(text), isFar(text)]).toEqual([true, true])
  })

  it.each([
    ...['I used to drink', 'months ago', 'weeks ago'],
    ...['last year', 'last summer', 'last spring', 'last winter', 'last autumn', 'last month'],
    ...['in may', 'in december', 'in summer'],
  ])('is past, and not far: %s', text => {
    expect([isPast(text), isFar(text)]).toEqual([true, false])
  })

  it.each([
    ...['soup', 'years of work', 'for years', 'twenty years', 'decades of it', 'long walk', 'ago'],
    ...[
      'in 1899',
      'in 2024',
      'in 12004',
      'in 20045',
      'in my house',
      'with my childhood',
      'in a childhood',
    ],
    'in his childhood',
    ...['when he was small', 'when I am small', 'when I was tired', 'if I was small'],
    ...['when I was smallish', 'when I was unsmall', 'when I was 12th', 'when I was x12'],
    ...['as a teacher', 'as schoolboy', 'as boyfriend', 'at home', 'from home', 'growing fast'],
    ...['first time', 'school', 'my husband', 'up', 'months of it', 'last week', 'last', 'in bed'],
    ...['I used it', 'I used my hand', 'I used a blade', 'I used a razor', 'I used blades'],
  ])('is not past: %s', text => {
    expect(isPast(text)).toBe(false)
  })

  it('may be once, at the end', () => {
    expect(setting('It was here once')).toContain('isPast')
    expect(setting('Once it was here')).not.toContain('isPast')
  })

  it('may be said by the sentence beside it, when it is far', () => {
    expect(setting('Years ago. Here')).toContain('isPast')
    expect(setting('Here. In 2004')).toContain('isPast')
    expect(setting('Years ago. Soup. Here')).not.toContain('isPast')
    expect(setting('Last year. Here')).not.toContain('isPast')
    expect(setting('I used to be here. For twenty years. I am glad')).toContain('isOver')
    expect(setting('I used to. Here for twenty years')).not.toContain('isPast')
  })

  it.each([
    ['Years ago here. I am glad', true],
    ['I am glad. Soup. Years ago here', true],
    ['Years ago here. Soup. I am glad', true],
    ['Years ago here. Soup. Soup. I am glad', false],
    ['I am glad. Soup. Soup. Years ago here', false],
    ['Years ago here', false],
    ['Years ago here. I got help', true],
    ['Years ago here. I got soup', false],
    ['Years ago here. It is far away', true],
    // Still open
    ['Years ago here. I am glad, and it hurts', false],
    ['Years ago here. I am glad. It came back', false],
    ['Years ago here. I am glad. Years back', true],
    ['Years ago here. I am glad. Back at school', true],
    ['Years ago here. I am glad. Back home', true],
    ['Years ago here. I am glad, far away and back again', false],
  ])('is over where the page says so: %s: %s', (text, is) => {
    expect(setting(text).includes('isOver')).toBe(is)
  })
})

describe('a "not" in front', () => {
  const negated = (sentence: string, phrase = 'hit me') => {
    const { words, from, after } = at(sentence, phrase)
    return isNegated(words, from, after)
  }

  it.each([
    ['he never hit me', true],
    ['never hit me', true],
    ['he hit me', false],
    ['hit me, never', false],
    ['nobody ever will hit me', true],
    ['not the teacher who hit me', false],
    [`not ${'ever '.repeat(6)} hit me`, true],
    [`not ${'ever '.repeat(7)} hit me`, false],
    // There is one each day.
    ['there is not a day he does not hit me', false],
    ['there is a day he does not hit me', true],
  ])('makes the opposite: %s: %s', (sentence, is) => {
    expect(negated(sentence)).toBe(is)
  })

  it.each([
    ['he says he never hit me', false],
    ['he swears that he would never hit me', false],
    ['I am not sure if he will hit me', false],
    ['sure soup soup soup never hit me', false],
    ['sure soup soup soup soup never hit me', true],
    ['never, he says, hit me', false],
  ])('is in question where it is only said: %s: %s', (sentence, is) => {
    expect(negated(sentence)).toBe(is)
  })

  it.each([...['where', 'since', 'unless', 'except', 'until', 'but', 'when', 'before']])(
    'is none before "%s"',
    word => {
      expect(negated(`he never hit me ${word} it rains`)).toBe(false)
      expect(negated('he never hit me because it rains')).toBe(true)
    },
  )
})
