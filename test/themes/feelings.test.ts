import { describe, expect, it } from 'vitest'
import { feelingGroups, feelingNamed, feelings, noWordYet } from '../../src/themes/feelings.ts'

describe('the feeling words', () => {
  it('are about sixty, each said once', () => {
    expect(feelings.length).toBeGreaterThanOrEqual(55)
    expect(feelings.length).toBeLessThanOrEqual(66)
    expect(new Set(feelings.map(({ word }) => word)).size).toBe(feelings.length)
  })

  it('come in four groups, one for each pairing of energy and pleasantness', () => {
    const pairings = feelingGroups.map(group => [
      ...new Set(group.feelings.map(({ energy, pleasantness }) => `${energy} ${pleasantness}`)),
    ])
    expect(pairings.map(({ length }) => length)).toEqual([1, 1, 1, 1])
    expect(new Set(pairings.flat()).size).toBe(4)
  })

  it('are sorted inside their group', () => {
    for (const group of feelingGroups) {
      const words = group.feelings.map(({ word }) => word)
      expect(words).toEqual([...words].sort())
    }
  })

  it('are found however they are typed', () => {
    expect(feelingNamed(' Worn-Out ')?.word).toBe('worn out')
    for (const feeling of feelings) expect(feelingNamed(feeling.word.toUpperCase())).toBe(feeling)
    expect(feelingNamed('seasick')).toBeUndefined()
  })

  it('leave room for having none', () => {
    expect(feelingNamed(noWordYet)).toBeUndefined()
  })
})
