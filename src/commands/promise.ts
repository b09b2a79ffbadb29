import type { Context } from '../context.ts'
import { askDay, askLine, isWords } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { futureDayFlag, namesFlag, savingFields, scaleFlag } from '../desk/flags.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { lookOf } from '../desk/look.ts'
import { leavePipe } from '../desk/pipe.ts'
import { damaged } from '../desk/readable.ts'
import type { GivenWords } from '../desk/written.ts'
import { saidText } from '../desk/written.ts'
import type { Dialogue, LineQuestion } from '../dialogue/dialogue.ts'
import { UsageError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import type { PromiseEntry } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { easilyKept } from '../journal/promise.ts'
import type { Stamp } from '../journal/record.ts'
import { firstRevision } from '../journal/record.ts'
import { joined, namesFrom } from '../journal/tags.ts'
import { renderPromises } from '../render/promises.ts'
import type { Journal } from '../store/journal.ts'
import { namedDay } from '../wording/days.ts'
import { openIn, settleAsking } from './settle.ts'

export interface PromiseFlags {
  if?: string
  due?: string
  who?: string[]
  confidence?: string
  private?: boolean
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
  if (words.length > 0) {
    const said = await saidText(context, words)
    if (said?.text.trim()) return make(context, journal, said, flags, given)
  }
  if (Object.keys(given).length > 0)
    throw new UsageError(
      'Say what the promise is: `hearten promise "call my sister" --due friday`.',
    )

  if (!globals.json)
    leavePipe(context, 'The pipe was left unread; `hearten promise -` makes a promise of it.')
  const open = await openIn(context, journal)
  if (globals.json) {
    const entries = open.map(({ number, promise }) => ({ number, ...promise }))
    terminal.data({ entries })
    return
  }
  if (open.length > 0) terminal.print(renderPromises(open, lookOf(context)))
  else terminal.notify('No promise is open. `hearten promise "one small step"` makes one.')
  if (terminal.interactive && terminal.outputIsTerminal)
    await (open.length > 0 ? settleAsking(context, journal, open) : makeAsking(context, journal))
}

/** A promise said on the command line. */
async function make(
  context: Context,
  journal: Journal,
  said: Pick<GivenWords, 'text' | 'held'>,
  flags: PromiseFlags,
  details: PromiseEntry['details'],
): Promise<undefined> {
  const stamp = context.stamp()
  const text = said.text.trim()
  if (!isWords(text))
    throw new UsageError(`Which one? Say it in a few words: \`hearten promise "call my sister"\`.`)
  const entry = promiseOf(text, flags, details, firstRevision(stamp), stamp)
  await keep(context, journal, {
    label: 'promise',
    records: [entry],
    words: [text, details.cue ?? ''],
    held: said.held,
    tell: () => madeWords(context, journal, entry),
  })
}

/** Nothing is open and somebody is there: one may be made. */
async function makeAsking(context: Context, journal: Journal): Promise<undefined> {
  const said = { text: '', cue: '', who: '' }
  let due: Day | undefined
  const stamp = context.stamp()
  const first = firstRevision(stamp)
  const entry = () => {
    const witness = namesFrom(said.who)
    const details = {
      ...(said.cue && { cue: withoutIf(said.cue) }),
      ...(due && { due }),
      ...(witness.length > 0 && { witness }),
    }
    return promiseOf(said.text, {}, details, first, stamp)
  }
  const ask = (dialogue: Dialogue, question: LineQuestion, key: keyof typeof said) =>
    askLine(dialogue, question, text => {
      said[key] = text
    })
  await askAndKeep(context, journal, {
    label: 'promise',
    what: 'a promise',
    records: () => (said.text === '' ? [] : [entry()]),
    words: () => [said.text, said.cue],
    tell: () => madeWords(context, journal, entry()),
    nothing: '',
    ask: {
      instead: '',
      async questions(asking) {
        const { dialogue } = asking
        const step = 'Is there one small step you would like to promise yourself?'
        await ask(dialogue, { ask: step, hint: 'a few words; Enter: not now' }, 'text')
        if (said.text === '') return
        due = await askDay(asking, 'Which day would be good for it? You can move it later.')
        await ask(dialogue, { ask: 'What will set it off? "If…, then I do it."' }, 'cue')
        await ask(dialogue, { ask: 'Who could know about it?' }, 'who')
      },
    },
  })
}

function promiseOf(
  text: string,
  flags: PromiseFlags,
  details: PromiseEntry['details'],
  first: ReturnType<typeof firstRevision>,
  stamp: Stamp,
): PromiseEntry {
  const fields = savingFields(flags, text)
  const people = joined(nameKey, fields.people, details.witness ?? [])
  return newEntry(
    { ...first, kind: 'promise', theme: 'accountability', ...fields, people, details },
    stamp,
  )
}

/** Where it went; and a word about one that is not so sure, or about many at once. */
async function madeWords(
  context: Context,
  journal: Journal,
  { id, day, details }: PromiseEntry,
): Promise<string> {
  const { due } = details
  const isFor = due ? `\nIt is for ${namedDay(due, day)}.` : ''
  const saved = `${await savedFor(context, journal, day)}${isFor}`
  const open = await openIn(context, journal).catch(damaged)
  const number = open?.find(({ promise }) => promise.id === id)?.number
  if ((details.confidence ?? 5) <= 2 && number !== undefined)
    return `${saved}\nNot so sure? \`hearten promise shrink ${number}\` makes it smaller, whenever you like.`
  if (open && open.length > easilyKept)
    return `${saved}\nThat makes ${open.length} open ones. One to three at a time are easier to hold; \`hearten promise\` shows them.`
  return saved
}

function details(context: Context, flags: PromiseFlags): PromiseEntry['details'] {
  const due = flags.due === undefined ? undefined : futureDayFlag(flags.due, '--due', context)
  const confidence = scaleFlag(flags.confidence, '--confidence')
  const witness = joined(nameKey, (flags.who ?? []).flatMap(namesFlag('--who')))
  return {
    ...(flags.if && { cue: withoutIf(flags.if) }),
    ...(due && { due }),
    ...(witness.length > 0 && { witness }),
    ...(confidence && { confidence }),
  }
}

/** The cue is kept without its "if", however it was typed. */
const withoutIf = (cue: string): string => cue.trim().replace(/^if\s+/i, '')
