import type { Entry, EntryDraft, Reflection, Scale } from './entry.ts'
import { hasWords } from './fields/read.ts'

/** An answer that stands with its question, so that it can be given once more. */
export interface GivenAnswer extends Reflection {
  readonly prompt: NonNullable<Reflection['prompt']>
}

export const isAnswer = (entry: Entry): entry is GivenAnswer =>
  entry.kind === 'reflection' && entry.prompt !== undefined && hasWords(entry)

/** What is said to an old question: how true the old answer is by now, and the new one. Both may be left open. */
export interface SaidAgain {
  readonly stillTrue?: Scale | undefined
  readonly text: string
}

/** The answer that stands beside an earlier one. Of a private answer the next is private too. */
export const answeredAgain = (
  { id, theme, prompt, private: isPrivate }: GivenAnswer,
  { stillTrue, text }: SaidAgain,
): EntryDraft<'reflection'> => ({
  kind: 'reflection',
  theme,
  prompt,
  text,
  details: { again: id, ...(stillTrue && { stillTrue }) },
  ...(isPrivate && { private: isPrivate }),
})
