import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { leftInbox } from '../render/inbox.ts'
import { refuseForAnotherUser } from '../store/another-user.ts'
import { reading, writingError } from '../store/file-errors.ts'
import type { Journal } from '../store/journal.ts'
import { papersOf } from '../store/paper.ts'
import { placesIn } from '../store/places.ts'
import { many } from '../wording/counts.ts'
import { entryIn } from './dropped.ts'
import type { DroppedFile, LeftFile } from './inbox-files.ts'
import { letGo, lookAt, namesInInbox, remove } from './inbox-files.ts'
import { keep, savedFor } from './keep.ts'
import type { Holding } from './kept-draft.ts'
import { damaged } from './readable.ts'

/** How many files are read and kept at a time. */
const atOnce = 200
/** Of how many ids each is looked for by itself; more are held against the whole journal, read once. */
const few = 10

/** What became of the inbox. */
export interface TakenIn {
  readonly entries: readonly Entry[]
  /** What stays where it is. */
  readonly left: readonly LeftFile[]
  /** Why nothing more could be kept, in words for the person. */
  readonly trouble?: string
}

/**
 * Takes in what lies in the inbox, and says what stays. What goes wrong with it is said too, and keeps
 * the command that opened the journal from nothing.
 */
export async function receive(context: Context, journal: Journal): Promise<void> {
  const { left, trouble } = await takeIn(context, journal)
  const said = trouble ?? leftInbox(left)
  if (said) context.terminal.notify(said)
}

/**
 * Makes the inbox, if there is none yet.
 * @returns its path
 */
export function makeInbox(context: Context): string {
  const folder = placesIn(context.folders.data).inbox
  const { host } = context.checkup()
  const { plain } = papersOf({})
  refuseForAnotherUser(plain, folder, host)
  try {
    plain.makeFolder(folder)
    return folder
  } catch (error) {
    throw writingError(folder, error, 'Nothing was changed.')
  }
}

/** Makes entries of the files in the inbox, and takes away those whose entries are on the disk. */
export async function takeIn(context: Context, journal: Journal): Promise<TakenIn> {
  const folder = journal.inbox
  const entries: Entry[] = []
  const left: LeftFile[] = []
  try {
    const files = reading(folder, () => namesInInbox(folder))
    for (let at = 0; at < files.length; at += atOnce) {
      const some = await takeSome(context, journal, folder, files.slice(at, at + atOnce))
      for (const entry of some.entries) entries.push(entry)
      left.push(...some.left)
    }
    return { entries, left }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { entries, left, trouble: `The inbox was left as it is.\n${error.message}` }
  }
}

/** Removes the files of the inbox that are these entries, which are about to be erased: each would come in again. */
export async function takeAway(
  context: Context,
  folder: string,
  ids: readonly string[],
): Promise<void> {
  const files = reading(folder, () => namesInInbox(folder))
  for (let at = 0; at < files.length; at += atOnce) {
    const { dropped } = await lookAt(folder, files.slice(at, at + atOnce), context.checkup().now())
    for (const file of dropped) if (ids.includes(entryIn(file, context)?.id ?? '')) remove(file)
  }
}

async function takeSome(
  context: Context,
  journal: Journal,
  folder: string,
  files: readonly string[],
): Promise<{ entries: readonly Entry[]; left: readonly LeftFile[] }> {
  const now = context.checkup().now()
  const seen = await lookAt(folder, files, now)
  const left = [...seen.left]
  const made = new Map<DroppedFile, Entry>()
  for (const file of seen.dropped) {
    const entry = entryIn(file, context)
    if (entry) made.set(file, entry)
    else left.push({ name: file.name, reason: 'there are no words in it' })
  }
  const known = await whereabouts(journal, [...made.values()])
  const fresh = new Map<string, Entry>()
  const done: DroppedFile[] = []
  for (const [file, entry] of made) {
    const where = known.get(entry.id)
    if (where === 'in the trash')
      left.push({ name: file.name, reason: 'it was an entry, which is in the trash' })
    else done.push(file)
    if (where === undefined) fresh.set(entry.id, entry)
  }
  const away = () => left.push(...done.flatMap(file => letGo(folder, file, now) ?? []))
  const entries = [...fresh.values()]
  if (entries.length > 0) await keepThem(context, journal, entries, away)
  else away()
  return { entries, left }
}

/** The files hold the words until these are in the journal. */
async function keepThem(
  context: Context,
  journal: Journal,
  entries: readonly Entry[],
  done: () => void,
): Promise<void> {
  const held: Holding = {
    async into(commit) {
      const result = await commit()
      done()
      return result
    },
    done,
  }
  const [first, second] = entries
  await keep(context, journal, {
    label: 'inbox',
    records: entries,
    words: [],
    held,
    tell: async () =>
      first && !second
        ? `One page came in from your inbox. ${await savedFor(context, journal, first.day)}`
        : `${many(entries.length, 'page')} came in from your inbox.`,
  })
}

/**
 * Which of these entries were taken in before: by a hearten that was killed before it could take the file
 * away, or from the same file, that came again. Where that cannot be read, for want of the passphrase too, they are taken for new: a revision
 * that is there already is folded into itself.
 */
async function whereabouts(
  journal: Journal,
  entries: readonly Entry[],
): Promise<Map<string, 'here' | 'in the trash'>> {
  const known = new Map<string, 'here' | 'in the trash'>()
  const note = (it: { id: string; deleted?: true } | undefined) => {
    if (it) known.set(it.id, it.deleted ? 'in the trash' : 'here')
  }
  if (journal.locked) return known
  if (entries.length <= few)
    for (const { id } of entries) note(await journal.entry(id).catch(damaged))
  else {
    const all = await journal.everything().catch(damaged)
    for (const { id } of all?.history ?? []) note({ id, deleted: true })
    for (const { id } of all?.entries ?? []) note({ id })
  }
  return known
}
