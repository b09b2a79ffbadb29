import { join } from 'node:path'
import type { Awaitable } from './awaitable.ts'
import { after, orElse, queue } from './awaitable.ts'
import type { DraftInfo, Drafts } from './drafts.ts'
import { reading, readingError, writingError } from './file-errors.ts'
import { Damage, formatVersion } from './lines.ts'
import type { Host, Owner } from './lock.ts'
import type { Paper } from './paper.ts'

/** How long typing may run on before it is synced to the disk, in milliseconds. */
const syncEvery = 1000

interface Page {
  /** Grows with every save, so that of two files the later is known whatever the clock did. */
  readonly save: number
  readonly savedAt: string
  /** Who is writing it: a page that is being written elsewhere right now is not unfinished. */
  readonly owner?: Owner
  readonly content: unknown
}

export interface DraftPlace {
  readonly paper: Paper
  readonly host: Pick<Host, 'self' | 'fateOf'>
  /** The folder, when there is a journal; made on the first save. */
  folder(make?: 'make'): string | undefined
  now(): Date
  onNotice(text: string): void
}

/**
 * Two files a draft: `ID.json` is always on the disk, `ID.latest.json` is what was typed since, safe
 * from everything but a power cut. A rename that is not synced may leave an empty file after one,
 * which must not take the synced page with it.
 */
export function draftsIn(place: DraftPlace): Drafts {
  const { paper, now, host } = place
  const pages = new Map<string, Page>()
  const synced = new Map<string, number>()
  const unsynced = new Set<string>()
  const inTurn = queue()
  let timer: NodeJS.Timeout | undefined
  let self: Owner | undefined

  const isWrittenElsewhere = ({ owner }: Page): boolean => {
    self ??= host.self()
    return owner !== undefined && owner.pid !== self.pid && host.fateOf(owner) === 'alive'
  }

  const files = (folder: string, id: string) => ({
    synced: join(folder, `${checked(id)}.json`),
    latest: join(folder, `${checked(id)}.latest.json`),
  })

  const newest = (id: string): Awaitable<Page | undefined> => {
    const folder = place.folder()
    if (folder === undefined) return undefined
    const { synced, latest } = files(folder, id)
    return after(readPage(paper, synced), page =>
      after(readPage(paper, latest), later => newestOf(synced, [page, later])),
    )
  }

  const newestOf = (path: string, found: readonly (Page | 'damaged' | undefined)[]) => {
    const readable = found.filter(it => typeof it === 'object')
    if (readable.length === 0 && found.includes('damaged')) {
      place.onNotice(
        `${path} is damaged: that unfinished page cannot be opened. Nothing was changed.\nRun \`hearten doctor\`.`,
      )
    }
    return readable.reduce<Page | undefined>(
      (best, page) => (best === undefined || page.save > best.save ? page : best),
      undefined,
    )
  }

  const writeSynced = (id: string, page: Page): Awaitable<void> => {
    const folder = place.folder('make') ?? ''
    const { synced: path, latest } = files(folder, id)
    paper.makeFolder(folder)
    return after(paper.write(path, encode(page), 'synced'), () => {
      synced.set(id, now().getTime())
      if (unsynced.delete(id)) paper.remove(latest)
    })
  }

  const writeLatest = (id: string, page: Page): Awaitable<void> => {
    const { latest } = files(place.folder('make') ?? '', id)
    return after(paper.write(latest, encode(page), 'quick'), () => {
      unsynced.add(id)
      timer ??= setTimeout(() => {
        timer = undefined
        void drafts.sync()
      }, syncEvery)
      timer.unref()
    })
  }

  const saveNow = (id: string, content: unknown): Awaitable<void> => {
    self ??= host.self()
    const owner = self
    const savedAt = now().toISOString()
    const isDue = Math.abs(now().getTime() - (synced.get(id) ?? 0)) >= syncEvery
    return after(pages.get(id) ?? newest(id), last => {
      const page = { save: (last?.save ?? 0) + 1, savedAt, owner, content }
      return after(isDue ? writeSynced(id, page) : writeLatest(id, page), () => {
        pages.set(id, page)
      })
    })
  }

  const drafts: Drafts = {
    async list() {
      await inTurn(() => {})
      const folder = place.folder()
      if (folder === undefined) return []
      const ids = reading(folder, () => paper.names(folder)).map(
        name => /^([0-9a-z-]+)(?:\.latest)?\.json$/.exec(name)?.[1],
      )
      const found: DraftInfo[] = []
      for (const id of new Set(ids)) {
        const page = id === undefined ? undefined : await newest(id)
        if (id !== undefined && page && !isWrittenElsewhere(page))
          found.push({ id, savedAt: new Date(page.savedAt) })
      }
      return found.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
    },
    load: async id => (await inTurn(() => newest(id)))?.content,
    save(id, content) {
      return orElse(
        () => inTurn(() => saveNow(id, content)),
        error => {
          throw writingError(
            `The unfinished page ${id}`,
            error,
            'What was typed since the last save is on the screen only.',
          )
        },
      )
    },
    sync() {
      return inTurn(() => syncNow([...unsynced]))
    },
    remove(id) {
      return inTurn(() => {
        const folder = place.folder()
        pages.delete(id)
        unsynced.delete(id)
        synced.delete(id)
        if (folder === undefined) return
        const { synced: path, latest } = files(folder, id)
        paper.remove(latest)
        paper.remove(path)
        if (paper.about(folder)) paper.sync(folder)
      })
    },
  }
  return drafts

  /** Should a page fail, it is still in the other file, and the next save says so. */
  function syncNow([id, ...others]: readonly string[]): Awaitable<void> {
    if (id === undefined) return undefined
    const page = pages.get(id)
    const written = orElse(
      () => page && writeSynced(id, page),
      () => {},
    )
    return after(written, () => syncNow(others))
  }
}

/** A draft's name becomes a file's name. */
function checked(id: string): string {
  if (/^[0-9a-z-]{1,80}$/.test(id)) return id
  throw new RangeError(`${JSON.stringify(id)} cannot name a draft`)
}

const encode = (page: Page): Buffer =>
  Buffer.from(`${JSON.stringify({ hearten: formatVersion, ...page })}\n`)

const readPage = (paper: Paper, path: string): Awaitable<Page | 'damaged' | undefined> =>
  orElse(
    () => after(paper.read(path), bytes => bytes && pageIn(bytes)),
    error => {
      if (error instanceof Damage) return 'damaged'
      throw readingError(path, error)
    },
  )

function pageIn(bytes: Buffer): Page | 'damaged' {
  try {
    const page = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof page.save === 'number' && typeof page.savedAt === 'string' ? page : 'damaged'
  } catch {
    return 'damaged'
  }
}
