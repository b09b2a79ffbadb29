import type { Context } from '../context.ts'
import type { SavingFlags } from '../desk/flags.ts'
import { savingFields, whenFlag } from '../desk/flags.ts'
import { entryNamed } from '../desk/found.ts'
import { tellSaved } from '../desk/saved.ts'
import { inNoDraft, writtenText } from '../desk/written.ts'
import { UsageError, UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { revise } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'

/** Changes an entry: its words, or what its flags say. Every earlier version is kept. */
export async function edit(
  context: Context,
  [id = '', ...words]: string[],
  flags: SavingFlags,
): Promise<undefined> {
  const journal = await context.openJournal()
  const entry = await entryNamed(context, journal, id)
  const onlyFlags = words.length === 0 && Object.keys(flags).some(name => name in savingNames)
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

const savingNames = { at: 1, mood: 1, tag: 1, person: 1, theme: 1, star: 1, private: 1 }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What changes. Tags and people that only stood as marks in the old words go with them. */
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
