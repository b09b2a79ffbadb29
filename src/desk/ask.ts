import type { Dialogue, LineQuestion } from '../dialogue/dialogue.ts'
import { DateError, readDate, readFutureDay } from '../journal/dates.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Scale, SupportDirection } from '../journal/entry.ts'
import { supportDirections } from '../journal/entry.ts'
import { isLow } from '../journal/low-days.ts'
import { joined } from '../journal/tags.ts'
import type { LineLook } from '../render/lines.ts'
import { lines } from '../render/lines.ts'
import { directionWords } from '../themes/choices.ts'
import type { FeelingGroup } from '../themes/feelings.ts'
import { feelingGroups, feelingNamed, noWordYet } from '../themes/feelings.ts'
import type { FiveSteps } from '../themes/scales.ts'
import { namedDay } from '../wording/days.ts'

/** What a question needs around it. */
export interface Asking {
  readonly dialogue: Dialogue
  readonly look: LineLook
  /** Today, for days that are still to come. */
  readonly today: Day
  /** ISO weekday, 1 (Monday) to 7: by it "next friday" is one day or another. */
  readonly weekStartsOn: number
  /** Only keys to press, no words to write. */
  readonly choicesOnly?: boolean
}

/** Asks for a rating in five steps. */
export const askScale = (
  dialogue: Dialogue,
  { ask, words: w }: FiveSteps,
  initial?: Scale | undefined,
): Promise<Scale | undefined> =>
  dialogue.scale({ ask, words: [w[1], w[2], w[3], w[4], w[5]], initial })

const yes = /^(y|yes|yes please|yeah|yep|yup)[.!]?$/i
const no = /^(n|no|nope|none|nothing|no thanks?)[.!]?$/i

/** Whether a line says something: a bare yes or no does not, where words are asked for. */
export const isWords = (line: string): boolean => !yes.test(line) && !no.test(line)

/** A line of words, also where the question sounds like yes or no: a yes is asked which, a no leaves it open. */
export async function askWords(
  dialogue: Dialogue,
  {
    which = 'Which? A few words, or Enter to leave it open.',
    ...question
  }: LineQuestion & { which?: string },
): Promise<string | undefined> {
  const line = await dialogue.line({
    hint: 'a few words, or Enter',
    ...question,
    check: text => (yes.test(text) ? which : question.check?.(text)),
  })
  return line === undefined || no.test(line) ? undefined : line
}

/** Asks for a line of words, and tells them while they are typed: leaving midway then loses none. */
export async function askLine(
  dialogue: Dialogue,
  question: LineQuestion,
  tell: (text: string) => void,
): Promise<void> {
  const words = (text: string) => (isWords(text) ? text : '')
  const onChange = (text: string) => tell(words(text.trim()))
  tell((await askWords(dialogue, { ...question, onChange })) ?? '')
}

/** Yes, no, or left open. */
export const askYesNo = (
  dialogue: Dialogue,
  ask: string,
  initial?: boolean,
): Promise<boolean | undefined> =>
  dialogue.choose({
    ask,
    ...(initial !== undefined && { initial }),
    choices: [
      { value: true, label: 'yes', key: 'y' },
      { value: false, label: 'no', key: 'n' },
    ],
  })

/** Which way support went. */
export const askDirection = (dialogue: Dialogue): Promise<SupportDirection | undefined> =>
  dialogue.choose({
    ask: 'Which way did it go?',
    choices: supportDirections.map(value => ({ value, label: directionWords[value] })),
  })

