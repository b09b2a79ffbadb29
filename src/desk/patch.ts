import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'
import type { SavingFlags } from './flags.ts'
import { savingFields, whenFlag } from './flags.ts'

/** What an edit changes. Tags and people that only stood as marks in the old words go with them. */
export function patchOf(entry: Entry, text: string, flags: SavingFlags, context: Context) {
  if (flags.theme !== undefined && entry.kind !== 'reflection' && entry.kind !== 'note')
    throw new UsageError(`A ${entry.kind} has no theme. Nothing was changed.`)
  const before = marksIn(entry.text)
  const fields = savingFields(flags, text)
  const kept = (
    key: (word: string) => string,
    words: readonly string[],
    marks: readonly string[],
  ) => words.filter(word => !marks.some(mark => key(mark) === key(word)))
  return {
    ...fields,
    tags: joined(tagKey, kept(tagKey, entry.tags, before.tags), fields.tags),
    people: joined(nameKey, kept(nameKey, entry.people, before.people), fields.people),
    ...(flags.star === false && { starred: undefined }),
    ...(flags.private === false && { private: undefined }),
    ...(flags.at !== undefined && whenFlag(flags.at, context)),
  }
}
