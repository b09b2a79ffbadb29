import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { enough, type Step, scriptedDialogue } from '../helpers/scripted-dialogue.ts'

test('a result is for its owner only, leaves nothing beside it, and replaces what was there', async () => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const file = join(cli.home, 'out.json')
  writeFileSync(file, 'before', { mode: 0o644 })
  expect((await cli.run('export', 'json', '--output', file, '--yes')).code).toBe(0)
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
  expect((await cli.run('export', 'json', '--output', link, '--yes')).code).toBe(0)
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

test.each([
  [['export', 'json', '--output']],
  [['export', 'markdown', '--output']],
  [['export', 'text', '--output']],
  [['review', '--html']],
  [['backup']],
])('%j replaces nothing without a yes', async line => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const file = join(cli.home, 'out')
  writeFileSync(file, 'before')
  const { code, err } = await cli.run(...line, file)
  expect(code).toBe(2)
  expect(err).toContain('is there already')
  expect(readFileSync(file, 'utf8')).toBe('before')
  const no = cli.with({ dialogue: scriptedDialogue([['Go ahead?', false]]) })
  expect((await no.run(...line, file)).code).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe('before')
  expect((await cli.run(...line, file, '--yes')).code).toBe(0)
  expect(readFileSync(file, 'utf8')).not.toBe('before')
})

test.each<[string[], Step[], string]>([
  [['erase', '--all'], [['Go ahead?', enough]], 'Left as it was. Nothing was changed.'],
  [
    ['vault', 'on'],
    [
      ['Go ahead?', true],
      [/./, enough],
    ],
    'Left as it was.',
  ],
])('enough is no yes, and no fault of hearten: %j', async (line, steps, said) => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const dialogue = scriptedDialogue(steps)
  const { code, err } = await cli.with({ dialogue }).run(...line)
  expect(err).toContain(`hearten: ${said}\n`)
  expect(code).toBe(1)
  expect((await cli.run('list')).out).toContain('one')
})

test('what a killed export left beside a result goes with the next', async () => {
  const cli = aPerson()
  await cli.run('jot', 'one')
  const left = join(cli.home, '.out.json.0123456789ab.tmp')
  writeFileSync(left, 'half')
  utimesSync(left, new Date(0), new Date(0))
  expect((await cli.run('export', 'json', '--output', join(cli.home, 'out.json'))).code).toBe(0)
  expect(existsSync(left)).toBe(false)
})
