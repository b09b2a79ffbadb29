import { visibleLine } from '../render/gate.ts'
import type { GroupedChoice } from './dialogue.ts'

/** A choice with what is looked through when somebody types. */
export interface KnownChoice<C> {
  readonly choice: C
  /** The label, a tab and the hint, as a line of a list. */
  readonly line: string
  readonly folded: string
}

export const known = <C extends GroupedChoice<unknown>>(choices: readonly C[]): KnownChoice<C>[] =>
  choices.map(choice => {
    const label = visibleLine(choice.label)
    const line = choice.hint ? `${label}\t${visibleLine(choice.hint)}` : label
    return {
      choice,
      line,
      folded: withoutMarks(`${line} ${choice.group ?? ''} ${choice.also ?? ''}`),
    }
  })

/** Those in which every word that was typed begins a word: first the ones that begin with it all. */
export function fitting<K extends { readonly folded: string }>(
  all: readonly K[],
  typed: string,
): K[] {
  const text = withoutMarks(typed).trim()
  if (text === '') return [...all]
  const words = text.split(/\s+/)
  const found = all.filter(it => words.every(word => ` ${it.folded}`.includes(` ${word}`)))
  const begins = found.filter(it => it.folded.startsWith(text))
  return [...begins, ...found.filter(it => !begins.includes(it))]
}

/** Without case and accents, words apart by single spaces. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
