// A journal of any size on disk, as the store would have written it: its own folding and its own
// encoding, only without one commit after the other. Ten years take seconds instead of hours.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { storyOf } from '../src/demo/story.ts'
import { UserError } from '../src/errors.ts'
import type { Change, JournalRecord } from '../src/journal/change.ts'
import type { Day } from '../src/journal/day.ts'
import { addDays, asDay } from '../src/journal/day.ts'
import { inFieldOrder } from '../src/journal/fields/order.ts'
import { fold, shelvesOf } from '../src/store/fold.ts'
import { createManifest, readManifest } from '../src/store/manifest.ts'
import { plainPaper } from '../src/store/paper.ts'
import { generationIn, placesIn, shelfPath } from '../src/store/places.ts'
import { emptyShelf } from '../src/store/shelf.ts'
import { encodeShelf } from '../src/store/shelf-file.ts'

/** The last day of every such journal, so that the same size is the same bytes on any day. */
export const lastDay: Day = asDay('2026-11-22')

/** Entries a day, at the least, of somebody who writes nearly daily: 18,250 are ten years, 100,000 a long life. */
const pace = 4.85

/** The records of a journal with so many entries, later revisions after the ones they replace. */
export function recordsOfSize(entries: number): JournalRecord[] {
  const days = Math.ceil(entries / pace) + 30
  const story = storyOf({
    seed: `hearten ${entries}`,
    from: addDays(lastDay, 1 - days),
    days,
    zone: 'Europe/Lisbon',
    sentences: [20, 27],
    keen: 1.1,
  })
  const ids = new Set(story.flatMap(record => ('day' in record ? [record.id] : [])))
  if (ids.size < entries) throw new Error(`The story has only ${ids.size} entries`)
  const kept = new Set([...ids].slice(-entries))
  const told = story.filter(record => kept.has(record.id))
  const writtenAt = told[0]?.writtenAt ?? ''
  const people = story.filter(record => record.kind === 'person')
  return [...people.map(person => ({ ...person, writtenAt })), ...told]
}

/**
 * Writes it into a folder to be used as HEARTEN_HOME.
 * @returns what was written, and how much
 * @throws UserError when there is a journal already
 */
export function writeJournal(home: string, records: readonly JournalRecord[]) {
  const places = placesIn(join(home, 'data'))
  if (readManifest(plainPaper(), places))
    throw new UserError(`There is a journal in ${places.folder} already. Nothing was changed.`)
  const changes = changesOf(records)
  const id = changes[0]?.id ?? ''
  const createdAt = changes[0]?.at ?? ''
  createManifest(plainPaper(), places, { hearten: 1, id, seed: id, generation: 'g1', createdAt })

  const byShelf = new Map<string, Change[]>()
  for (const change of changes)
    for (const shelf of shelvesOf(change)) {
      const list = byShelf.get(shelf)
      if (list) list.push(change)
      else byShelf.set(shelf, [change])
    }
  let bytes = 0
  for (const [name, list] of byShelf) {
    const path = shelfPath(generationIn(join(places.folder, 'g1')), name)
    const content = encodeShelf(fold(emptyShelf(name), list))
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, content, { mode: 0o600 })
    bytes += content.length
  }
  return { folder: places.folder, files: byShelf.size, changes: changes.length, bytes }
}

/** A session is one change, everything else a change of its own. */
function changesOf(records: readonly JournalRecord[]): Change[] {
  const groups: JournalRecord[][] = []
  let last: string | undefined
  for (const record of records) {
    const first = record.supersedes.length === 0
    const group =
      record.kind === 'person'
        ? 'people'
        : first && 'session' in record
          ? record.session
          : undefined
    if (group !== undefined && group === last) groups.at(-1)?.push(record)
    else groups.push([record])
    last = group
  }
  let sequence = 0
  return groups.map(group => {
    const at = group.at(-1)?.writtenAt ?? ''
    sequence = Math.max(sequence + 1, Date.parse(at))
    const id = createHash('sha256')
      .update(group[0]?.revision ?? '')
      .digest('hex')
      .slice(0, 20)
    return { id, sequence, label: labelOf(group), at, records: inFieldOrder(group) }
  })
}

function labelOf([first, second]: readonly JournalRecord[]): string {
  if (first?.kind === 'person') return 'people'
  if (second) return 'session'
  return first?.supersedes.length ? 'edit' : (first?.kind ?? '')
}
