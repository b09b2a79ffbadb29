import type { Context } from '../context.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { queryFlags } from '../desk/flags.ts'
import { showList } from '../desk/found.ts'
import { hitsOf, wordsTest } from '../journal/words.ts'

/** Finds words: literally and whatever their case, unless a regular expression is asked for. */
export async function search(
  context: Context,
  typed: string[],
  flags: FilterFlags & { any?: boolean; regex?: boolean },
): Promise<undefined> {
  const words = flags.regex ? typed : typed.map(unquoted)
  const { limit, ...query } = queryFlags(flags, context)
  const journal = await context.openJournal()
  if (!flags.regex) {
    const test = wordsTest(words, flags.any === true)
    const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 1)
    const found = await journal.entries({
      ...{ ...query, ...(limit && { limit }), words: test },
      holding: flags.any ? words : longest,
      remembering: context.settings.words,
    })
    await showList(context, journal, found, text => hitsOf(words, text))
    return undefined
  }
  const { hitsOfPattern, searchPattern } = await import('../system/pattern.ts')
  const entries = await journal.entries(query)
  const found = searchPattern(words, entries, flags.any === true)
  await showList(context, journal, limit ? found.slice(-limit) : found, hitsOfPattern(words))
  return undefined
}

/** Words that belong together, as they are typed elsewhere: `'"the blue door"'`. Without the marks as much is found, and more. */
const unquoted = (words: string): string => /^["“„«](.*[^\s].*)["“”»]$/su.exec(words)?.[1] ?? words
