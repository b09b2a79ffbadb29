import type { Context } from '../context.ts'
import {
  accountsIn,
  forgetPassphrase,
  keychainSetting,
  rememberPassphrase,
} from '../system/keychain.ts'
import { changePreferences } from './preferences.ts'

/** Whether the person has the keychain remember the passphrase of a journal. @param account its public key */
export const isInKeychain = ({ folders }: Context, account: string): boolean =>
  accountsIn(folders.config).includes(account)

/** @throws UserError when the keychain does not: then it is off */
export async function keepInKeychain(
  context: Context,
  account: string,
  passphrase: string,
): Promise<void> {
  try {
    rememberPassphrase(context, account, passphrase)
  } catch (error) {
    await turn(context, account, 'off')
    throw error
  }
  await turn(context, account, 'on')
}

/** Turns it off, and says so. Where it is not on nothing is asked of the keychain, nor said. */
export async function leaveKeychain(context: Context, account: string): Promise<void> {
  if (!isInKeychain(context, account)) return
  const isGone = forgetPassphrase(context, account)
  await turn(context, account, 'off')
  context.terminal.notify(
    isGone
      ? 'The keychain of this system forgot your passphrase.'
      : `The keychain of this system could not be asked to forget your passphrase. Nothing asks it any more.\nIt stands there as "hearten", for ${account}. Remove it there.`,
  )
}

async function turn(context: Context, account: string, way: 'on' | 'off'): Promise<void> {
  const there = accountsIn(context.folders.config)
  if (there.includes(account) === (way === 'on')) return
  const accounts = there.filter(it => it !== account)
  if (way === 'on') accounts.push(account)
  await changePreferences(context, {
    [keychainSetting]: accounts.length > 0 ? accounts : undefined,
  })
}
