import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

interface Module {
  exports: unknown
}

/** The code of a command: for each file of the build what V8 compiled it to, and what the file was then. */
interface Kept {
  /** How many starts have added to it. */
  readonly starts: number
  readonly files: ReadonlyMap<string, { readonly stamp: string; readonly code: Buffer }>
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
  const { starts, files } = keptIn(file)
  const scripts = new Map<string, { stamp: string; script: Script }>()
  let isNew = starts < enough
  const modules = new Map<string, Module>()

  const exportsOf = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const stamp = stampOf(path)
    const kept = files.get(path)
    const cachedData = kept?.stamp === stamp ? kept.code : undefined
    const source = `(function (exports, require, module) {${readFileSync(path, 'utf8')}\n})`
    const script = new Script(source, { filename: path, cachedData })
    isNew ||= !cachedData || script.cachedDataRejected === true
    scripts.set(path, { stamp, script })
    const module: Module = { exports: {} }
    modules.set(path, module)
    const required = (id: string) =>
      id.startsWith('.') ? exportsOf(join(dirname(path), id)) : require(id)
    script.runInThisContext()(module.exports, required, module)
    return module.exports
  }

  // At the end V8 has compiled what the command used. A line that ended badly may be a mistyped one, of
  // which there is no end.
  process.on('exit', status => {
    if (status !== 0 || !isNew) return
    const made = [...scripts].map(
      ([path, { stamp, script }]) => [path, { stamp, code: script.createCachedData() }] as const,
    )
    keep(file, { starts: starts + 1, files: new Map([...files, ...made]) })
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
  readonly files: readonly (readonly [path: string, stamp: string, length: number])[]
}

const nothing: Kept = { starts: 0, files: new Map() }

/**
 * V8 runs what it is given without a look. So all is in the file twice, and counts only where both are the same,
 * and only in a file that nobody else can have written.
 */
function keptIn(file: string): Kept {
  try {
    const bytes = ownBytes(file)
    const once = bytes.subarray(0, bytes.length / 2)
    if (!once.equals(bytes.subarray(bytes.length / 2))) return nothing
    let at = once.indexOf('\n') + 1
    const index: Index = JSON.parse(once.toString('utf8', 0, at))
    const files = index.files.map(([path, stamp, length]) => {
      at += length
      return [path, { stamp, code: once.subarray(at - length, at) }] as const
    })
    return { starts: index.starts, files: new Map(files) }
  } catch {
    return nothing
  }
}

function ownBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    if (!isOurs(fstatSync(descriptor))) return Buffer.alloc(0)
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Whether a file or folder is this account's, and its alone. Windows gives each account a folder of its own. */
const isOurs = ({ uid, mode }: { uid: number; mode: number }): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)

/** It is no loss where it fails: then the next start is as slow as this one. */
function keep(file: string, { starts, files }: Kept): void {
  try {
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isOurs(lstatSync(folder))) return
    const index: Index = {
      starts,
      files: Array.from(files, ([path, { stamp, code }]) => [path, stamp, code.length]),
    }
    const once = [
      Buffer.from(`${JSON.stringify(index)}\n`),
      ...Array.from(files.values(), it => it.code),
    ]
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, Buffer.concat([...once, ...once]), { mode: 0o600, flag: 'wx' })
    renameSync(temporary, file)
  } catch {}
}
