import type { Entry } from '../journal/entry.ts'
import { visible } from '../render/gate.ts'
import { closingLine } from './open-block.ts'

// An entry's words stand in our Markdown as they were written, between two comments that no reader
// shows. Two things could break out of there: a line that looks like one of the comments, which gets
// a backslash, and a block left open (a code fence, a comment), which gets its closing line.

/**
 * The words of an entry between their marks:
 *
 *     <!-- hearten:ID KIND MOMENT ZONE theme=growth prompt=growth-noticed -->
 *
 *     the words
 *
 *     <!-- /hearten -->
 *
 * What stands behind the zone has no line of its own below the words, and is there where it is needed. The
 * last mark is `<!-- /hearten +1 -->` when the line before it was added to close a block.
 */
export function wordsInMarkdown(entry: Entry): string {
  const seen = visible(entry.text)
  // A pattern that looks at every line is for those few that may have such a one.
  const words = seen.includes('<!-- ') ? seen.replace(/^<!-- (?=\\*\/?hearten)/gm, '<!-- \\') : seen
  const closing = closingLine(words)
  const shown = closing === undefined ? words : `${words}\n${closing}`
  return `<!-- hearten:${markOf(entry)} -->\n\n${shown === '' ? '' : `${shown}\n\n`}<!-- /hearten${
    closing === undefined ? '' : ' +1'
  } -->`
}

/** What is longer was made by no hearten, and would make a mark unreadable. */
const longest = 200

function markOf(entry: Entry): string {
  const { id, kind, at, zone, day, theme, prompt, session } = entry
  let mark = `${id} ${kind} ${at} ${zone}`
  if (!at.startsWith(day)) mark += said('day', day)
  if (theme !== undefined) mark += said('theme', theme)
  if (prompt !== undefined) {
    mark += said('prompt', prompt.id)
    if (prompt.deeper) mark += said('deeper', 'yes')
  }
  if (kind === 'checkin') mark += said('moment', entry.details.moment)
  if (kind === 'reflection') mark += said('again', entry.details.again)
  return session === undefined ? mark : mark + said('session', session)
}

function said(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  const encoded = /^[\w.-]*$/.test(value) ? value : encodeURIComponent(visible(value))
  return encoded !== '' && encoded.length <= longest ? ` ${name}=${encoded}` : ''
}

/** What a mark says, and the words behind it. */
export interface MarkedWords {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly zone: string
  /** `day`, `theme`, `prompt`, `deeper`, `moment`, `again` and `session`, where they are said. */
  readonly more: ReadonlyMap<string, string>
  readonly text: string
  /** Counted from 0: the line of the first mark, and of the last. */
  readonly from: number
  readonly to: number
}

const firstMark =
  /^<!-- hearten:([\w-]{1,64}) (\w{1,20}) (\S{1,80}) (\S{1,64})((?: \w{1,20}=\S{1,200})*) -->$/
const lastMark = /^<!-- \/hearten( \+1)? -->$/

/** The entries in lines of our Markdown; the number of a line for a mark whose end is missing. */
export function* markedWordsIn(lines: readonly string[]): Generator<MarkedWords | number> {
  for (let from = 0; from < lines.length; from++) {
    const [, id = '', kind = '', at = '', zone = '', rest = ''] =
      firstMark.exec(lines[from] ?? '') ?? []
    if (id === '') continue
    let to = from + 1
    while (to < lines.length && !/^<!-- \/?hearten/.test(lines[to] ?? '')) to++
    const end = lastMark.exec(lines[to] ?? '')
    if (!end) {
      yield from
      continue
    }
    const text = lines
      .slice(from + 2, Math.max(from + 2, to - (end[1] ? 2 : 1)))
      .join('\n')
      .replace(/^<!-- \\(?=\\*\/?hearten)/gm, '<!-- ')
    const more = new Map(
      [...rest.matchAll(/ (\w+)=(\S*)/g)].map(([, name = '', value = '']) => [
        name,
        decoded(value),
      ]),
    )
    yield { id, kind, at, zone, more, text, from, to }
    from = to
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
