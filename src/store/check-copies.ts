import { relative } from 'node:path'
import type { Finding } from './checkup.ts'
import type { Source } from './gather.ts'
import { knownIn, unknownIn } from './gather.ts'
import type { Generation } from './places.ts'
import { shelfPath } from './places.ts'

/** Copies in backups that are damaged, under every name they have; of the newest backup first. */
export function aboutBackups({ backups }: Generation, sources: readonly Source[]): Finding[] {
  const isIn = (file: string) => !relative(backups, file).startsWith('..')
  const isOurs = (file: string) => isIn(file) && /\/[^.]+\.json$/.test(file)
  return sources
    .flatMap(({ file, twins, damage }) =>
      damage ? [file, ...twins].filter(isOurs).map(name => damagedCopy(name, damage.message)) : [],
    )
    .sort((a, b) => (a.file < b.file ? 1 : -1))
}

const damagedCopy = (file: string, why: string): Finding => ({
  what: 'backup',
  file,
  words: `A copy in a backup is damaged: ${why}.`,
  mendable: true,
  how: 'Brings back what only it holds, and keeps it aside. The next backup makes a new copy.',
})

/**
 * What copies hold and the journal does not, what one month says of another that does not, and what the log names that is in no file any more: the
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
  const others = sources.filter(({ kind, whole }) => kind === 'copy' || (kind === 'shelf' && whole))
  const lacking = unknownIn(others, known).flatMap(({ lackedBy }) => lackedBy)
  const findings: Finding[] = []
  for (const [shelf, count] of counted(lacking.filter(shelf => !except.has(shelf)))) {
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