/** A day from today on, in the words people use. */
export async function askDay(
  { dialogue, look, today, weekStartsOn, choicesOnly }: Asking,
  ask: string,
  before?: string,
): Promise<Day | undefined> {
  if (choicesOnly) {
    const days = { tomorrow: 1, 'in two days': 2, 'in a week': 7 }
    const choices = Object.entries(days).map(([label, value]) => ({ value, label }))
    const initial = Object.values(days).find(it => addDays(today, it) === before)
    const away = await dialogue.choose({ ask, choices, ...(initial && { initial }) })
    return away === undefined ? undefined : addDays(today, away)
  }
  const line = await dialogue.line({
    ask,
    hint: 'tomorrow, friday, in 2 weeks',
    ...(before && { initial: before }),
    check: text => troubleWith(() => readFutureDay(text, { today, weekStartsOn })),
  })
  if (line === undefined) return undefined
  const day = readFutureDay(line, { today, weekStartsOn })
  // "Next friday" means different days to different people; so it is said which it became.
  if (line.trim() !== day) dialogue.say(() => lines(`${namedDay(day, today)}.`, look))
  return day
}

/** A day that is past, as near as people know it: the first day of the time they name. */
export async function askPastDay(
  { dialogue, today, weekStartsOn, zone, choicesOnly }: Asking & { readonly zone: string },
  ask: string,
): Promise<Day | undefined> {
  if (choicesOnly) {
    const days = { 'some days': 4, 'some weeks': 21, 'some months': 120, 'a year or more': 400 }
    const choices = Object.entries(days).map(([label, value]) => ({ value, label }))
    const ago = await dialogue.choose({ ask, choices })
    return ago === undefined ? undefined : addDays(today, -ago)
  }
  const read = (text: string) => readDate(text, { today, weekStartsOn, zone, future: false }).from
  const line = await dialogue.line({
    ask,
    hint: '3 weeks ago, 2026-08, or Enter',
    check: text => troubleWith(() => read(text)),
  })
  return line === undefined ? undefined : read(line)
}

/** What is wrong with a date, in words. */
function troubleWith(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof DateError) return error.message
    throw error
  }
}

/** Feeling words, any number of them, and words of their own, told while they are typed. On a low day the list comes when asked for. */
export async function askFeelings(
  { dialogue, choicesOnly }: Asking,
  mood: Scale | undefined,
  before: readonly string[],
  tell: (feelings: string[]) => void,
): Promise<string[]> {
  if (choicesOnly) return pickFeelings(dialogue, tell)
  if (isLow(mood)) {
    const line = await dialogue.line({
      ask: 'Is there a word for it?',
      hint: 'a word, or Enter; ? shows some',
      initial: before.join(', '),
      onChange: typed => tell(typed.trim() === '?' ? [] : feelingsFrom(typed)),
    })
    if (line?.trim() !== '?') return feelingsFrom(line ?? '')
  }
  const near = ({ feelings: [first] }: FeelingGroup) =>
    mood === undefined || mood === 3
      ? first?.energy === 'low'
      : (first?.pleasantness === 'pleasant') === mood > 3
  const groups = [...feelingGroups.filter(near), ...feelingGroups.filter(it => !near(it))]
  const words = await dialogue.pickMany({
    ask: `Which words come near? Any, or none; "${noWordYet}" will do.`,
    choices: groups.flatMap(({ name, feelings }) =>
      feelings.map(({ word }) => ({ value: word, label: word, group: name })),
    ),
    own: typed => typed,
    initial: before,
    onChange: ticked => tell(feelingsFrom(ticked.join(','))),
  })
  return feelingsFrom(words.join(','))
}

/** Words of their own stay as they are; ours take our spelling. "No word yet" keeps none. */
export const feelingsFrom = (line: string): string[] =>
  joined(
    word => word,
    line
      .split(/[,;]/)
      .map(word => word.trim())
      .filter(word => word !== '' && word.toLowerCase() !== noWordYet)
      .map(word => feelingNamed(word)?.word ?? word.toLowerCase()),
  )

async function pickFeelings(
  dialogue: Dialogue,
  tell: (feelings: string[]) => void,
): Promise<string[]> {
  const group = await dialogue.choose({
    ask: 'Which of these is nearest?',
    choices: feelingGroups.map(it => ({ value: it, label: it.name })),
  })
  if (!group) return []
  return dialogue.pickMany({
    ask: 'And which words? Any, or none.',
    choices: group.feelings.map(it => ({ value: it.word, label: it.word })),
    onChange: ticked => tell([...ticked]),
  })
}
