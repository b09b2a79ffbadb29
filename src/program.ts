import { Command, CommanderError, Option } from 'commander'
import type { Context, Globals } from './context.ts'
import { contextOf } from './context.ts'
import { UsageError } from './errors.ts'
import type { World } from './system/world.ts'

/** A command's work: its words and flags in, an exit code out (0 when it gives none). */
type Action<Flags> = (
  context: Context,
  words: string[],
  flags: Flags,
) => Promise<number | undefined>

interface Entry {
  /** commander's form: `jot [text...]`. */
  readonly use: string
  readonly about: string
  /** Whether the command gives data, so that `--json` means something. */
  readonly json?: true
  readonly flags?: (command: Command) => Command
  /** Loads the command's own file, and nothing else does. */
  readonly load?: () => Promise<Action<never>>
  readonly actions?: readonly Entry[]
}

/** `export` calls the last day `--until`, since its `--to` is a folder. */
const filters = (command: Command, lastDay: '--to' | '--until' = '--to'): Command =>
  command
    .option('--from <date>', 'from this day on')
    .option(`${lastDay} <date>`, 'up to this day')
    .option('--on <date>', 'on this day, month or year')
    .addOption(many('--theme <theme>', 'only this theme; may be given again'))
    .addOption(many('--tag <tag>', 'only with this tag; may be given again'))
    .addOption(many('--person <name>', 'only with this person; may be given again'))
    .addOption(many('--mood <1-5>', 'only with this mood; may be given again'))
    .addOption(many('--kind <kind>', 'only this kind of entry; may be given again'))
    .option('--starred', 'only starred ones')
    .option('--limit <n>', 'at most so many, the newest')

const many = (flags: string, about: string): Option =>
  new Option(flags, about).argParser((value: string, before: string[] = []) => [...before, value])

const saving = (command: Command): Command =>
  command
    .option('--at <date>', 'the day it is about, with a time if you like')
    .option('--mood <1-5>', 'mood from 1 very low to 5 very good')
    .addOption(many('--tag <tag>', 'a tag; may be given again'))
    .addOption(many('--person <name>', 'somebody it is about; may be given again'))
    .option('--star', 'star it')
    .option('--private', 'keep it out of reviews, reports and exports')

const sessionFlags = (command: Command): Command =>
  command
    .option('--length <length>', 'short, steady or deep')
    .addOption(many('--theme <theme>', 'walk only this theme; may be given again'))
    .option('--at <date>', 'the day it is about')
    .option('--keys', 'only keys to press, nothing to write')
    .option('--answers <file>', 'take every answer from a JSON file (- for standard input)')
    .option('--sheet', 'print the session as a form to fill in')
    .option('--from-sheet <file>', 'take a filled-in form back (- for standard input)')

const loadToday = async () => (await import('./commands/today.ts')).today

