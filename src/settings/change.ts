import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import Conf from 'conf'
import { UserError } from '../errors.ts'
import { changingError, inTurns, writeTwice } from '../store/small-file.ts'
import type { SettingsPlace } from './copy.ts'
import { bringBackSettings } from './copy.ts'
import { keptSettings, settingsFile } from './read.ts'

/**
 * Writes preferences through conf, the only place that loads it: reading does without, since conf
 * costs more than a whole start. `undefined` takes one away. What is in the file that we do not know
 * stays. A file that cannot be read is brought back from its second copy first; without one it is left
 * as it is.
 * @throws UserError which says whether anything was changed
 */
export async function changeSettings(
  place: SettingsPlace,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { folder } = place
  const file = settingsFile(folder)
  await inTurns({ ...place, file }, () => {
    try {
      bringBackSettings(place)
      // conf would wait for a pipe for ever.
      keptSettings(file)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const conf = new Conf<Record<string, unknown>>({
        cwd: folder,
        configName: 'config',
        fileExtension: 'json',
        projectSuffix: '',
        configFileMode: 0o600,
        clearInvalidConfig: false,
        accessPropertiesByDotNotation: false,
      })
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) conf.delete(name)
        else conf.set(name, value)
      }
      // An older file keeps the mode it had.
      chmodSync(file, 0o600)
      writeTwice({ ...place, file }, readFileSync(file))
    } catch (error) {
      if (error instanceof SyntaxError)
        throw new UserError(
          `The preferences in ${file} are not JSON, so they were left as they are.\nMend the file or move it away; without it the usual preferences hold.`,
        )
      throw changingError(file, error, () => {
        const kept = (keptSettings(file) ?? {}) as Record<string, unknown>
        return Object.entries(changes).every(
          ([name, value]) => JSON.stringify(kept[name]) === JSON.stringify(value),
        )
      })
    }
  })
}
