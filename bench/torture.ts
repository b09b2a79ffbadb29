// `npm run torture -- --kills 500 [--writers 8] [--cli]`: writers are killed with -9 at random moments
// and started again. Whatever was acknowledged must be there in the end, and whole; what was in flight
// at a kill may be there, whole, or not. With --cli each writer is `hearten jot`.
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { asDay } from '../src/journal/day.ts'
import { newEntry } from '../src/journal/entry.ts'
import { examine } from '../src/store/doctor.ts'
import type { Journal } from '../src/store/journal.ts'
import { plainPaper } from '../src/store/paper.ts'
import { generationIn } from '../src/store/places.ts'
import { Shelves } from '../src/store/shelves.ts'
import { systemHost } from '../src/system/host.ts'
import { openForTorture, wordsOf, write } from './torture-writer.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '500' },
    writers: { type: 'string', default: '8' },
    cli: { type: 'boolean', default: false },
  },
})

/** What the writers said, and how often one was killed. */
const acknowledged = new Map<string, string[]>()
let kills = 0

async function torture(wanted: number, writers: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'hearten-torture-'))
  const folder = join(home, 'data')
  const began = Date.now()
  const self = process.argv[1] ?? ''
  const live = values.cli
    ? () => jotOnce(home)
    : () => liveAndDie([self, 'write', folder, String(began)])
  try {
    await Promise.all(
      Array.from({ length: writers }, async () => {
        while (kills < wanted) await live()
      }),
    )
    const found = values.cli ? await foundTexts(folder, began) : await foundChanges(folder, began)
    const seconds = ((Date.now() - began) / 1000).toFixed(0)
    const figures = { writers, kills, acknowledged: acknowledged.size, ...found, seconds }
    for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(14)}${figure}`)
    const isWhole =
      found.lost === 0 && found.torn === 0 && found.damaged === 0 && found['in flight'] <= kills
    console.log(isWhole ? 'Nothing was lost.' : `SOMETHING IS WRONG. The journal is kept: ${home}`)
    if (isWhole) rmSync(home, { recursive: true, force: true })
    process.exitCode = isWhole ? 0 : 1
  } catch (error) {
    console.error(`The journal is kept: ${home}`)
    throw error
  }
}

/** One life of a writer: from its first acknowledgement it has up to a tenth of a second. */
function liveAndDie(args: readonly string[]): Promise<void> {
  return new Promise(done => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const killWithin = (from: number, to: number) =>
      setTimeout(() => child.kill('SIGKILL'), from + randomInt(to - from))
    // Some die before they have said anything: while opening, folding or making a backup.
    let isDoomed = randomInt(4) === 0
    if (isDoomed) killWithin(40, 160)
    createInterface(child.stdout).on('line', line => {
      const [id = '', revisions = ''] = line.split(' ')
      acknowledged.set(id, revisions === '' ? [] : revisions.split(','))
      if (!isDoomed) killWithin(0, 100)
      isDoomed = true
    })
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') kills++
      else throw new Error('A writer ended by itself')
      done()
    })
  })
}

let jots = 0
const lastWords = 'the last'

/** `hearten jot`, killed in two cases of three. Its end is its acknowledgement. */
function jotOnce(home: string): Promise<void> {
  return new Promise(done => {
    const text = wordsOf(`jot${jots++}n`)
    const child = spawn(process.execPath, [resolve('bin/hearten.js'), 'jot', text], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HEARTEN_HOME: home },
    })
    let said = ''
    child.stderr.on('data', data => {
      said += data
    })
    if (randomInt(3) > 0) setTimeout(() => child.kill('SIGKILL'), 60 + randomInt(300))
    child.on('close', (code, signal) => {
      if (code === 0) acknowledged.set(text, [])
      else if (signal === 'SIGKILL') kills++
      else throw new Error(`hearten jot ended with ${code ?? signal}: ${said}`)
      done()
    })
  })
}

async function foundTexts(folder: string, began: number) {
  const { journal, damaged } = await foldedJournal(folder, began)
  const entries = await journal.entries({ today: asDay('9999-12-31') })
  const texts = new Set(entries.map(({ text }) => text).filter(text => text !== lastWords))
  const lost = [...acknowledged.keys()].filter(text => !texts.has(text)).length
  const torn = [...texts].filter(text => !/^What (jot\d+n) says\. (\1){20}$/.test(text)).length
  const inFlight = texts.size - (acknowledged.size - lost)
  return { found: texts.size, 'in flight': inFlight, lost, torn, damaged }
}

async function foundChanges(folder: string, began: number) {
  const { journal, damaged } = await foldedJournal(folder, began)
  const { entries, history } = await journal.everything()
  const records = new Map([...entries, ...history].map(record => [record.revision, record]))
  const shelves = new Shelves(plainPaper(), generationIn(join(folder, 'g1')), console.log)
  const logs = await Promise.all(shelves.months().map(month => shelves.read(month)))
  const changes = new Map(logs.flatMap(({ changes }) => changes).map(it => [it.id, it]))

  const isThere = (revision: string) => records.has(revision)
  const lost = [...acknowledged].filter(([id, all]) => !changes.has(id) || !all.every(isThere))
  const torn = [...changes.values()].filter(
    ({ touched }) => !Object.values(touched).flat().every(isThere),
  )
  const garbled = [...records.values()].filter(
    record =>
      !record.deleted && 'text' in record && ![wordsOf(record.id), lastWords].includes(record.text),
  )
  const inFlight = [...changes.values()].filter(
    ({ id, label }) => !acknowledged.has(id) && label !== lastWords,
  )
  return {
    found: changes.size - 1,
    'in flight': inFlight.length,
    lost: lost.length,
    torn: torn.length + garbled.length,
    damaged,
  }
}

/** A last change folds what is still waiting; then the doctor looks the journal over. */
async function foldedJournal(
  folder: string,
  began: number,
): Promise<{ journal: Journal; damaged: number }> {
  const { journal: opening, stamp } = openForTorture(folder, began)
  const journal = await opening
  const last = newEntry({ kind: 'note', details: {}, text: lastWords }, stamp())
  await journal.commit(lastWords, [last])
  const { newId } = stamp()
  const findings = await examine({
    folder,
    host: systemHost(process),
    now: () => new Date(),
    newId,
  })
  const wrong = findings.filter(({ fine }) => !fine)
  for (const { file, words } of wrong) console.log(`${file}: ${words}`)
  return { journal, damaged: wrong.length }
}

if (positionals[0] === 'write') await write(String(positionals[1]), Number(positionals[2]))
else await torture(Number(values.kills), Number(values.writers))
