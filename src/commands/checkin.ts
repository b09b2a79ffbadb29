import type { Context } from '../context.ts'
import { newEntry } from '../journal/entry.ts'
import { askFeelings, askScale, feelingsFrom } from '../session/ask.ts'
import { energyScale, moodScale } from '../themes/scales.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { savingFields, scaleFlag, whenFlag } from './flags.ts'
import { tellSaved } from './saved.ts'

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
  const journal = await context.openJournal()

  const told = mood ?? energy ?? (felt.length > 0 || note !== '' || undefined)
  const left =
    told === undefined
      ? await asked(
          context,
          'Give --mood, --energy, --feeling or --note.',
          async (dialogue, asking) => {
            mood = await askScale(dialogue, moodScale)
            energy = await askScale(dialogue, energyScale)
            felt = await askFeelings(asking, mood)
          },
        )
      : undefined

  if ((mood ?? energy) === undefined && felt.length === 0 && note === '') {
    if (left) throw left
    context.terminal.notify('Nothing was noted, so nothing was saved. Any time is fine.')
    return undefined
  }
  const draft = {
    kind: 'checkin',
    ...savingFields(flags, note),
    ...(mood && { mood }),
    ...(energy && { energy }),
    ...(felt.length > 0 && { feelings: felt }),
    details: {},
    ...when,
  } as const
  await journal.commit('checkin', [newEntry(draft, context.stamp())])
  await tellSaved(context, journal, when.day)
  await offerCare(context, [note])
  if (left) throw left
  return undefined
}
