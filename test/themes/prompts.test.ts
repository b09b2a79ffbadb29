import { describe, expect, it } from 'vitest'
import { feelings } from '../../src/themes/feelings.ts'
import { notes } from '../../src/themes/notes.ts'
import type { Angle, Depth, Prompt, Situation } from '../../src/themes/prompt.ts'
import { seasonKinds, topics } from '../../src/themes/prompt.ts'
import { everAsked, prompts } from '../../src/themes/prompts.ts'
import { retiredPrompts } from '../../src/themes/retired-prompts.ts'
import { sources } from '../../src/themes/sources.ts'
import { themeIds } from '../../src/themes/theme.ts'
import before from './prompts-0.1.0.json' with { type: 'json' }
import {
  asksTwice,
  carryingWords,
  gradeOf,
  isFronted,
  overlapOf,
  sentencesOf,
  wordsOf,
} from './reading.ts'

const has = (prompt: Prompt, angle: Angle) => prompt.angles?.includes(angle) ?? false
const fits = (prompt: Prompt, situation: Situation) =>
  prompt.situations.includes('general') || prompt.situations.includes(situation)
const saidBy = (prompt: Prompt) => [prompt.text, prompt.deeper, prompt.why]

const hasItsHour = ({ needs }: Prompt) =>
  needs?.some(need => need === 'afternoon' || need === 'evening') ?? false

