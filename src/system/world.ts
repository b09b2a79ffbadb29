import { homedir } from 'node:os'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { UserError } from '../errors.ts'
import type { Host } from '../store/lock.ts'
import { systemHost } from './host.ts'
import { isTerminal } from './is-terminal.ts'
import { writeAll, writeIfPossible } from './write.ts'
import { settleZone, zoneHere } from './zone.ts'

/** The real world as hearten sees it; tests make one of their own. Nothing in it is opened before it is used. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly inputIsTerminal: boolean
  /**
   * Whether standard input is a pipe, or a file with something in it, as a shell makes them. Not what
   * programs hand on without a thought: a socket, a device, an empty file.
   */
  readonly inputIsPiped: boolean
  readonly outputIsTerminal: boolean
  readonly errorIsTerminal: boolean
  readonly columns: number | undefined
  readonly rows: number | undefined
  now(): Date
  /** IANA zone of this machine. */
  zone(): string
  /** How far the clocks of that zone are ahead of UTC at a moment, in milliseconds. */
  offset(moment: Date): number
  /** For ids, which need to be unlike each other and no secret: `node:crypto` takes a sixth of a bare start to load. */
  random(bytes: number): Uint8Array
  /** This process and its machine, as the journal's lock must know them. */
  readonly host: Host
  /** @param text or its bytes in UTF-8, of whole characters */
  writeOutput(text: string | Uint8Array): void
  /** Never throws: words that nobody can read are no reason to end. */
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
  /** What a guess at a passphrase costs, as a power of two: tests make it next to nothing. */
  readonly passphraseCost?: number
  /** Somebody to talk to in place of the person at the terminal: tests script one. */
  readonly dialogue?: () => Dialogue
}

/**
 * The world of a real process. Nothing is looked up before it is asked for: `node:crypto`, `node:tty`
 * and the getters of `process.stdout` each cost milliseconds that many starts have no use for.
 */
export function systemWorld(from: NodeJS.Process): World {
  const cleanups: (() => void)[] = []
  let host: Host | undefined
  settleZone(from.env)
  return {
    env: from.env,
    platform: from.platform,
    get home() {
      return from.env.HOME || homeOf()
    },
    get inputIsTerminal() {
      return isTerminal(from, 0)
    },
    get inputIsPiped() {
      try {
        const input = from.getBuiltinModule('node:fs').fstatSync(0)
        return input.isFIFO() || (input.isFile() && input.size > 0)
      } catch {
        return false
      }
    },
    get outputIsTerminal() {
      return isTerminal(from, 1)
    },
    get errorIsTerminal() {
      return isTerminal(from, 2)
    },
    get columns() {
      // A terminal that does not know its size says 0.
      return Number(from.env.COLUMNS) || (this.outputIsTerminal && from.stdout.columns) || undefined
    },
    get rows() {
      return (this.outputIsTerminal && from.stdout.rows) || undefined
    },
    now: () => new Date(),
    zone: () => zoneHere(from.env),
    offset: moment => -moment.getTimezoneOffset() * 60_000,
    random: bytes => Uint8Array.from({ length: bytes }, () => Math.random() * 256),
    get host() {
      host ??= systemHost(from)
      return host
    },
    writeOutput: text => writeAll(1, text),
    writeError: text => writeIfPossible(2, text),
    get input() {
      return from.stdin
    },
    get output() {
      return this.errorIsTerminal || !this.outputIsTerminal ? from.stderr : from.stdout
    },
    reopenInput() {
      const { ReadStream } = from.getBuiltinModule('node:tty')
      return new ReadStream(0)
    },
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
            // One that fails, as on a full disk, must not keep the others from their turn.
            for (const each of cleanups)
              try {
                each()
              } catch {}
            from.exit(code)
          })
        // A closed window makes writing fail before the signal comes; that is no crash.
        for (const stream of [from.stdin, from.stdout, from.stderr]) stream.on('error', () => {})
        // Node restores the terminal at its end, and aborts when that is gone; so let go of it first.
        const terminals = [0, 1, 2].filter(descriptor => isTerminal(from, descriptor))
        from.once('exit', () => {
          const gone = terminals.filter(descriptor => !isTerminal(from, descriptor))
          for (const descriptor of gone) from.getBuiltinModule('node:fs').closeSync(descriptor)
        })
      }
      cleanups.push(cleanup)
    },
  }
}

/** Columns to write for. Longer lines are hard to follow, and in fewer nothing can be said. */
export const widthFor = ({ columns }: Pick<World, 'columns'>): number =>
  Math.min(100, Math.max(20, columns || 80))

/** The home folder of an account, which a bare number in a container may not have. */
function homeOf(): string {
  try {
    return homedir()
  } catch {
    throw new UserError(
      'It is not known where your home folder is. Nothing was changed.\nSet HOME, or HEARTEN_HOME to the folder hearten should use.',
    )
  }
}
