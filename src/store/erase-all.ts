import { basename, dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { refuseForAnotherUser } from './another-user.ts'
import type { Checkup } from './checkup.ts'
import { linkedFrom, shelvesIn } from './erase.ts'
import { inWords, quietly, writingError } from './file-errors.ts'
import { readNumbers } from './help-numbers.ts'
import { whileLocked } from './keeper.ts'
import { isRight } from './lock.ts'
import { isGeneration } from './manifest.ts'
import { oursIn } from './ours.ts'
import type { Folders, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import type { Places } from './places.ts'
import { generationIn, isConflictCopy, placesIn, temporaryName } from './places.ts'
import { keyFilesIn } from './sealing.ts'

/** What is in a folder that may hold a journal. */
export type ThereIs = 'nothing' | 'a journal' | 'an unfinished erasing'

/** Looks only for what hearten made: a file of another program with a name like ours is no journal. */
export function whatIsIn(folder: string, on: Pick<Checkup, 'disk'> = {}): ThereIs {
  const { plain } = papersOf(on)
  const places = placesIn(folder)
  if (plain.about(places.erasing) !== undefined) return 'an unfinished erasing'
  const generations = generationsOf(plain, places)
  const isJournal =
    plain.names(places.inbox).length > 0 ||
    isOurManifest(plain, places.manifest) ||
    partFolders(plain, places).some(part => whatIsIn(part, on) !== 'nothing') ||
    generations.some(it => [...oursIn(plain, it), ...keyFilesIn(plain, { folder: it })].length > 0)
  const { numbers, plan, broken } = readNumbers(folder)
  return isJournal || (isOurs({ numbers, plan, broken }) && !broken) ? 'a journal' : 'nothing'
}

/** One that is damaged or of a newer hearten still says whose it is. */
function isOurManifest(plain: PlainPaper, file: string): boolean {
  try {
    return plain.read(file)?.includes('"hearten"') === true
  } catch {
    return false
  }
}

/**
 * Removes the whole journal, damaged or not: every file that hearten made in the data folder. What
 * decides is one renaming, of the first page; from then on there is no journal, and a run that was
 * killed or failed is finished by the next one. Nothing is touched where there is no journal.
 *
 * @returns the paths of folders that could not be removed because something else is in them
 */
export const eraseAll = (checkup: Checkup): Promise<string[]> =>
  inWords(
    error => writingError(checkup.folder, error, notAllGone),
    () => erased(checkup),
  )

async function erased(checkup: Checkup): Promise<string[]> {
  const { folder, host } = checkup
  const { plain } = papersOf(checkup)
  const places = placesIn(folder)
  if (whatIsIn(folder, checkup) === 'nothing') return []
  refuseForAnotherUser(plain, folder, host)
  const left = await erasedParts(checkup, places)
  const more = await locked(checkup, places, () => {
    // Before what decides, too: who begins a journal after a kill would find them beside it, and take them for its own.
    clearedInbox(plain, places.inbox)
    for (const path of besideIn(plain, folder))
      if (basename(path).includes('help')) plain.remove(path)
    if (plain.about(places.manifest, 'itself')) plain.move(places.manifest, places.erasing)
    else plain.write(places.erasing, Buffer.from('{}\n'), 'synced')
    plain.sync(folder)
    return eraseTheRest(plain, places)
  })
  return [...left, ...more]
}

/** Before what decides: once there is no journal any more, nobody would look for its parts. */
async function erasedParts(checkup: Checkup, places: Places): Promise<string[]> {
  const { plain } = papersOf(checkup)
  const left: string[] = []
  for (const part of partFolders(plain, places)) left.push(...(await erasePart(checkup, part)))
  quietly(() => plain.removeFolder(places.parts))
  return plain.about(places.parts) ? [...left, places.parts] : left
}

const partFolders = (paper: Folders, { parts }: Places): string[] =>
  paper
    .names(parts)
    .map(name => join(parts, name))
    .filter(path => paper.about(path)?.isDirectory())

/**
 * Removes a part of a journal, its key first. Nobody needs a passphrase for that.
 * @param part its folder. @returns as `eraseAll` does
 */
export const erasePart = (checkup: Checkup, part: string): Promise<string[]> =>
  inWords(
    error => writingError(part, error, notAllGone),
    () => partErased(checkup, part),
  )

async function partErased(checkup: Checkup, part: string): Promise<string[]> {
  const { plain } = papersOf(checkup)
  const left = await eraseAll({ ...checkup, folder: part })
  // One that was only begun holds folders, and no file yet.
  for (const generation of generationsOf(plain, placesIn(part))) cleared(plain, generation)
  quietly(() => plain.removeFolder(part))
  quietly(() => plain.sync(dirname(part)))
  return left
}

/** Finishes erasing a journal, in whose place another one may be by now: that one stays. */
export async function finishErasingAll(checkup: Checkup, generation: string): Promise<void> {
  const { plain } = papersOf(checkup)
  const places = placesIn(checkup.folder)
  await locked(checkup, places, () => eraseTheRest(plain, places, generation))
}

const locked = <T>(checkup: Checkup, places: Places, work: () => T): Promise<T> => {
  const { disk, plain } = papersOf(checkup)
  const generation = generationIn(places.folder)
  const onNotice = () => {}
  return whileLocked(
    {
      ...checkup,
      disk,
      paper: plain,
      generation,
      lock: places.lock,
      onNotice,
      isCurrent: () => true,
    },
    async () => {
      try {
        return work()
      } catch (error) {
        if (error instanceof UserError) throw error
        throw writingError(places.folder, error, notAllGone)
      }
    },
  )
}

const notAllGone = 'Not everything is gone yet. Erase again when that is put right.'

const generationsOf = (paper: Folders, { folder }: Places): string[] =>
  paper
    .names(folder)
    .filter(isGeneration)
    .map(name => join(folder, name))

/** @param kept the generation of a journal that was begun since */
function eraseTheRest(paper: PlainPaper, places: Places, kept?: string): string[] {
  const { folder, howTo, lock, inbox, erasing, manifest } = places
  const isBegunAnew = paper.about(manifest, 'itself') !== undefined
  const left: string[] = []
  const generations = generationsOf(paper, places).filter(
    generation => !isBegunAnew || generation !== join(folder, kept ?? ''),
  )
  // The keys first: from then on nobody opens what is still there, nor what a disk keeps of it.
  for (const generation of generations)
    for (const path of keyFilesIn(paper, { folder: generation })) paper.remove(path)
  for (const generation of generations) left.push(...cleared(paper, generation))
  if (!isBegunAnew) left.push(...clearedInbox(paper, inbox))
  const beside = isBegunAnew ? [] : [...besideIn(paper, folder), howTo]
  for (const path of beside) paper.remove(path)
  paper.sync(folder)
  // Before the mark, so that a kill in between leaves nothing that nobody would look for.
  if (!isBegunAnew) paper.remove(lock)
  paper.remove(erasing)
  if (isBegunAnew) return left
  quietly(() => paper.removeFolder(folder))
  return left
}

/** Files of ours beside the generations. */
const besideIn = (paper: PlainPaper, folder: string): string[] =>
  paper
    .names(folder)
    .filter(
      name =>
        temporaryName.test(name) ||
        isRight(name) ||
        isCopyOfOurs(paper, folder, name) ||
        /^help\.json(\.bak|\.lock(\.[0-9a-f]+\.\d+)?)?$|^journal\.json\.(bak|damaged-\d+T\d+)$/.test(
          name,
        ),
    )
    .map(name => join(folder, name))

/** A copy of the first page or of the help numbers that a sync tool made; others may have such names. */
function isCopyOfOurs(paper: PlainPaper, folder: string, name: string): boolean {
  if (!isConflictCopy(name.replace(/\.merged-\d+T\d+$/, ''))) return false
  return name.includes('help')
    ? isOurs(readNumbers(folder, name))
    : isOurManifest(paper, join(folder, name))
}

/**
 * Removes the inbox with every file in it, whoever dropped it there: its words are this journal's. Where it
 * is a link, the folder it leads to stays. @returns the inbox, if a folder is in it
 */
function clearedInbox(paper: Folders, inbox: string): string[] {
  const itself = paper.about(inbox, 'itself')
  if (itself === undefined || !paper.about(inbox)?.isDirectory()) return []
  for (const name of paper.names(inbox)) {
    const path = join(inbox, name)
    if (!paper.about(path, 'itself')?.isDirectory()) paper.remove(path)
  }
  if (itself.isSymbolicLink()) paper.remove(inbox)
  else
    try {
      paper.removeFolder(inbox)
    } catch {
      return [inbox]
    }
  return []
}

/** Removes what is ours in a generation, whatever it is written on. @returns folders in which something else is */
export function cleared(paper: Folders, generation: string): string[] {
  const left: string[] = []
  const emptied = (path: string) => {
    try {
      paper.removeFolder(path)
    } catch {
      left.push(path)
    }
  }
  const { months, pending, recent, drafts, backups, cache } = generationIn(generation)
  for (const shelf of shelvesIn(paper, generationIn(generation))) {
    if (!paper.about(shelf, 'itself')?.isSymbolicLink()) continue
    // A link that leads nowhere, or in a circle, goes by itself.
    quietly(() => {
      for (const path of linkedFrom(paper, shelf)) paper.remove(path)
    })
    paper.remove(shelf)
  }
  for (const path of [...oursIn(paper, generation), ...keyFilesIn(paper, { folder: generation })])
    paper.remove(path)
  for (const name of paper.names(backups)) {
    const backup = generationIn(join(backups, name))
    for (const path of [backup.months, backup.pending, backup.folder]) emptied(path)
  }
  for (const path of [months, pending, recent, drafts, backups, cache, generation]) emptied(path)
  return left
}

const isOurs = ({ numbers, plan }: ReturnType<typeof readNumbers>): boolean =>
  numbers.length + plan.length > 0
