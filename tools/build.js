// Bundles src into dist as code-split CommonJS: one small chunk a command, so that each loads only
// what it needs. Start-up is the reason; docs/decisions/002 says more.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { chunks, plainExports } from './chunks.js'
import { lazy, lazyCrypto } from './lazy.js'
import { thirdParty } from './third-party.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

// Made beside dist and put in its place whole, so that a hearten that runs meanwhile finds its files.
const fresh = `${root}dist.new`
rmSync(fresh, { recursive: true, force: true })
const { plugin, groups } = chunks()
const bundle = await rolldown({
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  plugins: [lazy, plugin, plainExports, lazyCrypto],
  transform: {
    define: {
      HEARTEN_VERSION: JSON.stringify(manifest.version),
      HEARTEN_BUILD: JSON.stringify(sourceHash()),
    },
  },
})
const { output } = await bundle.write({
  dir: fresh,
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  codeSplitting: { groups, includeDependenciesRecursively: false },
  // Names stay whole for stack traces, and lines short: an uncaught error prints its whole line.
  minify: false,
  comments: false,
  sourcemap: false,
})
await bundle.close()

// By itself, so that nothing of the program is loaded before it.
const loader = await rolldown({ cwd: root, input: 'src/system/loader.ts', platform: 'node' })
await loader.write({ file: `${fresh}/loader.js`, format: 'cjs', exports: 'named' })
await loader.close()

const modules = output.flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
writeFileSync(`${fresh}/THIRD-PARTY.txt`, thirdParty(modules))
writeFileSync(`${fresh}/package.json`, '{"type":"commonjs"}\n')
rmSync(`${root}dist`, { recursive: true, force: true })
renameSync(fresh, `${root}dist`)

/** Changes with any line of ours, and with any library: what old code found out counts no more. */
function sourceHash() {
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => `src/${name}`)
  const hash = createHash('sha256')
  for (const file of [...files, 'package-lock.json', 'package.json'])
    hash.update(file).update(readFileSync(`${root}${file}`))
  return hash.digest('hex').slice(0, 16)
}
