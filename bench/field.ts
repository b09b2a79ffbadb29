// What a key costs in the writing field when there are 100 kB in it: from the key until it is in the draft and
// on the screen. The real program at a real terminal, 80 by 24.
//
//   npm run bench:field                        30 keys of each kind
//   npm run bench:field -- 100 OTHER/bin/hearten.js    more of them, beside another build, key by key
//
// Wall time on a busy machine says little, so the time on processors is beside it (Linux only: it comes from /proc).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pty from '@lydell/node-pty'
import { median } from './measure.ts'

const keys = Math.max(10, Number(process.argv[2] ?? 30))
const programs = ['bin/hearten.js', ...process.argv.slice(3)].map(path => resolve(path))

const FRAME_MS = 1000 / 60
const PASTE_MS = 1000
/** What a terminal hands over at once: as much as the system takes. */
const PIECE = 2048
const PATIENCE_MS = 20_000

/** A terminal sends the cursor to its column at the end of every drawing, before it shows all at once. */
const FRAME_ENDS = /\x1b\[\d+G(?:\x1b\[\?2026l)?$/

interface Cost {
  readonly wall: number
  /** On processors, of all threads, in milliseconds. */
  readonly cpu: number
}

interface Field {
  /** Sends keys, and resolves when a drawing that fits was written. */
  press(sent: string, until?: RegExp): Promise<Cost>
  /** Whether the draft on the disk holds this. */
  holds(text: string): boolean
  close(): Promise<void>
}

const settled = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))

