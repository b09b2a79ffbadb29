import { join } from 'node:path'
import type { Awaitable } from './awaitable.ts'
import { after, orElse, queue } from './awaitable.ts'
import type { DraftPage } from './draft-page.ts'
import { encodePage, pageIn, readableIn } from './draft-page.ts'
import type { DraftInfo, Drafts } from './drafts.ts'
import { reading, readingError, writingError } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import { Damage } from './lines.ts'
import type { Host, Owner } from './lock.ts'
import type { Paper, WriteMode } from './paper.ts'

/** How long typing may run on before it is synced to the disk, in milliseconds. */
const syncEvery = 1000

/** Where pages lie. */
export type Spot = Pick<Workplace, 'paper' | 'generation' | 'isCurrent'>

export interface DraftPlace {
  readonly host: Pick<Host, 'self' | 'fateOf'>
  /** Where the journal is now; it is made for the first save. */
  at(make?: 'make'): Awaitable<Spot>
  now(): Date
  onNotice(text: string): void
}

/**
 * Two files a draft: `ID.json` is always on the disk, `ID.latest.json` is what was typed since, safe
 * from everything but a power cut. A rename that is not synced may leave an empty file after one,
 * which must not take the synced page with it. At a pause both hold the same, both synced: so what was
 * typed stands in two files.
 */
