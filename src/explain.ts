import { UserError } from './errors.ts'
import { inertJson, visible } from './render/gate.ts'
import { said } from './system/terminal.ts'
import type { World } from './system/world.ts'

/** Says what went wrong and gives the exit code. The only place that prints an error. */
export function explain(error: unknown, asJson: boolean, world: World): number {
  if (isClosedOutput(error)) return 0
  if (error instanceof Error && error.name === 'Interrupted') return 130
  const { message, exitCode } =
    // Enough, at a question of which nothing is kept before it is answered.
    error instanceof Error && error.name === 'Enough'
      ? { message: 'Left as it was.', exitCode: 1 as const }
      : error instanceof UserError || isFailedOutput(error)
        ? { exitCode: 1 as const, ...error, message: error.message }
        : { message: bug(error), exitCode: 1 as const }
  world.writeError(
    asJson
      ? `${inertJson(JSON.stringify({ version: 1, error: { message, exitCode } }))}\n`
      : `${said(`hearten: ${visible(message)}`, world)}\n`,
  )
  return exitCode
}

// Known by their names: importing their classes would split a chunk from the first one that loads.
const isClosedOutput = (error: unknown): boolean =>
  error instanceof Error && error.name === 'OutputClosed'
const isFailedOutput = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'OutputFailed'

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
