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

it('ranks by the change that came, not by how often a tool was used', () => {
  const { weighed } = toolkitOf([
    ...uses('tea', [...five(2, 2), [2, 2], [2, 2]]),
    ...uses('walk', [...five(2, 3), [2, 3]]),
    ...uses('bath', five(2, 4)),
  ])
  expect(weighed[0]?.tools.map(({ name }) => name)).toEqual(['bath', 'walk', 'tea'])
})

it('has of equal tools the one used more first, then by name', () => {
  const { weighed } = toolkitOf([
    ...uses('walk', five(3, 3)),
    ...uses('bath', five(3, 3)),
    ...uses('tea', [...five(3, 3), [3, 3]]),
  ])
  expect(weighed[0]?.tools.map(({ name }) => name)).toEqual(['tea', 'bath', 'walk'])
})

it.each([
  [2, 'low'],
  [3, 'middle'],
  [4, 'good'],
] as const)('takes a start from %i for %s', (before, start) => {
  expect(toolkitOf(uses('walk', five(before, 3))).weighed.map(it => it.start)).toEqual([start])
})

it('takes a mean start of 2.5 for middle and of 3.5 for good', () => {
  const between = (low: Scale, high: Scale) =>
    toolkitOf(uses('walk', [...five(low, 3), ...five(high, 3)])).weighed.map(it => it.start)
  expect(between(2, 3)).toEqual(['middle'])
  expect(between(3, 4)).toEqual(['good'])
})

it('weighs no tool with fewer than five uses that say both moods', () => {
  const half = anEntry({ kind: 'coping', details: { tool: 'walk', before: 2 } })
  const { weighed, few, needed } = toolkitOf([...uses('walk', five(2, 4).slice(1)), half, half])
  expect(weighed).toEqual([])
  expect(few).toEqual([{ name: 'walk', uses: 6, mood: { n: 4, before: 2, after: 4 } }])
  expect(needed).toBe(5)
})

it('says of how many uses the tool would be used again', () => {
  const again = (useAgain?: boolean) =>
    anEntry({
      kind: 'coping',
      details: { tool: 'tea', ...(useAgain !== undefined && { useAgain }) },
    })
  const { few } = toolkitOf([again(true), again(false), again(true), again(), anEntry()])
  expect(few).toEqual([{ name: 'tea', uses: 4, again: { count: 2, of: 3 } }])
  expect(toolkitOf([again()]).few).toEqual([{ name: 'tea', uses: 1 }])
  expect(toolkitOf([])).toEqual({ weighed: [], few: [], needed: 5 })
})
