import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { isatty, ReadStream } from 'node:tty'
import type { Dialogue } from '../dialogue/dialogue.ts'
import type { Host } from '../store/lock.ts'
import { systemHost } from './host.ts'
import { writeAll } from './write.ts'

/** The real world as hearten sees it; tests make one of their own. Nothing in it is opened before it is used. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly cwd: string
  readonly inputIsTerminal: boolean
  readonly outputIsTerminal: boolean
  readonly errorIsTerminal: boolean
  readonly columns: number | undefined
  readonly rows: number | undefined
  now(): Date
  /** IANA zone of this machine. */
  zone(): string
  random(bytes: number): Uint8Array
  /** This process and its machine, as the journal's lock must know them. */
  readonly host: Host
  writeOutput(text: string): void
  writeError(text: string): void
  /** For dialogues, loaded only when one begins. */
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  /** Standard input once more, after Ctrl-D ended it. */
  reopenInput(): NodeJS.ReadStream
  /** Calls back at Ctrl-C instead of ending, until what it gives back is called. */
  onInterrupt(callback: () => void): () => void
  /** Calls back when the process is told to end, before it ends with 129 or 143. */
  onEnd(cleanup: () => void): void
  /** Somebody to talk to in place of the person at the terminal: tests script one. */
  readonly dialogue?: () => Dialogue
}

/**
 * The world of a real process. Whether a stream is a terminal is asked of its descriptor: the
 * getters of `process.stdout` cost milliseconds that most commands have no use for.
 */
export function systemWorld(from: NodeJS.Process): World {
  const errorIsTerminal = isatty(2)
  const outputIsTerminal = isatty(1)
  const dialogueStream = () => (errorIsTerminal || !outputIsTerminal ? from.stderr : from.stdout)
  const cleanups: (() => void)[] = []
  return {
    env: from.env,
    platform: from.platform,
    home: from.env.HOME || homedir(),
    cwd: from.cwd(),
    inputIsTerminal: isatty(0),
    outputIsTerminal,
    errorIsTerminal,
    get columns() {
      // A terminal that does not know its size says 0.
      return Number(from.env.COLUMNS) || (outputIsTerminal && from.stdout.columns) || undefined
    },
    get rows() {
      return (outputIsTerminal && from.stdout.rows) || undefined
    },
    now: () => new Date(),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    random: bytes => randomBytes(bytes),
    host: systemHost(from),
    writeOutput: text => writeAll(1, text),
    writeError: text => writeAll(2, text),
    get input() {
      return from.stdin
    },
    get output() {
      return dialogueStream()
    },
    reopenInput: () => new ReadStream(0),
    onInterrupt(callback) {
      from.on('SIGINT', callback)
      return () => from.off('SIGINT', callback)
    },
    onEnd(cleanup) {
      if (cleanups.length === 0) {
        for (const [signal, code] of [
          ['SIGHUP', 129],
          ['SIGTERM', 143],
        ] as const)
          from.once(signal, () => {
            for (const each of cleanups) each()
            from.exit(code)
          })
        // A closed window makes writing fail before the signal comes; that is no crash.
        for (const stream of [from.stdin, from.stdout, from.stderr]) stream.on('error', () => {})
      }
      cleanups.push(cleanup)
    },
  }
}
