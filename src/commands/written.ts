import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import type { Journal } from '../store/journal.ts'

/** Words a person gave, and what becomes of the draft they were in. */
export interface Written {
  readonly text: string
  /** Where they came from. Only words in a draft can be lost; the others are still where they were. */
  readonly from: 'arguments' | 'pipe' | 'field' | 'editor'
  /** Called once the words are safely saved, or were let go. */
  done(): void
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
  wish: {
    kind: string
    ask: string
    editor?: boolean
    initial?: string
    about?: Record<string, unknown>
  },
): Promise<Written> {
  if (words.length > 0) return { text: words.join(' '), from: 'arguments', done() {} }
  if (!context.terminal.inputIsTerminal) {
    const text = await context.terminal.readInput()
    if (text.length > longest)
      throw new UserError('That is more than 50 million characters. Nothing was saved.')
    return { text: text.replace(/\r\n/g, '\n').replace(/\n+$/, ''), from: 'pipe', done() {} }
  }

  const draft = context.stamp().newId()
  const keep = (text: string) =>
    journal.drafts.save(draft, {
      kind: wish.kind,
      text,
      startedAt: context.stamp().now.toISOString(),
      ...wish.about,
    })
  const done = () => journal.drafts.remove(draft)
  context.onEnd(() => journal.drafts.sync())
  const { initial = '' } = wish
  if (wish.editor) return { text: await context.editText(initial, keep), from: 'editor', done }

  const dialogue = await context.dialogue('Give the words as arguments or through a pipe.')
  try {
    const { text } = await dialogue.write({
      ask: wish.ask,
      initial,
      onChange: keep,
      edit: text => context.editText(text, keep),
    })
    return { text, from: 'field', done }
  } finally {
    journal.drafts.sync()
    dialogue.close()
  }
}
