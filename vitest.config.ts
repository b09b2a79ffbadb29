import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where midnight does not always exist, and where it is tomorrow before anywhere else; and what is tried there. */
const elsewhere = [
  ['America/Sao_Paulo', 'journal,session'],
  ['Pacific/Kiritimati', 'journal,session,commands'],
] as const

const shared = {
  // process.env.TZ can be changed inside a test only when each file has a process of its own.
  pool: 'forks',
  // What hangs ends; nothing else does. How long a thing takes is the machine's affair, so no test has a limit of its own.
  testTimeout: 300_000,
  hookTimeout: 300_000,
} as const
const env = {
  FORCE_COLOR: '0',
  NO_COLOR: '1',
  // The program is started thousands of times, in a temporary folder of its own each.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/code', import.meta.url)),
}

export default defineConfig({
  test: {
    // Every core: the tests wait for things and not for time, so that a busy machine makes them slow, not wrong.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          name: 'here',
          include: ['test/**/*.test.ts'],
          globalSetup: ['test/helpers/build-once.ts'],
          env,
        },
      },
      {
        test: {
          ...shared,
          name: 'sealed paper',
          include: ['test/store/**/*.test.ts'],
          // Folding knows of no paper, the lock and durable writes lie below it, and one brings its own.
          exclude: ['test/store/{fold,lock,durable,sealed}.test.ts'],
          env: { ...env, HEARTEN_TEST_PAPER: 'sealed' },
        },
      },
      ...elsewhere.map(([zone, rooms]) => ({
        test: {
          ...shared,
          name: zone,
          include: [`test/{${rooms}}/**/*.test.ts`],
          // Weeks and years of choosing take long and know days only, no clock.
          exclude: [
            'test/session/year.test.ts',
            'test/session/season.test.ts',
            'test/session/choosing-doc.test.ts',
            // Sweeps over every command, and what knows no calendar.
            'test/commands/{backup,care,course,damaged-month,dash,edit,export,export-in-parts,found,full-disk,gate-sweep,import,inbox,jot,keep,keep-door,kept-answers,pick,plan,prompt-packs,prompts,redact,remembered,rename,shown-safely,shown-where,toolkit,urge,vault,vault-part}.test.ts',
            'test/session/{answers,course-seasons,read-draft,slip,way-back}.test.ts',
          ],
          env: { ...env, TZ: zone },
        },
      })),
    ],
  },
})
