// `npm run torture:mending -- [--every 1]`: whatever the other tortures do to a journal, `doctor --mend` is called to. Writers
// are killed at each call of the disk, calls fail, the power goes, locks stay, copies part, tools for syncing leave theirs.
// Prints a table: what the doctor says before, what it would do, what it did, and how many entries are there. With
// `--every N` only each Nth call and state is looked at.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from '../src/store/checkup.ts'
import type { Disk } from '../src/store/disk.ts'
import { realDisk } from '../src/store/disk.ts'
import { examine } from '../src/store/doctor.ts'
import type { Mended } from '../src/store/mend.ts'
import { mend } from '../src/store/mend.ts'
import type { Deed } from './crash-states/deeds.ts'
import {
  careOf,
  deeds,
  foundIn,
  makeSmallJournal,
  note,
  opened,
  sealedDeeds,
} from './crash-states/deeds.ts'
import { recordingDisk } from './crash-states/recording.ts'
import { build, crashStates, treeIn } from './crash-states/states.ts'
import type { DiskFault } from './faulty-disk.ts'
import { faultyDisk } from './faulty-disk.ts'
import { reported } from './figures.ts'
import { mendingTable } from './mending-table.ts'

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } })
const every = Number(values.every)
const quickDisk: Disk = { ...realDisk, fsyncSync() {} }
const scratch = mkdtempSync(
  join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hearten-mending-'),
)
const home = join(scratch, 'home')
const folder = join(home, 'data')
const table = mendingTable(scratch, ['fault'])
const wrong = { 'entries lost': 0, 'pages lost': 0, 'doctor not content afterwards': 0 }
let runs = 0

type Content = Awaited<ReturnType<typeof foundIn>>
const entriesOf = ({ kept }: Content): string[] =>
  (JSON.parse(kept) as { entries: string[] }).entries
const contentHere = async (): Promise<Content> => foundIn(await opened(folder, quickDisk))

/**
 * Examines what lies in the folder, mends it, and looks again.
 * @param possible what it may hold afterwards: one of these, and what another machine or copy had besides
 * @param stays that the doctor still finds something is right: it says what the person can do
 */
async function doctored(fault: string, possible: readonly Content[], stays = false): Promise<void> {
  runs++
  const found: Finding[] = await examine(careOf(folder, quickDisk))
  const mended: Mended[] = await mend(careOf(folder, quickDisk), found)
  const left = (await examine(careOf(folder, quickDisk))).filter(({ fine }) => !fine)
  const after = await contentHere().catch(error => ({ kept: '{"entries":[]}', pages: `${error}` }))
  const there = new Set(entriesOf(after))
  const backOf = (content: Content) => entriesOf(content).filter(it => there.has(it)).length
  const lacks = (content: Content) => entriesOf(content).length - backOf(content)
  const [best] = possible.toSorted((a, b) => lacks(a) - lacks(b) || backOf(b) - backOf(a))
  if (best === undefined) throw new RangeError('Nothing is possible')
  const isSealed = stays && after.pages.startsWith('JournalError')
  if (isSealed) table.add(fault, found, mended, { wanted: 0, back: 0 })
  else table.add(fault, found, mended, { wanted: entriesOf(best).length, back: backOf(best) })
  const say = (what: keyof typeof wrong, words: string) => {
    if (++wrong[what] <= 5) console.log(`${fault}: ${what}. ${words.replaceAll(scratch, '')}`)
  }
  if (isSealed) return
  if (lacks(best) > 0) say('entries lost', `${after.kept} ${after.pages}`)
  if (!possible.some(({ pages }) => pages === after.pages)) say('pages lost', after.pages)
  if (left.length > 0 && !stays)
    say('doctor not content afterwards', left.map(({ file, words }) => `${file}: ${words}`).join())
}

function freshFrom(template: string | undefined): void {
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home)
  if (template) cpSync(template, folder, { recursive: true })
}

