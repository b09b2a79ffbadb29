/** What a page of HTML says, as Markdown: paragraphs, line breaks, lists, bold and italic words. */
export function htmlToText(html: string): string {
  const text = unseen
    .reduce((page, [open, close]) => without(page, open, close), html)
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ?<br ?\/?> ?/gi, '\n')
    .replace(/ ?<li\b[^<>]*> ?/gi, '\n- ')
    .replace(/ ?<\/?(?:ul|ol|li)\b[^<>]*> ?/gi, '\n')
    .replace(/ ?<\/?(?:p|div|h[1-6]|blockquote|section|article|table|tr)\b[^<>]*> ?/gi, '\n\n')
    .replace(/<\/?(?:b|strong)\b[^<>]*>/gi, '**')
    .replace(/<\/?(?:i|em)\b[^<>]*>/gi, '*')
    .replace(/<[a-z/!][^<>]*>/gi, '')
  return entitiesIn(text)
    .replace(/^ +| +$/gm, '')
    .replace(/\n(?=\n\n)|\*{4}/g, '')
    .trim()
    .replace(/(^- .*)\n+(?=- )/gm, '$1\n')
}

/** What no reader of a page sees. */
const unseen = [
  ['<!--', '-->'],
  ['<head', '</head>'],
  ['<style', '</style>'],
  ['<script', '</script>'],
] as const

/** A text without what stands between two marks; looked through once, whatever is in it. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = []
  for (let at = 0; ; ) {
    const from = text.indexOf(open, at)
    const to = from < 0 ? -1 : text.indexOf(close, from)
    if (to < 0) return [...kept, text.slice(at)].join('')
    kept.push(text.slice(at, from))
    at = to + close.length
  }
}

/** What stands between two marks, each time; looked through once, whatever is in it. */
export function piecesBetween(text: string, open: string, close: string): string[] {
  const found: string[] = []
  for (let at = 0; ; ) {
    const from = text.indexOf(open, at)
    const to = from < 0 ? -1 : text.indexOf(close, from + open.length)
    if (to < 0) return found
    found.push(text.slice(from + open.length, to))
    at = to + close.length
  }
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}

/** Characters as HTML and XML spell them: `&amp;`, `&#233;`, `&#xe9;`. */
export const entitiesIn = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten, sixteen, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : whole
  })
