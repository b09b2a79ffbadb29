import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

test('a result is for its owner only, leaves nothing beside it, and replaces what was there', async () => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const file = join(cli.home, 'out.json')
  writeFileSync(file, 'before', { mode: 0o644 })
  expect((await cli.run('export', 'json', '--output', file)).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe((await cli.run('export', 'json')).out)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(cli.home).filter(name => name.includes('out.json'))).toEqual(['out.json'])
})

test('a link in the place of a result does not choose what is written over', async () => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const other = join(cli.home, 'other.txt')
  const link = join(cli.home, 'out.json')
  writeFileSync(other, 'somebody else')
  symlinkSync(other, link)
  expect((await cli.run('export', 'json', '--output', link)).code).toBe(0)
  expect(readFileSync(other, 'utf8')).toBe('somebody else')
  expect(lstatSync(link).isFile()).toBe(true)
})

test('a result that cannot be written is said, and nothing is left', async () => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const { code, err } = await cli.run('export', 'json', '--output', join(cli.home, 'no/out.json'))
  expect(code).toBe(1)
  expect(err).toContain('could not be written (ENOENT). Nothing was changed there.')
})
