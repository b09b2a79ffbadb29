import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { ifThere, makeFolder, namesIn, reading, removeFile } from './disk.ts'
import { linkOrCopy, quietly, syncFolder, writeTemporary } from './durable.ts'
import type { Workplace } from './keeper.ts'
import { sealIn, sealLength } from './lines.ts'
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
export const backupsIn = (disk: Disk, { backups }: Generation): string[] =>
  reading(backups, () => namesIn(disk, backups).filter(name => backupName.test(name)))

/** Makes the backup of the day at the day's first write. Only under the lock; a failure is said and costs nothing else. */
export async function backUpDaily(place: Workplace): Promise<void> {
  const today = dayHere(place.now())
  try {
    if (backupsIn(place.disk, place.generation).some(name => name.startsWith(today))) return
    if (shelfFiles(place.disk, place.generation).length > 0) await snapshot(place)
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
  const { disk, generation } = place
  const { backups } = generation
  makeFolder(disk, backups)
  removePartials(disk, backups)
  const known = backupsIn(disk, generation)
  const last = known.at(-1)
  const partial = join(backups, `.partial-${randomBytes(6).toString('hex')}`)
  const waiting = pendingFiles(disk, generation.pending)
    .map(name => `pending/${name}`)
    .filter(file => ifThere(() => disk.statSync(join(generation.folder, file)))?.isFile())
  for (const folder of ['', 'months', 'pending']) makeFolder(disk, join(partial, folder))
  for (const file of [...waiting, ...shelfFiles(disk, generation)]) {
    await copyVerified(disk, file, {
      from: generation.folder,
      to: partial,
      ...(last === undefined ? {} : { before: join(backups, last) }),
    })
  }
  for (const folder of ['months', 'pending', '']) syncFolder(disk, join(partial, folder))
  const name = freeName(place.now(), known)
  disk.renameSync(partial, join(backups, name))
  syncFolder(disk, backups)
  for (const old of tooOld([...known, name].sort(), dayHere(place.now())))
    if (old !== name) removeBackup(disk, join(backups, old))
  return name
}

/** Paths of the shelves there are, relative to the generation. */
export function shelfFiles(disk: Disk, { folder, months }: Generation): string[] {
  return [
    ...namesIn(disk, months)
      .filter(name => monthNamed(name) !== undefined)
      .map(name => `months/${name}`),
    ...namesIn(disk, folder).filter(name => name === 'people.json' || name === 'settings.json'),
  ]
}

interface Copying {
  readonly from: string
  readonly to: string
  /** The backup before this one. */
  readonly before?: string
}

async function copyVerified(disk: Disk, file: string, { from, to, before }: Copying) {
  const source = join(from, file)
  const target = join(to, file)
  const previous = before && join(before, file)
  const isSame = previous !== undefined && sameSeal(sealOf(disk, source), sealOf(disk, previous))
  if (isSame) return linkOrCopy(disk, previous, target)
  const bytes = ifThere(() => disk.readFileSync(source))
  if (bytes === undefined) return
  if (!(await isGood(file, bytes))) {
    if (previous !== undefined) ifThere(() => linkOrCopy(disk, previous, target))
    return
  }
  disk.renameSync(writeTemporary(disk, target, bytes, 'sync'), target)
  if (Buffer.compare(disk.readFileSync(target), bytes) !== 0) {
    throw new Error(`${target} does not hold what was just written to it`)
  }
}

async function isGood(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    if (file.startsWith('pending/')) await decodeChange(bytes)
    else await decodeShelf(file.replace(/^months\//, '').replace(/\.json$/, ''), bytes)
    return true
  } catch {
    return false
  }
}

const sameSeal = (a: string | undefined, b: string | undefined) => a !== undefined && a === b

/** The checksum at a file's end and its size, for a few bytes of reading. */
function sealOf(disk: Disk, path: string): string | undefined {
  const file = ifThere(() => disk.openSync(path, 'r'))
  if (file === undefined) return undefined
  try {
    const { size } = disk.fstatSync(file)
    const end = Buffer.alloc(sealLength)
    const read = disk.readSync(file, end, 0, sealLength, Math.max(0, size - sealLength))
    const seal = sealIn(end.subarray(0, read))
    return seal && `${seal} ${size}`
  } finally {
    disk.closeSync(file)
  }
}

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

function removePartials(disk: Disk, backups: string): void {
  for (const name of namesIn(disk, backups))
    if (partialName.test(name)) removeBackup(disk, join(backups, name))
}

/** Removes what a backup is made of. Anything else in it stays, and its folder with it. */
function removeBackup(disk: Disk, folder: string): void {
  const backup = generationIn(folder)
  const files = [
    ...pendingFiles(disk, backup.pending).map(name => `pending/${name}`),
    ...shelfFiles(disk, backup),
  ]
  for (const file of files) removeFile(disk, join(folder, file))
  for (const inner of [backup.pending, backup.months, folder])
    quietly(() => ifThere(() => disk.rmdirSync(inner)))
  syncFolder(disk, dirname(folder))
}
