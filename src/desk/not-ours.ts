import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { visibleLine } from '../render/gate.ts'

/** What lies in the data folder: the journal, its parts and its inbox, the first page and the numbers. */
const ours =
  /^(?:g\d+|parts|inbox|journal\.json.*|help\.json.*|lock|HOW-TO-OPEN-WITHOUT-HEARTEN\.txt)$/

/**
 * Refuses to write a result where the journal itself lies: it would take the place of words, or come in
 * as a page.
 * @throws UserError
 */
export function refuseOurs(context: Context, file: string): void {
  const path = resolve(file)
  const within = relative(real(context.folders.data), join(real(dirname(path)), basename(path)))
  if (!ours.test(within.split(sep)[0] ?? '')) return
  throw new UserError(
    `${visibleLine(file)} belongs to the journal itself. Nothing was changed. Name another place.`,
  )
}

/** The path without links on the way to it; what is not there has none. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
