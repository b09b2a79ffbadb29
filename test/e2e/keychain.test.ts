import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aHome, bin, has, needs, start } from './program.ts'

test('the keychain of a Linux desktop keeps the passphrase, gives it back and forgets it', async context => {
  for (const tool of ['secret-tool', 'gnome-keyring-daemon', 'dbus-run-session'])
    needs(context, has(tool), tool)
  const home = aHome()
  const file = join(home.folder, 'passphrase')
  writeFileSync(file, 'crème brûlée "at noon"\n')
  const script = `
hearten() { "${process.execPath}" "${bin}" "$@"; }
knowing() { HEARTEN_PASSPHRASE_FILE="${file}" hearten "$@"; }
hearten jot 'a robin' && knowing vault on --yes || exit
echo no keychain yet
bus=$DBUS_SESSION_BUS_ADDRESS
unset DBUS_SESSION_BUS_ADDRESS
knowing vault keychain on --yes; echo $?
export DBUS_SESSION_BUS_ADDRESS=$bus
echo unlocked | gnome-keyring-daemon --unlock --components=secrets
hearten list; echo $?
knowing vault keychain on --yes; echo $?
hearten list; echo $?
hearten vault keychain off; echo $?
hearten list; echo $?
secret-tool search --all application hearten
exit 0`
  const { code, out, err } = await start(home, ['dbus-run-session', '--', 'bash', '-c', script])
    .ended
  const said = out.slice(out.indexOf('no keychain yet')).split('\n')
  const codes = said.filter(line => /^\d+$/.test(line))
  expect([code, codes, err]).toEqual([0, ['1', '3', '0', '0', '0', '3'], expect.any(String)])
  expect(said.filter(line => line.includes('a robin'))).toHaveLength(1)
  expect(err).toContain('The keychain of this system keeps nothing just now.')
  expect(err).toContain('The keychain of this system forgot your passphrase.')
  expect(`${out}${err}`).not.toMatch(/secret = /)
})
