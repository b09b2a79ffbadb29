import { expect, test } from 'vitest'
import { bundled, run } from '../helpers/bundled.ts'

// The short forms of what `npm run reliability` runs at full length.

test.each([
  ['together', ['--writers', '4', '--each', '10'], 'Nothing was lost.'],
  ['import-fuzz', ['--runs', '400'], 'All were taken in or refused in words.'],
  ['vault-kills', ['--kills', '2', '--days', '40'], 'It was readable every time.'],
])('%s', async (name, args, well) => {
  const torture = run(await bundled(`bench/${name}.ts`), ...args)
  const { how, said } = await torture.end
  expect(said).toBe('')
  expect([name, ...torture.lines].at(-1)).toBe(well)
  expect(how).toBe(0)
})
