import type { Day } from './day.ts'
import { daysBetween } from './day.ts'
import type { Entry } from './entry.ts'
import type { Amounts } from './fields/field.ts'
import { nameKey } from './person.ts'
import type { Measure } from './setting.ts'

/** What a measure is asked by. */
export type Asked = Pick<Measure, 'name' | 'unit' | 'from' | 'to' | 'low' | 'high'>

/** The measure that a name means, also one that it had before. */
export const measureNamed = <M extends Pick<Measure, 'name' | 'aliases'>>(
  measures: readonly M[],
  name: string,
): M | undefined =>
  measures.find(it => nameKey(it.name) === nameKey(name)) ??
  measures.find(it => it.aliases.some(other => nameKey(other) === nameKey(name)))

/** What an entry measured, by the names of today. */
export const amountsIn = (entry: Entry): Amounts =>
  (entry.kind === 'checkin' && entry.details.measures) || {}

/** The measures whose turn it is: not paused, and not noted today, or in the last seven days. */
export function dueMeasures(
  measures: readonly Measure[],
  entries: readonly Entry[],
  day: Day,
): Measure[] {
  const noted = new Map<string, Day>()
  for (const entry of entries)
    for (const name of Object.keys(amountsIn(entry))) {
      const id = measureNamed(measures, name)?.id
      if (id !== undefined && entry.day <= day && entry.day > (noted.get(id) ?? ''))
        noted.set(id, entry.day)
    }
  return measures.filter(({ id, every, paused }) => {
    const last = noted.get(id)
    const ago = last === undefined ? Number.POSITIVE_INFINITY : daysBetween(last, day)
    return !paused && ago >= (every === 'week' ? 7 : 1)
  })
}

/** How a measure is answered: "0 none to 10 overwhelming", "hours from 0 to 24", "yes or no". */
export function answerOf({ unit, from, to, low, high }: Asked): string {
  if (unit === 'yes-no') return 'yes or no'
  const end = (value: number, word = '') => `${value}${word && ` ${word}`}`
  const ends = from === undefined || to === undefined ? '' : `${end(from, low)} to ${end(to, high)}`
  if (unit === 'steps') return ends
  const kind = unit === 'hours' ? 'hours' : 'a number'
  return ends === '' ? kind : `${kind} from ${ends}`
}
