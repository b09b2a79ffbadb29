import type { Command, CommanderError } from 'commander'

/** What was wrong with a command line, in our words, with what may have been meant and where to look. */
export function inOurWords({ code, message }: CommanderError, command: Command): string {
  const [, quoted = ''] = /'(.*)'/s.exec(message) ?? []
  const [, near] = /\(Did you mean (.*)\?\)/s.exec(message) ?? []
  const path = pathOf(command)
  const [stray] = command.args
  const lines = (said: string, ...more: string[]) =>
    [near ? `${said} Did you mean ${near}?` : said, ...more].join('\n')
  const see = `\`${path} --help\` shows what there is.`

  switch (code) {
    case 'commander.unknownOption':
      // commander looks at flags first, but a command that does not exist has none.
      if (command.parent === null && stray && !stray.startsWith('-')) unexpected(command)
      return lines(`there is no flag ${quoted}.`, see, ...inCaseOfWords(command, path, quoted))
    case 'commander.unknownCommand':
      return command.commands.length > 0
        ? lines(`there is no \`${path} ${quoted}\`.`, see)
        : lines(`\`${path}\` takes no words, and there was "${quoted}".`, see)
    case 'commander.help':
      // `hearten help` with a word that is no command.
      command.args.shift()
      return unexpected(command)
    case 'commander.missingArgument':
      return lines(`something is missing: \`${usageOf(command)}\`.`, see)
    case 'commander.optionMissingArgument':
      return lines(`${quoted} needs a word after it.`, see)
    case 'commander.missingMandatoryOptionValue':
      return lines(`\`${path}\` needs ${quoted}.`, see)
    default:
      return lines(message.replace(/^error: /, ''), see)
  }
}

/** Ends with what may have been meant by a word in the place of a command. */
export function unexpected(command: Command): never {
  // commander has this method, and its types leave it out.
  return (command as unknown as { unknownCommand(): never }).unknownCommand()
}

/** The command with the words it takes: `hearten promise move <number> <day...>`. */
export const usageOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${termOf(command)}` : termOf(command)

/** Its last word and those it takes: `move <number> <day...>`. */
export function termOf(command: Command): string {
  const words = command.registeredArguments.map(argument => {
    const name = argument.name() + (argument.variadic ? '...' : '')
    return argument.required ? `<${name}>` : `[${name}]`
  })
  return [command.name(), ...words].join(' ')
}

/** The command as it is typed: `hearten people add`. */
export const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()

const inCaseOfWords = (command: Command, path: string, flag: string): string[] =>
  command.registeredArguments.some(argument => argument.variadic)
    ? [`If it belongs to your words, put \`--\` before them: \`${path} -- ${flag} …\`.`]
    : []
