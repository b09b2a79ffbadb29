import { expect, test } from 'vitest'
import { bundled, run } from '../helpers/bundled.ts'

test('whatever file is damaged, and however: it is named, and mending brings all of it back', async () => {
  const torture = run(await bundled('bench/damage.ts'), '--flips', '60')
  const { how, said } = await torture.end
  expect(said).toBe('')
  expect(torture.lines.at(-1)).toBe('All of it came back.')
  expect(how).toBe(0)
})
