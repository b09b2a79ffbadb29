import { join } from 'node:path'
import { readRegular } from '../regular-file.ts'
import { ifThere } from '../store/file-errors.ts'
import type { Settings } from './settings.ts'
import { defaultSettings, settingRules } from './settings.ts'

export const settingsFile = (configFolder: string): string => join(configFolder, 'config.json')

/** The second copy, which answers where the file is gone or broken. */
export const settingsCopy = (configFolder: string): string => `${settingsFile(configFolder)}.bak`

/** What the file holds, whatever that is; undefined when it is not there. @throws Error when it cannot be read */
export function keptSettings(file: string): unknown {
  const bytes = ifThere(() => readRegular(file))
  return bytes && JSON.parse(bytes.toString('utf8'))
}

type Kept = Readonly<Record<string, unknown>>

/** Preferences as they are kept: by their names, with whatever else is in their file. */
export interface KeptSettings {
  /** What is the matter with the file. */
  readonly trouble?: 'gone' | 'unreadable' | 'no preferences'
  /** Undefined where neither the file nor its copy holds any. */
  readonly kept?: Kept
}

/** Never throws. A file that is not there and has no copy is no trouble. */
export function settingsHere(configFolder: string): KeptSettings {
  const own = settingsIn(settingsFile(configFolder))
  if (own.kept) return own
  const { kept } = settingsIn(settingsCopy(configFolder))
  if (kept) return { trouble: own.trouble ?? 'gone', kept }
  return own
}

function settingsIn(file: string): KeptSettings {
  try {
    const kept = keptSettings(file)
    if (kept === undefined) return {}
    const isObject = typeof kept === 'object' && kept !== null && !Array.isArray(kept)
    return isObject ? { kept: kept as Kept } : { trouble: 'no preferences' }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? {} : { trouble: 'unreadable' }
  }
}

/**
 * The preferences as they stand, read without conf, which costs more than a whole start. Of a broken file
 * the second copy is read; a broken value means the default. Both with a warning, and never an end.
 */
export function readSettings(configFolder: string, warn: (message: string) => void): Settings {
  const file = settingsFile(configFolder)
  const { trouble, kept } = settingsHere(configFolder)
  if (trouble) warn(`${troubleWords[trouble](file)}, so ${insteadWords(kept)}`)
  if (kept === undefined) return defaultSettings
  const settings: Record<string, unknown> = { ...defaultSettings }
  for (const rule of settingRules) {
    const value = kept[rule.name]
    if (value === undefined) continue
    if (rule.accepts(value)) settings[rule.field] = value
    else
      warn(
        `"${rule.name}" in ${file} is not ${rule.wants}, so ${JSON.stringify(defaultSettings[rule.field])} is used.`,
      )
  }
  return settings as unknown as Settings
}

const troubleWords = {
  gone: (file: string) => `${file} is gone`,
  unreadable: (file: string) => `The preferences in ${file} could not be read`,
  'no preferences': (file: string) => `${file} does not hold preferences`,
}

const insteadWords = (kept: Kept | undefined): string =>
  kept
    ? 'their second copy is used. `hearten doctor --mend` brings it back.'
    : 'the usual ones are used. Nothing was changed.'
