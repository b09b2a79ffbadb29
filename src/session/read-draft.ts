import { asDay } from '../journal/day.ts'
import { newEntry } from '../journal/entry.ts'
import { planPart } from '../journal/plan-part.ts'
import type { Stamp } from '../journal/record.ts'
import { firstRevision } from '../journal/record.ts'
import { newPrompt } from '../journal/setting.ts'
import { readableIn } from '../store/draft-page.ts'
import type { SessionDraft, Unfinished } from './draft.ts'
import { isAnswers, isSession, whereItStopped } from './draft.ts'
import { entriesFrom } from './entries.ts'
import { sittingOf } from './save-session.ts'

/**
 * Reads what a draft holds; undefined when it is nothing that can be picked up. What is not as it
 * should be, so that it could not become a record, is offered as words.
 */
export async function draftFrom(id: string, content: unknown): Promise<Unfinished | undefined> {
  if (typeof content !== 'object' || content === null) return undefined
  const draft = { ...content, id } as Unfinished
  if ('text' in draft && draft.text === '') return undefined
  if (await isSound(draft)) return draft
  const text = readableIn(Buffer.from(JSON.stringify(content)))
  return text === '' ? undefined : { kind: 'recovered', id, text }
}

/**
 * Whether a draft would become what our own schema takes, and can be told of. Found by letting it: that
 * looks at every field just as it will be used.
 */
async function isSound(draft: Unfinished): Promise<boolean> {
  try {
    const { isRecord } = await import('../journal/schema.ts')
    whereItStopped(draft, probe.today)
    return becomes(draft).every(isRecord)
  } catch {
    return false
  }
}

const probe: Stamp = {
  now: new Date(0),
  zone: 'UTC',
  today: asDay('2026-01-01'),
  newId: () => 'probe',
}

/** Takes what is no record itself: a text and a list of texts. */
const aNote = (text: string, tags: readonly string[]) =>
  newEntry({ kind: 'note', details: {}, text, tags }, probe)

function becomes(draft: Unfinished): readonly unknown[] {
  if (isSession(draft)) return fromSession(draft)
  // The first record once more: there has to be one.
  if (isAnswers(draft)) return [aNote(draft.label, draft.words), draft.records[0], ...draft.records]
  const { id, text, base = [], makes = { kind: 'note', details: {} } as const } = draft
  const page =
    makes.kind === 'plan'
      ? planPart(makes.part, text, [], base, probe)
      : makes.kind === 'prompt'
        ? newPrompt(makes, text, { ...firstRevision(probe), id })
        : newEntry({ ...makes, id, text }, probe)
  return [aNote(draft.edits ?? '', base), page]
}

function fromSession(draft: SessionDraft): readonly unknown[] {
  const { id, answers, done, arrival } = draft
  const sitting = sittingOf({ ...draft, session: id, began: draft.startedAt })
  const promises = Object.keys(answers.promises ?? {}).map(promise =>
    newEntry<'promise'>({ kind: 'promise', id: promise, text: '', details: {} }, probe),
  )
  const planned = aNote(draft.at ?? '', done.concat(Object.keys(arrival)))
  return [planned, ...entriesFrom(answers, sitting, promises, probe)]
}
