import type { Colours } from '../render/colours.ts'
import type { Key } from './keys.ts'

/** What a form shows. The cursor is on the last line of `above`, and the real one is kept there: input methods draw at it. */
export interface FormView {
  readonly above: readonly string[]
  readonly column: number
  readonly below: readonly string[]
}

/** What a form has to draw with. Lines it gives must be narrower than `columns`, and fewer than `rows`. */
export interface Canvas {
  readonly columns: number
  readonly rows: number
  readonly colours: Colours
  /** The question was answered: show it and the answer, without choices and keys. */
  readonly answered: boolean
}

/** What can be seen of a question. */
interface Drawn {
  /** F1 shows the keys of this form, and not people to call. */
  readonly listsKeys?: true
  /** Nothing of it stays on the screen, however it ends. */
  readonly vanishes?: boolean
  draw(canvas: Canvas): FormView
  /**
   * Hands on what was written since the last time, to be kept. Keys that come in one chunk, such as a
   * paste into a terminal without bracketed paste, are kept together, before anything else can happen.
   */
  keep?(): void
}

/** One question as a small machine without a terminal: it draws itself and takes keys until it is answered. */
export interface Form<A> extends Drawn {
  press(key: Key): Answer<A> | undefined
}

/** The same with a stock prompt inside, which takes a moment for each key; the next ones wait for it. */
export interface SlowForm<A> extends Drawn {
  press(key: Key): Promise<Answer<A> | undefined>
  close(): void
}

export interface Answer<A> {
  readonly answer: A
  /** A single key was enough: what would be left to type for whoever types the whole word. */
  readonly atOnce?: string
  /** Take the form off the screen instead of leaving the answer there. */
  readonly clear?: boolean
}
