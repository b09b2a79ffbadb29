import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import type { Owner } from '../store/lock.ts'
import type { World } from './world.ts'

/** An unfinished page without its words: the id of its draft, and what else stands in that. */
export interface PageAbout {
  readonly id: string
  readonly content: object
}

/** What lies beside a page that is open in an editor, for a hearten that finds it later. */
export interface EditingNote {
  /** The data folder of the journal it belongs to. */
  readonly journal: string
  /** The hearten that opened it. */
  readonly owner: Owner
  readonly editor?: Owner
  /** The words as the editor got them. */
  readonly opened: string
  readonly page: PageAbout
  /** Its editor ended at once and may have left a window open. */
  readonly open?: true
}

/** A folder in which a page is, or was, open in an editor. */
export interface Editing {
  readonly folder: string
  /** The page itself. */
  readonly file: string
  readonly note: EditingNote
}

const nameFor = ({ host }: World): string => `hearten-editing-${host.uid ?? 'me'}-`
const pageIn = (folder: string): string => join(folder, 'page.md')
const noteIn = (folder: string): string => join(folder, 'about.json')

/** Memory first: what is never written to a disk cannot be found on it later. */
const inMemory = ({ env, host }: World): string[] =>
  [env.XDG_RUNTIME_DIR, `/run/user/${host.uid}`, '/dev/shm'].flatMap(place => place || [])

/** tmpfs and ramfs, as Linux numbers kinds of file systems. */
const memoryKinds = [0x01021994, 0x858458f6]

/** Whether what lies in a folder is certainly in no file of a disk. Only Linux says so. */
export function isInMemory({ platform }: Pick<World, 'platform'>, folder: string): boolean {
  try {
    return platform === 'linux' && memoryKinds.includes(statfsSync(folder).type >>> 0)
  } catch {
    return false
  }
}

/**
 * Makes a folder for a page that is going to be opened; only this person can enter it.
 * @param where `memory` takes the system at its word, `certain memory` looks. Where there is none, it is the disk
 */
export function makeEditing(
  world: World,
  note: EditingNote,
  where: 'memory' | 'certain memory' | 'disk',
): Editing {
  const isGood = (place: string) =>
    writable(place) && (where === 'memory' || isInMemory(world, place))
  const place = where === 'disk' ? undefined : inMemory(world).find(isGood)
  if (place === undefined) mkdirSync(note.journal, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(place ?? note.journal, nameFor(world)))
  // Before the page, so that no page is ever without it.
  writeNote(folder, note)
  return { folder, file: pageIn(folder), note }
}

/** Changes what lies beside a page. */
export function writeNote(folder: string, note: EditingNote): void {
  const fresh = `${noteIn(folder)}.new`
  writeFileSync(fresh, JSON.stringify(note), { mode: 0o600 })
  renameSync(fresh, noteIn(folder))
}

/** The pages of a journal that are, or were, open in an editor. What belongs to somebody else is no business of ours. */
export function editingsOf(world: World, journal: string): Editing[] {
  const places = new Set([...inMemory(world), resolve(journal)])
  // Asked for once: thousands of others' folders may lie in memory.
  const ours = nameFor(world)
  return [...places].flatMap(place =>
    namesIn(place)
      .filter(name => name.startsWith(ours))
      .flatMap(name => editingIn(join(place, name), world, resolve(journal)) ?? []),
  )
}

function editingIn(folder: string, { host }: World, journal: string): Editing | undefined {
  try {
    const about = lstatSync(folder)
    if (!about.isDirectory() || (host.uid !== undefined && about.uid !== host.uid)) return undefined
    const note = JSON.parse(readFileSync(noteIn(folder), 'utf8')) as EditingNote
    // One journal may be called by several paths.
    if (note.journal !== journal && realpathSync(note.journal) !== realpathSync(journal))
      return undefined
    return { folder, file: pageIn(folder), note }
  } catch {
    return undefined
  }
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place)
  } catch {
    return []
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}
