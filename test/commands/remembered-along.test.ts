import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/journal/day.ts'
import type { Life, Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Lot } from '../helpers/random-journal.ts'
import { randomJournal } from '../helpers/random-journal.ts'

// A journal that somebody lives with: whatever was done last, who asks is told what they would be told if nothing
// had been remembered on the way. remembered.test.ts asks everything of a journal that stays as it is.

const long = process.env.HEARTEN_LONG_TESTS !== undefined
const [journals, steps, questions] = long ? [40, 60, 12] : [4, 20, 6]

/** Words in capitals are drawn by lot. */
const done = [
  'today',
  'today',
  'jot --at DAY TEXT',
  'jot --at DAY --private TEXT',
  'jot --at DAY --star --tag TAG --person NAME TEXT',
  'checkin --at DAY --mood MOOD --measure craving=MOOD --note TEXT',
  'urge --for rest --strength MOOD --eased tea --note TEXT',
  'meeting Thursday --stayed TEXT',
  'letter TEXT --until LATER',
  'promise TEXT --due LATER',
  'promise done 1',
  'promise move 1 LATER',
  'toolkit use walk --before MOOD --after MOOD --note TEXT',
  'toolkit rename walk bath',
  'edit ID TEXT',
  'edit ID --private',
  'edit ID --no-private',
  'edit ID --mood MOOD',
  'edit ID --at DAY',
  'edit ID --tag TAG --person NAME',
  'star ID',
  'star ID --off',
  'star ID --bring',
  'delete ID',
  'delete ID --forever --yes',
  'undo',
  'undo',
  'redo',
  'people add NAME --status STATUS',
  'people status NAME STATUS',
  'people join NAME NAME',
  'people rename NAME NAME',
  'people remove NAME --yes',
  'people reached NAME --answered --note TEXT',
  'config mute tag TAG',
  'config unmute tag TAG',
  'config mute person NAME',
  'config unmute person NAME',
  'config mute entry ID',
  'config mute period DAY',
  'config set words SWITCH',
  'config set resurface SWITCH',
  'config set hard-dates DAY',
  'config set season-start DAY',
  'config set season loss',
  'config set week-starts-on sunday',
  'config set night-ends 4',
  'measure add craving --from 1 --to 5',
  'measure rename craving longing',
  'measure remove craving --yes',
  'since add drink DAY',
  'since slip drink --note TEXT',
  'since remove drink',
  'course begin loss',
  'plan edit signs TEXT',
  'backup',
  'doctor --mend',
] as const

const asked = [
  'review day',
  'review day DAY',
  'review week',
  'review',
  'review last month',
  'review 2026-09',
  'review year',
  'review all',
  'review all --json --then-and-now',
  'review all --no-words',
  'review year --markdown',
  'review --from 2026-10-01 --to 2026-11-10 --html -',
  'calendar',
  'calendar 2026-10 --by support',
  'insights',
  'insights --json',
  'insights --of craving',
  'status',
  'status --json --since drink',
  'people',
  'people --with-private --json',
  'people show NAME',
  'toolkit',
  'toolkit --with-private --json',
  'today --sheet',
  'today --sheet --length deep --at DAY',
  'search TEXT',
  'search soup --json',
  'search strasse --any 東京',
  'list --kind letter',
  'list --starred',
  'list --person NAME --json',
  'list --on 2026-10',
  'show DAY',
  'letter --list',
  'promise --json',
  'measure',
  'again --json',
  'page therapist',
  'export json',
  'export markdown',
  'export text --with-private',
] as const

const drawn: Readonly<Record<string, readonly string[]>> = {
  TEXT: [
    'Soup with Ana helped more than I had thought it would.',
    'The bus was late and I read on the bench for an hour.',
    'I want to kill myself.',
    'Straße, 東京の夜, it was a strange walk home in the dark.',
    'Nothing much, only rain on the roof and a long book.',
  ],
  NAME: ['Ana', 'Bo', 'Zoë', 'my sister'],
  TAG: ['work', 'sea', 'café'],
  STATUS: ['close', 'distant', 'unsafe', 'died', 'estranged', 'paused'],
  SWITCH: ['yes', 'no', 'yes'],
  MOOD: ['1', '2', '3', '4', '5'],
}

