import type { Context } from '../context.ts'
import { nameKey } from '../journal/person.ts'
import { besideIn } from '../settings/beside.ts'
import { settingRules } from '../settings/settings.ts'
import type { Beside, PartCopy } from '../store/beside.ts'
import { changeNumbers } from '../store/help-numbers.ts'
import { bringBackPart } from '../store/part-copies.ts'
import { partsIn } from '../store/parts.ts'
import type { OwnContact } from '../themes/helpline.ts'
import { many } from '../wording/counts.ts'
import { changePreferences } from './preferences.ts'

/**
 * What of a copy is not here: what bringing it back would change.
 *
 * @param how `missing`: what stands here, though otherwise, stays. A copy of the journal on a day is asked
 *   for its words, and what was set since is newer.
 */
export function missingHere(
  { folders, globals }: Context,
  copy: Beside,
  how: 'missing' | 'otherwise',
): Beside {
  const here = besideIn(folders)
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const isSet = (name: string) =>
    how === 'missing'
      ? here.preferences[name] !== undefined
      : same(copy.preferences[name], here.preferences[name])
  const preferences = settingRules
    .filter(rule => rule.accepts(copy.preferences[rule.name]) && !isSet(rule.name))
    .map(({ name }) => [name, copy.preferences[name]])
  const isHere = (it: OwnContact) =>
    here.numbers.some(
      own =>
        nameKey(own.name) === nameKey(it.name) && (how === 'missing' || own.number === it.number),
    )
  return {
    preferences: Object.fromEntries(preferences),
    numbers: copy.numbers.filter(it => !isHere(it)),
    ...(copy.parts && {
      parts: globals.part === undefined ? lackingOf(copy.parts, folders.data) : [],
    }),
  }
}

/** A part that is here stays as it is: what is in it nobody can compare without its passphrase. */
function lackingOf(parts: readonly PartCopy[], folder: string): readonly PartCopy[] {
  const here = new Set(partsIn(folder).map(({ name }) => name))
  return parts.filter(({ name }) => !here.has(name))
}

/** "2 preferences and 1 number of `hearten help-now`"; empty when there is nothing. */
export function besideInWords({ preferences, numbers, parts = [] }: Beside): string {
  const counts = [
    [Object.keys(preferences).length, 'preference', ''],
    [numbers.length, 'number', ' of `hearten help-now`'],
    [parts.length, 'part', ', locked as before'],
  ] as const
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what, of]) => `${many(count, what)}${of}`)
    .join(' and ')
}

/** Numbers of the same name are replaced; others, and what only stands here, stay. */
export async function bringBackBeside(
  context: Context,
  { preferences, numbers, parts = [] }: Beside,
): Promise<void> {
  for (const part of parts) await bringBackPart(context.checkup(), part)
  const names = new Set(numbers.map(({ name }) => nameKey(name)))
  if (Object.keys(preferences).length > 0) await changePreferences(context, preferences)
  if (numbers.length === 0) return
  const place = { folder: context.folders.data, host: context.checkup().host }
  await changeNumbers(place, here => [
    ...here.filter(({ name }) => !names.has(nameKey(name))),
    ...numbers,
  ])
}
