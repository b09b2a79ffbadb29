import { spawn } from 'node:child_process'
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import { decodeText } from '../utf8.ts'
import type { World } from './world.ts'

/**
 * Opens `$VISUAL` or `$EDITOR` on a text, in a folder only this person can read and in memory where
 * there is one. What the editor saves is handed to `onSave` as it is saved; the file is removed afterwards.
 *
 * @returns what was saved last, also by an editor that then ended in an error; the text itself when nothing was saved
 * @throws UserError when no editor could be started, or it ended in an error and had saved nothing; also
 *   when what it saved cannot be taken (no UTF-8, a full disk): then it stays where it is, and the message says where
 */
export async function editText(
  world: World,
  dataFolder: string,
  text: string,
  onSave: (text: string) => void = () => {},
): Promise<string> {
  const command = world.env.VISUAL || world.env.EDITOR || 'vi'
  const folder = mkdtempSync(join(editingPlace(world, dataFolder), 'editing-'))
  const file = join(folder, 'page.md')
  let saved = text
  let seen = ''
  const take = () => {
    const stamp = stampOf(file)
    if (stamp === undefined || stamp === seen) return
    const words = decodeText(readFileSync(file), 'What the editor saved').replace(/\r?\n$/, '')
    saved = words
    onSave(words)
    // Noted last: what could not be taken is tried again, and is never wiped.
    seen = stamp
  }
  const close = () => {
    const left = stampOf(file)
    if (left === undefined || left === seen) wipe(folder, file)
  }
  world.onEnd(() => {
    tryQuietly(take)
    close()
  })
  // Ctrl-C in an editor is the editor's business.
  const heedAgain = world.onInterrupt(() => {})
  try {
    // Editors end a page with a line break; it is no part of the words.
    writeFileSync(file, text && `${text}\n`, { mode: 0o600, flag: 'wx' })
    seen = stampOf(file) ?? ''
    const watching = setInterval(() => tryQuietly(take), 300)
    const failure = await run(command, file, world).catch(error => error)
    clearInterval(watching)
    try {
      take()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new UserError(`${why}\nWhat the editor saved is in ${file} until you take it away.`)
    }
    if (failure && saved === text) throw failure
    return saved
  } finally {
    heedAgain()
    close()
  }
}

/** Memory first: what is never written to a disk cannot be found on it later. */
function editingPlace({ env }: World, dataFolder: string): string {
  for (const place of [env.XDG_RUNTIME_DIR, '/dev/shm']) if (place && writable(place)) return place
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  return dataFolder
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** An argument vector, no shell. Vim and Neovim are told to keep no copies of their own. */
function run(command: string, file: string, world: World): Promise<void> {
  const [program = 'vi', ...args] = command.split(/\s+/).filter(Boolean)
  const quiet = 'set noundofile nobackup nowritebackup noswapfile nomodeline'
  const own: Record<string, string[]> = {
    vim: ['-n', '-i', 'NONE', '-c', `${quiet} viminfo=`],
    nvim: ['-n', '-i', 'NONE', '-c', `${quiet} shada=`],
  }
  return new Promise((resolve, reject) => {
    const failed = (why: string) =>
      reject(
        new UserError(
          `The editor "${command}" ${why}. Nothing was added to your journal.\nSet VISUAL or EDITOR to another one, or write without it.`,
        ),
      )
    const child = spawn(program, [...args, ...(own[basename(program)] ?? []), file], {
      stdio: 'inherit',
      env: { ...world.env },
    })
    child.on('error', () => failed('could not be started'))
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : failed(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    )
  })
}

/** Differs whenever the file was written; undefined while there is none, as when an editor replaces it. */
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && `${stat.mtimeMs} ${stat.size} ${stat.ino}`
}

function wipe(folder: string, file: string): void {
  tryQuietly(() => writeFileSync(file, Buffer.alloc(statSync(file).size), { flag: 'r+' }))
  rmSync(folder, { recursive: true, force: true })
}

/** A file between two states (an editor replaces it by renaming) is looked at again later. */
function tryQuietly(action: () => void): void {
  try {
    action()
  } catch {}
}
