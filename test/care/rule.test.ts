import { describe, expect, it } from 'vitest'
import { classes } from '../../src/care/lexicon.ts'
import { anchorsOf, classesOf, matchAt, readRule } from '../../src/care/rule.ts'
import { wordsToMatch } from '../../src/care/words.ts'

/** The words of a sentence that a rule matches, from each place where it does. */
function found(source: string, sentence: string): string[] {
  const rule = readRule(source)
  const words = wordsToMatch(sentence)
  return words.flatMap((_, from) => {
    const after = matchAt(rule, words, from)
    const matched = words.slice(from, after).map(({ text }) => text)
    return after === undefined ? [] : matched.join(' ')
  })
}

describe('a rule', () => {
  it('is words in a row, of which a step may have several', () => {
    expect(found('want die', 'I want to die and want die')).toEqual(['want die', 'want die'])
    expect(found('want|wish die', 'I wish to die')).toEqual(['wish die'])
    expect(found('want die', 'I want to not die')).toEqual([])
    expect(found('want die', 'I want')).toEqual([])
  })

  it('means with a word in capitals each of its kind', () => {
    expect(found('HIT ME', 'he hits us and beat me')).toEqual(['hits us', 'beat me'])
    expect(() => found('HIT NOSUCHKIND', 'he hit me')).toThrow('no such class of words: NOSUCHKIND')
    expect(found('i am', 'I am')).toEqual(['i am'])
  })

  it('may leave out a step with a question mark', () => {
    expect(found('want be? dead', 'I want be dead, I want dead')).toEqual([
      'want be dead',
      'want dead',
    ])
    expect(found('want be? $', 'I want be')).toEqual(['want be'])
  })

  it('passes over up to five words at two dots, and over no comma', () => {
    expect(found('want .. die', 'want die')).toEqual(['want die'])
    expect(found('want .. die', 'want one two three four five die')).toHaveLength(1)
    expect(found('want .. die', 'want one two three four five six die')).toEqual([])
    expect(found('want .. die', 'want one, die')).toEqual([])
    expect(found('want .. die', 'want one')).toEqual([])
    // The nearest one.
    expect(found('want .. die', 'want one die and die')).toEqual(['want one die'])
  })

  it('begins a sentence after ^ and ends it with $', () => {
    expect(found('^ want', 'want and want')).toEqual(['want'])
    expect(found('want $', 'want and want')).toEqual(['want'])
    expect(found('want $', 'I want')).toEqual(['want'])
    expect(found('want $|,', 'want, and want it')).toEqual(['want ,'])
  })

  it('is none where what may not come next does', () => {
    expect(found('want die !down !out', 'want die down')).toEqual([])
    expect(found('want die !down !out', 'want die out')).toEqual([])
    expect(found('want die !down !out', 'want die soon')).toEqual(['want die'])
    expect(found('want die !$', 'want die')).toEqual([])
    expect(found('want !DIE', 'want died')).toEqual([])
  })

  it('says what must be near, and what must not', () => {
    const { near, far } = readRule('want die & knife|CUT ~ film|book')
    expect(near).toEqual(new Set(['knife', ...(classes.CUT ?? [])]))
    expect(far).toEqual(new Set(['film', 'book']))
    expect(readRule('want die').near).toBeUndefined()
    expect(readRule('want die').far).toEqual(new Set(['']))
    expect(found('want die & knife ~ film', 'want die')).toEqual(['want die'])
  })
})

describe('a rule of words that come together', () => {
  it('has one of each in a clause, in any order', () => {
    const rule = 'alive + why|reason + i'
    expect(found(rule, 'why am I alive')).toHaveLength(4)
    expect(found(rule, 'alive I am for what reason')).toHaveLength(6)
    expect(found(rule, 'why am I here')).toEqual([])
  })

  it('is looked for in the clause between two commas', () => {
    const from = (word: string, sentence: string) => {
      const words = wordsToMatch(sentence)
      const at = words.findIndex(({ text }) => text === word)
      return matchAt(readRule('alive + why + i'), words, at) !== undefined
    }
    for (const word of ['why', 'am', 'i', 'alive'])
      expect(from(word, 'soup, why am i alive, tea')).toBe(true)
    for (const word of ['soup', 'tea']) expect(from(word, 'soup, why am i alive, tea')).toBe(false)
    expect(from('why', 'why am i here, alive')).toBe(false)
    expect(from('alive', 'why am i here, alive')).toBe(false)
  })

  it('is none where a word of the clause forbids it', () => {
    expect(found('alive + i ~ plant', 'I am alive, said the plant')).not.toEqual([])
    expect(found('alive + i ~ plant', 'I keep a plant alive')).toEqual([])
  })

  it('looks at 25 words to each side where no comma comes', () => {
    const far = (between: number, rule: string) =>
      matchAt(readRule(rule), wordsToMatch(`alive ${'x '.repeat(between)}why`), 0)
    expect(far(23, 'alive + why')).toBe(1)
    expect(far(24, 'alive + why')).toBeUndefined()
    const back = (between: number) => {
      const words = wordsToMatch(`alive ${'x '.repeat(between)}why`)
      return matchAt(readRule('alive + why'), words, words.length - 1)
    }
    expect(back(24)).toBe(26)
    expect(back(25)).toBeUndefined()
  })
})

describe('where a rule is looked for', () => {
  it.each([
    ['die|dying soon', ['die', 'dying']],
    // Words in most sentences are passed over for the first that is not.
    ['i am dead tired', ['dead']],
    ['WANT i|dead knife', ['knife']],
    ['^ .. knife', ['knife']],
    ['knife? blade', ['blade']],
    ['i $|knife dead', ['dead']],
    ['i knife|, dead', ['dead']],
    ['i !knife blade', ['blade']],
    ['die + death', ['die']],
    // Where there is no such step, at those it may begin with.
    ['i am', ['i']],
    ['i & knife', ['i']],
    ['i ~ knife', ['i']],
    ['knife? i am', ['knife', 'i']],
    ['i knife?', ['i']],
    ['knife?', ['knife']],
  ])('%s: at %j', (source, names) => {
    expect(anchorsOf(source)).toEqual(names)
  })
})

it('a word is of every kind that has it', () => {
  expect(classesOf('beat')).toEqual(['HIT'])
  expect(classesOf('scissors')).toEqual(['BLADE'])
  expect(classesOf('knife')).toEqual(['BLADE', 'WEAPON'])
  expect(classesOf('porridge')).toEqual([])
  for (const [name, members] of Object.entries(classes))
    for (const member of members) expect(classesOf(member)).toContain(name)
})
