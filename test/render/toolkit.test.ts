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

it('says of how many uses the moods are, where it was used more often than that', () => {
  const tool = { name: 'tea', uses: 8, weighed: 0, mood: { n: 5, before: 3, after: 3 } }
  const toolkit = { weighed: [{ start: 'middle', tools: [tool] }], few: [], needed: 5 } as const
  const sections = [{ blocks: toolkitBlocks(toolkit) }]
  expect(forReading({ title: 'Tools', sections }, 80)).toContain('tea, 5 of 8 times: mood 3 before')
})
