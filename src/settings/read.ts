import { join } from 'node:path'
import { readRegular } from '../regular-file.ts'
import { ifThere } from '../store/file-errors.ts'
import type { Settings } from './settings.ts'
import { defaultSettings, settingRules } from './settings.ts'

export const settingsFile = (configFolder: string): string => join(configFolder, 'config.json')

/** What the file holds, whatever that is; undefined when it is not there. @throws Error when it cannot be read */
export function keptSettings(file: string): unknown {
  const bytes = ifThere(() => readRegular(file))
  return bytes && JSON.parse(bytes.toString('utf8'))
}

/**
 * The preferences as they stand, read without conf, which costs more than a whole start.
 * A broken file or value means the default and a warning, never an end.
 */
export function readSettings(configFolder: string, warn: (message: string) => void): Settings {
  const file = settingsFile(configFolder)
  let kept: unknown
  try {
    kept = keptSettings(file)
    if (kept === undefined) return defaultSettings
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return defaultSettings
    warn(
      `The preferences in ${file} could not be read, so the usual ones are used. Nothing was changed.`,
    )
    return defaultSettings
  }
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) {
    warn(`${file} does not hold preferences, so the usual ones are used. Nothing was changed.`)
    return defaultSettings
  }
  const settings: Record<string, unknown> = { ...defaultSettings }
  for (const rule of settingRules) {
    const value = (kept as Record<string, unknown>)[rule.name]
    if (value === undefined) continue
    if (rule.accepts(value)) settings[rule.field] = value
    else
      warn(
        `"${rule.name}" in ${file} is not ${rule.wants}, so ${JSON.stringify(defaultSettings[rule.field])} is used.`,
      )
  }
  return settings as unknown as Settings
}
