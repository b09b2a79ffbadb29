import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { ifThere, quietly, reading } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import { Damage, TooNew } from './lines.ts'
import type { Folders, Paper } from './paper.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { generationIn, monthNamed } from './places.ts'
import { decodeShelf } from './shelf-file.ts'

/** `2026-11-22`, and for those made before something larger `2026-11-22T213005`. */
const backupName = /^\d{4}-\d{2}-\d{2}(T\d{6})?$/
const partialName = /^\.partial-[0-9a-f]{12}$/

const daysKept = 7
const monthsKept = 3
/** Of one day: the first, and this many of the newest. */
const perDay = 5

/** Names of the backups, oldest first. Each is a folder laid out like a generation. */
export const backupsIn = (paper: Folders, { backups }: Generation): string[] =>
  reading(backups, () => paper.names(backups).filter(name => backupName.test(name)))

/** Makes the backup of the day at the day's first write. Only under the lock; a failure is said and costs nothing else. */
export async function backUpDaily(place: Workplace): Promise<void> {
  const today = dayHere(place.now())
  try {
    if (backupsIn(place.paper, place.generation).some(name => name.startsWith(today))) return
    if (shelfFiles(place.paper, place.generation).length > 0) await snapshot(place)
  } catch (error) {
    place.onNotice(
      `Today's backup could not be made: ${error instanceof Error ? error.message : error}. Nothing else is wrong, and it will be tried again.`,
    )
  }
}

/**
 * Copies everything that is kept, verified, into a folder that appears whole or not at all. What is
 * the same as in the backup before is a hard link to it, so a backup costs what changed. Only under
 * the lock.
 *
 * A damaged file is not taken: the copy of it in the backup before, which was good, is carried on.
 *
 * @returns the name of the backup
 */
export async function snapshot(place: Workplace): Promise<string> {
  const { paper, generation } = place
  const { backups } = generation
  paper.makeFolder(backups)
  removePartials(paper, backups)
  const known = backupsIn(paper, generation)
  const last = known.at(-1)
  const partial = join(backups, `.partial-${randomBytes(6).toString('hex')}`)
  const waiting = pendingFiles(paper, generation.pending)
    .map(name => `pending/${name}`)
    .filter(file => paper.about(join(generation.folder, file))?.isFile())
  for (const folder of ['', 'months', 'pending']) paper.makeFolder(join(partial, folder))
  for (const file of [...waiting, ...shelfFiles(paper, generation)]) {
    await copyVerified(paper, file, {
      from: generation.folder,
      to: partial,
      ...(last === undefined ? {} : { before: join(backups, last) }),
    })
  }
  for (const folder of ['months', 'pending', '']) paper.sync(join(partial, folder))
  const name = freeName(place.now(), known)
  paper.move(partial, join(backups, name))
  paper.sync(backups)
  for (const old of tooOld([...known, name].sort(), dayHere(place.now())))
    if (old !== name) removeBackup(paper, join(backups, old))
  return name
}

/** Paths of the shelves there are, relative to the generation. */
export function shelfFiles(paper: Folders, { folder, months }: Generation): string[] {
  return [
    ...paper
      .names(months)
      .filter(name => monthNamed(name) !== undefined)
      .map(name => `months/${name}`),
    ...paper.names(folder).filter(name => name === 'people.json' || name === 'settings.json'),
  ]
}

interface Copying {
  readonly from: string
  readonly to: string
  /** The backup before this one. */
  readonly before?: string
}

async function copyVerified(paper: Paper, file: string, { from, to, before }: Copying) {
  const source = join(from, file)
  const target = join(to, file)
  const previous = before && join(before, file)
  const isSame = previous !== undefined && sameSeal(paper.seal(source), paper.seal(previous))
  if (isSame) return paper.link(previous, target)
  if (await isGood(file, async () => paper.copy(source, target))) return
  paper.remove(target)
  if (previous !== undefined) ifThere(() => paper.link(previous, target))
}

/** Whether what is read is what the file should be. There being nothing is good too. */
async function isGood(file: string, read: () => Promise<Uint8Array | undefined>): Promise<boolean> {
  try {
    const bytes = await read()
    if (bytes === undefined) return true
    if (file.startsWith('pending/')) await decodeChange(bytes)
    else await decodeShelf(file.replace(/^months\//, '').replace(/\.json$/, ''), bytes)
    return true
  } catch (error) {
    if (error instanceof Damage || error instanceof TooNew) return false
    throw error
  }
}

const sameSeal = (a: string | undefined, b: string | undefined) => a !== undefined && a === b

function freeName(now: Date, known: readonly string[]): string {
  const day = dayHere(now)
  if (!known.includes(day)) return day
  for (let time = now.getTime(); ; time += 1000) {
    const at = new Date(time)
    const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('')
    const name = `${dayHere(at)}T${clock}`
    if (!known.includes(name)) return name
  }
}

/** The day on this machine's calendar: what a person looks for among the folders. */
const dayHere = (now: Date): string =>
  `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * Which backups may go: kept are the newest 7 days and the first of each of the newest 3 months.
 * Days that are still to come (the clock was wrong once) count apart, so they push nothing out.
 */
export function tooOld(names: readonly string[], today: string): string[] {
  const days = [...new Set(names.map(name => name.slice(0, 10)))]
  const past = days.filter(day => day <= today)
  const months = [...new Set(past.map(day => day.slice(0, 7)))].slice(-monthsKept)
  const kept = new Set([
    ...past.slice(-daysKept),
    ...days.filter(day => day > today).slice(-daysKept),
    ...months.map(month => past.find(day => day.startsWith(month))),
  ])
  return names.filter(name => {
    const day = name.slice(0, 10)
    if (!kept.has(day)) return true
    const ofDay = names.filter(other => other.startsWith(day))
    return !(ofDay[0] === name || ofDay.slice(-perDay).includes(name))
  })
}

function removePartials(paper: Folders, backups: string): void {
  for (const name of paper.names(backups))
    if (partialName.test(name)) removeBackup(paper, join(backups, name))
}

/** Removes what a backup is made of. Anything else in it stays, and its folder with it. */
function removeBackup(paper: Folders, folder: string): void {
  const backup = generationIn(folder)
  const files = [
    ...pendingFiles(paper, backup.pending).map(name => `pending/${name}`),
    ...shelfFiles(paper, backup),
  ]
  for (const file of files) paper.remove(join(folder, file))
  for (const inner of [backup.pending, backup.months, folder])
    quietly(() => paper.removeFolder(inner))
  paper.sync(dirname(folder))
}
