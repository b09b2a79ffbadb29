/**
 * The conversation with the person. Three forms speak it: `terminalDialogue` (a real terminal),
 * `plainDialogue` (linear, for screen readers and pipes) and the scripted one of the tests.
 *
 * `ask`, labels, hints and suggestions are plain text: the dialogue styles them and shows control
 * characters harmlessly. Only `say` takes text that is styled already (and must be safe already).
 *
 * Every question can end in `Enough` or `Interrupted` (signals.ts), thrown; in `Back` where it says so.
 */
export interface Dialogue {
  /**
   * Words to the person, several lines allowed, styled already. A line break is added.
   *
   * @param text a function where lines were broken: it is called again when the window has another width
   */
  say(text: Said): void
  /** People to call, as the help key shows them. */
  showHelp(): void
  /**
   * One of several; undefined when skipped. Digits choose at once, and so does a choice's own `key`; so do words
   * and Enter, and words that mean none of them are no skip.
   * A `row` (the default) is one line where it fits; a `menu` has a pointer to move with the arrows.
   * Enter takes `initial` (in a menu, what is pointed at); in a row without one it skips.
   */
  choose<T>(question: ChooseQuestion<T>): Promise<T | undefined>
  /** One of many, found by typing a part of it; undefined when skipped. */
  pick<T>(question: PickQuestion<T>): Promise<T | undefined>
  /** Any number of many, found by typing; none when skipped. */
  pickMany<T>(question: PickManyQuestion<T>): Promise<T[]>
  /** 1 to 5; undefined when skipped. */
  scale(question: ScaleQuestion): Promise<Level | undefined>
  /** One line of text, trimmed; undefined when left empty. */
  line(question: LineQuestion): Promise<string | undefined>
  /** A word that must not be seen, such as a passphrase, untrimmed; undefined when left empty. */
  secret(question: { ask: string }): Promise<string | undefined>
  confirm(question: ConfirmQuestion): Promise<boolean>
  /** Several lines of text. Enough for today comes back as `end: 'enough'` here, with the words so far. */
  write(question: WriteQuestion): Promise<Written>
  /** Gives the terminal back as it was found. Safe to call twice, and from an exit handler. */
  close(): void
}

export type Said = string | (() => string)

export interface Choice<T> {
  value: T
  label: string
  /** A few words beside the label. */
  hint?: string
  /** A letter that chooses at once. */
  key?: string
}

/** What every question may have. */
interface Question {
  /** There is a question before this one, to go back to. */
  readonly back?: boolean
}

export interface ChooseQuestion<T> extends Question {
  ask: string
  choices: readonly Choice<T>[]
  initial?: T
  /** True unless said otherwise: every question of a reflection may be left open. */
  skippable?: boolean
  layout?: 'row' | 'menu'
}

export interface PickChoice<T> extends Choice<T> {
  /** More that it can be found by, and that is not shown. */
  also?: string
}

export interface PickQuestion<T> {
  ask: string
  choices: readonly PickChoice<T>[]
}

export interface GroupedChoice<T> extends PickChoice<T> {
  /** A heading over it; those of one group stand together. */
  group?: string
}

export interface PickManyQuestion<T> extends Question {
  ask: string
  choices: readonly GroupedChoice<T>[]
  /** What is ticked at the start. */
  initial?: readonly T[]
  /** Words of their own count too, where this makes something of them. */
  own?(typed: string): T
  /** Told all that is ticked at once, synchronously, after every change, or where lines are read before it is read back. */
  onChange?(ticked: readonly T[]): void
}

export type Level = 1 | 2 | 3 | 4 | 5

export interface ScaleQuestion extends Question {
  ask: string
  /** What Enter means; it skips unless said otherwise. */
  initial?: Level | undefined
  /** The two ends, or a word for each of the five. */
  words: readonly [string, string] | readonly [string, string, string, string, string]
}

export interface LineQuestion extends Question {
  ask: string
  hint?: string
  initial?: string
  /** What Tab completes; after a comma it begins again. */
  suggest?: readonly string[]
  /** What is wrong with this answer, said kindly, or undefined when it will do. */
  check?(text: string): string | undefined
  /** Told the whole line at once, synchronously, after every change, or where lines are read before it is read back. */
  onChange?(text: string): void
}

export interface ConfirmQuestion {
  ask: string
  /** What Enter means; no unless said otherwise. */
  initial?: boolean
}

/** Ways out of the writing field besides being done; its list of keys names those that are asked for. */
export type WriteKey = 'swap' | 'why' | 'blank' | 'deeper' | 'private'

export interface WriteQuestion extends Question {
  /** The question above the field; drawn again with it after the screen was cleared. */
  ask?: string
  /** Sentences about the question, shown with it. */
  beside?: readonly string[]
  initial?: string
  /**
   * Told the whole text at once, synchronously, after every change: draft saving.
   * @returns what to tell the person when that went wrong; they write on all the same
   */
  onChange?(text: string): string | undefined
  keys?: readonly WriteKey[]
  /** The words are taken off the screen when they are done. */
  vanish?: boolean
  /** Opens an editor on the text. When it throws, the words stay as they were and the message is shown. */
  edit?(text: string): Promise<string> | string
}

export interface Written {
  text: string
  end: 'done' | 'enough' | WriteKey
}
