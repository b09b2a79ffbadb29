// `npm run reliability -- [--long] [--only crash-states]`: runs the tortures one after the other and writes what they
// print, with the date and the kind of machine, into docs/reliability.md. With `--only` one section is made anew, the others stay; with `--printed FILE` beside it, of
// what a run at full length on this machine printed into a file today, and with `--with="--kills 900"` it is run so and no longer.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, release, totalmem, type } from 'node:os'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    printed: { type: 'string' },
    with: { type: 'string' },
  },
})
const page = 'docs/reliability.md'

interface Torture {
  readonly name: string
  readonly about: string
  readonly file: string
  readonly short: readonly string[]
  readonly long: readonly string[]
  /** What was to be reached. */
  readonly bar: string
  /** Of what was printed, the lines with figures to hold against it. */
  readonly reached: RegExp
}

const tortures: readonly Torture[] = [
  {
    name: 'kills',
    about: 'Writers are killed with -9 at random moments, and started again.',
    file: 'torture',
    short: ['--kills', '200', '--writers', '4'],
    long: ['--kills', '5000'],
    bar: '5,000 kills, 0 lost',
    reached: /^(kills|lost|torn|damaged) /,
  },
  {
    name: 'inbox',
    about: 'The same while pages are dropped into the inbox and taken in.',
    file: 'torture-inbox',
    short: ['--kills', '40'],
    long: ['--kills', '1000'],
    bar: '1,000 kills, 0 lost',
    reached: /^(kills of|lost|twice)/,
  },
  {
    name: 'system-calls',
    about:
      'The program is killed at each call to the system by which it changes a disk, one run a call.',
    file: 'system-calls',
    short: ['--every', '5'],
    long: [],
    bar: 'every one, 0 damaged, the next page kept',
    reached: /^(calls there are|runs|neither|found by|next page)/,
  },
  {
    name: 'failing-calls',
    about: 'Each of those calls fails instead: no room, a broken disk, no right.',
    file: 'system-calls',
    short: ['--errors', '--every', '7'],
    long: ['--errors'],
    bar: '500, 0 silent, 0 damaged',
    reached: /^(runs|neither|said to be|found by|not said)/,
  },
  {
    name: 'crash-states',
    about:
      'Every state that a power cut may leave behind is built and opened. How they are found stands below.',
    file: 'crash-states',
    short: ['--every', '10'],
    long: [],
    bar: 'each, 0 acknowledged lost, 0 unreadable, the doctor content',
    reached: /^(all) /,
  },
  {
    name: 'full-disk',
    about:
      'Every command that writes, on a small disk that is full up to the last few thousand bytes.',
    file: 'full-disk',
    short: ['--runs', '32'],
    long: ['--runs', '200'],
    bar: '200, never damaged, always said',
    reached: / runs, /,
  },
  {
    name: 'damage',
    about: 'Every file damaged in every way, one at a time, and mended by `doctor --mend`.',
    file: 'damage',
    short: ['--flips', '9'],
    long: [],
    bar: 'each file, each byte of a month; 0 written over, each named',
    reached: /^(runs|damaged and|neither|entries lost)/,
  },
  {
    name: 'mending',
    about:
      'Whatever the other tortures do to a journal, `doctor --mend` is called to: kills and failing calls, lost power, locks that stay, copies that part, files of tools for syncing.',
    file: 'mending',
    short: ['--every', '25'],
    long: [],
    bar: 'each fault, 0 entries lost, the doctor content afterwards',
    reached: /^(faults|entries lost|pages lost|doctor not)/,
  },
  {
    name: 'together',
    about: 'Sixteen processes write at once.',
    file: 'together',
    short: ['--each', '50'],
    long: [],
    bar: '16 times 200, 0 lost',
    reached: /^(writers|each|lost|twice)/,
  },
  {
    name: 'vault',
    about:
      'A year is encrypted, gets another passphrase and is made plain, killed with -9 at random moments. A word that stands on every day is looked for in the home, in temporary files and in shared memory. Then a sealed file is changed at every bit and cut at every byte.',
    file: 'vault-kills',
    short: ['--kills', '10'],
    long: ['--kills', '50'],
    bar: '50 kills, readable every time, no plain text',
    reached: /^(kills|unreadable|in plain|taken though)/,
  },
  {
    name: 'text',
    about:
      'Text that nobody hopes for goes out to a terminal, into what stands in front of a note, and into a table.',
    file: 'text-fuzz',
    short: ['--terminal', '100000', '--yaml', '10000', '--csv', '10000'],
    long: [],
    bar: '1,000,000, 100,000 and 100,000 clean',
    reached: /^(for a terminal|as YAML|as tables|a terminal would|YAML|tables that|taken for)/,
  },
  {
    name: 'import',
    about: 'Files of every journal that can be imported, spoilt at random.',
    file: 'import-fuzz',
    short: ['--runs', '5000'],
    long: ['--runs', '100000'],
    bar: '100,000, all taken in or refused in words',
    reached: /^(runs|broke inside|made what|took too)/,
  },
]

