/** Unfinished writing, one file a session. Every save is synchronous: an asynchronous one does not finish on a signal. */
export interface Drafts {
  /** Unfinished drafts, newest first; one that another process is writing right now is not among them. */
  list(): DraftInfo[]
  /** The content as it was saved last, any JSON value; undefined when there is none. */
  load(id: string): unknown
  /** Saves at once (temporary file, 0600, rename); synced to the disk at pauses and at least every second. */
  save(id: string, content: unknown): void
  /** Makes sure what was saved is on the disk. */
  sync(): void
  /** Called only after the entry is safely saved, or let go by the person. */
  remove(id: string): void
}

export interface DraftInfo {
  readonly id: string
  /** When it was saved last. */
  readonly savedAt: Date
}
