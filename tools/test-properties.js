// `npm run test:properties [SEED]`: every test with properties, on cases that no run before this one had.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const seed = process.argv[2] ?? String(randomInt(2 ** 31))
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.test.ts'))
  .map(file => join('test', file))
  .filter(file => readFileSync(join(root, file), 'utf8').includes('/properties.ts'))

process.stdout.write(`${files.length} files, seed ${seed}\n`)
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'here', ...files], {
  cwd: root,
  env: { ...process.env, HEARTEN_TEST_SEED: seed },
  stdio: 'inherit',
})
if (status !== 0) process.stdout.write(`Again: npm run test:properties ${seed}\n`)
process.exitCode = status ?? 1
