import type { Context } from '../context.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { queryFlags } from '../desk/flags.ts'
import { showList } from '../desk/found.ts'
import { folded, wordsTest } from '../journal/words.ts'

/** Finds words: literally and whatever their case, unless a regular expression is asked for. */
export async function search(
  context: Context,
  words: string[],
  flags: FilterFlags & { any?: boolean; regex?: boolean },
): Promise<undefined> {
  const { limit, ...query } = queryFlags(flags, context)
  const journal = await context.openJournal()
  if (!flags.regex) {
    const test = wordsTest(words, flags.any === true)
    const found = await journal.entries({ ...query, ...(limit && { limit }), words: test })
    await showList(context, journal, found, firstOf(words))
    return undefined
  }
  const { searchPattern } = await import('../system/pattern.ts')
  const entries = await journal.entries(query)
  const found = searchPattern(words, entries, flags.any === true)
  await showList(context, journal, limit ? found.slice(-limit) : found)
  return undefined
}

/** Where in a text the first of the words stands, for showing that piece of it. */
const firstOf = (words: readonly string[]) => (text: string) => {
  const at = words.map(word => folded(text).indexOf(folded(word))).filter(i => i >= 0)
  return at.length === 0 ? 0 : Math.min(...at)
}
