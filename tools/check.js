// `npm run check`: format, lint, types, unused code, package, known faults; with `--release` also what a release
// needs. Every step runs; the first words tell which failed.
import { spawnSync } from 'node:child_process'
import { knownFaults } from './known-faults.js'

/** @type {[string, string[]][]} */
const steps = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types', ['tsc', '--noEmit']],
  ['unused code', ['knip']],
  ['build', ['node', 'tools/build.js']],
  ['package', ['publint', '--strict']],
]
// What only a release needs: the project itself has no public address yet.
if (process.argv.includes('--release'))
  steps.push(['ready to release', ['node', 'tools/ready-to-release.js']])

const failed = steps.filter(([name, [command = '', ...args]]) => {
  const tool = command === 'node' ? process.execPath : `node_modules/.bin/${command}`
  const run = spawnSync(tool, args, { stdio: 'inherit' })
  console.log(`${run.status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  return run.status !== 0
})

const { found, skipped } = knownFaults()
console.log(
  skipped
    ? `skipped known faults of dependencies: ${skipped}`
    : `${found.length === 0 ? 'ok    ' : 'FAILED'} known faults of dependencies`,
)
for (const each of found) console.log(`  ${each}`)
process.exitCode = failed.length === 0 && found.length === 0 ? 0 : 1
