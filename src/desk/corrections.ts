import type { Context } from '../context.ts'
import { UsageError, UserError } from '../errors.ts'
import { isDay } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry } from '../journal/entry.ts'
import { kinds } from '../journal/entry.ts'
import type { Correction, Place } from '../journal/fields/correct.ts'
import { placesOf } from '../journal/fields/correct.ts'
import { kindNames } from '../journal/fields/details.ts'
import type { Amounts } from '../journal/fields/field.ts'
import { idsOf } from '../journal/fields/field.ts'
import { nameKey } from '../journal/person.ts'
import { namesFrom } from '../journal/tags.ts'
import { withArticle } from '../wording/counts.ts'
import { feelingsFrom } from './ask.ts'
import { futureDayFlag, numberFlag, scaleFlag, withoutAt, wordFlag } from './flags.ts'

/**
 * Reads the flags that put one field of an entry right, as the table of fields names them. An empty
 * value takes the field away; other flags are left alone.
 *
 * @param flags as commander names them: `caredFor` for `--cared-for`
 * @throws UsageError naming the flag, for a value it cannot have or a kind of entry it does not fit
 */
export function correctionsIn(flags: object, entry: Entry, context: Context): Correction[] {
  const places = placesOf(entry.kind)
  return Object.entries(flags).flatMap(([option, given]): Correction[] => {
    if (!every.has(option)) return []
    const place = places.find(({ flag }) => optionOf(flag) === option)
    if (!place) throw doesNotFit(every.get(option) ?? option, entry)
    if (place.within === 'last step' && entry.kind === 'promise' && !entry.details.steps?.length)
      throw new UserError(
        'Nothing was said yet of how this promise went. `hearten promise` asks. Nothing was changed.',
      )
    return [[place, readValue(place, [given].flat().map(String), entry, context)]]
  })
}

const longOf = (flag: string): string => flag.replace(/ .*/, '')

/** `--cared-for <1-5>` → `caredFor`, as commander does. */
const optionOf = (flag: string): string =>
  longOf(flag)
    .slice(2)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Each such flag of any kind, by its option. */
const every = new Map(
  kinds.flatMap(placesOf).map(({ flag }): [string, string] => [optionOf(flag), longOf(flag)]),
)

function doesNotFit(flag: string, { kind }: Entry): UsageError {
  const own = placesOf(kind).filter(({ within }) => within !== 'entry')
  const fits =
    own.length > 0 ? ` Of its own it has ${own.map(it => longOf(it.flag)).join(', ')}.` : ''
  return new UsageError(
    `This entry is ${withArticle(kindNames[kind])}, and ${flag} does not fit one.${fits} Nothing was changed.`,
  )
}

/** @param given what stood behind the flag, each time it was used */
function readValue(
  { flag, name, field }: Place,
  given: readonly string[],
  entry: Entry,
  context: Context,
): unknown {
  const long = longOf(flag)
  const last = (given.at(-1) ?? '').trim()
  if (given.every(value => value.trim() === '')) {
    if (!field.required) return undefined
    throw new UsageError(`${long} needs something; it cannot be taken away. Nothing was changed.`)
  }
  switch (field.type) {
    case 'scale':
      return scaleFlag(last, long)
    case 'choice':
      return wordFlag(last, idsOf(field.words), long)
    case 'yes-no':
      return wordFlag(last, ['yes', 'no'], long) === 'yes'
    case 'day':
      return isDay(last) ? last : futureDayFlag(last, long, context)
    case 'names': {
      const names = namesFrom(given.join(','))
      // "Nobody" is an answer as well, and names no one.
      return names.length > 0 ? names : undefined
    }
    case 'number':
      return numberFlag(last, long, field)
    case 'amounts': {
      const before = (entry.details as Readonly<Record<string, Amounts>>)[name]
      return amountsAfter(before ?? {}, given, long)
    }
    case 'word-list':
      return feelingsFrom(given.join(','))
    case 'name':
      return withoutAt(last)
    case 'group': {
      const before = (entry.details as Readonly<Record<string, object>>)[name]
      const items = given.map(text => {
        const [id = '', value = ''] = text.split('=')
        return [wordFlag(id, Object.keys(field.fields), long), scaleFlag(value.trim(), long)]
      })
      return defined({ ...before, ...Object.fromEntries(items) })
    }
    default:
      return last
  }
}

/** What was measured, after some of it was put right: `craving=3`, `walked=yes`; `craving=` takes it away. */
function amountsAfter(
  before: Amounts,
  given: readonly string[],
  flag: string,
): Amounts | undefined {
  const items = given.map(text => {
    const at = text.lastIndexOf('=')
    const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
    if (at < 1 || name === '')
      throw new UsageError(
        `${flag} takes a name and a value, as in craving=3. Nothing was changed.`,
      )
    const typed = Object.keys(before).find(it => nameKey(it) === nameKey(name)) ?? name
    const isYes = /^(yes|no)$/i.test(value) ? /^y/i.test(value) : undefined
    return [typed, value === '' ? undefined : (isYes ?? numberFlag(value, flag, {}))] as const
  })
  const after: Partial<Amounts> = defined({ ...before, ...Object.fromEntries(items) })
  return Object.keys(after).length > 0 ? (after as Amounts) : undefined
}
