import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
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

  const exportsOf = (piece: string): unknown => {
    const known = modules.get(piece)
    if (known) return known.exports
    const filename = folder + piece
    const { stamp, source } = sourceOf(filename)
    const kept = pieces.get(piece)
    const cachedData = kept?.stamp === stamp ? kept.code() : undefined
    const script = new Script(source, { filename, cachedData })
    isNew ||= !cachedData || script.cachedDataRejected === true
    scripts.set(piece, { stamp, script })
    const module: Module = { exports: {} }
    modules.set(piece, module)
    script.runInThisContext()(module.exports, required, module)
    return module.exports
  }
  // All lie in `chunks/` but the first, which names them so. Node's own way to put paths together takes half as long as reading.
  const required = (id: string) => {
    if (id.startsWith('../') || id.startsWith('./chunks/'))
      return exportsOf(id.slice(id.indexOf('/')))
    return id.startsWith('./') ? exportsOf(`/chunks${id.slice(1)}`) : require(id)
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
  return exportsOf(`/${name}`)
}

/** As Node's own, by the names that its documentation gives; it has none in version 20. */
function place(): string {
  const folder = `node-compile-cache-${process.getuid?.() ?? 'own'}`
  const version = `hearten-${process.version}-${process.arch}`
  const { NODE_COMPILE_CACHE, TMPDIR, TMP, TEMP } = process.env
  if (NODE_COMPILE_CACHE) return join(NODE_COMPILE_CACHE, version)
  // As `node:os` finds it, which takes longer to load than all of this file.
  const temporary =
    process.platform === 'win32' ? require('node:os').tmpdir() : TMPDIR || TMP || TEMP || '/tmp'
  return join(temporary, folder, version)
}

const before = '(function (exports, require, module) {'
const behind = '\n})'

/**
 * A file of the build as a function, put together as bytes: they are ASCII, and V8 takes them as they are.
 * Its stamp is another for another file of the same path, or a changed one.
 */
function sourceOf(path: string): { readonly stamp: string; readonly source: string } {
  const descriptor = openSync(path, 'r')
  try {
    const { ino, size, ctimeMs } = fstatSync(descriptor)
    const bytes = Buffer.allocUnsafeSlow(before.length + size + behind.length)
    bytes.write(before, 'latin1')
    const end = before.length + readSync(descriptor, bytes, before.length, size, 0)
    bytes.write(behind, end, 'latin1')
    const source = bytes.toString('latin1', 0, end + behind.length)
    return { stamp: `${ino} ${size} ${ctimeMs}`, source }
  } finally {
    closeSync(descriptor)
  }
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
