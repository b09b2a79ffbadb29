import { UserError } from '../errors.ts'
import type { Colours } from '../render/colours.ts'
import { inertJson, visible, visibleButColours, visibleLine } from '../render/gate.ts'
import { toWindow } from '../render/to-window.ts'
import { decodeText } from '../utf8.ts'
import { asTyped } from './as-typed.ts'
import type { Globals } from './globals.ts'
import type { World } from './world.ts'
import { widthFor } from './world.ts'

/** The streams. Results go out through `print`, words to the person through `notify`. */
export interface Terminal {
  /** Data, to standard output. A final newline is added when missing. */
  print(text: string): void
  /** Sentences that are what was asked for: the same, with lines as long as the window and commands as they are typed here. */
  printWords(text: string): void
  /** The next part of data that is too long to be held, as it is: a text, or its bytes in UTF-8. */
  printPart(part: string | Uint8Array): void
  /** Data as JSON, with `"version": 1` in front. */
  data(value: object): void
  /** Text through the person's pager, when it is longer than the screen and nothing speaks against it. */
  page(text: string): Promise<void>
  /** Words to the person, to standard error; silent with `-q`. */
  notify(text: string): void
  /** The same for what was drawn already, with colours of ours in it. */
  draw(text: string): void
  /** A short line in the place of the last one drawn so; only where something can be drawn over. */
  drawOver(text: string): void
  /** As `draw`, also with `-q`: for people to call, and nothing else. */
  drawAnyway(text: string): void
  /** Whether a person can be asked. */
  readonly interactive: boolean
  readonly inputIsTerminal: boolean
  /** Whether words may be waiting on standard input, though nobody asked for them. */
  readonly inputIsPiped: boolean
  /** Whether `readInput` was asked. */
  inputWasRead(): boolean
  readonly outputIsTerminal: boolean
  /** Columns to render for, 20 to 100; 80 when not a terminal. */
  readonly width: number
  readonly rows: number
  readonly colours: Colours
  /** Only plain, linear text: `--plain`, the setting, or a terminal that can do no more. */
  readonly plain: boolean
  /** Everything on standard input, strict UTF-8; a `UserError` where it is not. */
  readInput(): Promise<string>
}

const withNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** The streams as commands see them. */
export function terminalOf(
  world: World,
  globals: Globals,
  { plain, colours }: { plain: boolean; colours: Colours },
): Terminal {
  const rows = world.rows ?? 24
  const tell = (text: string) => world.writeError(withNewline(said(text, world, globals.part)))
  const print = (text: string) => world.writeOutput(withNewline(text))
  let wasRead = false
  return {
    print,
    printWords: text => print(inWindow(text, world, world.outputIsTerminal, globals.part)),
    printPart: part => world.writeOutput(part),
    data: value => print(inertJson(JSON.stringify({ version: 1, ...value }, null, 2))),
    notify: text => {
      if (!globals.quiet) tell(visible(text))
    },
    draw: text => {
      if (!globals.quiet) tell(visibleButColours(text))
    },
    drawOver: text => {
      if (!globals.quiet && !plain && world.errorIsTerminal)
        world.writeError(`\r\u001b[K${visibleLine(text).slice(0, widthFor(world) - 1)}`)
    },
    drawAnyway: text => tell(visibleButColours(text)),
    async page(text) {
      const pages =
        globals.pager &&
        !plain &&
        world.outputIsTerminal &&
        world.inputIsTerminal &&
        text.split('\n').length > rows
      const shown = pages && (await import('./pager.ts')).pageThrough(withNewline(text), world)
      if (!shown) print(text)
    },
    interactive:
      globals.input && world.inputIsTerminal && (world.errorIsTerminal || world.outputIsTerminal),
    inputIsTerminal: world.inputIsTerminal,
    get inputIsPiped() {
      return world.inputIsPiped
    },
    outputIsTerminal: world.outputIsTerminal,
    get width() {
      return widthFor(world)
    },
    rows,
    colours,
    plain,
    inputWasRead: () => wasRead,
    async readInput() {
      wasRead = true
      return decodeText(await readAll(world.input), 'standard input')
    },
  }
}

/** What is said where a pipe was not taken. */
export const takesPipe =
  'The pipe was left unread; a dash takes it where words go, like `jot -` or `--note -`.'

/** Words as they go to standard error: commands as they are typed here, lines as long as the window. */
export const said = (text: string, world: World, part?: string): string =>
  inWindow(text, world, world.errorIsTerminal, part)

function inWindow(text: string, world: World, isTerminal: boolean, part?: string): string {
  const typed = asTyped(text, world.env, part)
  return isTerminal ? toWindow(typed, widthFor(world)) : typed
}

/** As much as a whole journal may be, in bytes: a pipe may never end. */
const mostInput = 256 * 1024 * 1024

async function readAll(input: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > mostInput)
      throw new UserError(
        'standard input is larger than hearten reads at once. Nothing was changed.',
      )
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
