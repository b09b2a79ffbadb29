import type { Day } from '../../journal/day.ts'
import { monthNames } from '../../journal/day.ts'
import type { Course } from '../../reflect/course.ts'

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
  /** Sentences that explain, set back. */
  | { readonly kind: 'note'; readonly text: string }
  /** The person's own words, with a few of ours in front where needed. */
  | { readonly kind: 'quote'; readonly label?: string; readonly text: string }
  | Strip
  | Bars
  | Table
  /** Rows drawn by the caller, each fitting the width; only where the screen has room for charts. */
  | { readonly kind: 'drawing'; readonly rows: readonly string[]; readonly sentences: Sentences }

/** A rating from 1 to 5 over the days from one to another. */
export interface Strip {
  readonly kind: 'strip'
  readonly label: string
  readonly from: Day
  readonly until: Day
  readonly course: Course
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

export const note = (text: string): Block[] => [{ kind: 'note', text }]

export const quote = (text: string, label?: string): Block => ({
  kind: 'quote',
  text,
  ...(label && { label }),
})

/** A section, unless it would be empty. */
export function section(head: Omit<Section, 'blocks'>, blocks: readonly Block[]): Section[] {
  return blocks.length === 0 ? [] : [{ ...head, blocks }]
}

/** 2.666 as "2.7", 3 as "3". */
export const figure = (value: number): string => {
  const text = Math.abs(value).toFixed(1).replace('.0', '')
  return value < 0 && text !== '0' ? `−${text}` : text
}

/** With its sign: "+0.7", "−0.2". */
export const signed = (value: number): string =>
  figure(value).startsWith('−') || figure(value) === '0' ? figure(value) : `+${figure(value)}`

export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** "once", "twice", "5 times". */
export const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

/** "1 day", "5 days". */
export const many = (n: number, thing: string, things = `${thing}s`): string =>
  `${n} ${n === 1 ? thing : things}`

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], and = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`
}

/** "lonely 6, worn out 5", the first so many. */
export const counted = (
  counts: readonly { readonly name: string; readonly count: number }[],
  most = 5,
): string =>
  counts
    .slice(0, most)
    .map(({ name, count }) => `${name} ${count}`)
    .join(', ')

/** "7 November", with the year where it is not that of the day beside it. */
export function dayAndMonth(day: Day, beside: Day): string {
  const text = `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]}`
  return day.slice(0, 4) === beside.slice(0, 4) ? text : `${text} ${Number(day.slice(0, 4))}`
}

/** A noun with its article: "an edit", "a letter". */
export const withArticle = (noun: string): string =>
  `${/^[aeiou]/i.test(noun) && !/^(?:uni|use|one\b)/i.test(noun) ? 'an' : 'a'} ${noun}`
