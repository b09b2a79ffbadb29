import { relative } from 'node:path'
import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import { visible } from '../render/gate.ts'
import { examineSettings, mendSettings } from '../settings/copy.ts'
import type { Finding } from '../store/checkup.ts'
import { wordsOf } from '../store/checkup.ts'
import { examine } from '../store/doctor.ts'
import type { Mended } from '../store/mend.ts'

/** A check-up: 0 when healthy, 1 when something was found that is still there afterwards. */
export async function doctor(
  context: Context,
  _words: string[],
  flags: { mend?: boolean; breakLock?: boolean },
): Promise<number> {
  if (flags.breakLock && !flags.mend) throw new UsageError('--break-lock goes with --mend.')
  const { terminal, globals, folders } = context
  const checkup = context.checkup()
  const look = async () => [
    ...(await examine(checkup)),
    ...pagesLeft(context),
    ...examineSettings(folders.config),
  ]
  const found = await look()
  const mended = flags.mend ? await mendThem(context, found, flags.breakLock === true) : []
  const findings = mended.length > 0 ? await look() : found
  const healthy = findings.every(({ fine }) => fine)
  if (globals.json) {
    terminal.data({ healthy, findings, mended })
    return healthy ? 0 : 1
  }
  const named = (file: string) => {
    const inside = relative(folders.journal, file)
    return inside === '' || inside.startsWith('..') ? file : inside
  }
  for (const { file, words } of mended)
    terminal.printWords(visible(`Mended: ${named(file)}. ${words}`))
  for (const finding of findings)
    terminal.printWords(visible(inWords(finding, named(finding.file))))
  if (healthy) terminal.notify(`The journal in ${folders.journal} is in order.`)
  else if (findings.some(({ mendable, fine }) => mendable && !fine) && !flags.mend)
    terminal.notify('`hearten doctor --mend` does what can be done. Nothing is thrown away by it.')
  return healthy ? 0 : 1
}

/** Pages that an editor saved and nobody took in. */
const pagesLeft = (context: Context): Finding[] =>
  context.leftPages().map(({ file }) => ({
    what: 'draft',
    file,
    words: 'A page was open in an editor when hearten was ended.',
    mendable: false,
    how: '`hearten` picks up what was saved in it. If it stays, it is not UTF-8 text.',
    fine: true,
  }))

const inWords = ({ words, how, fine }: Finding, file: string): string =>
  `${file}\n  ${words}${fine ? ' That is no harm.' : ''}\n  ${how}`

/** Mends what may be mended; what asks something first only after a yes. */
async function mendThem(
  context: Context,
  found: readonly Finding[],
  breakLock: boolean,
): Promise<Mended[]> {
  const allowed: Finding[] = []
  for (const finding of found.filter(({ mendable }) => mendable)) {
    if (await isAllowed(context, finding, breakLock)) allowed.push(finding)
  }
  if (allowed.length === 0) return []
  const { mend } = await import('../store/mend.ts')
  const ofSettings = allowed.filter(({ what }) => what === 'preferences')
  const others = allowed.filter(finding => !ofSettings.includes(finding))
  return [
    ...(others.length > 0 ? await mend(context.checkup(), others) : []),
    ...(await Promise.all(ofSettings.map(({ file }) => mendOfSettings(context, file)))),
  ]
}

async function mendOfSettings(context: Context, file: string): Promise<Mended> {
  try {
    const place = { ...context.checkup(), folder: context.folders.config }
    return { file, words: await mendSettings(place) }
  } catch (error) {
    return { file, words: `It could not be mended: ${wordsOf(error)}.` }
  }
}

async function isAllowed(
  context: Context,
  { ask, what, words }: Finding,
  breakLock: boolean,
): Promise<boolean> {
  const { terminal, globals } = context
  if (ask === undefined || globals.yes || (what === 'lock' && breakLock)) return true
  if (!terminal.interactive) {
    terminal.notify(
      `${words} It was left. ${what === 'lock' ? '--break-lock' : '--yes'} says yes to: ${ask}`,
    )
    return false
  }
  const dialogue = await context.dialogue('Add --yes.')
  try {
    dialogue.say(words)
    return await dialogue.confirm({ ask })
  } finally {
    dialogue.close()
  }
}
