import type { Choice, ChooseQuestion, Level, ScaleQuestion } from './dialogue.ts'

export const yesOrNo: readonly Choice<boolean>[] = [
  { value: true, label: 'yes', key: 'y' },
  { value: false, label: 'no', key: 'n' },
]

/** The five answers of a scale; those between two named ends have no word. */
function scaleChoices(words: ScaleQuestion['words']): Choice<Level>[] {
  const labels = words.length === 5 ? words : [words[0], '', '', '', words[1]]
  return ([1, 2, 3, 4, 5] as const).map(value => ({ value, label: labels[value - 1] ?? '' }))
}

/** A scale as the choice that it is. */
export const scaleQuestion = ({
  words,
  initial,
  ...question
}: ScaleQuestion): ChooseQuestion<Level> => ({
  ...question,
  choices: scaleChoices(words),
  ...(initial !== undefined && { initial }),
})

/** The choices that a typed answer could mean: its number, its word, or the beginning of it. */
export function matchChoices<T>(choices: readonly Choice<T>[], typed: string): Choice<T>[] {
  const text = folded(typed)
  const numbered = /^\d+\.?$/.test(text) ? choices[Number.parseInt(text, 10) - 1] : undefined
  if (numbered) return [numbered]
  const exact = choices.filter(it => folded(it.label) === text || it.key === text)
  return exact.length > 0 ? exact : choices.filter(it => folded(it.label).startsWith(text))
}

const folded = (text: string): string => text.trim().toLowerCase().normalize('NFC')
