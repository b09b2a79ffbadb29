import type { Context } from '../context.ts'
import { Interrupted } from '../dialogue/signals.ts'
import { UsageError } from '../errors.ts'
import { DateError, splitDatePrefix } from '../journal/dates.ts'
import { isoWithOffset } from '../journal/day.ts'
import type { Journal } from '../store/journal.ts'
import type { When } from './flags.ts'
import { datesHere, whenOf } from './flags.ts'
import type { Holding } from './kept-draft.ts'
import { heldElsewhere, heldHere, keptDraft } from './kept-draft.ts'
import { leftUnfinished } from './left-unfinished.ts'
import type { PageDraft } from './page-draft.ts'
import { dash, dashedText, pipedText } from './pipe.ts'

/** Words a person gave. */
export interface GivenWords {
  /** The id for the entry the words become: a draft that outlives it is then known to be kept. */
  readonly id: string
  readonly text: string
  readonly from: 'arguments' | 'pipe' | 'field' | 'editor'
  readonly held: Holding
  /** The person stopped here: what else would be asked is not. */
  readonly stopped?: true
}

/** Words that are there already: behind the command, or coming through the pipe, which a dash stands for. */
export async function saidText(
  context: Context,
  words: readonly string[],
): Promise<Omit<GivenWords, 'id'> | undefined> {
  const isDash = words.length === 1 && words[0] === dash
  if (words.length > 0 && !isDash) {
    return { text: words.join(' '), from: 'arguments', held: heldElsewhere }
  }
  if (!isDash && context.terminal.inputIsTerminal) return undefined
  const text = await (isDash ? dashedText : pipedText)(context)
  return { text, from: 'pipe', held: heldHere(context, text) }
}

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
    /** Sentences beside the question. */
    beside?: readonly string[]
    editor?: boolean
    initial?: string
  },
): Promise<GivenWords> {
  const { now, zone, newId } = context.stamp()
  const id = newId()
  const said = await saidText(context, words)
  if (said && !wish.editor) return { id, ...said }

  const { ask, beside = [], editor, initial: before = '', ...about } = wish
  const initial = said?.text || before
  const startedAt = isoWithOffset(now, zone)
  const draft = keptDraft(context, journal, id)
  const content = { ...about, id, startedAt }
  const keep = (text: string) => draft.keep({ ...content, text })
  const edit = (text: string) => context.editText(text, keep, { id, content })
  const given = (text: string, from: GivenWords['from']): GivenWords => ({
    id,
    text,
    from,
    held: draft.holding(text),
  })
  context.onEnd(() => journal.drafts.sync())
  if (editor) {
    // What is nowhere else must outlive an editor that cannot be started.
    if (said?.text) keep(initial)
    return given(await edit(initial), 'editor')
  }

  const dialogue = await context.dialogue('Give the words as arguments or through a pipe.')
  let soFar = initial
  let wasTyped = false
  try {
    const { text, end } = await dialogue.write({
      ask,
      beside,
      initial,
      onChange(text) {
        soFar = text
        wasTyped = true
        return keep(text)
      },
      edit,
    })
    return { ...given(text, 'field'), ...(end === 'enough' && { stopped: true as const }) }
  } catch (signal) {
    if (signal instanceof Interrupted && (wasTyped || (await draft.isThere())))
      await leftUnfinished(context, draft, [soFar])
    throw signal
  } finally {
    await journal.drafts.sync()
    dialogue.close()
  }
}

/** `yesterday: we talked` is for yesterday. A date that cannot be is refused only where the words are not lost by it. */
export function datedByWords(
  { text, from }: { readonly text: string; readonly from: GivenWords['from'] | 'file' },
  when: When,
  context: Context,
): { text: string; when: When } {
  try {
    const { date, rest } = splitDatePrefix(text, { ...datesHere(context), future: false })
    return date ? { text: rest, when: whenOf(date, text.slice(0, 40), context) } : { text, when }
  } catch (error) {
    if (!(error instanceof DateError) || from !== 'arguments') return { text, when }
    throw new UsageError(`${error.message} Nothing was saved.`)
  }
}
