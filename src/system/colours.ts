import { Chalk } from 'chalk'
import type { Colours } from '../render/colours.ts'

/** The styles in as many colours as the terminal has; each is told a second way wherever it carries meaning. */
export function coloursOf(level: 1 | 2 | 3): Colours {
  const chalk = new Chalk({ level })
  const warm = level === 1 ? chalk.yellow : chalk.ansi256(179)
  // From a quiet blue to a warm gold; lightness stays near the middle, so it reads on dark and on light.
  const moods =
    level === 1
      ? [chalk.blue, chalk.cyan, chalk.white, chalk.green, chalk.yellow]
      : [
          chalk.ansi256(68),
          chalk.ansi256(73),
          chalk.ansi256(246),
          chalk.ansi256(107),
          chalk.ansi256(179),
        ]
  return {
    accent: text => warm(text),
    own: text => chalk.italic(warm(text)),
    strong: text => chalk.bold(text),
    dim: text => chalk.dim(text),
    hit: text => chalk.bold.underline(text),
    mood: (scale, text) => (moods[Math.round(scale) - 1] ?? chalk)(text),
  }
}
