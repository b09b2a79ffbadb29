import type { Context } from '../context.ts'
import type { Beside } from '../formats/json.ts'
import { nameKey } from '../journal/person.ts'
import { keptSettings, settingsFile } from '../settings/read.ts'
import { settingRules } from '../settings/settings.ts'
import { changeNumbers, readNumbers } from '../store/help-numbers.ts'
import type { OwnContact } from '../themes/helpline.ts'
import { many } from '../wording/counts.ts'
import { changePreferences } from './preferences.ts'

/** What a person keeps beside the journal: preferences as they stand in their file, and help numbers. */
export function readBeside({ folders }: Context): Beside {
  return { preferences: preferencesIn(folders.config), numbers: readNumbers(folders.data).numbers }
}

function preferencesIn(folder: string): Beside['preferences'] {
  try {
    const kept = keptSettings(settingsFile(folder))
    return typeof kept === 'object' && kept !== null ? (kept as Beside['preferences']) : {}
  } catch {
    return {}
  }
}

/** What of a copy is not here, or is otherwise: what bringing it back would change. */
export function missingHere(context: Context, copy: Beside): Beside {
  const here = readBeside(context)
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const preferences = settingRules
    .filter(rule => rule.accepts(copy.preferences[rule.name]))
    .filter(({ name }) => !same(copy.preferences[name], here.preferences[name]))
    .map(({ name }) => [name, copy.preferences[name]])
  const isHere = (it: OwnContact) =>
    here.numbers.some(own => nameKey(own.name) === nameKey(it.name) && own.number === it.number)
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
