import type { Entry } from '../journal/entry.ts'
import { tagKey } from '../journal/tags.ts'
import { visible, visibleLine } from '../render/gate.ts'
import { headingOf, shownFacts } from './facts.ts'
import type { EntryWriter, PageOptions } from './pages.ts'
import { atOnce, joining, shownOf } from './pages.ts'

// Facts about jrnl: its Entry.py and Journal.py, version 4. A date in brackets begins an entry, the first line is
// its title, an asterisk at the end of that is a star, and `@words` are tags.

/** All entries as the text that jrnl keeps, each under the clock of where it was written. */
export const entriesToJrnl = (entries: readonly Entry[], options: PageOptions): string =>
  atOnce(jrnlWriter(), shownOf(entries, options))

export function jrnlWriter(): EntryWriter {
  const joined = joining('\n')
  return { add: entries => joined([...entries].map(entryIn)), end: () => '' }
}

function entryIn(entry: Entry): string {
  const [first = '', ...rest] = visible(entry.text).trim().split('\n')
  // A title that ends in an asterisk would be a star, so what was written stands below another one.
  const isTitle = first !== '' && (entry.starred || !/\*\s*$/.test(first))
  const lines = isTitle
    ? [first.trimEnd(), ...rest]
    : [headingOf(entry), ...(first ? [first, ...rest] : [])]
  const [title = '', ...body] = lines
  const facts = shownFacts({ ...entry, tags: [] })
    .filter(({ value }) => value !== 'starred')
    .map(({ label, value }) => `${label}: ${value}`)
  const question = entry.prompt ? [`Question: ${visibleLine(entry.prompt.text)}`] : []
  const tags = entry.tags.map(jrnlTag).filter(Boolean)
  const below = [...question, ...facts, ...(tags.length > 0 ? [tags.join(' ')] : [])]
  return `[${entry.at.slice(0, 10)} ${entry.at.slice(11, 16)}] ${[
    `${title}${entry.starred ? ' *' : ''}`,
    ...body.map(guarded),
    ...(below.length > 0 ? ['', ...below] : []),
  ].join('\n')}\n`
}

/** A line of somebody's words that would begin an entry of its own gets a blank in front. */
const guarded = (line: string): string => line.replace(/^(?= *\[\d{4}-\d\d-\d\d )/, ' ')

/** A tag as jrnl reads it; empty when nothing of it can be one. */
function jrnlTag(tag: string): string {
  const word = tagKey(tag)
    .replace(/[^\p{L}\p{M}\p{N}_+*#/-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return word && `@${word}`
}
