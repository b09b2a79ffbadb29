import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCourse } from '../../src/formats/course-pack.ts'
import { readPack } from '../../src/formats/prompt-pack.ts'
import { courses } from '../../src/themes/courses.ts'

const read = (file: string) => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8')
const coursesPage = read('courses.md')
const packsPage = read('packs.md')

/** The fields of a table, the first of which is this one, and whether the page lets each be left out. */
function fieldsFrom(page: string, first: string): readonly (readonly [string, boolean])[] {
  const [, table = ''] =
    new RegExp(`\\| --- \\| --- \\|\\n(\\| \`${first}\`[\\s\\S]*?)\\n\\n`).exec(page) ?? []
  return [...table.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, name = '', about = '']) => [
    name,
    about.includes('may be left out'),
  ])
}

const without = (whole: object, name: string) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))
const isTaken = (take: (text: string, name: string) => unknown, whole: object) => {
  try {
    take(JSON.stringify(whole), 'own.json')
    return true
  } catch {
    return false
  }
}

const session = {
  id: 'one',
  name: 'Where you are',
  topics: ['people'],
  depth: 'gentle',
  read: { text: ['A few words.'], source: 'A group' },
  prompts: [
    { theme: 'support', text: 'Who is there?', deeper: 'Who else?', note: 'It can wait.' },
    { theme: 'growth', text: 'What helped?' },
  ],
  exercise: 'people',
  hardHours: true,
  step: 'call one of them',
  person: 'Somebody may like to hear of it.',
  leaving: 'A dip is common.',
}
const course = {
  id: 'my-way',
  name: 'My way',
  about: 'A short one.',
  topics: ['people'],
  apart: { from: 1, to: 3 },
  end: 'That was all.',
  sessions: [session],
}

describe('docs/courses.md', () => {
  it('has every field of a course and of a session, and says which may be left out', () => {
    const ofCourse = fieldsFrom(coursesPage.replace(/^## A session[\s\S]*/m, ''), 'id')
    const ofSession = fieldsFrom(coursesPage.replace(/^[\s\S]*?## A session/m, ''), 'id')
    expect(ofCourse.map(([name]) => name)).toEqual(Object.keys(course))
    expect(ofSession.map(([name]) => name)).toEqual(Object.keys(session))
    expect(isTaken(readCourse, course)).toBe(true)
    // Sessions name the topics of their course.
    for (const [name, may] of ofCourse)
      expect([
        name,
        isTaken(
          readCourse,
          name === 'topics'
            ? { ...without(course, name), sessions: [without(session, name)] }
            : without(course, name),
        ),
      ]).toEqual([name, may])
    for (const [name, may] of ofSession)
      expect([
        name,
        isTaken(readCourse, { ...course, sessions: [without(session, name)] }),
      ]).toEqual([name, may])
  })

  it('names the courses there are, and how many sessions each has', () => {
    const rows = [...coursesPage.matchAll(/^\| `([a-z-]+)` \| (\d+)(?:,[^|]*)? \|/gm)]
    expect(rows.map(([, id, count]) => [id, Number(count)])).toEqual(
      courses.map(({ id, sessions }) => [id, sessions.length]),
    )
  })
})

describe('docs/packs.md', () => {
  const question = {
    id: 'brought',
    theme: 'shared',
    text: 'What did you bring?',
    deeper: 'And what else?',
    depth: 'gentle',
    situations: ['general'],
    angles: ['plain'],
    needs: ['evening'],
    feelings: ['lonely'],
    note: 'It can wait.',
    why: 'To begin.',
  }
  const pack = { pack: 'tuesday', about: 'Ours.', language: 'English', prompts: [question] }

  it('has every field of a pack and of a question, and says which may be left out', () => {
    const ofPack = fieldsFrom(packsPage, 'pack')
    const ofQuestion = fieldsFrom(packsPage, 'id')
    expect(ofPack.map(([name]) => name)).toEqual(Object.keys(pack))
    expect(ofQuestion.map(([name]) => name)).toEqual(Object.keys(question))
    expect(packsPage).toContain('Only the first three are needed.')
    expect(isTaken(readPack, pack)).toBe(true)
    for (const [name, may] of ofPack)
      expect([name, isTaken(readPack, without(pack, name))]).toEqual([name, may])
    for (const [at, [name]] of ofQuestion.entries())
      expect([name, isTaken(readPack, { ...pack, prompts: [without(question, name)] })]).toEqual([
        name,
        at > 2,
      ])
  })

  it('shows a pack that is taken as it stands', () => {
    const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(packsPage) ?? []
    expect(readPack(shown, 'own.yaml').prompts).toHaveLength(2)
  })
})
