import * as v from 'valibot'
import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml'
import { UserError } from '../errors.ts'
import type { WrittenCourse } from '../themes/course.ts'
import { exercises } from '../themes/course.ts'
import { depths } from '../themes/prompt.ts'
import { themeIds } from '../themes/theme.ts'

/** A course from a file of somebody's own: YAML, of which JSON is a part. docs/courses.md has every field. */

/** Larger is no course. */
const mostBytes = 1024 * 1024
const mostWords = 120

const line = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text'), v.maxLength(2000, 'shorter'))
const slug = v.pipe(
  v.string('an id'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of small letters, digits and hyphens'),
  v.maxLength(40, 'an id of at most 40 letters'),
)
const oneOf = <const W extends readonly string[]>(words: W) =>
  v.picklist(words, `one of ${words.join(', ')}`)
const days = v.pipe(
  v.number('a number of days'),
  v.integer('a whole number of days'),
  v.minValue(0, 'no less than 0'),
  v.maxValue(60, 'no more than 60'),
)
const listOf = <const T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list with something in it'))

const prompt = v.strictObject({
  theme: oneOf(themeIds),
  text: line,
  note: v.exactOptional(line),
  deeper: v.exactOptional(line),
})

const session = v.strictObject({
  id: slug,
  name: line,
  topics: v.optional(v.array(slug, 'a list'), []),
  depth: oneOf(depths),
  read: v.strictObject({ text: listOf(line), source: line }),
  prompts: v.pipe(v.array(prompt, 'a list'), v.maxLength(4, 'a list of at most four questions')),
  exercise: v.exactOptional(oneOf(exercises)),
  step: line,
  person: line,
  leaving: v.exactOptional(line),
})

const pack = v.strictObject({
  id: slug,
  name: line,
  about: line,
  topics: v.optional(v.array(slug, 'a list'), []),
  apart: v.exactOptional(v.strictObject({ from: days, to: days })),
  end: line,
  sessions: v.pipe(listOf(session), v.maxLength(60, 'a list of at most 60 sessions')),
})

type Path = readonly (string | number)[]

/**
 * Reads a course.
 *
 * @param from what the file is called in messages
 * @throws UserError naming the line and the field of everything that is wrong, the first eight of it
 */
export function readCourse(text: string, from: string): WrittenCourse {
  if (text.length > mostBytes)
    throw new UserError(`${from} is larger than a course can be. Nothing was changed.`)
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    schema: 'core',
  })
  const lineAt = (offset: number) => counter.linePos(offset).line
  const refuse = (troubles: readonly string[]): never => {
    throw new UserError(
      [
        `${from} could not be taken as a course. Nothing was changed.`,
        ...troubles.slice(0, 8).map(it => `  ${it}`),
        'docs/courses.md shows every field.',
      ].join('\n'),
    )
  }
  const [error] = [...document.errors, ...document.warnings]
  if (error)
    refuse([`line ${lineAt(error.pos[0])}: ${error.message.split('\n')[0]?.replace(/!/g, '')}`])
  // A name that stands for something said elsewhere can be made to stand for gigabytes.
  visit(document, (_, node) => {
    if (isAlias(node))
      refuse([`line ${lineAt(node.range?.[0] ?? 0)}: an alias (*${node.source}) is not read here`])
  })
  const read = v.safeParse(pack, document.toJS({ maxAliasCount: 0 }))
  const placed = (path: Path, what: string) =>
    `${lineOf(document, path, lineAt)}${nameOf(path)}${what}`
  if (!read.success)
    return refuse(
      read.issues.map(issue => {
        const path = issue.path?.map(item => item.key as string | number) ?? []
        if (issue.type === 'strict_object' && issue.expected === 'never')
          return placed(path, ': there is no such field')
        if (issue.received === 'undefined') return placed(path, ' is missing')
        return placed(
          path,
          ` should be ${issue.type === 'strict_object' ? 'fields with values' : issue.message}`,
        )
      }),
    )
  const course = read.output
  const troubles = sessionTroubles(course).map(([path, what]) => placed(path, what))
  return troubles.length > 0 ? refuse(troubles) : course
}

/** What is wrong between the fields: ids twice, a theme twice in a session, too much to read, too few questions. */
function sessionTroubles({ sessions, topics }: WrittenCourse): [Path, string][] {
  const found: [Path, string][] = []
  const ids = new Set<string>()
  for (const [at, { id, read, prompts, exercise, topics: own }] of sessions.entries()) {
    const path: Path = ['sessions', at]
    if (ids.has(id)) found.push([[...path, 'id'], `: "${id}" is the id of an earlier session`])
    ids.add(id)
    const words = read.text.join(' ').split(/\s+/).length
    if (words > mostWords)
      found.push([
        [...path, 'read', 'text'],
        ` has ${words} words, and ${mostWords} fit one screen`,
      ])
    const themes = prompts.map(({ theme }) => theme)
    for (const [place, theme] of themes.entries())
      if (themes.indexOf(theme) < place)
        found.push([
          [...path, 'prompts', place, 'theme'],
          `: ${theme} is asked in this session already`,
        ])
    if (prompts.length < (exercise ? 1 : 2))
      found.push([
        [...path, 'prompts'],
        ` needs ${exercise ? 'one question' : 'two questions'} at the least`,
      ])
    for (const topic of own)
      if (!topics.includes(topic))
        found.push([[...path, 'topics'], `: "${topic}" is not among the topics of the course`])
  }
  return found
}

const nameOf = (path: Path): string =>
  path.length === 0
    ? 'the file'
    : path.map(key => (typeof key === 'number' ? key + 1 : key)).join('.')

/** "line 12: "; of what is missing, the line of what it is missing in. */
function lineOf(document: Document, path: Path, lineAt: (offset: number) => number): string {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const range = (node as { readonly range?: readonly number[] } | undefined)?.range
    if (range?.[0] !== undefined) return `line ${lineAt(range[0])}: `
  }
  return ''
}
