import * as v from 'valibot'
import type { WrittenCourse } from '../themes/course.ts'
import { exercises } from '../themes/course.ts'
import { depths } from '../themes/prompt.ts'
import { themeIds } from '../themes/theme.ts'
import { readDataFile } from './data-file.ts'

// A course from a file of somebody's own. docs/courses.md has every field.

/** What fits one screen. */
const mostWords = 120

const words = v.pipe(
  v.string('should be text'),
  v.trim(),
  v.nonEmpty('should not be empty'),
  v.maxLength(2000, 'should have 2000 letters at most'),
)
const slug = v.pipe(
  v.string('should be text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be small letters, digits and hyphens'),
  v.maxLength(40, 'should have 40 letters at most'),
)
const oneOf = <const W extends readonly string[]>(list: W) =>
  v.picklist(list, `should be one of ${list.join(', ')}`)
const days = v.pipe(
  v.number('should be a number of days'),
  v.integer('should be a whole number of days'),
  v.minValue(0, 'should be 0 or more'),
  v.maxValue(60, 'should be 60 at most'),
)
const listOf = <const T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item, 'should be a list'), v.minLength(1, 'should not be empty'))
const topics = v.optional(v.array(slug, 'should be a list'), [])
const unknown = ({ expected }: v.StrictObjectIssue) =>
  expected === 'never' ? 'is no field of this' : 'should be fields with their values'

const prompt = v.strictObject(
  {
    theme: oneOf(themeIds),
    text: words,
    note: v.exactOptional(words),
    deeper: v.exactOptional(words),
  },
  unknown,
)

const session = v.strictObject(
  {
    id: slug,
    name: words,
    topics,
    depth: oneOf(depths),
    read: v.strictObject({ text: listOf(words), source: words }, unknown),
    prompts: v.pipe(
      v.array(prompt, 'should be a list'),
      v.maxLength(4, 'should have four questions at most'),
    ),
    exercise: v.exactOptional(oneOf(exercises)),
    hardHours: v.exactOptional(v.literal(true, 'should be true, or left out')),
    step: words,
    person: words,
    leaving: v.exactOptional(words),
  },
  unknown,
)

const course = v.pipe(
  v.strictObject(
    {
      id: slug,
      name: words,
      about: words,
      topics,
      apart: v.exactOptional(v.strictObject({ from: days, to: days }, unknown)),
      end: words,
      sessions: v.pipe(listOf(session), v.maxLength(60, 'should have 60 sessions at most')),
    },
    unknown,
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const [path, message] of troublesIn(dataset.value))
      addIssue({ message, path: pathOf(dataset.value, path) })
  }),
)

type Path = readonly (string | number)[]

/** What is wrong between the fields: ids twice, a theme twice in a session, too much to read, too few questions. */
function troublesIn({ sessions, topics: all }: WrittenCourse): [Path, string][] {
  const found: [Path, string][] = []
  const ids = new Set<string>()
  for (const [at, { id, read, prompts, exercise, topics: own }] of sessions.entries()) {
    const path: Path = ['sessions', at]
    if (ids.has(id))
      found.push([[...path, 'id'], `"${id}" is there already, and each id is given once`])
    ids.add(id)
    const count = read.text.join(' ').split(/\s+/).length
    if (count > mostWords)
      found.push([[...path, 'read', 'text'], `has ${count} words, and ${mostWords} fit one screen`])
    const themes = prompts.map(({ theme }) => theme)
    for (const [place, theme] of themes.entries())
      if (themes.indexOf(theme) < place)
        found.push([
          [...path, 'prompts', place, 'theme'],
          `${theme} is asked in this session already`,
        ])
    if (prompts.length < (exercise ? 1 : 2))
      found.push([
        [...path, 'prompts'],
        `needs ${exercise ? 'one question' : 'two questions'} or more`,
      ])
    for (const topic of own)
      if (!all.includes(topic))
        found.push([[...path, 'topics'], `"${topic}" is not among the topics of the course`])
  }
  return found
}

/** A path as valibot has it. */
function pathOf(whole: object, path: Path): [v.IssuePathItem, ...v.IssuePathItem[]] {
  let input: unknown = whole
  const items = path.map((key): v.IssuePathItem => {
    const value = (input as Readonly<Record<string | number, unknown>>)[key]
    const item = { type: 'unknown', origin: 'value', input, key, value } as const
    input = value
    return item
  })
  return items as [v.IssuePathItem, ...v.IssuePathItem[]]
}

/** @throws UserError that names line and field of what is wrong */
export const readCourse = (text: string, name: string): WrittenCourse =>
  readDataFile(text, name, course)
