import { expect, test } from 'vitest'
import { bundled, run } from '../helpers/bundled.ts'

test('pages that are dropped and taken in between kills are all there, once', async () => {
  const torture = run(await bundled('bench/torture-inbox.ts'), '--kills', '16')
  const { how, said } = await torture.end
  expect(said).toBe('')
  expect(torture.lines.at(-1)).toBe('Nothing was lost, and nothing is there twice.')
  expect(how).toBe(0)
})
