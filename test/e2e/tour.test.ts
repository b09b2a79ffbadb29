// What docs/tour.md tells people to type, typed: every line, in order, in a shell.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const lines = [
  ...readFileSync(join(root, 'docs/tour.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g),
]
  .flatMap(([, block = '']) => block.split('\n'))
  .map(line => line.replace(/\s+#.*/, '').trim())
  .filter(Boolean)

const folder = mkdtempSync(join(tmpdir(), 'hearten-tour-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = join(root, 'bin/hearten.js')
mkdirSync(join(folder, 'bin'))
writeFileSync(
  join(folder, 'bin/hearten'),
  `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
)
chmodSync(join(folder, 'bin/hearten'), 0o755)
writeFileSync(join(folder, 'passphrase'), 'a small boat on a wide lake\n', { mode: 0o600 })

describe('the tour', () => {
  it('has lines', () => expect(lines.length).toBeGreaterThanOrEqual(20))

  it.each(lines)('%s', line => {
    const { status, stderr } = spawnSync('sh', ['-c', line], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        HEARTEN_HOME: join(folder, 'home'),
        HEARTEN_PASSPHRASE_FILE: join(folder, 'passphrase'),
      },
    })
    // These two ask, and nobody is there to answer.
    const asks = /vault on|erase/.test(line)
    expect(status, stderr).toBe(asks ? 2 : 0)
  })
})