/** The table of contents: every command, in the order help shows them. */
const groups: readonly (readonly [string, readonly Entry[]])[] = [
  [
    'Write:',
    [
      {
        use: 'today',
        about: "today's guided session; goes on with an unfinished one",
        flags: sessionFlags,
        load: loadToday,
      },
      {
        use: 'jot [text...]',
        about: 'a free entry: words, a pipe, the writing field or your editor',
        flags: command =>
          saving(command)
            .option('--theme <theme>', 'the theme it belongs to')
            .option('--editor', 'write in $VISUAL or $EDITOR')
            .addHelpText(
              'after',
              [
                '',
                '#tag, +tag and @person in the text are read; an unquoted # starts a shell comment, hence +.',
                '"yesterday: we talked" is kept for yesterday.',
                'Words given as arguments land in the history of your shell; a pipe or the writing field leaves no trace there.',
              ].join('\n'),
            ),
        load: async () => (await import('./commands/jot.ts')).jot,
      },
      {
        use: 'checkin',
        about: 'mood, energy and feelings in twenty seconds',
        flags: command =>
          command
            .option('--mood <1-5>', 'from 1 very low to 5 very good')
            .option('--energy <1-5>', 'from 1 empty to 5 plenty')
            .addOption(many('--feeling <word>', 'a feeling word; may be given again'))
            .option('--note <text>', 'a few words beside it')
            .option('--at <date>', 'the day and time it is about')
            .option('--private', 'keep it out of reviews, reports and exports'),
        load: async () => (await import('./commands/checkin.ts')).checkin,
      },
      {
        use: 'promise [text...]',
        about: 'make one; without words, list and settle the open ones',
        json: true,
        flags: command =>
          command
            .option('--if <cue>', 'the cue: "I wake before six"')
            .option('--due <date>', 'the day it is for')
            .addOption(many('--who <name>', 'somebody who knows; may be given again'))
            .option('--confidence <1-5>', 'how sure you are')
            .option('--private', 'keep it out of reviews, reports and exports'),
        load: async () => (await import('./commands/promise.ts')).promise,
        actions: [
          settle('done', 'it is done'),
          settle('partly', 'it is partly done'),
          settle('not-yet', 'not yet, which is an answer'),
          settle('let-go', 'let it go'),
          {
            use: 'shrink <number> [text...]',
            about: 'make it smaller',
            load: async () => (await import('./commands/promise.ts')).shrink,
          },
          {
            use: 'move <number> <day...>',
            about: 'move it to another day',
            load: async () => (await import('./commands/promise.ts')).move,
          },
        ],
      },
      {
        use: 'people',
        about: 'who is there: last in touch, kinds of support',
        json: true,
        load: async () => (await import('./commands/people.ts')).listPeople,
        actions: [
          {
            use: 'add <name...>',
            about: 'somebody in your life',
            flags: command =>
              command
                .option('--status <status>', 'close, distant, estranged, unsafe, died or paused')
                .addOption(many('--alias <name>', 'another name for them; may be given again')),
            load: async () => (await import('./commands/people.ts')).addPerson,
          },
          {
            use: 'reached <name...>',
            about: 'note a reach-out, yours or theirs',
            flags: command =>
              command
                .option('--direction <word>', 'asked, offered, received or given')
                .option('--support <word>', 'listened, advice, company or practical')
                .option('--expected <1-5>', 'how you thought it would go')
                .option('--actual <1-5>', 'how it went')
                .option('--answered', 'they answered')
                .option('--no-answer', 'they have not answered')
                .option('--cared-for <1-5>', 'how cared for you felt')
                .option('--note <text>', 'a few words beside it')
                .option('--at <date>', 'the day it is about')
                .option('--private', 'keep it out of reviews, reports and exports'),
            load: async () => (await import('./commands/people.ts')).reached,
          },
          {
            use: 'status <name> <status...>',
            about: 'close, distant, estranged, unsafe, died or paused',
            load: async () => (await import('./commands/people.ts')).setStatus,
          },
          {
            use: 'join <name> <other>',
            about: 'two names that mean one person; the first is kept',
            load: async () => (await import('./commands/people.ts')).joinPeople,
          },
        ],
      },
      {
        use: 'toolkit',
        about: 'coping tools, with what they did for your mood',
        json: true,
        load: async () => (await import('./commands/toolkit.ts')).listTools,
        actions: [
          {
            use: 'use <name...>',
            about: 'note that you tried one; asks before and after',
            flags: command =>
              command
                .option('--before <1-5>', 'mood before')
                .option('--after <1-5>', 'mood after')
                .option('--again', 'you would use it again')
                .option('--not-again', 'you would not')
                .option('--note <text>', 'a few words beside it')
                .option('--at <date>', 'the day it is about')
                .option('--private', 'keep it out of reviews, reports and exports'),
            load: async () => (await import('./commands/toolkit.ts')).useTool,
          },
        ],
      },
      {
        use: 'meeting [name...]',
        about: 'a group meeting: before, after, and what stayed',
        flags: command =>
          command
            .option('--before <1-5>', 'mood before')
            .option('--after <1-5>', 'mood after')
            .option('--stayed <text>', 'what stayed with you')
            .option('--next <date>', 'when the next one is')
            .option('--at <date>', 'the day it is about')
            .option('--private', 'keep it out of reviews, reports and exports'),
        load: async () => (await import('./commands/meeting.ts')).meeting,
      },
      {
        use: 'letter [text...]',
        about: 'to a later self, sealed until a day; or one never to be sent',
        json: true,
        flags: command =>
          command
            .option('--until <date>', 'sealed until this day')
            .option('--to <name>', 'whom it is to; it is never sent')
            .option('--list', 'the letters there are, sealed ones by date only'),
        load: async () => (await import('./commands/letter.ts')).letter,
      },
    ],
  ],
  [
    'Look back:',
    [
      {
        use: 'review [period...]',
        about: 'the reflection summary: day, week, month, year, season, all, or 2026-03',
        json: true,
        flags: command =>
          command
            .option('--from <date>', 'from this day on')
            .option('--to <date>', 'up to this day')
            .option('--html <file>', 'write a report that opens in a browser and prints')
            .option('--markdown', 'as Markdown')
            .option('--then-and-now', 'pages of other times beside these')
            .option('--no-words', 'without the words that mark this time'),
        load: async () => (await import('./commands/review.ts')).review,
      },
      {
        use: 'calendar [year]',
        about: 'the year as a grid, or a month (2026-03)',
        json: true,
        flags: command =>
          command.option('--by <what>', 'mood, presence, or the name of a theme', 'mood'),
        load: async () => (await import('./commands/calendar.ts')).calendar,
      },
      {
        use: 'insights',
        about: 'what went with better days, with honest statistics',
        json: true,
        load: async () => (await import('./commands/insights.ts')).insights,
      },
      {
        use: 'list',
        about: 'entries, newest last',
        json: true,
        flags: command => filters(command),
        load: async () => (await import('./commands/list.ts')).list,
      },
      {
        use: 'show [id-or-date...]',
        about: 'one entry, or the entries of a day; without words, the newest',
        json: true,
        flags: command => command.option('--history', 'with every earlier version'),
        load: async () => (await import('./commands/show.ts')).show,
      },
      {
        use: 'search <words...>',
        about: 'find words, whatever their case; several words all match',
        json: true,
        flags: command =>
          filters(command)
            .option('--any', 'any of the words is enough')
            .option('--regex', 'the words are a regular expression'),
        load: async () => (await import('./commands/search.ts')).search,
      },
      {
        use: 'status',
        about: 'one line: days present, promises due, an unfinished session',
        json: true,
        flags: command => command.option('--short', 'shorter, for a prompt or a status bar'),
        load: async () => (await import('./commands/status.ts')).status,
      },
    ],
  ],
  [
    'Keep:',
    [
      {
        use: 'edit <id> [text...]',
        about: 'change an entry; every earlier version is kept',
        flags: command =>
          saving(command)
            .option('--theme <theme>', 'the theme it belongs to')
            .option('--no-star', 'take the star away')
            .option('--no-private', 'let it be seen again'),
        load: async () => (await import('./commands/edit.ts')).edit,
      },
      {
        use: 'delete [id...]',
        about: 'move entries to the trash',
        json: true,
        flags: command =>
          command
            .option('--forever', 'remove every copy that hearten made')
            .option('--trash', 'what lies in the trash')
            .option('--back', 'bring these back from the trash'),
        load: async () => (await import('./commands/delete.ts')).deleteEntries,
      },
      {
        use: 'star <id>',
        about: 'star an entry, or mark it to bring along',
        flags: command =>
          command
            .option('--bring', 'mark it to bring to a group or a therapist')
            .option('--off', 'take the mark away'),
        load: async () => (await import('./commands/star.ts')).star,
      },
      {
        use: 'undo',
        about: 'take back the last change; again goes further back',
        load: async () => (await import('./commands/undo.ts')).undo,
      },
      {
        use: 'redo',
        about: 'bring back what undo took back',
        load: async () => (await import('./commands/undo.ts')).redo,
      },
      {
        use: 'erase',
        about: 'remove the whole journal, every copy that hearten made',
        flags: command => command.option('--all', 'yes, all of it'),
        load: async () => (await import('./commands/erase.ts')).erase,
      },
      {
        use: 'export <format>',
        about: 'markdown, json or text',
        flags: command =>
          filters(command, '--until')
            .option('--to <dir>', 'one file a day into this folder (markdown)')
            .option('--output <file>', 'into this file')
            .option('--prune', 'remove our files whose entries are gone')
            .option('--bring', 'only what is marked to bring along')
            .option('--with-private', 'private entries too'),
        load: async () => (await import('./commands/export.ts')).exportJournal,
      },
      {
        use: 'import <file>',
        about: "hearten's own JSON",
        flags: command =>
          command
            .option('--format <format>', 'json')
            .option('--dry-run', 'show what would come in, change nothing'),
        load: async () => (await import('./commands/import.ts')).importFile,
      },
      {
        use: 'backup [file]',
        about: 'a verified copy; without a file, the copies there are',
        json: true,
        load: async () => (await import('./commands/backup.ts')).backup,
      },
      {
        use: 'restore <file-or-day>',
        about: 'bring a copy back; shows first what would change',
        flags: command => command.option('--dry-run', 'only show what would change'),
        load: async () => (await import('./commands/backup.ts')).restore,
      },
      {
        use: 'doctor',
        about: 'a check-up: 0 healthy, 1 something found',
        json: true,
        flags: command =>
          command
            .option('--mend', 'bring back what can be brought back')
            .option('--break-lock', 'with --mend: remove a lock left by another machine'),
        load: async () => (await import('./commands/doctor.ts')).doctor,
      },
    ],
  ],
  [
    'Set up:',
    [
      {
        use: 'prompts',
        about: 'browse the questions',
        json: true,
        flags: command =>
          command
            .addOption(many('--theme <theme>', 'only this theme; may be given again'))
            .option('--depth <depth>', 'gentle, steady or deep')
            .option('--situation <word>', 'only those that fit'),
        load: async () => (await import('./commands/prompts.ts')).listPrompts,
        actions: [
          {
            use: 'show <id>',
            about: 'one question, why it is asked and what that rests on',
            json: true,
            load: async () => (await import('./commands/prompts.ts')).showPrompt,
          },
          {
            use: 'add [text...]',
            about: 'a question of your own',
            flags: command =>
              command
                .requiredOption('--theme <theme>', 'the theme it belongs to')
                .option('--deeper <text>', 'a second question'),
            load: async () => (await import('./commands/prompts.ts')).addPrompt,
          },
          {
            use: 'mute <id>',
            about: 'never ask this one again',
            load: async () => (await import('./commands/prompts.ts')).mutePrompt,
          },
          {
            use: 'unmute <id>',
            about: 'ask it again',
            load: async () => (await import('./commands/prompts.ts')).unmutePrompt,
          },
        ],
      },
      {
        use: 'config',
        about: 'preferences',
        json: true,
        load: async () => (await import('./commands/config.ts')).listSettings,
        actions: [
          {
            use: 'list',
            about: 'every preference and its value',
            json: true,
            load: async () => (await import('./commands/config.ts')).listSettings,
          },
          {
            use: 'get <name>',
            about: 'one value',
            json: true,
            load: async () => (await import('./commands/config.ts')).getSetting,
          },
          {
            use: 'set <name> <value...>',
            about: 'change one',
            load: async () => (await import('./commands/config.ts')).setSetting,
          },
          {
            use: 'unset <name>',
            about: 'back to the usual value',
            load: async () => (await import('./commands/config.ts')).unsetSetting,
          },
          {
            use: 'path',
            about: 'where preferences and journal are kept',
            json: true,
            load: async () => (await import('./commands/config.ts')).showPaths,
          },
          {
            use: 'mute [what] [value...]',
            about:
              'a person, tag, period or entry not to be shown again unasked; without words, the list',
            json: true,
            load: async () => (await import('./commands/mute.ts')).mute,
          },
          {
            use: 'unmute <what> <value...>',
            about: 'let it be shown again',
            load: async () => (await import('./commands/mute.ts')).unmute,
          },
        ],
      },
      {
        use: 'help-now',
        about: 'people to call, at any time, offline',
        json: true,
        flags: command => command.option('--country <code>', 'for another country, like IE'),
        load: async () => (await import('./commands/help-now.ts')).helpNow,
        actions: [
          {
            use: 'add <name> <number...>',
            about: "keep somebody's number, readable even when the journal is locked",
            load: async () => (await import('./commands/help-now.ts')).addNumber,
          },
          {
            use: 'remove <name...>',
            about: 'remove a number',
            load: async () => (await import('./commands/help-now.ts')).removeNumber,
          },
        ],
      },
      {
        use: 'demo',
        about: 'three months of a made-up journal, to look around in',
        flags: command => command.option('--into <dir>', 'make it in this new or empty folder'),
        load: async () => (await import('./commands/demo.ts')).demo,
      },
    ],
  ],
]

