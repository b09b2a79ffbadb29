import {
  chmodSync,
  closeSync,
  copyFileSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, ifThere } from './file-errors.ts'

/** The handful of synchronous file calls the store makes, so that a test can count them or make them fail. */
export const realDisk = {
  chmodSync,
  closeSync,
  copyFileSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
}

export type Disk = typeof realDisk

/** A file's bytes; undefined when it is not there. @throws Error EFTYPE, rather than waiting at a pipe for ever */
export const readIfThere = (disk: Disk, path: string): Buffer | undefined =>
  ifThere(() => {
    refuseOddFile(disk, path)
    return disk.readFileSync(path)
  })

/** A named pipe is waited for until somebody writes into it, and a device never ends. */
export function refuseOddFile(disk: Disk, path: string): void {
  const stat = disk.statSync(path)
  if (stat.isFile() || stat.isDirectory()) return
  throw Object.assign(new Error(`${path} is no ordinary file`), { code: 'EFTYPE' })
}

/** The names in a folder, sorted; none when there is no such folder. */
export const namesIn = (disk: Disk, folder: string): string[] =>
  ifThere(() => disk.readdirSync(folder).sort()) ?? []

/** Removes a file if it is there. */
export const removeFile = (disk: Disk, path: string): void => {
  ifThere(() => disk.unlinkSync(path))
}

/** Makes a folder only its owner can enter, and those above it; what is there already is left as it is. */
export function makeFolder(disk: Disk, folder: string): void {
  if (ifThere(() => disk.statSync(folder))) return
  makeFolder(disk, dirname(folder))
  try {
    disk.mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process was quicker.
    if (codeOf(error) === 'EEXIST') return
    throw error
  }
  // A umask may have taken away even the owner's rights.
  disk.chmodSync(folder, 0o700)
}
