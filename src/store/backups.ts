import { basename, dirname, join } from 'node:path'
import { shelfOf } from '../journal/change.ts'
import type { Held } from './backup-contents.ts'
import { goodBytes, writeContents } from './backup-contents.ts'
import { backupsIn, dayHere, isBackedUp, two } from './backup-names.ts'
import { quietly } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import type { Manifest } from './manifest.ts'
import { readManifest } from './manifest.ts'
import { oursIn, shelfFiles } from './ours.ts'
import type { Folders, Paper } from './paper.ts'
import { plainPaper } from './paper.ts'
import { pendingFiles } from './pending.ts'
import { generationIn, placesIn, shelfPath } from './places.ts'
import { unlike } from './unlike.ts'

const partialName = /^\.partial-[0-9a-f]{12}$/

const daysKept = 7
const monthsKept = 3
/** Of one day: the first, and this many of the newest. */
const perDay = 5

/** Makes the backup of the day at the day's first write. Only under the lock; a failure is said and costs nothing else. */
export async function backUpDaily(place: Workplace): Promise<void> {
  try {
    if (isBackedUp(place.paper, place.generation, place.now())) return
    if (shelfFiles(place.paper, place.generation).length === 0) return
    const { lacks } = await snapshot(place)
    if (lacks.length > 0)
      place.onNotice(`Today's backup lacks ${lacks.join(', ')}. Run \`hearten doctor\`.`)
  } catch (error) {
    place.onNotice(
      `Today's backup could not be made: ${error instanceof Error ? error.message : error}. Nothing else is wrong, and it will be tried again.`,
    )
  }
}

/** A backup that was just made. */
export interface Snapshot {
  readonly name: string
  /** Files that could not be taken as they are, or that were there before and are not, by their paths in the generation. */
  readonly lacks: readonly string[]
}

/**
 * Copies everything that is kept, verified, into a folder that appears whole or not at all. What is
 * the same as in the backup before is a hard link to it, so a backup costs what changed; what it links
 * is read too. Only under the lock.
 *
 * @param how `thorough`: what looks the same is read on both sides. On the day's first write, where
 *   somebody waits, the copy alone is.
 *
 * What is damaged or gone is not taken: the good copy of it in the backup before is carried on.
 */
export async function snapshot(place: Workplace, how?: 'thorough'): Promise<Snapshot> {
  const { paper, generation } = place
  const { backups } = generation
  paper.makeFolder(backups)
  removePartials(paper, backups)
  const known = backupsIn(paper, generation)
  const last = known.at(-1)
  const before = last === undefined ? undefined : generationIn(join(backups, last))
  const partial = generationIn(join(backups, `.partial-${unlike(6)}`))
  const waiting = pendingFiles(paper, generation.pending)
    .map(name => `pending/${name}`)
    .filter(file => paper.about(join(generation.folder, file))?.isFile())
  const shelves = [...shelfFiles(paper, generation), ...(before ? shelfFiles(paper, before) : [])]
  for (const folder of [partial.folder, partial.months, partial.pending]) paper.makeFolder(folder)
  const files: Held[] = []
  for (const file of new Set([...waiting, ...shelves])) {
    const state = await copyVerified(paper, file, {
      from: generation.folder,
      to: partial.folder,
      before: before?.folder,
      how,
    })
    if (state !== 'vanished') files.push({ file, ...(state && { state }) })
  }
  const manifest = manifestOf(place)
  const beside = await place.beside?.()
  await writeContents(paper, partial, {
    files,
    ...(manifest && { manifest }),
    ...(beside && { beside }),
  })
  for (const folder of [partial.months, partial.pending, partial.folder]) paper.sync(folder)
  const name = freeName(place.now(), paper.names(backups))
  paper.move(partial.folder, join(backups, name))
  paper.sync(backups)
  for (const old of tooOld([...known, name].sort(), dayHere(place.now())))
    if (old !== name) await letGo(place, join(backups, old))
  return { name, lacks: files.filter(({ state }) => state).map(({ file }) => file) }
}

function manifestOf({ disk, generation }: Workplace): Manifest | undefined {
  try {
    return readManifest(plainPaper(disk), placesIn(dirname(generation.folder)))
  } catch {
    return undefined
  }
}

interface Copying {
  readonly from: string
  readonly to: string
  /** The backup before this one. */
  readonly before: string | undefined
  readonly how: 'thorough' | undefined
}

/** Takes one file, and says what it could not do. Only what can be read back, and is good, counts as taken. */
async function copyVerified(
  paper: Paper,
  file: string,
  { from, to, before, how }: Copying,
): Promise<Held['state'] | 'vanished'> {
  const [source, target] = [join(from, file), join(to, file)]
  const previous = before && join(before, file)
  const isSame =
    previous !== undefined && areAlike(paper.fingerprint(source), paper.fingerprint(previous))
  const copy = isSame ? await goodBytes(paper, file, previous) : undefined
  if (isSame && copy && how === undefined) {
    paper.link(previous, target)
    return undefined
  }
  const good = await goodBytes(paper, file, source)
  // A change that was filed meanwhile is on its shelf.
  if (good === undefined && file.startsWith('pending/') && !paper.about(source)) return 'vanished'
  if (isSame && copy && good?.equals(copy)) {
    paper.link(previous, target)
    return undefined
  }
  if (good && (await paper.copy(source, target))?.equals(good)) return undefined
  paper.remove(target)
  if (previous === undefined || !(await goodBytes(paper, file, previous))) return 'not'
  paper.link(previous, target)
  return 'earlier'
}

/** Whether two fingerprints are there and the same. */
const areAlike = (a: string | undefined, b: string | undefined) => a !== undefined && a === b

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

/** Removes a backup that is too old, unless it holds a record that is nowhere else. */
async function letGo(place: Workplace, folder: string): Promise<void> {
  // What cannot be read now may be read another day.
  if (await holdsSomethingOfItsOwn(place, folder).catch(() => true)) return
  removeBackup(place.paper, folder)
}

/** What shares its bytes with another backup, or with the journal, stays there; the rest is read. */
async function holdsSomethingOfItsOwn(
  { paper, generation }: Workplace,
  folder: string,
): Promise<boolean> {
  // Loaded here, so that a day's first write without anything to remove does without.
  const { salvage } = await import('./salvage.ts')
  for (const path of oursIn(paper, folder)) {
    if (paper.about(path)?.nlink !== 1 || basename(path) === 'contents.json') continue
    const { records } = salvage((await paper.read(path)) ?? Buffer.alloc(0))
    for (const shelf of new Set(records.map(shelfOf))) {
      const there = (await paper.read(shelfPath(generation, shelf))) ?? Buffer.alloc(0)
      const own = records.filter(record => shelfOf(record) === shelf)
      if (own.some(({ revision }) => !there.includes(`"revision":"${revision}"`))) return true
    }
  }
  return false
}

/** Removes what a backup is made of. Anything else in it stays, and its folder with it. */
function removeBackup(paper: Folders, folder: string): void {
  const { pending, months } = generationIn(folder)
  for (const path of oursIn(paper, folder)) paper.remove(path)
  for (const inner of [pending, months, folder]) quietly(() => paper.removeFolder(inner))
  paper.sync(dirname(folder))
}
