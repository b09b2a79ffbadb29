import { JournalError, LockedError } from '../errors.ts'
import { refuseForAnotherUser } from '../store/another-user.ts'
import type { Awaitable } from '../store/awaitable.ts'
import { quietly } from '../store/file-errors.ts'
import type { Host } from '../store/lock.ts'
import type { PlainPaper } from '../store/paper.ts'
import type { Identity, JournalRecipient } from './identity.ts'
import {
  hasKeyFile,
  identityUnder,
  isRecipientHere,
  recovering,
  writeRecipient,
} from './key-file.ts'

/** Where passphrases come from. */
export interface Passphrases {
  /**
   * The passphrase of the journal; undefined when there is none to be had, or the person would rather not.
   * @param nth 1 the first time; then the one before was wrong
   * @param recipient the public key of what it opens
   */
  ask(nth: number, recipient: string): Promise<string | undefined>
  /** How often it may be wrong. May become more while it is asked for. */
  readonly tries: number
  /** What they open, and what in the environment names a file that holds one. */
  readonly of: { readonly what: 'journal' | 'part'; readonly variable: string }
}

/** Who unlocks. */
export interface Door extends Passphrases {
  readonly host: Pick<Host, 'uid'>
}

/** What opens a sealed generation, as soon as somebody needs it, and once a process. */
export interface Unlocking {
  /** @throws LockedError, each time again, when it was not to be had */
  identity(): Awaitable<Identity>
  isLocked(): boolean
  /** From now on nobody is asked. */
  leaveLocked(): void
}

/** What is open already. */
export const unlockedBy = (identity: Identity): Unlocking => ({
  identity: () => identity,
  isLocked: () => false,
  leaveLocked() {},
})

export function unlockingOf(
  plain: PlainPaper,
  folder: string,
  recipient: JournalRecipient,
  door: Door,
): Unlocking {
  let identity: Identity | undefined
  let asked: Promise<Identity> | undefined
  const unlock = async (): Promise<Identity> => {
    identity = await unlocked(plain, folder, recipient, door)
    return identity
  }
  return {
    identity() {
      if (identity) return identity
      asked ??= unlock()
      return asked
    },
    isLocked: () => identity === undefined,
    leaveLocked() {
      asked ??= refused(new LockedError(stillLocked(door)))
    },
  }
}

async function unlocked(
  plain: PlainPaper,
  folder: string,
  recipient: JournalRecipient,
  door: Door,
): Promise<Identity> {
  const { host, of } = door
  if (!hasKeyFile(plain, folder))
    throw new LockedError(
      `The key of this ${of.what} is missing from ${folder}. Nothing was changed.\n${recovering}`,
    )
  for (let nth = 1; nth <= door.tries; nth++) {
    const passphrase = await door.ask(nth, recipient.text)
    if (passphrase === undefined) throw new LockedError(stillLocked(door))
    const found = await identityUnder(plain, folder, passphrase)
    if (found === undefined) continue
    refuseOther(found.identity, recipient)
    const { lacking, identity } = found
    quietly(() => {
      refuseForAnotherUser(plain, folder, host)
      if (lacking) plain.write(lacking.path, lacking.bytes, 'synced')
      if (!isRecipientHere(plain, folder, identity)) writeRecipient(plain, folder, identity)
    })
    return identity
  }
  throw new LockedError(`That was not the passphrase of this ${of.what}. Nothing was changed.`)
}

/** Who swaps what is written to, and waits, would get everything that is written from then on. */
function refuseOther(identity: Identity, recipient: JournalRecipient): void {
  if (identity.recipient.text === recipient.text) return
  throw new JournalError(
    'The first page of this journal names another key than the one your passphrase opens. Somebody may have changed it. Nothing was changed here.\nWrite nothing more, and put journal.json back from a copy of your own.',
  )
}

/** What is said only to who asks for it. */
function refused(error: Error): Promise<never> {
  const refusal = Promise.reject(error)
  refusal.catch(() => {})
  return refusal
}

const stillLocked = ({ of: { what, variable } }: Door): string =>
  `This ${what} is encrypted, and stays locked without its passphrase. Nothing was changed.\n${variable} names a file that holds it, for scripts. Writing works without.`
