#!/usr/bin/env node
'use strict'
const {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} = require('node:fs')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

// The program's code is in dist/. What loads it is here, since Node takes as long for another file of its own finding as
// for all that this one does.

/**
 * The code of a command, as it lies in its file: how many starts have added to it, and by the names of the files of the
 * build what V8 made of each.
 * @typedef {{ starts: number, pieces: ReadonlyMap<string, KeptPiece> }} Kept
 */

/**
 * What V8 made of a file of the build, and what the file was then. The code is read when it is asked for: much of it
 * belongs to what is seldom loaded.
 * @typedef {{ stamp: string, code(): Buffer | undefined }} KeptPiece
 */

const startedAt = Date.now()

/** V8 compiles a function when it is called, and a first start in an empty journal does not call all. */
const enough = 3

/**
 * Loads the program with the code that V8 made of its files at an earlier start, since to compile them again costs
 * more than a bare start of Node. Where there is none, or no place for it, all goes as usual: docs/decisions/051.
 * @param {string} folder
 * @param {string} name
 */
function load(folder, name) {
  const main = join(folder, name)
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return require(main)
  // Not what a flag is given, which may be the name of a part.
  const [first] = (process.argv[2] ?? '').split('=')
  const file = join(place(), `${hashOf(`${folder} ${first}`)}.code`)
  const { starts, pieces } = keptIn(file)
  /** @type {Map<string, { stamp: string, script: import('node:vm').Script }>} */
  const scripts = new Map()
  let isNew = starts < enough
  /** @type {Map<string, { exports: any }>} */
  const modules = new Map()

  /** @param {string} piece */
  const exportsOf = piece => {
    const known = modules.get(piece)
    if (known) return known.exports
    const filename = folder + piece
    const { stamp, source, changed } = sourceOf(filename)
    // An update while a session is open: its pieces know each other's parts by other names. The clock alone does not say
    // so, as it may have been set back since hearten was installed.
    const ofMain = scripts.get(`/${name}`)?.stamp
    if (ofMain && changed > startedAt && sourceOf(main).stamp !== ofMain)
      throw new Error('another build lies there by now')
    const kept = pieces.get(piece)
    const cachedData = kept?.stamp === stamp ? kept.code() : undefined
    const script = new Script(source, { filename, cachedData })
    isNew ||= !cachedData || script.cachedDataRejected === true
    scripts.set(piece, { stamp, script })
    const module = { exports: {} }
    modules.set(piece, module)
    script.runInThisContext()(module.exports, required, module)
    return module.exports
  }
  // All lie in `chunks/` but the first, which names them so. Node's own way to put paths together takes half as long as reading.
  /** @param {string} id */
  const required = id => {
    if (id.startsWith('../') || id.startsWith('./chunks/'))
      return exportsOf(id.slice(id.indexOf('/')))
    return id.startsWith('./') ? exportsOf(`/chunks${id.slice(1)}`) : require(id)
  }

  // At the end V8 has compiled what the command used. A line that ended badly may be a mistyped one, of
  // which there is no end.
  process.on('exit', status => {
    if (status !== 0 || !isNew) return
    /** @type {Piece[]} */
    const made = Array.from(scripts, ([name, { stamp, script }]) => ({
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
function place() {
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
 * @param {string} path
 */
function sourceOf(path) {
  const descriptor = openSync(path, 'r')
  try {
    const { ino, size, ctimeMs } = fstatSync(descriptor)
    const bytes = Buffer.allocUnsafeSlow(before.length + size + behind.length)
    bytes.write(before, 'latin1')
    const end = before.length + readSync(descriptor, bytes, before.length, size, 0)
    bytes.write(behind, end, 'latin1')
    const source = bytes.toString('latin1', 0, end + behind.length)
    return { stamp: `${ino} ${size} ${ctimeMs}`, source, changed: ctimeMs }
  } finally {
    closeSync(descriptor)
  }
}

/** FNV-1a. @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}

/**
 * The first line of a file: what stands in the rest, one behind another.
 * @typedef {{ starts: number, files: [name: string, stamp: string, length: number][] }} Index
 */

/**
 * The same, to be written.
 * @typedef {{ name: string, stamp: string, code: Buffer }} Piece
 */

/** @type {Kept} */
const nothing = { starts: 0, pieces: new Map() }

/** More than any first line is long. */
const longestIndex = 1 << 14

/**
 * V8 runs what it is given without a look. So all is in the file twice, and counts only where both are the same,
 * and only in a file that nobody else can have written. It stays open, so that all of it is of one start.
 * @param {string} file
 * @returns {Kept}
 */
function keptIn(file) {
  try {
    const descriptor = openSync(file, 'r')
    const about = fstatSync(descriptor)
    if (!isOurs(about)) return nothing
    const half = about.size / 2
    /** @param {number} from @param {number} length */
    const same = (from, length) => {
      const [once, again] = [0, half].map(start => {
        const bytes = Buffer.allocUnsafe(length)
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start + from))
      })
      return once && again && once.length === length && once.equals(again) ? once : undefined
    }
    const first = same(0, Math.min(longestIndex, half))
    if (!first) return nothing
    let at = first.indexOf('\n') + 1
    /** @type {Index} */
    const { starts, files } = JSON.parse(first.toString('utf8', 0, at))
    const pieces = new Map()
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

/**
 * Whether a file or folder is this account's, and its alone. Windows gives each account a folder of its own.
 * @param {{ uid: number, mode: number }} about
 */
const isOurs = ({ uid, mode }) =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)

/**
 * It is no loss where it fails: then the next start is as slow as this one.
 * @param {string} file
 * @param {number} starts
 * @param {Piece[]} pieces
 */
function keep(file, starts, pieces) {
  try {
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isOurs(lstatSync(folder))) return
    /** @type {Index} */
    const index = {
      starts,
      files: pieces.map(({ name, stamp, code }) => [name, stamp, code.length]),
    }
    const once = [Buffer.from(`${JSON.stringify(index)}\n`), ...pieces.map(({ code }) => code)]
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, Buffer.concat([...once, ...once]), { mode: 0o600, flag: 'wx' })
    renameSync(temporary, file)
  } catch {}
}

const { main, systemWorld } = load(join(__dirname, '../dist'), 'main.js')

main(process.argv.slice(2), systemWorld(process)).then((/** @type {number} */ code) => {
  process.exitCode = code
  // Nothing is left to do by then. By itself Node would go on to take apart all that V8 holds.
  process.once('beforeExit', () => process.exit())
})
