/** What an export does to a folder. */
export interface FolderPlan {
  /** Files that are new, or replace what an earlier export wrote. */
  readonly written: readonly string[]
  /** Files that are already as they should be. */
  readonly unchanged: readonly string[]
  /** Files in the way that are not ours, or were changed since: left alone. */
  readonly left: readonly string[]
  /** Ours, unchanged, and of days that have no entry any more; removed with `prune`. */
  readonly removed: readonly string[]
  /** The same without `prune`: they stay. */
  readonly stale: readonly string[]
  /** What is ours already: what earlier exports wrote, one that was stopped in between among them. */
  readonly known: ReadonlyMap<string, string>
  /** What is ours afterwards: the hash of each file by name. */
  readonly manifest: ReadonlyMap<string, string>
}

/** Decides what happens to a folder, without touching it. Hashes are of the content. */
export function planFolder(now: {
  /** What the export holds. */
  readonly files: ReadonlyMap<string, string>
  /** What earlier exports wrote. */
  readonly manifest: ReadonlyMap<string, string>
  /** What one that was stopped in between may have written. */
  readonly begun?: ReadonlyMap<string, string>
  /** What lies there, by name; no hash for a link, a folder, or a file nobody asked about. */
  readonly present: ReadonlyMap<string, string | undefined>
  readonly prune: boolean
}): FolderPlan {
  const { files, present, prune, begun = new Map() } = now
  const finished = [...begun].filter(([name, hash]) => present.get(name) === hash)
  const known = new Map([...now.manifest, ...finished])
  const written: string[] = []
  const unchanged: string[] = []
  const left: string[] = []
  const ours = new Map<string, string>()

  // On many disks `Note.md` and `note.md` are one file, so a name in another case is in the way too.
  const spelled = new Map([...present.keys()].map(name => [folded(name), name]))
  for (const [name, hash] of files) {
    const there = present.has(name) ? name : spelled.get(folded(name))
    const lies = there === undefined ? undefined : present.get(there)
    const before = known.get(name)
    if (
      there === undefined ||
      (there === name && lies !== undefined && lies === before && lies !== hash)
    ) {
      written.push(name)
      ours.set(name, hash)
      spelled.set(folded(name), name)
    } else if (there === name && lies === hash) {
      unchanged.push(name)
      ours.set(name, hash)
    } else {
      left.push(there)
      if (before !== undefined) ours.set(name, before)
    }
  }

  const gone = [...known].filter(([name, hash]) => !files.has(name) && present.get(name) === hash)
  if (!prune) for (const [name, hash] of gone) ours.set(name, hash)
  const names = gone.map(([name]) => name)
  const [removed, stale] = prune ? [names, []] : [[], names]
  return { written, unchanged, left, removed, stale, known, manifest: ours }
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase()
