import { relative } from 'node:path'
import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { isInKeychain, leaveKeychain } from '../desk/keychain.ts'
import { newPassphrase } from '../desk/new-passphrase.ts'
import { keepPlanOpen } from '../desk/open-plan.ts'
import { handOver } from '../desk/recovery-key.ts'
import { visibleLine } from '../render/gate.ts'
import { readNumbers } from '../store/help-numbers.ts'
import type { Journal } from '../store/journal.ts'
import { plainPaper } from '../store/paper.ts'
import { isConflictCopy, isTakenIn } from '../store/places.ts'
import { passphraseFileIn } from '../system/folders.ts'
import { newIdentity } from '../vault/identity.ts'
import { wrappedKey } from '../vault/key-file.ts'
import { sealedGeneration } from '../vault/sealed-generation.ts'

/** Whether the journal is encrypted. Asks for nothing and reads no words. */
export async function vaultStatus(context: Context): Promise<undefined> {
  const { terminal, globals } = context
  const { sealed } = await context.openJournal()
  const keychain = sealed !== undefined && isInKeychain(context, sealed.recipient)
  if (globals.json)
    terminal.data({ encrypted: sealed !== undefined, ...sealed, ...(sealed && { keychain }) })
  else if (sealed === undefined)
    terminal.printWords('This journal is not encrypted. `hearten vault on` encrypts it.')
  else
    terminal.printWords(
      `This journal is encrypted.\nIts public key is ${sealed.recipient}.\nIts own key lies in ${sealed.folder}, under your passphrase.\n${keychain ? remembered : notRemembered}`,
    )
}

const remembered =
  'The keychain of this system remembers the passphrase. `hearten vault keychain off` takes it back.'
const notRemembered = 'Nothing on this computer remembers the passphrase.'

/** Encrypts everything in the journal. */
export async function vaultOn(context: Context): Promise<undefined> {
  const { terminal, passphraseCost } = context
  const journal = await context.openJournal()
  if (journal.sealed) {
    terminal.notify('This journal is encrypted already. Nothing was changed.')
    return
  }
  await confirmed(context, whatOnMeans)
  const passphrase = await newPassphrase(context, passphraseFileIn(context))
  const identity = newIdentity()
  if (terminal.interactive) await handOver(context, identity.secret, 'the journal')
  const keyFile = await wrappedKey(identity, passphrase, passphraseCost)
  const { plan } = readNumbers(context.folders.data)
  const left = await journal.switchTo(sealedGeneration(plainPaper(), identity, keyFile))
  terminal.notify(isEncrypted)
  if (plan.length > 0) terminal.notify(planIsLocked)
  if (!terminal.interactive)
    terminal.notify('`hearten vault recovery` shows the recovery key. Keep it on paper.')
  sayLeft(context, journal, left)
  sayPlain(context)
}

/** Takes the encryption away. */
export async function vaultOff(context: Context): Promise<undefined> {
  const { terminal } = context
  const journal = await context.openJournal()
  if (!journal.sealed) {
    terminal.notify('This journal is not encrypted. Nothing was changed.')
    return
  }
  await journal.unlock()
  await confirmed(context, whatOffMeans)
  const { recipient } = journal.sealed
  const left = await journal.switchTo({ paper: plainPaper(), prepare() {} })
  await keepPlanOpen(context, journal)
  await leaveKeychain(context, recipient)
  terminal.notify(
    'The journal is plain again. Your passphrase and recovery key are of no more use.',
  )
  sayLeft(context, journal, left)
}

function sayLeft({ terminal }: Context, { folder }: Journal, left: readonly string[]): void {
  if (left.length === 0) return
  const names = left.map(path => relative(folder, path)).join(', ')
  terminal.notify(
    `Something that is not hearten's lies in ${names}, so that stayed. Look whether you need it.`,
  )
}

/** What holds words and is on no paper of the journal's: nobody could take it in so far. */
function sayPlain({ terminal, folders, leftPages }: Context): void {
  const { data } = folders
  const copies = plainPaper()
    .names(data)
    .filter(name => name.startsWith('help') && (isConflictCopy(name) || isTakenIn(name)))
  const pages = leftPages().map(({ file }) => relative(data, file))
  const names = [...copies, ...pages.filter(path => !path.startsWith('..'))]
  if (names.length > 0)
    terminal.notify(
      `This still lies there in plain text: ${visibleLine(names.join(', '))}.\n\`hearten doctor\` says what it is.`,
    )
}

const whatOnMeans = `Everything you wrote here will be encrypted: entries, people, drafts and backups.
Reading will ask for your passphrase. Writing will not.
If you lose both the passphrase and the recovery key, the journal is lost. Nobody can open it then.`

const isEncrypted = `Encrypted, and checked file by file. HOW-TO-OPEN-WITHOUT-HEARTEN.txt says how to open it without hearten.
The names of the files still hold dates. Older copies may live on in backups of this computer, and on its disk.
What you exported, your preferences, and the numbers in \`help-now\` are as they were.`

const planIsLocked =
  'Your plan for hard hours is locked with the rest. `hearten plan unlocked yes` keeps it readable.'

const whatOffMeans = `Everything will lie on your disk in plain text again.
Whoever can read your files can read it then.`
