import { statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { plainPaper } from '../store/paper.ts'

/**
 * Writes a file the person asked for, whole or not at all, for their eyes only (0600), and says where
 * it went. `-` is standard output.
 */
export function writeResult(context: Context, file: string, text: string): void {
  if (file === '-') {
    context.terminal.print(text)
    return
  }
  const path = resolve(file)
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    intoStream(path, text)
    return
  }
  try {
    plainPaper().write(path, Buffer.from(text), 'synced', { link: 'replace' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(`${path} could not be written (${code}). Nothing was changed there.`)
  }
  context.terminal.notify(`Written to ${path}, readable only by you.`)
}

/** A pipe or a device (`/dev/stdout`) is written into: replacing it by a file is not what was meant. */
function intoStream(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(`${path} could not be written (${code}). Nothing was changed there.`)
  }
}
