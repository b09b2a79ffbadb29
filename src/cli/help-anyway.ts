import type { World } from '../system/world.ts'
import { isCommand } from './group-of.ts'

/** Words that somebody may type who needs people to call, and does not know the name of the command. */
const doors = ['sos', 'crisis', 'help-me', 'helpnow']

/** Where the command stands on the line, behind flags of every command. */
export const commandAt = (argv: readonly string[]): number =>
  argv.findIndex((word, at) => !word.startsWith('-') && !takesWord.has(argv[at - 1] ?? ''))

const takesWord = new Set(['--journal', '--part'])

/** `sos`, `crisis`, `help-me`, and `help now` in two words, as `help-now`. */
export function withHelpNow(argv: readonly string[]): readonly string[] {
  const at = commandAt(argv)
  const [word, next] = argv.slice(at, at + 2).map(it => it.toLowerCase())
  if (at < 0 || word === undefined) return argv
  const two = word === 'help' && (next === 'now' || next === 'me')
  if (!two && !doors.includes(word)) return argv
  return [...argv.slice(0, at), 'help-now', ...argv.slice(at + (two ? 2 : 1))]
}

/** `help promise done` as `promise done --help`: commander's own `help` looks at one word, and no further. */
export function withHelpBehind(argv: readonly string[]): readonly string[] {
  const at = commandAt(argv)
  const [word, ...rest] = argv.slice(Math.max(at, 0))
  if (word !== 'help' || !isCommand(rest[0])) return argv
  return [...argv.slice(0, at), ...rest, '--help']
}

/** Whether a line asks for people to call, and not to note or remove a number. */
export function asksForHelp(argv: readonly string[]): boolean {
  const at = commandAt(argv)
  return argv[at] === 'help-now' && !/^(add|remove)$/.test(argv[at + 1] ?? '')
}

/** Shows people to call though the line could not be followed: a mistyped flag, a home that is not there. */
export async function showHelpAnyway(argv: readonly string[], world: World): Promise<void> {
  const globals = {
    plain: argv.includes('--plain'),
    color: !argv.includes('--no-color'),
    json: argv.includes('--json'),
    yes: false,
    // Whoever mistyped something is not asked anything.
    input: false,
    pager: false,
    quiet: false,
  }
  const { contextOf } = await import('../context.ts')
  const { helpNow, helpWithoutHome } = await import('../commands/help-now.ts')
  const context = await contextOf(world, globals).catch(() => undefined)
  if (context) await helpNow(context, [], {})
  else world.writeOutput(`${helpWithoutHome(world, globals.json)}\n`)
}
