// What may be on the disk after a power cut, out of what was asked of it before.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { FileId, Operation } from './recording.ts'
import { foldersOf } from './recording.ts'

/** Which bytes of a file that was not synced are there. */
type Remains = 'all' | 'none' | 'half' | 'zeros'

/** Names and what is behind them; the folders themselves, in the order they were made. */
interface Tree {
  readonly files: ReadonlyMap<string, FileId>
  readonly folders: ReadonlySet<string>
}

/** The disk that a power cut leaves. */
export interface CrashState {
  /** How many operations had been asked for. */
  readonly at: number
  /** How often the person had been told that something is done. */
  readonly told: number
  /** What was lost, for who has to find out why. */
  readonly lost: readonly string[]
  readonly folders: readonly string[]
  readonly files: ReadonlyMap<string, Buffer>
}

interface Names {
  readonly operation: Operation
  /** Earlier ones, by their place in the list, without which this one cannot be there. */
  readonly needs: readonly number[]
}

/** All combinations are built of so many unsynced names, and of so many files with unsynced bytes. */
export interface Bounds {
  readonly names: number
  readonly files: number
}

/** The files and folders that lie in a folder, as if they had always been there. */
export function treeIn(folder: string): { tree: Tree; contents: Map<FileId, Buffer> } {
  const files = new Map<string, FileId>()
  const folders = new Set<string>()
  const contents = new Map<FileId, Buffer>()
  const byInode = new Map<number, FileId>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    const { ino } = statSync(path)
    if (statSync(path).isDirectory()) folders.add(path)
    else {
      const file = byInode.get(ino) ?? contents.size
      byInode.set(ino, file)
      files.set(path, file)
      contents.set(file, readFileSync(path))
    }
  }
  return { tree: { files, folders }, contents }
}

/**
 * Every state that a power cut may leave behind, each once.
 *
 * After each operation: of the names that came, went or changed since their folder was synced, each subset in which
 * those of one name keep their order and a file's folder is there; of the bytes that were written since their file was
 * synced, all, none, half or zeros. That is more than a file system in order leaves (it loses the last ones only),
 * and what one without order may. Beyond the bounds not every combination is built, but: nothing lost, all lost, each
 * prefix, each lost alone, each there alone.
 */
export function* crashStates(
  before: { tree: Tree; contents: ReadonlyMap<FileId, Buffer> },
  operations: readonly Operation[],
  bounds: Bounds,
): Generator<CrashState> {
  let durable: Tree = before.tree
  let names: Names[] = []
  const contents = new Map(before.contents)
  const synced = new Set(before.contents.keys())
  let told = 0
  const seen = new Set<string>()
  for (let at = 0; at <= operations.length; at++) {
    for (const lostNames of subsets(names, bounds.names)) {
      const there = names.filter((_, index) => !lostNames.has(index))
      const tree = there.reduce((tree, { operation }) => after(tree, operation), durable)
      const unsynced = [...new Set(tree.files.values())].filter(file => !synced.has(file))
      for (const remains of remainders(unsynced, bounds.files)) {
        const lost = [
          ...[...lostNames].map(index => described(names[index]?.operation)),
          ...[...remains].flatMap(([file, how]) =>
            how === 'all'
              ? []
              : [`${how} of ${[...tree.files].find(([, it]) => it === file)?.[0]}`],
          ),
        ]
        const files = new Map(
          [...tree.files].map(([path, file]) => [
            path,
            remaining(contents.get(file) ?? Buffer.alloc(0), remains.get(file) ?? 'all'),
          ]),
        )
        const state = { at, told, lost, folders: [...tree.folders], files }
        const print = fingerprint(state)
        if (seen.has(print)) continue
        seen.add(print)
        yield state
      }
    }
    const operation = operations[at]
    if (operation === undefined) return
    if (operation.what === 'told') told++
    else if (operation.what === 'write') {
      contents.set(
        operation.file,
        Buffer.concat([contents.get(operation.file) ?? Buffer.alloc(0), operation.bytes]),
      )
      synced.delete(operation.file)
    } else if (operation.what === 'syncFile') synced.add(operation.file)
    else if (operation.what === 'syncFolder') {
      const lasting = madeToLast(names, operation.path)
      durable = names.reduce(
        (tree, name, index) => (lasting.has(index) ? after(tree, name.operation) : tree),
        durable,
      )
      names = renumbered(names, lasting)
    } else {
      if (operation.what === 'create') contents.set(operation.file, Buffer.alloc(0))
      names.push({ operation, needs: needsOf(operation, names) })
    }
  }
}

const touched = (operation: Operation): readonly string[] =>
  'path' in operation
    ? 'from' in operation
      ? [operation.from, operation.path]
      : [operation.path]
    : []

