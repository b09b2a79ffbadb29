import { execFileSync } from 'node:child_process'

/** Builds the program once before the tests, so that end-to-end tests run what users run. */
export function setup(): void {
  execFileSync(process.execPath, ['tools/build.js'], { stdio: 'inherit' })
}
