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
    return (await import('./explain.ts')).explain(error, argv.includes('--json'), world)
  }
}
