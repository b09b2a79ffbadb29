import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { recordsOfSize, writeJournal } from '../../bench/journal-of-size.ts'
import { aHome, type Home, hearten, start } from './program.ts'

const kills = 5
let home: Home
let out: string
beforeEach(() => {
  home = aHome()
  writeJournal(home.hearten, recordsOfSize(1500))
  out = join(home.folder, 'out')
  mkdirSync(out)
})

/** Kills an export at moments spread over the time that a whole one took. @returns how many were not done */
async function underFire(words: readonly string[], whole: number, check: () => void) {
  let killed = 0
  for (let nth = 1; nth <= kills; nth++) {
    const { child, ended } = start(home, hearten(...words))
    const timer = setTimeout(() => child.kill('SIGKILL'), (whole * nth) / (kills + 1))
    if ((await ended).signal === 'SIGKILL') killed++
    clearTimeout(timer)
    check()
  }
  return killed
}

async function inTime(words: readonly string[]) {
  const begun = Date.now()
  expect((await start(home, hearten(...words)).ended).code).toBe(0)
  return Date.now() - begun
}

/** What a killed export left over is taken for that only when it is old. */
function later() {
  for (const name of readdirSync(out)) utimesSync(join(out, name), 0, 0)
}

test('kill -9 of an export: its file is the old one or the new one, and the next clears away the rest', async () => {
  const file = join(out, 'journal.md')
  const words = ['export', 'markdown', '--output', file, '--yes']
  const whole = await inTime(words)
  const after = readFileSync(file, 'utf8')
  writeFileSync(file, 'before')
  const killed = await underFire(words, whole, () => {
    const text = readFileSync(file, 'utf8')
    expect(text === 'before' || text === after).toBe(true)
  })
  expect(killed).toBeGreaterThan(0)
  later()
  await inTime(words)
  expect(readdirSync(out)).toEqual(['journal.md'])
  expect(readFileSync(file, 'utf8') === after).toBe(true)
})

test('kill -9 of an export to a folder: every file is whole, and the next one makes it what it would be', async () => {
  const contents = () =>
    Object.fromEntries(readdirSync(out).map(name => [name, readFileSync(join(out, name), 'utf8')]))
  const words = ['export', 'markdown', '--to', out]
  const whole = await inTime(words)
  const after = contents()
  const killed = await underFire([...words, '--theme', 'growth', '--redact'], whole, () => {
    for (const [name, text] of Object.entries(contents()))
      if (name.endsWith('.md')) expect(text.endsWith('\n')).toBe(true)
  })
  expect(killed).toBeGreaterThan(0)
  later()
  await inTime(words)
  expect(contents()).toEqual(after)
})
