// `npm run test:nodes [-- 24 26]`: the whole suite under other versions of Node, each brought by
// npm's `node` package into a folder that git does not see.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)

const results = (wanted.length > 0 ? wanted : ['22', '24', '26']).map(version => {
  const folder = join(root, 'node_modules', '.cache', 'nodes', version)
  const bin = join(folder, 'node_modules', 'node', 'bin')
  if (!existsSync(bin)) {
    mkdirSync(folder, { recursive: true })
    spawnSync(
      'npm',
      ['install', '--prefix', folder, '--no-save', '--no-audit', `node@${version}`],
      {
        stdio: ['ignore', 2, 2],
      },
    )
  }
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  const node = join(bin, 'node')
  const exact = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim()
  if (!exact) return { version, exact: 'not to be had', ok: false }
  const run = spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return { version, exact, ok: run.status === 0 }
})

for (const { version, exact, ok } of results)
  console.log(`${ok ? 'ok    ' : 'FAILED'} Node ${version} (${exact})`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
