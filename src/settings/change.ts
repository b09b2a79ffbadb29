import { chmodSync, mkdirSync } from 'node:fs'
import Conf from 'conf'
import { UserError } from '../errors.ts'
import type { Host } from '../store/lock.ts'
import { changingError, inTurns } from '../store/small-file.ts'
import { keptSettings, settingsFile } from './read.ts'

/**
 * Writes preferences through conf, the only place that loads it: reading does without, since conf
 * costs more than a whole start. `undefined` takes one away. A file that cannot be read is left as
 * it is; what is in it that we do not know stays.
 * @throws UserError which says whether anything was changed
 */
export async function changeSettings(
  { folder, host }: { readonly folder: string; readonly host: Host },
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const file = settingsFile(folder)
  await inTurns({ folder, file, host }, () => {
    try {
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
