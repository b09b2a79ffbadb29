import { createContext, Script } from 'node:vm'
import { UsageError, UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { typedIn } from '../journal/fields/read.ts'
import type { Hit } from '../journal/words.ts'
import { merged } from '../journal/words.ts'

/** How long a regular expression may take over the whole journal, in milliseconds. */
const patience = 5_000

/**
 * The entries in which regular expressions match. They run apart and with a time limit: some patterns
 * take longer than a life on an innocent text.
 */
export function searchPattern(
  patterns: readonly string[],
  entries: readonly Entry[],
  any: boolean,
): Entry[] {
  for (const pattern of patterns) {
    try {
      new RegExp(pattern, 'iu')
    } catch (error) {
      throw new UsageError(
        `"${pattern}" is not a regular expression: ${(error as Error).message.replace(/^.*: /, '')}.`,
      )
    }
  }
  const room = createContext({ patterns, texts: entries.map(typedIn), any })
  const script = new Script(`{
    const tests = patterns.map(pattern => new RegExp(pattern, 'iu'))
    texts.map(text => tests[any ? 'some' : 'every'](test => test.test(text)))
  }`)
  try {
    const hits = script.runInContext(room, { timeout: patience }) as boolean[]
    return entries.filter((_, i) => hits[i])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new UserError(
      'That regular expression takes too long, so the search was stopped. Try a simpler one, or plain words.',
    )
  }
}

/** How long finding the places in one line may take. After the first that takes longer, none is marked. */
const patienceForMarks = 100

/** Where the patterns match in a line, to mark it. What takes too long is left unmarked. */
export function hitsOfPattern(patterns: readonly string[]): (text: string) => Hit[] {
  const room = createContext({ patterns, text: '' })
  const script = new Script(`patterns.flatMap(pattern =>
    [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ 0: hit, index }) => [index, index + hit.length]))`)
  let tired = false
  return text => {
    if (tired) return []
    room.text = text
    try {
      const hits = script.runInContext(room, { timeout: patienceForMarks }) as [number, number][]
      return merged(Array.from(hits, ([from, to]): Hit => [from, to]).filter(([a, b]) => a < b))
    } catch {
      tired = true
      return []
    }
  }
}
