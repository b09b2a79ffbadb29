import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { eraseEntries } from '../desk/erase-entries.ts'
import { entryIfThere, entryNamed, fromTheEnd, showList } from '../desk/found.ts'
import { pickEntry, picked } from '../desk/pick.ts'
import { UsageError, UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { tombstone } from '../journal/entry.ts'
import { isSealedLetter } from '../journal/query.ts'
import { nextRevision } from '../journal/record.ts'
import { isMeantBy } from '../journal/short-id.ts'
import { entryChoice } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'
import { many } from '../wording/counts.ts'

interface DeleteFlags {
  forever?: boolean
  trash?: boolean
  back?: boolean
}

/** Moves entries to the trash, shows it, brings back from it, or removes entries for ever. */
export async function deleteEntries(
  context: Context,
  ids: string[],
  flags: DeleteFlags,
): Promise<undefined> {
  if ([flags.forever, flags.trash, flags.back].filter(Boolean).length > 1)
    throw new UsageError('--forever, --trash and --back exclude each other.')
  const journal = await context.openJournal()
  if (flags.trash) await showTrash(context, journal)
  else {
    const which = ids.length > 0 ? ids : await pickId(context, journal, flags.back)
    if (which.length === 0) return undefined
    if (flags.back) await bringBack(context, journal, which)
    else if (flags.forever) await removeForEver(context, journal, which)
    else await moveToTrash(context, journal, which)
  }
  return undefined
}

async function pickId(context: Context, journal: Journal, back = false): Promise<string[]> {
  if (!back) {
    const entry = await pickEntry(context, journal, 'delete')
    return entry ? [entry.id] : []
  }
  const { today } = context.stamp()
  const trash = (await journal.trash()).filter(entry => !isSealedLetter(entry, today))
  const choices = trash.map(entry => ({ value: entry.id, ...entryChoice(entry, today) }))
  const id = await picked(
    context,
    journal,
    'Say which: `hearten delete --back ID`.',
    async dialogue => {
      if (choices.length === 0) throw new UserError('Nothing lies in the trash.')
      return dialogue.pick({ ask: 'Which one comes back?', choices })
    },
  )
  return id === undefined ? [] : [id]
}

/** A letter that was sealed when it was taken back stays closed here too. */
async function showTrash(context: Context, journal: Journal): Promise<void> {
  const { today } = context.stamp()
  const trash = await journal.trash()
  const open = trash.filter(entry => !isSealedLetter(entry, today))
  const sealed = trash.length - open.length
  if (open.length > 0 || sealed === 0 || context.globals.json)
    await showList(context, journal, open)
  if (sealed > 0)
    context.terminal.notify(
      `${many(sealed, 'sealed letter lies', 'sealed letters lie')} there too, still closed.`,
    )
}

async function moveToTrash(context: Context, journal: Journal, ids: readonly string[]) {
  const named = await Promise.all(ids.map(id => entryNamed(context, journal, id)))
  const entries = eachOnce(named)
  await journal.commit(
    'delete',
    entries.map(entry => tombstone(entry, context.stamp())),
  )
  context.terminal.notify(
    `Moved to the trash: ${counted(entries)}. \`hearten undo\` brings ${entries.length === 1 ? 'it' : 'them'} back.`,
  )
}

/** An entry may be named twice: by either end of its id, or as the last one. */
const eachOnce = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map(entry => [entry.id, entry])).values(),
]

async function bringBack(context: Context, journal: Journal, ids: readonly string[]) {
  const entries = eachOnce(await fromTrash(journal, ids))
  // The deletion is what is replaced now, not the words that it replaced.
  const records = await Promise.all(
    entries.map(async entry => {
      const last = (await journal.history(entry.id)).at(-1) ?? entry
      return { ...nextRevision(entry, {}, context.stamp()), supersedes: [last.revision] }
    }),
  )
  await journal.commit('bring back', records)
  context.terminal.notify(`Back from the trash: ${counted(entries)}.`)
}

async function removeForEver(context: Context, journal: Journal, parts: readonly string[]) {
  const begun = await journal.erasing()
  const named = await Promise.all(parts.map(part => idToErase(context, journal, part, begun)))
  const ids = [...new Set(named)]
  await confirmed(
    context,
    `This removes ${counted(ids)} and every copy of it that hearten made. It cannot be undone.`,
  )
  await eraseEntries(context, journal, ids)
  context.terminal.notify(
    `Removed for ever: ${counted(ids)}. Traces may remain in your own backups and on the disk itself.`,
  )
}

/** The id of an entry, in the trash or not. One whose erasing broke off may be in neither any more. */
async function idToErase(
  context: Context,
  journal: Journal,
  part: string,
  begun: readonly string[],
): Promise<string> {
  const entry = await entryIfThere(context, journal, part)
  if (entry) return entry.id
  const [id, other] = begun.filter(each => each.startsWith(part) || each.endsWith(part))
  if (id !== undefined && other === undefined) return id
  const [deleted] = await fromTrash(journal, [part])
  return deleted?.id ?? part
}

async function fromTrash(journal: Journal, ids: readonly string[]) {
  const trash = await journal.trash()
  return ids.map(id => {
    const back = fromTheEnd(id)
    // What was deleted last comes first.
    const [entry, other] =
      back === undefined
        ? trash.filter(each => isMeantBy(id, each.id))
        : trash.slice(back - 1, back)
    if (!entry || other)
      throw new UserError(
        `${other ? 'More than one entry' : 'No entry'} in the trash is called "${id}". Nothing was changed.\n\`hearten delete --trash\` shows what lies there.`,
      )
    return entry
  })
}

const counted = ({ length }: readonly unknown[]): string => many(length, 'entry', 'entries')
