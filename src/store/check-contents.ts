import { basename, dirname, join, relative } from 'node:path'
import { shelfOf } from '../journal/change.ts'
import { backupsIn } from './backups.ts'
import type { Finding } from './finding.ts'
import { tooNew, update, wordsOf } from './finding.ts'
import type { Source } from './gather.ts'
import { knownIn, unknownIn } from './gather.ts'
import { Damage, TooNew } from './lines.ts'
import type { Paper } from './paper.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { generationIn, monthNamed, previousOf, shelfFiles, shelfPath } from './places.ts'
import { decodeShelf } from './shelf-file.ts'

const lookAtDisk = 'Look at the disk and its rights.'

export async function aboutShelves(paper: Paper, generation: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of shelvesThatWere(paper, generation)) {
    const file = shelfPath(generation, name)
    let isEdited = false
    try {
      const bytes = await paper.read(file)
      if (bytes === undefined && paper.about(file, 'itself')) {
        findings.push(leadingNowhere(file))
        continue
      }
      if (bytes === undefined) throw new Damage('it was there and is not')
      await decodeShelf(name, bytes, () => {
        isEdited = true
      })
      if (isEdited) findings.push(edited(file))
    } catch (error) {
      findings.push(
        damaged(
          file,
          error,
          'Keeps it aside and brings back what it, the copy before it and the backups hold.',
        ),
      )
    }
  }
  return findings
}

const leadingNowhere = (file: string): Finding => ({
  what: 'missing',
  file,
  words: 'It leads to a file that is not there, perhaps on a disk that is not.',
  mendable: false,
  how: 'Put back what it leads to. If that is gone for good, remove the link and mend.',
})

/** The shelves there are, and those of which only the copy before is left. */
function shelvesThatWere(paper: Paper, generation: Generation): Set<string> {
  const { folder, months } = generation
  const previous = [...paper.names(months), ...paper.names(folder)]
    .filter(name => name.endsWith('.bak'))
    .map(name => name.slice(0, -'.json.bak'.length))
    .filter(
      name => monthNamed(`${name}.json`) !== undefined || ['people', 'settings'].includes(name),
    )
    .filter(name => paper.about(previousOf(shelfPath(generation, name)))?.isFile())
  return new Set([
    ...shelfFiles(paper, generation).map(file => basename(file, '.json')),
    ...previous,
  ])
}

export const edited = (file: string): Finding => ({
  what: 'edited',
  file,
  words: 'It was changed by something other than hearten, and is well-formed.',
  mendable: true,
  how: 'Takes it as it is and notes its new checksum.',
  fine: true,
})

function damaged(file: string, error: unknown, how: string): Finding {
  if (error instanceof TooNew) {
    return { what: 'newer', file, words: tooNew, mendable: false, how: update }
  }
  if (error instanceof Damage) {
    return { what: 'damaged', file, words: `It is damaged: ${error.message}.`, mendable: true, how }
  }
  const words = `It cannot be read: ${wordsOf(error)}.`
  return { what: 'damaged', file, words, mendable: false, how: lookAtDisk }
}

/** What the system did not let the doctor see. */
export const unseen = (file: string, error: unknown): Finding => ({
  what: 'unseen',
  file,
  words: `It could not be looked at: ${wordsOf(error)}. What is in it is not known.`,
  mendable: false,
  how: lookAtDisk,
})

export async function aboutWaiting(paper: Paper, { pending }: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  const files = pendingFiles(paper, pending)
  for (const name of files) {
    const file = join(pending, name)
    try {
      const bytes = await paper.read(file)
      if (bytes === undefined) continue
      await decodeChange(bytes)
    } catch (error) {
      findings.push(
        damaged(file, error, 'Keeps it aside and brings back the lines that can be read.'),
      )
    }
  }
  const good = files.length - findings.length
  if (good > 0) {
    const words = `${good} ${good === 1 ? 'change is' : 'changes are'} safe but not yet in the month's file.`
    findings.push({
      what: 'waiting',
      file: pending,
      words,
      mendable: true,
      how: 'Files them.',
      fine: true,
    })
  }
  return findings
}

