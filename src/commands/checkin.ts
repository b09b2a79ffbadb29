import type { Context } from '../context.ts'
import { askFeelings, askScale, feelingsFrom } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { savingFields, scaleFlag, whenFlag } from '../desk/flags.ts'
import { savedFor } from '../desk/keep.ts'
import { newEntry } from '../journal/entry.ts'
import { firstRevision } from '../journal/record.ts'
import { energyScale, moodScale } from '../themes/scales.ts'

export interface CheckinFlags {
  mood?: string
  energy?: string
  feeling?: string[]
  note?: string
  at?: string
  private?: boolean
}

/** Mood, energy, feelings. With any of them as a flag nothing is asked. */
export async function checkin(
  context: Context,
  _words: string[],
  flags: CheckinFlags,
): Promise<undefined> {
  const when = whenFlag(flags.at, context)
  const { note = '', feeling = [] } = flags
  let mood = scaleFlag(flags.mood, '--mood')
  let energy = scaleFlag(flags.energy, '--energy')
  let felt = feelingsFrom(feeling.join(','))
  const saysNothing = () => (mood ?? energy) === undefined && felt.length === 0 && note === ''
  const stamp = context.stamp()
  const first = firstRevision(stamp)
  const entry = () =>
    newEntry(
      {
        ...first,
        kind: 'checkin',
        ...savingFields(flags, note),
        ...(mood && { mood }),
        ...(energy && { energy }),
        ...(felt.length > 0 && { feelings: felt }),
        details: {},
        ...when,
      },
      stamp,
    )
  const journal = await context.openJournal()
  await askAndKeep(context, journal, {
    label: 'checkin',
    what: 'a check-in',
    records: () => (saysNothing() ? [] : [entry()]),
    words: () => [note],
    tell: () => savedFor(context, journal, when.day),
    nothing: 'Nothing was noted, so nothing was saved. Any time is fine.',
    ask: saysNothing()
      ? {
          instead: 'Give --mood, --energy, --feeling or --note.',
          async questions(dialogue, asking) {
            mood = await askScale(dialogue, moodScale)
            energy = await askScale(dialogue, energyScale)
            felt = await askFeelings(asking, mood)
          },
        }
      : undefined,
  })
  return undefined
}
