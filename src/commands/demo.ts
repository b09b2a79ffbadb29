import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { wholeStoryOf } from '../demo/story.ts'
import { filledParts } from '../desk/open-plan.ts'
import { UsageError, UserError } from '../errors.ts'
import { addDays } from '../journal/day.ts'
import { visibleLine } from '../render/gate.ts'
import { changeSettings } from '../settings/change.ts'
import { refuseForAnotherUser } from '../store/another-user.ts'
import { openPlan } from '../store/help-numbers.ts'
import { plainPaper } from '../store/paper.ts'
import { asTyped } from '../system/as-typed.ts'
import { foldersOf } from '../system/folders.ts'

/** About three months, today included. */
const days = 91

/** A made-up journal in a folder of its own, to look around in. */
export async function demo(
  context: Context,
  _words: string[],
  flags: { into?: string },
): Promise<undefined> {
  const { terminal, stamp, env } = context
  const home = folderFor(context, flags.into)
  const folders = foldersOf({ env: { ...env, HEARTEN_HOME: home }, platform: 'linux', home })
  const { now, today, zone } = stamp()
  const from = addDays(today, 1 - days)
  const story = wholeStoryOf({ seed: 'demo', from, days, zone, until: now })

  await changeSettings(
    { ...context.checkup(), folder: folders.config },
    { season: 'break-up', 'season-start': addDays(from, -9) },
  )
  const journal = await context.openJournal(folders.data)
  // Two changes, so that `undo` can be tried out without losing it all.
  const lately = addDays(today, -6)
  const isLate = (it: (typeof story)[number]) => it.writtenAt.slice(0, 10) >= lately
  const parts = [story.filter(it => !isLate(it)), story.filter(isLate)]
  for (const records of parts) if (records.length > 0) await journal.commit('demo', records)
  // So that its help-now shows the plan, as that of any journal that is not encrypted.
  await openPlan({ folder: folders.data, host: context.checkup().host }, await filledParts(journal))

  const here = /^[\w@%+=:,./-]+$/.test(home) ? home : `'${home.replaceAll("'", "'\\''")}'`
  terminal.notify('Three months of a made-up journal, of somebody mending after a break-up, are in')
  terminal.print(terminal.outputIsTerminal ? visibleLine(home) : home)
  terminal.notify(
    [
      'Look around:',
      ...[
        'review month',
        'review season',
        'calendar',
        'people',
        'toolkit',
        'course show',
        'plan',
        'list --limit 20',
        'today',
      ].map(
        command => `  HEARTEN_HOME=${here} ${asTyped(`\`hearten ${command}\``, env).slice(1, -1)}`,
      ),
      `Your own journal is not touched. \`rm -r ${here}\` removes the made-up one.`,
    ].join('\n'),
  )
}

/** A new or empty folder. */
function folderFor(context: Context, into: string | undefined): string {
  if (into === undefined) return mkdtempSync(join(tmpdir(), 'hearten-demo-'))
  const home = resolve(into)
  refuseForAnotherUser(plainPaper(), home, context.checkup().host)
  if (existsSync(home) && readdirSync(home).length > 0)
    throw new UsageError(`${home} is not empty. Name a new folder. Nothing was changed.`)
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(`${home} could not be made (${code}). Nothing was changed.`)
  }
  return home
}
