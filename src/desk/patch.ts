import type { Context } from '../context.ts'
import { UsageError, UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import type { CorrectionOptions } from '../journal/fields/correct.ts'
import { correctedFields } from '../journal/fields/correct.ts'
import { kindNames } from '../journal/fields/details.ts'
import { nameKey } from '../journal/person.ts'
import type { Patch } from '../journal/record.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'
import { capital, withArticle } from '../wording/counts.ts'
import { correctionsIn } from './corrections.ts'
import type { SavingFlags } from './flags.ts'
import { namesFlag, savingFields, tagFlag, whenFlag, withoutAt } from './flags.ts'

/** The flags of `edit`: those of everything that is saved, and one for each field that can be put right. */
export interface EditFlags extends SavingFlags, Omit<CorrectionOptions, 'mood'> {
  noTag?: string[]
  noPerson?: string[]
}

/** What an edit changes. Tags and people that only stood as marks in the old words go with them. */
export function patchOf(
  entry: Entry,
  text: string,
  flags: EditFlags,
  context: Context,
): Patch<Entry> {
  if (flags.theme !== undefined && entry.kind !== 'reflection' && entry.kind !== 'note')
    throw new UsageError(
      `${capital(withArticle(kindNames[entry.kind]))} has no theme. Nothing was changed.`,
    )
  const { tag = [], person = [], noTag = [], noPerson = [], mood: _, ...others } = flags
  const before = marksIn(entry.text)
  const { tags: newTags, people: newPeople, ...fields } = savingFields(others, text)
  const { people = entry.people, ...corrected } = correctedFields(
    entry,
    correctionsIn(flags, entry, context),
  )
  return {
    ...fields,
    ...corrected,
    tags: listAfter(tagKey, entry.tags, {
      ...{ before: before.tags, now: newTags, add: tag.map(tagFlag), away: noTag },
      missing: name => `There is no tag ${tagKey(name)} on this entry.`,
    }),
    people: listAfter(nameKey, people, {
      ...{ before: before.people, now: newPeople, add: person.flatMap(namesFlag('--person')) },
      away: noPerson.map(withoutAt),
      missing: name => `${name} is not among the people of this entry.`,
    }),
    ...(flags.star === false && { starred: undefined }),
    ...(flags.private === false && { private: undefined }),
    ...(flags.at !== undefined && whenFlag(flags.at, context, entry)),
  }
}

/**
 * Tags or people after an edit. Marks that left the words go; a mark that was taken away before stays
 * away, though the words still have it.
 * @throws UserError when one that is to be taken away is not there
 */
function listAfter(
  key: (word: string) => string,
  list: readonly string[],
  { before, now, add, away, missing }: ListEdit,
): string[] {
  const within = (words: readonly string[], word: string) =>
    words.some(other => key(other) === key(word))
  const after = joined(
    key,
    list.filter(word => !within(before, word)),
    now.filter(word => !within(before, word) || within(list, word)),
    add,
  )
  for (const word of away)
    if (!within(after, word)) throw new UserError(`${missing(word)} Nothing was changed.`)
  return after.filter(word => !within(away, word))
}

interface ListEdit {
  /** Marks in the words before the edit, and after it. */
  readonly before: readonly string[]
  readonly now: readonly string[]
  readonly add: readonly string[]
  readonly away: readonly string[]
  readonly missing: (word: string) => string
}
