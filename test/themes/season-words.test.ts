import { describe, expect, it } from 'vitest'
import { courses } from '../../src/themes/courses.ts'
import { planParts } from '../../src/themes/plan-parts.ts'
import { urgeSteps } from '../../src/themes/urges.ts'
import { gradeOf } from './reading.ts'

const lines = urgeSteps.flatMap(step => step.lines)
const leaving = courses.flatMap(({ about, end, sessions }) => [
  about,
  end,
  ...sessions.flatMap(({ step, person, leaving = '' }) => [`${step}.`, person, leaving]),
])
// The rules of voice and length are held for every word of the themes in voice.test.ts.
describe('the words of a season', () => {
  it('read easily', () => {
    for (const texts of [lines, leaving, planParts.map(({ ask }) => ask)])
      expect(gradeOf(texts.join(' '))).toBeLessThanOrEqual(6)
  })

  it('wait ten minutes, and bring each thing once', () => {
    expect(urgeSteps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(10)
    expect(urgeSteps.flatMap(({ brings }) => brings ?? [])).toEqual(['plan', 'message', 'person'])
    expect(lines.filter(line => line.length > 90)).toEqual([])
  })
})
