import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // process.env.TZ can be changed inside a test only when each file has a process of its own.
    pool: 'forks',
    globalSetup: ['test/helpers/build-once.ts'],
    testTimeout: 20_000,
    env: { FORCE_COLOR: '0', NO_COLOR: '1' },
  },
})
