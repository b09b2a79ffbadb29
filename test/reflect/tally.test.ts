import { describe, expect, it } from 'vitest'
import { compareText } from '../../src/journal/order.ts'
import { tally, wordKey } from '../../src/reflect/tally.ts'
import fc from '../helpers/properties.ts'

describe('a tally', () => {
  it('has each word under the spelling used most, of equals the first; commonest first, equals by key', () => {
    const words = ['tea', 'sea', ' tea', 'Tea', 'Sea ', 'Sea', 'two  words', '', ' ']
    expect(tally(words)).toEqual([
      { name: 'Sea', count: 3 },
      { name: 'tea', count: 3 },
      { name: 'two  words', count: 1 },
    ])
  })

  it('is what counting word by word gives', () => {
    const word = fc.constantFrom('a', 'A', ' a', 'b', 'B ', 'é', 'e\u0301', '__proto__', '', ' ')
    fc.assert(
      fc.property(fc.array(word), words => {
        const keyed = words.map(name => ({ key: wordKey(name), name: name.trim() }))
        const counts = (list: readonly string[]) =>
          [...new Set(list)].map(it => ({ it, times: list.filter(other => other === it).length }))
        const slow = counts(keyed.map(({ key }) => key).filter(key => key !== ''))
          .sort((a, b) => b.times - a.times || compareText(a.it, b.it))
          .map(({ it, times }) => {
            const spelled = counts(keyed.filter(({ key }) => key === it).map(({ name }) => name))
            const most = Math.max(...spelled.map(one => one.times))
            return { name: spelled.find(one => one.times === most)?.it, count: times }
          })
        expect(tally(words)).toEqual(slow)
      }),
    )
  })
})
