import type { Context } from '../context.ts'
import { UsageError, UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { revise } from '../journal/entry.ts'
import { correctedFields } from '../journal/fields/correct.ts'
import { kindNames } from '../journal/fields/details.ts'
import { nameKey } from '../journal/person.ts'
import type { Patch } from '../journal/record.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'
import { correctionsIn } from './corrections.ts'
import type { SavingFlags } from './flags.ts'
import { savingFields, whenFlag, withoutAt } from './flags.ts'
import { entryNamed } from './found.ts'
import { tellSaved } from './saved.ts'
import { inNoDraft, writtenText } from './written.ts'

/** Beside these there is a flag for each field that can be put right (`corrections.ts`). */
interface EditFlags extends SavingFlags {
  noTag?: string[]
  noPerson?: string[]
  readonly [field: string]: unknown
}

/** Changes an entry: its words, or what its flags say. Every earlier version is kept. */
export async function edit(
  context: Context,
  [id = '', ...words]: string[],
  flags: EditFlags,
): Promise<undefined> {
  const journal = await context.openJournal()
  const entry = await entryNamed(context, journal, id)
  const onlyFlags = words.length === 0 && Object.keys(flags).length > 0
  const written = onlyFlags
    ? { text: entry.text, ...inNoDraft }
    : await writtenText(context, journal, words, {
        kind: 'edit',
        ask: entry.prompt?.text ?? 'Your words, to change:',
        initial: entry.text,
        edits: entry.id,
      })
  if (written.text.trim() === '' && entry.text !== '') {
    written.done()
    throw new UserError(
      'No words were left, so nothing was changed. `hearten delete` removes an entry.',
    )
  }

  const patch = patchOf(entry, written.text, flags, context)
  if (Object.entries(patch).every(([name, value]) => same(value, entry[name as keyof Entry]))) {
    written.done()
    context.terminal.notify('Nothing was different, so nothing was changed.')
    return undefined
  }
  const next = revise(entry, patch, context.stamp())
  await written.into(() => journal.commit('edit', [next]))
  await tellSaved(context, journal, next.day)
  return undefined
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What changes. Tags and people that only stood as marks in the old words go with them. */
export function patchOf(
  entry: Entry,
  text: string,
  flags: EditFlags,
  context: Context,
): Patch<Entry> {
  if (flags.theme !== undefined && entry.kind !== 'reflection' && entry.kind !== 'note')
    throw new UsageError(`A ${kindNames[entry.kind]} has no theme. Nothing was changed.`)
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
      ...{ before: before.tags, now: newTags, add: tag.map(tagKey), away: noTag },
      missing: name => `There is no tag ${tagKey(name)} on this entry.`,
    }),
    people: listAfter(nameKey, people, {
      ...{ before: before.people, now: newPeople, add: person.map(withoutAt) },
      away: noPerson.map(withoutAt),
      missing: name => `${name} is not among the people of this entry.`,
    }),
    ...(flags.star === false && { starred: undefined }),
    ...(flags.private === false && { private: undefined }),
    ...(flags.at !== undefined && whenFlag(flags.at, context)),
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
