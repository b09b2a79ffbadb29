import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { HIDE } from '../dialogue/keyboard.ts'
import { shellWords } from './shell-words.ts'
import type { World } from './world.ts'

/** Ctrl-L, which draws less anew by itself, leaves it with a code that nothing else ends it with: the letter's. */
const keys = '#command\n^L quit L\n'
const wasHidden = 'L'.charCodeAt(0)

/**
 * Shows a text in `$PAGER`, else `less`. In less (582 and newer) Ctrl-L leaves it, and the screen is cleared with
 * what can be scrolled back to.
 *
 * @returns false when neither could be started
 */
export function pageThrough(text: string, { env, home, writeOutput }: Paging): boolean {
  const said = shellWords(env.PAGER || 'less', { backslash: true })
  const [command = 'less', ...args] = said && said.length > 0 ? said : ['less']
  if (command === 'cat') return false
  // Whoever sets LESS without R would see the marks of search and colour as codes.
  if (/(^|[/\\])less(\.exe)?$/.test(command)) args.unshift('-R')
  const keyFile = hasKeys(env, home) ? undefined : withKeys()
  const run = spawnSync(command, args, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: {
      // Where the language of the terminal is not installed, as often over ssh, less would show letters as codes.
      LESSCHARSET: 'utf-8',
      ...env,
      // F: no pager for one screen; R: colours pass; X: the text stays on the screen afterwards.
      LESS: env.LESS || 'FRX',
      LESSHISTFILE: '-',
      // A person's own keys stay: a newer less takes ours beside them, an older one only instead of them.
      LESSKEY_CONTENT: keys,
      ...(keyFile && { LESSKEYIN: keyFile }),
    },
  })
  if (keyFile) rmSync(dirname(keyFile), { recursive: true, force: true })
  if (run.status === wasHidden) writeOutput(HIDE)
  return run.error === undefined
}

type Paging = Pick<World, 'env' | 'home' | 'writeOutput'>

const hasKeys = (env: World['env'], home: string): boolean =>
  env.LESSKEYIN !== undefined ||
  [
    join(home, '.lesskey'),
    join(home, '.less'),
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'lesskey'),
  ].some(path => existsSync(path))

/** A file with our keys; where it cannot be made, less has its own. */
function withKeys(): string | undefined {
  try {
    const file = join(mkdtempSync(join(tmpdir(), 'hearten-keys-')), 'lesskey')
    writeFileSync(file, keys)
    return file
  } catch {
    return undefined
  }
}
