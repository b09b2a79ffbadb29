import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { layoutOf, type Sight } from '../../src/reflect/analyses.ts'
import { type DayFacts, type Factor, ratedDays } from '../../src/reflect/factor-days.ts'
import { comesWith, heldBefore, holdsThroughout } from '../../src/reflect/holding.ts'
import { generatorFrom } from '../../src/reflect/statistics/generator.ts'

const start = asDay('2026-01-05')
const sight = (label: string): Sight => ({ factor: tag(label), when: 'same day' })
const dayAfter = (label: string): Sight => ({ factor: tag(label), when: 'next day' })
const tag = (label: string): Factor => ({ id: `tag:${label}`, family: 'tag', label })

/** Days laid out; what they had and what mood was come from the day's number and a source of chance. */
function layout(
  n: number,
  labels: (string | Sight)[],
  of: (i: number, next: () => number) => { had: string[]; mood: number },
  seed = 1,
) {
  const next = generatorFrom(seed)
  const days: DayFacts[] = Array.from({ length: n }, (_, i) => {
    const { had, mood } = of(i, next)
    const factors = new Map(had.map(label => [`tag:${label}`, tag(label)]))
    return { day: addDays(start, i), factors, mood }
  })
  const sights = labels.map(label => (typeof label === 'string' ? sight(label) : label))
  return layoutOf(ratedDays(days).slice(1), sights)
}

const lot = (next: () => number, label: string, chance = 0.4) => (next() < chance ? [label] : [])
const unsteady = (next: () => number) => 3 + 2 * (next() - 0.5)

describe('holding', () => {
  const steady = layout(120, ['walk', 'tea'], (_, next) => {
    const had = [...lot(next, 'walk'), ...lot(next, 'tea')]
    return { had, mood: unsteady(next) + Number(had.includes('walk')) }
  })

  it('is true of what adds a point all along, one way only', () => {
    expect(heldBefore(steady, sight('walk'), 1)).toBe(true)
    expect(holdsThroughout(steady, sight('walk'), 1, [])).toBe(true)
    expect(comesWith(steady, sight('walk'), 1)).toEqual([])
    expect(heldBefore(steady, sight('walk'), -1)).toBe(false)
    expect(holdsThroughout(steady, sight('walk'), -1, [])).toBe(false)
    expect(heldBefore(steady, sight('tea'), 1)).toBe(false)
    expect(holdsThroughout(steady, sight('tea'), 1, [])).toBe(false)
  })

  it('is not, of what began in the last four weeks, or was there in the first three only', () => {
    const late = layout(90, ['walk'], (i, next) => {
      const had = lot(next, 'walk')
      return { had, mood: unsteady(next) + (i > 62 && had.length > 0 ? 2 : 0) }
    })
    expect(heldBefore(late, sight('walk'), 1)).toBe(false)
    const turned = layout(200, ['walk'], (i, next) => {
      const had = lot(next, 'walk')
      return { had, mood: unsteady(next) + (i > 105 ? 2 : -0.3) * had.length }
    })
    expect(holdsThroughout(turned, sight('walk'), 1, [])).toBe(false)
    const early = layout(60, ['walk'], (i, next) => {
      const had = lot(next, 'walk')
      return { had, mood: unsteady(next) + (i < 22 && had.length > 0 ? 2 : 0) }
    })
    expect(holdsThroughout(early, sight('walk'), 1, [])).toBe(false)
  })

  it('needs a look four weeks ago with days enough', () => {
    const short = (n: number) =>
      layout(n, ['walk'], (_, next) => {
        const had = lot(next, 'walk')
        return { had, mood: 2 + next() / 5 + 2 * had.length }
      })
    expect(heldBefore(short(48), sight('walk'), 1)).toBe(false)
    expect(heldBefore(short(50), sight('walk'), 1)).toBe(true)
    expect(heldBefore(layoutOf([], []), sight('walk'), 1)).toBe(false)
    expect(holdsThroughout(layoutOf([], []), sight('walk'), 1, [])).toBe(false)
  })

  it('is not, of a habit that keeps to a weekday when the weekday is what counts', () => {
    const weekly = layout(180, ['choir'], (i, next) => ({
      had: lot(next, 'choir', i % 7 === 2 ? 0.9 : 0.05),
      mood: unsteady(next) + (i % 7 === 2 ? 1.5 : 0),
    }))
    expect(holdsThroughout(weekly, sight('choir'), 1, [])).toBe(false)
  })

  it('is not, of a difference too small to speak of', () => {
    const small = layout(600, ['walk'], (_, next) => {
      const had = lot(next, 'walk')
      return { had, mood: 3 + next() / 5 + 0.2 * had.length }
    })
    expect(heldBefore(small, sight('walk'), 1)).toBe(false)
    expect(holdsThroughout(small, sight('walk'), 1, [])).toBe(false)
  })
})

