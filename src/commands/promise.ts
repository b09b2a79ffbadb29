import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { easilyKept, openPromises, withStep } from '../journal/promise.ts'
import { joined } from '../journal/tags.ts'
import { namedDay } from '../render/entry.ts'
import { visibleLine } from '../render/gate.ts'
import { renderPromises } from '../render/promises.ts'
import type { PromiseAnswer } from '../session/answers.ts'
import { askDay, namesFrom } from '../session/ask.ts'
import { askHowItWent, outcomeWords } from '../session/how-it-went.ts'
import type { Journal } from '../store/journal.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { futureDayFlag, savingFields, scaleFlag, withoutAt } from './flags.ts'
import { lookOf } from './look.ts'
import { tellSaved } from './saved.ts'

export interface PromiseFlags {
  if?: string
  due?: string
  who?: string[]
  confidence?: string
  private?: boolean
}

/** What was answered so far, which is less than everything when the person had enough. */
interface Plan {
  due?: Day | undefined
  cue?: string | undefined
  who?: string | undefined
}

/** Makes a promise; without words, lists the open ones and settles them with whoever is there. */
export async function promise(
  context: Context,
  words: string[],
  flags: PromiseFlags,
): Promise<undefined> {
  const { terminal, globals } = context
  const given = details(context, flags)
  const journal = await context.openJournal()
  const text = words.join(' ').trim()
  if (text !== '') {
    if (globals.json) throw new UsageError('--json is for the list; leave out the words.')
    return make(context, journal, text, flags, given)
  }
  if (Object.keys(given).length > 0)
    throw new UsageError(
      'Say what the promise is: `hearten promise "call my sister" --due friday`.',
    )

  const open = await openIn(context, journal)
  if (globals.json) {
    const entries = open.map((entry, index) => ({ number: index + 1, ...entry }))
    terminal.print(JSON.stringify({ version: 1, entries }, null, 2))
    return
  }
  if (open.length > 0) terminal.print(renderPromises(open, lookOf(context)))
  else terminal.notify('No promise is open. `hearten promise "one small step"` makes one.')
  if (terminal.interactive && terminal.outputIsTerminal)
    await (open.length > 0 ? settleAsking(context, journal, open) : makeAsking(context, journal))
}

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

async function make(
  context: Context,
  journal: Journal,
  text: string,
  flags: PromiseFlags,
  details: PromiseEntry['details'],
): Promise<undefined> {
  const fields = savingFields(flags.private ? { private: true } : {}, text)
  const people = joined(nameKey, fields.people, details.witness ?? [])
  const draft = { kind: 'promise', theme: 'accountability', ...fields, people, details } as const
  const entry = newEntry(draft, context.stamp())
  await journal.commit('promise', [entry])
  await tellSaved(context, journal, entry.day)

  const open = await openIn(context, journal)
  const number = open.findIndex(({ id }) => id === entry.id) + 1
  offerCare(context, [text])
  if ((details.confidence ?? 5) <= 2)
    context.terminal.notify(
      `Not so sure? \`hearten promise shrink ${number}\` makes it smaller, whenever you like.`,
    )
  else if (open.length > easilyKept)
    context.terminal.notify(
      `That makes ${open.length} open ones. One to three at a time are easier to hold; \`hearten promise\` shows them.`,
    )
}

/** Nothing is open and somebody is there: one may be made. */
async function makeAsking(context: Context, journal: Journal): Promise<undefined> {
  let text: string | undefined
  const plan: Plan = {}
  const left = await asked(context, '', async (dialogue, asking) => {
    text = await dialogue.line({
      ask: 'Is there one small step you would like to promise yourself?',
      hint: 'Enter: not now',
    })
    if (text === undefined) return
    plan.due = await askDay(asking, 'By which day? You can move it later.')
    plan.cue = await dialogue.line({ ask: 'What will set it off? "If…, then I do it."' })
    plan.who = await dialogue.line({ ask: 'Who knows about it, or could be told?' })
  })
  const { due, cue, who = '' } = plan
  const witness = namesFrom(who)
  const details = {
    ...(cue && { cue: withoutIf(cue) }),
    ...(due && { due }),
    ...(witness.length > 0 && { witness }),
  }
  if (text !== undefined) await make(context, journal, text, {}, details)
  if (left) throw left
  return undefined
}

/** Asks how one of the open promises went, if the person wants to say. */
async function settleAsking(
  context: Context,
  journal: Journal,
  open: readonly PromiseEntry[],
): Promise<undefined> {
  const said: { about?: PromiseEntry; answer?: PromiseAnswer } = {}
  const left = await asked(context, '', async (dialogue, asking) => {
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
      `"${visibleLine(next.text)}"${moved && due ? `, now for ${namedDay(due, now.today)}` : ''}.`,
    ].join(' '),
  )
}

const openIn = async ({ stamp }: Context, journal: Journal): Promise<PromiseEntry[]> =>
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

function details(context: Context, flags: PromiseFlags): PromiseEntry['details'] {
  const due = flags.due === undefined ? undefined : futureDayFlag(flags.due, '--due', context)
  const confidence = scaleFlag(flags.confidence, '--confidence')
  const witness = joined(nameKey, (flags.who ?? []).map(withoutAt))
  return {
    ...(flags.if && { cue: withoutIf(flags.if) }),
    ...(due && { due }),
    ...(witness.length > 0 && { witness }),
    ...(confidence && { confidence }),
  }
}

/** The cue is kept without its "if", however it was typed. */
const withoutIf = (cue: string): string => cue.trim().replace(/^if\s+/i, '')
