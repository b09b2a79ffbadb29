import { expect, test } from 'vitest'
import { bundled, run } from '../helpers/bundled.ts'

test('no state that a power cut may leave loses what was acknowledged', async () => {
  const torture = run(await bundled('bench/crash-states.ts'), '--every', '60')
  const { how, said } = await torture.end
  expect(said).toBe('')
  expect(torture.lines.at(-1)).toBe('Nothing was lost in any of them.')
  expect(how).toBe(0)
  // Every deed was looked at, in more than a few of its states.
  const opened = torture.lines.slice(1, -1).map(line => line.trim().split(/\s{2,}|\s(?=\d)/))
  expect(opened.length).toBe(11)
})
