import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { inOrder } from '../journal/query.ts'
import type { Discretion } from './discretion.ts'

/** A line of the person's own, word for word; a long one ends in an ellipsis. */
export interface Quote {
  /** The entry it is from. */
  readonly id: string
  readonly day: Day
  readonly text: string
}

const longest = 140
const shortest = 20
const cutMark = ' …'

/** What decides whether an entry is read back. */
export type ReadBack = Pick<Discretion, 'mayQuoteLine'>

/**
 * The first whole sentence long enough to stand alone; undefined when there are no words, or when they are
 * not to be read back. A line that calls for help never is, starred or not.
 */
export function quoteOf(entry: Entry, may: ReadBack): Quote | undefined {
  const text = lineFrom(entry.text)
  return text !== undefined && may.mayQuoteLine(entry, text) ? quote(entry, text) : undefined
}

const quote = ({ id, day }: Entry, text: string): Quote => ({ id, day, text })

/**
 * The lines to quote, of entries in any order: starred ones first, then those whose words fit whole,
 * then the newest.
 */
export function quotesFrom(entries: readonly Entry[], most: number, may: ReadBack): Quote[] {
  const newestFirst = entries.toSorted((a, b) => inOrder(b, a))
  const starred = newestFirst.filter(entry => entry.starred)
  const all = [...wholeFirst(starred, most, may), ...wholeFirst(newestFirst, most, may)]
  return eachOnce(all).slice(0, most)
}

/**
 * As `quotesFrom`, with a line from each stretch of the entries, oldest first: what is new does not hide the rest.
 * @param written entries that have words
 */
export function quotesAcross(written: readonly Entry[], most: number, may: ReadBack): Quote[] {
  const from = (stretch: number) => Math.round((stretch * written.length) / most)
  const chosen = Array.from({ length: most }, (_, n) =>
    quotesFrom(written.slice(from(n), from(n + 1)), 1, may),
  ).flat()
  return eachOnce(chosen)
}

const eachOnce = (quotes: readonly Quote[]): Quote[] =>
  quotes.filter(({ text }, at) => quotes.findIndex(it => it.text === text) === at)

/** Whether a line may be read back takes long to say, so it is asked of those alone that would be quoted. */
function wholeFirst(entries: readonly Entry[], most: number, may: ReadBack): Quote[] {
  const quotes = new Map<string, Quote>()
  const take = (entry: Entry, line: string) => {
    if (!quotes.has(line) && may.mayQuoteLine(entry, line)) quotes.set(line, quote(entry, line))
  }
  const cut: [Entry, string][] = []
  for (const entry of entries) {
    if (quotes.size === most) break
    const line = lineFrom(entry.text)
    if (line?.endsWith(cutMark)) cut.push([entry, line])
    else if (line !== undefined) take(entry, line)
  }
  for (const [entry, line] of cut) if (quotes.size < most) take(entry, line)
  return [...quotes.values()]
}

/** The line of some text to read back; undefined when it has no words. Whether it may be is for others to say. */
export function lineFrom(text: string): string | undefined {
  const plain = withoutMarkup(text.slice(0, 4000))
  if (plain === '') return undefined
  if (plain.length <= longest) return plain
  // A sentence ends at its mark and a space, or at a mark of scripts that set no spaces.
  const sentences = plain.match(/.+?(?:[.!?…]+["'”’)]*(?=\s|$)|[。！？]+[」』]?|$)/gsu) ?? [plain]
  const whole = sentences.map(sentence => sentence.trim())
  const fitting = whole.find(({ length }) => length >= shortest && length <= longest)
  return fitting ?? shortened(whole[0] ?? plain)
}

/** Cut at a word where there is one, never through a surrogate pair or before a combining mark. */
function shortened(text: string): string {
  if (text.length <= longest) return text
  const start = text.slice(0, longest - 2)
  const space = start.lastIndexOf(' ')
  const cut = space > shortest ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/, '')
  return cut.replace(/[\s,;:–—-]+$/, '') + cutMark
}

/** The words of a Markdown text on one line: no marks of headings, lists, quotations, emphasis or links. */
function withoutMarkup(text: string): string {
  return text
    .replace(/^[ \t]*(?:#{1,6}[ \t]|>+[ \t]?|[-*+][ \t]|\d{1,3}[.)][ \t])+/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim()
}
