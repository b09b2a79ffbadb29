import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Finding } from '../store/checkup.ts'
import { quietly } from '../store/file-errors.ts'
import { plainPaper } from '../store/paper.ts'
import type { SmallFile } from '../store/small-file.ts'
import { inTurns, writeTwice } from '../store/small-file.ts'
import { settingsCopy, settingsFile, settingsHere } from './read.ts'

/** Where preferences are, and who asks. */
export interface SettingsPlace extends Omit<SmallFile, 'file' | 'disk'> {
  now(): Date
}

/**
 * Brings back preferences that are gone or broken from their second copy. What lies in their place is kept
 * beside them. Only in turns.
 * @returns the name under which that was kept
 */
export function bringBackSettings(place: SettingsPlace): string | undefined {
  const { folder, now } = place
  const file = settingsFile(folder)
  const paper = plainPaper()
  const { trouble, kept } = settingsHere(folder)
  if (trouble === undefined || kept === undefined) return undefined
  const copy = paper.read(settingsCopy(folder))
  if (copy === undefined) return undefined
  const isThere = paper.about(file, 'itself') !== undefined
  const time = now()
    .toISOString()
    .replace(/[-:]|\.\d+Z/g, '')
  const aside = `${file}.damaged-${time}`
  if (isThere) paper.move(file, aside)
  writeTwice({ ...place, file }, copy)
  return isThere ? basename(aside) : undefined
}

/** What the doctor says of preferences. */
export function examineSettings(folder: string): Finding[] {
  const file = settingsFile(folder)
  const { trouble, kept } = settingsHere(folder)
  const about = { what: 'preferences', file } as const
  if (trouble && kept)
    return [
      {
        ...about,
        words: `The preferences ${trouble === 'gone' ? 'are gone' : 'cannot be read'}. Their second copy is whole.`,
        mendable: true,
        how: 'Brings them back from it. What lies in their place is kept beside them.',
      },
    ]
  if (trouble)
    return [
      {
        ...about,
        words: 'The preferences cannot be read, and there is no second copy.',
        mendable: false,
        how: 'Mend the file or move it away. `hearten restore DAY` then brings back those of a copy.',
      },
    ]
  if (kept === undefined || hasCopy(folder)) return []
  return [
    {
      ...about,
      words: 'The preferences have no second copy yet, or an older one.',
      mendable: true,
      how: 'Makes one.',
      fine: true,
    },
  ]
}

function hasCopy(folder: string): boolean {
  const paper = plainPaper()
  try {
    const [own, copy] = [settingsFile(folder), settingsCopy(folder)].map(it => paper.read(it))
    return own !== undefined && copy?.equals(own) === true
  } catch {
    return false
  }
}

/** Does what `examineSettings` said can be done. */
export async function mendSettings(place: SettingsPlace): Promise<string> {
  const file = settingsFile(place.folder)
  return inTurns({ ...place, file }, () => {
    const { trouble } = settingsHere(place.folder)
    if (trouble) {
      const aside = bringBackSettings(place)
      return `Brought back from their second copy.${aside ? ` What lay there is kept as ${aside}.` : ''}`
    }
    const bytes = plainPaper().read(file)
    if (bytes) writeTwice({ ...place, file }, bytes)
    return 'They stand in two files now.'
  })
}

/** Removes the second copy, what was kept beside, and what a kill left: they hold a season and hard dates. */
export function removeSettingsCopies(folder: string): void {
  // The last is how conf names what it writes.
  const ours =
    /^(config\.json\.(bak|damaged-\d{8}T\d{6})|\.config\.json(\.bak)?\.[0-9a-f]{12}\.tmp|config\.json\.tmp-[0-9a-f]{16})$/
  let names: string[] = []
  quietly(() => {
    names = readdirSync(folder)
  })
  for (const name of names) if (ours.test(name)) plainPaper().remove(join(folder, name))
}
