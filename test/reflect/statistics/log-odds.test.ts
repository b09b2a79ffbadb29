import { describe, expect, it } from 'vitest'
import { markingWords } from '../../../src/reflect/statistics/log-odds.ts'

const counts = (object: Record<string, number>) => new Map(Object.entries(object))

describe('markingWords', () => {
  it('follows the formula, worked by hand', () => {
    // tea: prior 100·12/40 = 30; odds here (10+30)/(20+100−40) = 1/2, elsewhere (2+30)/(20+100−32) = 4/11;
    // z = ln(11/8) / √(1/40 + 1/32).
    const [tea] = markingWords(counts({ tea: 10, day: 10 }), counts({ tea: 2, day: 18 }), {
      priorWords: 100,
    })
    expect(tea?.word).toBe('tea')
    expect(tea?.count).toBe(10)
    expect(tea?.score).toBeCloseTo(Math.log(11 / 8) / Math.sqrt(1 / 40 + 1 / 32), 12)
  })

  it('puts a word used often here before one used once, and a word common to both near zero', () => {
    const here = counts({ interview: 12, the: 200, zither: 1 })
    const marked = markingWords(here, counts({ the: 2000, rain: 130 }))
    expect(marked.map(({ word }) => word)).toEqual(['interview', 'zither', 'the'])
    expect(marked[0]!.score).toBeGreaterThan(2)
    expect(marked[1]!.score).toBeLessThan(2)
  })

  it('turns its sign round with the two sets', () => {
    const [a, b] = [counts({ sea: 9, hill: 3 }), counts({ sea: 4, hill: 8 })]
    const score = (word: string, x: typeof a, y: typeof a) =>
      markingWords(x, y).find(found => found.word === word)!.score
    expect(score('sea', a, b)).toBeCloseTo(-score('sea', b, a), 12)
  })

  it('takes any word for a word, and nothing for nothing', () => {
    const odd = new Map([
      ['__proto__', 3],
      ['constructor', 2],
    ])
    const words = markingWords(odd, new Map([['toString', 5]])).map(({ word }) => word)
    expect(words).toEqual(['__proto__', 'constructor'])
    expect(markingWords(new Map(), odd)).toEqual([])
    expect(markingWords(new Map([['only', 5]]), new Map())).toEqual([])
    expect(
      markingWords(
        new Map([
          ['b', 1],
          ['a', 1],
        ]),
        new Map(),
      ).map(({ word }) => word),
    ).toEqual(['a', 'b'])
  })
})
