import { basename, dirname, join } from 'node:path'
import type { OwnContact } from '../themes/helpline.ts'
import { refuseForAnotherUser } from './another-user.ts'
import { readContents } from './backup-contents.ts'
import { backupsIn } from './backup-names.ts'
import { carefully } from './careful.ts'
import type { Checkup, Finding } from './checkup.ts'
import { wordsOf } from './checkup.ts'
import { generationOf, paperOfGeneration } from './doctor.ts'
import { pageIn } from './draft-page.ts'
import { finishErasing } from './erase.ts'
import { ifThere } from './file-errors.ts'
import { filedAnew } from './filed-anew.ts'
import type { KnownRevisions, Source } from './gather.ts'
import { gather, unknownIn } from './gather.ts'
import { changeNumbers, readNumbers } from './help-numbers.ts'
import type { Workplace } from './keeper.ts'
import { commitChange, foldWaiting, shelvesAt, whileLocked } from './keeper.ts'
import { breakOwned, holderAt } from './lock.ts'
import type { Manifest } from './manifest.ts'
import {
  createManifest,
  decodeManifest,
  encodeManifest,
  freshManifest,
  readManifest,
} from './manifest.ts'
import { forgetLost, mendShelf } from './mend-shelf.ts'
import type { Paper, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import { decodeChange } from './pending.ts'
import type { Generation, Places } from './places.ts'
import { erasingIn, generationIn, isConflictCopy, placesIn, temporaryName } from './places.ts'
import { salvage } from './salvage.ts'
import { recipientHere } from './sealing.ts'
import { countRecords, readable, setAside } from './set-aside.ts'
import { decodeShelf, encodeShelf } from './shelf-file.ts'
import { waitAgain } from './wait-again.ts'

/** What was done about a finding, for the person. */
export interface Mended {
  readonly file: string
  readonly words: string
}

/**
 * Does what the findings say can be done. Nothing is thrown away: a damaged file is kept beside the
 * mended one as `NAME.damaged-TIME`, and every record that can be read in any file is in the journal
 * afterwards. What cannot be mended is said, and keeps nothing else from being mended.
 *
 * @param findings of `examine`; those that ask something only after the person said yes
 */
export async function mend(checkup: Checkup, findings: readonly Finding[]): Promise<Mended[]> {
  const { folder, host, now, newId } = checkup
  const { disk, plain } = papersOf(checkup)
  refuseForAnotherUser(
    carefully(plain, () => {}),
    folder,
    host,
  )
  const places = placesIn(folder)
  const done: Mended[] = []
  const attempt = async (file: string, work: () => unknown): Promise<void> => {
    try {
      const words = await work()
      if (typeof words === 'string') done.push({ file, words })
    } catch (error) {
      done.push({ file, words: `It could not be mended: ${wordsOf(error)}.` })
    }
  }
  const wanted = findings.filter(({ mendable }) => mendable)
  const about = (...whats: Finding['what'][]) => wanted.filter(({ what }) => whats.includes(what))
  // What cannot be opened cannot be mended.
  for (const { file } of about('mode'))
    await attempt(file, () =>
      ifThere(() => {
        plain.makePrivate(file)
        return 'Yours alone now.'
      }),
    )
  for (const finding of about('lock')) await attempt(finding.file, () => unlock(finding))
  const lost = about('missing').find(({ ask }) => ask !== undefined)?.file
  const generation =
    lost === undefined
      ? generationOf(
          carefully(plain, () => {}),
          places,
        )
      : generationIn(lost)
  if (generation === undefined) return done
  const paper = await paperOfGeneration(checkup, places, generation)

  const notices = new Set<string>()
  const onNotice = (text: string) => notices.add(text)
  const place: Workplace = {
    disk,
    paper,
    host,
    generation,
    lock: places.lock,
    now,
    newId,
    onNotice,
    isCurrent: () => lost !== undefined || isMeant(generation),
  }
  await attempt(generation.folder, () =>
    whileLocked(place, async () => {
      for (const inner of Object.values(generation))
        await attempt(inner, () => paper.makeFolder(inner))
      const sources = await gather(paper, generation, now(), (file, error) =>
        attempt(file, () => {
          throw error
        }),
      )
      for (const finding of wanted)
        await attempt(finding.file, () => mendOne(place, finding, sources))
      // What was filed and is not on its shelves any more is filed again, as the change it was.
      await attempt(generation.recent, () => waitAgain(paper, generation))
      let broughtAll = false
      await attempt(generation.months, async () => {
        const count = await bringBack(place, sources)
        broughtAll = true
        if (count === 0) return undefined
        return `${countRecords(count)} brought back from copies and from what could be read, earlier versions counted.`
      })
      // What a kill left behind goes only when its words are elsewhere.
      if (broughtAll)
        for (const { file } of about('stray')) await attempt(file, () => clearStray(place, file))
      await foldWaiting(place)
      for (const { file } of about('manifest', 'edited'))
        if (file === places.manifest) await attempt(file, () => renewManifest(place, plain, places))
      // Now that everything can be read, what was to be gone can be found.
      await attempt(erasingIn(generation), () => finishErasing(place))
      await attempt(generation.months, () => forgetLost(place))
    }),
  )
  return [...done, ...[...notices].map(words => ({ file: generation.pending, words }))]

  /** The journal may have been sealed since the look at it. */
  function isMeant({ folder }: Generation): boolean {
    const now = generationOf(
      carefully(plain, () => {}),
      places,
    )
    return now === undefined || now.folder === folder
  }

  /** What a dead process holds, or nobody can understand, is taken over by the mending itself. */
  function unlock({ file, holder }: Finding): string | undefined {
    const now = holderAt(disk, file, host)
    if (now === undefined) return undefined
    const isAnother = now.token !== holder || now.fate === 'alive'
    if (isAnother || (now.fate === 'unknown' && !breakOwned(disk, file, now.token, host)))
      return 'Somebody else holds it by now. It was left.'
    return 'The lock is free.'
  }
}

async function mendOne(
  place: Workplace,
  { what, file }: Finding,
  sources: readonly Source[],
): Promise<string | undefined> {
  const { paper, generation } = place
  switch (what) {
    case 'damaged':
      return [generation.pending, generation.recent].includes(dirname(file))
        ? mendChange(place, file)
        : mendShelf(place, basename(file, '.json'), sources)
    case 'edited':
    case 'misfiled': {
      if (dirname(file) === dirname(generation.folder)) return undefined
      const shelf = await decodeShelf(basename(file, '.json'), await readable(paper, file))
      await paper.write(file, encodeShelf(filedAnew(shelf)), 'synced')
      return what === 'edited' ? 'Taken as it is.' : 'It is with the rest again.'
    }
    case 'conflict':
      return takeIn(place, file, sources)
    case 'backup':
      return `Kept aside as ${setAside(place, file)}. The next backup makes a new copy.`
    case 'draft':
      return `Kept aside as ${setAside(place, file)}.`
    case 'waiting':
      return 'Filed.'
    default:
      return undefined
  }
}

/**
 * Commits what these files hold and the journal does not. What else was mended is on its shelf by now.
 * @returns how many records that was
 */
async function bringBack(place: Workplace, sources: readonly Source[]): Promise<number> {
  await foldWaiting(place)
  const shelves = shelvesAt(place)
  const known: KnownRevisions[] = []
  for (const name of [...shelves.months(), 'people', 'settings']) {
    const shelf = await shelves.read(name).catch(() => undefined)
    known.push({ shelf: name, records: shelf && [...shelf.records, ...shelf.history] })
  }
  const unknown = unknownIn(sources, known)
  if (unknown.length === 0) return 0
  await commitChange(place, { label: 'mended', records: unknown.map(({ record }) => record) })
  await foldWaiting(place)
  return unknown.length
}

/** A damaged waiting change: what can be read of it is brought back with all the rest. */
async function mendChange(place: Workplace, file: string): Promise<string> {
  const { records, unreadable } = salvage(await readable(place.paper, file))
  const aside = setAside(place, file)
  const lost = unreadable.length > 0 ? ` ${unreadable.length} of its lines cannot be read.` : ''
  return `${countRecords(records.length)} can be read in it.${lost} The damaged file is kept as ${aside}.`
}

/** A copy that a sync tool made: what it holds and the journal does not comes in. */
async function takeIn(place: Workplace, file: string, sources: readonly Source[]): Promise<string> {
  const data = dirname(place.generation.folder)
  if (dirname(file) === data && basename(file).includes('help'))
    await takeInNumbers({ ...place, folder: data }, basename(file))
  const brought = await bringBack(
    place,
    sources.filter(source => source.file === file),
  )
  return `${countRecords(brought)} taken in. The copy is kept as ${setAside(place, file, 'merged')}.`
}

/** Numbers that only the copy knows. @throws UserError when there are some that cannot be read */
async function takeInNumbers(
  data: Pick<Checkup, 'folder' | 'host' | 'disk'>,
  copy: string,
): Promise<void> {
  const { numbers } = readNumbers(data.folder, copy)
  if (numbers.length === 0) return
  await changeNumbers(data, here => {
    const isHere = ({ name, number }: OwnContact) =>
      here.some(own => own.name === name && own.number === number)
    return [...here, ...numbers.filter(their => !isHere(their))]
  })
}

/** Writes the first page anew, with what is still known of it: its own words, a copy beside it, a backup. */
async function renewManifest(
  place: Workplace,
  plain: PlainPaper,
  places: Places,
): Promise<string | undefined> {
  const { generation } = place
  const known = await rememberedManifest(place, plain, places)
  const name = basename(generation.folder)
  const { recipient: _, discard: __, ...page } = known ?? freshManifest(name, place)
  const recipient = recipientHere(plain, places, name)
  const renewed: Manifest = { ...page, generation: name, ...(recipient && { recipient }) }
  setAside(place, places.manifest, 'damaged')
  if (known) {
    plain.write(places.manifest, encodeManifest(renewed), 'synced')
    return 'The first page was written anew, as it was.'
  }
  createManifest(plain, places, renewed)
  return 'The first page was written anew.'
}

async function rememberedManifest(
  { paper, generation }: Workplace,
  plain: PlainPaper,
  places: Places,
): Promise<Manifest | undefined> {
  const here = attemptTo(() => readManifest(plain, places))
  if (here) return here
  for (const name of plain.names(places.folder)) {
    if (!name.includes('journal') || !isConflictCopy(name.replace(/\.merged-\d{8}T\d{6}$/, '')))
      continue
    const bytes = plain.read(join(places.folder, name))
    const copy = bytes && attemptTo(() => decodeManifest(bytes).manifest)
    if (copy) return copy
  }
  for (const day of backupsIn(paper, generation).reverse()) {
    const contents = await readContents(paper, generationIn(join(generation.backups, day)))
    if (contents?.manifest) return contents.manifest
  }
  return undefined
}

function attemptTo<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch {
    return undefined
  }
}

/** A temporary file that a kill left. A change or a page that is whole in it is kept. */
async function clearStray({ paper, generation }: Workplace, file: string): Promise<string> {
  const target = temporaryName.exec(basename(file))?.[1]
  const folder = dirname(file)
  if (target === undefined) {
    paper.remove(file)
    return 'Removed.'
  }
  const bytes = await readable(paper, file)
  const isWhole =
    folder === generation.pending
      ? await decodeChange(bytes).then(
          () => true,
          () => false,
        )
      : folder === generation.drafts && (await isNewerPage(paper, join(folder, target), bytes))
  if (!isWhole) {
    paper.remove(file)
    return 'Removed.'
  }
  paper.move(file, join(folder, target))
  paper.sync(folder)
  return 'What it held was whole and is kept.'
}

async function isNewerPage(paper: Paper, target: string, bytes: Buffer): Promise<boolean> {
  const saves = (page: Buffer): number => pageIn(page)?.save ?? 0
  for (const end of ['.json', '.latest.json']) {
    const other = await readable(paper, target.replace(/(\.latest)?\.json$/, end))
    if (saves(bytes) <= saves(other)) return false
  }
  return true
}
