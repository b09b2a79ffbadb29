import { inWords, readingError } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import { pendingFiles, readPending } from './pending.ts'
import { MovedOn } from './sealing.ts'
import { Shelves } from './shelves.ts'
import { View } from './view.ts'
import type { Whereabouts } from './whereabouts.ts'

/** How often a reader starts again when something is folded under its eyes, before it asks for quiet. */
const patience = 5

/** What an open journal lends to its readers. */
interface Lending {
  readonly folder: string
  readonly whereabouts: Pick<Whereabouts, 'here' | 'hereToWrite' | 'manifest'>
  onNotice(text: string): void
  /** Tells of a change that cannot be read. */
  say(error: unknown): void
  /** What is to be done under the lock before anything is folded. */
  tidied(place: Workplace): Promise<void>
}

/** How an open journal is read. */
interface Asking {
  /** Answers from a moment at which nothing was between two places. */
  ask<T>(question: (view: View) => Promise<T>): Promise<T>
  /** The journal as it is now, for who looks by themselves whether it stayed so. */
  viewOf(place: Workplace): Promise<View>
  /** Files of which an answer that was kept says that they are as hearten wrote them, by their stamps. To be added to. */
  readonly sound: Record<string, string>
}

export function askingOf({ folder, whereabouts, onNotice, say, tidied }: Lending): Asking {
  const { here, hereToWrite } = whereabouts
  const sound: Record<string, string> = {}

  async function viewOf({ paper, generation }: Workplace): Promise<View> {
    const shelves = new Shelves(paper, generation, onNotice)
    const view = new View(shelves, await readPending(paper, generation), sound)
    view.pending.damaged.forEach(say)
    return view
  }

  async function askQuietly<T>(question: (view: View) => Promise<T>): Promise<T> {
    const attempt = async () => {
      const place = await here()
      try {
        const view = await viewOf(place)
        const answer = await question(view)
        const waiting = pendingFiles(place.paper, place.generation.pending)
        return { answer, waiting, sure: view.isStillTrue(waiting) && place.isCurrent() }
      } catch (error) {
        if (place.isCurrent()) throw error
        // It was moved away under our eyes.
        return undefined
      }
    }
    for (let i = 0; i < patience; i++) {
      const found = await attempt()
      if (!found?.sure) continue
      if (found.waiting.length > 0) await foldWhatWaited()
      return found.answer
    }
    // Where no lock can be had, as in a folder that may only be read, the last answer must do.
    const { whileLocked } = await import('./keeper.ts')
    const quiet = await whileLocked(await here(), attempt).catch(attempt)
    if (quiet === undefined) throw new MovedOn()
    return quiet.answer
  }

  let isFolded = false
  /** What was written while nobody could read is filed by the first who can, were it only to read. */
  async function foldWhatWaited(): Promise<void> {
    if (isFolded || whereabouts.manifest()?.recipient === undefined) return
    isFolded = true
    try {
      const place = await hereToWrite()
      await (await import('./keeper.ts')).foldIfFree(place, undefined, () => tidied(place))
    } catch {
      // Somebody else's folder, or a full disk: it goes on waiting, and was read all the same.
    }
  }

  return {
    ask: question =>
      inWords(
        error => readingError(folder, error),
        () => askQuietly(question),
      ),
    viewOf,
    sound,
  }
}
