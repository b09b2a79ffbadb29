import type { Day } from '../../journal/day.ts'
import type { Axis } from '../../reflect/axis.ts'
import type { Curve } from '../../reflect/curve.ts'

/**
 * What is to be shown, before it is decided how: for a terminal, to be read aloud, or as Markdown. Every
 * chart and table comes with sentences that say the same, so that nothing is told by its look alone.
 */
export interface Page {
  readonly title: string
  /** The command that gives this page. */
  readonly aside?: string
  readonly sections: readonly Section[]
}

export interface Section {
  /** For what is built of sections: a theme's id, `mood`, `tools`. */
  readonly id?: string
  readonly heading?: string
  /** Entries the section is about, beside its heading. */
  readonly count?: number
  readonly blocks: readonly Block[]
}

export type Block =
  /** Sentences. */
  | { readonly kind: 'say'; readonly text: string }
  /** Sentences that explain, set back; on paper, where no command can be typed, in other words. */
  | { readonly kind: 'note'; readonly text: string; readonly onPaper?: string }
  | Quoted
  | Words
  | Strip
  | Bars
  | Table
  /** Rows drawn by the caller, each fitting the width; only where the screen has room for charts. */
  | { readonly kind: 'drawing'; readonly rows: readonly string[]; readonly sentences: Sentences }

/** The person's own words, with a few of ours in front where needed. */
export interface Quoted {
  readonly kind: 'quote'
  readonly label?: string
  /** The day they are from, where the label does not say it: a page to keep names it, a screen has no room. */
  readonly day?: string
  readonly text: string
}

/** Whole pages of the person's own, as they were written. */
interface Words {
  readonly kind: 'words'
  readonly text: string
  /** The question they answer. */
  readonly question?: string
  /** The day they are from. */
  readonly day?: string
}

/** A rating over the days from one to another. */
export interface Strip {
  readonly kind: 'strip'
  readonly label: string
  readonly from: Day
  readonly until: Day
  readonly curve: Curve
  /** From where to where it runs, where that is not 1 to 5. */
  readonly axis?: Axis
  /** Said below what is drawn, on the screen and on paper; where nothing is, the sentences say it. */
  readonly below?: { readonly screen: string; readonly paper: string }
  readonly sentences: Sentences
}

export interface Bars {
  readonly kind: 'bars'
  /** What the bars are about, and what their two columns are called as a table. */
  readonly title: string
  readonly columns: readonly [string, string]
  readonly rows: readonly { readonly label: string; readonly value: number }[]
  /** What a full bar stands for; the greatest value unless said. */
  readonly full?: number
  readonly sentences: Sentences
}

export interface Table {
  readonly kind: 'table'
  /** A line above it; it goes where the table goes. */
  readonly label?: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** One for each row. */
  readonly sentences: Sentences
}

type Sentences = readonly string[]

export const say = (...sentences: (string | undefined | false)[]): Block[] => {
  const text = sentences.filter(Boolean).join(' ')
  return text === '' ? [] : [{ kind: 'say', text }]
}

export const note = (text: string, onPaper?: string): Block[] => [
  { kind: 'note', text, ...(onPaper && { onPaper }) },
]

export const quote = (text: string, label?: string, day?: string): Quoted => ({
  kind: 'quote',
  text,
  ...(label && { label }),
  ...(day && { day }),
})

export const ownPage = (text: string, above: Pick<Words, 'question' | 'day'>): Words => ({
  kind: 'words',
  text,
  ...above,
})

/** The lines of a person's words that hold something: each stands by itself. */
export const ownLines = (text: string): string[] =>
  text.split('\n').filter(line => line.trim() !== '')

/** Whether a block has a blank line before it in its section: a whole page of words has. */
export const standsApart = ({ kind }: Block, place: number): boolean =>
  kind === 'words' && place > 0

/** A section, unless it would be empty. */
export function section(head: Omit<Section, 'blocks'>, blocks: readonly Block[]): Section[] {
  return blocks.length === 0 ? [] : [{ ...head, blocks }]
}
