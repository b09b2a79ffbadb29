import { globalFlags } from './globals.ts'
import type { Contents, Flag, TableEntry } from './table.ts'
import type { Values } from './values.ts'
import { valuesOf } from './values.ts'

/** A flag as shells and manuals need it. */
export interface OutlineFlag {
  /** As it is typed: `--mood`. */
  readonly long: string
  /** `-q`, where there is one. */
  readonly short?: string
  readonly about: string
  /** What stands after it, as help writes it: `1-5`; undefined where nothing does. */
  readonly word?: string
  readonly values?: Values
  readonly again: boolean
}

/** A word a command takes. */
export interface OutlineWord {
  /** As help writes it: `[text...]`. */
  readonly form: string
  readonly values?: Values
}

/** A command, with what may stand behind it. The words of `path` are how it is typed after `hearten`. */
export interface OutlineCommand {
  readonly path: readonly string[]
  readonly entry: TableEntry
  readonly words: readonly OutlineWord[]
  /** Its own; those of every command are `everywhere`. */
  readonly flags: readonly OutlineFlag[]
  readonly actions: readonly OutlineCommand[]
}

export interface OutlineGroup {
  readonly title: string
  readonly commands: readonly OutlineCommand[]
}

/** The table of commands as plain data: what completion, the manual page and the reference are made of. */
export interface TableOutline {
  readonly groups: readonly OutlineGroup[]
  /** Flags of `hearten` without a command, which is a session. */
  readonly session: readonly OutlineFlag[]
  readonly everywhere: readonly OutlineFlag[]
}

export function outlineOfTable({ groups, session }: Contents): TableOutline {
  return {
    groups: groups.map(([title, entries]) => ({
      title: title.replace(/:$/, ''),
      commands: entries.map(entry => commandOf([], entry)),
    })),
    session: (session.flags ?? []).map(flag => flagOf(['today'], flag)),
    everywhere: [
      ...globalFlags.map(flag => flagOf([], flag)),
      flagOf([], ['-h, --help', 'help']),
      flagOf([], ['-V, --version', 'the version']),
    ],
  }
}

/** A command and all below it, each once. */
export const withActions = (commands: readonly OutlineCommand[]): OutlineCommand[] =>
  commands.flatMap(command => [command, ...withActions(command.actions)])

function commandOf(above: readonly string[], entry: TableEntry): OutlineCommand {
  const [name = '', ...forms] = entry.use.split(' ')
  const path = [...above, name]
  return {
    path,
    entry,
    words: forms.map(form => {
      const values = valuesOf(path, form.replace(/[[\]<>.]/g, ''))
      return { form, ...(values && { values }) }
    }),
    flags: (entry.flags ?? []).map(flag => flagOf(path, flag)),
    actions: (entry.actions ?? []).map(action => commandOf(path, action)),
  }
}

function flagOf(path: readonly string[], [form, about, how]: Flag): OutlineFlag {
  const [, short, long = '', word] = /^(?:(-\w), )?(--[\w-]+)(?: <(.*)>)?$/.exec(form) ?? []
  const values = word === undefined ? undefined : valuesOf(path, word, long)
  return {
    long,
    about,
    again: how === 'again',
    ...(short !== undefined && { short }),
    ...(word !== undefined && { word }),
    ...(values && { values }),
  }
}
