// Notes what a piece of work asks of the disk, call by call, as far as a power cut could undo it.
import { dirname } from 'node:path'
import type { Disk } from '../../src/store/disk.ts'
import { realDisk } from '../../src/store/disk.ts'

/** A file apart from its names. */
export type FileId = number

/** What changes the disk, or makes sure that it is changed for good. */
export type Operation =
  | { readonly what: 'create'; readonly path: string; readonly file: FileId }
  | { readonly what: 'write'; readonly file: FileId; readonly bytes: Buffer }
  | { readonly what: 'syncFile'; readonly file: FileId }
  | { readonly what: 'syncFolder'; readonly path: string }
  | { readonly what: 'link'; readonly from: string; readonly path: string }
  | { readonly what: 'rename'; readonly from: string; readonly path: string }
  | { readonly what: 'unlink'; readonly path: string }
  | { readonly what: 'makeFolder'; readonly path: string }
  | { readonly what: 'removeFolder'; readonly path: string }
  /** The person was told that it is done: from here on nothing of it may be lost. */
  | { readonly what: 'told' }

export interface Recording {
  readonly disk: Disk
  readonly operations: Operation[]
}

/** The real disk, which does what it is asked and notes it. @param first the first id that is free */
export function recordingDisk(first: FileId): Recording {
  const operations: Operation[] = []
  const open = new Map<number, { path: string; file: FileId | undefined }>()
  let nextId = first
  const noting: Partial<Record<keyof Disk, (args: readonly unknown[], result: unknown) => void>> = {
    openSync([path, flags], result) {
      const isNew = String(flags).startsWith('w')
      const file = isNew ? nextId++ : undefined
      if (file !== undefined) operations.push({ what: 'create', path: String(path), file })
      open.set(Number(result), { path: String(path), file })
    },
    closeSync([fd]) {
      open.delete(Number(fd))
    },
    writeSync([fd, bytes, from], result) {
      const at = Number(from ?? 0)
      const { file } = opened(fd)
      if (file === undefined) throw new Error('Written to a file that was not made anew')
      const written = Buffer.from((bytes as Uint8Array).subarray(at, at + Number(result)))
      operations.push({ what: 'write', file, bytes: written })
    },
    fsyncSync([fd]) {
      const { path, file } = opened(fd)
      operations.push(
        file === undefined ? { what: 'syncFolder', path } : { what: 'syncFile', file },
      )
    },
    linkSync([from, path]) {
      operations.push({ what: 'link', from: String(from), path: String(path) })
    },
    renameSync([from, path]) {
      operations.push({ what: 'rename', from: String(from), path: String(path) })
    },
    unlinkSync([path]) {
      operations.push({ what: 'unlink', path: String(path) })
    },
    mkdirSync([path]) {
      operations.push({ what: 'makeFolder', path: String(path) })
    },
    rmdirSync([path]) {
      operations.push({ what: 'removeFolder', path: String(path) })
    },
    copyFileSync() {
      throw new Error('Copied where links were expected')
    },
  }
  const opened = (fd: unknown) => {
    const found = open.get(Number(fd))
    if (!found) throw new Error('A file that nobody opened')
    return found
  }
  const disk = new Proxy(realDisk, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown
      const note = noting[name as keyof Disk]
      return (...args: unknown[]) => {
        // Nothing here waits for a real disk: what is synced is noted.
        const result = name === 'fsyncSync' ? undefined : method.apply(target, args)
        note?.(args, result)
        return result
      }
    },
  })
  return { disk, operations }
}

/** The folders whose syncing makes an operation on names last. */
export const foldersOf = (operation: Operation): readonly string[] => {
  switch (operation.what) {
    case 'rename':
      return [dirname(operation.from), dirname(operation.path)]
    case 'create':
    case 'link':
    case 'unlink':
    case 'makeFolder':
    case 'removeFolder':
      return [dirname(operation.path)]
    default:
      return []
  }
}
