import { describe, expect, it } from 'vitest'
import { areCalm, newCalm } from '../../src/care/calm.ts'
import { careFor } from '../../src/care/care.ts'

const calm = 'I kept my head above water and left the door open.'
const call = 'I want to kill myself tonight.'

describe('what is known to call for nobody', () => {
  it('is what the look says, and only that is noted', () => {
    for (const texts of [
      [calm],
      [call],
      [calm, call],
      ['Soup.', call],
      ['Rain.'],
      [],
      ['', calm],
    ]) {
      const known = newCalm()
      expect([texts, areCalm(texts, known)]).toEqual([texts, careFor(texts) === undefined])
      if (texts.includes(call)) expect([texts, known.now.size]).toEqual([texts, 0])
    }
  })

  it('is not looked at again', () => {
    const first = newCalm()
    areCalm([calm, 'Two more lines, at the end.'], first)
    expect(first.now.size).toBe(1)
    // Whatever the look would say: it is not asked.
    const [name = ''] = first.now
    const later = newCalm(new Set([name]))
    expect(areCalm([calm, 'Two more lines, at the end.'], later)).toBe(true)
    expect([...later.now]).toEqual([name])
    expect(name).not.toMatch(/water|door/)
  })

  it('is told apart from a call that has the same number from its one end', () => {
    const [tea, other] = ['Tea with milk. ismnusa', 'I want to die. almstoa']
    const known = newCalm()
    expect(areCalm([tea], known)).toBe(true)
    expect(areCalm([other], newCalm(known.now))).toBe(false)
  })

  it('is another text as soon as one letter is another, or a line ends elsewhere', () => {
    const names = new Set<string>()
    const texts = [
      [calm],
      [`${calm} `],
      [calm.replace('k', 'K')],
      [calm, calm],
      [`${calm}\n${calm}`],
      [calm.slice(0, 20), calm.slice(20)],
      [calm.split(' ').reverse().join(' ')],
    ]
    for (const some of texts) {
      const known = newCalm()
      areCalm(some, known)
      for (const name of known.now) names.add(name)
    }
    expect(names.size).toBe(texts.length)
  })

  it('is not noted where no rule could come of it', () => {
    const known = newCalm()
    expect(areCalm(['Porridge, rain, bread.'], known)).toBe(true)
    expect(known.now.size).toBe(0)
  })
})
