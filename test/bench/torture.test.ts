import { expect, test } from 'vitest'
import { bundled, run } from '../helpers/bundled.ts'

test('writers that are killed at random moments lose nothing that was acknowledged', async () => {
  const torture = run(await bundled('bench/torture.ts'), '--kills', '24', '--writers', '4')
  const { how, said } = await torture.end
  expect(said).toBe('')
  expect(torture.lines.at(-1)).toBe('Nothing was lost.')
  expect(how).toBe(0)
})
