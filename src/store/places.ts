import { join, sep } from 'node:path'
import { isMonth } from './shelf.ts'

/** Where things lie in the data folder. */
export interface Places {
  readonly folder: string
  readonly manifest: string
  readonly howTo: string
  readonly lock: string
  /**
   * The drop-box: its text files become entries. It lies beside the generations, because others write
   * into it, who know of no paper.
   */
  readonly inbox: string
  /** There from the moment on at which erasing everything was decided, until all is gone. */
  readonly erasing: string
  /** Parts with a lock of their own: each is a whole journal in a folder of its name, and always sealed. */
  readonly parts: string
}

export const placesIn = (folder: string): Places => ({
  folder,
  manifest: join(folder, 'journal.json'),
  howTo: join(folder, 'HOW-TO-OPEN-WITHOUT-HEARTEN.txt'),
  lock: join(folder, 'lock'),
  inbox: join(folder, 'inbox'),
  erasing: join(folder, 'journal.json.erasing'),
  parts: join(folder, 'parts'),
})

/** Where things lie in a generation, or in a backup of one, which is laid out alike. */
export interface Generation {
  readonly folder: string
  readonly months: string
  readonly pending: string
  /** Second copies of changes that no copy of their months holds yet. A backup has none. */
  readonly recent: string
  readonly drafts: string
  readonly backups: string
  /** For what can be made again. Nothing in it decides what is seen. */
  readonly cache: string
}

export function generationIn(folder: string): Generation {
  const whole = join(folder, sep)
  return {
    folder,
    months: `${whole}months`,
    pending: `${whole}pending`,
    recent: `${whole}recent`,
    drafts: `${whole}drafts`,
    backups: `${whole}backups`,
    cache: `${whole}cache`,
  }
}

/** Which things are being erased: there from the decision on, until every copy is gone. */
export const erasingIn = ({ folder }: Generation): string => join(folder, 'erasing.json')

// Put together by hand: it is asked for each month at each start, and to normalise it takes as long as to look at it.
export const shelfPath = ({ folder, months }: Generation, name: string): string =>
  `${isMonth(name) ? months : folder}${sep}${name}.json`

/** The month a file name stands for; undefined for files that are not ours. */
export function monthNamed(file: string): string | undefined {
  const name = file.endsWith('.json') ? file.slice(0, -5) : ''
  return isMonth(name) ? name : undefined
}

/**
 * Copies of our files that sync tools make when two machines wrote at once: the name, or the name and
 * its ending, with something behind it. `2026-11 (Ana's conflicted copy 2026-11-22).json`,
 * `2026-11(1).json`,
 * `2026-11.sync-conflict-20261122-….json`, `2026-11_conflict-….json`, `2026-11-HOST.json`,
 * `2026-11.json~HEAD`, `2026-11.json.conflict1`, and the same of the first page and the help numbers.
 */
export const isConflictCopy = (name: string): boolean =>
  copied.test(name) && !own.test(name) && !isTakenIn(name)

/** A conflict copy whose words are in the journal by now. */
export const isTakenIn = (name: string): boolean => /\.merged-\d{8}T\d{6}$/.test(name)

const stem = String.raw`(\d{4}-\d{2}|people|settings|journal|help|\d{1,16}-[0-9a-z]+)`
const copied = new RegExp(String.raw`^(Copy of )?${stem}([ (._~+]|-(?!\d))(.*\.)?json`)
const own = new RegExp(String.raw`^${stem}\.json(\.bak|\.damaged-.*|\.erasing|\.lock(\..*)?)?$`)

/** Temporary files are named so, after the file each is to become, and so are those that a kill left behind. */
export const temporaryName = /^\.(.+)\.[0-9a-f]{12}\.tmp$/

/** A file of the inbox that is in the journal, and is about to go: `.taken.0123456789ab.NAME`. */
export const takenName = /^\.taken\.[0-9a-f]{12}\.(.+)$/s

/** How old a temporary file must be, in milliseconds, before it counts as left behind. */
export const strayAfter = 10 * 60_000

/** Where the generation before a file is kept. */
export const previousOf = (path: string): string => `${path}.bak`

/** Files, by the names of their shelves, each with what tells it from every other. */
export type Stamps = Readonly<Record<string, string>>

/** Set by the build: changes with any of the code. */
declare const HEARTEN_BUILD: string | undefined

/**
 * What tells our code from every other. What other code left in `cache/` counts no more: it may go by other rules, such
 * as whose pages may be quoted.
 */
export const build = typeof HEARTEN_BUILD === 'string' ? HEARTEN_BUILD : 'development'
