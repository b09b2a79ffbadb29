import type { Context } from '../context.ts'
import { scaleFlag } from '../desk/flags.ts'
import { entryNamed } from '../desk/found.ts'
import { UsageError, UserError } from '../errors.ts'
import type { GivenAnswer } from '../journal/again.ts'
import { isAnswer } from '../journal/again.ts'
import { isHardDate } from '../journal/season.ts'
import { shortId } from '../journal/short-id.ts'
import { isLowDay } from '../reflect/heavy.ts'
import { answerAgain, fittingAnswer } from '../session/again.ts'
import type { Journal } from '../store/journal.ts'

interface AgainFlags {
  stillTrue?: string
  answer?: string
  private?: boolean
}

/** An old answer and its question: rated, answered once more, and both shown beside each other. */
export async function askAgain(
  context: Context,
  [id]: string[],
  flags: AgainFlags,
): Promise<undefined> {
  const { terminal, globals } = context
  const stillTrue = scaleFlag(flags.stillTrue, '--still-true')
  const text = flags.answer ?? ''
  const isSaid = stillTrue !== undefined || text.trim() !== ''
  if (isSaid && id === undefined)
    throw new UsageError(
      'Say which answer: `hearten again ID`. `hearten list --kind reflection` shows them. Nothing was saved.',
    )
  if (!isSaid && !globals.json && !terminal.interactive)
    throw new UsageError(
      'There is nobody to ask here. Give an id, and --answer or --still-true. Nothing was saved.',
    )
  const journal = await context.openJournal()
  const then =
    id === undefined ? await offered(context, journal) : await answerNamed(context, journal, id)
  if (!isSaid && globals.json) terminal.data({ entries: then ? [then] : [] })
  else if (then)
    await answerAgain(
      context,
      journal,
      then,
      isSaid ? { stillTrue, text, private: flags.private } : undefined,
    )
}

async function answerNamed(context: Context, journal: Journal, id: string): Promise<GivenAnswer> {
  const entry = await entryNamed(context, journal, id)
  if (isAnswer(entry)) return entry
  throw new UserError(
    `"${shortId(entry)}" is no answer to a question, so it cannot be answered again. Nothing was saved.`,
  )
}

/** One that fits today; where there is none, the person is told. */
async function offered(context: Context, journal: Journal): Promise<GivenAnswer | undefined> {
  const { today } = context.stamp()
  const entries = await journal.entries({ today, sealed: 'include' })
  const then = await fittingAnswer(context, journal, entries)
  if (then) return then
  const waits =
    isHardDate(context.settings.hardDates, today) ||
    isLowDay(entries.filter(({ day }) => day === today))
  context.terminal.notify(
    waits
      ? 'Old answers wait for a lighter day. `hearten again ID` takes one that you choose.'
      : 'No old answer comes up today. They do from four weeks on.\n`hearten again ID` takes any that you choose.',
  )
  return undefined
}
