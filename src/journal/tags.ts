import { isName, nameKey } from './person.ts'

/** One spelling for a tag: no mark in front, lower case, composed. */
export const tagKey = (tag: string): string =>
  isOwnKey.test(tag)
    ? tag
    : tag
        .replace(/^[#+]+/, '')
        .normalize('NFC')
        .toLowerCase()

const isOwnKey = /^[a-z]+$/

/**
 * `#tag`, `+tag` and `@person` in a text. A mark counts at a word's beginning only, so addresses
 * (`a@b.org`), sums (`1+1`) and numbers (`#12`) are left alone; a tag begins with a letter. An emoji in
 * it belongs to it: `#calm🌊` is one tag, and not half of one. Words for no one are nobody's name.
 */
export function marksIn(text: string): { tags: string[]; people: string[] } {
  const tags = new Map<string, string>()
  const people = new Map<string, string>()
  // Most texts have none, and the pattern takes as long to be made ready as a small file to be read.
  if (!/[#+@]/.test(text)) return { tags: [], people: [] }
  const marks =
    /(?<![^\s([{"'“‘])([#+@])(\p{L}(?:[\p{L}\p{M}\p{N}_/'’\u2600-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}-]|\u200c|\u200d)*)/gu
  for (const [, mark, word = ''] of text.matchAll(marks)) {
    const clean = word.replace(/['’]s$/u, '').replace(/['’/-]+$/u, '')
    if (mark !== '@') tags.set(tagKey(clean), tagKey(clean))
    else if (isName(clean) && !people.has(nameKey(clean))) people.set(nameKey(clean), clean)
  }
  return { tags: [...tags.values()], people: [...people.values()] }
}

/** Names as people write them: `@sister, Ben and Jo`. Words for no one are none. */
export const namesFrom = (line: string): string[] =>
  joined(
    nameKey,
    line
      .split(/[,;&]|\s+and\s+/i)
      .map(name => name.trim().replace(/^@/, ''))
      .filter(isName),
  )

/** Joins lists of names or tags; of words with the same key the first spelling is kept. */
export function joined(
  key: (word: string) => string,
  ...lists: readonly (readonly string[])[]
): string[] {
  const seen = new Map<string, string>()
  for (const list of lists)
    for (const word of list) {
      const its = key(word)
      if (!seen.has(its)) seen.set(its, word)
    }
  return [...seen.values()]
}