describe.each(themeIds)('the prompts of %s', theme => {
  const here = prompts.filter(prompt => prompt.theme === theme)
  const at = (depth: Depth) => here.filter(prompt => prompt.depth === depth)
  const lowDay = here.filter(
    prompt =>
      prompt.depth === 'gentle' &&
      !has(prompt, 'silver-lining') &&
      !has(prompt, 'gratitude') &&
      !prompt.needs?.includes('lighter-day'),
  )

  it('are many and spread over the depths', () => {
    expect(here.length).toBeGreaterThanOrEqual(60)
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

  it('carry mornings too: 23 gentle ones fit everyone and any hour', () => {
    const anyHour = lowDay.filter(it => it.situations.includes('general') && !hasItsHour(it))
    expect(anyHour.length).toBeGreaterThanOrEqual(23)
  })

  it('lead to a person or a group, one in five, also of those for everyone', () => {
    const share = (of: readonly Prompt[]) =>
      of.filter(prompt => has(prompt, 'connection')).length / of.length
    expect(share(here)).toBeGreaterThanOrEqual(0.2)
    expect(share(here.filter(it => it.situations.includes('general')))).toBeGreaterThanOrEqual(0.2)
  })

  it.each(seasonKinds)('know about %s', situation => {
    const its = here.filter(prompt => prompt.situations.includes(situation))
    expect(its.length).toBeGreaterThanOrEqual(3)
    // Two gentle ones in each theme last for three weeks of low days.
    expect(its.filter(prompt => prompt.depth === 'gentle').length).toBeGreaterThanOrEqual(2)
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
  it('are three hundred and more', () => {
    expect(prompts.length).toBeGreaterThanOrEqual(300)
  })

  it.each(topics)('know about %s', topic => {
    const its = prompts.filter(prompt => prompt.situations.includes(topic))
    expect(its.length).toBeGreaterThanOrEqual(3)
    expect(its.some(prompt => has(prompt, 'connection'))).toBe(true)
    expect(its.some(prompt => prompt.depth === 'gentle')).toBe(true)
  })

  it('have gentle ones for a hard date', () => {
    const its = prompts.filter(prompt => prompt.situations.includes('hard-date'))
    expect(its.length).toBeGreaterThanOrEqual(6)
    expect(its.filter(prompt => prompt.depth !== 'gentle')).toEqual([])
  })

  it('are plain in tone for whom kindness is hard to take', () => {
    const plain = prompts.filter(prompt => has(prompt, 'plain'))
    expect(plain.length).toBeGreaterThanOrEqual(10)
    const words = /\b(?:kind|gentle|soft|warm|love|comfort me|tender|hug)\b/i
    expect(plain.filter(({ text, deeper }) => words.test(`${text} ${deeper}`))).toEqual([])
  })

  it('say in first days that stopping all at once can be dangerous', () => {
    const its = prompts.filter(prompt => prompt.situations.includes('first-days'))
    expect(its.filter(({ note }) => note !== notes.stopping)).toEqual([])
    expect(notes.stopping).toMatch(/dangerous\. Please ask a doctor/)
  })

  it('speak to feelings that can be chosen', () => {
    const words = new Set(feelings.map(({ word }) => word))
    const named = prompts.flatMap(prompt => prompt.feelings ?? [])
    expect(named.filter(word => !words.has(word))).toEqual([])
    for (const word of ['angry', 'guilty', 'ashamed', 'relieved', 'lonely', 'joyful'])
      expect(named).toContain(word)
  })

  it('speak of tonight in the evening only, and look back on a day from noon on', () => {
    const evening = /\btonight\b|\bthis evening\b|before you sleep|\bat this hour\b/i
    const said = ({ text, deeper }: Prompt) => `${text} ${deeper}`
    const early = prompts.filter(it => evening.test(said(it)) && !it.needs?.includes('evening'))
    expect(early.map(({ id }) => id)).toEqual([])
    const back =
      /\b(?:has been|was|were|swallow|settled|happened|worked|showed?|seen|took|eased|did you (?:notice|brace|swallow|accept|share)|share) ?(?:[^.?]*)\btoday\b/i
    const looking = prompts.filter(it => back.test(said(it)) && !hasItsHour(it))
    // "Today" as these days, or as what may still come.
    const meant = ['accountability-strength-earned', 'accountability-got-up-for']
    expect(looking.map(({ id }) => id).filter(id => !meant.includes(id))).toEqual([])
  })

  it('ask for something to be written only where something can be', () => {
    const toWrite =
      /(?:^|[.:?] )(?:Write|Finish|Complete|List|Describe|Make a|Leave .* a note|Tell (?!me))|\blines of\b|[Oo]ne line for each|: write what|\bwrite (?:down|about)\b|very short story/
    const without = prompts.filter(it => toWrite.test(it.text) && !it.needs?.includes('writing'))
    expect(without.map(({ id }) => id)).toEqual([])
  })

  it('say of nothing on a good day that it hurts', () => {
    const hurting =
      /\bwhat hurts\b|\bhurt like this\b|\b[Hh]ow heavy\b|\bthe same trouble\b|\bheaviest\b|\blonely thought\b/
    const onGoodDays = prompts.filter(
      it => hurting.test(it.text) && !it.needs?.includes('heavier-day'),
    )
    expect(onGoodDays.map(({ id }) => id)).toEqual([])
  })

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
          const fewest = Math.min(carryingWords(a[key]).size, carryingWords(b[key]).size)
          // Two words in common say little of a very short question.
          if (fewest > 2 && overlapOf(a[key], b[key]) >= 0.5)
            near.push(`${key}: ${a[key]} / ${b[key]}`)
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

  it('ask one question at a time, the way people speak', () => {
    const said = prompts.flatMap(({ text, deeper }) => [text, deeper])
    expect(said.filter(asksTwice)).toEqual([])
    expect(said.filter(isFronted)).toEqual([])
    expect(said.filter(words => /\bwhom\b/i.test(words))).toEqual([])
  })

  it('rest on a source that is listed', () => {
    const listed = new Set<string>(Object.values(sources))
    for (const prompt of prompts) expect(listed, prompt.id).toContain(prompt.restsOn)
  })

  it('can be found by id', () => {
    for (const prompt of prompts) expect(everAsked(prompt.id)).toBe(prompt)
    expect(everAsked('compassion-nothing-of-the-kind')).toBeUndefined()
  })

  it('keep every question that was ever asked, under its id and in its words', () => {
    for (const [id, text] of Object.entries(before)) expect(everAsked(id)?.text, id).toBe(text)
  })

  it('are not retired, and take the place of what is', () => {
    const retired = new Set(retiredPrompts.map(({ id }) => id))
    expect(prompts.filter(({ id }) => retired.has(id))).toEqual([])
    const replaced = prompts.flatMap(prompt => prompt.replaces ?? [])
    expect(new Set(replaced)).toEqual(retired)
    for (const { id, theme } of retiredPrompts) expect(id.split('-')[0]).toBe(theme)
  })
})
