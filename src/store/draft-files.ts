import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { ifThere, makeFolder, namesIn, reading, removeFile, writingError } from './disk.ts'
import type { DraftInfo, Drafts } from './drafts.ts'
import { quietly, syncFolder, writeDurably, writeTemporary } from './durable.ts'
import { formatVersion } from './lines.ts'
import type { Host, Owner } from './lock.ts'

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
  readonly disk: Disk
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
  const { disk, now, host } = place
  const pages = new Map<string, Page>()
  const synced = new Map<string, number>()
  const unsynced = new Set<string>()
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

  const newest = (id: string): Page | undefined => {
    const folder = place.folder()
    if (folder === undefined) return undefined
    const { synced, latest } = files(folder, id)
    const found = [readPage(disk, synced), readPage(disk, latest)]
    const readable = found.filter(it => typeof it === 'object')
    if (readable.length === 0 && found.includes('damaged')) {
      place.onNotice(
        `${synced} is damaged: that unfinished page cannot be opened. Nothing was changed.\nRun \`hearten doctor\`.`,
      )
    }
    return readable.reduce<Page | undefined>(
      (best, page) => (best === undefined || page.save > best.save ? page : best),
      undefined,
    )
  }

  const writeSynced = (id: string, page: Page) => {
    const folder = place.folder('make') ?? ''
    const { synced: path, latest } = files(folder, id)
    makeFolder(disk, folder)
    writeDurably(disk, path, encode(page))
    synced.set(id, now().getTime())
    if (unsynced.delete(id)) removeFile(disk, latest)
  }

  const drafts: Drafts = {
    list() {
      const folder = place.folder()
      if (folder === undefined) return []
      const ids = reading(folder, () => namesIn(disk, folder)).map(
        name => /^([0-9a-z-]+)(?:\.latest)?\.json$/.exec(name)?.[1],
      )
      const found: DraftInfo[] = []
      for (const id of new Set(ids)) {
        const page = id === undefined ? undefined : newest(id)
        if (id !== undefined && page && !isWrittenElsewhere(page))
          found.push({ id, savedAt: new Date(page.savedAt) })
      }
      return found.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
    },
    load: id => newest(id)?.content,
    save(id, content) {
      const last = pages.get(id) ?? newest(id)
      self ??= host.self()
      const savedAt = now().toISOString()
      const page = { save: (last?.save ?? 0) + 1, savedAt, owner: self, content }
      try {
        if (Math.abs(now().getTime() - (synced.get(id) ?? 0)) >= syncEvery) writeSynced(id, page)
        else {
          const { latest } = files(place.folder('make') ?? '', id)
          disk.renameSync(writeTemporary(disk, latest, encode(page)), latest)
          unsynced.add(id)
          timer ??= setTimeout(() => {
            timer = undefined
            drafts.sync()
          }, syncEvery)
          timer.unref()
        }
        pages.set(id, page)
      } catch (error) {
        throw writingError(
          `The unfinished page ${id}`,
          error,
          'What was typed since the last save is on the screen only.',
        )
      }
    },
    sync() {
      for (const id of [...unsynced]) {
        const page = pages.get(id)
        // Should it fail, the page is still in the other file, and the next save says so.
        if (page) quietly(() => writeSynced(id, page))
      }
    },
    remove(id) {
      const folder = place.folder()
      pages.delete(id)
      unsynced.delete(id)
      synced.delete(id)
      if (folder === undefined) return
      const { synced: path, latest } = files(folder, id)
      removeFile(disk, latest)
      removeFile(disk, path)
      if (ifThere(() => disk.statSync(folder))) syncFolder(disk, folder)
    },
  }
  return drafts
}

/** A draft's name becomes a file's name. */
function checked(id: string): string {
  if (/^[0-9a-z-]{1,80}$/.test(id)) return id
  throw new RangeError(`${JSON.stringify(id)} cannot name a draft`)
}

const encode = (page: Page): Buffer =>
  Buffer.from(`${JSON.stringify({ hearten: formatVersion, ...page })}\n`)

function readPage(disk: Disk, path: string): Page | 'damaged' | undefined {
  const bytes = reading(path, () => ifThere(() => disk.readFileSync(path)))
  if (bytes === undefined) return undefined
  try {
    const page = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof page.save === 'number' && typeof page.savedAt === 'string' ? page : 'damaged'
  } catch {
    return 'damaged'
  }
}
