import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  version: string
  resolved?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const text = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')
const packages: Record<string, Locked> = JSON.parse(text).packages

/** The package that `from` finds under a name, looked for as Node does: from the inside out. */
function found(from: string, name: string): Locked | undefined {
  const parent = from.lastIndexOf('/node_modules/')
  const here = packages[from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`]
  if (here || from === '') return here
  return found(parent < 0 ? '' : from.slice(0, parent), name)
}

/** An exact version is that one; a range is at least of the same major version. */
const meets = (wanted: string, version: string): boolean =>
  /^\d/.test(wanted) ? version === wanted : version.split('.')[0] === wanted.match(/\d+/)?.[0]

// npm leaves out what is for other platforms when it writes the file beside installed packages, and
// `npm ci` refuses such a file. `npm install --package-lock-only` without node_modules writes it whole.
test('the lock file holds the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => !meets(wanted, found(from, name)?.version ?? ''))
      .map(([name, wanted]) => `${from}: ${name} ${wanted}`),
  )
  expect(missing).toEqual([])
})

test('the lock file names what the platform-bound packages need themselves', () => {
  const missing = Object.entries(packages).flatMap(([from, { dependencies = {} }]) =>
    Object.keys(dependencies)
      .filter(name => !found(from, name))
      .map(name => `${from}: ${name}`),
  )
  expect(missing).toEqual([])
})

test('the lock file names no address to download from', () => {
  expect(Object.keys(packages).filter(name => packages[name]?.resolved)).toEqual([])
})
