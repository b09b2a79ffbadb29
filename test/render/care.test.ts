import { describe, expect, it } from 'vitest'
import { careCard } from '../../src/render/care.ts'
import { noColours } from '../../src/render/colours.ts'
import { helplinesFor } from '../../src/themes/helplines.ts'

const look = { width: 80, colours: noColours, plain: false }

describe('the card', () => {
  const own = [{ name: 'Ana', number: '+351 1' }]
  const card = (about: 'harm' | 'abuse', softer = false, country = 'GB') =>
    careCard({ about, softer }, helplinesFor(country), own, look)

  it('has care, the emergency number, own people, two lines and a directory', () => {
    const text = card('harm')
    expect(text).toMatch(/call 999|112/)
    expect(text).toContain('Ana: +351 1')
    expect(text).toContain('116 123')
    expect(text).toContain('findahelpline.com')
    expect(text.split('\n').length).toBeLessThan(12)
  })

  it('gives a line for people hurt at home where that is what it is about', () => {
    expect(card('abuse')).toContain('Refuge')
    expect(card('harm')).not.toContain('Refuge')
  })

  it('knows what to say where no line is known', () => {
    expect(card('harm', false, '')).toContain('call your local emergency number')
  })

  it.each([
    ['harm', false],
    ['harm', true],
    ['abuse', false],
    ['abuse', true],
  ] as const)('judges nobody: %s, softer %s', (about, softer) => {
    const text = card(about, softer)
    expect(text).not.toMatch(/detect|at risk|!|diagnos|you should|you must/i)
    expect(text).toContain('kept nowhere')
  })
})
