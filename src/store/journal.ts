import type { Change, JournalRecord } from '../journal/change.ts'
import type { Entry } from '../journal/entry.ts'
import type { MonthsAtHand } from '../journal/months-at-hand.ts'
import type { Person } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import type { Restoring } from '../journal/restoring.ts'
import type { JournalSetting, Mute, OwnPrompt, SettingOf } from '../journal/setting.ts'
import type { Beside } from './beside.ts'
import type { MonthSum } from './cache/sums.ts'
import type { Drafts } from './drafts.ts'
import type { NextGeneration } from './next-generation.ts'
import type { MonthByMonth } from './one-moment.ts'

/** What those who find answers out need not find out again, whatever is asked: names of things, and that they are so. */
export interface Notes {
  /** What was noted with earlier answers, by the same code. */
  before(): Promise<ReadonlySet<string>>
  /** Notes it with this answer, if that is kept. */
  add(names: Iterable<string>): void
}

/**
 * The journal on disk. What is behind it (months over lowdb, the durable adapter, the lock, changes
 * waiting to be folded, backups) is the store's own business.
 *
 * Every method may throw a `JournalError` (exit 3) that names the file and what helps.
 */
export interface Journal {
  /** The data folder. */
  readonly folder: string
  /** The folder in it whose text files become entries; it need not be there. */
  readonly inbox: string
  /** Chosen once when the journal was made: choosing prompts is deterministic given it. */
  readonly seed: string
  /** Whether reading would ask for a passphrase first, or has asked in vain. Writing never does. */
  readonly locked: boolean
  /** Of an encrypted journal: what it is sealed to, and the folder its keys lie in. */
  readonly sealed: { readonly recipient: string; readonly folder: string } | undefined
  /** Asks for the passphrase, where one is needed and nobody was asked yet. @throws LockedError when it was not to be had */
  unlock(): Promise<void>
  /** From now on nobody is asked: where it is locked by now, reading fails. */
  leaveLocked(): Promise<void>
  /** Changes the keys of an encrypted journal, with nobody else at work on it. @param work gets the folder they lie in */
  atKeys<T>(work: (folder: string) => T): Promise<T>
  /** The entries a query means, oldest first; with `limit`, the newest so many, reading only the months needed. */
  entries(query: Query): Promise<Entry[]>
  /**
   * What is found in the entries a query means. For who needs of many months some sums, or of many entries a few
   * words: these alone are read. So `find` may be asked several times, and must be a function of what it looks
   * at alone; entries are for looking at, not for keeping or writing down whole.
   * @param sum what every month comes to: it is made once and remembered
   */
  findings<T, S extends object = never>(
    query: Omit<Query, 'limit' | 'words'>,
    find: (months: MonthsAtHand<S>) => T,
    sum?: MonthSum<S>,
  ): Promise<T>
  /**
   * An answer that is plain data. It is kept, and given again as long as no file of the journal has changed.
   * @param asked all that it rests on beside the journal: plain data, too. Undefined: it is not kept
   * @param work finds it out, from this journal; called only when it has to be
   * @param before where given, a month, `YYYY-MM`: it rests on no entry of this month or a later one, and on all
   * entries of those before, as they are or as they are remembered; where not all of them were looked at, it is null
   */
  answer<T>(asked: unknown, work: (notes: Notes) => Promise<T>, before?: string): Promise<T>
  /**
   * The same for who takes all of it along, however much that is: the journal of one moment, a month after the other.
   * @param onMonth called whenever one was read
   */
  monthByMonth<T>(work: (journal: MonthByMonth) => Promise<T>, onMonth?: () => void): Promise<T>
  /** The entry whose id begins or ends so; refuses an ambiguous one. Sealed letters and deleted entries are found too. */
  entry(idPart: string): Promise<Entry | undefined>
  /** Every revision of an entry, oldest first, the current one last. */
  history(id: string): Promise<Entry[]>
  /** What was deleted and not erased, newest deletion first: the last words of each. */
  trash(): Promise<Entry[]>
  people(): Promise<Person[]>
  mutes(): Promise<Mute[]>
  ownPrompts(): Promise<OwnPrompt[]>
  /** The settings of a kind, oldest first. */
  settings<K extends JournalSetting['kind']>(kind: K): Promise<SettingOf<K>[]>
  /**
   * Keeps a change. When this resolves the change is on disk and synced; folding it into its months
   * happens at once when possible and later otherwise, which no reader notices.
   */
  commit(label: string, records: readonly JournalRecord[]): Promise<Change>
  /** Takes back the last change not yet taken back; undefined when there is none. */
  undo(): Promise<Change | undefined>
  /** Brings back what `undo` took back last; undefined when there is nothing. */
  redo(): Promise<Change | undefined>
  /** Removes every copy of these entries that hearten made, history and backups included. */
  erase(ids: readonly string[]): Promise<void>
  /** The ids of entries whose erasing was decided, and broke off. The next command that writes goes on with it. */
  erasing(): Promise<string[]>
  /**
   * Removes the whole journal: every file that hearten made in the data folder, `help.json` included.
   * @returns folders that stay because something else is in them
   */
  eraseAll(): Promise<string[]>
  /** Everything at once, for imports and backups: current records, history, all shelves, unfolded changes folded in. */
  everything(): Promise<Everything>
  /** Makes a verified backup inside the data folder now, and gives its name; undefined when there is nothing to keep. */
  snapshot(): Promise<string | undefined>
  /** The names of those backups, oldest first: `2026-11-22`, or `2026-11-22T213005` for a second one of a day. */
  backups(): Promise<string[]>
  /** What of the journal a backup does not hold as it was, by paths like `months/2026-11.json`. */
  lacking(name: string): Promise<string[]>
  /** What can be read of a backup, what it lacks, and what lay beside the journal then. */
  backup(name: string): Promise<Everything & Lacking & { readonly beside?: Beside }>
  /** Copies of the journal's files that a sync tool made, and that nobody took in yet. Reads no file. */
  conflictCopies(): Promise<string[]>
  /** What `restore` would do. What `target` merely lacks stays. */
  planRestore(target: Everything & Lacking): Promise<Restoring>
  /**
   * Brings the journal to the state of `target`, after a snapshot. It is a change like any other:
   * `undo` takes it back. Undefined when the journal is in that state already.
   */
  restore(label: string, target: Everything & Lacking): Promise<Change | undefined>
  /**
   * Brings everything into the next generation, on another paper: encrypts it, or takes that back.
   * @returns folders of the old one that stay because something else is in them
   */
  switchTo(next: NextGeneration): Promise<string[]>
  readonly drafts: Drafts
}

/** What something should hold and does not. */
export interface Lacking {
  /** Paths of files, like `months/2026-11.json`. */
  readonly lacks?: readonly string[]
}

/** The whole journal in memory; arrays sorted so that equal journals give equal bytes. */
export interface Everything {
  readonly entries: readonly Entry[]
  readonly people: readonly Person[]
  readonly settings: readonly JournalSetting[]
  /** Superseded and deleted revisions of all kinds. */
  readonly history: readonly JournalRecord[]
}
