// What people have lying about: each kind of bad file once, through the command. It is a clean import or a
// plain sentence, and never half of one.
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { aFolder } from '../helpers/a-journal.ts'
import { aPerson, type Outcome, type Person } from '../helpers/cli.ts'
import { foreign } from '../helpers/foreign.ts'
import { zipOf } from '../helpers/zip.ts'

interface Tried extends Outcome {
  readonly entries: readonly Entry[]
}

/** Imports a file of this name and content into an empty journal. */
async function taken(
  name: string,
  content: string | Uint8Array,
  ...flags: string[]
): Promise<Tried> {
  const path = join(aFolder(), name)
  writeFileSync(path, content)
  return takenFrom(path, ...flags)
}

async function takenFrom(path: string, ...flags: string[]): Promise<Tried> {
  const person = aPerson()
  const outcome = await person.run('import', path, ...flags)
  const { entries } = (await person.json('list')) as { entries: Entry[] }
  if (outcome.code !== 0) {
    expect(outcome.err).toContain('Nothing was changed')
    expect(entries).toEqual([])
  }
  return { ...outcome, entries }
}

const texts = ({ entries }: Tried) => entries.map(({ text }) => text)
const csv = 'date,time,text\n2025-03-01,21:30,"Café, at last"\n2025-03-02,,Soup\n'

describe('encodings', () => {
  const marked = Buffer.from(`\ufeff${csv}`, 'utf16le')
  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16, little end first', marked],
    ['UTF-16, big end first', Buffer.from(marked).swap16()],
    ['CRLF', Buffer.from(csv.replaceAll('\n', '\r\n'))],
  ])('%s is read', async (_, bytes) => {
    expect(texts(await taken('a.csv', bytes))).toEqual(['Soup', 'Café, at last'].toReversed())
  })

  it.each([
    ['Latin-1', Buffer.from(csv, 'latin1'), 'is not UTF-8 text'],
    ['UTF-16 cut in a character', marked.subarray(0, -1), 'UTF-16 text with a damaged character'],
    ['UTF-16 without its mark', marked.subarray(2), 'is not UTF-8 text'],
  ])('%s is refused in words', async (_, bytes, reason) => {
    expect((await taken('a.csv', bytes)).err).toContain(reason)
  })
})

it.each([' ', '\n', '\t'])('a megabyte of %j is known to nobody', async blank => {
  expect((await taken('a', blank.repeat(1024 * 1024))).err).toContain('does not know what wrote')
})

describe('tables', () => {
  it('with fields too many or missing are read as far as they go', async () => {
    const tried = await taken('a.csv', `${csv}2025-03-03\n2025-03-04,,Bread,and,more\n,,Nothing\n`)
    expect(texts(tried)).toEqual(['Café, at last', 'Soup'])
    expect(tried.err).toContain('line 4 is left out: it says nothing')
    expect(tried.err).toContain('line 5 is left out: it has more cells than there are columns')
    expect(tried.err).toContain('line 6 is left out: its date is no day')
  })

  it('with dates that could mean two days name them', async () => {
    const tried = await taken(
      'a.csv',
      'date,text\n03/04/2025,a\n2025-3-4,b\n2025-03-04,c\n4 March,d\n',
    )
    expect(texts(tried)).toEqual(['c'])
    for (const line of [2, 3, 5]) expect(tried.err).toContain(`line ${line} is left out`)
  })
})

it('takes dates in brackets inside a body for words', async () => {
  const text =
    '[2024-03-01 10:00] Title\nHe wrote:\n[Monday 10:00] no header\n (2024-03-02 11:00) nor this\n'
  expect(await taken('a.txt', text)).toMatchObject({ entries: [{ day: '2024-03-01' }] })
})

describe('the same id twice', () => {
  const dayOne = (...words: string[]) =>
    JSON.stringify({
      metadata: { version: '1.0' },
      entries: words.map(text => ({
        uuid: 'A'.repeat(32),
        creationDate: '2024-03-01T10:00:00Z',
        text,
      })),
    })

  it('is one entry when it says the same', async () => {
    const tried = await taken('a.json', dayOne('Tea.', 'Tea.'))
    expect(texts(tried)).toEqual(['Tea.'])
    expect(tried.err).not.toContain('left out')
  })

  it('is named when it says something else', async () => {
    const tried = await taken('a.json', dayOne('Tea.', 'Soup.'))
    expect(texts(tried)).toEqual(['Tea.'])
    expect(tried.err).toContain('entry 2 is left out: its id was there before, with other words')
  })
})

describe('archives', () => {
  const inside = { 'a.txt': '[2024-03-01 10:00] Words.\n' }
  it.each([
    ['one in another', zipOf({ 'b.zip': zipOf(inside) }), 'Give what is in it one by one'],
    ['two in one', Buffer.concat([zipOf(inside), zipOf(inside)]), 'more than one archive'],
    ['a path out of it', zipOf({ ...inside, '../../a.txt': 'x' }), 'leads out of it'],
    ['a link', zipOf(inside, { isLink: true }), 'a link in it'],
    ['a bomb', zipOf(inside, { size: 0x20000000 }), 'larger than 256 MB'],
    ['a lie about its size', zipOf({ 'a.txt': 'x'.repeat(5_000_000) }, { size: 30 }), 'is damaged'],
    ['its end missing', zipOf(inside).subarray(0, -5), 'ends too early'],
  ])('with %s are refused', async (_, archive, reason) => {
    expect((await taken('a.zip', archive)).err).toContain(reason)
  })
})

