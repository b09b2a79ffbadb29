// The blocks of CommonMark 0.31, as far as they say what is still open where a text ends. Nothing is
// guessed: whether a fence opens or closes something depends on every line before it.

/** A block that ends only where it is told to. */
interface Open {
  readonly end: RegExp
  /** The line that ends it; undefined for one that a blank line ends as well. */
  readonly closing?: string
}

/** A quote, or how far what belongs to a list item is indented; `empty` as long as nothing stands in it. */
type Container = 'quote' | { readonly indent: number; empty: boolean }

/** What the last line belongs to; undefined after a blank line, a heading, a rule. */
type Leaf = 'paragraph' | Open | undefined

/** HTML: how a block of it starts, what ends it, and how we do. */
const htmlBlocks: readonly [start: RegExp, end: RegExp, closing: string][] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</pre>'],
  [/^<!--/, /-->/, '-->'],
  [/^<\?/, /\?>/, '?>'],
  [/^<![a-z]/i, />/, '>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
]
const blockTags =
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h[1-6] head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
const blockTag = new RegExp(`^</?(?:${blockTags.replaceAll(' ', '|')})(?:\\s|/?>|$)`, 'i')
const attribute = '\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^"\'=<>`\\s]+|\'[^\']*\'|"[^"]*"))?'
const wholeTag = new RegExp(
  `^(?:<[a-z][a-z\\d-]*(?:${attribute})*\\s*/?>|</[a-z][a-z\\d-]*\\s*>)\\s*$`,
  'i',
)
// Only spaces and tabs are blank to CommonMark, and tabs have become spaces here: no other of the many that `\s` knows.
const blank = /^ *$/
const rule = /^(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/

/** Without a fence or a tag, as most texts are, nothing is left open that needs a line to close it. */
const mayStayOpen = (text: string): boolean =>
  text.includes('<') || text.includes('```') || text.includes('~~~')

/** The line that closes what is still open at the end of a text; undefined when nothing is. */
export function closingLine(text: string): string | undefined {
  if (!mayStayOpen(text)) return undefined
  let containers: Container[] = []
  let leaf: Leaf
  for (const raw of text.split('\n')) {
    let line = untabbed(raw)
    let kept = 0
    for (const container of containers) {
      const rest = within(container, line)
      if (rest === undefined) break
      line = rest
      kept++
    }
    const all = kept === containers.length
    if (all && typeof leaf === 'object') {
      if (leaf.end.test(line)) leaf = undefined
      continue
    }
    const isParagraph = leaf === 'paragraph'
    const inside = containers.slice(0, kept)
    const started = startsIn(line, inside, { isParagraph, goesOn: isParagraph && all })
    // Words below a paragraph go on with it, also outside the quote or list that it stands in.
    const isLazy = isParagraph && !all && started.leaf === 'paragraph' && !started.fresh
    if (isLazy) continue
    containers = started.containers
    leaf = started.leaf
    const inner = containers.at(-1)
    if (typeof inner === 'object' && !blank.test(started.rest)) inner.empty = false
  }
  return containers.length === 0 && typeof leaf === 'object' ? leaf.closing : undefined
}

/** What of a line stands in a container; undefined when the line is outside of it. */
function within(container: Container, line: string): string | undefined {
  if (container === 'quote') return /^ {0,3}> ?(.*)$/.exec(line)?.[1]
  if (blank.test(line)) return container.empty ? undefined : ''
  return indentOf(line) >= container.indent ? line.slice(container.indent) : undefined
}

/** The blocks that a line begins, in the containers it is in already. */
function startsIn(
  line: string,
  inside: readonly Container[],
  { isParagraph, goesOn }: { isParagraph: boolean; goesOn: boolean },
) {
  const containers = [...inside]
  let rest = line
  let fresh = false
  const found = (leaf: Leaf) => ({ containers, leaf, rest, fresh })
  for (;;) {
    const after = rest.replace(/^ +/, '')
    /** Whether this would break into a paragraph rather than begin where nothing is open. */
    const interrupts = goesOn && !fresh
    if (after === '') return found(undefined)
    if (indentOf(rest) >= 4) return found(isParagraph && !fresh ? 'paragraph' : undefined)
    if (after.startsWith('>')) {
      containers.push('quote')
      rest = after.slice(after.startsWith('> ') ? 2 : 1)
      fresh = true
      continue
    }
    if (/^#{1,6}(?: |$)/.test(after)) return found(undefined)
    const block = fenceIn(after) ?? htmlIn(after, isParagraph && !fresh)
    if (block) return found(block === 'ended' ? undefined : block)
    if (interrupts && /^(?:=+|-+) *$/.test(after)) return found(undefined)
    if (rule.test(after)) return found(undefined)
    const item = itemIn(rest, interrupts)
    if (item === undefined) return found('paragraph')
    containers.push({ indent: item.indent, empty: true })
    rest = item.rest
    fresh = true
  }
}

function fenceIn(line: string): Open | undefined {
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0]
  if (fence === undefined) return undefined
  return { end: new RegExp(`^ {0,3}${fence}${fence[0]}* *$`), closing: fence }
}

function htmlIn(line: string, isParagraph: boolean): Open | 'ended' | undefined {
  for (const [start, end, closing] of htmlBlocks)
    if (start.test(line)) return end.test(line) ? 'ended' : { end, closing }
  return blockTag.test(line) || (!isParagraph && wholeTag.test(line)) ? { end: blank } : undefined
}

function itemIn(line: string, interrupts: boolean): { indent: number; rest: string } | undefined {
  const [, before = '', marker = '', number, after = ''] =
    /^( {0,3})([-*+]|(\d{1,9})[.)])( .*|)$/.exec(line) ?? []
  if (marker === '') return undefined
  const isEmpty = blank.test(after)
  if (interrupts && (isEmpty || (number !== undefined && Number(number) !== 1))) return undefined
  const spaces = indentOf(after)
  const gap = isEmpty || spaces > 4 ? 1 : spaces
  return { indent: before.length + marker.length + gap, rest: after.slice(gap) }
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0

/** A tab goes on to the next column that four divides. */
function untabbed(line: string): string {
  let out = ''
  for (const character of line)
    out += character === '\t' ? ' '.repeat(4 - (out.length % 4)) : character
  return out
}
