import { askYesNo } from '../desk/ask.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'
import { addDays } from '../journal/day.ts'
import type { LineLook } from '../render/lines.ts'
import { lines } from '../render/lines.ts'
import { everAsked } from '../themes/prompts.ts'
import { questionsFor } from '../themes/questions.ts'
import type { ThemeAnswer, Value } from './answers.ts'
import { showPeople } from './people-first.ts'
import type { BesideQuestion } from './question.ts'
import { askQuestion } from './question.ts'
import type { Room } from './room.ts'
import { put } from './room.ts'

/** The prompt that is asked as this walk where somebody sits at a terminal. */
export const slipPrompt = 'accountability-slip-steps'

/**
 * Offers to look at a slip in four small steps: safe now, a kind line, what came before, the next
 * step and who knows. What is said becomes the accountability page of the session.
 *
 * @returns whether it was looked at
 * @throws Enough when the person stops there
 */
export async function offerSlip(room: Room): Promise<boolean> {
  const { dialogue, draft, look } = room
  const wanted = await dialogue.choose({
    ask: 'Was there a slip you would like to look at?',
    choices: [{ value: true, label: 'look at it', key: 'l' }],
  })
  if (!wanted) return false
  await askWhetherSafe(dialogue, look)
  if (!draft.choicesOnly) await lookAtIt(room)
  return true
}

/**
 * What comes first after a slip, wherever it is told: whether the person is safe, and a kind line.
 *
 * @throws Enough when they are not, and stop there
 */
export async function askWhetherSafe(dialogue: Dialogue, look: LineLook): Promise<void> {
  if (!(await askYesNo(dialogue, 'First: are you safe now?'))) await leadToHelp(dialogue, look)
  dialogue.say(() => lines('It happened, and you are here. The days before it stay yours.', look))
}

/** Whoever is not safe needs people, and no questions. */
async function leadToHelp(dialogue: Dialogue, look: LineLook): Promise<void> {
  dialogue.say(() => lines('Then people come first.', look))
  await showPeople(dialogue)
}

async function lookAtIt(room: Room): Promise<void> {
  const { dialogue, draft, today } = room
  const { themes } = draft.answers
  const { id, text: asked = '' } = everAsked(slipPrompt) ?? { id: slipPrompt }
  const answer: ThemeAnswer = { ...themes.accountability, prompt: { id, text: asked } }
  themes.accountability = answer
  const keep = (text: string) => {
    answer.text = text
    return room.keep()
  }
  const { text, end } = await dialogue.write({
    ask: 'What came just before it?',
    initial: answer.text ?? '',
    onChange: keep,
    edit: text => room.edit(text, keep),
  })
  answer.text = text
  room.keep()
  if (end === 'enough') throw new Enough()
  const note = (id: 'step' | 'witness') => (value: Value | undefined) => {
    const values = { ...answer.values }
    put(values, id, value)
    put(values, 'due', values.step === undefined ? undefined : addDays(today, 1))
    put(answer, 'values', Object.keys(values).length > 0 ? values : undefined)
    room.keep()
  }
  const asks = (id: 'step' | 'witness', words: string, written: readonly string[]) =>
    ask(room, id, words, { written, before: answer.values?.[id], tell: note(id) })
  const step = await asks('step', 'What is the next small step?', [text])
  note('step')(step)
  if (step !== undefined) note('witness')(await asks('witness', 'Who could know about it?', []))
  if (text.trim() === '' && step === undefined) delete themes.accountability
}

/** A question of accountability in the words of this walk. */
async function ask(
  room: Room,
  id: 'step' | 'witness',
  words: string,
  around: BesideQuestion,
): Promise<Value | undefined> {
  const question = questionsFor('accountability', 'deep').find(it => it.id === id)
  return question && askQuestion(room, { ...question, ask: words }, around)
}
