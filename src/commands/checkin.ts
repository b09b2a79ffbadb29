import type { Context } from '../context.ts'
import { askFeelings, askScale, feelingsFrom } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { savingFields, scaleFlag, whenFlag } from '../desk/flags.ts'
import { savedFor } from '../desk/keep.ts'
import { damaged, entriesWhereReadable } from '../desk/readable.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import { newEntry } from '../journal/entry.ts'
import type { Amounts } from '../journal/fields/field.ts'
import { firstRevision } from '../journal/record.ts'
import type { Measure } from '../journal/setting.ts'
import type { Journal } from '../store/journal.ts'
import { energyScale, moodScale } from '../themes/scales.ts'

export interface CheckinFlags {
  mood?: string
  energy?: string
  feeling?: string[]
  measure?: string[]
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
  const { note = '', feeling = [], measure = [] } = flags
  let mood = scaleFlag(flags.mood, '--mood')
  let energy = scaleFlag(flags.energy, '--energy')
  let felt = feelingsFrom(feeling.join(','))
  const journal = await context.openJournal()
  // Loaded by those alone who measure something.
  const measuring = () => import('../desk/measures.ts')
  let measured: Amounts =
    measure.length > 0 ? (await measuring()).amountsGiven(measure, await measuresIn(journal)) : {}
  const saysNothing = () =>
    (mood ?? energy) === undefined &&
    felt.length === 0 &&
    note === '' &&
    Object.keys(measured).length === 0
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
        details: Object.keys(measured).length > 0 ? { measures: measured } : {},
        ...when,
      },
      stamp,
    )
  await askAndKeep(context, journal, {
    label: 'checkin',
    what: 'a check-in',
    records: () => (saysNothing() ? [] : [entry()]),
    words: () => [note],
    tell: () => savedFor(context, journal, when.day),
    nothing: 'Nothing was noted, so nothing was saved. Any time is fine.',
    ask: saysNothing()
      ? {
          instead: 'Give --mood, --energy, --feeling, --measure or --note.',
          async questions(asking) {
            const { dialogue } = asking
            mood = await askScale(dialogue, moodScale)
            energy = await askScale(dialogue, energyScale)
            felt = await askFeelings(asking, mood, [], feelings => {
              felt = feelings
            })
            for (const due of await measuresDue(journal, when.day)) {
              const amount = await (await measuring()).askMeasure(dialogue, due)
              if (amount !== undefined) measured = { ...measured, [due.name]: amount }
            }
          },
        }
      : undefined,
  })
  return undefined
}

/** The measures of the person; undefined where they cannot be read. */
const measuresIn = async (journal: Journal): Promise<Measure[] | undefined> =>
  journal.locked ? undefined : journal.settings('measure').catch(damaged)

/** Those whose turn it is. */
async function measuresDue(journal: Journal, day: Day): Promise<Measure[]> {
  const measures = (await measuresIn(journal)) ?? []
  if (measures.length === 0) return []
  const query = { today: day, from: addDays(day, -7), to: day, kinds: ['checkin' as const] }
  const { dueMeasures } = await import('../journal/measure.ts')
  return dueMeasures(measures, await entriesWhereReadable(journal, query), day)
}
