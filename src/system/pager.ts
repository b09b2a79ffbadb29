import { spawnSync } from 'node:child_process'
import type { World } from './world.ts'

/** Shows a text in `$PAGER`, else `less`. False when neither could be started. */
export function pageThrough(text: string, env: World['env']): boolean {
  const [command = '', ...args] = (env.PAGER || 'less').split(/\s+/).filter(Boolean)
  if (command === '' || command === 'cat') return false
  const run = spawnSync(command, args, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    // F: no pager for one screen; R: colours pass; X: the text stays on the screen afterwards.
    env: { ...env, LESS: env.LESS || 'FRX', LESSHISTFILE: '-' },
  })
  return run.error === undefined
}