function settle(outcome: string, about: string): Entry {
  return {
    use: `${outcome} <number>`,
    about,
    flags: command =>
      outcome === 'let-go'
        ? command
        : command
            .option('--helped <text>', 'what helped')
            .option('--obstacle <text>', 'what got in the way'),
    load: async () => {
      const { settle: action } = await import('./commands/promise.ts')
      return (context, words, flags) => action(context, [outcome, ...words], flags)
    },
  }
}

const examples = `
Examples:
  hearten                          today's session, two to fifteen minutes
  hearten jot "we talked at last"  a line in between
  hearten review month             what this month was like

One key away at any time: hearten help-now
`

/** Reads the command line and does what it says. */
export async function run(argv: readonly string[], world: World, version: string): Promise<number> {
  let code: number | undefined
  const output: string[] = []

  /** Gives a command its flags, its action and its own commands. */
  const dress = (command: Command, entry: Entry): Command => {
    addGlobals(entry.flags ? entry.flags(command) : command)
    if (entry.load) {
      const { load } = entry
      command.action(async () => {
        const globals = globalsOf(command, entry)
        const action = (await load()) as Action<Record<string, unknown>>
        code = await action(await contextOf(world, globals), command.args, ownFlags(command))
      })
    }
    for (const inner of entry.actions ?? []) {
      command.enablePositionalOptions()
      dress(command.command(inner.use).description(inner.about), inner)
    }
    return command
  }

  const program = new Command('hearten')
    .description('A journal for people who are mending. Without a command: the guided session.')
    .configureOutput({
      writeOut: text => output.push(text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(100, world.columns ?? 80),
    })
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
    .enablePositionalOptions()
    .argument('[command]')
    .usage('[command] [flags]')
    .version(version, '-V, --version', 'the version')
    .helpOption('-h, --help', 'this help')
    .addHelpText('after', examples)
  dress(program, { use: '', about: '', flags: sessionFlags })
  program.action(async () => {
    if (program.args.length > 0) return unknown(program)
    const action = (await loadToday()) as Action<Record<string, unknown>>
    const flags = { ...ownFlags(program), bare: true }
    code = await action(await contextOf(world, globalsOf(program, {})), [], flags)
  })
  for (const [title, entries] of groups) {
    program.commandsGroup(title)
    for (const entry of entries) dress(program.command(entry.use).description(entry.about), entry)
  }
  program.hook('preSubcommand', () => refuseStray(program))

  try {
    await program.parseAsync(argv as string[], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw new UsageError(inOurWords(error, argv))
  }
  if (output.length > 0) world.writeOutput(output.join(''))
  return code ?? 0
}

/** The flags accepted before and after every command; shown in the main help only. */
function addGlobals(command: Command): void {
  const shown = command.parent === null
  const globals = [
    new Option('--journal <dir>', 'the folder of the journal'),
    new Option('--plain', 'linear text: no cursor movement, no boxes'),
    new Option('--no-color', 'without colour'),
    new Option('--json', 'data as JSON, where a command gives data'),
    new Option('-y, --yes', 'yes to every confirmation'),
    new Option('--no-input', 'never ask'),
    new Option('--no-pager', 'never use a pager'),
    new Option('-q, --quiet', 'no words beside the data'),
  ]
  for (const option of globals) command.addOption(shown ? option : option.hideHelp())
}

function globalsOf(command: Command, entry: { readonly json?: true }): Globals {
  const levels: Record<string, unknown>[] = []
  for (let at: Command | null = command; at; at = at.parent) levels.push(at.opts())
  const said = (name: string) => levels.some(flags => flags[name] === true)
  const allowed = (name: string) => levels.every(flags => flags[name] !== false)
  const journal = levels.map(flags => flags.journal).find(value => typeof value === 'string')
  if (said('json') && !entry.json)
    throw new UsageError(`${pathOf(command)} gives no data, so --json means nothing here.`)
  return {
    ...(typeof journal === 'string' ? { journal } : {}),
    plain: said('plain'),
    color: allowed('color'),
    json: said('json'),
    yes: said('yes'),
    input: allowed('input'),
    pager: allowed('pager'),
    quiet: said('quiet'),
  }
}

/** A command's own flags, without those that every command takes. */
const ownFlags = (command: Command): Record<string, unknown> =>
  Object.fromEntries(Object.entries(command.opts()).filter(([name]) => !globalNames.includes(name)))

const globalNames = ['journal', 'plain', 'color', 'json', 'yes', 'input', 'pager', 'quiet']

/** A session's flag before another command would be lost in silence. */
function refuseStray(program: Command): void {
  for (const name of Object.keys(program.opts()))
    if (!globalNames.includes(name) && program.getOptionValueSource(name) === 'cli')
      throw new UsageError(
        `--${name.replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)} belongs after the command.`,
      )
}

const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()

/** commander knows what is near; its method for saying so is not in its types. */
function unknown(program: Command): never {
  return (program as unknown as { unknownCommand(): never }).unknownCommand()
}

function inOurWords(error: CommanderError, argv: readonly string[]): string {
  const said = error.message.replace(/^error: /, '')
  if (error.code !== 'commander.unknownOption')
    return `${said}\n\`hearten --help\` shows what there is.`
  const flag = argv.find(word => said.includes(`'${word}'`)) ?? '-…'
  return `${said}\nIf it belongs to your words, put \`--\` before them: \`hearten jot -- ${flag} …\`.`
}
