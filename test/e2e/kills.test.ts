import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aHome, bin, entriesOf, type Home, hearten, run, start } from './program.ts'

const writers = 4
const killsEach = 10

/** Jots until it has been killed so often, at moments spread over the life of a start; says what was acknowledged. */
async function jotUnderFire(home: Home, writer: number) {
  const acknowledged: string[] = []
  let killed = 0
  for (let n = 0; killed < killsEach; n++) {
    const words = `line ${writer}-${n} ${'and on '.repeat(40)}end`
    const { child, ended } = start(home, hearten('jot', words))
    // The shortest starts end before the latest kills, so that some lines are acknowledged.
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 450)
    const { code, signal } = await ended
    clearTimeout(timer)
    if (code === 0) acknowledged.push(words)
    if (signal === 'SIGKILL') killed++
  }
  return { acknowledged, killed }
}

test('kill -9 while jotting: what was acknowledged is there, and nothing is damaged', async () => {
  const home = aHome()
  const fates = await Promise.all(
    Array.from({ length: writers }, (_, writer) => jotUnderFire(home, writer)),
  )
  const acknowledged = fates.flatMap(fate => fate.acknowledged)
  const kills = fates.reduce((sum, { killed }) => sum + killed, 0)

  const kept = (await entriesOf(home)).map(({ text }) => text)
  expect(new Set(kept).size).toBe(kept.length)
  expect(kept.every(text => /^line \d-\d+ (and on ){40}end$/.test(text))).toBe(true)
  expect(acknowledged.filter(text => !kept.includes(text))).toEqual([])
  expect(kept.length).toBeLessThanOrEqual(acknowledged.length + kills)

  // A killed writer may leave a lock, a change that is not filed or a temporary file, and no more.
  const { out } = await run(home, ['doctor', '--json'])
  const { findings } = JSON.parse(out) as { findings: { what: string }[] }
  const harmless = ['lock', 'waiting', 'stray']
  expect(findings.map(({ what }) => what).filter(what => !harmless.includes(what))).toEqual([])
  expect((await run(home, ['doctor', '--mend', '--yes'])).code).toBe(0)
  expect((await run(home, ['doctor'])).code).toBe(0)
  expect((await entriesOf(home)).map(({ text }) => text)).toEqual(kept)
})

test('eight processes that jot ten lines each keep all eighty', async () => {
  const home = aHome()
  const one = `for n in 0 1 2 3 4 5 6 7 8 9; do "${process.execPath}" "${bin}" -q jot "$W-$n" || exit 1; done`
  const ends = await Promise.all(
    Array.from(
      { length: 8 },
      (_, writer) => start(home, ['sh', '-c', one], { env: { W: `writer ${writer}` } }).ended,
    ),
  )
  expect(ends).toEqual(ends.map(() => ({ code: 0, signal: null, out: '', err: '' })))
  const all = ends.flatMap((_, writer) =>
    Array.from({ length: 10 }, (_, n) => `writer ${writer}-${n}`),
  )
  expect((await entriesOf(home)).map(({ text }) => text).sort()).toEqual(all.sort())
  expect((await run(home, ['doctor'])).code).toBe(0)
  expect(existsSync(join(home.data, 'lock'))).toBe(false)
})
