import type { Context } from '../context.ts'
import { newPassphrase } from '../desk/new-passphrase.ts'
import { handOver } from '../desk/recovery-key.ts'
import { JournalError, UsageError, UserError } from '../errors.ts'
import type { Journal } from '../store/journal.ts'
import { plainPaper } from '../store/paper.ts'
import { passphraseFileIn } from '../system/folders.ts'
import type { Identity, JournalRecipient } from '../vault/identity.ts'
import { identityIn, recipientIn } from '../vault/identity.ts'
import { wrappedKey, writeKeyFile, writeRecipient } from '../vault/key-file.ts'
import { unlockingOf } from '../vault/unlock.ts'

/** Another passphrase for the same journal. The recovery key stays the same. */
export async function changePassphrase(
  context: Context,
  _words: string[],
  flags: { new?: string },
): Promise<undefined> {
  const journal = await context.openJournal()
  const identity = await openedKey(context, journal)
  if (flags.new === undefined && !context.terminal.interactive)
    throw new UsageError('--new FILE names a file with the new passphrase. Nothing was changed.')
  await changeTo(context, journal, identity, flags.new)
  context.terminal.notify(
    'The new passphrase opens your journal now. The recovery key is the same.',
  )
}

/** Shows the recovery key again. */
export async function showRecovery(context: Context): Promise<undefined> {
  const { terminal } = context
  const { secret } = await openedKey(context, await context.openJournal())
  if (terminal.interactive && terminal.outputIsTerminal) await handOver(context, secret)
  else terminal.print(secret)
}

/** A new passphrase by the recovery key, when the old one is forgotten. */
export async function recoverJournal(context: Context): Promise<undefined> {
  const journal = await context.openJournal()
  const recipient = recipientOf(journal)
  const identity = identityIn((await recoveryKey(context)).replace(/\s/g, ''))
  if (identity === undefined)
    throw new UserError(
      'That is no recovery key, or a letter of it is wrong. It begins with AGE-SECRET-KEY-1. Nothing was changed.',
    )
  if (identity.recipient.text !== recipient.text)
    throw new UserError('That is the recovery key of another journal. Nothing was changed.')
  const file = passphraseFileIn(context, context.globals.part)
  await changeTo(context, journal, identity, file)
  context.terminal.notify(
    'The new passphrase opens your journal now. The recovery key is the same.',
  )
}

async function recoveryKey(context: Context): Promise<string> {
  if (!context.terminal.interactive) return context.terminal.readInput()
  const dialogue = await context.dialogue('')
  try {
    return (await dialogue.secret({ ask: 'Your recovery key:' })) ?? ''
  } finally {
    dialogue.close()
  }
}

/** The key of the journal, by its passphrase. @throws LockedError */
async function openedKey(context: Context, journal: Journal): Promise<Identity> {
  const recipient = recipientOf(journal)
  const folder = journal.sealed?.folder ?? ''
  const door = await context.door()
  return unlockingOf(plainPaper(), folder, recipient, door).identity()
}

async function changeTo(
  context: Context,
  journal: Journal,
  identity: Identity,
  file?: string,
): Promise<void> {
  const { passphraseCost } = context
  const bytes = await wrappedKey(identity, await newPassphrase(context, file), passphraseCost)
  await journal.atKeys(folder => {
    const plain = plainPaper()
    writeKeyFile(plain, folder, bytes)
    writeRecipient(plain, folder, identity)
  })
}

function recipientOf({ sealed }: Journal): JournalRecipient {
  if (sealed === undefined)
    throw new UserError('This journal is not encrypted. `hearten vault on` encrypts it.')
  const recipient = recipientIn(sealed.recipient)
  if (recipient) return recipient
  throw new JournalError(
    `"${sealed.recipient}" on the first page is no key. Run \`hearten doctor\`.`,
  )
}
