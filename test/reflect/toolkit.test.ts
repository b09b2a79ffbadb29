import { expect, it } from 'vitest'
import type { Scale } from '../../src/journal/entry.ts'
import { toolkitOf } from '../../src/reflect/toolkit.ts'
import { anEntry } from '../helpers/builders.ts'

const uses = (tool: string, moods: readonly [Scale, Scale][]) =>
  moods.map(([before, after]) => anEntry({ kind: 'coping', details: { tool, before, after } }))

const five = (before: Scale, after: Scale) =>
  Array.from({ length: 5 }, () => [before, after] as [Scale, Scale])

it('ranks tools from five uses on, by the change drawn toward that of all', () => {
  const { weighed, few } = toolkitOf([
    ...uses('Walk', five(2, 3)),
    ...uses('walk ', [[2, 3]]),
    ...uses('music', five(2, 2)),
    ...uses('tea', [[1, 5]]),
    anEntry({ kind: 'coping', details: { tool: 'constructor', useAgain: true } }),
  ])
  // All changes: six of 1, five of 0, one of 4: mean 10/12.
  const overall = 10 / 12
  const [group] = weighed
  expect(weighed).toHaveLength(1)
  expect(group?.start).toBe('low')
  expect(group?.tools.map(({ name, weighed }) => [name, weighed])).toEqual([
    ['Walk', (6 + 4 * overall) / 10],
    ['music', (0 + 4 * overall) / 9],
  ])
  expect(few).toEqual([
    { name: 'constructor', uses: 1, again: { count: 1, of: 1 } },
    { name: 'tea', uses: 1, mood: { n: 1, before: 1, after: 5 } },
  ])
})

it('sets tools against those that start from a similar mood only', () => {
  const { weighed } = toolkitOf([...uses('walk', five(1, 3)), ...uses('choir', five(4, 5))])
  expect(weighed.map(({ start, tools }) => [start, tools.map(({ name }) => name)])).toEqual([
    ['low', ['walk']],
    ['good', ['choir']],
  ])
})
