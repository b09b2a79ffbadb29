import { classes } from './lexicon.ts'
import type { Word } from './words.ts'

/**
 * Rules that read alike. `counts` says whose doing makes a match count:
 * - `whoever`: the one who does it is whom it is about; a thing that does it is no match
 * - `done by a person`: only a person's doing; the one it is done to is whom it is about
 * - `whoever is there`: the writer where the sentence says "I", somebody else where it does not
 * - `as written`: stands for itself, about the writer
 * - `as a topic`: the same, but a film, a course or the news may be about it
 * - `about another`: stands for itself, about somebody else
 */
export interface Rules {
  readonly counts:
    | 'whoever'
    | 'whoever is there'
    | 'done by a person'
    | 'as written'
    | 'as a topic'
    | 'about another'
  /** In the notation of `docs/care.md`. */
  readonly rules: readonly string[]
}

/** A rule, read. */
export interface Rule {
  readonly source: string
  readonly steps: readonly Step[]
  /** For a rule of words that come together in any order: one of each set, in one clause. */
  readonly together: readonly ReadonlySet<string>[]
  /** None of these may come next. */
  readonly unless: ReadonlySet<string>
  /** One of these must be near: in the same sentence, or in one beside it. */
  readonly near: ReadonlySet<string> | undefined
  /** None of these may be near. */
  readonly far: ReadonlySet<string>
}

export type Step =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'start' }

/** The mark for the end of a sentence, among the words of a step. */
const end = '$'
/** How many words a gap may hold. A comma is not crossed. */
const widestGap = 5

/**
 * Reads one rule. Its lists of words are only looked up where a match comes that far: most rules end at
 * their second word.
 *
 * @throws Error from a list, when it names a class that does not exist
 */
export function readRule(source: string): Rule {
  const [rest = '', far = ''] = source.split(' ~ ')
  const [pattern = '', near] = rest.split(' & ')
  const isTogether = pattern.includes(' + ')
  const parts = isTogether ? [] : pattern.split(' ')
  const unless = parts.filter(part => part.startsWith('!')).map(part => part.slice(1))
  return {
    source,
    steps: parts.filter(part => !part.startsWith('!')).map(stepOf),
    together: isTogether ? pattern.split(' + ').map(wordsOf) : [],
    get unless() {
      return wordsOf(unless.join('|'))
    },
    get near() {
      return near === undefined ? undefined : wordsOf(near)
    },
    get far() {
      return wordsOf(far)
    },
  }
}

const known = new Map<string, ReadonlySet<string>>()

/** The words of a list such as `KIN|he|she`. Many rules share a list: it is read once. */
function wordsOf(list: string): ReadonlySet<string> {
  const words = known.get(list) ?? new Set(list.split('|').flatMap(membersOf))
  known.set(list, words)
  return words
}

/** Whether the words of a rule come together in this clause, and none that forbids it. */
function comeTogether(rule: Rule, clause: readonly Word[]): boolean {
  const has = (words: ReadonlySet<string>) => clause.some(word => words.has(word.text))
  return rule.together.every(has) && !has(rule.far)
}

function stepOf(part: string): Step {
  if (part === '..') return { kind: 'gap' }
  if (part === '^') return { kind: 'start' }
  const optional = part.endsWith('?')
  const list = optional ? part.slice(0, -1) : part
  let words: ReadonlySet<string> | undefined
  return {
    kind: 'word',
    get words() {
      words ??= wordsOf(list)
      return words
    },
    optional,
  }
}

/** Words and classes that stand in most sentences: a rule is not looked for by them if it has others. */
const everywhere = new Set(
  'i we he she they my me in it is am be NOT PERSON KIN SAY WANT'.split(' '),
)

/**
 * The words and classes of which a text must have one for a rule to match: those of its first step that must
 * be there and is not in every sentence. Without such a step, those that it may begin with.
 */
export function anchorsOf(source: string): readonly string[] {
  const before: string[] = []
  let first: string[] | undefined
  // Only as far as it must: whatever is written goes through all the rules once.
  for (let start = 0; start < source.length; ) {
    const space = source.indexOf(' ', start)
    const until = space < 0 ? source.length : space
    const isOptional = source.charAt(until - 1) === '?'
    const part = source.slice(start, isOptional ? until - 1 : until)
    start = until + 1
    if (part === '&' || part === '~') break
    if (part === '^' || part === '..' || part === '+' || part.startsWith('!')) continue
    const names = part.split('|')
    if (isOptional) {
      if (!first) before.push(...names)
      continue
    }
    first ??= [...before, ...names]
    if (names.includes('$') || names.includes(',')) continue
    if (!names.some(name => everywhere.has(name))) return names
  }
  return first ?? before
}

let classesByWord: Map<string, string[]> | undefined

/** The classes that a word is a member of. */
export function classesOf(word: string): readonly string[] {
  if (classesByWord === undefined) {
    classesByWord = new Map()
    for (const [name, members] of Object.entries(classes)) {
      for (const member of members) {
        const names = classesByWord.get(member)
        if (names) names.push(name)
        else classesByWord.set(member, [name])
      }
    }
  }
  return classesByWord.get(word) ?? []
}

const isClass = (name: string): boolean => name >= 'AA' && name < '['

function membersOf(name: string): readonly string[] {
  if (!isClass(name)) return [name]
  const members = classes[name]
  if (!members) throw new Error(`no such class of words: ${name}`)
  return members
}

/** Where a rule that begins at a word ends: the index after its last word; undefined for no match. */
export function matchAt(rule: Rule, words: readonly Word[], from: number): number | undefined {
  if (rule.together.length > 0) {
    const clause = clauseAround(words, from)
    return comeTogether(rule, clause) ? from + 1 : undefined
  }
  const after = matchFrom(rule.steps, 0, words, from)
  if (after === undefined) return undefined
  const next = words[after]?.text ?? end
  return rule.unless.has(next) ? undefined : after
}

/** The words between two commas. A clause without an end is looked at in part: time must stay linear. */
function clauseAround(words: readonly Word[], at: number): readonly Word[] {
  let [from, until] = [at, at + 1]
  while (from > 0 && at - from < 25 && words[from - 1]?.text !== ',') from--
  while (until < words.length && until - at < 25 && words[until]?.text !== ',') until++
  return words.slice(from, until)
}

function matchFrom(
  steps: readonly Step[],
  step: number,
  words: readonly Word[],
  at: number,
): number | undefined {
  const wanted = steps[step]
  if (!wanted) return at
  if (wanted.kind === 'start') return at === 0 ? matchFrom(steps, step + 1, words, at) : undefined
  if (wanted.kind === 'gap') {
    for (let skipped = 0; skipped <= widestGap; skipped++) {
      const after = matchFrom(steps, step + 1, words, at + skipped)
      if (after !== undefined) return after
      const next = words[at + skipped]?.text
      if (next === undefined || next === ',') return undefined
    }
    return undefined
  }
  const word = words[at]?.text
  if (word === undefined && wanted.words.has(end)) return matchFrom(steps, step + 1, words, at)
  if (word !== undefined && wanted.words.has(word)) {
    const after = matchFrom(steps, step + 1, words, at + 1)
    if (after !== undefined) return after
  }
  return wanted.optional ? matchFrom(steps, step + 1, words, at) : undefined
}
