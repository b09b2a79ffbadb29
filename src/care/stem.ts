import { wordsByTopic } from './topics.ts'

let byWord: Map<string, string[]> | undefined

const none: readonly string[] = []

/** The topics of a word, also of one with an ending: "knives" no, "blades" and "cutting" yes. */
export function topicsOf(word: string): readonly string[] {
  byWord ??= read()
  for (const stem of stemsOf(word)) {
    const found = byWord.get(stem)
    if (found) return found
  }
  return none
}

function read(): Map<string, string[]> {
  const words = new Map<string, string[]>()
  let topic = ''
  for (const word of wordsByTopic.trim().split(/\s+/)) {
    if (word.endsWith(':')) {
      topic = word.slice(0, -1)
      continue
    }
    const known = words.get(word)
    if (known) known.push(topic)
    else words.set(word, [topic])
  }
  return words
}

/** What a word may be without its ending, the likeliest first. */
export function stemsOf(word: string): string[] {
  const stems = [word]
  if (word.endsWith('s')) stems.push(word.slice(0, -1))
  if (word.endsWith('es')) stems.push(word.slice(0, -2))
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`)
  for (const ending of ['ed', 'ing', 'in', 'er', 'ers']) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const stem = word.slice(0, -ending.length)
    stems.push(stem, `${stem}e`)
    if (stem.at(-1) === stem.at(-2)) stems.push(stem.slice(0, -1))
    if (ending === 'ed' && stem.endsWith('i')) stems.push(`${stem.slice(0, -1)}y`)
  }
  if (word.endsWith('ly')) stems.push(word.slice(0, -2))
  if (word.endsWith('y')) stems.push(word.slice(0, -1))
  return stems
}
