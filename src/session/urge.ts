import { careFor } from '../care/care.ts'
import type { Asking } from '../desk/ask.ts'
import { askLine, askYesNo } from '../desk/ask.ts'
import { numberTyped, troubleWithNumber } from '../desk/flags.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'
import type { Urge } from '../journal/entry.ts'
import { asYours } from '../journal/person.ts'
import { linesOfPart } from '../journal/plan-part.ts'
import { heading, lines, quoted } from '../render/lines.ts'
import type { UrgeStep } from '../themes/urges.ts'
import { urgeSteps, urgeWants, wantsSomebody } from '../themes/urges.ts'
import { listed, many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import type { HardHour } from './hard-hour.ts'
import { writeUnsent } from './unsent.ts'

/** What is said of an urge, by flags or asked; it grows with every answer. */
export interface SaidOfUrge {
  want: string
  before: string
  strength: number | undefined
  strengthLater: number | undefined
  minutes: number | undefined
  acted: boolean | undefined
  eased: string
  /** What would have been sent, and is kept as a page. */
  message: string
  /** What was written and let go, or typed where Enter goes on: kept nowhere, and heard by the card. */
  readonly letGo: string[]
}

/** The ends of an urge's strength. */
export const strengthEnds = { from: 0, to: 10, whole: true } as const

/** What the wait needs of the world. */
export interface WaitTogether {
  now(): Date
  edit(text: string, onSave: (text: string) => void): Promise<string>
}

const oftenNamed = { label: 'something else', value: '' }

/**
 * Asks what it is for, how strong, what came before; then waits together, and asks how strong it is now.
 * Words that call for help end the questions: people come first, and the card comes with what is kept.
 *
 * @throws Enough when the person stops, or words call
 */
export async function askOfUrge(
  asking: Asking,
  said: SaidOfUrge,
  known: HardHour,
  waiting: WaitTogether,
): Promise<void> {
  const { dialogue, look } = asking
  const note = (key: 'want' | 'before' | 'eased') => (text: string) => {
    said[key] = text
  }
  const want = await dialogue.choose({
    ask: 'What is it for?',
    choices: [...urgeWants.map(value => ({ value, label: value })), oftenNamed],
  })
  if (want) said.want = want
  else if (want === '')
    await askLine(dialogue, { ask: 'What is it for, in a few words?' }, note('want'))
  said.strength = await askStrength(dialogue, 'How strong is it?')
  await askLine(dialogue, { ask: 'What came just before?' }, note('before'))
  if (careFor([said.want, said.before])) throw new Enough()
  const waits = await dialogue.choose({
    ask: 'Ten minutes together? It can be left at any time.',
    choices: [
      { value: true, label: 'wait together', key: 'w' },
      { value: false, label: 'not now', key: 'n' },
    ],
    initial: true,
  })
  if (waits === false) {
    // Nothing has passed yet that could be asked about.
    dialogue.say(() => lines('That is fine. `hearten urge` waits with you at any hour.', look))
    return
  }
  await wait(asking, said, known, waiting)
  const later = await askStrength(dialogue, 'How strong is it now?')
  said.strengthLater = later
  await askLine(dialogue, { ask: 'What helped, even a little?' }, note('eased'))
  if (said.strength !== undefined && later !== undefined && later < said.strength)
    dialogue.say(() => lines(`From ${said.strength} to ${later}. You floated.`, look))
  else dialogue.say(() => lines('You stayed with it this far. More minutes are allowed.', look))
}

/** Each step at the person's own pace. The clock is only read, and one that jumped is not believed. */
async function wait(
  asking: Asking,
  said: SaidOfUrge,
  known: HardHour,
  { now, edit }: WaitTogether,
): Promise<void> {
  const { dialogue, look } = asking
  const began = now().getTime()
  const gone = () => {
    const minutes = Math.round((now().getTime() - began) / 60_000)
    return minutes >= 0 && minutes <= longestWait ? minutes : undefined
  }
  const goOn = async (ask: string) => {
    const typed = await dialogue.line({ ask, hint: 'Enter goes on' })
    said.minutes = gone()
    if (typed === undefined) return
    said.letGo.push(typed)
    if (careFor([typed])) throw new Enough()
  }
  for (const [at, step] of urgeSteps.entries()) {
    dialogue.say(
      () =>
        `\n${heading(`About ${many(step.minutes, 'minute')}`, `${at + 1} of ${urgeSteps.length}`, look)}`,
    )
    for (const line of step.lines) await goOn(line)
    await bring(asking, step, said, known, edit)
    said.minutes = gone()
  }
}

/** Longer than this is a clock that jumped, or a lid that was closed. */
const longestWait = 180

async function bring(
  { dialogue, look }: Asking,
  { brings }: UrgeStep,
  said: SaidOfUrge,
  { plan, close, others }: HardHour,
  edit: WaitTogether['edit'],
): Promise<void> {
  if (brings === 'plan')
    for (const line of [...linesOfPart(plan, 'myself'), ...linesOfPart(plan, 'stay')].slice(0, 4))
      dialogue.say(() => quoted(line, look))
  if (brings === 'person') {
    const asked = linesOfPart(plan, 'ask').slice(0, 3)
    // Of others nobody said how they stand: one of them may be whom not to write to.
    const people = close.length > 0 || wantsSomebody.has(said.want) ? close : others
    if (asked.length > 0) for (const line of asked) dialogue.say(() => quoted(line, look))
    else if (people.length > 0)
      dialogue.say(() =>
        lines(`A voice can help: ${listed(people.slice(0, 3).map(asYours), 'or')}.`, look),
      )
    dialogue.say(() => lines('`hearten help-now` has people to call, at any hour.', look))
  }
  if (brings === 'message') await offerMessage(dialogue, said, edit)
}

/** Words that wanted to be sent. They are kept, or let go. */
async function offerMessage(
  dialogue: Dialogue,
  said: SaidOfUrge,
  edit: WaitTogether['edit'],
): Promise<void> {
  const wanted = await dialogue.choose({
    ask: 'Is there something you would send? Here it goes nowhere.',
    choices: [{ value: true, label: 'write it', key: 'w' }],
  })
  if (!wanted) return
  await writeUnsent(dialogue, {
    what: 'page',
    ask: 'Write it here. It is not sent.',
    keep(text) {
      said.message = text
      return undefined
    },
    edit,
    letGo: text => said.letGo.push(text),
    stops: text => careFor([text]) !== undefined,
  })
}

async function askStrength(dialogue: Dialogue, ask: string): Promise<number | undefined> {
  const line = await dialogue.line({
    ask,
    hint: '0 not at all to 10 all of it, or Enter',
    check: typed => {
      const trouble = troubleWithNumber(typed, strengthEnds)
      return trouble && `It takes ${trouble}.`
    },
  })
  return line === undefined ? undefined : numberTyped(line)
}

/** One line about an urge that is past: acted on or not, what helped. Either is an answer. */
export async function askLater(
  { dialogue, look, today }: Asking,
  last: Urge,
  tell: (details: Urge['details']) => void,
): Promise<void> {
  const { want = 'an urge' } = last.details
  const when = last.day === today ? 'Earlier today' : `On ${namedDay(last.day, today)}`
  dialogue.say(() => lines(`${when} you noted this: ${want}.`, look))
  const acted = await askYesNo(dialogue, 'Did you act on it? Either is an answer.')
  if (acted === undefined) return
  tell({ ...last.details, acted })
  // What helped was said when it was over; it is neither asked again nor written over.
  if (last.details.eased !== undefined) return
  await askLine(
    dialogue,
    { ask: acted ? 'What might help another time?' : 'What helped, even a little?' },
    text => tell({ ...last.details, acted, ...(text && { eased: text }) }),
  )
}
