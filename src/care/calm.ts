import { careFor } from './care.ts'
import { mayCall } from './triggers.ts'

/**
 * Texts that call for nobody: which an earlier look by the same rules found to be so, and which this one did. To look
 * takes long, and the pages that a review quotes are mostly those it quoted before. A text is named by a number
 * that is made of its letters. What does call for somebody is noted nowhere.
 */
export interface Calm {
  readonly before: ReadonlySet<string>
  readonly now: Set<string>
}

export const newCalm = (before: ReadonlySet<string> = new Set()): Calm => ({
  before,
  now: new Set(),
})

/** Whether {@link careFor} finds nothing in some texts. */
export function areCalm(texts: readonly string[], { before, now }: Calm): boolean {
  if (!texts.some(mayCall)) return true
  const name = nameOf(texts.join('\0'))
  if (!before.has(name) && careFor(texts)) return false
  now.add(name)
  return true
}

/** Two numbers, as one of 32 bits may be that of some other page. FNV-1a, and the same from the other end. */
function nameOf(text: string): string {
  let [one, other] = [offset, offset]
  for (let at = 0, end = text.length - 1; at <= end; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), prime)
    other = Math.imul(other ^ text.charCodeAt(end - at), prime)
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}.${text.length.toString(36)}`
}

const [offset, prime] = [0x811c9dc5, 0x01000193]
