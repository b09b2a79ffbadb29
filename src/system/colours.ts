import { Chalk } from 'chalk'
import type { Colours } from '../render/colours.ts'
import type { BackgroundShade } from './background.ts'
import { knowsLinks, linked } from './hyperlinks.ts'
import type { World } from './world.ts'

/**
 * Shades for a background: the person's own words and headings, and moods from a quiet blue to a warm gold.
 * Numbers are of the 256 colours that look the same everywhere. `test/system/colours.test.ts` computes their
 * contrast; each is told a second way wherever it carries meaning.
 */
export const shades = {
  dark: { own: 179, accent: 179, moods: [68, 73, 246, 107, 179] },
  light: { own: 94, accent: 94, moods: [25, 23, 240, 22, 94] },
  // Where nobody knows: own words in the terminal's own colour, the rest in what is read on both.
  unknown: { own: undefined, accent: 136, moods: [68, 30, 245, 64, 136] },
} as const

/** The styles in as many colours as the terminal has. */
export function coloursOf(
  level: 1 | 2 | 3,
  background: BackgroundShade | undefined,
  env: World['env'] = {},
): Colours {
  const chalk = new Chalk({ level })
  const { own, accent, moods } = shades[background ?? 'unknown']
  // What sixteen colours look like is up to the terminal. Two of them are read on one background each.
  const warm = { dark: chalk.yellowBright, light: chalk.magenta, unknown: chalk.bold }
  const shade = (number: number | undefined) => {
    if (number === undefined) return chalk
    return level === 1 ? warm[background ?? 'unknown'] : chalk.ansi256(number)
  }
  return {
    accent: text => shade(accent)(text),
    own: text => chalk.italic(shade(own)(text)),
    strong: text => chalk.bold(text),
    dim: text => chalk.dim(text),
    link: knowsLinks(env) ? (text, address) => linked(text, address) : text => text,
    hit: text => chalk.bold.underline(text),
    mood: (scale, text) => (level === 1 ? text : shade(moods[Math.round(scale) - 1])(text)),
  }
}
