import { expect, it } from 'vitest'
import { forReading } from '../../src/render/page/plain.ts'
import { toolkitBlocks } from '../../src/render/toolkit.ts'

it('puts what stands above a table into the table, so that it goes where the table goes', () => {
  const tool = (name: string, before: number) => ({
    ...{ name, uses: 6, weighed: 0.5 },
    mood: { n: 6, before, after: before + 1 },
  })
  const blocks = toolkitBlocks({
    weighed: [
      { start: 'low', tools: [tool('walk', 2)] },
      { start: 'good', tools: [tool('tea', 4)] },
    ],
    few: [],
    needed: 5,
  })
  expect(blocks.filter(block => block.kind === 'say' && block.text.endsWith(':'))).toEqual([])
  const read = forReading({ title: 'Tools', sections: [{ blocks }] }, 80)
  expect(read).toContain('Begun when low:\nwalk, 6 times')
  expect(read).toContain('Begun when well:\ntea, 6 times')
})
