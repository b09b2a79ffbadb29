import type { Entry } from '../journal/entry.ts'
import { visible } from '../render/gate.ts'
import { closingLine } from './open-block.ts'

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
