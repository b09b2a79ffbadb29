// `npm run torture:damage -- [--flips 1]`: every file of a journal in which everything is kept in two copies at least is
// damaged in every way, one at a time. Nothing damaged is written over, all of it is named, and mending brings every
// entry back. Then a month is changed at every byte (each Nth with --flips N). Prints a table of what mending does: `|` begins its lines.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { isEntry } from '../src/journal/change.ts'
import type { Disk } from '../src/store/disk.ts'
import { realDisk } from '../src/store/disk.ts'
import { examine } from '../src/store/doctor.ts'
import { mend } from '../src/store/mend.ts'
import { careOf, foundIn, makeSmallJournal, note, opened } from './crash-states/deeds.ts'
import { reported } from './figures.ts'
import { mendingTable } from './mending-table.ts'

const { values } = parseArgs({ options: { flips: { type: 'string', default: '1' } } })
const quickDisk: Disk = { ...realDisk, fsyncSync() {} }
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hearten-damage-'))
const template = join(scratch, 'template')
const folder = join(scratch, 'data')

const ways: Record<string, (bytes: Buffer) => Buffer | undefined> = {
  removed: () => undefined,
  empty: () => Buffer.alloc(0),
  'cut in half': bytes => bytes.subarray(0, bytes.length >> 1),
  'without its end': bytes => bytes.subarray(0, -1),
  zeros: bytes => Buffer.alloc(bytes.length),
  '`null`': () => Buffer.from('null'),
  'another shape': () => Buffer.from('{"hearten":1,"records":{}}\n'),
  'no UTF-8': bytes =>
    Buffer.concat([bytes.subarray(0, 40), Buffer.from([0xff, 0xfe]), bytes.subarray(40)]),
  'a NUL in it': bytes =>
    Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(1), bytes.subarray(40)]),
  'with a BOM': bytes => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
}
const kinds: readonly [RegExp, string][] = [
  [/^journal\.json$/, 'the first page'],
  [/^g1\/months\/[^/]*\.json$/, 'a month'],
  [/^g1\/months\/[^/]*\.bak$/, 'a copy of a month'],
  [/^g1\/people\.json$/, 'people'],
  [/^g1\/pending\//, 'a waiting change'],
  [/^g1\/recent\//, 'a change that is kept'],
  [/^g1\/drafts\//, 'an unfinished page'],
  [/^g1\/backups\//, 'a copy of the day'],
  [/^g1\/cache\//, 'what is remembered'],
]
const kindOf = (name: string): string => kinds.find(([form]) => form.test(name))?.[1] ?? 'other'

const table = mendingTable(scratch, ['file', 'damage'])
const wrong = {
  'written over by the next page': 0,
  'damaged and written over': 0,
  'neither read nor named': 0,
  'entries lost': 0,
  'unfinished pages lost': 0,
  'doctor not content afterwards': 0,
}
let runs = 0
let edits = 0
async function damage(
  name: string,
  how: string,
  bytes: Buffer | undefined,
  whole: Awaited<ReturnType<typeof foundIn>>,
) {
  rmSync(folder, { recursive: true, force: true })
  cpSync(template, folder, { recursive: true })
  const path = join(folder, name)
  if (bytes === undefined) unlinkSync(path)
  else writeFileSync(path, bytes)
  runs++
  const findings = await examine(careOf(folder, quickDisk))
  const read = await foundIn(await opened(folder, quickDisk)).catch(error => String(error))
  const isNamed = typeof read === 'string' || table.isNamed(findings)
  const isWhole = typeof read !== 'string' && read.kept === whole.kept && read.pages === whole.pages
  if (!isNamed && !isWhole) wrong['neither read nor named']++
  // What is well formed and says something else may have been put right by hand: it is said, and taken.
  const isEdit = findings.some(({ what }) => what === 'edited')
  if (isEdit) edits++
  const mayGo = bytes === undefined || bytes.length === 0 || /cache|drafts/.test(name)
  const keepsIt = () => mayGo || isWhole || isEdit || filesWith(bytes)
  await writeMeanwhile()
  if (!keepsIt()) wrong['written over by the next page']++
  const mended = await mend(careOf(folder, quickDisk), findings)
  if (!keepsIt()) wrong['damaged and written over']++
  const journal = await opened(folder, quickDisk)
  const after = await foundIn(journal)
  const { entries, history } = await journal.everything()
  // A line that says something else than our own bytes is taken for an edit; what was before is in its history.
  const there = new Set(
    [...entries, ...history].filter(isEntry).map(({ day, text }) => `${day} ${text}`),
  )
  const wanted = entriesOf(whole.kept)
  const back = wanted.filter(entry => there.has(entry)).length
  if (back < wanted.length && !isEdit) {
    wrong['entries lost']++
    console.log(`${name}, ${how}: ${back} of ${wanted.length} entries`)
  }
  if (after.pages !== whole.pages) {
    wrong['unfinished pages lost']++
    console.log(`${name}, ${how}: ${after.pages}`)
  }
  const left = (await examine(careOf(folder, quickDisk))).filter(({ fine }) => !fine)
  if (left.length > 0) {
    wrong['doctor not content afterwards']++
    console.log(`${name}, ${how}: ${left.map(({ words }) => words)}`)
  }
  table.add(`${kindOf(name)} | ${how}`, findings, mended, { wanted: wanted.length, back })
}

/** Somebody writes before anything was mended. Where the first page says nothing that is true, that may be refused. */
async function writeMeanwhile(): Promise<void> {
  const journal = await opened(folder, quickDisk, '2026-11-22T22:30:00Z')
  await journal.commit('jot', [note('meanwhile', '2026-11-22')]).catch(() => {})
}

const entriesOf = (kept: string): string[] => (JSON.parse(kept) as { entries: string[] }).entries

const filesWith = (bytes: Buffer): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(name => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).equals(bytes)
  })

try {
  await makeSmallJournal(template, quickDisk)
  const whole = await foundIn(await opened(template, quickDisk))
  table.expects(await examine(careOf(template, quickDisk)))
  const names = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter(
    name => statSync(join(template, name)).isFile() && !/HOW-TO|^lock/.test(basename(name)),
  )
  for (const name of names) {
    const bytes = readFileSync(join(template, name))
    for (const [how, spoil] of Object.entries(ways)) await damage(name, how, spoil(bytes), whole)
  }
  const month = names.find(name => kindOf(name) === 'a month') ?? ''
  const bytes = readFileSync(join(template, month))
  for (let at = 0; at < bytes.length; at += Number(values.flips)) {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ (1 << (at % 8))
    await damage(month, 'one bit changed', other, whole)
  }
  table.print()
  reported(
    {
      files: names.length,
      'ways to damage': Object.keys(ways).length,
      runs,
      'taken for changes by hand': edits,
    },
    wrong,
    'All of it came back.',
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
