import type { World } from './world.ts'

/**
 * Whether the terminal shows links (OSC 8), by what it says of itself. Others show nothing odd, but not all do, so
 * only those that are known get any; what stands between, as tmux, is not known to pass them on.
 */
export function knowsLinks(env: World['env']): boolean {
  if (env.TMUX || env.STY || /^(screen|tmux|linux)/.test(env.TERM ?? '')) return false
  return (
    /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper)$/.test(env.TERM_PROGRAM ?? '') ||
    /^(xterm-kitty|xterm-ghostty|foot|alacritty)/.test(env.TERM ?? '') ||
    Number(env.VTE_VERSION) >= 5000 ||
    Number(env.KONSOLE_VERSION) >= 201200 ||
    Boolean(env.WT_SESSION)
  )
}

/** Words with a link behind them. An address with anything but plain signs in it gets none. */
export const linked = (text: string, address: string): string =>
  /^[!-~]+$/.test(address) ? `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` : text
