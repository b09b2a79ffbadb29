import { defineConfig } from 'vitest/config'

// The tests that a run of `tools/mutation.js` names: those of the room whose guards are taken out.
const named = (process.env.MUTATION_TESTS ?? '').split(';').filter(Boolean)

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    include: named.filter(it => !it.startsWith('!')),
    exclude: [
      '**/node_modules/**',
      ...named.flatMap(it => (it.startsWith('!') ? it.slice(1) : [])),
    ],
    env: { FORCE_COLOR: '0', NO_COLOR: '1' },
  },
})
