// The screens of the README as pictures, taken from the real program on the evening of the golden screens. They become SVG,
// so that their words stay words; `npm run pictures` writes them, and a test holds them against the program.
import { join } from 'node:path'
import headless, { type IBufferCell } from '@xterm/headless'
import { openPty, type Pty } from '../test/helpers/pty.ts'

const program = join(process.cwd(), 'test', 'golden', 'program.cjs')
const columns = 80

const paper = '#1d1b19'
const ink = '#ece6de'
/** The sixteen colours as a quiet terminal has them. */
const named = [
  ...['#3b3733', '#d1766a', '#9bb37c', '#e0b25f', '#86a1cf', '#bd93c4', '#7fb8b2', '#d8d2c8'],
  ...['#8a8178', '#e08d81', '#b3c996', '#efc87e', '#a3bbe2', '#d0abd6', '#9bd0ca', '#f6f1e8'],
]

/** A colour of the 256, as xterm has them. */
function palette(index: number): string {
  if (index < 16) return named[index] ?? ink
  if (index >= 232) return rgb(Array(3).fill(8 + (index - 232) * 10))
  const steps = [36, 6, 1].map(size => Math.floor((index - 16) / size) % 6)
  return rgb(steps.map(step => (step === 0 ? 0 : 55 + step * 40)))
}

const rgb = (parts: readonly number[]): string =>
  `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`

const colour = (isRgb: boolean, isPalette: boolean, value: number, otherwise: string): string =>
  isRgb ? `#${value.toString(16).padStart(6, '0')}` : isPalette ? palette(value) : otherwise

function styleOf(cell: IBufferCell): string {
  const front = colour(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor(), ink)
  const fill = cell.isInverse() ? paper : front
  return [
    `fill="${fill}"`,
    cell.isBold() ? 'font-weight="bold"' : '',
    cell.isItalic() ? 'font-style="italic"' : '',
    cell.isDim() ? 'opacity=".65"' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const width = 8.4
const height = 19
const edge = 18

/**
 * What a terminal shows after these bytes.
 * @param home where the journals of the pictures lie, which no picture shows
 * @param title what it is a picture of, for who cannot see it
 * @param rows how many of its rows, from the first
 */
async function screenOf(home: string, bytes: string, title: string, rows = 200): Promise<string> {
  const terminal = new headless.Terminal({ cols: columns, rows: 200, allowProposedApi: true })
  const told = bytes.replaceAll(join(home, 'first', 'data'), '~/.local/share/hearten')
  await new Promise<void>(resolve => terminal.write(told, resolve))
  const buffer = terminal.buffer.active
  const drawn: string[] = []
  let last = 0
  for (let row = 0; row < rows; row++) {
    const line = buffer.getLine(row)
    if (!line?.translateToString(true).trim()) continue
    last = row
    let run: { at: number; style: string; text: string } | undefined
    const end = () => {
      for (const { 0: words, index } of run?.text.matchAll(/\S+(?: \S+)*/g) ?? [])
        drawn.push(
          `<text x="${(edge + ((run?.at ?? 0) + index) * width).toFixed(1)}" y="${edge + row * height + 14}" textLength="${(words.length * width).toFixed(1)}" ${run?.style}>${escaped(words)}</text>`,
        )
      run = undefined
    }
    for (let at = 0; at < columns; at++) {
      const cell = line.getCell(at)
      const style = cell ? styleOf(cell) : ''
      if (!cell || cell.getWidth() === 0) continue
      if (run?.style !== style) end()
      run ??= { at, style, text: '' }
      run.text += cell.getChars() || ' '
    }
    end()
  }
  const size = [2 * edge + columns * width, 2 * edge + (last + 1) * height]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" rx="10" fill="${paper}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
${drawn.join('\n')}
</g>
</svg>
`
}

// The paper is dark, and the terminal says so.
const env = {
  ...{ NO_COLOR: '', FORCE_COLOR: '3', TZ: 'UTC', COLORTERM: 'truecolor' },
  COLORFGBG: '15;0',
}
const run = (at: string, ...args: string[]): Pty =>
  openPty(process.execPath, [program, ...args], {
    ...{ cols: columns, rows: 200 },
    env: { ...env, HEARTEN_HOME: at },
  })

/** A made-up journal in this folder, and what a terminal is sent by a command that looks at it. */
export async function madeUp(home: string): Promise<{ shown(...args: string[]): Promise<string> }> {
  const story = join(home, 'story')
  await run(home, 'demo', '--into', story).exit
  return {
    async shown(...args) {
      const pty = run(story, ...args, '--no-pager', '--no-input')
      await pty.exit
      return pty.raw()
    },
  }
}

async function session(home: string): Promise<string> {
  const pty = run(join(home, 'first'), 'today', '--theme', 'compassion')
  for (const [question, keys] of [
    ['How are you', '2\r'],
    ['your energy', '\r'],
    ['write, or only pick', '\r'],
    ['Is there a word', 'lonely\r'],
  ] as const) {
    await pty.waitFor(question)
    pty.type(keys)
  }
  await pty.waitFor('Ctrl-D done')
  pty.type('The flat is too quiet. I kept the radio on until two.')
  await pty.waitFor('until two.')
  const bytes = pty.raw()
  pty.kill('SIGTERM')
  await pty.exit
  return bytes
}

/** Each screen by the name of its file. */
export async function screens(
  home: string,
  { shown }: Awaited<ReturnType<typeof madeUp>>,
): Promise<Readonly<Record<string, string>>> {
  return {
    'session.svg': await screenOf(home, await session(home), 'A first session'),
    'review.svg': await screenOf(
      home,
      await shown('review', 'week'),
      'The head of the review of a week',
      41,
    ),
    'calendar.svg': await screenOf(home, await shown('calendar'), 'A year as a grid of moods'),
  }
}
