import type { Context } from '../context.ts'
import { nameKey } from '../journal/person.ts'
import { besideIn } from '../settings/beside.ts'
import { settingRules } from '../settings/settings.ts'
import type { Beside } from '../store/beside.ts'
import { changeNumbers } from '../store/help-numbers.ts'
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
  { folders }: Context,
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
  }
}

/** "2 preferences and 1 number of `hearten help-now`"; empty when there is nothing. */
export function besideInWords({ preferences, numbers }: Beside): string {
  const parts = [
    [Object.keys(preferences).length, 'preference', ''],
    [numbers.length, 'number', ' of `hearten help-now`'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what, of]) => `${many(count, what)}${of}`)
    .join(' and ')
}

/** Numbers of the same name are replaced; others, and what only stands here, stay. */
export async function bringBackBeside(
  context: Context,
  { preferences, numbers }: Beside,
): Promise<void> {
  const names = new Set(numbers.map(({ name }) => nameKey(name)))
  if (Object.keys(preferences).length > 0) await changePreferences(context, preferences)
  if (numbers.length === 0) return
  const place = { folder: context.folders.data, host: context.checkup().host }
  await changeNumbers(place, here => [
    ...here.filter(({ name }) => !names.has(nameKey(name))),
    ...numbers,
  ])
}
