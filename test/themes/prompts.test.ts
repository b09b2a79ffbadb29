import { describe, expect, it } from 'vitest'
import type { Angle, Depth, Prompt, Situation } from '../../src/themes/prompt.ts'
import { promptById, prompts } from '../../src/themes/prompts.ts'
import { sources } from '../../src/themes/sources.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { gradeOf, overlapOf, sentencesOf, wordsOf } from './reading.ts'

const own: readonly Situation[] = ['break-up', 'loss', 'addiction', 'relationship']
const has = (prompt: Prompt, angle: Angle) => prompt.angles?.includes(angle) ?? false
const fits = (prompt: Prompt, situation: Situation) =>
  prompt.situations.includes('general') || prompt.situations.includes(situation)
const saidBy = (prompt: Prompt) => [prompt.text, prompt.deeper, prompt.why]

describe.each(themeIds)('the prompts of %s', theme => {
  const here = prompts.filter(prompt => prompt.theme === theme)
  const at = (depth: Depth) => here.filter(prompt => prompt.depth === depth)
  const lowDay = here.filter(
    prompt =>
      prompt.depth === 'gentle' && !has(prompt, 'silver-lining') && !has(prompt, 'gratitude'),
  )

  it('are many and spread over the depths', () => {
    expect(here.length).toBeGreaterThanOrEqual(38)
    expect(at('gentle').length).toBeGreaterThanOrEqual(14)
    expect(at('steady').length).toBeGreaterThanOrEqual(10)
    expect(at('deep').length).toBeGreaterThanOrEqual(5)
  })

  it('have ids that begin with the theme', () => {
    for (const { id } of here) expect(id).toMatch(new RegExp(`^${theme}-[a-z]+(-[a-z]+)*$`))
  })

  it('carry low days for a year: 23 gentle ones fit everyone, so none returns within 21 days', () => {
    expect(
      lowDay.filter(prompt => prompt.situations.includes('general')).length,
    ).toBeGreaterThanOrEqual(23)
  })

  it.each(own)('know about %s', situation => {
    expect(
      here.filter(prompt => prompt.situations.includes(situation)).length,
    ).toBeGreaterThanOrEqual(3)
    expect(lowDay.filter(prompt => fits(prompt, situation)).length).toBeGreaterThanOrEqual(24)
  })

  it('offer a step back or a small deed for days when one topic keeps returning', () => {
    const easy = lowDay.filter(prompt => prompt.situations.includes('general'))
    expect(easy.filter(prompt => has(prompt, 'distance')).length).toBeGreaterThanOrEqual(2)
    expect(easy.filter(prompt => has(prompt, 'action')).length).toBeGreaterThanOrEqual(2)
  })

  it('read easily: grade 8 or below on average', () => {
    const grades = here.flatMap(saidBy).map(gradeOf)
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8)
    expect(gradeOf(here.flatMap(saidBy).join(' '))).toBeLessThanOrEqual(8)
  })

  it('do not begin alike', () => {
    const openings = here.map(prompt => wordsOf(prompt.text).slice(0, 3).join(' '))
    for (const opening of openings) {
      expect(openings.filter(other => other === opening).length, opening).toBeLessThanOrEqual(2)
    }
  })
})

describe('all prompts', () => {
  it('are unlike each other in id, question, second question and reason', () => {
    for (const key of ['id', 'text', 'deeper', 'why'] as const) {
      const said = prompts.map(prompt => prompt[key].toLowerCase())
      expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([])
    }
  })

  it('are not near copies of each other', () => {
    const near: string[] = []
    for (const key of ['text', 'deeper', 'why'] as const) {
      prompts.forEach((a, at) => {
        for (const b of prompts.slice(at + 1)) {
          if (overlapOf(a[key], b[key]) >= 0.5) near.push(`${key}: ${a[key]} / ${b[key]}`)
        }
      })
    }
    expect(near).toEqual([])
  })

  it('ask something, and fit someone', () => {
    for (const prompt of prompts) {
      expect(prompt.text.length, prompt.id).toBeLessThanOrEqual(140)
      expect(prompt.deeper, prompt.id).toMatch(/[?.]$/)
      expect(prompt.situations.length, prompt.id).toBeGreaterThan(0)
      expect(sentencesOf(prompt.why).length, prompt.id).toBeLessThanOrEqual(2)
    }
  })

  it('ask one question at a time', () => {
    for (const prompt of prompts) {
      expect(prompt.text.split('?').length - 1, prompt.id).toBeLessThanOrEqual(2)
      expect(prompt.deeper.split('?').length - 1, prompt.id).toBeLessThanOrEqual(1)
    }
  })

  it('rest on a source that is listed', () => {
    const listed = new Set<string>(Object.values(sources))
    for (const prompt of prompts) expect(listed, prompt.id).toContain(prompt.restsOn)
  })

  it('can be found by id', () => {
    for (const prompt of prompts) expect(promptById(prompt.id)).toBe(prompt)
    expect(promptById('compassion-nothing-of-the-kind')).toBeUndefined()
  })
})
