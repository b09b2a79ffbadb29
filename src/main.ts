import { UserError } from './errors.ts'
import { asTyped } from './system/terminal.ts'
import type { World } from './system/world.ts'
import { OutputClosed } from './system/write.ts'

export { systemWorld } from './system/world.ts'

/** Set by the build to what package.json says. */
declare const HEARTEN_VERSION: string | undefined

export const version = typeof HEARTEN_VERSION === 'string' ? HEARTEN_VERSION : 'development'

/**
 * One command line in, an exit code out: 0 done, 1 failed, 2 wrong usage, 3 the journal cannot be
 * read or is locked, 130 interrupted. The only place that prints an error.
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      world.writeOutput(`${version}\n`)
      return 0
    }
    const { run } = await import('./program.ts')
    return await run(argv, world, version)
  } catch (error) {
    return explain(error, argv.includes('--json'), world)
  }
}

function explain(error: unknown, asJson: boolean, world: World): number {
  if (error instanceof OutputClosed) return 0
  if (error instanceof Error && error.name === 'Interrupted') return 130
  const { message, exitCode } =
    error instanceof UserError ? error : { message: bug(error), exitCode: 1 as const }
  try {
    world.writeError(
      asJson
        ? `${JSON.stringify({ version: 1, error: { message, exitCode } })}\n`
        : `hearten: ${asTyped(message, world.env)}\n`,
    )
  } catch (closed) {
    if (!(closed instanceof OutputClosed)) throw closed
  }
  return exitCode
}

/** Only names and places: the message of an unforeseen error may quote the journal. */
function bug(error: unknown): string {
  const { name = 'Error', code, stack = '' } = (error ?? {}) as NodeJS.ErrnoException
  const places = stack.split('\n').filter(line => /^\s+at /.test(line))
  return [
    `something went wrong inside hearten (${name}${code ? ` ${code}` : ''}). What you had saved is safe.`,
    'Please report it with the lines below; they hold nothing of your journal.',
    ...places.slice(0, 12),
  ].join('\n')
}