/** Does a deed once in peace. @returns what it holds after each thing a person was told, and how many calls it took */
async function inPeace(deed: Deed, template: string | undefined) {
  freshFrom(template)
  const counting = faultyDisk(quickDisk, Number.POSITIVE_INFINITY, 'kill')
  const recording = recordingDisk(template ? treeIn(home).contents.size : 0)
  const before = treeIn(home)
  const contents = [await copied()]
  const told = async () => {
    recording.operations.push({ what: 'told' })
    contents.push(await copied())
  }
  await deed.work(await opened(folder, recording.disk), told, recording.disk)
  freshFrom(template)
  await deed.work(await opened(folder, counting.disk), async () => {}, counting.disk)
  return { contents, calls: counting.calls, before, operations: recording.operations }
}

async function copied(): Promise<Content> {
  const copy = join(scratch, 'copy')
  rmSync(copy, { recursive: true, force: true })
  if (existsSync(folder)) cpSync(folder, copy, { recursive: true })
  return foundIn(await opened(copy, quickDisk))
}

async function tortured(name: string, deed: Deed, template: string | undefined): Promise<void> {
  const { contents, calls, before, operations } = await inPeace(deed, template)
  const faults: readonly [row: string, kinds: readonly DiskFault[]][] = [
    [`${name}, killed`, ['kill']],
    [`${name}, a call fails`, ['ENOSPC', 'EIO', 'EACCES', 'short']],
  ]
  for (const [row, kinds] of faults)
    for (let at = 0; at < calls; at += every) {
      const kind = kinds[Math.floor(at / every) % kinds.length] ?? 'kill'
      freshFrom(template)
      const { disk } = faultyDisk(quickDisk, at, kind)
      let told = 0
      await Promise.resolve()
        .then(async () => deed.work(await opened(folder, disk), async () => void told++, disk))
        .catch(() => {})
      await doctored(row, contents.slice(told, told + 2))
    }
  let state = 0
  for (const crash of crashStates(before, operations, { names: 4, files: 3 })) {
    if (state++ % (every * 10) !== 0) continue
    freshFrom(undefined)
    build(crash, home, home)
    await doctored(`${name}, the power goes`, contents.slice(crash.told, crash.told + 2))
  }
}

const plain = join(scratch, 'plain')
const sealed = join(scratch, 'sealed')
const elsewhere = join(scratch, 'elsewhere')
const inPlain = (name: string) => join(folder, 'g1', name)
const inSealed = (name: string) => join(folder, 'g2', name)
const write = (path: string, text: string | Uint8Array) =>
  writeFileSync(path, text, { mode: 0o600 })
const copy = (from: string, to: string) => write(to, readFileSync(from))
const november = 'months/2026-11.json'
const aged = (path: string) => utimesSync(path, 0, 0)
const claim = (owner: object) => JSON.stringify({ token: '0123456789abcdef', owner })

interface OddFile {
  readonly on: 'plain' | 'sealed'
  /** Whether what another computer wrote is to be taken in. */
  readonly brings?: true
  readonly stays?: true
  put(): void
}

