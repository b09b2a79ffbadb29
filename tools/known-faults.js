// Asks the registry whether a fault is known of anything in package-lock.json. Not every registry answers that.
import { spawnSync } from 'node:child_process'

/**
 * What `npm audit --json` said.
 * @param {string} printed
 * @returns {{ found: readonly string[], skipped?: string }} `skipped`: why nobody knows; it names no machine
 */
export function faultsIn(printed) {
  let answer
  try {
    answer = JSON.parse(printed)
  } catch {
    return { found: [], skipped: 'npm audit gave no answer' }
  }
  if (answer.metadata?.vulnerabilities === undefined) {
    const why = answer.statusCode ?? answer.error?.code
    const answers = why === undefined ? 'does not answer' : `answers ${why}`
    return { found: [], skipped: `the registry ${answers} when it is asked` }
  }
  /** @type {[string, { severity: string, range: string }][]} */
  const known = Object.entries(answer.vulnerabilities ?? {})
  return { found: known.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`) }
}

export function knownFaults() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0'], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  return faultsIn(stdout ?? '')
}
