import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')
const place = process.env.MUTATION_PLACE ?? ''

export default defineConfig({
  root,
  plugins: [
    {
      name: 'with mutants',
      enforce: 'pre',
      load(id) {
        const mutated = join(place, relative(root, id))
        return id.startsWith(join(root, 'src')) && existsSync(mutated)
          ? readFileSync(mutated, 'utf8')
          : undefined
      },
    },
  ],
  test: {
    // The runner takes over once the first file was run, and tries everything in that one process.
    include: [process.env.MUTATION_FIRST ?? ''],
    runner: './tools/mutation-runner.ts',
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 10_000,
    env: { FORCE_COLOR: '0', NO_COLOR: '1' },
  },
})
