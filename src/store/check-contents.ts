import { basename, join } from 'node:path'
import { backupsIn, shelfFiles } from './backups.ts'
import { pageIn, readableIn } from './draft-page.ts'
import type { Finding } from './finding.ts'
import { tooNew, update, wordsOf } from './finding.ts'
import { Damage, TooNew } from './lines.ts'
import type { Paper } from './paper.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { generationIn } from './places.ts'
import { decodeShelf } from './shelf-file.ts'

export async function aboutShelves(paper: Paper, generation: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of shelfFiles(paper, generation)) {
    const file = join(generation.folder, name)
    let isEdited = false
    try {
      const bytes = await paper.read(file)
      if (bytes === undefined) continue
      await decodeShelf(basename(name, '.json'), bytes, () => {
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

const edited = (file: string): Finding => ({
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
  return { what: 'damaged', file, words, mendable: false, how: 'Look at the disk and its rights.' }
}

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

export async function aboutBackups(paper: Paper, generation: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Set<number>()
  for (const name of backupsIn(paper, generation).reverse()) {
    const backup = generationIn(join(generation.backups, name))
    for (const shelf of shelfFiles(paper, backup)) {
      const file = join(backup.folder, shelf)
      const ino = paper.about(file)?.ino
      if (ino === undefined || seen.has(ino)) continue
      seen.add(ino)
      const error = await damageIn(paper, file)
      if (error === undefined) continue
      const words = `A copy in a backup is damaged: ${error.message}.`
      findings.push({
        what: 'backup',
        file,
        words,
        mendable: true,
        how: 'Removes that copy. The next backup makes a new one.',
      })
    }
  }
  return findings
}

/** What is wrong with a copy of a shelf; undefined when it is good. @throws Error when it cannot be read */
async function damageIn(paper: Paper, file: string): Promise<Damage | undefined> {
  try {
    const bytes = await paper.read(file)
    if (bytes) await decodeShelf(basename(file, '.json'), bytes)
    return undefined
  } catch (error) {
    if (error instanceof Damage) return error
    if (error instanceof TooNew) return undefined
    throw error
  }
}

export async function aboutDrafts(paper: Paper, { drafts }: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of paper.names(drafts)) {
    if (!/^[0-9a-z-]+\.json$/.test(name)) continue
    const file = join(drafts, name)
    try {
      const bytes = (await paper.read(file)) ?? Buffer.alloc(0)
      const isWhole = pageIn(bytes) !== undefined
      if (!isWhole && readableIn(bytes) === '') throw new Damage('there is nothing to read in it')
      const words = isWhole
        ? 'A page was begun and not finished.'
        : 'An unfinished page is damaged. What can be read of it is offered as a note.'
      findings.push({
        what: 'draft',
        file,
        words,
        mendable: false,
        how: 'hearten today picks it up.',
        fine: true,
      })
    } catch {
      const words = 'An unfinished page cannot be read.'
      findings.push({ what: 'draft', file, words, mendable: true, how: 'Keeps it aside.' })
    }
  }
  return findings
}
