import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { UserError } from '../errors.ts'
import { shellWords } from './shell-words.ts'
import type { World } from './world.ts'

/** The person's editor, as an argument vector to which the file is added. */
export interface EditorCommand {
  /** As it was set, for messages. */
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** Whether it is known to end only when the page is closed. */
  readonly waits: boolean
  /** Whether it may keep copies of its own: neither told not to, nor known for keeping none. */
  readonly keepsCopies: boolean
}

/**
 * Graphical editors that hand the file to a window and end at once, unless told to wait. The flag that
 * is added comes first; the others are its other spellings.
 */
const waitFlags: Readonly<Record<string, readonly string[]>> = {
  ...sharing(['--wait', '-w'], 'code code-insiders code-oss codium vscodium cursor windsurf'),
  ...sharing(['--wait', '-w'], 'subl sublime_text zed zeditor mate atom pulsar lapce nova bbedit'),
  ...sharing(['--wait', '-w'], 'gedit pluma xed'),
  ...sharing(['--standalone', '-s'], 'gnome-text-editor'),
  ...sharing(['--block', '-b'], 'kate'),
  ...sharing(['--new-instance', '-i'], 'geany'),
  ...sharing(['--disable-server'], 'mousepad'),
  ...sharing(['--nofork', '-f'], 'gvim gview gvimdiff rgvim rgview mvim nvim-qt'),
  ...sharing(['--no-fork'], 'neovide'),
}

/** Editors that stay until the page is closed. */
const staying = new Set(
  'vi ex nvi elvis nano pico micro emacs mg jed joe jstar hx helix kak ne ed mcedit tilde dte vis amp'.split(
    ' ',
  ),
)

/** Editors that keep nothing anywhere else than beside the page, unless somebody sets them up to. */
const plainOnes = new Set('nano pico ed ne vis mg hx helix kak'.split(' '))

/**
 * Reads `$VISUAL` or `$EDITOR`; `vi` when neither is set. Editors known to need it are told to wait
 * until the page is closed, and Vim and Neovim, by whatever name, to keep no copies of their own.
 *
 * @throws UserError when a quote in it is not closed
 */
export function editorCommand({ env, platform }: Pick<World, 'env' | 'platform'>): EditorCommand {
  const name = env.VISUAL?.trim() || env.EDITOR?.trim() || 'vi'
  const words = shellWords(name, { backslash: platform !== 'win32' })
  if (words === undefined)
    throw new UserError(
      `The editor ${name} has a quote that is not closed. Nothing was added to your journal.\nSet VISUAL or EDITOR anew, or write without it.`,
    )
  const [program = 'vi', ...given] = words
  const called = nameOf(program)
  const kind = vimKind(program, env.PATH ?? '')
  const window = kind === 'vim' && given.includes('-g') ? 'gvim' : called
  const flags = waitFlags[window]
  const wait = flags === undefined || given.some(arg => flags.includes(arg)) ? [] : [flags[0] ?? '']
  const detached = called === 'emacsclient' && given.some(arg => /^(-n|--no-wait)$/.test(arg))
  const waits = kind !== undefined || flags !== undefined || staying.has(called)
  return {
    name,
    program,
    args: [...given, ...wait, ...(kind ? withoutTraces[kind] : [])],
    waits: waits || (called === 'emacsclient' && !detached),
    keepsCopies: kind === undefined && !plainOnes.has(called),
  }
}

const quiet = 'set noundofile nobackup nowritebackup noswapfile nomodeline'

/** In Vim: whatever speaks against it. */
const anyway = '!'

/** Without a swap file a closed window would cost what was not saved: so it is, at pauses, beside the page. */
const atPauses = [
  '-c',
  `set updatetime=1000 | autocmd CursorHold,CursorHoldI,InsertLeave page.md silent${anyway} keepalt write${anyway} %:p.save`,
]

/** What keeps Vim and Neovim from writing the words anywhere else, and from losing them. */
const withoutTraces = {
  vim: ['-n', '-i', 'NONE', '-c', `${quiet} viminfo=`, ...atPauses],
  nvim: ['-n', '-i', 'NONE', '-c', `${quiet} shada=`, ...atPauses],
}

/** Which of the two a program is, by its name, by the file it leads to, or by what it says of itself. */
function vimKind(program: string, path: string): keyof typeof withoutTraces | undefined {
  const file = fileOf(program, path)
  for (const name of [nameOf(program), nameOf(file ?? '')]) {
    if (/^nvim(\.appimage)?$/.test(name)) return 'nvim'
    if (/^(r?g?vim(diff)?|r?gview|rview|evim|eview|vimx|mvim|vim[.-].+)$/.test(name)) return 'vim'
  }
  if (file === undefined || !/^(vi|view|ex)$/.test(nameOf(program))) return undefined
  // Some systems bring a Vim that is called vi and is no link.
  const { stdout } = spawnSync(file, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 2000,
  })
  if (/^NVIM /.test(stdout ?? '')) return 'nvim'
  return /^VIM - /.test(stdout ?? '') ? 'vim' : undefined
}

const nameOf = (file: string): string => basename(file).replace(/\.(exe|cmd|bat)$/i, '')

/** The file that would be run, with links followed. */
function fileOf(program: string, path: string): string | undefined {
  const places = /[/\\]/.test(program) ? [''] : path.split(delimiter)
  const found = places.map(place => join(place, program)).find(file => existsSync(file))
  return found && realpathSync(found)
}

function sharing(flags: readonly string[], names: string): Record<string, readonly string[]> {
  return Object.fromEntries(names.split(' ').map(name => [name, flags]))
}