/** What lies about, though nothing of the journal's own files is damaged. */
const oddFiles: Readonly<Record<string, OddFile>> = {
  'a lock of a process that is gone': {
    on: 'plain',
    put: () => write(join(folder, 'lock'), claim(careOf(folder, quickDisk).host.self())),
  },
  'an empty lock': { on: 'plain', put: () => write(join(folder, 'lock'), '') },
  'a lock of another computer': {
    on: 'plain',
    put: () => write(join(folder, 'lock'), claim({ pid: 1, machine: 'another' })),
  },
  'a right to break a lock': {
    on: 'plain',
    put: () => write(join(folder, 'lock.0123456789abcdef.1'), claim({ pid: 1 })),
  },
  'a month of another computer, beside ours': {
    ...{ on: 'plain', brings: true },
    put: () =>
      copy(join(elsewhere, 'g1', november), inPlain('months/2026-11 (conflicted copy).json')),
  },
  'the same, encrypted': {
    ...{ on: 'sealed', brings: true },
    put: () =>
      copy(join(elsewhere, 'g2', november), inSealed('months/2026-11.sync-conflict-20261122.json')),
  },
  'another first page, beside ours': {
    on: 'plain',
    put: () => copy(join(folder, 'journal.json'), join(folder, 'journal (1).json')),
  },
  'people of another computer, beside ours': {
    on: 'plain',
    put: () => copy(inPlain('people.json'), inPlain('people (1).json')),
  },
  'a month put back as it was before': {
    on: 'plain',
    put: () => copy(inPlain(`${november}.bak`), inPlain(november)),
  },
  'a month and its copy, both gone': {
    on: 'plain',
    put() {
      for (const name of [november, `${november}.bak`]) unlinkSync(inPlain(name))
    },
  },
  'the folder of the months gone': {
    on: 'plain',
    put: () => rmSync(inPlain('months'), { recursive: true }),
  },
  'the key and its copy differ': {
    on: 'sealed',
    put: () => write(inSealed('identity.age.bak'), 'age-encryption.org/v1\n'),
  },
  'the key gone, its copy there': { on: 'sealed', put: () => unlinkSync(inSealed('identity.age')) },
  'the key damaged, its copy there': {
    on: 'sealed',
    put: () => write(inSealed('identity.age'), readFileSync(inSealed('identity.age')).subarray(9)),
  },
  'the public key gone': { on: 'sealed', put: () => unlinkSync(inSealed('recipient.txt')) },
  'the first page of an encrypted journal gone': {
    on: 'sealed',
    put: () => unlinkSync(join(folder, 'journal.json')),
  },
  'a plain month in an encrypted journal': {
    on: 'sealed',
    put: () => copy(join(plain, 'g1', november), inSealed(november)),
  },
  'a whole temporary file left': {
    on: 'plain',
    put() {
      copy(inPlain(november), inPlain('months/.2026-11.json.0123456789ab.tmp'))
      aged(inPlain('months/.2026-11.json.0123456789ab.tmp'))
    },
  },
  'half a temporary file left': {
    on: 'plain',
    put() {
      write(inPlain('months/.2026-11.json.0123456789ab.tmp'), '{"hearten":1,')
      aged(inPlain('months/.2026-11.json.0123456789ab.tmp'))
    },
  },
  'files and folders that others can read': {
    on: 'plain',
    put() {
      chmodSync(inPlain(november), 0o644)
      chmodSync(inPlain('months'), 0o755)
    },
  },
  'a file in the inbox': {
    on: 'plain',
    put() {
      mkdirSync(join(folder, 'inbox'), { mode: 0o700 })
      write(join(folder, 'inbox', 'a.txt'), 'a page')
    },
  },
  'the folder of the words moved': {
    on: 'plain',
    put: () => renameSync(join(folder, 'g1'), join(folder, 'g7')),
  },
  'a first page of a newer hearten': {
    ...{ on: 'plain', stays: true },
    put() {
      const page = JSON.parse(readFileSync(join(folder, 'journal.json'), 'utf8'))
      write(join(folder, 'journal.json'), JSON.stringify({ ...page, hearten: 99, more: true }))
    },
  },
}

try {
  await makeSmallJournal(plain, quickDisk)
  table.expects(await examine(careOf(plain, quickDisk)))
  cpSync(plain, sealed, { recursive: true })
  const { 'vault on': on } = deeds
  await on?.work(await opened(sealed, quickDisk), async () => {}, quickDisk)
  for (const [name, deed] of Object.entries(deeds))
    if (!deed.erases) await tortured(name, deed, deed.fresh ? undefined : plain)
  for (const [name, deed] of Object.entries(sealedDeeds)) await tortured(name, deed, sealed)
  for (const [name, { on, brings, stays, put }] of Object.entries(oddFiles)) {
    const template = on === 'plain' ? plain : sealed
    rmSync(elsewhere, { recursive: true, force: true })
    cpSync(template, elsewhere, { recursive: true })
    for (const text of ['there', 'and there']) {
      const journal = await opened(elsewhere, quickDisk, '2026-11-22T21:00:00Z')
      // Unlocked, what waits is filed.
      await journal.unlock()
      await journal.commit('jot', [note(text)])
    }
    freshFrom(brings ? elsewhere : template)
    const whole = await contentHere()
    freshFrom(template)
    put()
    await doctored(name, [whole], stays)
  }
  table.print()
  reported({ faults: runs }, wrong, 'All of it was mended.')
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
