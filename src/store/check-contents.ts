import { basename, join } from 'node:path'
import { backupsIn, shelfFiles } from './backups.ts'
import type { Disk } from './disk.ts'
import { ifThere, namesIn } from './disk.ts'
import type { Finding } from './finding.ts'
import { tooNew, update, wordsOf } from './finding.ts'
import { Damage, TooNew } from './lines.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { generationIn } from './places.ts'
import { decodeShelf } from './shelf-file.ts'

export async function aboutShelves(disk: Disk, generation: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of shelfFiles(disk, generation)) {
    const file = join(generation.folder, name)
    let isEdited = false
    try {
      await decodeShelf(basename(name, '.json'), disk.readFileSync(file), () => {
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

export async function aboutWaiting(disk: Disk, { pending }: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  const files = pendingFiles(disk, pending)
  for (const name of files) {
    const file = join(pending, name)
    try {
      const bytes = ifThere(() => disk.readFileSync(file))
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

export async function aboutBackups(disk: Disk, generation: Generation): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Set<number>()
  for (const name of backupsIn(disk, generation).reverse()) {
    const backup = generationIn(join(generation.backups, name))
    for (const shelf of shelfFiles(disk, backup)) {
      const file = join(backup.folder, shelf)
      const { ino } = disk.statSync(file)
      if (seen.has(ino)) continue
      seen.add(ino)
      await decodeShelf(basename(shelf, '.json'), disk.readFileSync(file)).catch(error => {
        if (!(error instanceof Damage)) return
        const words = `A copy in a backup is damaged: ${error.message}.`
        findings.push({
          what: 'backup',
          file,
          words,
          mendable: true,
          how: 'Removes that copy. The next backup makes a new one.',
        })
      })
    }
  }
  return findings
}

export function aboutDrafts(disk: Disk, { drafts }: Generation): Finding[] {
  const findings: Finding[] = []
  for (const name of namesIn(disk, drafts)) {
    if (!/^[0-9a-z-]+\.json$/.test(name)) continue
    const file = join(drafts, name)
    try {
      JSON.parse(disk.readFileSync(file, 'utf8'))
      const words = 'A page was begun and not finished.'
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
