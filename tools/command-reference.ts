// docs/commands.md, of the same table as the commands themselves.
import type { OutlineCommand, OutlineFlag, TableOutline } from '../src/cli/outline.ts'
import { withActions } from '../src/cli/outline.ts'

export const commandReference = ({ groups, session, everywhere }: TableOutline): string =>
  `${[
    '# Commands',
    'Made of the table of commands in `src/cli/contents/`; `npx vitest run --project here test/docs -u` makes it anew.',
    '`man hearten` says the same after an installation, and `hearten COMMAND --help` a part of it.',
    '`hearten` alone is `hearten today`, and takes its flags.',
    ...flagTable(session),
    ...groups.flatMap(({ title, commands }) => [
      `## ${title}`,
      ...withActions(commands).flatMap(sectionOf),
    ]),
    '## Flags of every command',
    ...flagTable(everywhere),
    'What `--json` gives is in [json.md](json.md). Exit codes and environment variables are in the [README](../README.md#exit-codes).',
  ].join('\n\n')}\n`

function sectionOf({ path, words, entry, flags }: OutlineCommand): string[] {
  const usage = ['hearten', ...path, ...words.map(({ form }) => form)].join(' ')
  return [
    `${path.length > 1 ? '####' : '###'} \`${usage}\``,
    `${capital(entry.about)}.${entry.json ? ' With `--json` it gives data.' : ''}`,
    ...(entry.notes ?? []),
    ...(path.join(' ') === 'today' ? ['Its flags stand above.'] : flagTable(flags)),
    ...(entry.examples ? [['```sh', ...entry.examples.map(example), '```'].join('\n')] : []),
  ]
}

const example = ([line, about]: readonly [string, string?]): string =>
  about ? `${line}  # ${about}` : line

const flagTable = (flags: readonly OutlineFlag[]): string[] =>
  flags.length === 0
    ? []
    : [['| Flag | What it does |', '| --- | --- |', ...flags.map(rowOf)].join('\n')]

function rowOf({ long, short, word, about, values }: OutlineFlag): string {
  const names = [short, long].flatMap(name => name ?? []).join(', ')
  const list = typeof values === 'object' && values.length <= 12 && word !== '1-5'
  const among = list ? ` (${values.map(value => `\`${value}\``).join(', ')})` : ''
  return `| \`${names}${word ? ` <${word}>` : ''}\` | ${about.replaceAll('|', '\\|')}${among} |`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
