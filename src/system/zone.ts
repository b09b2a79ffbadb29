import { existsSync, readlinkSync, realpathSync } from 'node:fs'

/** Where the machine's own zone stands: to name this file says as much as to name nothing. */
const ownZone = /^:?\/etc\/localtime$/

/** Names that Node reads as they stand; anything else is looked at here first. */
const plain = /^(?:[A-Z][a-z]+(?:\/[A-Z][A-Za-z_-]+)+|UTC)$/

/** Where systems other than Windows keep the rules of every zone, a file each. */
const zones = '/usr/share/zoneinfo/'

/**
 * Puts `TZ` into a form that Node reads rightly, so that its `Date` and its `Intl` agree. Left alone,
 * Node takes a path for a zone without summer time, and `GMT+1` for both sides of Greenwich at once.
 * A value that names no zone stays, and {@link zoneNamed} says so.
 */
export function settleZone(env: Record<string, string | undefined>): void {
  const { TZ } = env
  if (TZ === undefined || plain.test(TZ)) return
  if (ownZone.test(TZ)) delete env.TZ
  else env.TZ = zoneNamed(TZ) ?? TZ
}

/**
 * The IANA name of the zone that `Date` reckons in, once {@link settleZone} has been by. The first use of
 * Intl costs as much as a bare start of Node, so it is asked only where the machine does not say plainly.
 */
export function zoneHere(env: Readonly<Record<string, string | undefined>>): string {
  const name = env.TZ ?? linkedZone()
  if (name === 'UTC' || name === 'Etc/UTC') return 'UTC'
  if (name && plain.test(name) && existsSync(zones + name)) return name
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  // A TZ that names nothing leaves this empty, or unknown in newer versions; hours are those of UTC then.
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC'
}

/** What the machine's own zone is a link to. */
function linkedZone(): string | undefined {
  try {
    return readlinkSync('/etc/localtime').replace(/^.*\/zoneinfo\//, '')
  } catch {
    return undefined
  }
}

/**
 * The IANA name of the zone that a value of `TZ` means: a name in any case, the path of a zone's file,
 * or a POSIX zone of whole hours (`JST-9`). Undefined where it means none that is known here.
 */
export function zoneNamed(value: string): string | undefined {
  const said = value.replace(/^:/, '')
  const name = (said.startsWith('/') ? realPath(said) : said)
    .replace(/^.*\/zoneinfo\//, '')
    .replace(/^(?:posix|right)\//, '')
  if (/^(?:z|zulu|utc|etc\/utc|)$/i.test(name)) return 'UTC'
  const [, sign = '', hours] = /^(?:[a-z]{3,}|<[-+\w]{3,}>)([-+]?)(\d{1,2})$/i.exec(name) ?? []
  if (hours === undefined) return known(name)
  // Both count hours behind Greenwich as plus.
  return Number(hours) === 0 ? 'UTC' : known(`Etc/GMT${sign || '+'}${Number(hours)}`)
}

function known(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined // newer Node takes "+05:30" as well, which is no place
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
