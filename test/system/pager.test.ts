import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { pageThrough } from '../../src/system/pager.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearten pager-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program that notes what it was started with and what it was given. */
function noting(name: string, says = 'LESS=$LESS'): string {
  const file = join(folder, name)
  writeFileSync(
    file,
    `#!/bin/sh\n{ printf '%s|' "$@" "${says}"; cat; } >'${join(folder, 'seen')}'\n`,
  )
  chmodSync(file, 0o755)
  return file
}

const worldOf = (env: Record<string, string>) => ({ env, home: folder, writeOutput() {} })

it.each([
  ['PAGER with quotes and flags', (file: string) => `'${file}' -x "two words"`, '-x|two words|'],
  ['less, told to let marks pass', (file: string) => `'${file}'`, '-R|'],
])('starts %s', (what, pager, args) => {
  const file = noting(what.startsWith('less') ? 'less' : 'other')
  expect(
    pageThrough(
      'a \u001b[1mmark\u001b[22m\n',
      worldOf({ PAGER: pager(file), PATH: '/usr/bin:/bin', LESS: 'i' }),
    ),
  ).toBe(true)
  expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe(
    `${args}LESS=i|a \u001b[1mmark\u001b[22m\n`,
  )
})

it.each([
  ['UTF-8, whatever languages are installed', {}, 'utf-8|'],
  ['what somebody set', { LESSCHARSET: 'latin1' }, 'latin1|'],
])('has less read %s', (_what, env: Record<string, string>, charset) => {
  const file = noting('less', '$LESSCHARSET|')
  expect(pageThrough('“a”\n', worldOf({ PAGER: `'${file}'`, PATH: '/usr/bin:/bin', ...env }))).toBe(
    true,
  )
  expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe(`-R|${charset}|“a”\n`)
})

it('leaves it to the terminal where there is no pager', () => {
  expect(pageThrough('x', worldOf({ PAGER: 'cat' }))).toBe(false)
  expect(pageThrough('x', worldOf({ PAGER: '/no/such/pager' }))).toBe(false)
})
