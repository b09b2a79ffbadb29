import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * `bin/hearten.js` in another place, and what it puts under a passphrase costs next to nothing to guess: where thousands
 * are unlocked. @returns the file to run
 */
export function cheapProgram(folder: string): string {
  const path = join(folder, 'hearten.cjs')
  const program = [
    ["join(__dirname, '../dist')", JSON.stringify(resolve('dist'))],
    ['systemWorld(process)', '{ ...systemWorld(process), passphraseCost: 1 }'],
  ].reduce(
    (text, [here = '', there = '']) => {
      if (!text.includes(here)) throw new Error(`bin/hearten.js has no ${here}`)
      return text.replace(here, there)
    },
    readFileSync('bin/hearten.js', 'utf8'),
  )
  writeFileSync(path, program)
  return path
}
