import type { Context } from '../context.ts'
import { askLine, isWords } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { futureDayFlag } from '../desk/flags.ts'
import { keep, saved } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { saidText } from '../desk/written.ts'
import { UsageError } from '../errors.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import type { Numbered } from '../journal/promise.ts'
import { isOpen, leavesRest, numberedPromises, withStep } from '../journal/promise.ts'
import type { Stamp } from '../journal/record.ts'
import { visibleLine } from '../render/gate.ts'
import type { PromiseAnswer } from '../session/answers.ts'
import { askHowItWent, replies } from '../session/how-it-went.ts'
import type { Journal } from '../store/journal.ts'
import { listed } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'

/** `promise done 2` and its sisters. */
export async function settle(
  context: Context,
  [outcome = '', number = '']: string[],
  flags: { helped?: string; obstacle?: string },
): Promise<undefined> {
  const journal = await context.openJournal()
  const it = await numbered(context, journal, number, isOpen)
  const said = outcome as Outcome
  const { helped, obstacle } = flags
  const beside = { ...(helped && { helped }), ...(obstacle && { obstacle }) }
  const more = said === 'partly' ? keepsRest(number) : said === 'not-yet' ? eases(number) : ''
  await take(context, journal, it, { outcome: said, ...beside }, { reply: replies[said] + more })
}

const keepsRest = (number: string): string =>
  `\n\`hearten promise shrink ${number}\` keeps the rest of it, if you would like to.`

const eases = (number: string): string =>
  `\n\`hearten promise shrink ${number}\` makes it smaller, \`hearten promise move ${number} tomorrow\` moves it.`

export async function shrink(
  context: Context,
  [number = '', ...words]: string[],
): Promise<undefined> {
  const journal = await context.openJournal()
  const it = await numbered(context, journal, number)
  const said = words.length > 0 ? await saidText(context, words) : undefined
  const text = said?.text.trim()
  if (said && text) {
    if (!isWords(text))
      throw new UsageError('Say the smaller step in a few words. Nothing was changed.')
    if (text === it.text) context.terminal.notify(unchanged)
    else await take(context, journal, it, { outcome: 'changed', text }, { held: said.held })
    return
  }
  const half = leavesRest(it) ? 'What is the rest of it?' : 'What would be half of it?'
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
      questions: ({ dialogue }) =>
        askLine(dialogue, { ask: half, initial: it.text }, text => {
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
  open: readonly Numbered[],
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
      async questions(asking) {
        const { dialogue } = asking
        dialogue.say('')
        const which = await dialogue.choose({
          ask: 'Would you like to say how one of them went?',
          choices: open.map(({ promise }) => ({ value: promise, label: promise.text })),
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

function settledWords(context: Context, { becomes, answer }: Step): string {
  const { today } = context.stamp()
  const { day, text, details } = becomes()
  const moved = answer.due && details.due ? `, now for ${namedDay(details.due, today)}` : ''
  return `${saved(context)} with the promise of ${namedDay(day, today)}: "${visibleLine(text).replace(/\.$/, '')}"${moved}.`
}

/** The open promises, each with the number it has all day. */
export const openIn = async (context: Context, journal: Journal): Promise<Numbered[]> =>
  (await numberedIn(context, journal)).filter(({ promise }) => isOpen(promise))

async function numberedIn({ stamp }: Context, journal: Journal): Promise<Numbered[]> {
  const { today } = stamp()
  return numberedPromises(await journal.entries({ today, kinds: ['promise'] }), today)
}

/** A promise that can be smaller, later or kept in part: one that waits, or that was done in part today. */
const waits = (promise: PromiseEntry): boolean => isOpen(promise) || leavesRest(promise)

/** The promise with this number in the list, as it was shown at any time today. */
async function numbered(
  context: Context,
  journal: Journal,
  typed: string,
  may: (promise: PromiseEntry) => boolean = waits,
): Promise<PromiseEntry> {
  const all = await numberedIn(context, journal)
  const found = all.find(({ number }) => String(number) === typed.replace(/^0+(?=.)/, ''))
  if (found && may(found.promise)) return found.promise
  const open = all.filter(({ promise }) => isOpen(promise)).map(({ number }) => String(number))
  throw new UsageError(
    open.length === 0
      ? 'No promise is open, so there is nothing to settle. Nothing was changed.'
      : found
        ? `Promise ${typed} is settled already. Open: ${listed(open)}. Nothing was changed.`
        : `There is no open promise "${typed}". \`hearten promise\` shows them: ${listed(open)}. Nothing was changed.`,
  )
}
