import type { Awaitable } from './awaitable.ts'
import type { Owner } from './lock.ts'

/**
 * Unfinished writing, one file a session.
 *
 * On plain paper `save`, `sync` and `remove` are done when they return, without a promise, since an
 * asynchronous save does not finish on a signal. On paper that takes its time they are done one after
 * the other, in the order they were called, and `sync` waits for the last.
 */
export interface Drafts {
  /** Unfinished drafts, newest first; one that another process is writing right now is not among them. */
  list(): Promise<DraftInfo[]>
  /**
   * The content as it was saved last, any JSON value; undefined when there is none. Of a page that is
   * damaged `{ kind: 'recovered', text }`, with the words that can be made out.
   */
  load(id: string): Promise<unknown>
  /** Saves at once (temporary file, 0600, rename); synced to the disk at least every second, and in two files at pauses. */
  save(id: string, content: unknown): Awaitable<void>
  /** Makes sure what was saved is on the disk. */
  sync(): Awaitable<void>
  /**
   * Makes an unfinished page this process's own, so that nobody else picks it up too.
   * @returns its content as it is now; undefined when it is gone, or another process writes it
   */
  take(id: string): Promise<unknown>
  /** Called only after the entry is safely saved, or let go by the person. */
  remove(id: string): Awaitable<void>
}

export interface DraftInfo {
  readonly id: string
  /** When it was saved last. */
  readonly savedAt: Date
  /** Who wrote it last. */
  readonly owner?: Owner
}
