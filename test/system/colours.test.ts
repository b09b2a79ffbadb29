import { describe, expect, it } from 'vitest'
import { backgroundSaid } from '../../src/system/ask-background.ts'
import { backgroundIn } from '../../src/system/background.ts'
import { coloursOf, shades } from '../../src/system/colours.ts'
import { linked } from '../../src/system/hyperlinks.ts'
import { aHome, open } from '../e2e/program.ts'
import { aPerson } from '../helpers/cli.ts'

type Rgb = readonly [number, number, number]

/** The colour cube and the greys of the 256 colours, as xterm fixed them. */
function rgbOf(number: number): Rgb {
  if (number >= 232) {
    const grey = 8 + 10 * (number - 232)
    return [grey, grey, grey]
  }
  const step = (part: number) => (part === 0 ? 0 : 55 + 40 * part)
  const at = number - 16
  return [step(Math.floor(at / 36)), step(Math.floor(at / 6) % 6), step(at % 6)]
}

/** The contrast of two colours, by WCAG 2.2. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (rgb: Rgb) => {
    const [red = 0, green = 0, blue = 0] = rgb.map(part => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Backgrounds that people have: black and the usual dark greys, white and paper. */
const backgrounds: Record<'dark' | 'light', readonly Rgb[]> = {
  dark: [
    [0, 0, 0],
    [30, 30, 30],
    [0, 43, 54],
  ],
  light: [
    [255, 255, 255],
    [253, 246, 227],
    [240, 240, 240],
  ],
}

describe('colours', () => {
  it('computes contrast as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21)
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
    expect(rgbOf(179)).toEqual([215, 175, 95])
  })

  it.each(['dark', 'light'] as const)('has words at 4.5:1 on a %s background', scheme => {
    const { own, accent, moods } = shades[scheme]
    for (const background of backgrounds[scheme])
      for (const shade of [own, accent])
        expect(contrast(rgbOf(shade), background)).toBeGreaterThanOrEqual(4.5)
    // A mood always stands beside its number.
    for (const background of backgrounds[scheme])
      for (const shade of moods)
        expect(contrast(rgbOf(shade), background)).toBeGreaterThanOrEqual(3)
  })

  it('leaves own words in the terminal’s colour where the background is not known', () => {
    const { own } = coloursOf(2, undefined)
    expect(own('words')).toBe('\u001b[3mwords\u001b[23m')
    const { accent, moods } = shades.unknown
    for (const background of [...backgrounds.dark.slice(0, 2), [255, 255, 255] as const])
      for (const shade of [accent, ...moods])
        expect(contrast(rgbOf(shade), background)).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;15', 'light'],
    ['12;8', 'dark'],
    ['0;7', 'light'],
    ['default;default', undefined],
    ['', undefined],
    ['0;99', undefined],
  ])('reads COLORFGBG=%s', (value, background) => {
    expect(backgroundIn({ COLORFGBG: value })).toBe(background)
  })

  it.each([
    ['\u001b]11;rgb:ffff/ffff/ffff\u0007', 'light'],
    ['\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\', 'dark'],
    ['\u001b]11;rgb:fd/f6/e3\u0007', 'light'],
    ['\u001b[?62;4c', undefined],
  ])('reads what a terminal says: %j', (said, background) => {
    expect(backgroundSaid(said)).toBe(background)
  })

  it('takes them by the setting, then by COLORFGBG, and none where none is wished', async () => {
    const person = aPerson()
    await person.run('jot', 'Tea', '--mood', '2')
    const shown = async (env: Record<string, string>) =>
      (await person.with({ terminal: true, env: { TERM: 'xterm-256color', ...env } }).run('list'))
        .out
    expect(await shown({})).toContain(`38;5;${shades.unknown.accent}m`)
    expect(await shown({ COLORFGBG: '0;15' })).toContain(`38;5;${shades.light.accent}m`)
    await person.run('config', 'set', 'colors', 'dark')
    expect(await shown({ COLORFGBG: '0;15' })).toContain(`38;5;${shades.dark.accent}m`)
    await person.run('config', 'set', 'colors', 'none')
    expect(await shown({})).not.toContain('\u001b')
    expect(await shown({ FORCE_COLOR: '2' })).toContain('\u001b[')
    expect(await shown({ FORCE_COLOR: '2', NO_COLOR: '1' })).not.toContain('\u001b')
  })

  it('links addresses and folders where the terminal is known to show links, and nowhere else', async () => {
    const person = aPerson()
    const shown = async (env: Record<string, string>, ...line: string[]) =>
      (await person.with({ terminal: true, env: { TERM: 'xterm-256color', ...env } }).run(...line))
        .out
    const kitty = { TERM: 'xterm-kitty', COLORTERM: 'truecolor' }
    expect(await shown(kitty, 'config', 'path')).toContain(`\u001b]8;;file://${person.data}`)
    expect(await shown(kitty, 'help-now', '--no-input')).toContain('\u001b]8;;https://')
    for (const env of [
      {},
      { ...kitty, TMUX: '1' },
      { ...kitty, NO_COLOR: '1' },
      { ...kitty, ACCESSIBLE: '1' },
    ])
      for (const line of [
        ['config', 'path'],
        ['help-now', '--no-input'],
      ])
        expect(await shown(env, ...line)).not.toContain('\u001b]8')
    expect(linked('x', 'https://a\u0007b')).toBe('x')
    const plain = (await shown({}, 'help-now', '--no-input')).split('\n')
    const lines = (await shown(kitty, 'help-now', '--no-input')).split('\n')
    expect(lines.map(line => line.replace(/\u001b\]8;;[^\u001b]*\u001b\\/g, ''))).toEqual(plain)
  })

  it('asks the terminal only when it is told to, and leaves no answer behind', async () => {
    const pty = open(aHome(), ['config', 'set', 'colors', 'ask'])
    // The terminal of these tests answers what it is, and the background is ours to answer.
    pty.type('\u001b]11;rgb:fdfd/f6f6/e3e3\u0007')
    await pty.waitFor('colors is now light.')
    expect((await pty.exit).code).toBe(0)
    expect(pty.raw().split('\u001b]11;?').length).toBe(2)

    const silent = await aPerson().run('config', 'set', 'colors', 'ask')
    expect(silent).toMatchObject({ code: 1, err: expect.stringContaining('does not say') })
  })
})
