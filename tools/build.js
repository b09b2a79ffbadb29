// Bundles src into dist as code-split CommonJS: one small chunk a command, so that each loads only
// what it needs. Start-up is the reason; docs/decisions/002 says more.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { chunks, runtimeInMain } from './chunks.js'
import { dataAsJson } from './data.js'
import { defines } from './defines.js'
import { lateBuiltins, lateChunks } from './late.js'
import { lazy } from './lazy.js'
import { ascii, plainExports, plainImports } from './plain.js'
import { thirdParty } from './third-party.js'

const root = fileURLToPath(new URL('..', import.meta.url))

// Made beside dist and put in its place whole, so that a hearten that runs meanwhile finds its files.
const fresh = `${root}dist.new`
rmSync(fresh, { recursive: true, force: true })
const { plugin, groups } = chunks()
const bundle = await rolldown({
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    // Of modules, as they are read.
    ...[dataAsJson, lazy, plugin],
    // Of the text of chunks: the later find what the earlier leave.
    ...[plainExports, plainImports, lateChunks, lateBuiltins, ascii],
    runtimeInMain,
  ],
  transform: { define: defines },
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

const modules = output.flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
writeFileSync(`${fresh}/THIRD-PARTY.txt`, thirdParty(modules))
writeFileSync(`${fresh}/package.json`, '{"type":"commonjs"}\n')
rmSync(`${root}dist`, { recursive: true, force: true })
renameSync(fresh, `${root}dist`)
