import { feelingsFrom, isWords } from '../desk/ask.ts'
import { numberTyped, troubleWithNumber } from '../desk/flags.ts'
import { UserError } from '../errors.ts'
import type { DateOptions } from '../journal/dates.ts'
import { DateError, readFutureDay } from '../journal/dates.ts'
import type { Day } from '../journal/day.ts'
import { isDay, isZone, longDayWithYear } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { outcomes } from '../journal/entry.ts'
import { answerOf } from '../journal/measure.ts'
import { namesFrom } from '../journal/tags.ts'
import { visibleLine } from '../render/gate.ts'
import { connectionAsk, connectionItems } from '../themes/connection.ts'
import type { Question } from '../themes/questions.ts'
import { questionsFor } from '../themes/questions.ts'
import type { StepWords } from '../themes/scales.ts'
import { energyScale, moodScale, ratings, stepMeant } from '../themes/scales.ts'
import { themeIds } from '../themes/theme.ts'
import { listed } from '../wording/counts.ts'
import type { CoursePlan } from './course.ts'
import type { Arrival, Walk } from './plan.ts'
import { askedPrompt, kindLine } from './words.ts'

/** A session as a Markdown form, to be filled in with any editor and taken back. */
export interface Sheet {
  readonly session: string
  readonly day: Day
  /** ISO 8601 with offset. */
  readonly began: string
  readonly zone: string
  /** Nothing of it is for other eyes. */
  readonly private?: true
}

const steps = 'a number from 1 to 5'
const theLongWay = '`hearten today --sheet --length steady` has all five themes.'

/**
 * The form, with a place for every answer. What is left empty is skipped.
 *
 * @param low the mood of this day, where it is known to be a low one
 * @param course the session of a course that it is the form of
 */
export function writeSheet(
  sheet: Sheet,
  arrival: Arrival,
  walk: Walk,
  low?: Scale,
  course?: CoursePlan,
): string {
  const { session, day, began, zone } = sheet
  const parts = [
    `# ${longDayWithYear(day)}`,
    `<!-- hearten sheet 1: session=${session} day=${day} began=${began} zone=${zone}${sheet.private ? ' private' : ''} -->`,
    [
      'Write between the lines in `<!-- -->` and leave those lines as they are.',
      'Whatever you leave empty is skipped. `hearten today --from-sheet FILE` takes it back.',
    ].join('\n'),
    ...(course
      ? [`## ${oneLine(course.name)}`, ...course.read.map(oneLine), `(${course.source})`]
      : []),
    ...(low === undefined ? [] : [`${kindLine(low)} ${theLongWay}`]),
    place(moodScale.ask, 'mood', fiveOf(moodScale.words)),
    place(energyScale.ask, 'energy', fiveOf(energyScale.words)),
    place('Which words come near?', 'feelings', 'with commas between'),
    ...(arrival.measures ?? []).map(measure =>
      place(`${measure.name}?`, measureKey(measure.name), answerOf(measure)),
    ),
    ...(arrival.connection
      ? [
          `${connectionAsk} (${steps}: 1 ${ratings.connection[1]}, 5 ${ratings.connection[5]})`,
          ...connectionItems.map(({ id, text }) => place(text, `connection.${id}`)),
        ]
      : []),
    ...arrival.due.map(({ id, text }) =>
      place(
        `You thought of this: "${oneLine(text)}". How did it go?`,
        `promises.${id}`,
        outcomes.join(', '),
      ),
    ),
  ]
  for (const theme of walk.themes) {
    const prompt = theme.prompts[0]
    const of = (moment: Question['moment']) =>
      questionsFor(theme.id, walk.length)
        .filter(question => question.moment === moment)
        .map(({ id, ask, shape }) => place(ask, `themes.${theme.id}.${id}`, howTo(shape)))
    parts.push(
      `## ${theme.name}`,
      theme.purpose,
      ...of('before'),
      place(
        prompt ? askedPrompt(prompt) : 'A blank page. Write what you like.',
        `themes.${theme.id}.text prompt=${prompt?.id ?? ''}`,
      ),
      ...(prompt?.deeper && theme.deeper === 'asked'
        ? [place(prompt.deeper, `themes.${theme.id}.deeper`)]
        : []),
      ...of('after'),
    )
  }
  parts.push(
    ...(course ? [`Next small step: ${oneLine(course.step)}.`, oneLine(course.person)] : []),
    '## Leaving',
    place('And now, on leaving?', 'leave', fiveOf(moodScale.words)),
    place('Anything else?', 'note'),
  )
  return `${parts.join('\n\n')}\n`
}

const place = (ask: string, key: string, how = ''): string =>
  `> ${oneLine(ask)}${how && ` (${how})`}\n\n<!-- answer ${key} -->\n\n<!-- end -->`

const oneLine = (text: string): string =>
  visibleLine(text).replace(/\s+/g, ' ').replaceAll('-->', '->').trim()

const fiveOf = (words: Readonly<Record<number, string>>): string =>
  Object.entries(words)
    .map(([step, word]) => `${step} ${word}`)
    .join(', ')

function howTo(shape: Question['shape']): string {
  switch (shape.kind) {
    case 'scale':
      return `${steps}: 1 ${shape.words[1]}, 5 ${shape.words[5]}`
    case 'choice':
      return shape.options.map(option => option.label).join(', ')
    case 'names':
      return 'names, with commas between'
    case 'yes-no':
      return 'yes or no'
    case 'date':
      return 'tomorrow, friday, 2026-12-01'
    case 'text':
      return ''
  }
}

