import { isPlainText } from '../../journal/words.ts'
import type { Cache, Kept } from './cache-file.ts'

/** Which entries each month has, and whether they are plain text. A month that is not in it is not remembered at all. */
export const idCache: Cache = {
  name: 'ids.json',
  height: 2,
  lines: entries => [
    JSON.stringify(entries.map(({ id }) => id).join(' ')),
    JSON.stringify(isPlainText(JSON.stringify(entries))),
  ],
}

/** The ids in a line of that cache. */
export const idsIn = (line: string): string[] => {
  const ids: string = JSON.parse(line)
  return ids === '' ? [] : ids.split(' ')
}

export const isPlainIn = ({ line }: Kept): boolean => line(1) === 'true'

/**
 * Whether a thing lies in two months, as only a copied or forged file has it.
 * @param months the ids in each
 * @param known others, by the cache of ids: they were looked at together when they were remembered
 */
export function liesTwice(months: readonly (readonly string[])[], known: Iterable<Kept>): boolean {
  const ids = months.flat()
  const some = new Set(ids)
  if (some.size < ids.length) return true
  const isAmong = (text: string) =>
    // To look for a few takes less than to take the text apart.
    ids.length <= fewIds ? ids.some(id => text.includes(id)) : idsIn(text).some(id => some.has(id))
  return [...known].some(({ line }) => isAmong(line(0)))
}

/** So many ids are few. */
const fewIds = 50
