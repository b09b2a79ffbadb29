import type { Globals, Terminal } from '../context.ts'
import { UserError } from '../errors.ts'
import type { Colours } from '../render/colours.ts'
import { inertJson, visibleButColours } from '../render/gate.ts'
import { asTyped } from './as-typed.ts'
import type { World } from './world.ts'
import { widthFor } from './world.ts'

const withNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** The streams as commands see them. */
export function terminalOf(
  world: World,
  globals: Globals,
  { plain, colours }: { plain: boolean; colours: Colours },
): Terminal {
  const rows = world.rows ?? 24
  const tell = (text: string) =>
    world.writeError(withNewline(visibleButColours(asTyped(text, world.env))))
  const print = (text: string) => world.writeOutput(withNewline(text))
  return {
    print,
    data: value => print(inertJson(JSON.stringify({ version: 1, ...value }, null, 2))),
    notify: text => {
      if (!globals.quiet) tell(text)
    },
    notifyAnyway: tell,
    async page(text) {
      const pages =
        globals.pager &&
        !plain &&
        world.outputIsTerminal &&
        world.inputIsTerminal &&
        text.split('\n').length > rows
      const shown = pages && (await import('./pager.ts')).pageThrough(withNewline(text), world.env)
      if (!shown) print(text)
    },
    interactive:
      globals.input && world.inputIsTerminal && (world.errorIsTerminal || world.outputIsTerminal),
    inputIsTerminal: world.inputIsTerminal,
    outputIsTerminal: world.outputIsTerminal,
    get width() {
      return widthFor(world)
    },
    rows,
    colours,
    plain,
    readInput: async () => decodeText(await readAll(world.input), 'standard input'),
  }
}

async function readAll(input: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Strict UTF-8, without a byte order mark; what cannot be read is said, never guessed. */
export function decodeText(bytes: Buffer, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(
      `${from} is not UTF-8 text, so it was not read. Nothing was changed.\nConvert it first, for example with \`iconv -f latin1 -t utf-8\`.`,
    )
  }
}
