import { describe, expect, it } from 'vitest'
import type { Care } from '../../src/care/care.ts'
import { careCard } from '../../src/render/care.ts'
import { noColours } from '../../src/render/colours.ts'
import { helplinesFor, helplinesHere } from '../../src/themes/helplines.ts'

const look = { width: 100, colours: noColours, plain: false }

describe('the card', () => {
  const own = [{ name: 'Ana', number: '+351 1' }]
  const card = (about: Care['about'], more: Partial<Care> = {}, country = 'GB') =>
    careCard({ about, whom: 'me', softer: false, ...more }, helplinesFor(country), own, look)

  it('has care, the emergency number, own people, two lines and a directory', () => {
    const text = card('self-harm')
    expect(text).toMatch(/call 999|112/)
    expect(text).toContain('Ana: +351 1')
    expect(text).toContain('116 123')
    expect(text).toContain('findahelpline.com')
    expect(text.split('\n').length).toBeLessThan(12)
  })

  it('gives a line for people hurt at home where that is what it is about', () => {
    expect(card('violence')).toContain('Refuge')
    expect(card('self-harm')).not.toContain('Refuge')
  })

  it('gives a line for each where it is about both', () => {
    expect(card('both')).toContain('Refuge')
    expect(card('both')).toContain('116 123')
  })

  it('says for whom a line is', () => {
    const violence = card('violence').replace(/\s+/g, ' ')
    expect(violence).toContain('Refuge: call 0808 2000 247 (for women facing violence, in England,')
    expect(violence).toContain("Men's Advice Line: call 0808 801 0327 (for men")
    expect(card('self-harm')).toContain('Samaritans: call 116 123 (for anyone, day and night')
  })

  it('says that the country is a guess where it is one', () => {
    const help = helplinesHere('', { zone: () => 'Europe/Dublin', env: {} })
    const text = careCard({ about: 'self-harm', whom: 'me', softer: false }, help, own, look)
    expect(text).toContain('call 999 or 112 (Ireland).')
    expect(text).toContain('Ireland is a guess.')
    expect(text).toContain('116 123')
    expect(card('self-harm')).not.toContain('guess')
  })

  it('speaks of them where it is about somebody else', () => {
    const text = card('self-harm', { whom: 'another', softer: true })
    expect(text).toContain('If they are in danger now, call')
    expect(text).not.toContain('you are in danger')
    expect(card('self-harm')).toContain('If you are in danger now')
    expect(card('self-harm', { softer: true })).toContain('If you are ever in danger, call')
  })

  it.each([
    ['violence', 'CH', 'No line for people hurt at home is confirmed for Switzerland yet.'],
    ['both', 'PH', 'No line for people hurt at home is confirmed for the Philippines yet.'],
    ['violence', 'CA', 'No line for people hurt at home is confirmed for all of Canada yet.'],
    ['self-harm', 'KE', 'No crisis line is confirmed for Kenya yet.'],
  ] as const)('says that there is no line for it: %s, %s', (about, country, words) => {
    expect(card(about, {}, country)).toContain(words)
  })

  it('says nothing of lines that it is not about', () => {
    for (const text of [card('self-harm', {}, 'CH'), card('violence', {}, 'KE'), card('both')])
      expect(text).not.toContain('is confirmed for')
  })

  it('names the key that clears the screen', () => {
    expect(card('violence')).toContain('Ctrl-L')
  })

  it('knows what to say where no line is known', () => {
    expect(card('self-harm', {}, '')).toContain('call your local emergency number')
  })

  it.each([
    ['self-harm', 'me', false],
    ['self-harm', 'me', true],
    ['self-harm', 'another', true],
    ['violence', 'me', false],
    ['violence', 'me', true],
    ['violence', 'another', true],
    ['both', 'me', false],
  ] as const)('judges nobody: %s, %s, softer %s', (about, whom, softer) => {
    const text = card(about, { whom, softer })
    expect(text).not.toMatch(/detect|at risk|!|diagnos|you should|you must/i)
    expect(text).toContain('kept nowhere')
  })
})
