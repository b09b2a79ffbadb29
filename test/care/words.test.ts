import { describe, expect, it } from 'vitest'
import { careFor } from '../../src/care/care.ts'
import { misspellings, sentencesOf, wordsToMatch } from '../../src/care/words.ts'

const texts = (sentence: string) => wordsToMatch(sentence).map(({ text }) => text)
const sentences = (text: string) =>
  sentencesOf(text).map(({ words, quoted }) => {
    const said = words.map(it => it.text).join(' ')
    return quoted ? `"${said}"` : said
  })

describe('the sentences of a text', () => {
  it.each([
    ['I fell. It hurt! Why? Soup', ['i fell', 'it hurt', 'why', 'soup']],
    ['one;two…three。four！five？six', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['first\nsecond\n\n...\nthird', ['first', 'second', 'third']],
    ['Ｆｕｌｌ ｗｉｄｔｈ', ['full width']],
    ['', []],
    ['The. A. To.', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it.each([
    ['He said "I am tired" and left', ['he said', '"i am tired"', 'and left']],
    ['“Go” or „stay“ or «wait» now', ['"go"', 'or', '"stay"', 'or', '"wait"', 'now']],
    ['"One. Two" three', ['"one"', '"two"', 'three']],
    ['> I fell. It hurt', ['"i fell"', '"it hurt"']],
    ['   > I fell', ['"i fell"']],
    ['I fell > it hurt', ['i fell it hurt']],
    // A mark without its other half.
    ['I fell "and it hurt', ['i fell', 'and it hurt']],
    ['"One" two "three\nfour', ['"one"', 'two', 'three', 'four']],
  ])('know what is quoted: %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

describe('the words of a sentence', () => {
  it.each([
    ['I fell', 'i fell'],
    ['to the a an these those some that just really', ''],
    ['az AZ 09 àé', 'az az 09 àé'],
    ['one{two[three/four¿five×', 'one two three four five×'],
    ['one\u2000two\u206fthree\u2070', 'one two three\u2070'],
    ['one, two (three) four: five – six — seven', 'one , two , three , four , five , six , seven'],
    [', one,, two,', 'one , two ,'],
    ["'tis ''no''", 'tis no'],
    ['don’t don‘t don`t don´t', 'do not do not do not do not'],
    ['a$$hole @home $5', 'asshole home 5'],
    ['su1cide puttin bitin goin cabin', 'suicide putting biting goin cabin'],
    ['overdsoe overdoose', 'overdose overdose'],
  ])('%j', (sentence, expected) => {
    expect(texts(sentence).join(' ')).toBe(expected)
  })

  it.each([
    ['any more', 'anymore'],
    ['no one', 'nobody'],
    ['my self', 'myself'],
    ['I would like soup', 'i want soup'],
    ['one no one', 'one nobody'],
    ['any any more', 'any anymore'],
  ])('are one where they are often written apart: %s', (apart, together) => {
    expect(texts(apart).join(' ')).toBe(together)
  })

  const marked = (sentence: string, mark: 'pointed' | 'named') =>
    wordsToMatch(sentence).flatMap(word => (word[mark] ? word.text : []))

  it('are pointed at after an article or somebody whose they are', () => {
    expect(marked('the cat saw a dog', 'pointed')).toEqual(['cat', 'dog'])
    expect(marked('the old cat', 'pointed')).toEqual(['old'])
    expect(marked('my cat and your dog', 'pointed')).toEqual(['my', 'cat', 'dog'])
    expect(marked('their cat, his dog', 'pointed')).toEqual(['cat', 'dog'])
    expect(marked('cats and dogs', 'pointed')).toEqual([])
    expect(marked('the any more', 'pointed')).toEqual(['anymore'])
  })

  it('are names with a capital that the sentence does not ask for', () => {
    expect(marked('Then Dan saw Maria', 'named')).toEqual(['dan', 'maria'])
    expect(marked('Dan saw me', 'named')).toEqual([])
    expect(marked('and I saw His dog', 'named')).toEqual([])
    expect(marked('and dan saw me', 'named')).toEqual([])
  })
})

describe('misspellings of a word', () => {
  it('have a letter doubled, missing, or in the wrong place, and never the first', () => {
    expect(misspellings('cat')).toEqual(['caat', 'ct', 'cta', 'catt'])
  })

  it('are never the word itself, nor another word', () => {
    expect(misspellings('ball')).not.toContain('ball')
    expect(misspellings('stalking')).toContain('stlking')
    expect(misspellings('stalking')).not.toContain('staking')
  })
})

it('takes any word there is, also the names of what every object has', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    for (const text of [name, `a'${name}`, `${name}'s`, `${name} ${name}`, `my ${name} said no`]) {
      expect(careFor([`I want to die, ${text}`])?.about).toBe('self-harm')
      expect(texts(text).every(word => typeof word === 'string')).toBe(true)
    }
})
