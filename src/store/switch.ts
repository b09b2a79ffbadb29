import { basename, dirname, join, relative } from 'node:path'
import type { Change } from '../journal/change.ts'
import { closePlan } from './close-plan.ts'
import { pageIn } from './draft-page.ts'
import { finishErasing, linkedFrom, shelvesIn } from './erase.ts'
import { cleared } from './erase-all.ts'
import { quietly, writingError } from './file-errors.ts'
import { howToOpen } from './how-to.ts'
import { howToUnseal } from './how-to-unseal.ts'
import type { Workplace } from './keeper.ts'
import { foldWaiting, whileLocked } from './keeper.ts'
import { Damage } from './lines.ts'
import { takeLock } from './lock.ts'
import type { Manifest } from './manifest.ts'
import { encodeManifest, isGeneration, readManifest } from './manifest.ts'
import type { NextGeneration } from './next-generation.ts'
import { oursIn, shelfFiles } from './ours.ts'
import type { Folders, OnPaper, Paper, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import { fileOf, pendingFiles, publishChange } from './pending.ts'
import type { Generation, Places } from './places.ts'
import { generationIn, placesIn } from './places.ts'
import { paperSealedTo, recipientHere } from './sealing.ts'
import { unreadable } from './shelf-file.ts'

// A journal goes over to another paper: everything is written into the next generation, read back and compared,
// and then the first page is replaced. Before that the journal is the one generation, after that the other; what the
// page names in `discard` is neither, and goes. So nothing is ever half of each.

/**
 * Brings a journal into its next generation.
 * @returns the paths of folders of the old one that stay because something else is in them
 * @throws UserError, JournalError when it could not be done: then it is where it was
 */
export async function switchTo(
  place: Workplace,
  plain: PlainPaper,
  next: NextGeneration,
): Promise<string[]> {
  const folder = dirname(place.generation.folder)
  const places = placesIn(folder)
  await place.paper.unlock()
  return whileLocked(place, async () => {
    const old = basename(place.generation.folder)
    const manifest = pageOf(plain, places)
    await foldWaiting(place)
    await finishErasing(place)
    const name = nextName(plain, folder)
    const made = generationIn(join(folder, name))
    const { discard: _, recipient: __, ...page } = manifest
    const after: Manifest = {
      ...page,
      generation: name,
      ...(next.recipient && { recipient: next.recipient }),
      discard: old,
    }
    try {
      write(plain, places, { ...manifest, discard: name })
      for (const inner of Object.values(made)) plain.makeFolder(inner)
      next.prepare(made.folder)
      await copyAll(place, { paper: next.paper, generation: made })
      for (const inner of foldersIn(plain, made)) plain.sync(inner)
      plain.sync(folder)
      write(plain, places, after)
    } catch (error) {
      // The page may be in its place all the same, and not durably: what it says counts.
      if (isPage(plain, places, name)) return leaveOrSay()
      quietly(() => {
        cleared(plain, made.folder)
        write(plain, places, manifest)
      })
      throw error
    }
    return leaveOrSay()

    async function leaveOrSay(): Promise<string[]> {
      try {
        return await leave(place, plain, places, after, next.paper)
      } catch (error) {
        throw writingError(
          place.generation.folder,
          error,
          `The journal is ${next.recipient ? 'encrypted' : 'plain'} now all the same. What is left of before goes with the next command.`,
        )
      }
    }
  })
}

/**
 * Takes over what came into the old generation at the last moment, and removes it; and with it, when the words are
 * sealed by now, what of them lies beside the journal.
 */
async function leave(
  { paper, generation, disk, host }: Leaving,
  plain: PlainPaper,
  places: Places,
  { discard, ...page }: Manifest,
  nextPaper: Paper,
): Promise<string[]> {
  const next = generationIn(join(places.folder, page.generation))
  plain.write(places.howTo, Buffer.from(page.recipient ? howToUnseal : howToOpen), 'synced')
  await carryLate({ paper, generation }, { paper: nextPaper, generation: next })
  const left = cleared(plain, generation.folder)
  plain.sync(places.folder)
  // The plan for hard hours is sealed with the rest, unless the person says otherwise again.
  if (discard !== undefined && paper.isPlain && page.recipient !== undefined)
    await closePlan({ folder: places.folder, host, disk })
  write(plain, places, page)
  return left
}

type Leaving = Pick<Workplace, 'paper' | 'generation' | 'disk' | 'host'>

/**
 * A generation that lies beside an encrypted journal and has something of ours in it, but no shelf: who published
 * into the one that was just removed, and was killed before the change could be carried over, made it anew.
 */
function strayBeside(plain: PlainPaper, { generation }: Workplace): string | undefined {
  const folder = dirname(generation.folder)
  return plain.names(folder).find(name => {
    if (!isGeneration(name) || name === basename(generation.folder)) return false
    const other = generationIn(join(folder, name))
    return shelfFiles(plain, other).length === 0 && oursIn(plain, other.folder).length > 0
  })
}

/**
 * Finishes a switch that was cut off, if nobody is at it: what was being made goes, and so does what was left.
 * @throws LockedError when something in what was left cannot be taken over without a passphrase
 */
export async function finishSwitch(place: Workplace, on: OnPaper): Promise<void> {
  const { plain, disk } = papersOf(on)
  const folder = dirname(place.generation.folder)
  const places = placesIn(folder)
  const lock = takeLock(disk, place.lock, place.host)
  if (!lock) return
  try {
    const manifest = pageOf(plain, places)
    const { generation } = manifest
    const discard = manifest.discard ?? strayBeside(plain, place)
    if (discard === undefined || generation !== basename(place.generation.folder)) return
    const other = generationIn(join(folder, discard))
    if (numberOf(discard) > numberOf(generation)) {
      cleared(plain, other.folder)
      const { discard: _, ...page } = manifest
      write(plain, places, page)
      return
    }
    const recipient = plain.about(other.folder) && recipientOrNone(plain, places, discard)
    const paper = await paperSealedTo(on, other.folder, recipient)
    await leave({ ...place, paper, generation: other }, plain, places, manifest, place.paper)
  } finally {
    quietly(() => lock.release())
  }
}

/** What was half removed may lack the word of what it was sealed to; then there is nothing in it to open either. */
function recipientOrNone(plain: PlainPaper, places: Places, name: string): string | undefined {
  try {
    return recipientHere(plain, places, name)
  } catch {
    return undefined
  }
}

/** Publishes a change once more where the journal is by now, and takes it away from where it was. */
export async function carryChange(change: Change, from: Workplace, to: Workplace): Promise<void> {
  await publishChange(to.paper, to.generation.pending, change)
  quietly(() => {
    from.paper.remove(join(from.generation.pending, fileOf(change)))
    // Writing may have made these folders anew.
    for (const path of [from.generation.pending, from.generation.folder])
      from.paper.removeFolder(path)
  })
}

type Side = Pick<Workplace, 'paper' | 'generation'>

async function copyAll(from: Side, to: Side): Promise<void> {
  const twins = new Map<number, string>()
  for (const path of wordsIn(from.paper, from.generation)) {
    const target = join(to.generation.folder, relative(from.generation.folder, path))
    const stat = from.paper.about(path, 'itself')
    const twin = twins.get(stat?.ino ?? 0)
    to.paper.makeFolder(dirname(target))
    if (twin !== undefined) {
      to.paper.link(twin, target)
      continue
    }
    await copyOne(from.paper, path, to.paper, target)
    if (stat && stat.nlink > 1) twins.set(stat.ino, target)
  }
}

/** Everything in a generation that holds words; what is derived is derived anew. */
function wordsIn(paper: Folders, generation: Generation): string[] {
  const linked = shelvesIn(paper, generation).filter(path =>
    paper.about(path, 'itself')?.isSymbolicLink(),
  )
  const others = linked.flatMap(path => linkedFrom(paper, path))
  return [
    ...linked,
    ...oursIn(paper, generation.folder).filter(
      path => dirname(path) !== generation.cache && !others.includes(path),
    ),
  ]
}

async function copyOne(from: Paper, path: string, to: Paper, target: string): Promise<void> {
  try {
    const bytes = await from.read(path)
    if (bytes === undefined) return
    await to.write(target, bytes, 'synced')
    // A late one, carried over without the passphrase: it was just written durably, as any change is.
    if (to.isLocked()) return
    const back = await to.read(target)
    if (back?.equals(bytes)) return
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    // What was set aside because nobody could make it out stays as it is.
    if (!basename(path).includes('.damaged-')) throw unreadable(path, error)
    from.copyAsIs(path, target)
    return
  }
  throw Object.assign(new Error(target), { code: 'EIO' })
}

/** What was written into the old generation after it was copied, by whoever had not seen the new page yet. */
async function carryLate(from: Side, to: Side): Promise<void> {
  const { pending, recent, drafts } = to.generation
  const known = new Set([pending, recent].flatMap(inner => pendingFiles(to.paper, inner)))
  for (const file of pendingFiles(from.paper, from.generation.pending))
    if (!known.has(file))
      await copyOne(from.paper, join(from.generation.pending, file), to.paper, join(pending, file))
  for (const name of from.paper.names(from.generation.drafts)) {
    if (!/^[0-9a-z-]+(\.latest)?\.json$/.test(name)) continue
    const [path, target] = [join(from.generation.drafts, name), join(drafts, name)]
    const [there, here] = [from.paper.about(path), to.paper.about(target)]
    if (there === undefined || (here && here.mtimeMs > there.mtimeMs)) continue
    const page = pageIn((await from.paper.read(path)) ?? Buffer.alloc(0))
    const known = to.paper.isLocked() ? undefined : await to.paper.read(target)
    if (page && page.save > ((known && pageIn(known))?.save ?? 0))
      await copyOne(from.paper, path, to.paper, target)
  }
}

const write = (plain: PlainPaper, { manifest }: Places, page: Manifest): void =>
  plain.write(manifest, encodeManifest(page), 'synced')

function pageOf(plain: PlainPaper, places: Places): Manifest {
  const manifest = readManifest(plain, places)
  if (manifest) return manifest
  throw new Error('a journal that is being switched has a first page')
}

function isPage(plain: PlainPaper, places: Places, generation: string): boolean {
  try {
    return readManifest(plain, places)?.generation === generation
  } catch {
    return false
  }
}

const numberOf = (generation: string): number => Number(generation.slice(1))

const nextName = (paper: Folders, folder: string): string =>
  `g${Math.max(...paper.names(folder).filter(isGeneration).map(numberOf)) + 1}`

function foldersIn(paper: Folders, generation: Generation): string[] {
  const backups = paper
    .names(generation.backups)
    .map(name => generationIn(join(generation.backups, name)))
  return [
    ...backups.flatMap(({ months, pending, folder }) => [months, pending, folder]),
    ...Object.values(generation),
  ].filter(path => paper.about(path)?.isDirectory())
}
