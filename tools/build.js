// Bundles src into dist as code-split CommonJS: one small chunk a command, so that each loads only
// what it needs. Start-up is the reason; docs/decisions/002 has the figures.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

rmSync(`${root}dist`, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  transform: { define: { HEARTEN_VERSION: JSON.stringify(manifest.version) } },
})
await bundle.write({
  dir: 'dist',
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  minify: false,
  sourcemap: false,
})
await bundle.close()
writeFileSync(`${root}dist/package.json`, '{"type":"commonjs"}\n')
