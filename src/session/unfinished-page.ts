import type { Context } from '../context.ts'
import type { Keeping } from '../desk/keep.ts'
import { keep, saved, savedFor } from '../desk/keep.ts'
import { keptDraft } from '../desk/kept-draft.ts'
import { leftUnfinished } from '../desk/left-unfinished.ts'
import type { AnswersDraft, PageDraft } from '../desk/page-draft.ts'
import { patchOf } from '../desk/patch.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Interrupted } from '../dialogue/signals.ts'
import type { JournalRecord } from '../journal/change.ts'
import { newEntry, revise } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { planPart } from '../journal/plan-part.ts'
import { firstRevision } from '../journal/record.ts'
import { newPrompt } from '../journal/setting.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'
import { keptPrompt } from '../render/prompts.ts'
import type { Journal } from '../store/journal.ts'
import { isAnswers } from './draft.ts'

/** Whether the words of a page are in the journal already: it was kept, and then the program was killed. */
export async function isPageKept(
  journal: Journal,
  draft: PageDraft | AnswersDraft,
): Promise<boolean> {
  if (isAnswers(draft)) {
    const [record] = draft.records
    const history = record ? await journal.history(record.id) : []
    return history.some(({ revision }) => revision === record?.revision)
  }
  if (draft.makes?.kind === 'prompt')
    return (await journal.ownPrompts()).some(({ id }) => id === draft.id)
  if (draft.makes?.kind === 'plan') {
    const { part } = draft.makes
    const kept = (await journal.settings('plan')).find(it => it.part === part)
    return kept?.text.includes(draft.text.trim()) ?? false
  }
  // Another window may have kept other words under this id.
  const entry = await journal.entry(draft.edits ?? draft.id)
  return entry?.text.trim() === draft.text.trim()
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
  let text = draft.text
  const keepText = (now: string) => {
    text = now
    return page.keep({ ...draft, text })
  }
  if (writeOn)
    try {
      const edit = (it: string) => context.editText(it, keepText, { id: draft.id, content: draft })
      text = (await dialogue.write({ initial: text, onChange: keepText, edit })).text
    } catch (signal) {
      if (signal instanceof Interrupted) await leftUnfinished(context, page, [text])
      throw signal
    }
  if (text.trim() === '') return journal.drafts.remove(draft.id)
  const { record, tell } = await becomes(context, journal, draft, text)
  await keep(context, journal, {
    label: labels[draft.kind] ?? draft.kind,
    records: [record],
    words: [text],
    held: page.holding(text),
    tell,
  })
}

/** The change as the log names it, where that is not the kind of page. */
const labels: Readonly<Record<string, string>> = { prompt: 'prompts add', plan: 'plan edit' }

/** Keeps what was answered before the questions broke off. */
export async function keepAnswers(
  context: Context,
  journal: Journal,
  { id, label, records, words }: AnswersDraft,
): Promise<void> {
  const day = records.flatMap(record => ('day' in record ? record.day : []))[0]
  await keep(context, journal, {
    label,
    records,
    words,
    held: keptDraft(context, journal, id).holding(words.join('\n\n')),
    tell: () => (day ? savedFor(context, journal, day) : `${saved(context)}.`),
  })
}

async function becomes(
  context: Context,
  journal: Journal,
  draft: PageDraft,
  text: string,
): Promise<{ record: JournalRecord; tell: Keeping['tell'] }> {
  const { makes = { kind: 'note', details: {} } } = draft
  const stamp = context.stamp()
  if (makes.kind === 'prompt') {
    const own = newPrompt(makes, text, { ...firstRevision(stamp), id: draft.id })
    return { record: own, tell: () => keptPrompt(own) }
  }
  if (makes.kind === 'plan') {
    const record = planPart(makes.part, text, await journal.settings('plan'), draft.base, stamp)
    return { record, tell: () => 'Kept in your plan. `hearten plan` shows it.' }
  }
  const before = draft.edits === undefined ? undefined : await journal.entry(draft.edits)
  const marks = marksIn(text)
  const tags = joined(tagKey, marks.tags, makes.tags ?? [])
  const people = joined(nameKey, marks.people, makes.people ?? [])
  // What was kept under this id from another window stays as it is.
  const id = (await journal.entry(draft.id)) === undefined ? draft.id : stamp.newId()
  const record =
    before && !before.deleted
      ? { ...revise(before, patchOf(before, text, {}, context), stamp), ...baseOf(draft) }
      : newEntry({ ...makes, id, text, tags, people }, stamp)
  return { record, tell: () => savedFor(context, journal, record.day) }
}

/** The page replaces what it began from: words that came meanwhile stay, and both are seen. */
const baseOf = ({ base }: PageDraft) => base && { supersedes: base }
