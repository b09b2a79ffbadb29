import { JournalError } from '../errors.ts'
import type { PlainPaper } from '../store/paper.ts'
import { previousOf } from '../store/places.ts'
import { keyFileIn, recipientFileIn } from '../store/sealing.ts'
import { AgeError } from './age.ts'
import type { Identity } from './identity.ts'
import { identityIn } from './identity.ts'
import { openUnder, sealUnder } from './passphrase.ts'

// The key of a journal lies in its generation, under the passphrase, in two copies. `age -d` opens it, and
// `age -d -i identity.age` takes it for a key.

/** What helps where the key is lost. */
export const recovering =
  '`hearten vault recover` makes it anew from your recovery key; for a part, with `--part NAME`.'

/** What a passphrase opened. */
interface Unlocked {
  readonly identity: Identity
  /** A copy that is not what the other is: it got lost, or a change of the passphrase was cut off between them. */
  readonly lacking?: { readonly path: string; readonly bytes: Buffer }
}

/** @param folder of the generation. @returns the copies that are there, the file itself first */
function copiesOf(plain: PlainPaper, folder: string): (Buffer | undefined)[] {
  const file = keyFileIn({ folder })
  return [file, previousOf(file)].map(path => plain.read(path))
}

export const hasKeyFile = (plain: PlainPaper, folder: string): boolean =>
  copiesOf(plain, folder).some(copy => copy !== undefined)

/**
 * The key under this passphrase; undefined when it is another.
 * @throws JournalError when neither copy is a key
 */
export async function identityUnder(
  plain: PlainPaper,
  folder: string,
  passphrase: string,
): Promise<Unlocked | undefined> {
  const path = keyFileIn({ folder })
  const [first, second] = copiesOf(plain, folder)
  const isTwice = first !== undefined && second?.equals(first) === true
  const inFirst = first && (await identityInFile(first, passphrase))
  if (inFirst instanceof AgeError || inFirst === undefined) {
    const inSecond = second && !isTwice ? await identityInFile(second, passphrase) : undefined
    // Where the first may be good, under another passphrase, it is not written over.
    const isOther = inFirst?.why === 'key'
    if (second && inSecond && !(inSecond instanceof AgeError))
      return { identity: inSecond, ...(!isOther && { lacking: { path, bytes: second } }) }
    if (isOther || (inSecond instanceof AgeError && inSecond.why === 'key')) return undefined
  } else if (first)
    return {
      identity: inFirst,
      ...(!isTwice && { lacking: { path: previousOf(path), bytes: first } }),
    }
  throw new JournalError(
    `${keyFileIn({ folder })} is damaged, and so is its copy. Nothing was changed.\n${recovering}`,
  )
}

async function identityInFile(bytes: Buffer, passphrase: string): Promise<Identity | AgeError> {
  try {
    const text = (await openUnder(passphrase, bytes)).toString()
    const identity = identityIn(/^AGE-SECRET-KEY-1.*$/m.exec(text)?.[0] ?? '')
    return identity ?? new AgeError('format', 'there is no key in it')
  } catch (error) {
    if (error instanceof AgeError) return error
    throw error
  }
}

/** The key as it is under a passphrase, checked by opening it again. @param cost less in tests only */
export async function wrappedKey(
  identity: Identity,
  passphrase: string,
  cost?: number,
): Promise<Buffer> {
  const { secret, recipient } = identity
  const text = `# The key of your hearten journal.\n# public key: ${recipient.text}\n${secret}\n`
  const bytes = await sealUnder(passphrase, Buffer.from(text), cost)
  if ((await openUnder(passphrase, bytes)).toString() === text) return bytes
  throw new Error('a key that was just wrapped does not open')
}

/**
 * Puts the key into its place. What counts is the first file; the copy follows, and where a kill came between
 * the next unlocking finds that they differ.
 */
export function writeKeyFile(plain: PlainPaper, folder: string, bytes: Buffer): void {
  const file = keyFileIn({ folder })
  for (const path of [file, previousOf(file)]) plain.write(path, bytes, 'synced')
}

/** What the generation is sealed to, beside it, for when the first page is lost. */
export function writeRecipient(plain: PlainPaper, folder: string, { recipient }: Identity): void {
  plain.write(recipientFileIn({ folder }), Buffer.from(`${recipient.text}\n`), 'synced')
}

export const isRecipientHere = (
  plain: PlainPaper,
  folder: string,
  { recipient }: Identity,
): boolean => plain.read(recipientFileIn({ folder }))?.toString() === `${recipient.text}\n`
