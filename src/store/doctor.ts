import { basename, join } from 'node:path'
import { LockedError } from '../errors.ts'
import { carefully } from './careful.ts'
import {
  aboutDrafts,
  aboutShelves,
  aboutWaiting,
  edited,
  shelfNamed,
  unseen,
} from './check-contents.ts'
import { aboutBackups, aboutMissing } from './check-copies.ts'
import type { Checkup, Finding } from './checkup.ts'
import { tooNew, update, wordsOf } from './checkup.ts'
import type { Disk } from './disk.ts'
import { codeOf } from './file-errors.ts'
import { gather } from './gather.ts'
import { helpFile } from './help-numbers.ts'
import { TooNew } from './lines.ts'
import type { Host } from './lock.ts'
import { holderAt, isRight } from './lock.ts'
import type { Manifest } from './manifest.ts'
import { generationsIn, missingFolder, readManifest } from './manifest.ts'
import { oursIn } from './ours.ts'
import type { Folders, OnPaper, Paper, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import type { JournalPart } from './parts.ts'
import { leftHalfMade, partsIn } from './parts.ts'
import type { Generation, Places } from './places.ts'
import {
  generationIn,
  isConflictCopy,
  isTakenIn,
  placesIn,
  previousOf,
  strayAfter,
  takenName,
  temporaryName,
} from './places.ts'
import { keyFilesIn, paperSealedTo, recipientHere } from './sealing.ts'

/**
 * Looks a journal over. Changes nothing, and needs no lock. What the system does not let it see is a
 * finding too, and it goes on: a doctor is called when things are not as they should be.
 */
export async function examine(checkup: Checkup): Promise<Finding[]> {
  const { folder, host, now } = checkup
  const notSeen = new Map<string, unknown>()
  const onUnseen = (path: string, error: unknown) => {
    if (!notSeen.has(path)) notSeen.set(path, error)
  }
  const papers = papersOf(checkup)
  const { disk } = papers
  const plain = carefully(papers.plain, onUnseen)
  const places = placesIn(folder)
  const { inbox } = places
  const findings: Finding[] = []
  const paperOrPlain = (generation: Generation): Promise<Paper> =>
    paperOfGeneration(checkup, places, generation, onUnseen).catch(error => {
      if (error instanceof LockedError) throw error
      onUnseen(generation.folder, error)
      return papers.paper
    })
  /** One part of the look: what it cannot put into words itself does not keep the others from looking. */
  const look = async (where: string, part: () => Finding[] | Promise<Finding[]>) => {
    try {
      findings.push(...(await part()))
    } catch (error) {
      // Others may be at work: what is gone by now was nothing to worry about.
      if (codeOf(error) !== 'ENOENT') onUnseen(where, error)
    }
  }
  if (plain.about(folder) !== undefined) {
    const generation = generationOf(plain, places, onUnseen)
    const paper = carefully(generation ? await paperOrPlain(generation) : papers.paper, onUnseen)
    await look(places.manifest, () => aboutManifest(plain, places, generation))
    await look(places.lock, () => (plain.about(places.lock) ? aboutLock(disk, places, host) : []))
    const files = [
      ...filesBeside(plain, places),
      ...(generation ? oursIn(paper, generation.folder) : []),
      ...(generation ? keyFilesIn(plain, generation) : []),
    ]
    if (generation) {
      const { folder: whole, months, pending, drafts } = generation
      await look(whole, () => aboutShelves(paper, generation))
      const except = new Set(
        findings.filter(({ fine }) => !fine).map(({ file }) => shelfNamed(generation, file)),
      )
      await look(pending, () => aboutWaiting(paper, generation))
      await look(whole, async () => {
        const sources = await gather(paper, generation, now(), onUnseen)
        const copies = aboutBackups(generation, sources)
        // What could not be seen may be where it belongs.
        const isSeen = [whole, months].every(path => !notSeen.has(path))
        return isSeen ? [...copies, ...aboutMissing(generation, sources, except)] : copies
      })
      await look(whole, () => aboutNames(checkup, plain, files))
      await look(drafts, () => aboutDrafts(paper, generation))
    } else await look(folder, () => aboutNames(checkup, plain, files))
    await look(inbox, () => aboutInbox(plain, inbox))
    const parts: JournalPart[] = []
    await look(places.parts, () => {
      parts.push(...partsIn(folder, checkup))
      return [...parts.map(aboutPart), ...leftHalfMade(checkup).map(aboutHalfMade)]
    })
    const folders = [
      folder,
      ...(plain.about(inbox)?.isDirectory() ? [inbox] : []),
      ...(parts.length > 0 ? [places.parts, ...parts.map(part => part.folder)] : []),
      ...(generation ? foldersIn(plain, generation) : []),
    ]
    await look(folder, () => aboutRights(checkup, plain, folders, files))
  }
  // What cannot be read is no news where that was said.
  const said = findings.filter(({ mendable, fine }) => !mendable && !fine)
  const named = new Set(said.map(({ file }) => file))
  for (const [path, error] of notSeen) if (!named.has(path)) findings.push(unseen(path, error))
  return findings
}

/** The generation the manifest names, or the one that must be meant; undefined when that cannot be told. */
export function generationOf(
  plain: PlainPaper,
  places: Places,
  onUnseen: (path: string, error: unknown) => void = () => {},
): Generation | undefined {
  let manifest: Manifest | undefined
  try {
    manifest = readManifest(plain, places)
  } catch (error) {
    // That it is damaged is said by `aboutManifest`.
    const { cause } = error as Error
    if (codeOf(cause) !== undefined) onUnseen(places.manifest, cause)
  }
  if (manifest === undefined && plain.about(places.erasing)) return undefined
  const named = manifest && generationIn(join(places.folder, manifest.generation))
  if (named && plain.about(named.folder)) return named
  const [found, another] = generationsIn(plain, places)
  return found !== undefined && another === undefined
    ? generationIn(join(places.folder, found))
    : undefined
}

/**
 * What a generation is written on, whatever is the matter with the first page. One that is sealed is opened here.
 * @throws LockedError
 */
export async function paperOfGeneration(
  on: OnPaper,
  places: Places,
  { folder }: Generation,
  onUnseen: (path: string, error: unknown) => void = () => {},
): Promise<Paper> {
  const { plain } = papersOf(on)
  const recipient = recipientOf()
  const paper = await paperSealedTo(on, folder, recipient)
  await paper.unlock()
  return paper

  function recipientOf(): string | undefined {
    try {
      const manifest = readManifest(plain, places)
      if (manifest?.generation === basename(folder)) return manifest.recipient
    } catch (error) {
      // The folder says it too.
      const { cause } = error as Error
      if (codeOf(cause) !== undefined) onUnseen(places.manifest, cause)
    }
    return recipientHere(plain, places, basename(folder))
  }
}

function aboutManifest(
  plain: PlainPaper,
  places: Places,
  generation: Generation | undefined,
): Finding[] {
  const file = places.manifest
  const which = generation
    ? 'Writes it anew. Prompts are chosen afresh, unless a copy of it is left; nothing else changes.'
    : 'Move aside every folder like g1 that is not meant; then this can be mended.'
  const manifestIs = (words: string, how = which): Finding[] => [
    { what: 'manifest', file, words, how, mendable: generation !== undefined },
  ]
  let isEdited = false
  try {
    const manifest = readManifest(plain, places, () => {
      isEdited = true
    })
    if (manifest === undefined && plain.about(places.erasing)) return [halfErased(places.erasing)]
    if (manifest === undefined) {
      const [any] = generationsIn(plain, places)
      return any === undefined ? [] : manifestIs('The first page of the journal is missing.')
    }
    const missing = missingFolder(plain, places, manifest)
    if (missing === undefined) return isEdited ? [edited(file)] : []
    if (basename(missing) === 'months') return [lostMonths(missing)]
    if (generation !== undefined) {
      const there = basename(generation.folder)
      return manifestIs(
        `It says that the words are in ${manifest.generation}, which is not there. There is ${there}.`,
      )
    }
    return [lostGeneration(missing)]
  } catch (error) {
    const { cause } = error as Error
    if (cause instanceof TooNew) {
      return [{ what: 'newer', file, words: tooNew, mendable: false, how: update }]
    }
    return manifestIs(`The first page of the journal cannot be read: ${wordsOf(cause ?? error)}.`)
  }
}

const halfErased = (file: string): Finding => ({
  what: 'manifest',
  file,
  words: 'Removing this journal was begun and broke off.',
  mendable: false,
  how: '`hearten erase --all` finishes it.',
})

const lostMonths = (file: string): Finding => ({
  what: 'missing',
  file,
  words: 'The folder of the months was there and is not.',
  mendable: true,
  how: 'Put it back if it was moved. Mending makes it anew and brings back what copies hold.',
})

const lostGeneration = (file: string): Finding => ({
  what: 'missing',
  file,
  words: 'The folder that holds the words was there and is not. Put it back if it was moved.',
  mendable: true,
  how: 'Makes an empty one. `hearten restore FILE` then brings back a copy you keep elsewhere.',
  ask: 'Is it gone for good?',
})

function aboutLock(disk: Disk, { lock }: Places, host: Host): Finding[] {
  const holder = holderAt(disk, lock, host)
  if (holder === undefined || holder.fate === 'alive') return []
  const finding = {
    what: 'lock',
    file: lock,
    mendable: true,
    how: 'Takes the lock away.',
    holder: holder.token,
  } as const
  return holder.fate === 'dead'
    ? [{ ...finding, words: 'A hearten that is gone still holds the lock.', fine: true }]
    : [
        {
          ...finding,
          words:
            'The lock is held by a hearten that cannot be seen from here, perhaps on another computer.',
          ask: 'Is no other hearten at work on this journal, on any computer?',
        },
      ]
}

/** Words that are in no journal yet. */
function aboutInbox(paper: Folders, inbox: string): Finding[] {
  const count = paper.names(inbox).filter(name => !takenName.test(name)).length
  if (count === 0) return []
  const words = `${count === 1 ? 'A file waits' : `${count} files wait`} in the inbox. No copy holds what is in there.`
  return [
    {
      what: 'inbox',
      file: inbox,
      words,
      mendable: false,
      how: '`hearten inbox` takes in what it can, and says why the rest stays.',
      fine: true,
    },
  ]
}

/** That it is there, and no more: what is in it is its own doctor's business, behind its own lock. */
const aboutPart = ({ name, folder, isHalfGone }: JournalPart): Finding =>
  isHalfGone
    ? {
        what: 'part',
        file: folder,
        words: 'Removing this part was begun and broke off.',
        mendable: false,
        how: `\`hearten vault part destroy ${name}\` finishes it.`,
      }
    : {
        what: 'part',
        file: folder,
        words: 'A part with a lock of its own is here. It was not looked into.',
        mendable: false,
        how: `\`hearten --part ${name} doctor\` looks it over.`,
        fine: true,
      }

const aboutHalfMade = ({ folder }: { readonly folder: string }): Finding => ({
  what: 'part',
  file: folder,
  words: 'A hearten that was stopped left this of a part that it was making.',
  mendable: false,
  how: '`hearten vault part list` clears it away.',
  fine: true,
})

function aboutNames({ now }: Checkup, paper: Folders, files: readonly string[]): Finding[] {
  const findings: Finding[] = []
  for (const file of files) {
    const name = basename(file)
    const age = now().getTime() - (paper.about(file)?.mtimeMs ?? 0)
    if (isConflictCopy(name)) {
      const words = 'A file-syncing tool made this copy: two computers wrote at once.'
      findings.push({
        what: 'conflict',
        file,
        words,
        mendable: true,
        how: 'Takes in what it holds that the journal does not, and keeps it aside.',
      })
    } else if ((temporaryName.test(name) && age > strayAfter) || isRight(name)) {
      const words = 'A hearten that was stopped left this behind.'
      findings.push({
        what: 'stray',
        file,
        words,
        mendable: true,
        how: 'Keeps its words if they are whole, and removes it.',
        fine: true,
      })
    }
  }
  return findings
}

function aboutRights(
  { host, folder }: Checkup,
  paper: Folders,
  folders: readonly string[],
  files: readonly string[],
): Finding[] {
  const findings: Finding[] = []
  for (const [paths, wanted] of [
    [folders, 0o700],
    [files, 0o600],
  ] as const) {
    for (const file of paths) {
      const stat = paper.about(file, 'itself')
      if (stat === undefined || stat.isSymbolicLink() || host.uid === undefined) continue
      if (stat.uid !== host.uid) {
        const words = 'It belongs to another user, perhaps since hearten was run with sudo.'
        findings.push({
          what: 'owner',
          file,
          words,
          mendable: false,
          how: `sudo chown -R "$USER" '${folder}'`,
        })
      } else if ((stat.mode & 0o777) !== wanted) {
        const words = 'Others on this computer can read it, or you cannot write it.'
        findings.push({ what: 'mode', file, words, mendable: true, how: 'Makes it yours alone.' })
      }
    }
  }
  return findings
}

function foldersIn(paper: Folders, generation: Generation): string[] {
  const backups = paper.names(generation.backups).map(name => join(generation.backups, name))
  const inner = backups.flatMap(backup => [backup, join(backup, 'months'), join(backup, 'pending')])
  return [...Object.values(generation), ...inner].filter(path => paper.about(path)?.isDirectory())
}

/** Every file of ours beside the generations: those with other names are nobody's business but their owner's. */
function filesBeside(paper: Folders, { folder, manifest, howTo }: Places): string[] {
  const others = paper
    .names(folder)
    .filter(name => name === 'lock' || isRight(name) || isConflictCopy(name) || isTakenIn(name))
  const help = helpFile(folder)
  return [manifest, howTo, help, previousOf(help), ...others.map(name => join(folder, name))]
}
