import { join } from 'node:path'

export interface Folders {
  /** The journal: everything precious. */
  readonly data: string
  /** Preferences. */
  readonly config: string
}

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

/**
 * Where things are kept: under `HEARTEN_HOME` when set, else in the places of the platform
 * (XDG base directories on Linux and others).
 */
export function foldersOf(surroundings: Surroundings, journal?: string): Folders {
  const { env, platform } = surroundings
  const own = env.HEARTEN_HOME
  if (own) return { data: journal ?? join(own, 'data'), config: join(own, 'config') }
  // Asked for only now: an account may have none.
  const { home } = surroundings
  const local = env.LOCALAPPDATA || join(home, 'AppData', 'Local')
  const [data, config] =
    platform === 'darwin'
      ? [
          join(home, 'Library/Application Support/hearten'),
          join(home, 'Library/Preferences/hearten'),
        ]
      : platform === 'win32'
        ? [join(local, 'hearten', 'Data'), join(local, 'hearten', 'Config')]
        : [
            join(env.XDG_DATA_HOME || join(home, '.local/share'), 'hearten'),
            join(env.XDG_CONFIG_HOME || join(home, '.config'), 'hearten'),
          ]
  return { data: journal ?? data, config }
}
