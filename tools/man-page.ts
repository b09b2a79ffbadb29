// The manual page, in man(7), of the same table as the commands themselves.
import { readFileSync } from 'node:fs'
import type { OutlineCommand, OutlineFlag, TableOutline } from '../src/cli/outline.ts'
import { readmeTable } from './readme-tables.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
/** When the page itself was last gone over. */
const day = '2026-11-26'

export const manPage = ({ groups, session, everywhere }: TableOutline): string =>
  `${[
    '.\\" Made of the table of commands; docs/commands.md is its sister.',
    `.TH HEARTEN 1 ${day} "hearten ${version}" "User Commands"`,
    '.SH NAME',
    'hearten \\- a journal for people who are mending',
    '.SH SYNOPSIS',
    '.B hearten',
    '.RI [ flags ]',
    '.br',
    '.B hearten',
    '.I command',
    '.RI [ words ]',
    '.RI [ flags ]',
    '.SH DESCRIPTION',
    'A journal for the terminal, for people in a hard season.',
    'Alone it begins the session of today, two to fifteen minutes, or goes on with an unfinished one.',
    'Everything stays on this computer, and nothing is ever sent.',
    '.PP',
    'People to call, at any time and offline:',
    '.BR "hearten help\\-now" .',
    '.SH "FLAGS OF A SESSION"',
    ...session.flatMap(flagOf),
    ...groups.flatMap(({ title, commands }) => [
      `.SH "COMMANDS: ${text(title.toUpperCase())}"`,
      ...commands.flatMap(command => [command, ...command.actions]).flatMap(commandOf),
    ]),
    '.SH "FLAGS OF EVERY COMMAND"',
    ...everywhere.flatMap(flagOf),
    '.SH "EXIT STATUS"',
    ...readmeTable('Exit codes').flatMap(row),
    '.SH ENVIRONMENT',
    ...readmeTable('Environment variables').flatMap(row),
    '.SH FILES',
    '.TP',
    '.I ~/.local/share/hearten',
    'The journal, on Linux. It holds JSON, one entry a line.',
    '.TP',
    '.I ~/.config/hearten/config.json',
    'The preferences.',
    '.PP',
    '.B hearten config path',
    'says where both are here.',
    '.SH "SEE ALSO"',
    '.BR age (1),',
    '.BR less (1)',
  ].join('\n')}\n`

function commandOf({ path, words, entry, flags }: OutlineCommand): string[] {
  const usage = ['hearten', ...path].map(text).join(' ')
  const taken = words.map(({ form }) => ` \\fI${text(form)}\\fR`).join('')
  return [
    `.SS "\\fB${usage}\\fR${taken}"`,
    `${text(capital(entry.about))}.`,
    ...(entry.notes ?? []).flatMap(note => ['.PP', text(note)]),
    ...flags.flatMap(flagOf),
    ...(entry.examples ?? []).flatMap(([line, about]) => [
      '.PP',
      ...(about ? [`${text(capital(about))}:`, '.PP'] : []),
      '.nf',
      `.RS 4`,
      text(line),
      '.RE',
      '.fi',
    ]),
  ]
}

const flagOf = ({ long, short, word, about }: OutlineFlag): string[] => {
  const names = [short, long].flatMap(name => (name ? [`\\fB${text(name)}\\fR`] : []))
  return ['.TP', `${names.join(', ')}${word ? ` \\fI${text(word)}\\fR` : ''}`, `${text(about)}.`]
}

const row = ([name, about]: readonly [string, string]): string[] => [
  '.TP',
  `\\fB${text(name)}\\fR`,
  `${text(capital(about))}.`,
]

/** Words as roff takes them: no line begins with a command, and every hyphen can be typed as it stands. */
const text = (words: string): string =>
  words
    .replaceAll('`', '')
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replace(/^(?=[.'])/, '\\&')

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
