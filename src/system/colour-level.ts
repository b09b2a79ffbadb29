type Env = Readonly<Record<string, string | undefined>>

/** A terminal that says it can do nothing, or not what it is: no colour, and nothing that moves the cursor. */
export const drawsNothing = ({ env, platform }: { env: Env; platform: string }): boolean =>
  env.TERM === 'dumb' || (!env.TERM && platform !== 'win32')

/** How many colours a stream should get: flags, then `NO_COLOR`, then `FORCE_COLOR`, then the terminal. */
export function colourLevel(env: Env, isTerminal: boolean): 0 | 1 | 2 | 3 {
  if (env.NO_COLOR) return 0
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') {
    if (forced === '0' || forced === 'false') return 0
    return forced === '2' ? 2 : forced === '3' ? 3 : 1
  }
  if (!isTerminal || env.TERM === 'dumb') return 0
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 3
  return env.TERM?.includes('256color') ? 2 : 1
}
