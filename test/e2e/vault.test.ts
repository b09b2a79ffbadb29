import { lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aHome, below, type Home, hearten, open, run, start } from './program.ts'
import { answer, written } from './sitting.ts'

const canary = 'zwetschgenkuchen'
const passphrase = 'tea and toast at noon'

/** A home whose passphrase lies in a file beside it. */
function aHomeOfOnes(): { home: Home; knowing: { env: Record<string, string> } } {
  const home = aHome()
  const file = join(home.folder, 'passphrase')
  writeFileSync(file, `${passphrase}\n`, { mode: 0o600 })
  return { home, knowing: { env: { HEARTEN_PASSPHRASE_FILE: file } } }
}

/** Everything below the home but the passphrase, its own folder for temporary files too. */
const holding = ({ folder }: Home): string[] =>
  below(folder).filter(path => {
    const file = join(folder, path)
    if (path.includes(canary)) return true
    return lstatSync(file).isFile() && readFileSync(file).includes(canary)
  })

async function textsOf(home: Home, knowing: { env: Record<string, string> }): Promise<string[]> {
  const { code, out, err } = await run(home, ['list', '--json'], knowing)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out).entries.map(({ text }: { text: string }) => text)
}

test('what is written while the journal is encrypted and made plain again is all there', async () => {
  const { home, knowing } = aHomeOfOnes()
  await run(home, ['jot', `${canary} first`])
  const acknowledged = [`${canary} first`]
  let isOver = false
  const writer = async (name: number) => {
    for (let n = 0; !isOver; n++) {
      const words = `${canary} ${name}-${n}`
      const { code } = await run(home, ['jot', words])
      if (code === 0) acknowledged.push(words)
    }
  }
  const writers = [writer(1), writer(2)]
  for (const way of ['on', 'off', 'on'])
    expect([way, await run(home, ['vault', way, '--yes'], knowing)]).toEqual([
      way,
      expect.objectContaining({ code: 0 }),
    ])
  isOver = true
  await Promise.all(writers)
  expect(acknowledged.length).toBeGreaterThan(6)
  expect((await textsOf(home, knowing)).sort()).toEqual(acknowledged.sort())
  expect(holding(home)).toEqual([])
}, 300_000)

test('kill -9 while it is encrypted: the journal is the one or the other, whole, and goes on', async () => {
  const { home, knowing } = aHomeOfOnes()
  for (const words of ['one', 'two']) await run(home, ['jot', `${canary} ${words}`])
  const isPlain = async () =>
    JSON.parse((await run(home, ['vault', '--json'])).out).encrypted === false
  for (let kill = 0; kill < 5; kill++) {
    const way = (await isPlain()) ? 'on' : 'off'
    const { child, ended } = start(home, hearten('vault', way, '--yes'), knowing)
    const timer = setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * 3000)
    await ended
    clearTimeout(timer)
    expect((await textsOf(home, knowing)).slice(0, 2)).toEqual([`${canary} one`, `${canary} two`])
    expect([way, holding(home).length > 0]).toEqual([way, await isPlain()])
    expect((await run(home, ['jot', 'goes on'])).code).toBe(0)
  }
}, 300_000)

test('at a terminal the passphrase is never shown, and a slip of it costs nothing', async () => {
  const { home, knowing } = aHomeOfOnes()
  await run(home, ['jot', `${canary} first`])
  expect((await run(home, ['vault', 'on', '--yes'], knowing)).code).toBe(0)
  const pty = open(home, ['list'])
  await pty.waitFor('Your passphrase, to read your journal:', 60_000)
  pty.type('tea and coffee\r')
  await pty.waitFor('That was not it.', 60_000)
  pty.type(`${passphrase}\r`)
  expect(await pty.exit).toEqual({ code: 0, signal: 0 })
  expect(pty.history().join('\n')).toContain(`${canary} first`)
  expect(pty.raw()).not.toContain('tea and')
}, 120_000)

test('a page that is being typed in a locked journal outlives kill -9', async () => {
  const { home, knowing } = aHomeOfOnes()
  await run(home, ['jot', 'first'])
  expect((await run(home, ['vault', 'on', '--yes'], knowing)).code).toBe(0)
  const pty = open(home, ['jot'])
  await pty.waitFor('What is on your mind?', 60_000)
  pty.type(`${canary} half a`)
  await pty.waitFor(`${canary} half a`, 60_000)
  pty.kill('SIGKILL')
  await pty.exit
  expect(holding(home)).toEqual([])
  const { out } = await run(home, ['status'], knowing)
  expect(out).toContain('Something was begun')
}, 120_000)

test('a guided session is sat and kept by who has forgotten the passphrase', async () => {
  const { home, knowing } = aHomeOfOnes()
  await run(home, ['jot', 'first'])
  expect((await run(home, ['vault', 'on', '--yes'], knowing)).code).toBe(0)
  const pty = open(home, ['--length', 'short', '--theme', 'compassion'])
  await answer(pty, 'Your passphrase, to read your journal:', '\r')
  await pty.waitFor('Your journal stays locked.', 60_000)
  await answer(pty, 'How are you, right now?', '3')
  await answer(pty, 'And your energy?', '3\r')
  await answer(pty, 'Which words come near?', '\r')
  await written(pty, `${canary} in the dark`)
  await pty.waitFor(/in the dark[\s\S]*Enter skips/, 60_000)
  pty.type('\x18')
  await pty.waitFor('Saved for', 60_000)
  await pty.exit
  expect(holding(home)).toEqual([])
  expect(await textsOf(home, knowing)).toContain(`${canary} in the dark`)
}, 180_000)
