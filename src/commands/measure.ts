import type { Context } from '../context.ts'
import { numberFlag, wordFlag } from '../desk/flags.ts'
import { keep } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { lookOf } from '../desk/look.ts'
import { keepSetting } from '../desk/setting.ts'
import { UsageError } from '../errors.ts'
import { defined } from '../journal/defined.ts'
import { idsOf } from '../journal/fields/field.ts'
import { settingFields } from '../journal/fields/record.ts'
import { answerOf, measureNamed } from '../journal/measure.ts'
import { nameKey } from '../journal/person.ts'
import { firstRevision, nextRevision } from '../journal/record.ts'
import type { Measure } from '../journal/setting.ts'
import { visibleLine } from '../render/gate.ts'
import { renderMeasures } from '../render/measures.ts'
import type { Journal } from '../store/journal.ts'
import { starterMeasures } from '../themes/measures.ts'

const units = idsOf(settingFields.measure.unit.words)
const often = idsOf(settingFields.measure.every.words)

/** The measures there are, and some to begin with. */
export async function listMeasures(context: Context): Promise<undefined> {
  const { terminal, globals } = context
  const measures = await (await context.openJournal()).settings('measure')
  const starters = starterMeasures.filter(({ name }) => !measureNamed(measures, name))
  if (globals.json) {
    terminal.data({ measures: measures.map(shown), starters })
    return
  }
  await terminal.page(renderMeasures(measures, starters, lookOf(context)))
}

const shown = ({ id, name, aliases, unit, from, to, low, high, every, paused }: Measure) => ({
  ...{ id, name, aliases, unit },
  ...defined({ from, to, low, high }),
  ...{ every, paused: paused === true },
})

interface AddFlags {
  from?: string
  to?: string
  low?: string
  high?: string
  unit?: string
  every?: string
}

/** One more measure; of one that is there already, other steps. */
export async function addMeasure(
  context: Context,
  words: string[],
  flags: AddFlags,
): Promise<undefined> {
  const name = nameOf(words)
  const wanted = scaleIn(flags, name)
  const journal = await context.openJournal()
  const known = measureNamed(await journal.settings('measure'), name)
  const scale = { ...(known ? scaleOf(known) : { every: 'day' as const }), ...wanted }
  const unit = scale.unit ?? 'steps'
  const ends = { ...defaultEnds[unit], ...defined({ from: scale.from, to: scale.to }) }
  if (ends.from !== undefined && ends.to !== undefined && ends.from >= ends.to)
    throw new UsageError(`--from ${ends.from} is not below --to ${ends.to}. Nothing was saved.`)
  const made = {
    ...scale,
    ...(unit === 'yes-no' ? { from: undefined, to: undefined } : ends),
    unit,
  }
  const stamp = context.stamp()
  const measure: Measure = known
    ? nextRevision(known, { ...made, paused: undefined }, stamp)
    : {
        ...firstRevision(stamp),
        kind: 'measure',
        name,
        aliases: [],
        ...(defined(made) as Pick<Measure, 'unit' | 'every'>),
      }
  await keep(context, journal, {
    label: 'measure add',
    records: [measure],
    words: [measure.name, measure.low ?? '', measure.high ?? ''],
    held: heldElsewhere,
    tell: () =>
      `${visibleLine(measure.name)} is asked ${everyWords[measure.every]} from now on: ${visibleLine(answerOf(measure))}.`,
  })
}

const everyWords = { day: 'every day', week: 'once a week' } as const

/** What each kind runs from and to, where it was not said. */
const defaultEnds: Readonly<Record<Measure['unit'], { from?: number; to?: number }>> = {
  steps: { from: 0, to: 10 },
  hours: { from: 0, to: 24 },
  number: {},
  'yes-no': {},
}

const scaleOf = ({ unit, from, to, low, high, every }: Measure) =>
  defined({ unit, from, to, low, high, every })

/** What the flags say, over what is known of a starter of this name. */
function scaleIn(flags: AddFlags, name: string): Partial<Measure> {
  const said = defined({
    unit: wordFlag(flags.unit, units, '--unit'),
    from: numberFlag(flags.from, '--from', {}),
    to: numberFlag(flags.to, '--to', {}),
    low: flags.low?.trim() || undefined,
    high: flags.high?.trim() || undefined,
    every: wordFlag(flags.every, often, '--every'),
  })
  const isOther = (said.unit ?? said.from ?? said.to) !== undefined
  const starter = starterMeasures.find(it => nameKey(it.name) === nameKey(name))
  if (isOther || !starter) return said
  const { name: _, ...known } = starter
  return { ...known, ...said }
}

/** Another name; entries keep the one they were written with, and it still means this measure. */
export async function renameMeasure(
  context: Context,
  [old = '', ...words]: string[],
): Promise<undefined> {
  const name = nameOf(words)
  const { journal, measure, measures } = await theMeasure(context, old)
  const other = measureNamed(measures, name)
  if (other && other.id !== measure.id)
    throw new UsageError(`"${name}" is a measure already. Nothing was changed.`)
  const aliases = [...measure.aliases, measure.name].filter(it => nameKey(it) !== nameKey(name))
  await keep(context, journal, {
    label: 'measure rename',
    records: [nextRevision(measure, { name, aliases }, context.stamp())],
    words: [name],
    held: heldElsewhere,
    tell: () =>
      `${visibleLine(measure.name)} is called ${visibleLine(name)} now. What you noted before counts with it.`,
  })
}

/** Not asked for now; `--off` asks it again. */
export async function pauseMeasure(
  context: Context,
  words: string[],
  flags: { off?: boolean },
): Promise<undefined> {
  const { journal, measure } = await theMeasure(context, words.join(' '))
  const paused = flags.off ? undefined : (true as const)
  const name = visibleLine(measure.name)
  const told = paused
    ? `${name} rests. \`hearten measure pause "${name}" --off\` asks it again.`
    : `${name} is asked again, ${everyWords[measure.every]}.`
  const next = nextRevision(measure, { paused }, context.stamp())
  if (measure.paused === paused) context.terminal.notify(told)
  else await keepSetting(context, journal, 'measure pause', next, told)
}

/** Takes a measure away; what was noted stays in the entries. */
export async function removeMeasure(context: Context, words: string[]): Promise<undefined> {
  const { journal, measure } = await theMeasure(context, words.join(' '))
  const gone = nextRevision(measure, { deleted: true }, context.stamp())
  const told = `${visibleLine(measure.name)} is not asked any more. What you noted stays. \`hearten undo\` takes that back.`
  await keepSetting(context, journal, 'measure remove', gone, told)
}

async function theMeasure(context: Context, typed: string) {
  const journal: Journal = await context.openJournal()
  const measures = await journal.settings('measure')
  const measure = measureNamed(measures, typed)
  if (measure) return { journal, measures, measure }
  throw new UsageError(
    `There is no measure "${typed}". \`hearten measure\` lists those there are. Nothing was changed.`,
  )
}

/** `craving=3, sleep=7` must stay readable, so neither sign stands in a name. */
function nameOf(words: readonly string[]): string {
  const name = words.join(' ').replace(/\s+/g, ' ').trim()
  if (nameKey(name) === '') throw new UsageError('A name is missing. Nothing was saved.')
  if (!/[=,]/.test(name)) return name
  throw new UsageError(
    `"${name}" has a sign in it that parts names: = or a comma. Nothing was saved.`,
  )
}
