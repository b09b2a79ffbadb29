import type { Command, Help, Option } from 'commander'
import { asTyped } from '../system/as-typed.ts'
import type { World } from '../system/world.ts'
import { isGlobal } from './globals.ts'
import { termOf, usageOf } from './misuse.ts'

/** A term and what it means. */
export type Row = readonly [term: string, about?: string]
/** Titled rows. Sections side by side in a list share the column where the meanings begin. */
type Section = readonly [title: string, rows: readonly Row[]]

/** What help says about a command beside its arguments and flags. */
interface Manual {
  readonly examples?: readonly Row[]
  readonly notes?: readonly string[]
  readonly noJson?: true
}

const examples: readonly Row[] = [
  ['hearten', "today's session, two to fifteen minutes"],
  ['hearten jot "we talked at last"', 'a line in between'],
  ['hearten review month', 'what this month was like'],
]
const alwaysThere = 'People to call, at any time: `hearten help-now`'
/** With fewer columns than this for the meanings, each goes under its term. */
const NARROW = 24

/** `hearten --help`: examples, commands, the flags of a session, the flags of every command. */
export function contents(program: Command, help: Help, env: World['env']): string {
  const flags = help.visibleOptions(program)
  const everywhere = flags.filter(flag => isGlobal(flag) || /--(help|version)$/.test(flag.flags))
  const ofSession = flags.filter(flag => !everywhere.includes(flag))
  const titles = new Set(program.commands.map(command => command.helpGroup()))
  return page(help, [
    'A journal for people who are mending.',
    [['Examples:', typed(examples, env)]],
    asTyped(alwaysThere, env),
    [...titles].map(title => [
      title,
      program.commands.filter(command => command.helpGroup() === title).map(rowOf),
    ]),
    [
      ['Flags of a session:', ofSession.map(flagRow)],
      ['Flags of every command:', everywhere.map(flagRow)],
    ],
    asTyped('More about one of them: `hearten jot --help`', env),
  ])
}

/** `hearten jot --help` */
export function manual(command: Command, about: Manual, help: Help, env: World['env']): string {
  const flags = help
    .visibleOptions(command)
    .filter(flag => !isGlobal(flag) || (!about.noJson && flag.long === '--json'))
  return page(help, [
    `${capital(command.description())}.`,
    [['Usage:', [[`${usageOf(command)} [flags]`]]]],
    [['Examples:', typed(about.examples ?? [], env)]],
    [['Commands:', command.commands.map(rowOf)]],
    [['Flags:', flags.map(flagRow)]],
    ...(about.notes ?? []),
    asTyped('Flags of every command: `hearten --help`', env),
    asTyped(alwaysThere, env),
  ])
}

/** Paragraphs, and sections in between. */
function page(help: Help, parts: readonly (string | readonly Section[])[]): string {
  const width = help.helpWidth ?? 80
  const blocks = parts.flatMap(part => {
    if (typeof part === 'string') return [help.boxWrap(part, width)]
    const sections = part.filter(([, rows]) => rows.length > 0)
    const terms = sections.flatMap(([, rows]) =>
      rows.map(([term, about]) => (about ? term.length : 0)),
    )
    const column = Math.max(...terms) + 4
    return sections.map(([title, rows]) =>
      [title, ...rows.map(row => inColumns(row, column, width, help))].join('\n'),
    )
  })
  return `${blocks.join('\n\n')}\n`
}

function inColumns([term, about]: Row, column: number, width: number, help: Help): string {
  if (!about) return `  ${term}`
  const under = width - column < NARROW
  const indent = under ? 6 : column
  const meaning = help.boxWrap(about, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`)
  return under
    ? `  ${term}\n${' '.repeat(indent)}${meaning}`
    : `  ${term.padEnd(column - 2)}${meaning}`
}

const rowOf = (command: Command): Row => [termOf(command), command.description()]

const flagRow = (option: Option): Row => [option.flags, option.description]

const typed = (rows: readonly Row[], env: World['env']): Row[] =>
  rows.map(([line, about]) => [asTyped(`\`${line}\``, env).slice(1, -1), about ?? ''])

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
