import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'

// `Intl.Segmenter` takes time that grows with the square of the text on Node 20 (83 kB: seconds),
// and string-width is built on it. So printable ASCII is only counted, characters of the common
// alphabets that stand alone are looked up, and the rest is segmented a short slice at a time.

const NARROW =
  '\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0391-\\u0482\\u048a-\\u052f\\u2010-\\u2015\\u2018-\\u201f\\u2026'
const WIDE = '\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3'
const ALL_ASCII = /^[\x20-\x7e]*$/
const ALL_NARROW = new RegExp(`^[${NARROW}]+$`)
const ALL_SIMPLE = new RegExp(`^[${NARROW}${WIDE}]+$`)
const ANY_WIDE = new RegExp(`[${WIDE}]`)
/** Simple characters, or others with the simple one that they may hang on. */
const RUN = new RegExp(
  `[${NARROW}${WIDE}]+(?![^${NARROW}${WIDE}])|[${NARROW}${WIDE}]?[^${NARROW}${WIDE}]+`,
  'g',
)
const WORD = /^[ \t]+|([^ \t]+)[ \t]*/g
const SLICE = 160
const TAB = '  '

/** Made when first needed: it takes a third of a bare start of Node. */
let segmenter: Intl.Segmenter | undefined

/** Columns the text takes on a terminal. Colours and control characters take none. */
export function displayWidth(text: string): number {
  if (ALL_ASCII.test(text)) return text.length
  let width = 0
  for (const cluster of clusters(stripVTControlCharacters(text))) width += clusterWidth(cluster)
  return width
}

/** What a reader sees as single characters (grapheme clusters), in time that grows with the length. */
export function clusters(text: string): string[] {
  const found: string[] = []
  for (const [run] of text.matchAll(RUN)) {
    if (ALL_SIMPLE.test(run)) for (const character of run) found.push(character)
    else segment(run, found)
  }
  return found
}

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
    const widths = parts.map(measure)
    const whole = widths.reduce((sum, it) => sum + it, 0)
    let at = match.index
    if (!anywhere && used > 0 && used + whole > width) begin(at)
    for (const [index, part] of parts.entries()) {
      const partWidth = widths[index] ?? 0
      if (used > 0 && used + partWidth > width) begin(at)
      used += partWidth
      at += part.length
    }
    used += measure(match[0].slice(word.length))
  }
  return starts
}

function segment(run: string, found: string[]): void {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let from = 0
  while (from < run.length) {
    const slice = run.slice(from, from + SLICE)
    const parts = Array.from(segmenter.segment(slice), part => part.segment)
    // The last one may go on behind the slice, so it begins the next.
    if (from + SLICE < run.length && parts.length > 1) parts.pop()
    for (const part of parts) {
      found.push(part)
      from += part.length
    }
  }
}

function clusterWidth(cluster: string): number {
  if (ALL_NARROW.test(cluster)) return cluster.length
  return ALL_SIMPLE.test(cluster) ? 2 : stringWidth(cluster)
}
