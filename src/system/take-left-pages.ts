import { readFileSync, statSync } from 'node:fs'
import type { Drafts } from '../store/drafts.ts'
import type { Journal } from '../store/journal.ts'
import type { Owner } from '../store/lock.ts'
import type { Editing } from './editing-folders.ts'
import { leftPages } from './left-pages.ts'
import { lastWritten, wipe } from './page-files.ts'
import { pageText } from './page-text.ts'
import type { World } from './world.ts'

/** How long a page may stay open in a window that nobody waits for, in milliseconds. */
const openAtMost = 24 * 60 * 60_000

/**
 * Takes what was saved in pages that were left behind into drafts, and wipes them. What cannot be
 * taken in stays where it is.
 */
export async function takeLeftPages(
  world: World,
  folder: string,
  { drafts, locked }: Pick<Journal, 'drafts' | 'locked'>,
  newId: () => string,
): Promise<void> {
  for (const editing of leftPages(world, folder))
    try {
      const { opened, owner, page, open } = editing.note
      const text = textOf(editing)
      const untouched = text === undefined || text === opened
      if (untouched && open && age(editing, world) < openAtMost) continue
      // Nobody is asked for a passphrase for that: should they be there twice, both are offered.
      const isKept = async () => !locked && (await isHeld(drafts, text ?? ''))
      if (!untouched && text !== '' && !(await isKept())) {
        const goesOn = locked || (await isLeftToo(drafts, page.id, owner))
        await drafts.save(goesOn ? page.id : newId(), { ...page.content, text })
        await drafts.sync()
      }
      wipe(editing)
    } catch {} // Not text, or a full disk: the doctor names the page.
}

function textOf(editing: Editing): string | undefined {
  const file = lastWritten(editing)
  return file && pageText(readFileSync(file))
}

const age = ({ folder }: Editing, { now }: World): number =>
  now().getTime() - statSync(folder).mtimeMs

/** Whether nobody else wrote on in the unfinished page of this id, if there is any. */
async function isLeftToo(drafts: Drafts, id: string, { pid, started }: Owner): Promise<boolean> {
  if ((await drafts.load(id)) === undefined) return true
  const { owner } = (await drafts.list()).find(it => it.id === id) ?? {}
  return owner?.pid === pid && owner.started === started
}

/** Whether an unfinished page or session has these very words already. */
async function isHeld(drafts: Drafts, text: string): Promise<boolean> {
  const pages = (await drafts.list()).map(({ id }) => drafts.load(id))
  return (await Promise.all(pages)).some(it => JSON.stringify(it)?.includes(JSON.stringify(text)))
}
