import { join } from 'node:path'
import { shelfOf } from '../journal/change.ts'
import type { Finding } from './finding.ts'
import { wordsOf } from './finding.ts'
import { Damage, TooNew } from './lines.ts'
import type { Paper } from './paper.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { Shelves } from './shelves.ts'

/** Second copies of changes: those that are damaged, and those with words that no month holds. */
export async function aboutRecent(paper: Paper, generation: Generation): Promise<Finding[]> {
  const { pending, recent } = generation
  const findings: Finding[] = []
  const waiting = new Set(pendingFiles(paper, pending))
  const shelves = new Shelves(paper, generation, () => {})
  const known = new Map<string, Promise<ReadonlySet<string> | undefined>>()
  const revisionsOn = (name: string) => {
    const revisions = known.get(name) ?? revisionsIn(shelves, name)
    known.set(name, revisions)
    return revisions
  }
  for (const name of pendingFiles(paper, recent)) {
    const file = join(recent, name)
    try {
      const bytes = await paper.read(file)
      if (bytes === undefined || waiting.has(name)) continue
      const { records } = await decodeChange(bytes)
      for (const record of records) {
        if ((await revisionsOn(shelfOf(record)))?.has(record.revision) !== false) continue
        findings.push({ ...lost, file })
        break
      }
    } catch (error) {
      if (error instanceof TooNew) continue
      findings.push(
        error instanceof Damage
          ? { ...damaged, file, words: `It is damaged: ${error.message}.` }
          : { ...damaged, file, words: `It cannot be read: ${wordsOf(error)}.`, mendable: false },
      )
    }
  }
  return findings
}

const lost = {
  what: 'waiting',
  words: 'It holds words that are missing from their month.',
  mendable: true,
  how: 'Files them again.',
} as const

const damaged = {
  what: 'damaged',
  mendable: true,
  how: 'Keeps it aside and brings back the lines that can be read.',
} as const

/** Undefined when the shelf cannot be read: that is found elsewhere, and mending it looks here too. */
async function revisionsIn(
  shelves: Shelves,
  name: string,
): Promise<ReadonlySet<string> | undefined> {
  const shelf = await shelves.read(name).catch(() => undefined)
  return shelf && new Set([...shelf.records, ...shelf.history].map(({ revision }) => revision))
}
