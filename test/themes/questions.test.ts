import { describe, expect, it } from 'vitest'
import type { PromiseEntry, ReflectionDetails } from '../../src/journal/entry.ts'
import { questions, questionsFor } from '../../src/themes/questions.ts'
import { themeIds } from '../../src/themes/theme.ts'

describe.each(themeIds)('the questions of %s', theme => {
  const all = questionsFor(theme, 'deep')
  const ids = all.map(({ id }) => id)

  it('are one or two in a usual session, three where a step was promised, and more in a deep one', () => {
    for (const length of ['short', 'steady'] as const) {
      const usual = questionsFor(theme, length)
      expect(usual.length).toBeGreaterThanOrEqual(1)
      expect(usual.filter(({ keptIn }) => keptIn !== 'promise').length).toBeLessThanOrEqual(2)
      expect(usual.length).toBeLessThanOrEqual(3)
    }
    expect(all.length).toBeGreaterThan(questionsFor(theme, 'steady').length)
  })

  it('have a field each', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('only wait for a question asked before them, in the same length, and a choice it offers', () => {
    for (const { id, length, needs } of all) {
      if (!needs) continue
      const first = all.find(question => question.id === needs.id)
      expect(ids.indexOf(needs.id), id).toBeGreaterThanOrEqual(0)
      expect(ids.indexOf(needs.id), id).toBeLessThan(ids.indexOf(id))
      if (length === 'steady') expect(first?.length, id).toBe('steady')
      if (needs.choice === undefined) continue
      const options = first?.shape.kind === 'choice' ? first.shape.options : []
      expect(options.map(option => option.id)).toContain(needs.choice)
    }
  })
})

describe('the questions', () => {
  it('are all in some theme', () => {
    expect(themeIds.flatMap(theme => questionsFor(theme, 'deep'))).toEqual([...questions])
  })

  it('keep their answers in fields that a reflection has', () => {
    const fields = {
      strengthBefore: 1,
      strengthAfter: 1,
      understood: 1,
      understoodBy: 1,
      source: 1,
      similarity: 1,
      hopeBefore: 1,
      hopeAfter: 1,
      lessAlone: 1,
      sharedBack: 1,
      support: 1,
      direction: 1,
      expected: 1,
      actual: 1,
      caredFor: 1,
      insight: 1,
      // What `again` asks is asked by no theme.
    } satisfies Record<Exclude<keyof ReflectionDetails, 'again' | 'stillTrue'>, 1>
    const asked = questions.filter(({ keptIn }) => keptIn === 'reflection').map(({ id }) => id)
    expect(new Set(asked)).toEqual(new Set(Object.keys(fields)))
  })

  it('make a promise out of the step and what belongs to it', () => {
    const fields: readonly (keyof PromiseEntry['details'] | 'step')[] = [
      'step',
      'cue',
      'due',
      'witness',
      'confidence',
    ]
    const asked = questions.filter(({ keptIn }) => keptIn === 'promise').map(({ id }) => id)
    expect(asked).toEqual(fields)
  })

  it('name both ends of every scale, and label every choice', () => {
    for (const { id, shape } of questions) {
      if (shape.kind === 'scale') expect(shape.words[1], id).not.toBe(shape.words[5])
      if (shape.kind === 'choice') {
        expect(new Set(shape.options.map(option => option.label)).size, id).toBe(
          shape.options.length,
        )
      }
    }
  })

  it('ask in every session who knows about a step that was promised', () => {
    const ids = questionsFor('accountability', 'steady').map(({ id }) => id)
    expect(ids).toEqual(['step', 'due', 'witness'])
  })
})
