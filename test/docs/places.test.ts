import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { everyCommand, passphraseIn } from '../helpers/every-command.ts'
import { filesIn } from '../helpers/files.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../docs', file), 'utf8')

/** What stands in backquotes in the first column of its tables of files, as a pattern of paths. */
const named = [...read('data-format.md').matchAll(/^\| (`[^|]*[./][^|]*`) \|/gm)]
  .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path))
  .map(path =>
    path
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/^g\d/, 'g\\d+')
      .replace(/2026-11-22/, '\\d{4}-\\d\\d-\\d\\d(?:T\\d+)?')
      .replace(/2026-11/, '\\d{4}-\\d\\d')
      .replace('…', '[^/]+')
      .replace(/^parts\/NAME\/$/, 'parts/[^/]+/')
      .replace(/\/$/, '/.*'),
  )
// `NAME.bak` and the like stand below the table; a part is laid out like the folder, and a copy like `g1`.
const known = new RegExp(`^(?:parts/[^/]+/)?(?:${named.join('|')})(?:\\.bak)?$`)

it('docs/data-format.md has every file that a command leaves in the data folder', async () => {
  const person = aPerson()
  const files = join(person.home, 'files')
  mkdirSync(files)
  const passphrase = passphraseIn(files)
  const env = { HEARTEN_PASSPHRASE_FILE: passphrase, HEARTEN_PART_PASSPHRASE_FILE: passphrase }
  const run = (argv: readonly string[], { input }: { input?: string }) =>
    person.with({ env, ...(input !== undefined && { input }) }).run(...argv)
  const seen = new Set<string>()
  for await (const { argv } of everyCommand({ run, files, data: person.data, word: 'canary' })) {
    const found = existsSync(person.data) ? filesIn(person.data) : []
    const there = found.map(path => relative(person.data, path))
    for (const path of there) seen.add(path)
    expect([argv.join(' '), there.filter(path => !known.test(path))]).toEqual([argv.join(' '), []])
  }
  // It looked: months, a second generation, a part and what is remembered were there at some time.
  for (const some of [
    /^g1\/months\//,
    /^g2\/identity\.age$/,
    /^parts\//,
    /^g1\/cache\//,
    /^inbox\//,
  ])
    expect([some, [...seen].some(path => some.test(path))]).toEqual([some, true])
})