/** What came before and is about the same name, or made the folder that the name is in. */
function needsOf(operation: Operation, names: readonly Names[]): number[] {
  const mine = touched(operation)
  return names.flatMap(({ operation: earlier }, index) => {
    const isSame = touched(earlier).some(path => mine.includes(path))
    const isFolder =
      earlier.what === 'makeFolder' && mine.some(path => path.startsWith(`${earlier.path}/`))
    // A folder goes when all that was in it went.
    const isInside =
      operation.what === 'removeFolder' &&
      touched(earlier).some(path => path.startsWith(`${operation.path}/`))
    return isSame || isFolder || isInside ? [index] : []
  })
}

/** Those that syncing a folder makes last, and what they need. */
function madeToLast(names: readonly Names[], folder: string): Set<number> {
  const lasting = new Set<number>()
  const take = (index: number) => {
    if (lasting.has(index)) return
    lasting.add(index)
    for (const need of names[index]?.needs ?? []) take(need)
  }
  for (const [index, { operation }] of names.entries())
    if (foldersOf(operation).includes(folder)) take(index)
  return lasting
}

function renumbered(names: readonly Names[], gone: ReadonlySet<number>): Names[] {
  const places = new Map<number, number>()
  const left = names.filter((_, index) => {
    if (gone.has(index)) return false
    places.set(index, places.size)
    return true
  })
  return left.map(({ operation, needs }) => ({
    operation,
    needs: needs.flatMap(need => places.get(need) ?? []),
  }))
}

/** Sets of names to lose, each with all that cannot be there without them. */
function* subsets(names: readonly Names[], bound: number): Generator<ReadonlySet<number>> {
  const all = names.map((_, index) => index)
  const closed = (lost: readonly number[]): Set<number> => {
    const set = new Set(lost)
    for (const [index, { needs }] of names.entries())
      if (needs.some(need => set.has(need))) set.add(index)
    return set
  }
  if (names.length <= bound) {
    for (let mask = 0; mask < 2 ** names.length; mask++)
      yield closed(all.filter(index => mask & (2 ** index)))
    return
  }
  yield closed([])
  for (const index of all) {
    yield closed(all.slice(index))
    yield closed([index])
    const needed = new Set([index])
    for (const later of all.slice(0, index + 1).reverse())
      if (needed.has(later)) for (const need of names[later]?.needs ?? []) needed.add(need)
    yield closed(all.filter(other => !needed.has(other)))
  }
}

function* remainders(
  files: readonly FileId[],
  bound: number,
): Generator<ReadonlyMap<FileId, Remains>> {
  const everything = (how: Remains) => new Map(files.map(file => [file, how] as const))
  yield everything('all')
  if (files.length === 0) return
  for (const how of ['none', 'half', 'zeros'] as const) {
    yield everything(how)
    for (const file of files) yield new Map([[file, how]])
  }
  if (files.length > bound) return
  for (let mask = 1; mask < 2 ** files.length; mask++)
    yield new Map(
      files.filter((_, index) => mask & (2 ** index)).map(file => [file, 'none'] as const),
    )
}

function remaining(bytes: Buffer, how: Remains): Buffer {
  if (how === 'none') return Buffer.alloc(0)
  if (how === 'half') return bytes.subarray(0, bytes.length >> 1)
  return how === 'zeros' ? Buffer.alloc(bytes.length) : bytes
}

/** The names after one operation; one that has nothing to act on, since what it needs was lost, does nothing. */
function after(tree: Tree, operation: Operation): Tree {
  const files = new Map(tree.files)
  const folders = new Set(tree.folders)
  if (operation.what === 'create') files.set(operation.path, operation.file)
  else if (operation.what === 'unlink') files.delete(operation.path)
  else if (operation.what === 'makeFolder') folders.add(operation.path)
  else if (operation.what === 'removeFolder') folders.delete(operation.path)
  else if (operation.what === 'link' || operation.what === 'rename') {
    const file = files.get(operation.from)
    if (file !== undefined) {
      files.set(operation.path, file)
      if (operation.what === 'rename') files.delete(operation.from)
    }
  }
  return { files, folders }
}

const described = (operation: Operation | undefined): string =>
  operation ? `${operation.what} ${touched(operation).join(' → ')}` : ''

function fingerprint({ told, folders, files }: CrashState): string {
  const hash = createHash('sha256').update(`${told}\n${[...folders].sort().join('\n')}\n`)
  for (const path of [...files.keys()].sort())
    hash.update(
      `${path} ${createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex')}\n`,
    )
  return hash.digest('hex')
}

/** Puts such a disk into a folder, in the place of whatever is there. */
export function build(state: CrashState, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  const there = (path: string) => join(to, relative(from, path))
  const folder = (path: string) => mkdirSync(path, { recursive: true, mode: 0o700 })
  const minuteAgo = Date.now() / 1000 - 60
  folder(to)
  for (const path of state.folders) folder(there(path))
  for (const [path, bytes] of state.files) {
    folder(dirname(there(path)))
    writeFileSync(there(path), bytes)
    chmodSync(there(path), 0o600)
    // No machine is back within a minute.
    utimesSync(there(path), minuteAgo, minuteAgo)
  }
}
