import type { Writing } from './record.ts'
import { nextRevision } from './record.ts'
import type { PlanPart } from './setting.ts'
import { lineBreaks } from './words.ts'

/**
 * A part of the plan with these words. Its id is the same wherever it is first written, so that a part
 * that is written in two windows is one, with the words of both.
 *
 * @param parts those there are
 * @param base the revisions its words began from, where they were seen; what came meanwhile stays beside them
 */
export function planPart(
  part: string,
  text: string,
  parts: readonly PlanPart[],
  base: readonly string[] | undefined,
  stamp: Writing,
): PlanPart {
  const known = parts.find(it => it.part === part)
  const words = lineBreaks(text).trim()
  if (known) {
    const next = nextRevision(known, { text: words }, stamp)
    return base ? { ...next, supersedes: base } : next
  }
  return {
    id: `plan-${part}`,
    revision: stamp.newId(),
    supersedes: base ?? [],
    writtenAt: stamp.now.toISOString(),
    kind: 'plan',
    part,
    text: words,
  }
}

/** The lines of a part of the plan; none where it is empty. */
export const linesOfPart = (plan: readonly PlanPart[], id: string): string[] =>
  plan
    .filter(({ part }) => part === id)
    .flatMap(({ text }) => text.split('\n'))
    .map(line => line.trim())
    .filter(line => line !== '')
