import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { isInKeychain, keepInKeychain, leaveKeychain } from '../desk/keychain.ts'
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
  const { identity } = await openedKey(context, journal)
  if (flags.new === undefined && !context.terminal.interactive)
    throw new UsageError('--new FILE names a file with the new passphrase. Nothing was changed.')
  await changeTo(context, journal, identity, flags.new)
  context.terminal.notify(
    `The new passphrase opens ${whatOpens(context)} now. The recovery key is the same.`,
  )
}

/** Shows the recovery key again. */
export async function showRecovery(context: Context): Promise<undefined> {
  const { terminal } = context
  const { identity } = await openedKey(context, await context.openJournal())
  const { secret } = identity
  if (terminal.interactive && terminal.outputIsTerminal)
    await handOver(context, secret, whatOpens(context))
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
    `The new passphrase opens ${whatOpens(context)} now. The recovery key is the same.`,
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

/** Has the keychain of the system remember the passphrase. */
export async function keychainOn(context: Context): Promise<undefined> {
  const journal = await context.openJournal()
  if (journal.sealed === undefined) {
    context.terminal.notify('This journal is not encrypted. Nothing was changed.')
    return
  }
  await confirmed(context, whatKeychainMeans)
  const { passphrase } = await openedKey(context, journal)
  await keepInKeychain(context, journal.sealed.recipient, passphrase)
  context.terminal.notify(
    'The keychain of this system remembers your passphrase now. `hearten vault keychain off` takes it back.',
  )
}

/** Has the keychain forget it. */
export async function keychainOff(context: Context): Promise<undefined> {
  const { sealed } = await context.openJournal()
  if (sealed && isInKeychain(context, sealed.recipient))
    await leaveKeychain(context, sealed.recipient)
  else
    context.terminal.notify(
      'The keychain does not remember the passphrase of this journal. Nothing was changed.',
    )
}

/** A part is named: who keeps two keys on paper must know which is which. */
const whatOpens = ({ globals: { part } }: Context): string =>
  part === undefined ? 'the journal' : `the part "${part}"`

const whatKeychainMeans = `The keychain of this system will remember your passphrase, and nobody will be asked for it.
Whoever uses this account while the keychain is open can read your journal then, and so can any program.
A new passphrase and the recovery key are still asked for. Parts with a lock of their own are never remembered.`

/** The key of the journal, by its passphrase, which somebody was asked for. @throws LockedError */
async function openedKey(
  context: Context,
  journal: Journal,
): Promise<{ identity: Identity; passphrase: string }> {
  const recipient = recipientOf(journal)
  const folder = journal.sealed?.folder ?? ''
  // Who may read must not be able to lock somebody out, or to take the key along.
  const door = await context.door('asking')
  let passphrase = ''
  const ask: typeof door.ask = async (nth, of) => {
    const said = await door.ask(nth, of)
    passphrase = said ?? ''
    return said
  }
  const identity = await unlockingOf(plainPaper(), folder, recipient, { ...door, ask }).identity()
  return { identity, passphrase }
}

async function changeTo(
  context: Context,
  journal: Journal,
  identity: Identity,
  file?: string,
): Promise<void> {
  const { passphraseCost, terminal } = context
  const passphrase = await newPassphrase(context, file)
  const bytes = await wrappedKey(identity, passphrase, passphraseCost)
  await journal.atKeys(folder => {
    const plain = plainPaper()
    writeKeyFile(plain, folder, bytes)
    writeRecipient(plain, folder, identity)
  })
  const { text } = identity.recipient
  if (!isInKeychain(context, text)) return
  await keepInKeychain(context, text, passphrase).catch(error => {
    terminal.notify(`${error.message}\nThe keychain is not asked any more.`)
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
