// What the code is told about itself as it is bundled, the same in every build.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Changes with any line of ours and with any library: what other code found out counts no more. */
export function sourceHash() {
  const ours = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => `src/${name}`)
  const hash = createHash('sha256')
  for (const file of [...ours, 'package-lock.json', 'package.json'])
    hash.update(file).update(readFileSync(`${root}${file}`))
  return hash.digest('hex').slice(0, 16)
}

/** For `transform.define` of rolldown. */
export const defines = {
  HEARTEN_VERSION: JSON.stringify(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version),
  HEARTEN_BUILD: JSON.stringify(sourceHash()),
}
