import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'

interface WholeFolders {
  /** Everything precious: the journal, its parts, and what lies beside them. */
  readonly data: string
  /** Preferences. */
  readonly config: string
}

export interface HomeFolders extends WholeFolders {
  /** The journal that a command is about: that of the data folder, or a part in it. */
  readonly journal: string
}

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

/**
 * A path with its `~` made the home folder, as a shell does; in `--to=~/notes` and in an environment
 * variable no shell does it. A file that is called `~` is meant by `./~`.
 */
export const expandHome = (path: string, surroundings: Pick<Surroundings, 'home'>): string =>
  /^~(?:[/\\]|$)/.test(path) ? join(surroundings.home, path.slice(1)) : path

/**
 * Where things are kept: under `HEARTEN_HOME` when set, else in the places of the platform
 * (XDG base directories on Linux and others).
 *
 * @param journal what `--journal` named; a whole home is taken for the journal in it
 * @param notice is told what was understood otherwise than it was written
 */
export function foldersOf(
  surroundings: Surroundings,
  journal?: string,
  notice: (text: string) => void = () => {},
): WholeFolders {
  const { data, config } = usualFolders(surroundings, notice)
  if (journal === undefined) return { data, config }
  if (holdsJournal(join(journal, 'data')) && !holdsJournal(journal)) {
    notice(`${journal} is a whole home. The journal in it is used: ${join(journal, 'data')}`)
    return { data: join(journal, 'data'), config }
  }
  return { data: journal, config }
}

/** Whether anything lies in a folder; not in one that is not there. One look, as each command takes it. */
export function holdsAnything(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}

/** What names a file that holds a passphrase, for scripts. The environment itself never holds one. */
export const passphraseVariable = (part: string | undefined): string =>
  part === undefined ? 'HEARTEN_PASSPHRASE_FILE' : 'HEARTEN_PART_PASSPHRASE_FILE'

/** The file that the environment names, for the passphrase of the journal or for that of a part. */
export const passphraseFileIn = (
  { env }: Pick<Surroundings, 'env'>,
  part?: string,
): string | undefined =>
  part === undefined ? env.HEARTEN_PASSPHRASE_FILE : env.HEARTEN_PART_PASSPHRASE_FILE

/** The folder of the journal in a data folder, and those of its parts. One look, as each command takes it. */
export function journalsIn(data: string): string[] {
  try {
    return [data, ...readdirSync(join(data, 'parts')).map(name => join(data, 'parts', name))]
  } catch {
    return [data]
  }
}

const holdsJournal = (folder: string): boolean => existsSync(join(folder, 'journal.json'))

function usualFolders(surroundings: Surroundings, notice: (text: string) => void): WholeFolders {
  const { env, platform } = surroundings
  if (env.HEARTEN_HOME) {
    const own = homeMeant(env.HEARTEN_HOME, surroundings, notice)
    return { data: join(own, 'data'), config: join(own, 'config') }
  }
  // Asked for only now: an account may have none.
  const { home } = surroundings
  const local = env.LOCALAPPDATA || join(home, 'AppData', 'Local')
  // The standard has a relative path ignored: it would mean another folder in every folder.
  const base = (value: string | undefined, usual: string) => {
    const path = expandHome(value ?? '', surroundings)
    return isAbsolute(path) ? path : join(home, usual)
  }
  const [data, config] =
    platform === 'darwin'
      ? [
          join(home, 'Library/Application Support/hearten'),
          join(home, 'Library/Preferences/hearten'),
        ]
      : platform === 'win32'
        ? [join(local, 'hearten', 'Data'), join(local, 'hearten', 'Config')]
        : [
            join(base(env.XDG_DATA_HOME, '.local/share'), 'hearten'),
            join(base(env.XDG_CONFIG_HOME, '.config'), 'hearten'),
          ]
  return { data, config }
}

/** The whole path of a home. One that is relative and not there yet is said: it may be meant elsewhere. */
function homeMeant(
  written: string,
  surroundings: Surroundings,
  notice: (text: string) => void,
): string {
  const path = expandHome(written, surroundings)
  const own = resolve(path)
  if (!isAbsolute(path) && !existsSync(own))
    notice(`HEARTEN_HOME is "${written}", which means ${own} here. Nothing is there yet.`)
  if (basename(own) !== 'data' || !holdsJournal(own)) return own
  notice(`HEARTEN_HOME is a journal, not a home. The home around it is used: ${dirname(own)}`)
  return dirname(own)
}
