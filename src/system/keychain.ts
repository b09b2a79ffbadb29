import { spawnSync } from 'node:child_process'
import { UserError } from '../errors.ts'
import { settingsHere } from '../settings/read.ts'
import type { World } from './world.ts'

// The keychain of the system, through the program that comes with it. A passphrase goes to it and comes from it by
// pipes: arguments and the environment can be seen by others. It lies there in base64, so that no program adds a line
// break, and none takes a letter for something else.

type Surroundings = Pick<World, 'env' | 'platform'>

/** What is started: its arguments, and what it reads. */
type Call = readonly [args: readonly string[], input?: string]

interface Keychain {
  readonly program: string
  /** Where the program comes from, for who lacks it. */
  readonly lacking: string
  /** @param account the public key of the journal */
  keep(account: string, secret: string): Call
  find(account: string): Call
  forget(account: string): Call
  /** Whether the answer to `find` means that it holds none, and not that it could not be asked. */
  isNone(answer: Answer): boolean
}

interface Answer {
  /** The exit code; null when it was not started, or took too long. */
  readonly status: number | null
  readonly out: string
  readonly said: string
  readonly error: Error | undefined
}

const secretService: Keychain = {
  program: 'secret-tool',
  lacking: '`secret-tool` is not here. On Debian and Ubuntu it comes with libsecret-tools.',
  keep: (account, secret) => [['store', '--label=hearten', ...attributes(account)], secret],
  find: account => [['lookup', ...attributes(account)]],
  forget: account => [['clear', ...attributes(account)]],
  isNone: ({ status, said }) => status === 1 && said === '',
}
const attributes = (account: string) => ['application', 'hearten', 'journal', account]

const macKeychain: Keychain = {
  program: 'security',
  lacking: '`security`, which comes with macOS, is not here.',
  // As an argument of its own the secret would be in the list of processes.
  keep: (account, secret) => [
    ['-i'],
    `add-generic-password -U ${item(account).join(' ')} -w ${secret}\n`,
  ],
  find: account => [['find-generic-password', ...item(account), '-w']],
  forget: account => [['delete-generic-password', ...item(account)]],
  // What is left of errSecItemNotFound, -25300, in an exit code.
  isNone: ({ status }) => status === 44,
}
const item = (account: string) => ['-s', 'hearten', '-a', account]

function keychainHere({ platform }: Surroundings): Keychain {
  if (platform === 'darwin') return macKeychain
  if (platform !== 'win32') return secretService
  throw new UserError(
    'Windows has no program that gives a kept passphrase back, so hearten cannot use its keychain. Nothing was changed.\nHEARTEN_PASSPHRASE_FILE names a file that holds the passphrase.',
  )
}

/** Somebody may have to unlock the keychain first, in a window of its own. In milliseconds. */
const patience = 60_000

function answerOf({ env }: Surroundings, { program }: Keychain, [args, input = '']: Call): Answer {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env,
    input,
    encoding: 'utf8',
    timeout: patience,
  })
  return { status, out: stdout ?? '', said: (stderr ?? '').trim(), error }
}

function found(surroundings: Surroundings, keychain: Keychain, account: string) {
  const { status, out } = answerOf(surroundings, keychain, keychain.find(account))
  return status === 0 && out !== '' ? Buffer.from(out.trim(), 'base64url').toString() : undefined
}

/**
 * Has the keychain remember a passphrase. Something that means nothing is kept first: some say that they keep and do
 * not, and some say that they cannot and do.
 * @throws UserError when there is no keychain, or it does not give back what it was given: then it holds nothing
 */
export function rememberPassphrase(
  surroundings: Surroundings,
  account: string,
  passphrase: string,
): void {
  const keychain = keychainHere(surroundings)
  for (const secret of ['a try', passphrase]) {
    const call = keychain.keep(account, Buffer.from(secret).toString('base64url'))
    const { said, error } = answerOf(surroundings, keychain, call)
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
      throw new UserError(`${keychain.lacking} Nothing was changed.`)
    if (found(surroundings, keychain, account) === secret) continue
    answerOf(surroundings, keychain, keychain.forget(account))
    const why = said === '' ? '' : `\nIt says: ${said.slice(0, 300)}`
    throw new UserError(`The keychain of this system keeps nothing just now.${why}`)
  }
}

/** Has the keychain forget it. @returns whether it says that it holds none now */
export function forgetPassphrase(surroundings: Surroundings, account: string): boolean {
  try {
    const keychain = keychainHere(surroundings)
    answerOf(surroundings, keychain, keychain.forget(account))
    return keychain.isNone(answerOf(surroundings, keychain, keychain.find(account)))
  } catch {
    return false
  }
}

/** The preference that says for which journals the person turned it on: their public keys. */
export const keychainSetting = 'keychain'

export function accountsIn(configFolder: string): readonly string[] {
  const accounts = settingsHere(configFolder).kept?.[keychainSetting]
  return Array.isArray(accounts) ? accounts.filter(it => typeof it === 'string') : []
}

/** What the keychain remembers for a journal; undefined where that was not turned on, or it does not say. */
export function rememberedPassphrase(
  surroundings: Surroundings,
  configFolder: string,
  account: string,
): string | undefined {
  if (!accountsIn(configFolder).includes(account)) return undefined
  try {
    return found(surroundings, keychainHere(surroundings), account)
  } catch {
    return undefined
  }
}
