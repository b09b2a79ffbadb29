import type { Entry } from '../journal/entry.ts'
import { visible } from '../render/gate.ts'

// An entry's words stand in our Markdown as they were written, between two comments that no reader
// shows. Two things could break out of there: a line that looks like one of the comments, which gets
// a backslash, and a block left open (a code fence, a comment), which gets its closing line.

/**
 * The words of an entry between their marks:
 *
 *     <!-- hearten:ID KIND MOMENT ZONE -->
 *
 *     the words
 *
 *     <!-- /hearten -->
 *
 * The last mark is `<!-- /hearten +1 -->` when the line before it was added to close a block.
 */
export function wordsInMarkdown({ id, kind, at, zone, text }: Entry): string {
  const words = visible(text).replace(/^<!-- (?=\\*\/?hearten)/gm, '<!-- \\')
  const closing = closingLine(words)
  return [
    `<!-- hearten:${id} ${kind} ${at} ${zone} -->`,
    '',
    ...(words === '' ? [] : [words]),
    ...(closing === undefined ? [] : [closing]),
    ...(words === '' ? [] : ['']),
    `<!-- /hearten${closing === undefined ? '' : ' +1'} -->`,
  ].join('\n')
}

/** CommonMark's blocks that only end where they are told to: how they start, what ends them, and how we do. */
const htmlBlocks: readonly [start: RegExp, end: RegExp, closing: string][] = [
  [
    /^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i,
    /<\/(?:script|pre|style|textarea)>/i,
    '</pre>',
  ],
  [/^ {0,3}<!--/, /-->/, '-->'],
  [/^ {0,3}<\?/, /\?>/, '?>'],
  [/^ {0,3}<![a-z]/i, />/, '>'],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/, ']]>'],
]

/** The line that closes what is still open at the end of a text; undefined when nothing is. */
function closingLine(text: string): string | undefined {
  let open: { end: RegExp; closing: string } | undefined
  let inList = false
  let afterBlank = true
  for (const line of text.split('\n')) {
    if (open) {
      if (open.end.test(line)) open = undefined
      continue
    }
    // What is indented under a list item ends with the list, and the list ends at our mark.
    if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(line)) inList = true
    else if (afterBlank && /^\S/.test(line)) inList = false
    afterBlank = line.trim() === ''
    if (inList && /^(?: {2}|\t|[-*+\d])/.test(line)) continue
    open = opened(line)
    if (open) inList = false
  }
  return open?.closing
}

function opened(line: string): { end: RegExp; closing: string } | undefined {
  const fence = /^ {0,3}(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1]
  if (fence) return { end: new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`), closing: fence }
  const block = htmlBlocks.find(([start]) => start.test(line))
  if (!block) return undefined
  const [start, end, closing] = block
  return end.test(line.replace(start, '')) ? undefined : { end, closing }
}
