import type { Asking } from '../desk/ask.ts'
import { askDay, askLine, askYesNo } from '../desk/ask.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import { outcomes } from '../journal/entry.ts'
import { lines } from '../render/lines.ts'
import { outcomeWords } from '../themes/choices.ts'
import type { PromiseAnswer } from './answers.ts'

/** What is said to each outcome. Every one of them is an answer. */
export const replies: Readonly<Record<Outcome, string>> = {
  done: 'Done. Good that it is written down too.',
  partly: 'Part of the way is part of the way.',
  'not-yet': 'Not yet is an answer.',
  changed: 'Plans change.',
  'let-go': 'Then it is let go. That is a choice as well.',
}

/** Asks how a promise went. Every answer is told at once, so that leaving midway loses none. */
export async function askHowItWent(
  asking: Asking,
  promise: Pick<PromiseEntry, 'text'>,
  tell: (answer: PromiseAnswer) => void,
): Promise<void> {
  const { dialogue, look, choicesOnly } = asking
  const outcome = await dialogue.choose<Outcome>({
    ask: 'How did it go?',
    choices: outcomes.map(value => ({ value, label: outcomeWords[value] })),
  })
  if (!outcome) return
  const answer: PromiseAnswer = { outcome }
  const note = <K extends keyof PromiseAnswer>(key: K, value: PromiseAnswer[K] | undefined) => {
    if (value === undefined) delete answer[key]
    else answer[key] = value
    // What is left of one done in part is kept beside that, and not in its place.
    if ((key === 'text' || key === 'due') && value !== undefined && outcome !== 'partly')
      answer.outcome = 'changed'
    tell(answer)
  }
  tell(answer)
  dialogue.say(() => lines(replies[outcome], look))

  // A promise that waits can become smaller or later; that counts as care for it.
  const next =
    outcome === 'changed'
      ? 'all'
      : outcome === 'not-yet'
        ? await askWhatNext(asking)
        : outcome === 'partly' && !choicesOnly && (await askYesNo(dialogue, 'Keep the rest of it?'))
          ? 'rest'
          : 'keep'
  const ask = {
    shrink: 'What would be half of it?',
    all: 'What is it now?',
    rest: 'What is left of it?',
  }
  if (next !== 'move' && next !== 'keep' && !choicesOnly) {
    await askLine(dialogue, { ask: ask[next], initial: promise.text }, text => {
      if (text !== promise.text || next === 'rest') note('text', text || undefined)
    })
  }
  if (next !== 'keep')
    note(
      'due',
      await askDay(
        asking,
        next === 'move' ? 'Which day would be better for it?' : 'Which day would be good for it?',
      ),
    )
  if (choicesOnly) return
  if (outcome === 'done' || outcome === 'partly')
    await askLine(dialogue, { ask: 'What helped?' }, text => note('helped', text || undefined))
  if (outcome === 'partly' || outcome === 'not-yet')
    await askLine(dialogue, { ask: 'Did something get in the way?' }, text =>
      note('obstacle', text || undefined),
    )
}

async function askWhatNext({ dialogue }: Asking): Promise<'shrink' | 'move' | 'keep'> {
  const next = await dialogue.choose<'shrink' | 'move' | 'keep'>({
    ask: 'Make it smaller, move it, or keep it as it is?',
    choices: [
      { value: 'shrink', label: 'smaller' },
      { value: 'move', label: 'move' },
      { value: 'keep', label: 'keep' },
    ],
  })
  return next ?? 'keep'
}
