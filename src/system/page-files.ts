import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Editing } from './editing-folders.ts'

/** Where Nano and Emacs save a page when their window is closed. */
const rescuedIn = (folder: string): string[] =>
  ['page.md.save', '#page.md#'].map(name => join(folder, name))

/** The page as it was written last, also by an editor that had to end; undefined when it is gone. */
export function lastWritten({ folder, file }: Editing): string | undefined {
  const written = (it: string) => statSync(it, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const last = [file, ...rescuedIn(folder)].reduce((a, b) => (written(b) > written(a) ? b : a))
  return written(last) > 0 ? last : undefined
}

/** Writes over the page, then removes it and what its editor left beside it. */
export function wipe({ folder, file }: Editing): void {
  for (const page of [file, ...rescuedIn(folder)])
    try {
      writeFileSync(page, Buffer.alloc(statSync(page).size), { flag: 'r+' })
    } catch {} // It was never there, or an editor may have taken it away.
  rmSync(folder, { recursive: true, force: true })
}
