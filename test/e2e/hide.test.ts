import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aHome, has, needs, open, run } from './program.ts'

const canary = 'zwetschgenkuchen'

test('Ctrl-L leaves the pager, and nothing of the page can be scrolled back to', async context => {
  needs(context, has('less'), 'less')
  const home = aHome()
  for (let n = 0; n < 40; n++) await run(home, ['jot', `${canary} ${n}`])
  const pty = open(home, ['list'], { rows: 12 })
  await pty.waitFor(`${canary} 5`)
  pty.type(' ')
  await pty.waitFor(`${canary} 15`)
  pty.type('\x0c')
  expect((await pty.exit).code).toBe(0)
  expect(pty.raw()).toContain('\x1b[3J')
  expect(pty.history().join('\n').trim()).toBe('')
})

test('a person who has keys of their own for less keeps them', async context => {
  needs(context, has('less'), 'less')
  const home = aHome()
  for (let n = 0; n < 20; n++) await run(home, ['jot', `${canary} ${n}`])
  writeFileSync(join(home.env.HOME ?? '', '.lesskey'), '#command\nz quit\n')
  const pty = open(home, ['list'], { rows: 12 })
  await pty.waitFor(`${canary} 5`)
  pty.type('z')
  expect((await pty.exit).code).toBe(0)
  expect(pty.history().join('\n')).toContain(canary)
})

test('with --plain a line hides the screen', async () => {
  const home = aHome()
  const pty = open(home, ['jot', '--plain'])
  await pty.waitFor('A line with a single')
  pty.type(`${canary}\r`)
  pty.type('/hide\r')
  await pty.waitFor('Hidden.')
  expect(pty.history().join('\n')).not.toContain(canary)
  pty.type('.\r')
  await pty.waitFor('Saved for')
  expect((await run(home, ['list'])).out).toContain(canary)
})
