import type { Context } from '../context.ts'
import { Interrupted } from '../dialogue/signals.ts'
import { UserError } from '../errors.ts'
import { isoWithOffset } from '../journal/day.ts'
import type { Journal } from '../store/journal.ts'
import { keptDraft } from './kept-draft.ts'
import type { PageDraft } from './page-draft.ts'

/** Words a person gave, and what becomes of the draft they were in. */
export interface Written {
  /** The id for the entry the words become: a draft that outlives it is then known to be kept. */
  readonly id: string
  readonly text: string
  /** Where they came from. Only words in a draft can be lost; the others are still where they were. */
  readonly from: 'arguments' | 'pipe' | 'field' | 'editor'
  /** Does what brings the words into the journal, and then removes the draft they were in. */
  into<T>(commit: () => Promise<T>): Promise<T>
  /** Removes the draft: the words were let go. */
  done(): void
}

/** What becomes of words that are in no draft. */
export const inNoDraft: Pick<Written, 'into' | 'done'> = { into: commit => commit(), done() {} }

/** How long a text may be, in characters: fifty novels' worth of a mistake (`cat disk | hearten jot`). */
const longest = 50_000_000

/**
 * Takes words from wherever they come: arguments, a pipe, the editor, or the writing field, whose
 * every keystroke is saved in a draft of this kind.
 */
export async function writtenText(
  context: Context,
  journal: Journal,
  words: readonly string[],
  wish: Pick<PageDraft, 'kind' | 'makes' | 'edits'> & {
    ask: string
    editor?: boolean
    initial?: string
  },
): Promise<Written> {
  const { now, zone, newId } = context.stamp()
  const id = newId()
  if (words.length > 0) return { id, text: words.join(' '), from: 'arguments', ...inNoDraft }
  if (!context.terminal.inputIsTerminal) {
    const text = await context.terminal.readInput()
    if (text.length > longest)
      throw new UserError('That is more than 50 million characters. Nothing was saved.')
    return { id, text: text.replace(/\r\n/g, '\n').replace(/\n+$/, ''), from: 'pipe', ...inNoDraft }
  }

  const { ask, editor, initial = '', ...about } = wish
  const startedAt = isoWithOffset(now, zone)
  const draft = keptDraft(context, journal, id)
  const keep = (text: string) => draft.keep({ ...about, id, text, startedAt })
  const done = () => journal.drafts.remove(id)
  const written = (text: string, from: Written['from']): Written => ({
    id,
    text,
    from,
    async into(commit) {
      const result = await draft.into(text, commit)
      done()
      return result
    },
    done,
  })
  context.onEnd(() => journal.drafts.sync())
  if (editor) return written(await context.editText(initial, keep), 'editor')

  const dialogue = await context.dialogue('Give the words as arguments or through a pipe.')
  try {
    const { text } = await dialogue.write({
      ask,
      initial,
      onChange: keep,
      edit: text => context.editText(text, keep),
    })
    return written(text, 'field')
  } catch (signal) {
    if (signal instanceof Interrupted && journal.drafts.load(id) !== undefined)
      context.terminal.notify('\nKept as it is. `hearten` picks it up where you stopped.')
    throw signal
  } finally {
    journal.drafts.sync()
    dialogue.close()
  }
}
