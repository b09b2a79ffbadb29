import type { Context } from '../context.ts'
import { askDay } from '../desk/ask.ts'
import { asked } from '../desk/asked.ts'
import { futureDayFlag, savingFields, withoutAt } from '../desk/flags.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { lookOf } from '../desk/look.ts'
import { writtenText } from '../desk/written.ts'
import { UsageError, UserError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import { longDayWithYear } from '../journal/day.ts'
import { newEntry } from '../journal/entry.ts'
import { compareText } from '../journal/order.ts'
import { isSealedLetter } from '../journal/query.ts'
import { renderLetters } from '../render/letters.ts'

interface LetterFlags {
  until?: string
  to?: string
  list?: boolean
}

interface Address {
  until: Day | undefined
  to: string | undefined
}

/** A letter to a later self, sealed until a day; or to somebody, never to be sent. */
export async function letter(
  context: Context,
  words: string[],
  flags: LetterFlags,
): Promise<undefined> {
  if (flags.list) return list(context)
  const { today } = context.stamp()
  const given = {
    until: flags.until === undefined ? undefined : futureDayFlag(flags.until, '--until', context),
    to: flags.to === undefined ? undefined : withoutAt(flags.to),
  }
  if (given.until !== undefined && given.until <= today)
    throw new UsageError('--until takes a day after today. Nothing was saved.')
  if (given.to === '') throw new UsageError('--to takes a name. Nothing was saved.')

  const journal = await context.openJournal()
  const { until, to } = (given.until ?? given.to) ? given : await askAddress(context)
  if (to === undefined && (until === undefined || until <= today)) {
    context.terminal.notify('Nothing was begun. A letter needs a later day, or a name.')
    return
  }
  const details = { ...(until && { sealedUntil: until }), ...(to && { to, unsent: true as const }) }
  const written = await writtenText(context, journal, words, {
    kind: 'letter',
    makes: { kind: 'letter', details },
    ask: to === undefined ? 'Dear later me,' : `Dear ${to},`,
  })
  if (written.text.trim() === '') {
    written.held.done()
    throw new UserError('There were no words, so nothing was saved.')
  }
  const fields = { ...savingFields({}, written.text), id: written.id }
  const entry = newEntry({ kind: 'letter', details, ...fields }, context.stamp())
  await keep(context, journal, {
    label: 'letter',
    records: [entry],
    words: [written.text],
    held: written.held,
    async tell() {
      const saved = await savedFor(context, journal, entry.day)
      return until ? `${saved}\n${sealedLine(until)}` : saved
    },
  })
}

async function askAddress(context: Context): Promise<Address> {
  const address: Address = { until: undefined, to: undefined }
  const instead = 'Give --until DAY, or --to NAME for one that is never sent.'
  const left = await asked(context, instead, async asking => {
    const { dialogue } = asking
    const whom = await dialogue.choose({
      ask: 'Whom is it to?',
      choices: [
        { value: 'self', label: 'a later me' },
        { value: 'other', label: 'somebody, never sent' },
      ],
    })
    if (whom === 'other') address.to = await dialogue.line({ ask: 'Whose name stands on it?' })
    if (whom === 'self') address.until = await askDay(asking, 'Sealed until which day?')
  })
  if (left) throw left
  return address
}

const sealedLine = (until: Day): string =>
  `It is sealed until ${longDayWithYear(until)}; until then only its day is shown.`

/** The letters there are; of sealed ones nothing but their days. */
async function list(context: Context): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  const found = await journal.entries({ today, kinds: ['letter'], sealed: 'include' })
  const letters = found.filter(entry => entry.kind === 'letter')
  const entries = letters.filter(it => !isSealedLetter(it, today))
  const sealed = letters
    .filter(it => isSealedLetter(it, today))
    .flatMap(({ day, details: { sealedUntil } }) => (sealedUntil ? { day, sealedUntil } : []))
    .sort((a, b) => compareText(a.sealedUntil, b.sealedUntil))
  if (globals.json) terminal.data({ entries, sealed })
  else if (letters.length > 0) await terminal.page(renderLetters(entries, sealed, lookOf(context)))
  else
    terminal.notify('There are no letters yet. `hearten letter --until "in 3 months"` begins one.')
}
