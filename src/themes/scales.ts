/** A rating in five steps: the question, and a word for each step. */
export interface FiveSteps {
  readonly ask: string
  readonly words: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>
}

export const moodScale: FiveSteps = {
  ask: 'How are you, right now?',
  words: { 1: 'very low', 2: 'low', 3: 'in between', 4: 'good', 5: 'very good' },
}

export const energyScale: FiveSteps = {
  ask: 'And your energy?',
  words: { 1: 'empty', 2: 'low', 3: 'some', 4: 'enough', 5: 'plenty' },
}
