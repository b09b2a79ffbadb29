import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * The program as `bin/hearten.js` starts it, but what it puts under a passphrase costs next to nothing to guess: where
 * thousands are unlocked. @returns the file to run
 */
export function cheapProgram(folder: string): string {
  const path = join(folder, 'hearten.cjs')
  writeFileSync(
    path,
    `const { load } = require(${JSON.stringify(resolve('dist/loader.js'))})
const { main, systemWorld } = load(${JSON.stringify(resolve('dist'))}, 'main.js')
main(process.argv.slice(2), { ...systemWorld(process), passphraseCost: 1 }).then(code => {
  process.exitCode = code
})
`,
  )
  return path
}