async function openField(program: string): Promise<Field> {
  const home = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
  const env = { ...process.env, HEARTEN_HOME: home, TERM: 'xterm-256color' }
  const child = pty.spawn(process.execPath, [program, 'jot'], { cols: 80, rows: 24, env })
  const closed = new Promise(done => child.onExit(done))
  let written = ''
  let onWritten = () => {}
  child.onData(data => {
    written += data
    onWritten()
  })
  /** Gives up after a while, which then is what it took at least. */
  const drawn = (until: RegExp) =>
    new Promise<void>(done => {
      const patience = setTimeout(done, PATIENCE_MS)
      onWritten = () => {
        if (!FRAME_ENDS.test(written) || !until.test(written)) return
        clearTimeout(patience)
        done()
      }
      onWritten()
    })
  const drafts = () => {
    const journals = join(home, 'data')
    const folders = readdirSync(journals, { recursive: true, encoding: 'utf8' })
    return folders.filter(name => /drafts\/.*\.json$/.test(name)).map(name => join(journals, name))
  }
  await drawn(/Ctrl-D done/)
  return {
    async press(sent, until = /./) {
      written = ''
      const before = onProcessors(child.pid)
      const begun = performance.now()
      const there = drawn(until)
      for (
        let from = 0;
        from < sent.length && performance.now() - begun < PATIENCE_MS;
        from += PIECE
      ) {
        child.write(sent.slice(from, from + PIECE))
        await new Promise(done => setImmediate(done))
      }
      await there
      const wall = performance.now() - begun
      // What is done behind the drawing is counted too.
      await settled(25)
      return { wall, cpu: onProcessors(child.pid) - before }
    },
    holds: text => drafts().some(path => readFileSync(path, 'utf8').includes(text)),
    async close() {
      child.kill('SIGKILL')
      await closed
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** How long a process was on a processor, in milliseconds (/proc/PID/task/TID/schedstat, nanoseconds). */
function onProcessors(pid: number): number {
  const tasks = `/proc/${pid}/task`
  const each = readdirSync(tasks).map(task => {
    try {
      return Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      return 0
    }
  })
  return each.reduce((sum, it) => sum + it, 0) / 1e6
}

const sentence = 'Eleven times I counted, and then I stopped counting and went out. '
const plain = `${sentence.repeat(12)}\n`
const mixed = `${sentence.repeat(4)}Zoë schläft, ${'眠りたい夜もある。'.repeat(8)} 👩‍👧 naïve e\u0301. ${sentence.repeat(6)}\n`
const ofSize = (paragraph: string, bytes: number) =>
  paragraph.repeat(Math.ceil(bytes / Buffer.byteLength(paragraph)))

const texts = {
  'in paragraphs': ofSize(plain, 100_000),
  'other scripts': ofSize(mixed, 100_000),
  'one paragraph': ofSize(sentence, 100_000),
  'one in Japanese': ofSize('眠りたい夜もある。', 100_000),
}

/** How to get there, and what is pressed there again and again. */
const places: Readonly<Record<string, { go: string; key: string }>> = {
  'a letter at the end': { go: '\x1b[1;5F', key: 'x' },
  'a letter in the middle': { go: '\x1b[1;5H', key: 'x' },
  'a letter at the beginning': { go: '\x1b[1;5H', key: 'x' },
  Backspace: { go: '\x1b[1;5F', key: '\x7f' },
  'a new line': { go: '\x1b[1;5F', key: '\r' },
  Up: { go: '\x1b[1;5F', key: '\x1b[A' },
  Down: { go: '\x1b[1;5H', key: '\x1b[B' },
  'Page Up': { go: '\x1b[1;5F', key: '\x1b[5~' },
  Undo: { go: '\x1b[1;5F', key: '\x1f' },
}
const MIDDLE = '\x1b[6~'

const show = (costs: readonly Cost[]): string => {
  const of = (part: keyof Cost, share: number) => {
    const sorted = costs.map(cost => cost[part]).toSorted((a, b) => a - b)
    const value = share === 0.5 ? median(sorted) : sorted[Math.floor(sorted.length * share)]
    return (value ?? Number.NaN).toFixed(1).padStart(7)
  }
  return `${of('wall', 0.5)}${of('wall', 0.95)}${of('cpu', 0.5)}${of('cpu', 0.95)}`
}

const line = (name: string, costs: readonly (readonly Cost[])[], budget: number) => {
  const within = median(costs[0]?.map(({ wall }) => wall) ?? []) <= budget
  console.log(
    `${name.padEnd(42)} ${costs.map(show).join('   |')}   ${within ? 'within' : 'OVER'} ${budget.toFixed(1)}`,
  )
}

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${keys} keys each`)
programs.forEach((program, index) => {
  console.log(`${index + 1}. ${program}`)
})
console.log(
  `${'milliseconds'.padEnd(42)} ${programs.map(() => '   wall   p95    cpu    p95').join('   |')}`,
)

for (const [name, before, after] of [
  ['bracketed paste', '\x1b[200~', '\x1b[201~'],
  ['as a burst of keys', '', ''],
] as const) {
  const costs: Cost[][] = []
  for (const program of programs) {
    const field = await openField(program)
    try {
      const text = ofSize(plain, 200_000).replaceAll('\n', before ? '\n' : '\r')
      costs.push([await field.press(`${before}${text}landed${after}`, /landed/)])
      if (!field.holds('landed')) console.log(`given up: ${program}`)
    } finally {
      await field.close()
    }
  }
  line(`200 kB, ${name}`, costs, PASTE_MS)
}

for (const [kind, text] of Object.entries(texts)) {
  const fields = await Promise.all(programs.map(openField))
  try {
    const paste = []
    for (const field of fields)
      paste.push([await field.press(`\x1b[200~${text}landed\x1b[201~`, /landed/)])
    line(`100 kB ${kind}: pasted`, paste, PASTE_MS)
    for (const [name, { go, key }] of Object.entries(places)) {
      for (const field of fields) {
        await field.press(go)
        if (name.includes('middle')) for (let page = 0; page < 30; page++) await field.press(MIDDLE)
        // Something to take back.
        if (name === 'Undo') for (let word = 0; word < keys; word++) await field.press(`word `)
      }
      const costs: Cost[][] = fields.map(() => [])
      for (let turn = 0; turn < keys; turn++)
        for (const [index, field] of fields.entries()) costs[index]?.push(await field.press(key))
      line(`100 kB ${kind}: ${name}`, costs, FRAME_MS)
      for (const field of fields) {
        await field.press(`${name.slice(0, 4).trim()}!`)
        if (!field.holds(`${name.slice(0, 4).trim()}!`))
          throw new Error(`The draft does not hold "${name}"`)
      }
    }
  } finally {
    for (const field of fields) await field.close()
  }
}
