/** A rating in five steps: the question, and a word for each step. */
export interface FiveSteps {
  readonly ask: string
  readonly words: Readonly<Record<Step, string>>
}

type Step = 1 | 2 | 3 | 4 | 5

/** Words for the steps of a rating; those between two named ends have none. */
export type StepWords = Readonly<Partial<Record<Step, string>>>

export const moodScale: FiveSteps = {
  ask: 'How are you, right now?',
  words: { 1: 'very low', 2: 'low', 3: 'in between', 4: 'good', 5: 'very good' },
}

export const energyScale: FiveSteps = {
  ask: 'And your energy?',
  words: { 1: 'empty', 2: 'low', 3: 'some', 4: 'enough', 5: 'plenty' },
}

/** The words of the other ratings: of their two ends. A rating reads the same wherever it is asked or typed. */
export const ratings = {
  strength: { 1: 'faint', 5: 'filling everything' },
  understood: { 1: 'not at all', 5: 'fully' },
  hope: { 1: 'hardly any', 5: 'plenty' },
  similarity: { 1: 'far off', 5: 'very near' },
  lessAlone: { 1: 'no less', 5: 'much less alone' },
  response: { 1: 'cold', 5: 'very warm' },
  caredFor: { 1: 'not at all', 5: 'very much' },
  confidence: { 1: 'not sure', 5: 'very sure' },
  connection: { 1: 'not at all', 5: 'very much' },
  stillTrue: { 1: 'not any more', 5: 'as true as then' },
} as const satisfies Readonly<Record<string, StepWords>>

/**
 * The step that was meant, wherever a rating is read: by its number, its word, or both, as forms show
 * them (`2`, `low`, `2 low`). The beginning of a word is enough when only one begins so.
 */
export function stepMeant(typed: string, words: StepWords = {}): Step | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const [, digit, rest = ''] = /^([1-5])(?:[\s.,:;/()-]+(.*))?$/.exec(text) ?? []
  const named = (word: string) => {
    const steps = ([1, 2, 3, 4, 5] as const).filter(step => words[step]?.startsWith(word))
    return steps.find(step => words[step] === word) ?? (steps.length === 1 ? steps[0] : undefined)
  }
  if (digit === undefined) return text === '' ? undefined : named(text)
  // "2.5" and "3-4" lie between two steps; "2/5" is 2.
  if (/^\d/.test(rest) && !text.endsWith('/5')) return undefined
  const step = Number(digit) as Step
  // "2 very good" says two things; "2 and tired" says one.
  const other = rest === '' ? undefined : named(rest)
  return other === undefined || other === step ? step : undefined
}
