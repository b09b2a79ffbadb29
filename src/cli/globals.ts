import type { Command, Option } from 'commander'
import { UsageError } from '../errors.ts'
import type { Globals } from '../system/globals.ts'
import { pathOf } from './misuse.ts'

/** The flags accepted before and after every command. */
export const globalFlags = [
  ['--journal <dir>', 'the folder of the journal'],
  ['--part <name>', 'in a part of the journal with a lock of its own'],
  ['--plain', 'linear text: no cursor movement, no boxes'],
  ['--no-color', 'without colour'],
  ['--json', 'data as JSON, and what was changed'],
  ['-y, --yes', 'yes to every confirmation'],
  ['--no-input', 'never ask'],
  ['--no-pager', 'never use a pager'],
  ['-q, --quiet', 'no words beside the data, save trouble and people to call'],
] as const

export const isGlobal = (option: Option): boolean =>
  globalFlags.some(([flags]) => flags === option.flags)

/** A command's flags without those. */
export function ownFlags(command: Command): Record<string, unknown> {
  const own = command.options.filter(option => !isGlobal(option))
  const said = own.map(option => option.attributeName())
  return Object.fromEntries(Object.entries(command.opts()).filter(([name]) => said.includes(name)))
}

/** Their values, wherever on the line they stood. */
export function globalsOf(
  command: Command,
  entry: { readonly noJson?: true; readonly inNoPart?: true },
): Globals {
  const levels: Record<string, unknown>[] = []
  for (let at: Command | null = command; at; at = at.parent) levels.push(at.opts())
  const said = (name: string) => levels.some(flags => flags[name] === true)
  const allowed = (name: string) => levels.every(flags => flags[name] !== false)
  const named = (name: string) =>
    levels.map(flags => flags[name]).find(value => typeof value === 'string') as string | undefined
  const [journal, part] = [named('journal'), named('part')]
  if (said('json') && entry.noJson)
    throw new UsageError(`${pathOf(command)} prints a file as it is, so --json means nothing here.`)
  if (part !== undefined && entry.inNoPart)
    throw new UsageError(
      `${pathOf(command)} is about the whole journal, so --part means nothing here.`,
    )
  return {
    ...(journal !== undefined && { journal }),
    ...(part !== undefined && { part }),
    plain: said('plain'),
    color: allowed('color'),
    json: said('json'),
    yes: said('yes'),
    input: allowed('input'),
    pager: allowed('pager'),
    quiet: said('quiet'),
  }
}

/** A session's flag before another command would be lost in silence. */
export function refuseStray(program: Command): void {
  for (const option of program.options)
    if (!isGlobal(option) && program.getOptionValueSource(option.attributeName()) === 'cli')
      throw new UsageError(`${option.long} belongs after the command.`)
}
