type Env = Readonly<Record<string, string | undefined>>

/**
 * The variable that asks for linear text, without colour and with nothing that moves: a screen reader's
 * `ACCESSIBLE`, or a `TERM` that can do nothing, or does not say what it is.
 */
export function drawsNothing({
  env,
  platform,
}: {
  env: Env
  platform: string
}): 'ACCESSIBLE' | 'TERM' | undefined {
  if (env.ACCESSIBLE && env.ACCESSIBLE !== '0') return 'ACCESSIBLE'
  return env.TERM === 'dumb' || (!env.TERM && platform !== 'win32') ? 'TERM' : undefined
}

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
