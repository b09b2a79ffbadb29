import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { oursIn } from '../../src/store/ours.ts'
import { plainPaper } from '../../src/store/paper.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Lot } from '../helpers/random-journal.ts'
import { randomJournal } from '../helpers/random-journal.ts'

// What is remembered in `cache/` decides nothing: with it, without it, with an old one and with a spoilt one
// every command says the same.

const journals = process.env.HEARTEN_LONG_TESTS === undefined ? 6 : 500

const commands = [
  'status',
  'status --json',
  'calendar --json',
  'calendar 2026-11 --by presence',
  'review',
  'review all',
  'review --json',
  'review 2026-09 --json',
  'review all --json --then-and-now',
  'review --from 2026-09-05 --to 2026-10-10 --markdown',
  'review year --html -',
  'people --json',
  'toolkit --json',
  'insights --json',
  'insights',
  'list --kind letter --json',
  'list --kind promise --limit 2',
  'search soup',
  "search don't --json",
  'search cafe strasse #work --any --json',
  'search ana --mood 2 --limit 3',
  'search 東京の',
  'search swimming',
  'search zymurgy said --any --limit 2',
  'today --length deep',
  'today --sheet --length steady',
  'today --sheet --at 2026-10-01',
  'export json',
  'export json --tag work --with-private',
  'export markdown --layout theme',
]

const said = async (person: Person) => {
  const all: Record<string, unknown> = {}
  for (const command of commands) {
    const { out, ...more } = await person.with({}).run(...command.split(' '))
    // A sheet is of a session, which has an id of its own.
    all[command] = { ...more, out: out.replace(/session=\w+/, 'session=') }
  }
  return all
}

/** With a file in the place of the folder nothing can be remembered. */
async function saidWithout(person: Person, cache: string) {
  rmSync(cache, { recursive: true, force: true })
  writeFileSync(cache, '')
  const all = await said(person)
  rmSync(cache)
  return all
}

function spoil(cache: string, lot: Lot): void {
  if (!existsSync(cache)) return
  for (const name of readdirSync(cache).filter(name => name.endsWith('.json'))) {
    const file = join(cache, name)
    const bytes = readFileSync(file)
    const at = lot.number(bytes.length)
    if (lot.once(2)) truncateSync(file, at)
    else writeFileSync(file, bytes.with(at, (bytes[at] ?? 0) ^ (1 << lot.number(8))))
  }
}

/** The name of a file of the cache, as the table in docs/architecture.md writes it. */
const nameInTable = (name: string): string =>
  name
    .replace('newest.json', '.json')
    .replace(/\d{4}-\d\d/, '2026-11')
    .replace(/^answer-[0-9a-f]{8}/, 'answer-0a1b2c3d')

test(`what is remembered changes nothing but the time it takes, in ${journals} journals`, async () => {
  let differences = 0
  const made = new Set<string>()
  for (let seed = 1; seed <= journals; seed++) {
    const person = aPerson()
    const cache = join(person.data, 'g1', 'cache')
    const { lot, oneMore } = await randomJournal(person.data, seed)
    const expected = await saidWithout(person, cache)
    const first = await said(person)
    const again = await said(person)
    const kept = existsSync(cache) ? readdirSync(cache) : []
    for (const name of kept) made.add(nameInTable(name))
    // What is not known for ours stays when all is erased, and lies there in plain text when all is encrypted.
    const ours = oursIn(plainPaper(), join(person.data, 'g1'))
    expect(kept.filter(name => !ours.includes(join(cache, name)))).toEqual([])
    await oneMore()
    const stale = await said(person)
    spoil(cache, lot)
    const spoilt = await said(person)
    const then = await saidWithout(person, cache)
    for (const [got, wanted] of [
      [first, expected],
      [again, expected],
      [stale, then],
      [spoilt, then],
    ])
      try {
        expect(got).toEqual(wanted)
      } catch (error) {
        differences++
        console.error(`journal ${seed}`, error)
      }
    rmSync(person.home, { recursive: true, force: true })
  }
  expect(differences).toBe(0)
  const plan = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8')
  expect(made.size).toBeGreaterThan(9)
  expect([...made].filter(name => !plan.includes(`\`${name}\``))).toEqual([])
}, 3_600_000)
