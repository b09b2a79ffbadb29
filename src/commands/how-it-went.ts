import type { Context } from '../context.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import type { Day } from '../journal/day.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import { outcomes } from '../journal/entry.ts'
import { outcomeWords } from '../themes/outcomes.ts'
import { askDay } from './asked.ts'

/** How a promise went, and what becomes of it. */
export interface Answer {
  readonly outcome?: Outcome
  readonly helped?: string
  readonly obstacle?: string
  readonly text?: string
  readonly due?: Day
}

/** Asks how a promise went; every answer is told at once, so that leaving midway loses none. */
export async function askHowItWent(
  dialogue: Dialogue,
  context: Context,
  promise: PromiseEntry,
  tell: (answer: Answer) => void,
): Promise<void> {
  const outcome = await dialogue.choose<Outcome>({
    ask: 'How did it go?',
    choices: outcomes.map(value => ({ value, label: outcomeWords[value].label })),
  })
  if (!outcome) return
  tell({ outcome })
  const next = outcome === 'changed' ? 'both' : outcome === 'not-yet' && (await whatNext(dialogue))
  if (next === 'smaller' || next === 'both') {
    const ask = next === 'smaller' ? 'What would be half of it?' : 'What is it now?'
    const text = await dialogue.line({ ask, initial: promise.text })
    if (text !== undefined && text !== promise.text) tell({ outcome: 'changed', text })
  }
  if (next === 'move' || next === 'both') {
    const due = await askDay(dialogue, context, 'By which day?')
    if (due) tell({ outcome: 'changed', due })
  }
  if (outcome === 'done' || outcome === 'partly') {
    const helped = await dialogue.line({ ask: 'What helped?' })
    if (helped) tell({ helped })
  }
  if (outcome === 'partly' || outcome === 'not-yet') {
    const obstacle = await dialogue.line({ ask: 'Did something get in the way?' })
    if (obstacle) tell({ obstacle })
  }
}

/** A promise that waits can become smaller or later; that counts as care for it. */
const whatNext = (dialogue: Dialogue) =>
  dialogue.choose({
    ask: 'Make it smaller, move it, or keep it as it is?',
    choices: [
      { value: 'smaller' as const, label: 'smaller' },
      { value: 'move' as const, label: 'move' },
      { value: 'keep' as const, label: 'keep' },
    ],
  })
