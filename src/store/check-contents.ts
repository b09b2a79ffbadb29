import { basename, join, relative } from 'node:path'
import type { Finding } from './checkup.ts'
import { tooNew, update, wordsOf } from './checkup.ts'
import { pageIn, readableIn } from './draft-page.ts'
import { filedAnew } from './filed-anew.ts'
import { Damage, TooNew } from './lines.ts'
import { shelfFiles } from './ours.ts'
import type { Paper } from './paper.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { monthNamed, previousOf, shelfPath } from './places.ts'
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
      const shelf = await decodeShelf(name, bytes, () => {
        isEdited = true
      })
      if (filedAnew(shelf) !== shelf) findings.push(misfiled(file))
      else if (isEdited) findings.push(edited(file))
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

const misfiled = (file: string): Finding => ({
  what: 'misfiled',
  file,
  words: 'Something that belongs to this month lies where nothing finds it.',
  mendable: true,
  how: 'Puts it back to the rest.',
})

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

/** Changes that wait, and second copies of changes; what only those hold is found among all copies. */
export async function aboutWaiting(
  paper: Paper,
  { pending, recent }: Generation,
): Promise<Finding[]> {
  const files = pendingFiles(paper, pending)
  const findings = await damagedAmong(paper, pending, files)
  const good = files.length - findings.length
  findings.push(...(await damagedAmong(paper, recent, pendingFiles(paper, recent))))
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

async function damagedAmong(
  paper: Paper,
  folder: string,
  files: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of files) {
    const file = join(folder, name)
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
  return findings
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
    } catch (error) {
      if (error instanceof Damage) {
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
