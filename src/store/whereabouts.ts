import { join } from 'node:path'
import { JournalError } from '../errors.ts'
import { refuseForAnotherUser } from './another-user.ts'
import type { Awaitable } from './awaitable.ts'
import { after } from './awaitable.ts'
import { quietly } from './file-errors.ts'
import type { FirstPage } from './first-page.ts'
import { beginning, firstPage } from './first-page.ts'
import type { Workplace } from './keeper.ts'
import type { Manifest } from './manifest.ts'
import { createManifest, missingFolder, readManifest } from './manifest.ts'
import type { OpenOptions } from './open-options.ts'
import type { Paper } from './paper.ts'
import { papersOf } from './paper.ts'
import { generationIn, placesIn } from './places.ts'
import { paperSealedTo } from './sealing.ts'

/** Where a journal is written, now: another process may seal it or open it, and then that is elsewhere. */
export interface Whereabouts {
  /** The first page, as it was when the journal was opened. */
  readonly page: FirstPage
  /** The first page as it is; undefined where there is none yet. */
  manifest(): Manifest | undefined
  /** @throws JournalError when nothing can be read */
  here(): Awaitable<Workplace>
  /** Makes the journal where there is none. @throws UserError, JournalError */
  hereToWrite(): Awaitable<Workplace>
  /** Where what is written can be kept while nothing can be read. */
  refuge(): Awaitable<Workplace>
  /** Whether reading would ask for a passphrase first. */
  isLocked(): boolean
  /** All was erased: a journal that is written to now begins anew. */
  beginAnew(): void
  /** Whether it began anew because what was there when it was opened was taken away by another. */
  isAnew(): boolean
}

/** @throws JournalError when what is there cannot be read */
export async function whereaboutsOf(options: OpenOptions): Promise<Whereabouts> {
  const { folder, host, now, newId, onNotice } = options
  const { disk, plain, paper: unsealed } = papersOf(options)
  const places = placesIn(folder)
  let stamp: string | undefined
  // Before it is read: one that is written while it is read is read again.
  quietly(() => {
    stamp = plain.stamp(places.manifest)
  })
  let page = firstPage(plain, places, { newId, now, onNotice })
  let { manifest } = page
  let gone: JournalError | undefined
  let anew = false
  /** The last one that was loaded: so that what is written at each key need not wait for it again. */
  let sealed: { readonly of: string; readonly paper: Paper } | undefined

  const manifestNow = (): Manifest | undefined => {
    if (manifest === undefined) {
      manifest = readManifest(plain, places)
      return manifest
    }
    // A page that was read once is good until there is another that can be read.
    quietly(() => {
      const there = plain.stamp(places.manifest)
      const read = there === stamp ? undefined : readManifest(plain, places)
      stamp = there
      if (read) gone = undefined
      manifest = read ?? manifest
      if (there === 'none' && manifest && isGone(manifest)) leave(manifest)
    })
    return manifest
  }

  /** Not the page alone, which may come back: all of it was erased, or its folder was moved away. */
  const isGone = (page: Manifest): boolean =>
    plain.about(places.erasing) !== undefined || missingFolder(plain, places, page) !== undefined

  /** What is sealed to a key that is gone, nobody ever reads; and in its place nothing is written plain. */
  const leave = ({ recipient }: Manifest): void => {
    if (recipient !== undefined) {
      gone = new JournalError(takenAway(folder))
      return
    }
    beginAnew()
    anew = true
  }

  const beginAnew = (): void => {
    manifest = undefined
    page = beginning(plain, places, { newId, now })
  }

  /** @throws JournalError when the key is gone to which it was sealed */
  const manifestToUse = (): Manifest | undefined => {
    const there = manifestNow()
    if (gone) throw gone
    return there
  }

  const paperOf = ({ generation, recipient }: Manifest): Awaitable<Paper> => {
    if (recipient === undefined) return unsealed
    const of = `${generation} ${recipient}`
    if (sealed?.of === of) return sealed.paper
    return paperSealedTo(options, join(folder, generation), recipient).then(paper => {
      sealed = { of, paper }
      return paper
    })
  }

  const workplace = (current: Manifest): Awaitable<Workplace> =>
    after(paperOf(current), paper => ({
      disk,
      paper,
      host,
      generation: generationIn(join(folder, current.generation)),
      lock: places.lock,
      now,
      newId,
      onNotice,
      ...(options.beside && { beside: options.beside }),
      isCurrent: () =>
        (manifestNow() ?? page.wouldBe).generation === current.generation && gone === undefined,
    }))

  const here = () => {
    if (page.trouble) throw page.trouble
    return workplace(manifestToUse() ?? page.wouldBe)
  }

  await workplace(page.wouldBe)
  return {
    get page() {
      return page
    },
    manifest: manifestNow,
    here,
    hereToWrite() {
      refuseForAnotherUser(plain, folder, host)
      if (page.trouble) throw page.trouble
      manifest = manifestToUse() ?? createManifest(plain, places, page.wouldBe)
      return workplace(manifest)
    },
    refuge() {
      refuseForAnotherUser(plain, folder, host)
      const { refuge } = page
      if (refuge === undefined) return here()
      return after(workplace(page.wouldBe), place => ({
        ...place,
        generation: refuge,
        isCurrent: () => true,
      }))
    },
    isLocked: () =>
      (manifest ?? page.wouldBe).recipient !== undefined && sealed?.paper.isLocked() !== false,
    beginAnew,
    isAnew: () => anew,
  }
}

const takenAway = (folder: string): string =>
  `${folder} is not there any more: it was erased, or moved away. It was encrypted, so nothing is written in its place. What you typed is on the screen only.`
