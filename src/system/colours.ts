import { Chalk } from 'chalk'
import type { Colours } from '../render/colours.ts'

/** The styles in as many colours as the terminal has; each is told a second way wherever it carries meaning. */
export function coloursOf(level: 1 | 2 | 3): Colours {
  const chalk = new Chalk({ level })
  const warm = level === 1 ? chalk.yellow : chalk.ansi256(179)
  // From a quiet blue to a warm gold; lightness stays near the middle, so it reads on dark and on light.
  const moods = level === 1
    ? [chalk.blue, chalk.cyan, chalk.white, chalk.green, chalk.yellow]
    : [chalk.ansi256(68), chalk.ansi256(73), chalk.ansi256(246), chalk.ansi256(107), chalk.ansi256(179)]
  return {
    accent: text => warm(text),
    own: text => chalk.italic(warm(text)),
    strong: text => chalk.bold(text),
    dim: text => chalk.dim(text),
    mood: (scale, text) => (moods[Math.round(scale) - 1] ?? chalk)(text),
  }
}

/** How many colours a stream should get: flags, then `NO_COLOR`, then `FORCE_COLOR`, then the terminal. */
export function colourLevel(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): 0 | 1 | 2 | 3 {
  if (env.NO_COLOR) return 0
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') {
    if (forced === '0' || forced === 'false') return 0
    return forced === '2' ? 2 : forced === '3' ? 3 : 1
  }
  if (!isTerminal || env.TERM === 'dumb') return 0
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 3
  return env.TERM?.includes('256color') ? 2 : 1
}
