// `npm run torture:import -- [--runs 10000] [--seed 1]`: files of every journal that can be imported, spoilt at random: bytes
// changed, cut out, doubled, mixed with another file's. Each is taken in or refused in words, and quickly; what is taken
// in is well formed.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UserError } from '../src/errors.ts'
import { readGivenJournal } from '../src/formats/read-in.ts'
import { asDay } from '../src/journal/day.ts'
import { idFrom } from '../src/journal/record.ts'
import { isRecord } from '../src/journal/schema.ts'
import { generatorFrom } from '../src/reflect/statistics/generator.ts'
import { reported } from './figures.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
})
const folder = resolve('test/fixtures/foreign')
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(file => file.isFile())
  .map(file => {
    const path = join(file.parentPath, file.name)
    return { name: file.name, content: readFileSync(path) }
  })
const next = generatorFrom(Number(values.seed))
/** A whole number from 0 up to this one, without it. */
const chance = (below: number): number => Math.floor(next() * below)
/** Less than this is quick, in milliseconds, for a few kilobytes on a machine that is busy. */
const quick = 5000

const pieces = [
  '\u0000',
  '\ufeff',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ';',
  '\n',
  '\r\n',
  '\\',
  '<',
  '>',
  '&#0;',
  '---\n',
  '![](',
  '9'.repeat(400),
  '{"a":'.repeat(2000),
  '='.repeat(30),
  "=cmd|' /C calc'!A0",
  '\u202e',
  '\ud800',
  '__proto__',
  '2026-13-45',
  '-1e400',
].map(it => Buffer.from(it))

function spoilt(bytes: Buffer): Buffer {
  let out = Buffer.from(bytes)
  for (let rounds = 1 + chance(4); rounds > 0; rounds--) {
    const at = chance(out.length + 1)
    const to = Math.min(out.length, at + chance(40))
    const way = chance(6)
    if (way === 0 && out.length > 0) out[Math.min(at, out.length - 1)] = chance(256)
    else if (way === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(to)])
    else if (way === 2) out = Buffer.concat([out.subarray(0, to), out.subarray(at)])
    else if (way === 3) out = out.subarray(0, at)
    else if (way === 4) {
      const other = files[chance(files.length)]?.content ?? bytes
      out = Buffer.concat([out.subarray(0, at), other.subarray(chance(other.length))])
    } else
      out = Buffer.concat([
        out.subarray(0, at),
        pieces[chance(pieces.length)] ?? out,
        out.subarray(to),
      ])
  }
  return out
}

const now = new Date('2026-11-22T21:30:00Z')
const stamp = {
  ...{ now, zone: 'Europe/Lisbon', today: asDay('2026-11-22') },
  newId: () =>
    idFrom(
      now.getTime(),
      Uint8Array.from({ length: 10 }, () => chance(32)),
    ),
}
const figures = {
  files: files.length,
  runs: 0,
  'taken in': 0,
  'with odd rows': 0,
  'refused in words': 0,
  entries: 0,
}
const wrong = { 'broke inside': 0, 'made what is no record': 0, 'took too long': 0 }
for (; figures.runs < Number(values.runs); figures.runs++) {
  const file = files[chance(files.length)]
  if (!file) break
  const content = spoilt(file.content)
  const began = performance.now()
  try {
    const { entries, odd } = readGivenJournal({ name: file.name, content }, stamp, new Map())
    figures['taken in']++
    if (odd.length > 0) figures['with odd rows']++
    figures.entries += entries.length
    if (!entries.every(it => isRecord(JSON.parse(JSON.stringify(it)))))
      wrong['made what is no record']++
  } catch (error) {
    if (error instanceof UserError) figures['refused in words']++
    else {
      wrong['broke inside']++
      if (wrong['broke inside'] <= 3) console.log(file.name, error)
    }
  }
  if (performance.now() - began > quick) wrong['took too long']++
}
reported(figures, wrong, 'All were taken in or refused in words.')
