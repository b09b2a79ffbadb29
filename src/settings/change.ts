import { chmodSync, mkdirSync } from 'node:fs'
import Conf from 'conf'
import { UserError } from '../errors.ts'
import { readRegular } from '../regular-file.ts'
import { settingsFile } from './read.ts'

/**
 * Writes preferences through conf, the only place that loads it: reading does without, since conf
 * costs more than a whole start. `undefined` takes one away. A file that cannot be read is left as
 * it is; what is in it that we do not know stays.
 */
export function changeSettings(
  configFolder: string,
  changes: Readonly<Record<string, unknown>>,
): void {
  const file = settingsFile(configFolder)
  try {
    mkdirSync(configFolder, { recursive: true, mode: 0o700 })
    refuseOther(file)
    const conf = new Conf<Record<string, unknown>>({
      cwd: configFolder,
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
    const { code, name } = error as NodeJS.ErrnoException
    throw new UserError(
      name === 'SyntaxError'
        ? `The preferences in ${file} are not JSON, so they were left as they are.\nMend the file or move it away; without it the usual preferences hold.`
        : `The preferences in ${file} could not be written (${code ?? name}). Nothing was changed.`,
    )
  }
}

/** conf would wait for ever at a pipe of that name. */
function refuseOther(file: string): void {
  try {
    readRegular(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
