import { commandAt } from './help-anyway.ts'

/** `vault part open NAME -- search tea` as `--part NAME search tea`: the part is open for that one command. */
export function withOpenedPart(argv: readonly string[]): readonly string[] {
  const at = commandAt(argv)
  const [vault, part, open, name, ...rest] = argv.slice(at)
  if (vault !== 'vault' || part !== 'part' || open !== 'open') return argv
  if (name === undefined || name.startsWith('-')) return argv
  const [first, ...others] = rest
  const command = first === '--' ? others : rest
  if (command[0] === undefined || command[0].startsWith('-')) return argv
  return [...argv.slice(0, at), '--part', name, ...command]
}
