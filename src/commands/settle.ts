import type { Context } from '../context.ts'
import { askLine } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { futureDayFlag } from '../desk/flags.ts'
import { keep } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { saidText } from '../desk/written.ts'
import { UsageError } from '../errors.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import { openPromises, withStep } from '../journal/promise.ts'
import type { Stamp } from '../journal/record.ts'
import { namedDay } from '../render/entry.ts'
import { visibleLine } from '../render/gate.ts'
import type { PromiseAnswer } from '../session/answers.ts'
import { askHowItWent, replies } from '../session/how-it-went.ts'
import type { Journal } from '../store/journal.ts'

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
  const more =
    said === 'not-yet'
      ? `\n\`hearten promise shrink ${number}\` makes it smaller, \`hearten promise move ${number} tomorrow\` moves it.`
      : ''
  await take(context, journal, it, { outcome: said, ...beside }, { reply: replies[said] + more })
}

export async function shrink(
  context: Context,
  [number = '', ...words]: string[],
): Promise<undefined> {
  const journal = await context.openJournal()
  const it = await numbered(context, journal, number)
  const said = words.length > 0 ? await saidText(context, words) : undefined
  const text = said?.text.trim()
  if (said && text) {
    if (text === it.text) context.terminal.notify(unchanged)
    else await take(context, journal, it, { outcome: 'changed', text }, { held: said.held })
    return
  }
  let step: Step | undefined
  const stamp = context.stamp()
  await askAndKeep(context, journal, {
    label: 'promise changed',
    what: 'a promise made smaller',
    records: () => (step ? [step.becomes()] : []),
    words: () => wordsOf(step?.answer ?? {}),
    tell: () => (step ? settledWords(context, step) : ''),
    nothing: unchanged,
    ask: {
      instead: 'Give the smaller step after the number.',
      questions: dialogue =>
        askLine(dialogue, { ask: 'What would be half of it?', initial: it.text }, text => {
          const smaller = text !== '' && text !== it.text
          step = smaller ? stepOf(it, { outcome: 'changed', text }, stamp) : undefined
        }),
    },
  })
}

const unchanged = 'It stays as it is.'

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
  let step: Step | undefined
  await askAndKeep(context, journal, {
    label: 'promise settled',
    what: 'how a promise went',
    records: () => (step ? [step.becomes()] : []),
    words: () => wordsOf(step?.answer ?? {}),
    tell: () => (step ? settledWords(context, step) : ''),
    nothing: '',
    ask: {
      instead: '',
      async questions(dialogue, asking) {
        dialogue.say('')
        const which = await dialogue.choose({
          ask: 'Would you like to say how one of them went?',
          choices: open.map(value => ({ value, label: value.text })),
          layout: 'menu',
        })
        if (!which) return
        const stamp = context.stamp()
        await askHowItWent(asking, which, answer => {
          step = stepOf(which, answer, stamp)
        })
      },
    },
  })
}

/** One more step of a promise. */
interface Step {
  readonly about: PromiseEntry
  readonly answer: PromiseAnswer
  becomes(): PromiseEntry
}

function stepOf(about: PromiseEntry, answer: PromiseAnswer, stamp: Stamp): Step {
  const revision = stamp.newId()
  const { text, due, ...step } = answer
  const becomes = { ...(text !== undefined && { text }), ...(due && { due }) }
  const on = stamp.today
  return {
    about,
    answer,
    becomes: () =>
      withStep(about, { on, ...step }, becomes, { now: stamp.now, newId: () => revision }),
  }
}

/** Keeps one more step of a promise that was said on the command line, and says so kindly. */
async function take(
  context: Context,
  journal: Journal,
  about: PromiseEntry,
  answer: PromiseAnswer,
  { reply = '', held = heldElsewhere } = {},
): Promise<void> {
  const step = stepOf(about, answer, context.stamp())
  const settled = settledWords(context, step)
  await keep(context, journal, {
    label: `promise ${answer.outcome}`,
    records: [step.becomes()],
    words: wordsOf(answer),
    held,
    tell: () => (reply ? `${settled}\n${reply}` : settled),
  })
}

const wordsOf = ({ helped = '', obstacle = '', text = '' }: Partial<PromiseAnswer>): string[] => [
  helped,
  obstacle,
  text,
]

function settledWords({ stamp }: Context, { becomes, answer }: Step): string {
  const { today } = stamp()
  const { day, text, details } = becomes()
  const moved = answer.due && details.due ? `, now for ${namedDay(details.due, today)}` : ''
  return `Saved with the promise of ${namedDay(day, today)}: "${visibleLine(text).replace(/\.$/, '')}"${moved}.`
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
