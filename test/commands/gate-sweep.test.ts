import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { allPaths, everyCommand, everyImport, passphraseIn } from '../helpers/every-command.ts'
import { filesIn } from '../helpers/files.ts'

/** What a terminal obeys, what turns the reading order round, a tag, and what a table takes for a formula. */
const nasty = '=x\u001b[2J\u009b31m\u202e<img/src=x>y'
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

/** A file of another journal in whose sentences the same stands. */
function hostile(name: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return bytes
  const text = Buffer.from(bytes).toString('utf8')
  const isJson = /^[[{]/.test(text.trim())
  const word = isJson ? JSON.stringify(nasty).slice(1, -1) : nasty.replaceAll('"', '')
  return Buffer.from(
    text.replace(/( [a-z]{4,})(?=[ .,])/g, `$1${name.includes('xml') ? '' : word}`),
  )
}

const imports = Object.fromEntries(
  Object.entries(everyImport).map(([name, bytes]) => [name, hostile(name, bytes)]),
)

/** Cells as they stand in a table of hearten's: each in quotes where it needs them. */
const cellsOf = (csv: string): string[] =>
  [...csv.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\n]*))/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  )

describe.each([
  ['at a terminal', true],
  ['through a pipe', false],
])('%s', (_, terminal) => {
  it('nothing a person wrote, or another journal, leaves without passing the gate', async () => {
    const first = aPerson()
    const files = join(first.home, 'files')
    mkdirSync(files)
    const passphrase = passphraseIn(files)
    const env = {
      ...{ HEARTEN_PASSPHRASE_FILE: passphrase, HEARTEN_PART_PASSPHRASE_FILE: passphrase },
      NO_COLOR: '1',
    }
    const run = (argv: readonly string[], { input }: { input?: string }) => {
      const isAsked =
        terminal && input === undefined && !/^(export|vault|list --json)/.test(argv.join(' '))
      const life = isAsked
        ? { terminal: true, env }
        : { env, ...(input !== undefined && { input }) }
      return first.with(life).run(...argv, ...(isAsked ? ['--no-input', '--no-pager'] : []))
    }
    const swept = new Set<string>()
    let takenIn = 0
    for await (const { path, argv, out, err } of everyCommand({
      ...{ run, files, data: first.data, word: nasty, imports },
    })) {
      swept.add(path)
      const where = argv.join(' ')
      expect([where, obeyed.exec(out)?.[0]]).toEqual([where, undefined])
      expect([where, obeyed.exec(err)?.[0]]).toEqual([where, undefined])
      if (path === 'list' && out.includes('img/src')) takenIn++
    }
    // It is not only that nothing came: the words did, harmless.
    expect(takenIn).toBeGreaterThan(10)
    expect(allPaths.filter(path => !swept.has(path))).toEqual([])

    const written = filesIn(files).filter(
      path => !/given-|\/(passphrase|next)$|\/demo\//.test(path),
    )
    expect(written.length).toBeGreaterThan(10)
    for (const path of written) {
      // A calendar's lines end as RFC 5545 has it.
      const raw = readFileSync(path, 'utf8')
      const text = path.endsWith('.ics') ? raw.replaceAll('\r\n', '\n') : raw
      expect([path, obeyed.exec(text)?.[0]]).toEqual([path, undefined])
      if (path.endsWith('html')) expect([path, text.includes('<img')]).toEqual([path, false])
      if (path.endsWith('csv'))
        expect([path, cellsOf(text).filter(cell => /^[=+@\t]/.test(cell))]).toEqual([path, []])
    }
  })
})
