import { decodeLines, encodeLines } from './lines.ts'
import type { Owner } from './lock.ts'

/** An unfinished page as it lies in a file. */
export interface DraftPage {
  /** Grows with every save, so that of two files the later is known whatever the clock did. */
  readonly save: number
  /** ISO 8601 in UTC. */
  readonly savedAt: string
  /** Who is writing it: a page that is being written elsewhere right now is not unfinished. */
  readonly owner?: Owner
  readonly content: unknown
}

export const encodePage = (page: DraftPage): Buffer => encodeLines({ ...page }, {})

/** The page in a file's bytes; undefined when they are not what was written. Without a checksum in 0.1.0. */
export function pageIn(bytes: Buffer): DraftPage | undefined {
  try {
    const { document, intact } = decodeLines(bytes)
    const isOld = bytes.indexOf('\n') === bytes.length - 1 && !('checksum' in document)
    const { save, savedAt } = document
    const isPage = typeof save === 'number' && !Number.isNaN(Date.parse(String(savedAt)))
    return isPage && (intact || isOld) ? (document as unknown as DraftPage) : undefined
  } catch {
    return undefined
  }
}

/** What holds words of the person's in a page, also a single one. */
const wordKeys = new Set(['text', 'deeper', 'insight', 'helped', 'obstacle', 'step', 'person'])

/**
 * The words that can be made out in a page that cannot be trusted: whatever stands between two quotes
 * and has blanks in it, and what stands under a key that holds words. It does not matter which quote opens
 * and which closes, as one of them may be what is damaged.
 */
export function readableIn(bytes: Uint8Array): string {
  const pieces = new TextDecoder().decode(bytes).split(/(?<=(?<!\\)(?:\\\\)*)"/)
  const found = pieces.filter((piece, at) => {
    const isUnderKey = wordKeys.has(pieces[at - 2] ?? '') && pieces[at - 1] === ':'
    return /\s|\\n/.test(piece.trim()) || isUnderKey
  })
  return [...new Set(found.map(unescaped))].filter(text => text.trim() !== '').join('\n\n')
}

function unescaped(piece: string): string {
  try {
    return JSON.parse(`"${piece}"`)
  } catch {
    return piece.replaceAll('\\n', '\n').replaceAll('\\"', '"')
  }
}