/** Copies in backups that are damaged, under every name they have. */
export async function aboutBackups(
  paper: Paper,
  generation: Generation,
  onUnseen: (path: string, error: unknown) => void,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Map<number, Damage | undefined>()
  for (const name of backupsIn(paper, generation).reverse()) {
    const backup = generationIn(join(generation.backups, name))
    const changes = pendingFiles(paper, backup.pending).map(change => `pending/${change}`)
    for (const inside of [...shelfFiles(paper, backup), ...changes]) {
      const file = join(backup.folder, inside)
      const ino = paper.about(file)?.ino
      if (ino === undefined) continue
      if (!seen.has(ino)) seen.set(ino, await damageIn(paper, file, onUnseen))
      const error = seen.get(ino)
      if (error === undefined) continue
      const words = `A copy in a backup is damaged: ${error.message}.`
      findings.push({
        what: 'backup',
        file,
        words,
        mendable: true,
        how: 'Brings back what only it holds, and keeps it aside. The next backup makes a new copy.',
      })
    }
  }
  return findings
}

/** What is wrong with a copy; undefined when it is good, or when it cannot be told. */
async function damageIn(
  paper: Paper,
  file: string,
  onUnseen: (path: string, error: unknown) => void,
): Promise<Damage | undefined> {
  try {
    const bytes = await paper.read(file)
    if (bytes === undefined) return undefined
    const isChange = basename(dirname(file)) === 'pending'
    await (isChange ? decodeChange(bytes) : decodeShelf(basename(file, '.json'), bytes))
  } catch (error) {
    if (error instanceof Damage) return error
    if (!(error instanceof TooNew)) onUnseen(file, error)
  }
  return undefined
}

/**
 * What copies hold and the journal does not, and what the log names that is in no file any more: the
 * signs of a month that got lost, or that somebody put an older version of in its place.
 *
 * @param except shelves that something else is found about
 */
export function aboutMissing(
  generation: Generation,
  sources: readonly Source[],
  except: ReadonlySet<string>,
): Finding[] {
  const known = knownIn(sources)
  const copies = sources.filter(({ kind }) => kind === 'copy')
  const unknown = unknownIn(copies, known).filter(record => !except.has(shelfOf(record)))
  const findings: Finding[] = []
  for (const [shelf, count] of counted(unknown.map(shelfOf))) {
    findings.push({
      what: 'missing',
      file: shelfPath(generation, shelf),
      words: `Copies hold ${count === 1 ? 'a record' : `${count} records`} that it does not, earlier versions counted. An older file may have come in its place.`,
      mendable: true,
      how: 'Brings them back.',
    })
  }
  for (const [shelf, count] of counted(lostShelves(sources, except))) {
    findings.push({
      what: 'missing',
      file: shelfPath(generation, shelf),
      words: `It once held ${count === 1 ? 'a record that is' : `${count} records that are`} in no file here any more. If you did not erase them, look for a copy elsewhere: \`hearten restore FILE\` takes one.`,
      mendable: true,
      how: 'Notes that they are gone.',
    })
  }
  return findings
}

/** For each revision that a log names and no file holds, the shelf it lay on. */
function lostShelves(sources: readonly Source[], except: ReadonlySet<string>): string[] {
  const there = new Set(sources.flatMap(({ records }) => records.map(({ revision }) => revision)))
  const lost = new Map<string, string>()
  for (const { kind, whole, changes } of sources) {
    if (kind !== 'shelf' || !whole) continue
    for (const { touched } of changes)
      for (const [shelf, revisions] of Object.entries(touched))
        for (const revision of revisions)
          if (!there.has(revision) && !except.has(shelf)) lost.set(revision, shelf)
  }
  return [...lost.values()]
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

export async function aboutDrafts(paper: Paper, { drafts }: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of paper.names(drafts)) {
    if (!/^[0-9a-z-]+\.json$/.test(name)) continue
    const file = join(drafts, name)
    try {
      const bytes = await paper.read(file)
      // A page that was finished meanwhile.
      if (bytes === undefined) continue
      JSON.parse(String(bytes))
      const words = 'A page was begun and not finished.'
      findings.push({
        what: 'draft',
        file,
        words,
        mendable: false,
        how: 'hearten today picks it up.',
        fine: true,
      })
    } catch (error) {
      if (error instanceof Damage || error instanceof SyntaxError) {
        const words = 'An unfinished page cannot be read.'
        findings.push({ what: 'draft', file, words, mendable: true, how: 'Keeps it aside.' })
      } else findings.push(unseen(file, error))
    }
  }
  return findings
}

/** The shelf a finding is about, by its file. */
export const shelfNamed = (generation: Generation, file: string): string =>
  basename(relative(generation.folder, file), '.json')
