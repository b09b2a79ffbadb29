// `npm start`: install and build when needed, then become hearten in this same process,
// so that signals and the terminal belong to it directly.
import './ensure-installed.js'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = `${root}dist/main.js`

/** The newest modification time below a folder, in milliseconds. @param {string} folder */
function newest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Math.max(
    ...files.filter(f => f.isFile()).map(f => statSync(`${f.parentPath}/${f.name}`).mtimeMs),
  )
}

if (!existsSync(built) || statSync(built).mtimeMs < newest(`${root}src`)) await import('./build.js')
await import(new URL('../bin/hearten.js', import.meta.url).href)
