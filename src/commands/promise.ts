import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import type { PromiseEntry } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { easilyKept } from '../journal/promise.ts'
import { joined } from '../journal/tags.ts'
import { renderPromises } from '../render/promises.ts'
import { askDay, namesFrom } from '../session/ask.ts'
import type { Journal } from '../store/journal.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { futureDayFlag, savingFields, scaleFlag, withoutAt } from './flags.ts'
import { lookOf } from './look.ts'
import { tellSaved } from './saved.ts'
import { openIn, settleAsking } from './settle.ts'

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
    terminal.data({ entries })
    return
  }
  if (open.length > 0) terminal.print(renderPromises(open, lookOf(context)))
  else terminal.notify('No promise is open. `hearten promise "one small step"` makes one.')
  if (terminal.interactive && terminal.outputIsTerminal)
    await (open.length > 0 ? settleAsking(context, journal, open) : makeAsking(context, journal))
}

async function make(
  context: Context,
  journal: Journal,
  text: string,
  flags: PromiseFlags,
  details: PromiseEntry['details'],
): Promise<undefined> {
  const fields = savingFields(flags, text)
  const people = joined(nameKey, fields.people, details.witness ?? [])
  const draft = { kind: 'promise', theme: 'accountability', ...fields, people, details } as const
  const entry = newEntry(draft, context.stamp())
  await journal.commit('promise', [entry])
  await tellSaved(context, journal, entry.day)

  const open = await openIn(context, journal)
  const number = open.findIndex(({ id }) => id === entry.id) + 1
  await offerCare(context, [text])
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
