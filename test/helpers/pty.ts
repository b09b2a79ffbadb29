import pty from '@lydell/node-pty'
import headless from '@xterm/headless'

export interface PtyOptions {
  cols?: number
  rows?: number
  env?: Record<string, string | undefined>
  cwd?: string
}

export interface Pty {
  readonly pid: number
  /**
   * Keys as the terminal sends them: '\r' is Enter, '\x04' Ctrl-D. Wait for the question first.
   * Where a digit answers at once, an Enter within 400 ms is taken as part of it: '2\r' is one answer,
   * and to skip the next question right after '2', type '2\r' and then '\r'.
   */
  type(text: string): void
  /** Text from the clipboard, as a terminal with bracketed paste sends it. */
  paste(text: string): void
  resize(cols: number, rows: number): void
  kill(signal: string): void
  /** As when the window is closed: the terminal is gone for the program, and nothing can be seen any more. */
  closeWindow(): void
  /** The rows that can be seen now, without the spaces at their ends. */
  screen(): string[]
  /** Everything in the terminal, with what has scrolled away. */
  history(): string[]
  cursor(): { x: number; y: number }
  /** Every byte the program wrote. */
  raw(): string
  /** Until the screen (rows joined by line breaks) shows it. Fails with the screen when it never does. */
  waitFor(shown: string | RegExp, milliseconds?: number): Promise<void>
  readonly exit: Promise<{ code: number; signal: number }>
}

/** Runs a program in a real terminal, 80 by 24 unless said otherwise. */
export function openPty(file: string, args: readonly string[], options: PtyOptions = {}): Pty {
  const { cols = 80, rows = 24 } = options
  const terminal = new headless.Terminal({ cols, rows, scrollback: 10_000, allowProposedApi: true })
  const child = pty.spawn(file, [...args], {
    name: 'xterm-256color',
    cols,
    rows,
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, TERM: 'xterm-256color', ...options.env },
  })
  let raw = ''
  let onChange = () => {}
  // Terminals answer some questions of the program, such as where the cursor is.
  terminal.onData(reply => child.write(reply))
  child.onData(data => {
    raw += data
    terminal.write(data, () => onChange())
  })

  const lines = (from: number, until: number) => {
    const found: string[] = []
    for (let line = from; line < until; line++) {
      found.push(terminal.buffer.active.getLine(line)?.translateToString(true).trimEnd() ?? '')
    }
    return found
  }
  const screen = () => {
    const { baseY } = terminal.buffer.active
    return lines(baseY, baseY + terminal.rows)
  }

  return {
    pid: child.pid,
    type: text => child.write(text),
    paste: text => child.write(`\x1b[200~${text}\x1b[201~`),
    resize(toCols, toRows) {
      terminal.resize(toCols, toRows)
      child.resize(toCols, toRows)
    },
    kill: signal => child.kill(signal),
    // Not in the published types.
    closeWindow: () => (child as unknown as { destroy(): void }).destroy(),
    screen,
    history: () => lines(0, terminal.buffer.active.length),
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY }),
    raw: () => raw,
    waitFor(shown, milliseconds = 120_000) {
      const there = () => {
        const text = screen().join('\n')
        return typeof shown === 'string' ? text.includes(shown) : shown.test(text)
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          onChange = () => {}
          reject(new Error(`Never shown: ${shown}\n${screen().join('\n')}`))
        }, milliseconds)
        onChange = () => {
          if (!there()) return
          clearTimeout(timer)
          onChange = () => {}
          resolve()
        }
        onChange()
      })
    },
    exit: new Promise(resolve => {
      child.onExit(({ exitCode, signal }) => {
        // Once everything it wrote before is on the screen.
        terminal.write('', () => resolve({ code: exitCode, signal: signal ?? 0 }))
      })
    }),
  }
}
