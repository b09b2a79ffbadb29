import type { Dialogue } from '../dialogue/dialogue.ts'
import { UsageError } from '../errors.ts'
import type { Amounts } from '../journal/fields/field.ts'
import type { Asked } from '../journal/measure.ts'
import { answerOf, measureNamed } from '../journal/measure.ts'
import type { Measure } from '../journal/setting.ts'
import { visibleLine } from '../render/gate.ts'
import { askYesNo } from './ask.ts'
import { numberTyped, troubleWithNumber } from './flags.ts'

/** What is wrong with an answer as it was typed; undefined for one that will do. */
function troubleWith(measure: Asked, typed: string): string | undefined {
  const isFine =
    measure.unit === 'yes-no'
      ? /^(?:y|yes|n|no)$/i.test(typed.trim())
      : troubleWithNumber(typed, measure) === undefined
  return isFine ? undefined : answerOf(measure)
}

const amountTyped = ({ unit }: Asked, typed: string): number | boolean =>
  unit === 'yes-no' ? /^y/i.test(typed.trim()) : numberTyped(typed)

/**
 * What stands behind `--measure`, each as `craving=3`.
 *
 * @param measures those there are; undefined where nobody can say, and then a number or yes and no will do
 * @throws UsageError for a measure there is none of, and for a value it cannot have
 */
export function amountsGiven(
  given: readonly string[],
  measures: readonly Measure[] | undefined,
): Amounts {
  return Object.fromEntries(
    given.map(text => {
      const at = text.lastIndexOf('=')
      const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1)]
      if (at < 1 || name === '')
        throw new UsageError(
          `--measure takes a name and a value, as in craving=3, not "${text}". Nothing was saved.`,
        )
      return amountNamed(name, value, measures)
    }),
  )
}

/** One value by its name, as its measure takes it. @throws UsageError */
export function amountNamed(
  name: string,
  value: string,
  measures: readonly Measure[] | undefined,
): readonly [string, number | boolean] {
  const isWord = /^[a-z]/i.test(value.trim())
  const unknown: Asked = { name, unit: isWord ? 'yes-no' : 'number' }
  const measure: Asked | undefined = measures ? measureNamed(measures, name) : unknown
  if (!measure)
    throw new UsageError(
      `There is no measure "${name}". \`hearten measure add "${name}"\` makes it one. Nothing was saved.`,
    )
  const trouble = troubleWith(measure, value)
  if (trouble === undefined) return [measure.name, amountTyped(measure, value)]
  throw new UsageError(`${measure.name} takes ${trouble}, not "${value}". Nothing was saved.`)
}

/** Asks one measure; undefined when skipped. */
export async function askMeasure(
  dialogue: Dialogue,
  measure: Asked,
  before?: number | boolean,
): Promise<number | boolean | undefined> {
  const ask = `${visibleLine(measure.name)}?`
  if (measure.unit === 'yes-no')
    return askYesNo(dialogue, ask, typeof before === 'boolean' ? before : undefined)
  const line = await dialogue.line({
    ask,
    hint: `${answerOf(measure)}, or Enter`,
    ...(before !== undefined && { initial: String(before) }),
    check: typed => {
      const trouble = troubleWith(measure, typed)
      return trouble && `It takes ${trouble}.`
    },
  })
  return line === undefined ? undefined : amountTyped(measure, line)
}
