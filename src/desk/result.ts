import { statSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { visibleLine } from '../render/gate.ts'
import { plainPaper } from '../store/paper.ts'
import { confirmed } from './confirmed.ts'
import { clearLeftovers } from './leftovers.ts'

/**
 * Writes a file the person asked for, whole or not at all, for their eyes only (0600), and says where
 * it went. One that is there already is replaced only after a yes. `-` is standard output.
 */
export async function writeResult(context: Context, file: string, text: string): Promise<void> {
  if (file === '-') {
    context.terminal.print(text)
    return
  }
  const path = resolve(file)
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isFile() === false) {
    intoStream(path, text)
    return
  }
  if (there)
    await confirmed(context, `${visibleLine(file)} is there already and would be replaced.`)
  try {
    // A folder that is not there is a slip of the pen, and none is made for it.
    statSync(dirname(path))
    clearLeftovers(dirname(path), name => name === basename(path))
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