describe('holding in every analysis', () => {
  it('is not, of what was strong in the first three weeks and hardly there since', () => {
    const fading = layout(60, ['walk'], (i, next) => {
      const had = lot(next, 'walk')
      return { had, mood: 3 + (next() - 0.5) / 5 + (i <= 21 ? 1.5 : 0.25) * had.length }
    })
    expect(heldBefore(fading, sight('walk'), 1)).toBe(true)
    expect(holdsThroughout(fading, sight('walk'), 1, [])).toBe(false)
  })

  it('is not, of what cannot be told in the fullest of them', () => {
    const others = (count: number) => Array.from({ length: count }, (_, i) => `other${i}`)
    const beside = (count: number) =>
      layout(44, ['walk', ...others(count)], (_, next) => {
        const had = lot(next, 'walk')
        const rest = others(12).flatMap(label => lot(next, label))
        const mood = 3 + next() / 1000 + had.length
        return { had: [...had, ...rest], mood }
      })
    // Beside line, week, weekdays and the two days before, 22 late days leave room for nine more at most.
    expect(holdsThroughout(beside(9), sight('walk'), 1, [])).toBe(true)
    expect(holdsThroughout(beside(10), sight('walk'), 1, [])).toBe(false)
  })

  it('is not, of what goes with mood only because it was so the day before too', () => {
    const both = layout(300, ['walk', dayAfter('walk')], lingering())
    const alone = layout(300, ['walk'], lingering())
    expect(holdsThroughout(alone, sight('walk'), 1, [])).toBe(true)
    expect(holdsThroughout(both, sight('walk'), 1, [])).toBe(false)
    expect(holdsThroughout(both, dayAfter('walk'), 1, [])).toBe(true)
  })

  it('sets it beside others at the same time only', () => {
    const before = layout(120, ['walk', dayAfter('tea')], foretold())
    expect(holdsThroughout(before, sight('walk'), 1, [])).toBe(true)
  })
})

/** Walks come in runs, and it is the day after a walk that is lighter. */
function lingering() {
  let [today, before] = [false, false]
  return (_: number, next: () => number) => {
    before = today
    today = next() < (before ? 0.85 : 0.15)
    return { had: today ? ['walk'] : [], mood: unsteady(next) + Number(before) }
  }
}

/** Tea is had on the day before each walk, which is what counts. */
function foretold() {
  let today = false
  return (_: number, next: () => number) => {
    const walk = today
    today = next() < 0.4
    const had = [...(walk ? ['walk'] : []), ...(today ? ['tea'] : [])]
    return { had, mood: unsteady(next) / 2 + Number(walk) }
  }
}

describe('comesWith', () => {
  it('looks at the same time only, and never at the factor itself', () => {
    const before = layout(120, ['walk', dayAfter('tea'), dayAfter('walk')], foretold())
    expect(comesWith(before, sight('walk'), 1)).toEqual([])
    expect(comesWith(before, dayAfter('tea'), 1)).toEqual([])
  })

  it('names two together that always come together, and holds them beside each other', () => {
    const twins = layout(90, ['walk', 'rest'], (_, next) => {
      const had = next() < 0.4 ? ['walk', 'rest'] : []
      return { had, mood: unsteady(next) + had.length / 2 }
    })
    expect(comesWith(twins, sight('walk'), 1)).toEqual([tag('rest')])
    expect(comesWith(twins, sight('rest'), 1)).toEqual([tag('walk')])
    expect(holdsThroughout(twins, sight('walk'), 1, [])).toBe(false)
    expect(holdsThroughout(twins, sight('walk'), 1, [tag('rest')])).toBe(true)
  })

  it('leaves out the companion of what does it', () => {
    const along = layout(300, ['walk', 'rest'], (_, next) => {
      const walk = next() < 0.4
      const had = [...(walk ? ['walk'] : []), ...lot(next, 'rest', walk ? 0.85 : 0.15)]
      return { had, mood: unsteady(next) + Number(walk) }
    })
    expect(comesWith(along, sight('walk'), 1)).toEqual([])
    expect(comesWith(along, sight('rest'), 1)).toBeUndefined()
  })
})
