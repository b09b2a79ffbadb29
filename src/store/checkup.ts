import { reasonOf } from './file-errors.ts'
import type { Host } from './lock.ts'
import type { OnPaper } from './paper.ts'

/** Something the doctor saw. */
export interface Finding {
  readonly what:
    | 'damaged'
    | 'edited'
    | 'misfiled'
    | 'newer'
    | 'manifest'
    | 'waiting'
    | 'stray'
    | 'conflict'
    | 'mode'
    | 'owner'
    | 'lock'
    | 'draft'
    | 'backup'
    | 'missing'
    | 'unseen'
    | 'preferences'
    | 'inbox'
    | 'part'
  /** The file or folder it is about. */
  readonly file: string
  /** What is the matter, a sentence. */
  readonly words: string
  /** Whether `mend` can do something about it. */
  readonly mendable: boolean
  /** What mending would do, or what the person can do. */
  readonly how: string
  /** Good to know, but nothing is wrong. */
  readonly fine?: true
  /** Of a lock: which one it was that was seen. */
  readonly holder?: string
  /** To be asked and answered with yes before this one is given to `mend`. */
  readonly ask?: string
}

/** What a check-up takes, of `examine` and of `mend`. */
export interface Checkup extends OnPaper {
  readonly folder: string
  readonly host: Host
  now(): Date
  newId(): string
}

export const tooNew = 'It was written by a newer hearten than this one.'
export const update = 'Install the newest version.'

export const wordsOf = (error: unknown): string =>
  reasonOf(error) ?? (error instanceof Error ? error.message : String(error))
