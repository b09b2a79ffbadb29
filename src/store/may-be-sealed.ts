import { generationsIn, readManifest } from './manifest.ts'
import { plainPaper } from './paper.ts'
import { placesIn } from './places.ts'

/** Whether the journal in a folder is encrypted, or may be: a first page that cannot be read, or is gone, may have said so. */
export function mayBeSealed(folder: string): boolean {
  const [plain, places] = [plainPaper(), placesIn(folder)]
  try {
    const page = readManifest(plain, places)
    return page ? page.recipient !== undefined : generationsIn(plain, places).length > 0
  } catch {
    return true
  }
}
