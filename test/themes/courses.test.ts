import { describe, expect, it } from 'vitest'
import { courses } from '../../src/themes/courses.ts'
import { notes } from '../../src/themes/notes.ts'
import { prompts } from '../../src/themes/prompts.ts'
import { sources } from '../../src/themes/sources.ts'
import { filesIn } from '../helpers/files.ts'
import {
  asksTwice,
  carryingWords,
  gradeOf,
  isFronted,
  overlapOf,
  stringsIn,
  wordsOf,
} from './reading.ts'

describe('the courses', () => {
  it('are all in the list, each under an id of its own', () => {
    const folder = `${import.meta.dirname}/../../src/themes/courses`
    expect(courses.length).toBe(filesIn(folder).length)
    const ids = courses.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('ask nothing that another of their questions, or one of the house, asks already', () => {
    const asked = courses.flatMap(({ id, sessions }) =>
      sessions.flatMap(session =>
        session.prompts.map(({ text }) => ({ text, where: `${id} ${session.id}` })),
      ),
    )
    const all = [...asked, ...prompts.map(({ text, id }) => ({ text, where: id }))]
    const near = asked.flatMap((one, at) =>
      all
        .slice(at + 1)
        .filter(({ text }) => {
          // Two words in common say little of a very short question.
          const fewest = Math.min(carryingWords(one.text).size, carryingWords(text).size)
          return fewest > 2 && overlapOf(one.text, text) >= 0.5
        })
        .map(other => `${one.where}: ${one.text} / ${other.where}: ${other.text}`),
    )
    expect(near).toEqual([])
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
    expect(asked.filter(words => /\bwhom\b/i.test(words))).toEqual([])
    for (const { text } of prompts) expect(text.length).toBeLessThanOrEqual(140)
  })

  it.each(sessions)('$id stands alone', session => {
    const said = JSON.stringify(session)
    expect(said).not.toMatch(
      /last time|last session|next session|previous session|as you wrote|the session before/i,
    )
  })

  // Somebody may be controlled, watched or searched, or have just written of the worst they know.
  it.each(sessions)('$id is safe for whoever is not safe', ({ step, person }) => {
    expect(person).toMatch(
      /\bsafe\b|\btrust|\bkind\b|\bfriend\b|\bneighbour\b|good (?:to|for) you|wishes you well/,
    )
    expect(step).not.toMatch(
      /\bpaper\b|calendar|\bwrite down\b|\bsay (?:one |a )?no\b|stand up to|street|window|bridge|pill|medic/i,
    )
  })

  it.each(sessions)('$id says, if it goes deep, what may follow and where help is', session => {
    if (session.depth === 'deep')
      expect(session.leaving).toMatch(/(?:common|heavy|shame).*`hearten help-now`/)
  })
})

describe('low days', () => {
  // A low day asks for something gentle. What is written through waits for a better one altogether.
  it.each(courses.filter(it => it.id !== 'write-it-through'))(
    'find much in $name',
    ({ sessions }) => {
      expect(sessions.filter(it => it.depth === 'gentle').length).toBeGreaterThanOrEqual(5)
    },
  )
})

const courseOf = (id: string) => {
  const found = courses.find(course => course.id === id)
  if (!found) throw new Error(`no course ${id}`)
  return found
}

describe.each(['break-up', 'loss'])('the course %s', id => {
  const { topics, sessions } = courseOf(id)

  it('has twelve sessions', () => {
    expect(sessions.length).toBe(12)
  })

  it('covers what helps after a parting or a death', () => {
    expect(topics).toEqual(
      expect.arrayContaining([
        'what-it-does',
        'where-i-am-now',
        'good-moments',
        'comfort',
        'self-care',
        'memories',
        'unfinished',
        'new-life',
        'people-around',
        'bond',
      ]),
    )
  })

  it('lets the painful and the happy wait on a low day', () => {
    for (const { topics: its, depth, read } of sessions) {
      if (its.includes('memories') || its.includes('unfinished')) expect(depth).toBe('deep')
      if (its.includes('good-moments')) {
        expect(depth).not.toBe('gentle')
        expect(read.text.join(' ')).toMatch(/if today is low/i)
      }
    }
  })
})

describe('the course on a break-up', () => {
  it('leads nobody to the one they parted from', () => {
    const led = courseOf('break-up').sessions.flatMap(({ step, person }) => [step, person])
    const contact =
      /\b(?:write|call|meet|talk|speak|reply|answer|text) (?:to |with )?(?:them|this person)\b/i
    expect(led.filter(words => contact.test(words))).toEqual([])
  })

  it('thinks of those who are afraid', () => {
    const noted = courseOf('break-up').sessions.flatMap(it => it.prompts.map(({ note }) => note))
    expect(noted).toContain(notes.afraid)
  })
})

describe('the course on recovery', () => {
  const { topics, sessions } = courseOf('recovery')
  const said = (session: unknown) => stringsIn(session).join(' ')

  it('has twelve sessions, one for each of its topics', () => {
    expect(sessions.map(it => it.topics)).toEqual(topics.map(topic => [topic]))
    expect(topics.length).toBe(12)
  })

  it('counts nothing', () => {
    const counting =
      /\bhow (?:many|long|often)\b|\bdays? (?:without|since)\b|\bday \d|\b\d+ (?:days|weeks|months)|\bin a row\b|\bcounter\b/i
    expect(sessions.filter(it => counting.test(said(it))).map(({ id }) => id)).toEqual([])
  })

  it('says where it is about wanting, cost or a slip that stopping all at once can be dangerous', () => {
    const about = sessions.filter(({ topics: its }) =>
      its.some(it => ['urges', 'cost-and-gain', 'slips'].includes(it)),
    )
    expect(about.map(({ prompts: asked }) => asked.some(it => it.note === notes.stopping))).toEqual(
      [true, true, true],
    )
  })
})

describe('the course of kindness', () => {
  const { sessions } = courseOf('kindness')

  it('has a short session for each day of a fortnight', () => {
    expect(sessions.length).toBe(14)
    for (const { id, read, prompts: asked } of sessions) {
      expect(asked.length, id).toBeLessThanOrEqual(2)
      expect(wordsOf(read.text.join(' ')).length, id).toBeLessThanOrEqual(90)
    }
  })
})

describe('the course that writes one thing through', () => {
  const { sessions, apart, end } = courseOf('write-it-through')

  it('has four sessions, one to three days apart, and an end', () => {
    expect(sessions.length).toBe(4)
    expect(apart).toEqual({ from: 1, to: 3 })
    expect(end).toMatch(/here it ends/)
  })

  it('says each time that a dip is common, and where people are', () => {
    for (const { depth, leaving } of sessions) {
      expect(depth).toBe('deep')
      expect(leaving).toMatch(/common.*`hearten help-now`/)
    }
  })
})