/**
 * Takes a filled-in form back: the sheet it was, its answers in the form of an answers file, and what
 * stood in it and was left empty, as `Answers` name it. A form that is empty everywhere passed nothing over.
 *
 * @throws UserError when it is no such form, or an answer cannot be read
 */
export function readSheet(
  text: string,
  from: string,
  weekStartsOn: number,
): { sheet: Sheet; answers: object; passed: readonly string[] } {
  const head =
    /<!-- hearten sheet 1: session=([0-9a-z]+) day=(\S+) began=(\S+) zone=(\S+)( private)? -->/.exec(
      text,
    )
  const [, session = '', day = '', began = '', zone = '', isPrivate] = head ?? []
  if (!head || !isDay(day) || !isZone(zone) || Number.isNaN(Date.parse(began))) {
    throw new UserError(
      `${from} does not begin like a sheet of hearten: its line \`<!-- hearten sheet 1: … -->\` is not there or was changed.\nNothing was saved. \`hearten today --sheet\` prints a fresh one.`,
    )
  }
  const measures: Record<string, unknown> = {}
  const answers = {}
  const shown = new Set<string>()
  const places =
    /<!-- answer ([\w.-]+)(?: prompt=([\w.-]*))? -->\n?([\s\S]*?)(?=<!-- (?:end|answer )|$)/g
  const isOpen = (id: string) => id !== 'connection' || !Object.hasOwn(answers, id)
  for (const [, key = '', prompt, raw = ''] of text.matchAll(places)) {
    const said = raw.trim()
    const rests = key.startsWith('connection.') ? 'connection' : prompt
    if (rests && said === '') shown.add(rests)
    if (prompt !== undefined && themeOf(key) && said !== '') {
      setAt(answers, key.replace(/text$/, 'prompt'), prompt === '' ? null : prompt)
    }
    if (said === '') continue
    const value = answerIn(key, said, { today: day, weekStartsOn }, from)
    if (value === undefined) continue
    if (key.startsWith('measures.')) measures[measureIn(key)] = value
    else setAt(answers, targetOf(key), value)
  }
  if (Object.keys(measures).length > 0) setAt(answers, 'measures', measures)
  return {
    sheet: { session, day, began, zone, ...(isPrivate && { private: true }) },
    answers,
    passed: Object.keys(answers).length === 0 ? [] : [...shown].filter(isOpen),
  }
}

/** A name of the person's own, as it stands in a key. */
const measureKey = (name: string): string => `measures.${Buffer.from(name).toString('hex')}`
const measureIn = (key: string): string => Buffer.from(key.slice(9), 'hex').toString()

const themeOf = (key: string) => themeIds.find(id => key.startsWith(`themes.${id}.`))

/** The questions of accountability make a promise, which stands by itself in an answers file. */
function targetOf(key: string): string {
  const question = questionOf(key)
  if (question?.keptIn === 'promise') {
    return `promise.${question.id === 'step' ? 'text' : question.id}`
  }
  if (key === 'leave') return 'leave.mood'
  return key.startsWith('promises.') ? `${key}.outcome` : key
}

function questionOf(key: string): Question | undefined {
  const theme = themeOf(key)
  const id = key.split('.')[2]
  return theme && questionsFor(theme, 'deep').find(question => question.id === id)
}

function answerIn(
  key: string,
  said: string,
  when: Pick<DateOptions, 'today' | 'weekStartsOn'>,
  from: string,
): unknown {
  const line = said.replace(/\s+/g, ' ')
  const refuse = (wants: string): never => {
    throw new UserError(
      `${from}: "${line.slice(0, 60)}" at ${key} should be ${wants}. Nothing was saved.`,
    )
  }
  const scale = (words: StepWords) =>
    stepMeant(line, words) ?? refuse(`${steps}, or ${listed(Object.values(words), 'or')}`)
  const numberIn = (text: string): number =>
    troubleWithNumber(text, {}) === undefined ? numberTyped(text) : refuse('a number, or yes or no')
  const { shape } = questionOf(key) ?? {}
  if (key === 'feelings') return feelingsFrom(line)
  if (key.startsWith('measures.'))
    return /^y(es)?$/i.test(line) || (/^no?$/i.test(line) ? false : numberIn(line))
  if (key.startsWith('promises.')) return line.toLowerCase().replace(' ', '-')
  if (key === 'mood' || key === 'leave') return scale(moodScale.words)
  if (key === 'energy') return scale(energyScale.words)
  if (key.startsWith('connection.')) return scale(ratings.connection)
  switch (shape?.kind) {
    case 'scale':
      return scale(shape.words)
    case 'names':
      return namesFrom(line)
    case 'text':
      return isWords(line) ? line : /^n/i.test(line) ? undefined : refuse('a few words')
    case 'yes-no':
      return /^y/i.test(line) || (/^n/i.test(line) ? false : refuse('yes or no'))
    case 'choice': {
      const meant = line.toLowerCase()
      const option = shape.options.find(
        ({ id, label }) => id === meant || label.toLowerCase().startsWith(meant),
      )
      return option?.id ?? refuse(`one of ${howTo(shape)}`)
    }
    case 'date':
      try {
        return readFutureDay(line, when)
      } catch (error) {
        if (error instanceof DateError) return refuse('a day like tomorrow or 2026-12-01')
        throw error
      }
    default:
      return said
  }
}

/** Sets `a.b.c`. Only keys that stand in a form come here, so none of them is `__proto__`. */
function setAt(target: object, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = target as Record<string, unknown>
  for (const key of keys) {
    if (!Object.hasOwn(at, key)) Object.defineProperty(at, key, { value: {}, enumerable: true })
    at = at[key] as Record<string, unknown>
  }
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true })
}
