import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aHome, entriesOf, hearten, run, start } from './program.ts'

const count = 800
const kills = 6

/** The text of jrnl with so many entries over three years. */
function aLongJournal(): string {
  const entry = (n: number) => {
    const at = new Date(Date.UTC(2022, 0, 1, 8) + n * 22 * 3_600_000).toISOString()
    return `[${at.slice(0, 10)} ${at.slice(11, 16)}] Line ${n}. ${'And on it went. '.repeat(60)}\n`
  }
  return Array.from({ length: count }, (_, n) => entry(n)).join('\n')
}

test('an import that is killed leaves all of it or nothing, and running it again completes it', async () => {
  const home = aHome()
  const file = join(home.folder, 'journal.txt')
  writeFileSync(file, aLongJournal())
  // How long a whole one takes says over what time the kills are spread.
  const other = aHome()
  const began = performance.now()
  expect((await run(other, ['import', file])).code).toBe(0)
  const whole = performance.now() - began

  const outcomes = new Set<number>()
  for (let n = 0; n < kills; n++) {
    const home = aHome()
    await run(home, ['jot', 'before'])
    const { child, ended } = start(home, hearten('import', file))
    const timer = setTimeout(() => child.kill('SIGKILL'), (whole * (n + 1)) / kills)
    const { signal } = await ended
    clearTimeout(timer)
    const found = (await entriesOf(home)).length
    outcomes.add(found)
    expect([1, count + 1]).toContain(found)
    if (signal === null) expect(found).toBe(count + 1)
    expect(await run(home, ['import', file])).toMatchObject({ code: 0 })
    expect(await entriesOf(home)).toHaveLength(count + 1)
    expect((await run(home, ['doctor'])).code).toBe(0)
  }
  expect(outcomes).toContain(1)
})
