import type { Context } from '../context.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough, Interrupted } from '../dialogue/signals.ts'
import { isoWithOffset } from '../journal/day.ts'
import type { Journal } from '../store/journal.ts'
import type { Asking } from './ask.ts'
import { offerCare } from './care.ts'
import type { Keeping } from './keep.ts'
import { keep } from './keep.ts'
import { heldElsewhere, keptDraft } from './kept-draft.ts'
import { lookOf } from './look.ts'
import type { AnswersDraft } from './page-draft.ts'

type Questions = (asking: Asking) => Promise<void>

/**
 * Asks one question after the other. Ctrl-X and Ctrl-C end the questions, and what was answered is
 * there for the caller; a Ctrl-C comes back, to be thrown when that is kept.
 *
 * @param instead which flag would do where there is nobody to ask
 * @param save called before each question and with every letter of a line
 */
export async function asked(
  context: Context,
  instead: string,
  questions: Questions,
  save: () => void = () => {},
): Promise<Interrupted | undefined> {
  const dialogue = saving(await context.dialogue(instead), save)
  const { today } = context.stamp()
  const { weekStartsOn } = context.settings
  try {
    await questions({ dialogue, look: lookOf(context), today, weekStartsOn })
    return undefined
  } catch (signal) {
    if (signal instanceof Enough) return undefined
    if (signal instanceof Interrupted) return signal
    throw signal
  } finally {
    dialogue.close()
  }
}

/** What answers become. Each of these is asked again after every answer. */
export interface AskedFor extends Pick<Keeping, 'label' | 'tell'> {
  /** What it is, as one says it: "a meeting". */
  readonly what: string
  /** Empty while nothing was said that could be kept. The ids in it stay the same. */
  records(): Keeping['records']
  words(): Keeping['words']
  /** Words that were let go: no draft holds them, and the card looks at them all the same. */
  letGo?(): Keeping['words']
  /** What to ask, and which flag would do instead; left out when flags said it all. */
  readonly ask?: { readonly instead: string; readonly questions: Questions } | undefined
  /** What is said when there is nothing to keep; empty for nothing. */
  readonly nothing: string
}

/**
 * Asks, and keeps what was answered. Until that is in the journal a draft holds it, so that a closed
 * window or a signal costs nothing.
 */
export async function askAndKeep(context: Context, journal: Journal, it: AskedFor): Promise<void> {
  const { label, tell, what, ask } = it
  const { newId, now, zone } = context.stamp()
  const id = newId()
  const draft = keptDraft(context, journal, id)
  const startedAt = isoWithOffset(now, zone)
  const save = () => {
    const content: Omit<AnswersDraft, 'id'> = {
      kind: 'answers',
      what,
      label,
      records: it.records(),
      words: it.words(),
      startedAt,
    }
    if (content.records.length > 0) draft.keep(content)
  }
  if (ask) context.onEnd(() => journal.drafts.sync())
  const left = ask && (await asked(context, ask.instead, ask.questions, save))
  const [records, words] = [it.records(), it.words()]
  const heard = [...words, ...(it.letGo?.() ?? [])]
  if (records.length === 0) {
    if (it.nothing && !left) context.terminal.notify(it.nothing)
    await offerCare(context, heard)
    if (left) throw left
    return
  }
  const held = ask ? draft.holding(words.join('\n\n')) : heldElsewhere
  await keep(context, journal, { label, records, words: heard, held, tell, left })
}

/** The dialogue, saving before every question what was answered so far, and a line as it is typed. */
function saving(dialogue: Dialogue, save: () => void): Dialogue {
  const first =
    <Q, A>(ask: (question: Q) => A) =>
    (question: Q): A => {
      save()
      return ask(question)
    }
  return {
    ...dialogue,
    choose: question => first(dialogue.choose)(question) as never,
    pick: question => first(dialogue.pick)(question) as never,
    pickMany: question =>
      first((asked: typeof question) =>
        dialogue.pickMany({
          ...asked,
          onChange(ticked) {
            asked.onChange?.(ticked)
            save()
          },
        }),
      )(question) as never,
    scale: first(dialogue.scale),
    confirm: first(dialogue.confirm),
    write: first(question =>
      dialogue.write({
        ...question,
        onChange(text) {
          const trouble = question.onChange?.(text)
          save()
          return trouble
        },
      }),
    ),
    line: first(question =>
      dialogue.line({
        ...question,
        onChange(text) {
          question.onChange?.(text)
          save()
        },
      }),
    ),
  }
}
