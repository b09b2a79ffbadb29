import { describe, expect, it } from 'vitest'
import { toWindow } from '../../src/render/to-window.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import fc from '../helpers/properties.ts'

describe('words to the person', () => {
  it('break at blanks, and keep their indent', () => {
    expect(toWindow('  one two three four', 12)).toBe('  one two\n  three four')
    expect(toWindow('short\n\nalso short', 12)).toBe('short\n\nalso short')
  })

  it('keep a command on one line while it fits', () => {
    expect(toWindow('Say it with `hearten jot "x"` then.', 24)).toBe(
      'Say it with\n`hearten jot "x"` then.',
    )
    expect(toWindow('`hearten promise move 2 tomorrow`', 20)).toBe(
      '`hearten promise\nmove 2 tomorrow`',
    )
  })

  it('keep a path whole', () => {
    expect(toWindow('Written to /home/somebody/report.html now.', 20)).toBe(
      'Written to\n/home/somebody/report.html\nnow.',
    )
  })

  it('lose no word, and are wider than the window only where a word is', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé`日]{1,30}$/u), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 60 }), (said, width) => {
        const text = toWindow(said.join(' '), width)
        expect(text.split(/\s+/)).toEqual(said)
        for (const row of text.split('\n'))
          if (displayWidth(row) > width) expect(row).not.toContain(' ')
      }),
    )
  })
})
