import { basename } from 'node:path'
import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { eraseEntries } from '../desk/erase-entries.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { entryNamed } from '../desk/found.ts'
import { newPassphrase } from '../desk/new-passphrase.ts'
import { handOver } from '../desk/recovery-key.ts'
import { UsageError, UserError } from '../errors.ts'
import { plainPaper } from '../store/paper.ts'
import type { JournalPart } from '../store/parts.ts'
import { clearHalfMade, destroyPart, makePart, partsIn } from '../store/parts.ts'
import { passphraseFileIn } from '../system/folders.ts'
import { partFolder } from '../system/part.ts'
import { newIdentity } from '../vault/identity.ts'
import { wrappedKey } from '../vault/key-file.ts'
import { sealedGeneration } from '../vault/sealed-generation.ts'
import { many } from '../wording/counts.ts'
import { list } from './list.ts'

/** The parts there are. Asks for nothing: of what is in them it knows as little as anybody. */
export async function listParts(context: Context): Promise<undefined> {
  const { terminal, globals, folders } = context
  await clearHalfMade(context.checkup())
  const parts = partsIn(folders.data)
  if (globals.json) terminal.data({ parts: parts.map(({ name, folder }) => ({ name, folder })) })
  else if (parts.length > 0) terminal.printWords(parts.map(inWords).join('\n'))
  else
    terminal.notify(
      'There is no part with a lock of its own. `hearten vault part add NAME` makes one.',
    )
}

const inWords = ({ name, isHalfGone }: JournalPart): string =>
  isHalfGone ? `${name}  (half removed: \`hearten vault part destroy ${name}\` finishes it)` : name

/** Lists what is in a part. With another command behind it, the command line has made that one of it. */
export async function openPart(
  context: Context,
  [typed = '', ...command]: string[],
  flags: FilterFlags,
): Promise<undefined> {
  if (command.length > 0)
    throw new UsageError(`Put it the other way round: \`hearten --part ${typed} ${command[0]}\`.`)
  return list(await context.inPart(typed), [], flags)
}

/** Makes a part, with a passphrase and a recovery key of its own. */
export async function addPart(context: Context, [typed = '']: string[]): Promise<undefined> {
  const { terminal, folders, passphraseCost } = context
  const folder = partFolder(folders, typed)
  const there = partAt(context, folder)
  if (there)
    throw new UserError(`There is a part called "${there.name}" already. Nothing was changed.`)
  await confirmed(context, whatAddingMeans)
  const passphrase = await newPassphrase(context, passphraseFileIn(context, typed))
  const identity = newIdentity()
  if (terminal.interactive)
    await handOver(context, identity.secret, `the part "${basename(folder)}"`)
  const keyFile = await wrappedKey(identity, passphrase, passphraseCost)
  await makePart(context.checkup(), folder, sealedGeneration(plainPaper(), identity, keyFile))
  const name = partAt(context, folder)?.name ?? typed
  terminal.notify(
    [
      `The part "${name}" is made. \`hearten jot --part ${name}\` writes into it, without its passphrase.`,
      `\`hearten vault part open ${name}\` shows what is in it. Every command takes \`--part ${name}\`.`,
      ...(terminal.interactive
        ? []
        : [`\`hearten vault recovery --part ${name}\` shows its recovery key. Keep it on paper.`]),
    ].join('\n'),
  )
}

/** Brings entries into a part, with every earlier version, or out of it; where they were nothing of them stays. */
export async function moveEntries(
  context: Context,
  [typed = '', ...ids]: string[],
  flags: { back?: boolean },
): Promise<undefined> {
  const part = await (await context.inPart(typed)).openJournal()
  const journal = await context.openJournal()
  const [from, to] = flags.back ? [part, journal] : [journal, part]
  const entries = await Promise.all(ids.map(id => entryNamed(context, from, id)))
  const records = (await Promise.all(entries.map(({ id }) => from.history(id)))).flat()
  const what = many(entries.length, 'entry', 'entries')
  const where = flags.back ? 'out of the part' : 'into the part'
  await confirmed(
    context,
    `This moves ${what} ${where} "${typed}", with every earlier version.\nWhere it was, every copy that hearten made is removed. \`undo\` does not take that back.`,
  )
  // First there, safely; then away from here. Killed in between it is in both, and moving it again goes on.
  await to.commit('move', records)
  await eraseEntries(
    context,
    from,
    entries.map(({ id }) => id),
  )
  context.terminal.notify(
    `Moved ${where} "${typed}": ${what}.\nFiles you exported, and copies you keep elsewhere, still hold what they held.`,
  )
}

/** Removes a part and its key. */
export async function removePart(context: Context, [typed = '']: string[]): Promise<undefined> {
  const { terminal, folders } = context
  const folder = partFolder(folders, typed)
  const there = partAt(context, folder)
  if (there === undefined)
    throw new UserError(`There is no part called "${typed}". Nothing was changed.`)
  const { name } = there
  await confirmed(
    context,
    `This removes the part "${name}": its key, everything in it, and every copy that hearten made in the data folder.\nNobody can bring it back then, not with its passphrase nor with its recovery key.`,
  )
  const part = await context.inPart(name)
  await part.wipePages()
  const left = await destroyPart(context.checkup(), there)
  terminal.notify(
    [
      `The part "${name}" is gone, and its key with it.`,
      ...left.map(path => `${path} stays: something else is in it.`),
      ...whatIsOutOfReach,
    ].join('\n'),
  )
}

const partAt = ({ folders }: Context, folder: string): JournalPart | undefined =>
  partsIn(folders.data).find(part => part.folder === folder)

const whatAddingMeans = `A part is a small journal inside yours, with a passphrase of its own.
Without it, what is in there is in no list, no count, no search and no review.
Whoever can look at your files sees that it is there, its name, and when you wrote. So choose a name that says nothing.
If you lose both its passphrase and its recovery key, what is in it is lost. Nobody can open it then.`

const whatIsOutOfReach = [
  'What hearten cannot reach: files you exported, copies made with `hearten backup FILE`,',
  'backups of this computer, synced folders, and what a disk keeps of deleted files.',
  'A copy there opens with the passphrase of then. Remove those yourself.',
]
