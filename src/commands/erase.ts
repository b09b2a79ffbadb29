import { existsSync } from 'node:fs'
import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { leaveKeychain } from '../desk/keychain.ts'
import { removeReminder } from '../desk/reminder.ts'
import { UsageError, UserError } from '../errors.ts'
import { visibleLine } from '../render/gate.ts'
import { removeSettingsCopies } from '../settings/copy.ts'
import { settingsFile } from '../settings/read.ts'
import { eraseAll, whatIsIn } from '../store/erase-all.ts'
import { partsIn } from '../store/parts.ts'
import { placesIn } from '../store/places.ts'
import { holdsAnything } from '../system/folders.ts'
import { many } from '../wording/counts.ts'

/** Removes the whole journal. Says first what goes, and afterwards what may remain. */
export async function erase(
  context: Context,
  _words: string[],
  flags: { all?: boolean },
): Promise<undefined> {
  const { terminal, folders } = context
  if (!flags.all)
    throw new UsageError(
      '`hearten erase --all` removes the whole journal. `hearten delete ID --forever` removes single entries.',
    )
  const there = whatIsIn(folders.data)
  if (there === 'nothing' && context.leftPages().length === 0) {
    terminal.notify(`There is no journal in ${folders.data}. Nothing was changed.`)
    return
  }
  await confirmed(
    context,
    [
      there === 'an unfinished erasing'
        ? `Removing the journal in ${visibleLine(folders.data)} was begun and broke off. This finishes it.`
        : `This removes the journal in ${visibleLine(folders.data)}:`,
      ...(there === 'an unfinished erasing' ? [] : await whatGoes(context)),
      'It cannot be undone. `hearten backup FILE` makes a copy to keep.',
    ].join('\n'),
  )
  if (there === 'a journal') await forgetPassphrase(context)
  // Before what decides, so that erasing again would find them too.
  removeSettingsCopies(folders.config)
  // Nothing should call somebody back to what is no more.
  removeReminder(context)
  // As long as it is known which parts there are.
  await context.wipePages()
  const left = await eraseAll(context.checkup())
  const preferences = settingsFile(folders.config)
  terminal.notify(
    [
      `The journal is gone from ${folders.data}.`,
      ...left.map(folder => `${folder} stays: something else is in it.`),
      ...(existsSync(preferences) ? [`Your preferences stay, in ${preferences}.`] : []),
      'What was deleted may live on for a while in the memory cells of a disk.',
      'It may also be in backups of this computer, and in files you exported.',
    ].join('\n'),
  )
}

/** What the keychain remembers goes with the journal; of one that cannot be opened nobody knows its key. */
async function forgetPassphrase(context: Context): Promise<void> {
  const { sealed } = await context.openJournal().catch(() => ({ sealed: undefined }))
  if (sealed) await leaveKeychain(context, sealed.recipient)
}

/** What is in the journal. It goes too where it cannot be read. */
async function whatGoes({ openJournal, stamp, folders }: Context): Promise<string[]> {
  const parts = partsIn(folders.data).length
  const around = [
    ...(holdsAnything(placesIn(folders.data).inbox) ? ['  what lies in the inbox,'] : []),
    ...(parts > 0
      ? [`  ${many(parts, 'part with a lock', 'parts with a lock')}, keys and all,`]
      : []),
  ]
  try {
    const journal = await openJournal()
    // Nobody needs a passphrase to end it.
    await journal.leaveLocked()
    const [entries, trash, people, backups, pages] = await Promise.all([
      journal.entries({ today: stamp().today, sealed: 'include' }),
      journal.trash(),
      journal.people(),
      journal.backups(),
      journal.drafts.list(),
    ])
    return [
      ...around,
      `  ${many(entries.length, 'entry', 'entries')} and all history, ${trash.length} in the trash, ${many(people.length, 'person', 'people')},`,
      `  ${many(backups.length, 'copy', 'copies')}, ${many(pages.length, 'unfinished page')}, and the numbers of \`hearten help-now\`.`,
    ]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [
      ...around,
      '  all of it, with what cannot be read, its copies, and the numbers of `hearten help-now`.',
    ]
  }
}
