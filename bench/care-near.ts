/** Words of a line, plainly: what two lines share. */
const wordsOf = (line: string): string[] => line.toLowerCase().match(/[a-z0-9']+/g) ?? []

const inARow = 5

const runsOf = (words: readonly string[]): string[] =>
  words.slice(inARow - 1).map((_, at) => words.slice(at, at + inARow).join(' '))

/** Tells whether a line shares five words in a row, or half of all their words, with one of those given. */
export function nearTo(lines: readonly string[]): (line: string) => boolean {
  const runs = new Set<string>()
  const sets = lines.map(line => {
    const words = wordsOf(line)
    for (const run of runsOf(words)) runs.add(run)
    return new Set(words)
  })
  const byWord = new Map<string, Set<string>[]>()
  for (const set of sets) {
    for (const word of set) byWord.set(word, [...(byWord.get(word) ?? []), set])
  }
  return line => {
    const words = wordsOf(line)
    if (runsOf(words).some(run => runs.has(run))) return true
    const own = new Set(words)
    const shared = new Map<Set<string>, number>()
    for (const word of own) {
      for (const set of byWord.get(word) ?? []) shared.set(set, (shared.get(set) ?? 0) + 1)
    }
    return [...shared].some(([set, count]) => count >= (own.size + set.size - count) / 2)
  }
}
