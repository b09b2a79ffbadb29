import { expect, it } from 'vitest'
import { growthPlot } from '../../bench/growth-plot.ts'

const pointsOf = (svg: string) =>
  [...svg.matchAll(/points="([^"]+)"/g)].map(([, points = '']) =>
    points.split(' ').map(point => point.split(',').map(Number)),
  )

it('draws a cost that does not grow level, and one that doubles at every tenfold straight', () => {
  const svg = growthPlot([
    {
      name: 'level',
      points: [
        [100, 2],
        [1000, 2],
        [10_000, 2],
      ],
    },
    {
      name: 'doubling',
      points: [
        [100, 2],
        [1000, 4],
        [10_000, 8],
      ],
    },
  ])
  const [level = [], doubling = []] = pointsOf(svg)
  expect(new Set(level.map(([, y]) => y)).size).toBe(1)
  const [first = [], second = [], third = []] = doubling
  expect((second[1] ?? 0) - (first[1] ?? 0)).toBeCloseTo((third[1] ?? 0) - (second[1] ?? 0), 0)
  expect((first[1] ?? 0) > (third[1] ?? 0)).toBe(true)
  for (const name of ['level', 'doubling', '10,000']) expect(svg).toContain(name)
})
