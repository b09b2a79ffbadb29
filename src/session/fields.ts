import * as v from 'valibot'
import { isWords } from '../desk/ask.ts'
import { UserError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import { isDay } from '../journal/day.ts'
import { outcomes } from '../journal/entry.ts'
import { namesFrom } from '../journal/tags.ts'
import { connectionItems } from '../themes/connection.ts'
import type { Question } from '../themes/questions.ts'
import { questionsFor } from '../themes/questions.ts'
import type { StepWords } from '../themes/scales.ts'
import { energyScale, moodScale, ratings, stepMeant } from '../themes/scales.ts'
import { themeIds } from '../themes/theme.ts'

/** The JSON a whole session can be given in (docs/answers.md). Every field may be left out. */

const step = v.picklist([1, 2, 3, 4, 5] as const, 'a number from 1 to 5')
/** A rating by its number, or by its word where the steps have words. */
const rating = (words: StepWords) =>
  v.pipe(
    v.unknown(),
    v.transform(given => (typeof given === 'string' ? (stepMeant(given, words) ?? given) : given)),
    step,
  )
const mood = rating(moodScale.words)
const text = v.pipe(
  v.string('text'),
  v.maxLength(1_000_000, 'text of at most a million characters'),
)
/** Words for no one are answers, and name nobody. */
const names = v.pipe(
  v.array(v.pipe(v.string('a name'), v.trim(), v.nonEmpty('a name')), 'a list of names'),
  v.transform(given => given.flatMap(namesFrom)),
)
/** An object with these fields and no others; valibot alone would take a list for one. */
const braces = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    v.custom<object>(
      value => typeof value === 'object' && value !== null && !Array.isArray(value),
      'an object in braces',
    ),
    // The message of whatever stands there beside these.
    v.strictObject(entries, Object.keys(entries).join(', ')),
  )
const day = v.custom<Day>(
  value => typeof value === 'string' && isDay(value),
  'a day like 2026-11-22',
)

const shapes: Readonly<Record<Question['shape']['kind'], (question: Question) => v.GenericSchema>> =
  {
    scale: ({ shape }) => (shape.kind === 'scale' ? rating(shape.words) : step),
    choice: ({ shape }) => {
      const ids = shape.kind === 'choice' ? shape.options.map(option => option.id) : []
      return v.picklist(ids, `one of ${ids.join(', ')}`)
    },
    names: () => names,
    text: () => text,
    'yes-no': () => v.boolean('true or false'),
    date: () => day,
  }

const fieldOf = (question: Question) => [
  question.id,
  v.optional(shapes[question.shape.kind](question)),
]

/** The structured questions of a theme. A promise stands by itself, so its questions are left out. */
const themeFields = Object.fromEntries(
  themeIds.map(id => [
    id,
    v.optional(
      braces({
        prompt: v.optional(v.nullable(v.string('the id of a prompt, or null for a blank page'))),
        text: v.optional(text),
        deeper: v.optional(text),
        ...Object.fromEntries(
          questionsFor(id, 'deep')
            .filter(question => question.keptIn !== 'promise')
            .map(fieldOf),
        ),
      }),
    ),
  ]),
)

const stepInWords = 'the step, in a few words'
const promise = braces({
  text: v.pipe(text, v.minLength(1, stepInWords), v.check(isWords, stepInWords)),
  cue: v.optional(text),
  due: v.optional(day),
  witness: v.optional(names),
  confidence: v.optional(step),
})

const outcome = braces({
  outcome: v.picklist(outcomes, `one of ${outcomes.join(', ')}`),
  helped: v.optional(text),
  obstacle: v.optional(text),
  text: v.optional(text),
  due: v.optional(day),
})

const connection = rating(ratings.connection)

const answersFile = braces({
  mood: v.optional(mood),
  energy: v.optional(rating(energyScale.words)),
  feelings: v.optional(v.array(v.string('a word'), 'a list of words')),
  connection: v.optional(
    braces(Object.fromEntries(connectionItems.map(({ id }) => [id, v.optional(connection)]))),
  ),
  measures: v.optional(
    v.record(
      v.string(),
      v.union([v.pipe(v.number(), v.finite()), v.boolean()], 'a number, or true or false'),
      'measures by their names',
    ),
  ),
  promises: v.optional(v.record(v.string(), outcome, 'promises by their ids')),
  themes: v.optional(braces(themeFields)),
  promise: v.optional(promise),
  leave: v.optional(braces({ mood: v.optional(mood) })),
  note: v.optional(text),
})

export type AnswersFile = v.InferOutput<typeof answersFile>

/**
 * Reads such a file strictly: what it does not know it refuses by name.
 * @throws UserError naming every place that does not fit
 */
export function readAnswers(json: string, from: string): AnswersFile {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/,? ?".*$/s, '') : ''
    throw new UserError(`${from} is not JSON (${why}). Nothing was saved.`)
  }
  const read = v.safeParse(answersFile, value)
  if (read.success) return read.output
  const troubles = read.issues.slice(0, 8).map(issue => `  ${troubleOf(issue)}`)
  throw new UserError(
    [`${from} could not be taken as it is. Nothing was saved.`, ...troubles].join('\n'),
  )
}

function troubleOf(issue: v.BaseIssue<unknown>): string {
  const keys = issue.path?.map(item => String(item.key)) ?? []
  const path = keys.join('.') || 'the whole'
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${path}: there is no such field. There are: ${issue.message}`
  }
  return issue.received === 'undefined'
    ? `${path} is missing`
    : `${path} should be ${issue.message}`
}
