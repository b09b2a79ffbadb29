import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { groups } from '../../src/cli/program.ts'
import type { TableEntry } from '../../src/cli/table.ts'
import { given } from './foreign.ts'

/** How a sweep runs a command line: in this process or as a program of its own. */
export type RunLine = (
  argv: readonly string[],
  how: { readonly input?: string },
) => Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>

export interface Sweep {
  readonly run: RunLine
  /** The data folder of the journal. */
  readonly data: string
  /** A folder for files that commands are given and write. */
  readonly files: string
  /** Stands in everything a person can write, and in every name. */
  readonly word: string
  /** Files to import, by name; those that hearten exports itself come with the sweep. */
  readonly imports?: Readonly<Record<string, Uint8Array>>
}

/** What a sweep ran: its place in the table, and what came of it. */
export interface Swept {
  readonly path: string
  readonly argv: readonly string[]
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Every command of the table and every action, as `promise done`. */
export const allPaths: readonly string[] = groups.flatMap(([, entries]) => entries.flatMap(pathsOf))

function pathsOf({ use, actions = [] }: TableEntry): string[] {
  const [name = ''] = use.split(' ')
  return [name, ...actions.flatMap(pathsOf).map(path => `${name} ${path}`)]
}

/**
 * Runs every command of the table on one journal, in an order in which each of them has something to do: a
 * life in small. `HEARTEN_PASSPHRASE_FILE` must name a file for the last lines, in which the journal is encrypted, and
 * `HEARTEN_PART_PASSPHRASE_FILE` the same one for those before, in which it has a part with a lock of its own.
 */
export async function* everyCommand(sweep: Sweep): AsyncGenerator<Swept> {
  const { run, data, files, word, imports = {} } = sweep
  const line = async (argv: readonly string[], input?: string): Promise<Swept> => ({
    path: pathOf(argv),
    argv,
    ...(await run(argv, input === undefined ? {} : { input })),
  })
  const idOf = async (which: number): Promise<string> => {
    const { out } = await run(['list', '--json'], {})
    const { entries } = JSON.parse(out) as { entries: { id: string }[] }
    return entries[which]?.id ?? ''
  }
  const promptId = async (): Promise<string> => {
    const { out } = await run(['prompts', '--json'], {})
    const { prompts } = JSON.parse(out) as { prompts: { id: string; text: string }[] }
    return prompts.find(({ text }) => text.includes('the river'))?.id ?? ''
  }
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(files, name), content)
    return join(files, name)
  }

  yield await line(['jot', `${word} first\n${word}`, '--tag', word, '--person', word])
  yield await line(['jot', '--at', 'yesterday', '--mood', '2'], word)
  yield await line(['today'], `${word} piped\n.\n${word} more\n`)
  yield await line(['checkin', '--mood', '2', '--feeling', 'lonely', '--note', word])
  for (let n = 0; n < 5; n++)
    yield await line(['promise', `${word} ${n}`, '--if', word, '--who', word])
  yield await line(['promise'])
  yield await line(['promise', 'shrink', '1', word, 'smaller'])
  yield await line(['promise', 'move', '1', 'friday'])
  yield await line(['promise', 'done', '1', '--helped', word])
  yield await line(['promise', 'partly', '2'])
  yield await line(['promise', 'not-yet', '3', '--obstacle', word])
  yield await line(['promise', 'let-go', '4'])
  yield await line(['people', 'add', `${word} b`, '--status', 'close', '--alias', `${word} c`])
  yield await line(['people', 'add', `${word} d`])
  yield await line(['people', 'reached', `${word} b`, '--note', word])
  yield await line(['people', 'status', `${word} b`, 'distant'])
  yield await line(['people', 'show', `${word} b`])
  yield await line(['people', 'rename', `${word} b`, `${word} e`])
  yield await line(['people', 'join', `${word} e`, `${word} d`])
  yield await line(['people'])
  yield await line(['toolkit', 'use', `${word} walk`, '--before', '2', '--after', '3'])
  yield await line(['toolkit', 'show', `${word} walk`])
  yield await line(['toolkit', 'rename', `${word} walk`, `${word} stroll`])
  yield await line(['toolkit'])
  const walk = JSON.stringify({
    ...{ id: 'walk', name: `${word} walk`, about: word, end: word },
    sessions: [
      {
        ...{ id: 'one', name: word, depth: 'gentle', read: { text: [word], source: 'practice' } },
        prompts: [
          { theme: 'growth', text: `${word}?` },
          { theme: 'support', text: `And ${word}?` },
        ],
        ...{ step: word, person: word },
      },
    ],
  })
  yield await line(['course', 'add', file('given-walk.json', walk)])
  yield await line(['course', 'begin', 'walk'])
  yield await line(['course'])
  yield await line(['course', 'show', 'walk'])
  yield await line(['course', 'pause', 'walk'])
  yield await line(['course', 'leave', 'walk'])
  yield await line(['course', 'remove', 'walk'])
  yield await line(['urge', '--for', word, '--strength', '6', '--note', word, '--eased', word])
  yield await line(['urge', 'later', '--not-acted', '--eased', word])
  yield await line(['plan', 'edit', 'stay', word])
  yield await line(['plan'])
  yield await line(['plan', 'print', join(files, 'plan.md')])
  yield await line(['plan', 'unlocked', 'no'])
  yield await line(['since', 'add', word, '2026-08-01'])
  yield await line(['since', 'slip', word, '--note', word])
  yield await line(['since'])
  yield await line(['measure', 'add', word, '--low', word])
  yield await line(['checkin', '--measure', `${word}=3`])
  yield await line(['measure'])
  yield await line(['measure', 'rename', word, `${word} too`])
  yield await line(['measure', 'pause', `${word} too`])
  yield await line(['measure', 'remove', `${word} too`])
  yield await line(['since', 'remove', word])
  yield await line(['meeting', `${word} group`, '--stayed', word])
  yield await line(['letter', word, '--to', word, '--until', '2031-01-01'])
  yield await line(['letter', '--list'])
  for (const period of ['day', 'month', 'all']) yield await line(['review', period])
  yield await line(['review', 'all', '--markdown'])
  yield await line(['review', 'all', '--html', join(files, 'review.html')])
  for (const path of ['calendar', 'insights', 'list', 'show', 'status']) yield await line([path])
  yield await line(['show', 'today', '--history'])
  yield await line(['search', word])
  for (const path of ['review', 'list', 'people', 'toolkit', 'promise', 'show', 'status'])
    yield await line([path, '--json'])
  yield await line(['edit', await idOf(0), `${word} edited`])
  yield await line(['star', await idOf(0)])
  yield await line(['star', await idOf(0), '--bring'])
  for (const whom of ['group', 'therapist', 'sponsor', 'friend']) {
    yield await line(['page', whom, '--with-plan'])
    const to = join(files, `${whom}.${whom === 'group' ? 'md' : 'html'}`)
    yield await line(['page', whom, '--output', to, '--yes'])
  }
  const { out } = await run(['list', '--json', '--kind', 'reflection'], {})
  const { entries: answers } = JSON.parse(out) as { entries: { id: string }[] }
  yield await line(['again', answers[0]?.id ?? '', '--still-true', '2', '--answer', word])
  yield await line(['again', '--json'])
  yield await line(['delete', await idOf(1), '--yes'])
  yield await line(['undo'])
  yield await line(['redo'])
  for (const format of ['markdown', 'html', 'json', 'csv', 'text', 'jrnl']) {
    const to = join(files, `all.${format}`)
    yield await line(['export', format])
    yield await line(['export', format, '--output', to])
  }
  yield await line(['export', 'markdown', '--to', join(files, 'days')])
  yield await line(['import', join(files, 'all.json')])
  yield await line(['import', join(files, 'all.markdown'), '--dry-run'])
  for (const [name, bytes] of Object.entries(imports)) {
    const path = file(`given-${name.replaceAll(' ', '-')}`, bytes)
    yield await line(['import', path, '--dry-run'])
    yield await line(['import', path])
    yield await line(['list', '--limit', '30'])
  }
  yield await line(['people', 'remove', `${word} e`, '--yes'])
  yield await line(['toolkit', 'remove', `${word} stroll`, '--yes'])
  yield await line(['prompts', 'add', '--theme', 'growth', `${word} asks the river`])
  const own = await promptId()
  yield await line(['prompts'])
  yield await line(['prompts', 'show', own])
  yield await line(['prompts', 'edit', own, `${word} asks the river again`])
  yield await line(['prompts', 'mute', own])
  yield await line(['prompts', 'unmute', own])
  yield await line(['prompts', 'remove', own, '--yes'])
  const question = { id: 'one', theme: 'growth', text: `${word} asks the sea?` }
  const pack = JSON.stringify({ pack: 'mine', about: word, prompts: [question] })
  yield await line(['prompts', 'add-pack', file('given-pack.yaml', pack)])
  yield await line(['prompts', 'packs'])
  yield await line(['prompts', 'share', 'mine'])
  yield await line(['prompts', 'remove-pack', 'mine', '--yes'])
  yield await line(['config'])
  yield await line(['config', 'set', 'season', 'loss'])
  yield await line(['config', 'get', 'season'])
  yield await line(['config', 'unset', 'season'])
  yield await line(['config', 'mute', 'tag', word])
  yield await line(['config', 'mute'])
  yield await line(['config', 'list'])
  yield await line(['config', 'unmute', 'tag', word])
  yield await line(['config', 'path'])
  yield await line(['help-now', 'add', word, '12345'])
  yield await line(['help-now'])
  yield await line(['help-now', 'remove', word])
  yield await line(['inbox', '--shell'])
  writeFileSync(join(data, 'inbox', 'dropped.txt'), `${word} dropped\n`)
  yield await line(['inbox'])
  yield await line(['remind', '20:30', '--ics', join(files, 'minutes.ics')])
  yield await line(['remind', '20:30', '--shell'])
  yield await line(['remind'])
  yield await line(['remind', 'pause'])
  yield await line(['remind', 'on'])
  yield await line(['remind', 'off', '--yes'])
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) yield await line(['completion', shell])
  yield await line(['backup'])
  yield await line(['backup', '--list'])
  yield await line(['backup', join(files, 'backup.json')])
  yield await line(['restore', join(files, 'backup.json'), '--dry-run'])
  yield await line(['restore', join(files, 'backup.json'), '--yes'])
  yield await line(['doctor'])
  yield await line(['doctor', '--mend'])
  yield await line(['demo', '--into', join(files, 'demo')])
  yield await line(['vault', 'part', 'add', 'work', '--yes'])
  yield await line(['vault', 'part'])
  yield await line(['vault', 'part', 'list'])
  yield await line(['--part', 'work', 'jot', `${word} in the part`])
  yield await line(['vault', 'part', 'move', 'work', await idOf(0), '--yes'])
  yield await line(['vault', 'part', 'open', 'work'])
  yield await line(['vault', 'part', 'destroy', 'work', '--yes'])
  yield await line(['vault'])
  yield await line(['vault', 'keychain', 'on', '--yes'])
  yield await line(['vault', 'on', '--yes'])
  yield await line(['list'])
  yield await line(['jot', `${word} sealed`])
  yield await line(['vault', 'status'])
  yield await line(['vault', 'keychain'])
  yield await line(['vault', 'keychain', 'off'])
  const key = await line(['vault', 'recovery'])
  yield key
  yield await line(['vault', 'recover'], key.out)
  yield await line(['vault', 'passphrase', '--new', file('next', 'cake and tea at four o clock\n')])
  writeFileSync(join(files, 'passphrase'), readFileSync(join(files, 'next')))
  yield await line(['search', word])
  yield await line(['doctor'])
  yield await line(['vault', 'off', '--yes'])
  yield await line(['erase', '--all', '--yes'])
}

/** The passphrase of a sweep's journal, in the file that `HEARTEN_PASSPHRASE_FILE` has to name. */
export function passphraseIn(files: string): string {
  const path = join(files, 'passphrase')
  writeFileSync(path, 'tea and toast at noon\n', { mode: 0o600 })
  return path
}

/** One file of every journal that can be imported. */
export const everyImport: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries(given).map(([name, { bytes }]) => [name, bytes]),
)

/** The longest command at the beginning of a line. */
function pathOf(argv: readonly string[]): string {
  const words = argv[0] === '--part' ? argv.slice(2) : argv
  const paths = [3, 2].map(length => words.slice(0, length).join(' '))
  return paths.find(path => allPaths.includes(path)) ?? words[0] ?? ''
}