const looks: readonly Life[] = [{}, {}, {}, { columns: 40 }, { columns: 100 }]

/** Somebody's time and place, which go on between two commands, and sometimes back. */
function aLife(person: Person, lot: Lot) {
  let time = Date.parse('2026-11-22T21:30:00Z')
  let zone = 'Europe/Lisbon'
  const hour = 3_600_000
  return {
    goOn(): string {
      if (lot.once(4))
        zone = lot.one(['Europe/Lisbon', 'Pacific/Kiritimati', 'America/Los_Angeles'])
      time += lot.one([1, 3, 8, 24, 24 * 10, 24 * 45, -3, -24 * 12]) * hour
      return `${new Date(time).toISOString()} in ${zone}`
    },
    async run(argv: readonly string[], look: Life = {}) {
      const now = new Date(time).toISOString().replace(/\.000Z$/, '+00:00')
      const { code, out, err } = await person.with({ now, zone, ...look }).run(...argv)
      // A sheet is of a session, which has an id of its own.
      return { code, out: out.replace(/session=\w+/, 'session='), err }
    },
    words(line: string, ids: readonly string[]): string[] {
      const today = dayOf(new Date(time), zone)
      const one = (word: string): string => {
        if (word === 'ID') return ids.length > 0 ? lot.one(ids) : 'none'
        if (word === 'DAY') return addDays(today, -lot.number(130))
        if (word === 'LATER') return addDays(today, 1 + lot.number(40))
        return lot.one(drawn[word] ?? [word])
      }
      return line.split(' ').map(word => word.replace(/[A-Z]{2,}/, one))
    },
  }
}

/** With a file in its place nothing can be remembered, and what was is not seen. */
async function without<T>(cache: string, ask: () => Promise<T>): Promise<T> {
  const aside = `${cache}-aside`
  const isThere = existsSync(cache)
  if (isThere) renameSync(cache, aside)
  writeFileSync(cache, '')
  try {
    return await ask()
  } finally {
    rmSync(cache)
    if (isThere) renameSync(aside, cache)
  }
}

/** A month that somebody changed by hand, by a letter. */
function editByHand(months: string, lot: Lot): string {
  const [name, ...more] = readdirSync(months).filter(name => /^\d{4}-\d\d\.json$/.test(name))
  if (name === undefined) return 'nothing by hand'
  const file = join(months, lot.one([name, ...more]))
  writeFileSync(
    file,
    readFileSync(file, 'latin1').replace('Soup', 'Soap').replace('kill', 'kiss'),
    'latin1',
  )
  return `${file} by hand`
}

test(`what was remembered on the way changes no answer, in ${journals} journals`, async () => {
  const differences: string[] = []
  for (let seed = 1; seed <= journals; seed++) {
    const person = aPerson()
    const inside = join(person.data, 'g1')
    const cache = join(inside, 'cache')
    const { lot } = await randomJournal(person.data, seed)
    const life = aLife(person, lot)
    for (let step = 0; step < steps; step++) {
      const { out } = await life.run(['list', '--json'])
      const ids = (JSON.parse(out).entries as { id: string }[]).map(({ id }) => id)
      const did = lot.once(8)
        ? life.goOn()
        : lot.once(16)
          ? editByHand(join(inside, 'months'), lot)
          : life.words(lot.one(done), ids)
      const pages = `${life.words('TEXT', []).join()}\n.\n${life.words('TEXT', []).join()}\n`
      if (Array.isArray(did)) await life.run(did, did[0] === 'today' ? { input: pages } : {})
      // What came in or was mended is told once, to whoever asks first.
      await life.run(['list', '--limit', '1'])
      for (let nth = 0; nth < questions; nth++) {
        const [question, look] = [life.words(lot.one(asked), ids), lot.one(looks)]
        const found = [await life.run(question, look), await life.run(question, look)]
        const plainly = await without(cache, () => life.run(question, look))
        for (const one of found)
          if (JSON.stringify(one) !== JSON.stringify(plainly))
            differences.push(`journal ${seed}, step ${step}, after ${did}: ${question.join(' ')}`)
      }
    }
    rmSync(person.home, { recursive: true, force: true })
  }
  expect(differences).toEqual([])
}, 3_600_000)
