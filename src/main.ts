import type { World } from './system/world.ts'

export { systemWorld } from './system/world.ts'

/** Set by the build to what package.json says. */
declare const HEARTEN_VERSION: string | undefined

export const version = typeof HEARTEN_VERSION === 'string' ? HEARTEN_VERSION : 'development'

/**
 * One command line in, an exit code out: 0 done, 1 failed, 2 wrong usage, 3 the journal cannot be
 * read or is locked, 130 interrupted. What most starts have no use for is loaded only when it is used.
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      world.writeOutput(`${version}\n`)
      return 0
    }
    const { run } = await import('./cli/command-line.ts')
    return await run(argv, world, version)
  } catch (error) {
    const explaining = await import('./explain.ts').catch(() => undefined)
    if (explaining) return explaining.explain(error, argv.includes('--json'), world)
    world.writeError(
      argv.includes('--json') ? `${JSON.stringify(asData)}\n` : `hearten: ${replaced}\n`,
    )
    return 1
  }
}

/** Said where nothing more of the program can be loaded, not even what says why. */
const replaced =
  'its program was changed or removed while it ran, as an update does.\nRun `hearten` again: what you were writing waits there.'

const asData = { version: 1, error: { message: replaced, exitCode: 1 } }
