import { spawnSync } from 'node:child_process'
import { shellWords } from './shell-words.ts'
import type { World } from './world.ts'

/** Shows a text in `$PAGER`, else `less`. False when neither could be started. */
export function pageThrough(text: string, env: World['env']): boolean {
  const said = shellWords(env.PAGER || 'less', { backslash: true })
  const [command = 'less', ...args] = said && said.length > 0 ? said : ['less']
  if (command === 'cat') return false
  // Whoever sets LESS without R would see the marks of search and colour as codes.
  if (/(^|[/\\])less(\.exe)?$/.test(command)) args.unshift('-R')
  const run = spawnSync(command, args, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    // F: no pager for one screen; R: colours pass; X: the text stays on the screen afterwards.
    env: { ...env, LESS: env.LESS || 'FRX', LESSHISTFILE: '-' },
  })
  return run.error === undefined
}
