import type { Dialogue, LineQuestion } from '../dialogue/dialogue.ts'
import { DateError, readFutureDay } from '../journal/dates.ts'
import type { Day } from '../journal/day.ts'
import { addDays, longDay } from '../journal/day.ts'
import type { Scale, SupportDirection } from '../journal/entry.ts'
import { supportDirections } from '../journal/entry.ts'
import { isName, nameKey } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import type { LineLook } from '../render/lines.ts'
import { lines } from '../render/lines.ts'
import { directionWords } from '../themes/choices.ts'
import type { FeelingGroup } from '../themes/feelings.ts'
import { feelingGroups, feelingNamed, noWordYet } from '../themes/feelings.ts'
import type { FiveSteps } from '../themes/scales.ts'

/** What a question needs around it. */
export interface Asking {
  readonly dialogue: Dialogue
  readonly look: LineLook
  /** Today, for days that are still to come. */
  readonly today: Day
  /** Only keys to press, no words to write. */
  readonly choicesOnly?: boolean
}

/** Asks for a rating in five steps. */
export const askScale = (dialogue: Dialogue, { ask, words: w }: FiveSteps) =>
  dialogue.scale({ ask, words: [w[1], w[2], w[3], w[4], w[5]] })

/** Asks for a line of words, and tells them while they are typed: leaving midway then loses none. */
export async function askLine(
  dialogue: Dialogue,
  question: LineQuestion,
  tell: (text: string) => void,
): Promise<void> {
  tell((await dialogue.line({ ...question, onChange: text => tell(text.trim()) })) ?? '')
}

/** Yes, no, or left open. */
export const askYesNo = (dialogue: Dialogue, ask: string): Promise<boolean | undefined> =>
  dialogue.choose({
    ask,
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

/** Names as people write them: `@sister, Ben and Jo`. Words for no one are none. */
export const namesFrom = (line: string): string[] =>
  joined(
    nameKey,
    line
      .split(/[,;&]|\s+and\s+/i)
      .map(name => name.trim().replace(/^@/, ''))
      .filter(isName),
  )

/** A day from today on, in the words people use. */
export async function askDay(
  { dialogue, look, today, choicesOnly }: Asking,
  ask: string,
): Promise<Day | undefined> {
  if (choicesOnly) {
    const days = { tomorrow: 1, 'in two days': 2, 'in a week': 7 }
    const choices = Object.entries(days).map(([label, value]) => ({ value, label }))
    const away = await dialogue.choose({ ask, choices })
    return away === undefined ? undefined : addDays(today, away)
  }
  const line = await dialogue.line({
    ask,
    hint: 'tomorrow, friday, in 2 weeks',
    check(text) {
      try {
        readFutureDay(text, { today })
        return undefined
      } catch (error) {
        if (error instanceof DateError) return error.message
        throw error
      }
    },
  })
  if (line === undefined) return undefined
  const day = readFutureDay(line, { today })
  // "Next friday" means different days to different people; so it is said which it became.
  if (line.trim() !== day) dialogue.say(() => lines(`${longDay(day)}.`, look))
  return day
}

/** Feeling words, any number of them, and words of their own. */
export async function askFeelings(
  { dialogue, choicesOnly }: Asking,
  mood: Scale | undefined,
): Promise<string[]> {
  if (choicesOnly) return pickFeeling(dialogue)
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

async function pickFeeling(dialogue: Dialogue): Promise<string[]> {
  const group = await dialogue.choose({
    ask: 'Which of these is nearest?',
    choices: feelingGroups.map(it => ({ value: it, label: it.name })),
  })
  if (!group) return []
  const word = await dialogue.choose({
    ask: 'And which word?',
    layout: 'menu',
    choices: group.feelings.map(it => ({ value: it.word, label: it.word })),
  })
  return word === undefined ? [] : [word]
}
