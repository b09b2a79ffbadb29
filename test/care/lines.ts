import { readFileSync } from 'node:fs'

/** Lines of one kind. */
export interface Kind {
  readonly name: string
  /** The card the lines call for: `either` where it was not noted; undefined where they call for none. */
  readonly card: 'self-harm' | 'violence' | 'both' | 'either' | undefined
  readonly lines: readonly string[]
}

/**
 * All sets of lines. The blind ones were counted once before they mended anything, the unseen ones once, and
 * nothing is learned from those: see `docs/care.md`.
 */
export const sets = [
  'develop',
  'held-out',
  'fresh',
  'earlier',
  'practice',
  'blind-1',
  'blind-2',
  'blind-3',
  'blind-4',
  'unseen',
  'unseen-2',
  'unseen-3',
  'unseen-4',
  'unseen-5',
] as const
export type SetName = (typeof sets)[number]

/** The lines of a set, by kind: `## calls | KIND | CARD` or `## innocent | KIND`, then a line each. */
export function kindsOf(set: SetName): Kind[] {
  const text = readFileSync(`test/care/lines/${set}.txt`, 'utf8')
  return text
    .split(/^## /m)
    .slice(1)
    .map(block => {
      const [head = '', ...lines] = block.trim().split('\n')
      const [calls, name = '', card] = head.split(' | ')
      return {
        name,
        card: calls === 'calls' ? (card as Kind['card']) : undefined,
        lines: lines.filter(line => line !== ''),
      }
    })
}
