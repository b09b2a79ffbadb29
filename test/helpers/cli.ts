import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { offsetByIntl } from '../../src/journal/day.ts'
import { main } from '../../src/main.ts'
import { systemHost } from '../../src/system/host.ts'
import type { World } from '../../src/system/world.ts'
import type { ScriptedDialogue } from './scripted-dialogue.ts'

export interface Life {
  /** The moment it is, ISO with an offset; Sunday 22 November 2026, half past nine in the evening. */
  readonly now?: string
  readonly zone?: string
  readonly env?: Readonly<Record<string, string>>
  /** What comes through the pipe. Without it and without a terminal the pipe is empty. */
  readonly input?: string | Buffer
  /** Whether somebody sits at a terminal; true as soon as there is a dialogue. */
  readonly terminal?: boolean
  /** How the person answers. */
  readonly dialogue?: ScriptedDialogue
  readonly columns?: number
  /** A `HEARTEN_HOME` that is there already; a fresh one is removed when the test is over. */
  readonly home?: string
}

export interface Outcome {
  readonly code: number
  /** What came on standard output. */
  readonly out: string
  /** What came on standard error. */
  readonly err: string
}

export interface Person {
  readonly home: string
  readonly data: string
  readonly config: string
  readonly world: World
  /** Runs one command line, and checks that a scripted dialogue was used up. */
  run(...argv: string[]): Promise<Outcome>
  /** The same, for data: fails unless the command succeeds and prints JSON. */
  json(...argv: string[]): Promise<unknown>
  /** The same person and journal at another moment, with other answers, through another pipe. */
  with(other: Life): Person
}

/** How much chance each home has used up, so that no id comes twice. */
const chances = new Map<string, number>()

/** Somebody with a journal of their own in a temporary folder, whose clock and chance stand still. */
export function aPerson(life: Life = {}): Person {
  const home = life.home ?? freshFolder()
  const chunks = { out: [] as string[], err: [] as string[] }
  const sits = life.terminal ?? life.dialogue !== undefined
  const world: World = {
    env: { HEARTEN_HOME: home, TERM: 'xterm', ...life.env },
    platform: 'linux',
    home,
    inputIsTerminal: sits && life.input === undefined,
    inputIsPiped: life.input !== undefined,
    outputIsTerminal: sits,
    errorIsTerminal: sits,
    columns: life.columns,
    rows: 24,
    now: () => new Date(life.now ?? '2026-11-22T21:30:00+00:00'),
    zone: () => life.zone ?? 'Europe/Lisbon',
    offset: moment => offsetByIntl(moment.getTime(), life.zone ?? 'Europe/Lisbon'),
    random: bytes => {
      const chance = (chances.get(home) ?? 0) + 1
      chances.set(home, chance)
      return Uint8Array.from({ length: bytes }, (_, i) => (chance / 32 ** (bytes - 1 - i)) % 32)
    },
    writeOutput: text => chunks.out.push(Buffer.from(text).toString()),
    writeError: text => chunks.err.push(text),
    input: Readable.from(life.input === undefined ? [] : [life.input]) as NodeJS.ReadStream,
    get output(): NodeJS.WriteStream {
      throw new Error('nothing is asked in this test, so nothing may draw on the terminal')
    },
    reopenInput() {
      throw new Error('nothing is asked in this test')
    },
    onInterrupt: () => () => {},
    onEnd() {},
    host: systemHost(process),
    // Next to nothing: what it costs a guesser is tested in test/vault.
    passphraseCost: 1,
    ...(life.dialogue && { dialogue: () => life.dialogue as ScriptedDialogue }),
  }
  const run = async (...argv: string[]): Promise<Outcome> => {
    chunks.out = []
    chunks.err = []
    const code = await main(argv, world)
    life.dialogue?.finish()
    return { code, out: chunks.out.join(''), err: chunks.err.join('') }
  }
  return {
    home,
    data: join(home, 'data'),
    config: join(home, 'config'),
    world,
    run,
    async json(...argv) {
      const { code, out, err } = await run(...argv, '--json')
      if (code !== 0) throw new Error(`exit ${code}: ${err}`)
      return JSON.parse(out)
    },
    with: other => {
      const { input: _, dialogue: __, terminal: ___, ...stays } = life
      return aPerson({ ...stays, home, ...other })
    },
  }
}

function freshFolder(): string {
  const home = mkdtempSync(join(tmpdir(), 'hearten-test-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}
