import { Enough } from '../dialogue/signals.ts'
import { easilyKept, waitsAfter } from '../journal/promise.ts'
import { heading, lines } from '../render/lines.ts'
import type { Question } from '../themes/questions.ts'
import { keyQuestionsFor, questionsFor } from '../themes/questions.ts'
import type { ThemeAnswer, Value } from './answers.ts'
import { passOver } from './answers.ts'
import type { PlannedPrompt, ThemePlan } from './plan.ts'
import { askQuestion } from './question.ts'
import type { Room } from './room.ts'
import { noting, once, put } from './room.ts'
import { offerSlip, slipPrompt } from './slip.ts'
import { askedPrompt, whyThisOne } from './words.ts'

/** One theme: why it is here, its prompt, the words, the second question, the structured ones. */
export async function walkTheme(room: Room, theme: ThemePlan, aside: string): Promise<void> {
  const { dialogue, draft, look } = room
  draft.at = theme.name
  dialogue.say(() => `\n${heading(theme.name, aside, look)}`)
  dialogue.say(() => lines(theme.purpose, look, look.colours.dim))
  const { reason } = theme
  if (reason) dialogue.say(() => lines(reason, look, look.colours.dim))

  const { themes } = draft.answers
  const answer = themes[theme.id] ?? begin(theme.prompts[0])
  themes[theme.id] = answer
  if (draft.choicesOnly) {
    // Something to have in mind; nobody needs to write about it.
    const prompt = theme.prompts.find(it => it.id === answer.prompt?.id)
    if (prompt) {
      dialogue.say(() => `\n${lines('To have in mind, nothing to write:', look, look.colours.dim)}`)
      dialogue.say(() => lines(askedPrompt(prompt), look))
    }
    await askAll(room, theme, answer, keyQuestionsFor(theme.id))
  } else {
    const questions = questionsFor(theme.id, draft.walk?.length ?? 'steady')
    const at = (moment: Question['moment']) => questions.filter(it => it.moment === moment)
    if (await isSlipLookedAt(room, theme, answer)) return
    await askAll(room, theme, answer, at('before'))
    await once(room, `${theme.id} words`, () => write(room, theme, answer))
    // Skipping the page skips what goes with it.
    if (answer.text?.trim()) {
      await once(room, `${theme.id} deeper`, () => writeDeeper(room, theme, answer))
      await askAll(room, theme, answer, at('after'))
    }
  }
  // A second answer stays, also where the page before it was taken back.
  if (!answer.text?.trim() && !answer.deeper?.trim() && !answer.values) delete themes[theme.id]
}

/** A prompt about a slip is a walk of its own; whoever passes it over gets the next prompt. */
async function isSlipLookedAt(room: Room, theme: ThemePlan, answer: ThemeAnswer): Promise<boolean> {
  const { draft } = room
  if (answer.prompt?.id !== slipPrompt || !draft.arrival.recovery) return false
  let looked = false
  await once(room, 'slip', async () => {
    looked = await offerSlip(room)
  })
  if (!looked && !answer.text) {
    passOver(draft.answers, slipPrompt)
    delete answer.prompt
    const next = theme.prompts.find(({ id }) => id !== slipPrompt)
    if (next) Object.assign(answer, withPrompt(next))
  }
  return looked
}

/** @returns what to say about it */
function turnPrivate(draft: Room['draft']): string {
  if (draft.private) delete draft.private
  else draft.private = true
  return draft.private
    ? 'This session is private now: exports, reports and quotes leave it out.'
    : 'This session is not private any more.'
}

const begin = (prompt: PlannedPrompt | undefined): ThemeAnswer => (prompt ? withPrompt(prompt) : {})

const withPrompt = ({ id, text, deeper }: PlannedPrompt) => ({
  prompt: { id, text, ...(deeper !== undefined && { deeper }) },
})

/** The writing field, until it is done: another question, why this one, a blank page. */
async function write(room: Room, theme: ThemePlan, answer: ThemeAnswer): Promise<void> {
  const { dialogue, draft } = room
  const { answers } = draft
  const keep = (text: string) => {
    answer.text = text
    return room.keep()
  }
  let beside: readonly string[] = []
  const offersDeeper = theme.deeper === 'offered'
  for (;;) {
    const prompt = theme.prompts.find(it => it.id === answer.prompt?.id)
    const fresh = theme.prompts.find(it => it !== prompt && !answers.passed?.includes(it.id))
    const { text, end } = await dialogue.write({
      ask: prompt?.text ?? 'A blank page. Write what you like.',
      beside: [...(prompt?.note === undefined ? [] : [prompt.note]), ...beside],
      initial: answer.text ?? '',
      onChange: keep,
      keys: [
        ...(fresh ? (['swap'] as const) : []),
        ...(prompt ? (['why', 'blank'] as const) : []),
        ...(offersDeeper && prompt?.deeper !== undefined ? (['deeper'] as const) : []),
        'private',
      ],
      edit: text => room.edit(text, keep),
    })
    answer.text = text
    const shown = () => {
      if (prompt) passOver(answers, prompt.id)
    }
    beside = end === 'why' && prompt ? whyThisOne(prompt) : []
    if (end === 'private') beside = [turnPrivate(draft)]
    if (end === 'swap' || end === 'blank') {
      shown()
      delete answer.prompt
      if (end === 'swap' && fresh) Object.assign(answer, withPrompt(fresh))
    }
    if (end === 'done' || end === 'deeper' || end === 'enough') {
      if (text.trim() === '') shown()
      // Wanted, and nothing said yet.
      if (end === 'deeper') answer.deeper ??= ''
      room.keep()
      if (end === 'enough') throw new Enough()
      return
    }
    room.keep()
  }
}

async function writeDeeper(room: Room, theme: ThemePlan, answer: ThemeAnswer): Promise<void> {
  const { dialogue } = room
  const ask = answer.prompt?.deeper
  if (ask === undefined) return
  if (theme.deeper === 'offered' && answer.deeper === undefined) return
  const keep = (text: string) => {
    answer.deeper = text
    return room.keep()
  }
  const { text, end } = await dialogue.write({
    ask,
    initial: answer.deeper ?? '',
    onChange: keep,
    edit: text => room.edit(text, keep),
  })
  answer.deeper = text
  if (end === 'enough') throw new Enough()
}

async function askAll(
  room: Room,
  theme: ThemePlan,
  answer: ThemeAnswer,
  questions: readonly Question[],
): Promise<void> {
  for (const question of questions) {
    if (!applies(room, question, answer)) continue
    await once(room, `${theme.id} ${question.id}`, async () => {
      const written = [answer.text ?? '', answer.deeper ?? '']
      const values = { ...answer.values }
      const note = (value: Value | undefined) => {
        put(values, question.id, value)
        put(answer, 'values', Object.keys(values).length > 0 ? values : undefined)
      }
      const before = values[question.id]
      note(await askQuestion(room, question, { written, before, tell: noting(room, note) }))
    })
  }
}

function applies({ draft }: Room, { needs, keptIn }: Question, answer: ThemeAnswer): boolean {
  if (keptIn === 'promise' && openPromises(draft) >= easilyKept) return false
  if (!needs) return true
  const value = answer.values?.[needs.id]
  return value !== undefined && (needs.choice === undefined || value === needs.choice)
}

/** Promises that will go on waiting after this session. */
function openPromises({ arrival, answers }: Room['draft']): number {
  const due = arrival.due.filter(({ id }) => waitsAfter(answers.promises?.[id]?.outcome))
  return arrival.open + due.length
}
