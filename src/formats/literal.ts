// Short texts of a person's in our Markdown: names, a line worth keeping, the question that was asked.

/** What stays as it is, so that it can still be followed: an address, a link, a link to another note. */
const link =
  /https?:\/\/[^\s<>()[\]"'\\*`|]*[^\s<>()[\]"'\\*`|.,;:!?_~]|\[\[[^[\]\\<>`]{1,200}\]\]|\[[^[\]\\<>`]{1,200}\]\([^\s()<>\\`]{1,500}\)/g

/** Most texts have nothing that means anything in Markdown, where they stand and as they begin. */
const mayMeanSomething = /[\\`*_<>[\]|~&]|^[#+=\d-]/

/** A text of one line as it reads, whatever Markdown would make of it. Links in it are kept. */
export function literal(text: string): string {
  if (!mayMeanSomething.test(text)) return text
  let done = 0
  let out = ''
  for (const found of text.matchAll(link)) {
    out += `${escaped(text.slice(done, found.index))}${found[0]}`
    done = found.index + found[0].length
  }
  return `${out}${escaped(text.slice(done))}`
    .replace(/^(?:#{1,6}(?=\s|$)|[+-](?=\s|$)|[=-]+\s*$)/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
}

const escaped = (text: string): string => text.replace(/[\\`*_<>[\]|~]|&(?=#?\w{1,31};)/g, '\\$&')

/** The text that {@link literal} was given. */
export const unescaped = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
