import { basename, join } from 'node:path'
import { aboutBackups, aboutDrafts, aboutShelves, aboutWaiting } from './check-contents.ts'
import { aboutRecent } from './check-recent.ts'
import type { Disk } from './disk.ts'
import type { Checkup, Finding } from './finding.ts'
import { tooNew, update, wordsOf } from './finding.ts'
import { TooNew } from './lines.ts'
import type { Host } from './lock.ts'
import { isRight, readClaim } from './lock.ts'
import type { Manifest } from './manifest.ts'
import { generationsIn, readManifest } from './manifest.ts'
import { oursIn } from './ours.ts'
import type { Folders, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import type { Generation, Places } from './places.ts'
import { generationIn, isConflictCopy, placesIn, temporaryName } from './places.ts'

/** How old a temporary file must be, in milliseconds, before it counts as left behind. */
const strayAfter = 10 * 60_000

/** Looks a journal over. Changes nothing, and needs no lock. */
export async function examine(checkup: Checkup): Promise<Finding[]> {
  const { folder, host } = checkup
  const { disk, plain, paper } = papersOf(checkup)
  const places = placesIn(folder)
  if (plain.about(folder) === undefined) return []
  const { findings, generation } = aboutManifest(plain, places)
  const all = [...findings, ...(plain.about(places.lock) ? aboutLock(disk, places, host) : [])]
  if (generation === undefined) return [...all, ...aboutRights(checkup, plain, [folder], [])]
  const files = filesIn(plain, places, generation)
  return [
    ...all,
    ...(await aboutShelves(paper, generation)),
    ...(await aboutWaiting(paper, generation)),
    ...(await aboutRecent(paper, generation)),
    ...(await aboutBackups(paper, generation)),
    ...aboutNames(checkup, plain, files),
    ...(await aboutDrafts(paper, generation)),
    ...aboutRights(checkup, plain, foldersIn(plain, places, generation), files),
  ]
}

/** The generation the manifest names; without one, the only one there is. */
export function generationOf(plain: PlainPaper, places: Places): Generation | undefined {
  let manifest: Manifest | undefined
  try {
    manifest = readManifest(plain, places)
  } catch {
    // Said by `aboutManifest`.
  }
  const [found, another] = generationsIn(plain, places)
  const name = manifest?.generation ?? (another === undefined ? found : undefined)
  return name === undefined ? undefined : generationIn(join(places.folder, name))
}

function aboutManifest(plain: PlainPaper, places: Places) {
  const generation = generationOf(plain, places)
  const findings: Finding[] = []
  const found = (what: 'manifest' | 'newer', words: string, how: string) =>
    findings.push({
      what,
      file: places.manifest,
      words,
      how,
      mendable: what === 'manifest' && generation !== undefined,
    })
  const anew = 'Writes it anew. Which prompts come up will be chosen afresh; nothing else changes.'
  try {
    if (readManifest(plain, places) === undefined && generation !== undefined) {
      found('manifest', 'The first page of the journal is missing.', anew)
    }
  } catch (error) {
    const { cause } = error as Error
    if (cause instanceof TooNew) found('newer', tooNew, update)
    else found('manifest', `The first page of the journal cannot be read: ${wordsOf(cause)}.`, anew)
  }
  return { findings, generation }
}

function aboutLock(disk: Disk, { lock }: Places, host: Host): Finding[] {
  const claim = readClaim(disk, lock)
  const fate = claim === undefined ? 'unknown' : host.fateOf(claim.owner)
  if (fate === 'alive') return []
  const finding = { what: 'lock', file: lock, mendable: true, how: 'Takes the lock away.' } as const
  return fate === 'dead'
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

function foldersIn(paper: Folders, { folder }: Places, generation: Generation): string[] {
  const backups = paper.names(generation.backups).map(name => join(generation.backups, name))
  const inner = backups.flatMap(backup => [backup, join(backup, 'months'), join(backup, 'pending')])
  return [folder, ...Object.values(generation), ...inner].filter(path =>
    paper.about(path)?.isDirectory(),
  )
}

/** Every file of ours: those with other names are nobody's business but their owner's. */
function filesIn(
  paper: Folders,
  { folder, manifest, howTo }: Places,
  generation: Generation,
): string[] {
  const locks = paper.names(folder).filter(name => name === 'lock' || isRight(name))
  return [
    manifest,
    howTo,
    ...locks.map(name => join(folder, name)),
    ...oursIn(paper, generation.folder),
  ]
}
