import type { Dialogue } from '../dialogue/dialogue.ts'
import type { SessionDraft } from './draft.ts'

/** How many questions of the step at hand were answered. A step is what `once` asks. */
export interface Step {
  answers: number
}

/** The dialogue of a session: every question says whether there is one before it, and is counted. */
export function withWayBack(dialogue: Dialogue, draft: SessionDraft, step: Step): Dialogue {
  const turning =
    <Q extends object, A>(ask: (question: Q) => Promise<A>) =>
    async (question: Q): Promise<A> => {
      const back = step.answers > 0 || (draft.asked ?? []).length > 0
      const answer = await ask({ ...question, back })
      step.answers++
      return answer
    }
  return {
    ...dialogue,
    choose: question => turning(dialogue.choose)(question) as never,
    pick: question => turning(dialogue.pick)(question) as never,
    pickMany: question => turning(dialogue.pickMany)(question) as never,
    scale: turning(dialogue.scale),
    line: turning(dialogue.line),
    write: turning(dialogue.write),
  }
}

/**
 * Makes the question before the one at hand the next to be asked. Inside a step of several questions
 * that is the first of them.
 */
export function stepBack(draft: SessionDraft, step: Step): void {
  if (step.answers > 0) return
  const before = draft.asked?.pop()
  if (before !== undefined) draft.done.splice(draft.done.indexOf(before))
}
