import { expect, it } from 'vitest'
import { isEnough, surplusOf } from '../../src/care/threshold.ts'

const strengths = { most: 1.2, alone: 1.2, windows: 1, sentences: 1 }

it('asks more of the same score the more sentences there were to find it in', () => {
  const surpluses = [1, 5, 30, 300].map(sentences =>
    surplusOf({ ...strengths, windows: Math.max(sentences - 2, 1), sentences }),
  )
  expect(surpluses).toEqual([...surpluses].sort((one, other) => other - one))
  expect(new Set(surpluses).size).toBe(surpluses.length)
  expect(isEnough({ ...strengths, most: 0, alone: 0 }, 'found')).toBe(true)
  expect(isEnough({ ...strengths, most: 0, alone: 0, sentences: 30 }, 'found')).toBe(false)
})

it('asks least where the rules found something, and most where they saw a plain "not"', () => {
  const from = (['found', 'nothing', 'dismissed', 'denied'] as const).map(ruling =>
    Array.from({ length: 100 }, (_, at) => at / 10).findIndex(most =>
      isEnough({ ...strengths, most, alone: 0 }, ruling),
    ),
  )
  expect(from).not.toContain(-1)
  expect(from).toEqual([...from].sort((one, other) => one - other))
  expect(new Set(from).size).toBe(from.length)
})
