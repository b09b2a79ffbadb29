// `npm run torture:together -- [--writers 16] [--each 200]`: so many processes write into one journal at once, as fast as
// they can, and nobody is killed. Every page must be there in the end, once, and the doctor content.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newEntry } from '../src/journal/entry.ts'
import { examine } from '../src/store/doctor.ts'
import { systemHost } from '../src/system/host.ts'
import { reported } from './figures.ts'
import { openForTorture } from './torture-writer.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    writers: { type: 'string', default: '16' },
    each: { type: 'string', default: '200' },
  },
})
const [role, place = '', name = ''] = positionals
const [writers, each] = [Number(values.writers), Number(values.each)]

async function write(folder: string): Promise<void> {
  const { journal: opening, stamp } = openForTorture(folder, Date.now())
  const journal = await opening
  for (let n = 0; n < each; n++) {
    const text = `writer ${name}-${n}`
    await journal.commit('jot', [newEntry({ kind: 'note', details: {}, text }, stamp())])
  }
}

async function together(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'hearten-together-'))
  const folder = join(home, 'data')
  const self = process.argv[1] ?? ''
  const began = Date.now()
  const ends = await Promise.all(
    Array.from({ length: writers }, (_, writer) => {
      const args = [self, '--each', String(each), 'write', folder, String(writer)]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
      return new Promise<number | null>(done => child.on('close', done))
    }),
  )
  const { journal: opening, stamp } = openForTorture(folder, Date.now())
  const journal = await opening
  const texts = (await journal.everything()).entries.map(({ text }) => text)
  const wanted = Array.from({ length: writers }, (_, writer) =>
    Array.from({ length: each }, (_, n) => `writer ${writer}-${n}`),
  ).flat()
  const found = new Set(texts)
  const { newId } = stamp()
  const care = { folder, host: systemHost(process), now: () => new Date(), newId }
  const wrong = {
    lost: wanted.filter(text => !found.has(text)).length,
    twice: texts.length - found.size,
    'found by the doctor': (await examine(care)).filter(({ fine }) => !fine).length,
    'ended badly': ends.filter(code => code !== 0).length,
  }
  const seconds = Math.round((Date.now() - began) / 1000)
  reported({ writers, each, written: texts.length, seconds }, wrong, 'Nothing was lost.')
  rmSync(home, { recursive: true, force: true })
}

if (role === 'write') await write(place)
else await together()
