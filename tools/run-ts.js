// `node tools/run-ts.js FILE [arguments]`: bundles one TypeScript file and runs it, since Node 20 cannot read TypeScript.
// The bundle lies inside node_modules, so that what the file imports from there is still found.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('Which file? node tools/run-ts.js FILE [arguments]')
  process.exit(2)
}

const cache = `${root}node_modules/.cache`
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(`${cache}/run-ts-`)
try {
  const out = `${folder}/${basename(file).replace(/\.ts$/, '')}.mjs`
  const bundle = await rolldown({ input: file, platform: 'node', external: /^[^./]/ })
  await bundle.write({ file: out, format: 'esm', codeSplitting: false })
  await bundle.close()
  process.exitCode = spawnSync(process.execPath, [out, ...args], { stdio: 'inherit' }).status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
