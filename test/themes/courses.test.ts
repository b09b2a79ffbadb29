import { describe, expect, it } from 'vitest'
import { courses } from '../../src/themes/courses.ts'
import { sources } from '../../src/themes/sources.ts'
import { filesIn } from '../helpers/files.ts'
import { asksTwice, gradeOf, isFronted, wordsOf } from './reading.ts'

describe('the courses', () => {
  it('are all in the list, each under an id of its own', () => {
    const folder = `${import.meta.dirname}/../../src/themes/courses`
    expect(courses.length).toBe(filesIn(folder).length)
    const ids = courses.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })
})

describe.each(courses)('the course $name', course => {
  const { sessions, topics } = course

  it('covers its topics, and no others', () => {
    expect(new Set(sessions.flatMap(it => it.topics))).toEqual(new Set(topics))
  })

  it('has no two sessions alike', () => {
    for (const key of ['id', 'name', 'step', 'person'] as const) {
      const said = sessions.map(session => session[key].toLowerCase())
      expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([])
    }
  })

  it.each(sessions)('$id fits one sitting', ({ id, read, prompts, exercise, step, person }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(wordsOf(read.text.join(' ')).length).toBeLessThanOrEqual(120)
    const [fewest, most] = exercise ? [1, 3] : [2, 4]
    expect(prompts.length).toBeGreaterThanOrEqual(fewest)
    expect(prompts.length).toBeLessThanOrEqual(most)
    expect(new Set(prompts.map(it => it.theme)).size).toBe(prompts.length)
    expect(step).not.toMatch(/\.$/)
    expect(person).toMatch(/\.$/)
  })

  it.each(sessions)('$id rests on a source that is listed', ({ read }) => {
    expect(Object.values(sources)).toContain(read.source)
  })

  it.each(sessions)('$id reads easily and asks one thing at a time', ({ read, prompts }) => {
    expect(gradeOf(read.text.join(' '))).toBeLessThanOrEqual(8)
    const asked = prompts.flatMap(({ text, deeper = '' }) => [text, deeper])
    expect(asked.filter(words => asksTwice(words) || isFronted(words))).toEqual([])
    for (const { text } of prompts) expect(text.length).toBeLessThanOrEqual(140)
  })

  it.each(sessions)('$id stands alone', session => {
    const said = JSON.stringify(session)
    expect(said).not.toMatch(
      /last time|last session|next session|previous session|as you wrote|the session before/i,
    )
  })
})
