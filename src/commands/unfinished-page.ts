import type { Context } from '../context.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import type { Entry } from '../journal/entry.ts'
import { newEntry, revise } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'
import type { PageDraft } from '../session/draft.ts'
import type { Journal } from '../store/journal.ts'
import { offerCare } from './care.ts'
import { patchOf } from './edit.ts'
import { keptDraft } from './kept-draft.ts'
import { tellSaved } from './saved.ts'

/** Whether the words of a page are in the journal already: it was kept, and then the program was killed. */
export async function isPageKept(journal: Journal, draft: PageDraft): Promise<boolean> {
  const entry = await journal.entry(draft.edits ?? draft.id)
  return entry !== undefined && (draft.edits === undefined || entry.text === draft.text)
}

/** Keeps an unfinished page as what it was going to be, after some more writing if it was picked up. */
export async function keepPage(
  context: Context,
  journal: Journal,
  dialogue: Dialogue,
  draft: PageDraft,
  writeOn: boolean,
): Promise<void> {
  const page = keptDraft(context, journal, draft.id)
  const keep = (text: string) => page.keep({ ...draft, text })
  const { text } = writeOn
    ? await dialogue.write({
        initial: draft.text,
        onChange: keep,
        edit: it => context.editText(it, keep),
      })
    : draft
  if (text.trim() !== '') {
    const entry = await entryOf(context, journal, draft, text)
    await page.into(text, () => journal.commit(draft.kind, [entry]))
    journal.drafts.remove(draft.id)
    await tellSaved(context, journal, entry.day)
    await offerCare(context, [text])
  } else journal.drafts.remove(draft.id)
}

async function entryOf(
  context: Context,
  journal: Journal,
  draft: PageDraft,
  text: string,
): Promise<Entry> {
  const stamp = context.stamp()
  const before = draft.edits === undefined ? undefined : await journal.entry(draft.edits)
  if (before && !before.deleted) return revise(before, patchOf(before, text, {}, context), stamp)
  const { makes = { kind: 'note', details: {} } } = draft
  const marks = marksIn(text)
  const tags = joined(tagKey, marks.tags, makes.tags ?? [])
  const people = joined(nameKey, marks.people, makes.people ?? [])
  return newEntry({ ...makes, id: draft.id, text, tags, people }, stamp)
}
