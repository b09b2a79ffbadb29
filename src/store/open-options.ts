import type { Beside } from './beside.ts'
import type { Host } from './lock.ts'
import type { OnPaper } from './paper.ts'

export interface OpenOptions extends OnPaper {
  /** The data folder. Nothing is created in it before the first write. */
  readonly folder: string
  readonly host: Host
  now(): Date
  newId(): string
  /** What lies beside the journal, for copies of it. */
  beside?(): Promise<Beside>
  /** Told once each: a file edited by hand, a change that could not be folded yet. */
  onNotice(text: string): void
}
