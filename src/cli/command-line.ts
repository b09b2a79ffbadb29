import { Command, CommanderError, Option } from 'commander'
import type { Receiving } from '../context.ts'
import { UsageError, UserError } from '../errors.ts'
import { asTyped } from '../system/as-typed.ts'
import { expandHome } from '../system/folders.ts'
import type { World } from '../system/world.ts'
import { widthFor } from '../system/world.ts'
import { session } from './contents/session.ts'
import { globalFlags, globalsOf, ownFlags, refuseStray } from './globals.ts'
import { groupsFor } from './group-of.ts'
import { contents, manual } from './help.ts'
import { asksForHelp, showHelpAnyway, withHelpBehind, withHelpNow } from './help-anyway.ts'
import { inOurWords, unexpected } from './misuse.ts'
import { withOpenedPart } from './opened-part.ts'
import type { Action, CommandGroup, Flag, TableEntry } from './table.ts'

/** Reads the command line and does what it says. */
export async function run(
  typed: readonly string[],
  world: World,
  version: string,
): Promise<number> {
  const argv = withOpenedPart(withHelpBehind(withHelpNow(typed)))
  refuseNoText(typed)
  const { program, outcome } = commandTree(await groupsFor(argv[0]), world, version, argv)
  try {
    await program.parseAsync(argv as string[], { from: 'user' })
  } catch (error) {
    // Help and version end this way too, once they are shown.
    if (!(error instanceof CommanderError)) {
      if (asksForHelp(argv)) await showHelpAnyway(argv, world)
      throw error
    }
  }
  if (outcome.help !== '') world.writeOutput(outcome.help)
  return outcome.code
}

const nameOf = ({ use }: TableEntry): string => use.split(' ', 1)[0] ?? use

/**
 * The table as commander sees it, or the part of it that a command line has to do with: where that begins
 * with a command, only what it names; else all, of which only what it names gets flags and an action. A
 * start is quicker so.
 *
 * @param groups of the table, among them that of the command that a line begins with
 * @param argv everything when left out
 */
export function commandTree(
  groups: readonly CommandGroup[],
  world: World,
  version: string,
  argv?: readonly string[],
): { readonly program: Command; readonly outcome: { code: number; help: string } } {
  const isNamed = (entry: TableEntry) => argv?.includes(nameOf(entry)) ?? true
  const beginsWith = groups.flatMap(([, entries]) => entries).find(it => nameOf(it) === argv?.[0])
  const outcome = { code: 0, help: '' }
  const program = new Command('hearten')
    .configureOutput({
      writeOut: text => {
        outcome.help += text
      },
      writeErr: () => {},
      // Asking costs a tenth of a start, and help has no colours.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => widthFor(world),
    })
    .helpCommand('help [command]')
    .enablePositionalOptions()
    .hook('preSubcommand', () => refuseStray(program))

  // Behind the name of a command it would be a flag of that.
  if (beginsWith === undefined) program.version(version, '-V, --version', 'the version')

  const dress = (command: Command, entry: TableEntry): void => {
    // The flags of the session stand before every command's name, so none can come once one is there.
    if (command !== program || beginsWith === undefined)
      for (const flag of [...(entry.flags ?? []), ...globalFlags])
        command.addOption(optionFor(flag, world))
    const takesWords = command.registeredArguments.length > 0
    command
      .helpOption('-h, --help', 'this help')
      .configureHelp({
        minWidthToWrap: 10,
        formatHelp: (_, help) =>
          command === program
            ? contents(program, help, world.env)
            : manual(command, entry, help, world.env),
      })
      .exitOverride(error => {
        throw error.exitCode === 0 ? error : new UsageError(inOurWords(error, command))
      })
      // Words where none belong are answered with the command that was meant, further down.
      .allowExcessArguments(!takesWords)
      .action(async () => {
        if (!takesWords && command.args.length > 0) unexpected(command)
        const globals = globalsOf(command, entry)
        const { contextOf } = await import('../context.ts')
        const action = (await entry.load()) as Action<Record<string, unknown>>
        const flags: Record<string, unknown> = {
          ...ownFlags(command),
          ...(command === program && { bare: true }),
        }
        const receipt = globals.json ? (await import('../system/receipt.ts')).receipt() : undefined
        const context = await contextOf(world, globals, inboxFor(entry, flags), {
          ...(receipt && { receipt }),
        })
        const words = wordsOf(command, world)
        const work = (flags: Record<string, unknown>) => action(context, words, flags)
        const done = Object.values(flags).includes('-')
          ? (await import('../desk/pipe.ts')).withPipedFlag(
              context,
              { words, flags, names: flagsForWords(command) },
              work,
            )
          : work(flags)
        try {
          outcome.code = (await aboutItsPart(done, globals.part)) ?? 0
        } catch (error) {
          receipt?.let()
          throw error
        }
        receipt?.give()
      })
    if (entry.actions) command.enablePositionalOptions()
    for (const inner of entry.actions ?? [])
      dress(command.command(inner.use).description(inner.about), inner)
  }

  dress(program, session)
  for (const [title, entries] of groups) {
    program.commandsGroup(title)
    for (const entry of entries) {
      if (beginsWith && !isNamed(entry)) continue
      const command = program.command(entry.use).description(entry.about)
      if (isNamed(entry)) dress(command, entry)
    }
  }
  return { program, outcome }
}

/** What went wrong in a part is put right in that part: hints in errors name it, as those of the terminal do. */
async function aboutItsPart<T>(work: Promise<T>, part: string | undefined): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UserError) error.message = asTyped(error.message, {}, part)
    throw error
  }
}

/** What takes in the inbox when the command opens the journal: once, however often it opens it. */
function inboxFor(
  { leavesInbox }: TableEntry,
  flags: Readonly<Record<string, unknown>>,
): Receiving | undefined {
  if (leavesInbox === 'always' || (leavesInbox && flags[leavesInbox.slice(2)])) return undefined
  let isDone = false
  return async (context, journal) => {
    if (isDone) return
    isDone = true
    const { receive } = await import('../desk/take-in.ts')
    await receive(context, journal)
  }
}

/** Bytes of an argument that are no UTF-8 come as U+FFFD: the words behind them are lost already. */
function refuseNoText(argv: readonly string[]): void {
  const odd = argv.find(word => word.includes('\ufffd'))
  if (odd !== undefined)
    throw new UsageError(
      `"${odd}" is not UTF-8 text, so it was not taken. Nothing was changed.\nA pipe takes words as they are: \`iconv -f latin1 -t utf-8 FILE | hearten jot\`.`,
    )
}

/** Flags that take what a person writes, and so a dash for the pipe. */
const flagsForWords = ({ options }: Command): string[] =>
  options.filter(({ flags }) => /<(text|cue)>$/.test(flags)).map(option => option.attributeName())

function optionFor([form, about, how]: Flag, world: World): Option {
  const option = new Option(form, about).makeOptionMandatory(how === 'required')
  if (namesPath.test(form)) return option.argParser((path: string) => expandHome(path, world))
  // With a word after it, `--no-tag <tag>` is a flag of its own and not the opposite of `--tag`.
  if (form.includes('<')) option.negate = false
  return how === 'again'
    ? option.argParser((value: string, before: string[] = []) => [...before, value])
    : option
}

/** Whatever is called a file or a folder in the table is a path, and `~` in it is somebody's home. */
const namesPath = /\b(?:file|dir)\b/

const wordsOf = ({ args, registeredArguments }: Command, world: World): string[] =>
  args.map((word, at) =>
    namesPath.test(registeredArguments[at]?.name() ?? '') ? expandHome(word, world) : word,
  )
