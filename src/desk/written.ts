import type { Context } from '../context.ts'
import { Interrupted } from '../dialogue/signals.ts'
import { UserError } from '../errors.ts'
import { isoWithOffset } from '../journal/day.ts'
import type { Journal } from '../store/journal.ts'
import type { Holding } from './kept-draft.ts'
import { heldElsewhere, heldHere, keptDraft } from './kept-draft.ts'
import type { PageDraft } from './page-draft.ts'

/** Words a person gave. */
export interface GivenWords {
  /** The id for the entry the words become: a draft that outlives it is then known to be kept. */
  readonly id: string
  readonly text: string
  readonly from: 'arguments' | 'pipe' | 'field' | 'editor'
  readonly held: Holding
}

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
  wish: Pick<PageDraft, 'kind' | 'makes' | 'edits' | 'base'> & {
    ask: string
    editor?: boolean
    initial?: string
  },
): Promise<GivenWords> {
  const { now, zone, newId } = context.stamp()
  const id = newId()
  if (words.length > 0) return { id, text: words.join(' '), from: 'arguments', held: heldElsewhere }
  if (!context.terminal.inputIsTerminal) {
    const piped = await context.terminal.readInput()
    if (piped.length > longest)
      throw new UserError('That is more than 50 million characters. Nothing was saved.')
    const text = piped.replace(/\r\n/g, '\n').replace(/\n+$/, '')
    return { id, text, from: 'pipe', held: heldHere(context, text) }
  }

  const { ask, editor, initial = '', ...about } = wish
  const startedAt = isoWithOffset(now, zone)
  const draft = keptDraft(context, journal, id)
  const keep = (text: string) => draft.keep({ ...about, id, text, startedAt })
  const given = (text: string, from: GivenWords['from']): GivenWords => ({
    id,
    text,
    from,
    held: draft.holding(text),
  })
  context.onEnd(() => journal.drafts.sync())
  if (editor) return given(await context.editText(initial, keep), 'editor')

  const dialogue = await context.dialogue('Give the words as arguments or through a pipe.')
  try {
    const { text } = await dialogue.write({
      ask,
      initial,
      onChange: keep,
      edit: text => context.editText(text, keep),
    })
    return given(text, 'field')
  } catch (signal) {
    if (signal instanceof Interrupted && (await journal.drafts.load(id)) !== undefined)
      context.terminal.notify('\nKept as it is. `hearten` picks it up where you stopped.')
    throw signal
  } finally {
    await journal.drafts.sync()
    dialogue.close()
  }
}
