import type { Stamp } from './journal/record.ts'
import type { Dialogue } from './dialogue/dialogue.ts'
import type { Settings } from './settings/settings.ts'
import type { Journal } from './store/journal.ts'
import type { Colours } from './render/colours.ts'

/**
 * What a command may touch. Functions, not opened things: `--help` and a wrong flag never touch the
 * journal, the settings or the terminal.
 */
export interface Context {
  readonly terminal: Terminal
  /** Flags every command takes. */
  readonly globals: Globals
  /** Asks the person. Refuses with a usage error when nobody can answer (no terminal, or `--no-input`). */
  dialogue(): Promise<Dialogue>
  openJournal(): Promise<Journal>
  settings(): Settings
  /** Now, here, today and fresh ids. */
  stamp(): Stamp
  /** Opens the person's editor on a text and gives back what was saved; every save is taken into `onSave`. */
  editText(text: string, onSave?: (text: string) => void): Promise<string>
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Globals {
  readonly journal?: string
  readonly plain: boolean
  readonly json: boolean
  readonly yes: boolean
  readonly input: boolean
  readonly pager: boolean
  readonly quiet: boolean
}

/** The streams. Results go out through `print`, words to the person through `notify`. */
export interface Terminal {
  /** Data, to standard output. A final newline is added when missing. */
  print(text: string): void
  /** The same through the person's pager, when it is longer than the screen and nothing speaks against it. */
  page(text: string): Promise<void>
  /** Words to the person, to standard error; silent with `-q`. */
  notify(text: string): void
  /** Whether a person can be asked: standard input and standard error (or output) are a terminal. */
  readonly interactive: boolean
  /** Whether standard input is a terminal, and standard output. */
  readonly inputIsTerminal: boolean
  readonly outputIsTerminal: boolean
  /** Columns to render for, 20 to 100 (80 when not a terminal). */
  readonly width: number
  readonly rows: number
  readonly colours: Colours
  /** Only plain, linear text: `--plain`, `TERM=dumb`, or the setting. */
  readonly plain: boolean
  /** Everything on standard input, strict UTF-8; a `UserError` says where it is not. */
  readInput(): Promise<string>
}
