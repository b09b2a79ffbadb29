/** Rough English reading measures: good enough to notice a heavy sentence, not to grade a scholar. */

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!]["')]?)\s+/)
    .map(sentence => sentence.trim())
    .filter(sentence => /[a-z]/i.test(sentence))

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9']+/g) ?? []

export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^dt]ed|[^l]e)$/, '').replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/** Flesch-Kincaid grade level of a text. */
export function gradeOf(text: string): number {
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const sentences = Math.max(1, sentencesOf(text).length)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

const small = new Set(
  `a an and are as at be been but by can could did do does for from had has have how i if in is it
  its like may me more most not of on one or that the there them they this to was what when where
  which who whom with would you your`.split(/\s+/),
)

/** The words of a text that carry its meaning. */
export const carryingWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter(word => !small.has(word)))

/** The share of carrying words two texts have in common, from 0 to 1. */
export function overlapOf(a: string, b: string): number {
  const [left, right] = [carryingWords(a), carryingWords(b)]
  const both = [...left].filter(word => right.has(word)).length
  const either = new Set([...left, ...right]).size
  return either === 0 ? 0 : both / either
}

/** Every string anywhere inside a value. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

const asking = 'what|which|who|whom|whose|where|when|why|how'
const before = 'about|against|among|at|by|for|from|in|of|on|to|under|with|without'

/** Whether a question begins with its preposition, as hardly anyone speaks: "To what would you say no?" */
export const isFronted = (text: string): boolean =>
  new RegExp(`(?:^|[.:?] )(?:${before}) (?:${asking})\\b`, 'i').test(text)

/** Whether two questions are asked in one: "Who helped, and how?" "Is it far, or could you go?" */
export const asksTwice = (text: string): boolean =>
  text.split('?').length > 2 ||
  new RegExp(`(?<!who )\\b(?:and|or)(?: (?:${before}))? (?:${asking})\\b`, 'i').test(text) ||
  /, (?:and|or) (?:is|are|do|does|did|could|can|would|will|was|were|has|have)\b/i.test(text)
