import { joined, tagKey } from '../journal/tags.ts'

// Facts about tags in Obsidian: its documentation of them. Letters, digits, `_`, `-`, `/` and emoji; no
// blanks; and not of digits alone. The table in docs/data-format.md is tested against this.

/** A tag as Obsidian takes it; empty when nothing of it can be one. */
export function obsidianTag(tag: string): string {
  if (isOne.test(tag)) return tag
  const plain = tagKey(tag)
    .replace(/['’]/g, '')
    .replace(/(?:(?!\u200d)[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-])+/gu, '-')
    // One mark between two parts, and none at the ends, where an underscore could begin or end emphasis.
    .replace(/[_-]*\/[_/-]*/g, '/')
    .replace(/_*-[_-]*/g, '-')
    .replace(/^[_/-]+|[_/-]+$/g, '')
  return /^[\p{N}_/-]+$/u.test(plain) ? `_${plain}` : plain
}

/** Most are, as they stand. */
const isOne = /^[a-z]+$/

/** The tags of several entries, each once, and none empty. */
export function obsidianTags(...lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...more] = lists
  if (more.length === 0 && first.every((tag, at) => isOne.test(tag) && first.indexOf(tag) === at))
    return first
  return joined(tagKey, ...lists.map(tags => tags.map(obsidianTag))).filter(Boolean)
}

/** A tag of ours out of such a one. */
export const fromObsidianTag = (tag: string): string => tag.replace(/^_(?=[\p{N}_/-]+$)/u, '')
