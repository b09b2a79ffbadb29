import { describe, expect, it } from 'vitest'
import { connectionItems, connectionNote } from '../../src/themes/connection.ts'
import { copingTools } from '../../src/themes/coping.ts'
import { groundings } from '../../src/themes/grounding.ts'
import { energyScale, moodScale, ratings } from '../../src/themes/scales.ts'
import { outwardSteps, stepsFor } from '../../src/themes/steps.ts'
import { themeIds } from '../../src/themes/theme.ts'

const unlike = (values: readonly string[]) => new Set(values).size === values.length

describe('outward steps', () => {
  it.each(themeIds)('of %s can be taken alone or with someone', theme => {
    const steps = stepsFor(theme)
    expect(steps.filter(step => !step.withSomeone).length).toBeGreaterThanOrEqual(3)
    expect(steps.filter(step => step.withSomeone).length).toBeGreaterThanOrEqual(2)
  })

  it('are each said once', () => {
    expect(unlike(outwardSteps.map(({ text }) => text))).toBe(true)
  })

  // Somebody may be controlled, watched or searched, or have just written of the end of their life.
  it('are safe for whoever is not safe', () => {
    const kindOnes = /\bsafe\b|you trust|\bkind\b|\bfriend\b|who helped|neighbour/
    const withAnyone = outwardSteps.filter(it => it.withSomeone && !kindOnes.test(it.text))
    expect(withAnyone.map(({ text }) => text)).toEqual([])
    const traceOrRisk =
      /\bpaper\b|\bcard\b|calendar|\bwrite down\b|\bsay (?:one|a small)? ?no\b|stand up to|\bpartner\b|\bfamily\b|street|open window|\bbridge\b|\bjust to see\b|\btrial\b/i
    expect(outwardSteps.filter(({ text }) => traceOrRisk.test(text)).map(it => it.text)).toEqual([])
  })
})

describe('grounding', () => {
  it('is short, and watching the breath is by choice only', () => {
    expect(groundings.filter(({ byChoice }) => byChoice).map(({ id }) => id)).toEqual([
      'slow-breath',
    ])
    for (const { id, lines } of groundings) expect(lines.length, id).toBeLessThanOrEqual(5)
  })
})

describe('coping tools', () => {
  it('are unlike each other and fit one line', () => {
    expect(unlike(copingTools.map(({ id }) => id))).toBe(true)
    expect(unlike(copingTools.map(({ name }) => name))).toBe(true)
    for (const { how } of copingTools) expect(how.length, how).toBeLessThanOrEqual(80)
  })

  // These are a person's own to decide, with whoever cares for them.
  it('leave medicine, fasting and strain alone', () => {
    for (const { name, how } of copingTools) {
      expect(`${name} ${how}`).not.toMatch(/medic|pill|dose|fast\b|weight|cold plunge|drink\b/i)
    }
  })
})

describe('the scales', () => {
  it('have a different word for every step', () => {
    for (const { words } of [moodScale, energyScale])
      expect(unlike(Object.values(words))).toBe(true)
    expect(moodScale.words[1]).toBe('very low')
    expect(energyScale.words[5]).toBe('plenty')
  })
})

describe('the connection items', () => {
  it('are five, in the order of the themes', () => {
    expect(connectionItems.map(({ id }) => id)).toEqual([
      'understood',
      'known',
      'cared',
      'step',
      'learned',
    ])
    expect(ratings.connection[1]).not.toBe(ratings.connection[5])
  })

  it('say that nobody has tested them', () => {
    expect(connectionNote.join(' ')).toMatch(/nobody has tested/i)
  })
})
