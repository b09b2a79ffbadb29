// `npm run torture:crash-states -- [--every N] [--deed NAME] [--names 6] [--files 4]`: for everything that a person
// does, each state in which a power cut may leave the disk is built in a folder and opened. Nothing the person was told
// is kept may be lost, everything must be readable, the doctor content, and the next page must be kept. With `--every N`
// only each Nth state is looked at, and the last of each deed.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asDay } from '../src/journal/day.ts'
import { newEntry } from '../src/journal/entry.ts'
import type { Disk } from '../src/store/disk.ts'
import { realDisk } from '../src/store/disk.ts'
import { examine } from '../src/store/doctor.ts'
import type { Deed } from './crash-states/deeds.ts'
import {
  canary,
  careOf,
  clockFrom,
  deeds,
  erased,
  foundIn,
  makeSmallJournal,
  opened,
} from './crash-states/deeds.ts'
import { recordingDisk } from './crash-states/recording.ts'
import type { CrashState } from './crash-states/states.ts'
import { build, crashStates, treeIn } from './crash-states/states.ts'

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    deed: { type: 'string' },
    names: { type: 'string', default: '6' },
    files: { type: 'string', default: '4' },
  },
})
const every = Number(values.every)
const bounds = { names: Number(values.names), files: Number(values.files) }

/** Nothing waits for a disk here: the states say what is on it. */
const quickDisk: Disk = { ...realDisk, fsyncSync() {} }

/** In memory where there is such a place: there are thousands of folders to make. */
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hearten-crash-'))

/** Where the data folder is, from a folder that is there: on somebody's first day there is nothing on the way. */
const place = 'share/hearten'

interface Figures {
  operations: number
  states: number
  opened: number
  'lost what was acknowledged': number
  'neither before nor after': number
  unreadable: number
  'doctor not content': number
  'next page not kept': number
  'left what was to go': number
}

async function crash(name: string, deed: Deed, template: string): Promise<Figures> {
  const home = join(scratch, 'recorded')
  rmSync(home, { recursive: true, force: true })
  if (deed.fresh) mkdirSync(home)
  else cpSync(template, home, { recursive: true })
  const folder = join(home, place)
  const before = treeIn(home)
  const recording = recordingDisk(before.contents.size)
  const snapshots = [await snapshotOf(home)]
  const told = async () => {
    recording.operations.push({ what: 'told' })
    snapshots.push(await snapshotOf(home))
  }
  await deed.work(await opened(folder, recording.disk), told, recording.disk)

  const figures: Figures = {
    ...{ operations: recording.operations.length, states: 0, opened: 0 },
    ...{ 'lost what was acknowledged': 0, 'neither before nor after': 0, unreadable: 0 },
    ...{ 'doctor not content': 0, 'next page not kept': 0, 'left what was to go': 0 },
  }
  let newest: CrashState | undefined
  const look = async (state: CrashState) => {
    figures.opened++
    const found = await lookAt(state, home, deed, snapshots)
    if (found === undefined) return
    figures[found.what]++
    if (figures[found.what] > 3) return
    console.log(
      `${name}, after ${state.at} operations (${lastOf(recording.operations, state.at)}): ${found.what}`,
    )
    console.log(`  lost: ${state.lost.join('; ').replaceAll(home, '') || 'nothing'}`)
    console.log(`  ${found.words.replaceAll(scratch, '').slice(0, 600)}`)
  }
  for (const state of crashStates(before, recording.operations, bounds)) {
    newest = state
    if (figures.states++ % every === 0) await look(state)
  }
  if (newest && (figures.states - 1) % every !== 0) await look(newest)
  return figures
}

const lastOf = (operations: readonly { what: string }[], at: number): string =>
  operations[at - 1]?.what ?? 'none'

async function snapshotOf(home: string) {
  const copy = join(scratch, 'snapshot')
  rmSync(copy, { recursive: true, force: true })
  cpSync(home, copy, { recursive: true })
  return foundIn(await opened(join(copy, place), quickDisk))
}

type Problem = { what: Exclude<keyof Figures, 'operations' | 'states' | 'opened'>; words: string }

async function lookAt(
  state: CrashState,
  home: string,
  deed: Deed,
  snapshots: readonly Awaited<ReturnType<typeof foundIn>>[],
): Promise<Problem | undefined> {
  const root = join(scratch, 'built')
  const folder = join(root, place)
  build(state, home, root)
  const possible = snapshots.slice(state.told, state.told + 2)
  try {
    const findings = await examine(careOf(folder, quickDisk))
    const found = await foundIn(await opened(folder, quickDisk))
    if (
      !possible.some(it => it.kept === found.kept) ||
      !possible.some(it => it.pages === found.pages)
    ) {
      const isOlder = snapshots
        .slice(0, state.told)
        .some(it => it.kept === found.kept && it.pages === found.pages)
      const what = isOlder ? 'lost what was acknowledged' : 'neither before nor after'
      return { what, words: JSON.stringify({ found, possible }) }
    }
    const wrong = findings.filter(({ fine }) => !fine)
    if (wrong.length > 0)
      return {
        what: 'doctor not content',
        words: wrong.map(it => `${it.file}: ${it.words}`).join('; '),
      }
    const next = await opened(folder, quickDisk, '2026-11-22T23:00:00Z')
    await next.commit('jot', [newEntry({ kind: 'note', details: {}, text: 'next' }, laterStamp())])
    if (!(await foundIn(await opened(folder, quickDisk))).kept.includes('next'))
      return { what: 'next page not kept', words: '' }
    const forbidden = deed.erases ? state.told === 1 && erased : isSealed(folder) && canary
    const holding = forbidden ? filesHolding(root, forbidden) : []
    if (holding.length > 0) return { what: 'left what was to go', words: holding.join(', ') }
    return undefined
  } catch (error) {
    return { what: 'unreadable', words: error instanceof Error ? error.message : String(error) }
  }
}

function laterStamp() {
  const { now, newId } = clockFrom('2026-11-22T23:00:00Z')
  return { now: now(), zone: 'Europe/Lisbon', today: asDay('2026-11-22'), newId }
}

const isSealed = (folder: string): boolean =>
  readFileSync(join(folder, 'journal.json'), 'utf8').includes('"recipient"')

const filesHolding = (folder: string, word: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(word)
  })

try {
  const template = join(scratch, 'template')
  await makeSmallJournal(join(template, place), quickDisk)
  let isWell = true
  const columns = [22, 11, 8, 8, 6, 6, 11, 8, 6, 6]
  const row = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, i) => String(cell).padEnd(columns[i] ?? 8)).join(''))
  const rows: (string | number)[][] = []
  for (const [name, deed] of Object.entries(deeds)) {
    if (values.deed !== undefined && values.deed !== name) continue
    const { operations, states, opened, ...wrong } = await crash(name, deed, template)
    rows.push([name, operations, states, opened, ...Object.values(wrong)])
    isWell &&= Object.values(wrong).every(count => count === 0)
  }
  row([
    '',
    'operations',
    'states',
    'opened',
    'lost',
    'torn',
    'unreadable',
    'doctor',
    'next',
    'left',
  ])
  for (const cells of rows) row(cells)
  const total = (column: number) => rows.reduce((sum, cells) => sum + Number(cells[column]), 0)
  row(['all', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(total)])
  console.log(isWell ? 'Nothing was lost in any of them.' : 'SOMETHING IS WRONG.')
  process.exitCode = isWell ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
