import { stripVTControlCharacters } from 'node:util'
import fastStringWidth from 'fast-string-width'
import { collectGraphemes } from 'unicode-segmenter/grapheme'

const ALL_ASCII = /^[\x20-\x7e]*$/
/** Each a character by itself, whatever of these stands beside it: Latin, Chinese, Japanese, Korean. */
const ALL_SINGLE =
  /^[\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/
/** Those of them that take one column. */
const ALL_NARROW = /^[\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027]*$/
// In functions, since a pattern with a property is made of tables as soon as its line is reached.
/** Where several characters can make one: marks, joiners, selectors, and the letters that Hangul is put together from. */
const isJoined = (text: string) => /[\p{M}\p{Cf}\p{Cs}\u1100-\u11ff\u3164\uffa0]/u.test(text)
/** Written apart, though it is part of one character for a reader. */
const isSpacingMark = (text: string) => /\p{Mc}/u.test(text)
const isUnseen = (text: string) => /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}]+$/u.test(text)
/** Two columns each, which fast-string-width does not know: trigrams, hexagrams, Yi. */
const ALSO_WIDE = /[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\ua000-\ua4c6]/g
/** Chinese, Japanese and Korean, which may break anywhere. */
const ANY_WIDE = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/
const WORD = /^[ \t]+|([^ \t]+)[ \t]*/g
const TAB = '  '

/** Columns the text takes on a terminal. Colours, control characters and tabs take none. */
export function displayWidth(text: string): number {
  if (ALL_NARROW.test(text)) return text.length
  const bare = stripVTControlCharacters(text)
  if (!isJoined(bare)) return columns(bare)
  let width = 0
  for (const cluster of collectGraphemes(bare)) width += clusterWidth(cluster)
  return width
}

/** What a reader sees as single characters (grapheme clusters). */
export const clusters = (text: string): string[] =>
  ALL_SINGLE.test(text) ? text.split('') : collectGraphemes(text)

/**
 * Where each row of one paragraph begins when it is wrapped at words. Spaces at a break stay, unseen,
 * at the end of their row, so the rows put together are the paragraph again.
 */
export function rowStarts(
  paragraph: string,
  width: number,
  measure: (text: string) => number = displayWidth,
): number[] {
  return ALL_ASCII.test(paragraph)
    ? asciiRowStarts(paragraph, width)
    : anyRowStarts(paragraph, width, measure)
}

/** Plain text in rows of at most `width` columns; its own line breaks stay, a tab becomes two spaces. */
export function wrapWords(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => {
    const paragraph = line.replaceAll('\t', TAB)
    const starts = rowStarts(paragraph, Math.max(1, width))
    return starts.map((start, row) => paragraph.slice(start, starts[row + 1]).trimEnd())
  })
}

function asciiRowStarts(paragraph: string, width: number): number[] {
  const starts = [0]
  let start = 0
  while (paragraph.length - start > width) {
    const space = paragraph.slice(start, start + width + 1).lastIndexOf(' ')
    start += space < 0 ? width : space + 1
    while (space >= 0 && paragraph[start] === ' ') start++
    if (start < paragraph.length) starts.push(start)
  }
  return starts
}

function anyRowStarts(
  paragraph: string,
  width: number,
  measure: (text: string) => number,
): number[] {
  const starts = [0]
  let used = 0
  const begin = (at: number) => {
    if (at > 0) starts.push(at)
    used = 0
  }
  for (const match of paragraph.matchAll(WORD)) {
    const word = match[1] ?? ''
    // Chinese, Japanese and Korean break anywhere; so does a word too long for any row.
    const anywhere = ANY_WIDE.test(word)
    const parts = anywhere || word.length > width ? clusters(word) : [word]
    // Nearly every word is one part, which is measured once.
    const only = parts.length === 1 ? measure(word) : undefined
    let at = match.index
    if (!anywhere && used > 0 && used + (only ?? widthOf(parts, measure)) > width) begin(at)
    for (const part of parts) {
      const partWidth = only ?? measure(part)
      if (used > 0 && used + partWidth > width) begin(at)
      used += partWidth
      at += part.length
    }
    used += measure(match[0].slice(word.length))
  }
  return starts
}

const widthOf = (parts: readonly string[], measure: (text: string) => number): number =>
  parts.reduce((sum, part) => sum + measure(part), 0)

/** What is one character for a reader takes one column or two, however many parts it has. */
function clusterWidth(cluster: string): number {
  if (isUnseen(cluster)) return 0
  return Math.min(2, columns(cluster) + (isSpacingMark(cluster) ? 1 : 0))
}

const columns = (text: string): number =>
  fastStringWidth(text, { tabWidth: 0 }) + (text.match(ALSO_WIDE)?.length ?? 0)
