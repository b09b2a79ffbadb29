import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import { settingRules } from '../settings/settings.ts'
import { outlineOfTable } from './outline.ts'
import { bashCompletion } from './shells/bash.ts'
import { fishCompletion } from './shells/fish.ts'
import type { Position } from './shells/position.ts'
import { positionsOf } from './shells/position.ts'
import { powershellCompletion } from './shells/powershell.ts'
import { zshCompletion } from './shells/zsh.ts'
import type { Action, Contents } from './table.ts'

const writers: Readonly<Record<string, (root: Position) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** Prints what a shell needs to finish words: a file that starts nothing and evaluates nothing that was typed. */
export const completionOf =
  (contents: Contents): Action<object> =>
  async ({ terminal }: Context, [shell = '']: string[]) => {
    const name = shell.toLowerCase().replace(/^pwsh$/, 'powershell')
    const write = Object.hasOwn(writers, name) ? writers[name] : undefined
    if (write === undefined)
      throw new UsageError(
        `There is no completion for "${shell}". There is bash, zsh, fish and powershell.`,
      )
    terminal.print(write(positionsOf(outlineOfTable(contents), settingRules)))
    return undefined
  }
