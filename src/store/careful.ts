import { join } from 'node:path'
import { codeOf } from './file-errors.ts'
import type { Folders, Paper } from './paper.ts'

/**
 * A paper that is looked around on without ever failing: what the system does not let one see is told,
 * and counts as not there. A file in the place of a folder holds nothing of ours.
 */
export function carefully<P extends Folders>(
  paper: P,
  onUnseen: (path: string, error: unknown) => void,
): P {
  const orElse = <T>(path: string, call: () => T, otherwise: T): T => {
    try {
      return call()
    } catch (error) {
      if (codeOf(error) !== 'ENOTDIR') onUnseen(path, error)
      return otherwise
    }
  }
  return {
    ...paper,
    names: folder => orElse(folder, () => paper.names(folder), []),
    about: (path, of) => orElse(path, () => paper.about(path, of), undefined),
  }
}

/** A paper on which some files are not there. */
export function hiding(paper: Paper, files: readonly string[]): Paper {
  const hidden = new Set(files)
  return {
    ...paper,
    names: folder => paper.names(folder).filter(name => !hidden.has(join(folder, name))),
    about: (path, of) => (hidden.has(path) ? undefined : paper.about(path, of)),
    read: path => (hidden.has(path) ? undefined : paper.read(path)),
  }
}