it('says of a file that was cut off that it ends too early', async () => {
  for (const name of ['export.xml', 'daylio-backup.json', 'pixels.json', 'diarium.json']) {
    const whole = readFileSync(join(foreign, name))
    const tried = await taken(name, whole.subarray(0, Math.floor(whole.length * 0.7)))
    expect([name, tried.code]).toEqual([name, 1])
  }
})

describe('YAML in front of a note', () => {
  const note = (yaml: string) => taken('2024-03-01.md', `---\n${yaml}\n---\nWords.\n`)

  it('with references is left alone: a little of it could become very much', async () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'tags: *c'].join('\n')
    expect((await note(bomb)).err).toContain('its front matter is no YAML')
  })

  it('with tags of programs makes nothing but words', async () => {
    const tried = await note(
      'mood: 3\ntags: !!js/function "function () {}"\nmore: !!python/object x',
    )
    expect(tried.entries).toMatchObject([{ mood: 3, text: expect.stringContaining('Words.') }])
  })

  it('with the same name twice is named', async () => {
    expect((await note('mood: 3\nmood: 4')).err).toContain('its front matter is no YAML')
  })
})

/** From now on the clock moves so many milliseconds each time it is looked at. */
function letTimePass(person: Person, step: number): void {
  let time = Date.parse('2026-11-22T21:30:00Z')
  const now = () => {
    time += step
    return new Date(time)
  }
  Object.assign(person.world, { now })
}

describe('much of it', () => {
  it('10,000 notes come in, with a line of progress that goes away', async () => {
    const folder = aFolder('memory')
    for (let n = 0; n < 10_000; n++) {
      const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10)
      writeFileSync(join(folder, `${day} ${n}.md`), `---\nmood: 3\n---\nNote ${n}.\n`)
    }
    const person = aPerson({ terminal: true })
    letTimePass(person, 5)
    const { code, err } = await person.run('import', folder)
    expect(code).toBe(0)
    expect(err).toContain('10000 entries came in.')
    const drawn = err.split('\r\u001b[K')
    const shares = drawn.slice(1, -1).map(line => Number(/^Reading: (\d+)%$/.exec(line)?.[1]))
    expect(shares.length).toBeGreaterThan(10)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(drawn.at(-1)).not.toContain('Reading')
  })

  it('draws no such line for a screen reader, into a pipe, or when it should be quiet', async () => {
    for (const [life, flags] of [
      [{ terminal: true }, ['--plain']],
      [{}, []],
      [{ terminal: true }, ['--quiet']],
    ] as const) {
      const person = aPerson(life)
      letTimePass(person, 5000)
      const { err } = await person.run('import', join(foreign, 'daily-notes'), ...flags)
      expect(err).not.toMatch(/Reading|\r/)
    }
  })

  it('of 100 MB without an end to a line is refused, and takes no more than it is a few times over', async () => {
    const path = join(aFolder(), 'a.csv')
    const file = openSync(path, 'w')
    writeSync(file, 'date,text\n2025-03-01,')
    for (let n = 0; n < 100; n++) writeSync(file, Buffer.alloc(1024 * 1024, 'x'))
    closeSync(file)
    const before = process.resourceUsage().maxRSS
    expect((await takenFrom(path, '--format', 'daylio')).code).toBe(1)
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(700_000)
  })

  it('Apple Health’s folder of any size is read piece by piece, and what else is in it is left alone', async () => {
    const folder = aFolder('memory')
    const text = readFileSync(join(foreign, 'export.xml'), 'utf8')
    const at = text.indexOf(' <StateOfMind')
    const record =
      ' <Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="61"/>\n'
    const file = openSync(join(folder, 'export.xml'), 'w')
    writeSync(file, text.slice(0, at))
    for (let n = 0; n < 300; n++) writeSync(file, record.repeat(13_000))
    writeSync(file, text.slice(at))
    closeSync(file)
    const other = join(folder, 'export_cda.xml')
    writeFileSync(other, '<?xml version="1.0"?>\n<ClinicalDocument>\n')
    truncateSync(other, 300 * 1024 * 1024)
    mkdirSync(join(folder, 'electrocardiograms'))
    writeFileSync(join(folder, 'electrocardiograms', 'ecg.csv'), 'Name,A person\n')
    const used = process.resourceUsage().maxRSS
    const { err } = await takenFrom(folder)
    expect(err).toContain('3 entries came in.')
    expect(err).toContain('electrocardiograms/ecg.csv, export_cda.xml')
    expect(err).toContain('entry 4 of export.xml is left out: its valence is no number')
    expect(process.resourceUsage().maxRSS - used).toBeLessThan(100_000)
    expect((await takenFrom(join(folder, 'export.xml'))).err).toContain('3 entries came in.')
  })
})