export function draftsIn(place: DraftPlace): Drafts {
  const { now, host } = place
  const pages = new Map<string, DraftPage>()
  const synced = new Map<string, number>()
  const unsettled = new Set<string>()
  const inTurn = queue()
  let timer: NodeJS.Timeout | undefined
  let self: Owner | undefined

  const isWrittenElsewhere = ({ owner }: DraftPage): boolean => {
    self ??= host.self()
    return owner !== undefined && owner.pid !== self.pid && host.fateOf(owner) === 'alive'
  }

  const files = ({ generation: { drafts } }: Spot, id: string) => ({
    synced: join(drafts, `${checked(id)}.json`),
    latest: join(drafts, `${checked(id)}.latest.json`),
  })

  const newest = (id: string): Awaitable<DraftPage | undefined> =>
    after(place.at(), spot => {
      const own = pages.get(id)
      // Nobody is asked for a passphrase to see what was written here a moment ago.
      if (own && spot.paper.isLocked()) return own
      const { synced, latest } = files(spot, id)
      return after(readPage(spot.paper, synced), page =>
        after(readPage(spot.paper, latest), later => newestOf(spot, synced, [page, later])),
      )
    })

  const newestOf = (
    { paper }: Spot,
    path: string,
    found: readonly (Found | undefined)[],
  ): DraftPage | undefined => {
    const pages = found.flatMap(it => it?.page ?? [])
    if (pages.length > 0) return pages.reduce((a, b) => (b.save > a.save ? b : a))
    const damaged = found.filter(it => it !== undefined)
    if (damaged.length === 0) return undefined
    const text = damaged.map(({ readable = '' }) => readable).reduce(longer, '')
    place.onNotice(text === '' ? cannotBeOpened(path) : canBeReadInPart(path))
    const savedAt = (paper.about(path)?.mtime ?? now()).toISOString()
    return text === '' ? undefined : recovered(savedAt, text)
  }

  /** What a page holds that cannot be trusted is offered as text, and becomes a page with the next save. */
  const recovered = (savedAt: string, text: string): DraftPage => ({
    save: 0,
    savedAt,
    content: { kind: 'recovered', text },
  })

  /** Writes a page; and again where the journal is by then, should it have moved on meanwhile. */
  const writing = (
    id: string,
    which: 'synced' | 'latest',
    page: DraftPage,
    how: WriteMode,
  ): Awaitable<void> =>
    after(place.at('make'), spot =>
      after(spot.paper.write(files(spot, id)[which], encodePage(page), how), () => {
        if (spot.isCurrent()) return
        removeFrom(spot, id)
        return writing(id, which, page, how)
      }),
    )

  const writeSynced = (id: string, page: DraftPage): Awaitable<void> =>
    after(writing(id, 'synced', page, 'synced'), () => {
      synced.set(id, now().getTime())
    })

  const writeLatest = (id: string, page: DraftPage, how: 'quick' | 'synced'): Awaitable<void> =>
    writing(id, 'latest', page, how)

  const removeFrom = (spot: Spot, id: string): void => {
    const { paper, generation } = spot
    const { synced: path, latest } = files(spot, id)
    paper.remove(latest)
    paper.remove(path)
    if (paper.about(generation.drafts)) paper.sync(generation.drafts)
  }

  /** The page before, whose number the next one goes on from. What cannot be read now was saved before now. */
  const last = (id: string): Awaitable<Pick<DraftPage, 'save'> | undefined> =>
    pages.get(id) ??
    after(place.at('make'), ({ paper }) =>
      paper.isLocked() ? { save: now().getTime() } : newest(id),
    )

  /** Whoever goes on typing is synced every second; whoever stops, in two files a second later. */
  const pauseLater = (id: string) => {
    unsettled.add(id)
    timer ??= setTimeout(() => {
      timer = undefined
      void drafts.sync()
    }, syncEvery)
    timer.unref()
  }

  const typingGoesOn = () => {
    clearTimeout(timer)
    timer = undefined
  }

  const saveNow = (id: string, content: unknown): Awaitable<void> => {
    self ??= host.self()
    const owner = self
    const savedAt = now().toISOString()
    const isDue = Math.abs(now().getTime() - (synced.get(id) ?? 0)) >= syncEvery
    return after(last(id), before => {
      const page = { save: (before?.save ?? 0) + 1, savedAt, owner, content }
      return after(isDue ? writeSynced(id, page) : writeLatest(id, page, 'quick'), () => {
        pages.set(id, page)
        if (isDue) typingGoesOn()
        pauseLater(id)
      })
    })
  }

  const drafts: Drafts = {
    async list() {
      await inTurn(() => {})
      const { paper, generation } = await place.at()
      const ids = reading(generation.drafts, () => paper.names(generation.drafts)).map(
        name => /^([0-9a-z-]+)(?:\.latest)?\.json$/.exec(name)?.[1],
      )
      const found: DraftInfo[] = []
      for (const id of new Set(ids)) {
        const page = id === undefined ? undefined : await newest(id)
        if (id !== undefined && page && !isWrittenElsewhere(page))
          found.push({
            ...{ id, savedAt: new Date(page.savedAt) },
            ...(page.owner && { owner: page.owner }),
          })
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
      return inTurn(() => settleNow([...unsettled]))
    },
    async take(id) {
      const page = await inTurn(() => newest(id))
      if (page === undefined || isWrittenElsewhere(page)) return undefined
      pages.set(id, page)
      await orElse(
        () => inTurn(() => saveNow(id, page.content)),
        error => {
          throw writingError(`The unfinished page ${id}`, error, 'It waits as it was.')
        },
      )
      return page.content
    },
    remove(id) {
      return inTurn(() => {
        pages.delete(id)
        unsettled.delete(id)
        synced.delete(id)
        return after(place.at(), spot => removeFrom(spot, id))
      })
    },
  }
  return drafts

  /** Should a page fail, it is still in the other file, and the next save says so. */
  function settleNow([id, ...others]: readonly string[]): Awaitable<void> {
    if (id === undefined) return undefined
    const page = pages.get(id)
    const written = orElse(
      () => page && after(writeSynced(id, page), () => writeLatest(id, page, 'synced')),
      () => {},
    )
    return after(written, () => {
      unsettled.delete(id)
      return settleNow(others)
    })
  }
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a)

const cannotBeOpened = (path: string): string =>
  `${path} is damaged: that unfinished page cannot be opened. Nothing was changed.\nRun \`hearten doctor\`.`

const canBeReadInPart = (path: string): string =>
  `${path} is damaged. What can be read of that unfinished page is offered as a note.`

/** A draft's name becomes a file's name. */
function checked(id: string): string {
  if (/^[0-9a-z-]{1,80}$/.test(id)) return id
  throw new RangeError(`${JSON.stringify(id)} cannot name a draft`)
}

/** A page, or the words that can be made out where it cannot be trusted. */
interface Found {
  readonly page?: DraftPage
  readonly readable?: string
}

const readPage = (paper: Paper, path: string): Awaitable<Found | undefined> =>
  orElse<Found | undefined, Found>(
    () =>
      after(paper.read(path), bytes => {
        if (bytes === undefined) return undefined
        const page = pageIn(bytes)
        return page ? { page } : { readable: readableIn(bytes) }
      }),
    error => {
      if (error instanceof Damage) return {}
      throw readingError(path, error)
    },
  )
