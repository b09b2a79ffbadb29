import { join } from 'node:path'
import type { Folders } from './paper.ts'
import { pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'

/**
 * Lets every change that was kept wait once more, so that folding brings back what its shelves lack of
 * it. Only under the lock.
 */
export function waitAgain(paper: Folders, { pending, recent }: Generation): void {
  const waiting = new Set(pendingFiles(paper, pending))
  for (const file of pendingFiles(paper, recent)) {
    if (waiting.has(file)) continue
    paper.makeFolder(pending)
    paper.move(join(recent, file), join(pending, file))
  }
}
