import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'
import { LockedError, UserError } from '../errors.ts'
import { readAtMost } from '../regular-file.ts'
import { decodeText } from '../utf8.ts'
import type { Passphrases } from '../vault/unlock.ts'
import { passphraseFileIn, passphraseVariable } from './folders.ts'
import type { World } from './world.ts'

/** More than anybody types; a device never ends. */
const longest = 4096

/**
 * Where the passphrase of the journal, or of a part, comes from: a file that the environment names, or somebody at
 * the terminal. That of the one is never tried at the other.
 */
export function passphrasesOf(
  world: Pick<World, 'env'>,
  isInteractive: boolean,
  dialogue: () => Promise<Dialogue>,
  part?: string,
): Passphrases {
  const file = passphraseFileIn(world, part)
  const of = {
    what: part === undefined ? 'journal' : 'part',
    variable: passphraseVariable(part),
  } as const
  const yours =
    part === undefined
      ? 'Your passphrase, to read your journal:'
      : `The passphrase of the part "${part}":`
  if (file) return { of, tries: 1, ask: async () => orLocked(() => passphraseIn(file)) }
  return {
    of,
    tries: 3,
    async ask(nth) {
      if (!isInteractive) return undefined
      const asking = await dialogue()
      try {
        const ask = `${nth > 1 ? 'That was not it. ' : ''}${yours}`
        return await asking.secret({ ask })
      } catch (signal) {
        if (signal instanceof Enough) return undefined
        throw signal
      } finally {
        asking.close()
      }
    },
  }
}

/**
 * First what a keychain remembers, and then as before: what it remembers may be out of date.
 * @param remembered for a journal, by its public key; undefined when it is nothing
 * @param onStale what was remembered did not open it
 */
export function keychainFirst<P extends Passphrases>(
  passphrases: P,
  remembered: (recipient: string) => Promise<string | undefined>,
  onStale: () => void,
): P {
  let early = 0
  return {
    ...passphrases,
    get tries() {
      return passphrases.tries + early
    },
    async ask(nth, recipient) {
      if (nth === 1) {
        const passphrase = await remembered(recipient)
        early = passphrase === undefined ? 0 : 1
        if (passphrase !== undefined) return passphrase
      }
      if (nth === 2 && early === 1) onStale()
      return passphrases.ask(nth - early, recipient)
    },
  }
}

/** Without a passphrase to be had the journal stays locked, whatever the reason. */
function orLocked<T>(passphrase: () => T): T {
  try {
    return passphrase()
  } catch (error) {
    throw error instanceof UserError ? new LockedError(error.message) : error
  }
}

/** The passphrase in a file, without the line break at its end. @throws UserError */
export function passphraseIn(file: string): string {
  let bytes: Buffer
  try {
    // Not only a plain file: `<(pass show journal)` is a pipe.
    bytes = readAtMost(file, longest)
  } catch (error) {
    const { code = 'it is too long' } = error as NodeJS.ErrnoException
    throw new UserError(
      `The passphrase in ${file} could not be read (${code}). Nothing was changed.`,
    )
  }
  const text = decodeText(bytes, file).replace(/\r?\n$/, '')
  if (text === '') throw new UserError(`${file} holds no passphrase. Nothing was changed.`)
  return text
}
