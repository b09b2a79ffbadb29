import {
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { Script } from 'node:vm'

interface Module {
  exports: unknown
}

/** The code of a command, as it lies in its file. */
interface Kept {
  /** How many starts have added to it. */
  readonly starts: number
  /** By the names of the files of the build. */
  readonly pieces: ReadonlyMap<string, KeptPiece>
}

/** What V8 made of a file of the build. */
interface KeptPiece {
  /** What the file was then. */
  readonly stamp: string
  /** Read when it is asked for: much of it belongs to what is seldom loaded. */
  code(): Buffer | undefined
}

/** V8 compiles a function when it is called, and a first start in an empty journal does not call all. */
const enough = 3

/**
 * Loads the program with the code that V8 made of its files at an earlier start, since to compile them again costs
 * more than a bare start of Node. Where there is none, or no place for it, all goes as usual: docs/decisions/051.
 */
export function load(folder: string, name: string): unknown {
  const main = join(folder, name)
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return require(main)
  const file = join(place(), `${hashOf(`${folder} ${process.argv[2] ?? ''}`)}.code`)
  const { starts, pieces } = keptIn(file)
  const scripts = new Map<string, { stamp: string; script: Script }>()
  let isNew = starts < enough
  const modules = new Map<string, Module>()

  const exportsOf = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const piece = path.slice(folder.length)
    const stamp = stampOf(path)
    const kept = pieces.get(piece)
    const cachedData = kept?.stamp === stamp ? kept.code() : undefined
    const source = `(function (exports, require, module) {${readFileSync(path, 'utf8')}\n})`
    const script = new Script(source, { filename: path, cachedData })
    isNew ||= !cachedData || script.cachedDataRejected === true
    scripts.set(piece, { stamp, script })
    const module: Module = { exports: {} }
    modules.set(path, module)
    const here = dirname(path)
    const required = (id: string) => {
      if (!id.startsWith('.')) return require(id)
      // A neighbour's is put together by hand: to normalise that of each, letter by letter, is so much that V8 brings in its
      // optimizing compiler for it, which is four megabytes.
      return exportsOf(id.lastIndexOf('/') === 1 ? `${here}${sep}${id.slice(2)}` : join(here, id))
    }
    script.runInThisContext()(module.exports, required, module)
    return module.exports
  }

  // At the end V8 has compiled what the command used. A line that ended badly may be a mistyped one, of
  // which there is no end.
  process.on('exit', status => {
    if (status !== 0 || !isNew) return
    const made: Piece[] = Array.from(scripts, ([name, { stamp, script }]) => ({
      name,
      stamp,
      code: script.createCachedData(),
    }))
    for (const [name, { stamp, code }] of pieces) {
      const before = scripts.has(name) ? undefined : code()
      if (before) made.push({ name, stamp, code: before })
    }
    keep(file, starts + 1, made)
  })
  return exportsOf(main)
}

/** As Node's own, by the names that its documentation gives; it has none in version 20. */
function place(): string {
  const folder = `node-compile-cache-${process.getuid?.() ?? 'own'}`
  const version = `hearten-${process.version}-${process.arch}`
  return join(process.env.NODE_COMPILE_CACHE || join(tmpdir(), folder), version)
}

/** Of the same path, another file or a changed one has another. */
function stampOf(path: string): string {
  const { ino, size, ctimeMs } = statSync(path)
  return `${ino} ${size} ${ctimeMs}`
}

/** FNV-1a. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}

/** The first line of a file: what stands in the rest, one behind another. */
interface Index {
  readonly starts: number
  readonly files: readonly (readonly [name: string, stamp: string, length: number])[]
}

/** The same, to be written. */
interface Piece {
  readonly name: string
  readonly stamp: string
  readonly code: Buffer
}

const nothing: Kept = { starts: 0, pieces: new Map() }

/** More than any first line is long. */
const longestIndex = 1 << 14

/**
 * V8 runs what it is given without a look. So all is in the file twice, and counts only where both are the same,
 * and only in a file that nobody else can have written. It stays open, so that all of it is of one start.
 */
function keptIn(file: string): Kept {
  try {
    const descriptor = openSync(file, 'r')
    const about = fstatSync(descriptor)
    if (!isOurs(about)) return nothing
    const half = about.size / 2
    const same = (from: number, length: number): Buffer | undefined => {
      const [once, again] = [0, half].map(start => {
        const bytes = Buffer.allocUnsafe(length)
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start + from))
      })
      return once && again && once.length === length && once.equals(again) ? once : undefined
    }
    const first = same(0, Math.min(longestIndex, half))
    if (!first) return nothing
    let at = first.indexOf('\n') + 1
    const { starts, files }: Index = JSON.parse(first.toString('utf8', 0, at))
    const pieces = new Map<string, KeptPiece>()
    for (const [name, stamp, length] of files) {
      const from = at
      pieces.set(name, { stamp, code: () => same(from, length) })
      at += length
    }
    return at === half ? { starts, pieces } : nothing
  } catch {
    return nothing
  }
}

/** Whether a file or folder is this account's, and its alone. Windows gives each account a folder of its own. */
const isOurs = ({ uid, mode }: { uid: number; mode: number }): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)

/** It is no loss where it fails: then the next start is as slow as this one. */
function keep(file: string, starts: number, pieces: readonly Piece[]): void {
  try {
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isOurs(lstatSync(folder))) return
    const index: Index = {
      starts,
      files: pieces.map(({ name, stamp, code }) => [name, stamp, code.length]),
    }
    const once = [Buffer.from(`${JSON.stringify(index)}\n`), ...pieces.map(({ code }) => code)]
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, Buffer.concat([...once, ...once]), { mode: 0o600, flag: 'wx' })
    renameSync(temporary, file)
  } catch {}
}
