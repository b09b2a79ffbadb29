import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import { openPromises, withStep } from '../journal/promise.ts'
import { namedDay } from '../render/entry.ts'
import { visibleLine } from '../render/gate.ts'
import type { PromiseAnswer } from '../session/answers.ts'
import { askHowItWent, outcomeWords } from '../session/how-it-went.ts'
import type { Journal } from '../store/journal.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { futureDayFlag } from './flags.ts'

/** `promise done 2` and its sisters. */
export async function settle(
  context: Context,
  [outcome = '', number = '']: string[],
  flags: { helped?: string; obstacle?: string },
): Promise<undefined> {
  const journal = await context.openJournal()
  const it = await numbered(context, journal, number)
  const said = outcome as Outcome
  const { helped, obstacle } = flags
  const beside = { ...(helped && { helped }), ...(obstacle && { obstacle }) }
  await take(context, journal, it, { outcome: said, ...beside })
  await offerCare(context, [flags.helped ?? '', flags.obstacle ?? ''])
  context.terminal.notify(outcomeWords[said].reply)
  if (said === 'not-yet')
    context.terminal.notify(
      `\`hearten promise shrink ${number}\` makes it smaller, \`hearten promise move ${number} tomorrow\` moves it.`,
    )
}

export async function shrink(
  context: Context,
  [number = '', ...words]: string[],
): Promise<undefined> {
  const journal = await context.openJournal()
  const it = await numbered(context, journal, number)
  let text = words.join(' ').trim()
  if (text === '') {
    const left = await asked(context, 'Give the smaller step after the number.', async dialogue => {
      text = (await dialogue.line({ ask: 'What would be half of it?', initial: it.text })) ?? ''
    })
    if (left) throw left
  }
  if (text === '' || text === it.text) context.terminal.notify('It stays as it is.')
  else await take(context, journal, it, { outcome: 'changed', text })
}

export async function move(
  context: Context,
  [number = '', ...words]: string[],
): Promise<undefined> {
  const due = futureDayFlag(words.join(' '), 'the day', context)
  const journal = await context.openJournal()
  const it = await numbered(context, journal, number)
  await take(context, journal, it, { outcome: 'changed', due })
}

/** Asks how one of the open promises went, if the person wants to say. */
export async function settleAsking(
  context: Context,
  journal: Journal,
  open: readonly PromiseEntry[],
): Promise<undefined> {
  const said: { about?: PromiseEntry; answer?: PromiseAnswer } = {}
  const left = await asked(context, '', async (dialogue, asking) => {
    dialogue.say('')
    const which = await dialogue.choose({
      ask: 'Would you like to say how one of them went?',
      choices: open.map(value => ({ value, label: value.text })),
      layout: 'menu',
    })
    if (!which) return
    said.about = which
    await askHowItWent(asking, which, answer => {
      said.answer = answer
    })
  })
  if (said.about && said.answer) await take(context, journal, said.about, said.answer)
  if (left) throw left
  return undefined
}

/** Keeps one more step of a promise, and says so kindly. */
async function take(
  { terminal, stamp }: Context,
  journal: Journal,
  it: PromiseEntry,
  { text, due: moved, ...step }: PromiseAnswer,
): Promise<void> {
  const now = stamp()
  const becomes = { ...(text !== undefined && { text }), ...(moved && { due: moved }) }
  const next = withStep(it, { on: now.today, ...step }, becomes, now)
  await journal.commit(`promise ${step.outcome}`, [next])
  const { due } = next.details
  terminal.notify(
    [
      `Saved with the promise of ${namedDay(next.day, now.today)}:`,
      `"${visibleLine(next.text).replace(/\.$/, '')}"${moved && due ? `, now for ${namedDay(due, now.today)}` : ''}.`,
    ].join(' '),
  )
}

export const openIn = async ({ stamp }: Context, journal: Journal): Promise<PromiseEntry[]> =>
  openPromises(await journal.entries({ today: stamp().today, kinds: ['promise'] }))

/** The open promise with this number in the list. */
async function numbered(context: Context, journal: Journal, typed: string): Promise<PromiseEntry> {
  const open = await openIn(context, journal)
  const found = open[/^\d+$/.test(typed) ? Number(typed) - 1 : -1]
  if (found) return found
  throw new UsageError(
    open.length === 0
      ? 'No promise is open, so there is nothing to settle. Nothing was changed.'
      : `There is no open promise "${typed}". \`hearten promise\` shows them, 1 to ${open.length}. Nothing was changed.`,
  )
}