const head = `# Reliability

\`npm run reliability\` runs the tortures and writes this page out of what they print; \`--long\` runs them at full
length, and \`--only NAME\` makes one part anew. Nothing here is written by hand. A short form of most of them is in
\`npm test\`.

**How the states of a crash are found.** What a command asks of the disk is noted, call by call. After each call: of
the names that came, went or changed since their folder was synced, any subset may be lost, in which those of one name keep
their order; of what was written since its file was synced, all, nothing, the first half or zeros may be there. That is more
than file systems in order leave behind. It is bounded as ACE bounds it: a few deeds of a person, on a small journal that has
everything, bytes not one by one. Where more than 6 names or 4 files wait to be synced, not every combination is built, but
none lost, all lost, each prefix, each lost alone and each there alone. Of states that are equal one is opened.

Where a run at full length would have taken too long on this machine, it is as long as its command says, and no longer.
`

const begin = (name: string) => `<!-- begin ${name} -->`
const end = (name: string) => `<!-- end ${name} -->`

function run(
  { file }: Torture,
  args: readonly string[],
): Promise<{ out: string; code: number | null }> {
  const child = spawn(process.execPath, ['tools/run-ts.js', `bench/${file}.ts`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => {
      out += data
    })
  return new Promise(done => child.on('close', code => done({ out: out.trimEnd(), code })))
}

const machine = (): string => {
  const [first] = cpus()
  return `${first?.model.trim() ?? 'unknown'} (${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB), ${type()} ${release().split('-')[0]} ${arch()}, Node ${process.versions.node}`
}

/** Tables stay tables; what else was printed is shown as it was. */
function shown(out: string): string {
  const lines = out.split('\n')
  const table = lines.filter(line => line.startsWith('|'))
  const rest = lines.filter(line => !line.startsWith('|'))
  return [...(table.length > 0 ? [...table, ''] : []), '```', ...rest, '```'].join('\n')
}

function sectionOf(torture: Torture, args: readonly string[], out: string, took: string): string {
  const { name, about, file } = torture
  const today = new Date().toISOString().slice(0, 10)
  const command = [`bench/${file}.ts`, ...args].join(' ')
  return [
    begin(name),
    `## ${name}`,
    '',
    about,
    '',
    shown(out),
    '',
    `\`${command}\`, ${today}${took}. ${machine()}.`,
    end(name),
  ].join('\n')
}

/** A section as it stands on the page now. */
function standing(name: string): string | undefined {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const from = text.indexOf(begin(name))
  const to = text.indexOf(end(name))
  return from < 0 || to < 0 ? undefined : text.slice(from, to + end(name).length)
}

/** What was to be reached beside what was, of every part on the page. */
function summaryOf(sections: readonly string[]): string {
  const lines = tortures.map(({ name, bar, reached }) => {
    const section = sections.find(it => it.startsWith(begin(name)))
    const printed = section?.split('\n') ?? []
    const figures = printed
      .filter(line => reached.test(line))
      .map(line => line.trim().replace(/ {2,}/g, ' '))
    const isWell =
      !printed.includes('SOMETHING IS WRONG.') && !/, [1-9]\d* wrong$/m.test(section ?? '')
    return `| [${name}](#${name}) | ${bar} | ${figures.join(', ') || 'not run'}${isWell ? '' : ' **something is wrong**'} |`
  })
  return ['| | to be reached | reached |', '| --- | --- | --- |', ...lines, ''].join('\n')
}

let failed = false
for (const torture of tortures) {
  if (values.only && !values.only.includes(torture.name)) continue
  const usual = values.long || values.printed ? torture.long : torture.short
  const args = values.with?.split(' ') ?? usual
  const began = Date.now()
  const { out, code } = values.printed
    ? { out: readFileSync(values.printed, 'utf8').trimEnd(), code: 0 }
    : await run(torture, args)
  const took = values.printed ? '' : `, ${((Date.now() - began) / 60_000).toFixed(1)} minutes`
  console.log(`\n${torture.name}\n${out}`)
  failed ||= code !== 0
  // After each, so that what was measured is there should the next be stopped.
  const section = sectionOf(torture, args, out, took)
  const sections = tortures.flatMap(({ name }) =>
    name === torture.name ? section : (standing(name) ?? []),
  )
  writeFileSync(page, `${[head, summaryOf(sections), ...sections].join('\n')}\n`)
}
process.exitCode = failed ? 1 : 0
