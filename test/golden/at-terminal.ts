// Who is seen on golden screens, and how they sit at a terminal.

import { join } from 'node:path'
import { expect } from 'vitest'
import { storyOf, wholeStoryOf } from '../../src/demo/story.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import { openJournal } from '../../src/store/open.ts'
import { asked } from '../e2e/sitting.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { openPty } from '../helpers/pty.ts'

export const today = asDay('2026-11-22')
export const forms = [
  ['80', { columns: 80, flags: ['--no-color'] }],
  ['40', { columns: 40, flags: ['--no-color'] }],
  ['colour', { columns: 80, flags: [] }],
  ['plain', { columns: 80, flags: ['--plain'] }],
] as const

/** Somebody with three months of a made-up journal behind them, and with what a season asks for in it. */
export const withAStory = (): Promise<Person> => withThe(wholeStoryOf)

/** The same without a course, a plan or a measure: the questions of an evening are those of the house alone. */
export const withEveningsAlone = (): Promise<Person> => withThe(storyOf)

async function withThe(story: typeof storyOf): Promise<Person> {
  const person = aPerson()
  const { data, world } = person
  let made = 0
  const newId = () => `01golden${String(++made).padStart(12, '0')}`
  const { host, now } = world
  const journal = await openJournal({ folder: data, host, now, newId, onNotice() {} })
  const from = addDays(today, -91)
  await journal.commit('demo', story({ seed: 'demo', from, days: 91, zone: 'Europe/Lisbon' }))
  await person.run('config', 'set', 'season', 'break-up')
  await person.run('config', 'set', 'season-start', addDays(from, -9))
  return person
}

export const told = (person: Person, text: string): string =>
  text
    .replaceAll(person.home, '~/journal')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')

export type Steps = readonly (readonly [question: string, keys: string])[]

/** A command line at a real terminal, on that evening. What stands there when it is over. */
export async function sessionOf(
  home: string,
  { columns, flags }: { columns: number; flags: readonly string[] },
  steps: Steps,
  line: readonly string[] = ['today', '--theme', 'compassion'],
  chance = 0,
): Promise<string> {
  const program = join(import.meta.dirname, 'program.cjs')
  const pty = openPty(process.execPath, [program, ...line, ...flags], {
    cols: columns,
    rows: 200,
    env: {
      GOLDEN_CHANCE: String(chance),
      HEARTEN_HOME: home,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      TZ: 'UTC',
      ACCESSIBLE: '',
    },
  })
  /** How often each question stood there when it was answered last: the same words may ask again. */
  const answered = new Map<string, number>()
  for (const [question, keys] of steps) {
    if (flags.includes('--plain')) {
      const words = question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
      const times = 1 + (answered.get(question) ?? 0)
      await pty.waitFor(new RegExp(`^(?:[\\s\\S]*?${words}){${times},}\\s*$`))
      const there = pty.screen().join('\n').match(new RegExp(words, 'g')) ?? []
      answered.set(question, there.length)
    } else await asked(pty, question)
    pty.type(keys)
  }
  expect(await pty.exit).toMatchObject({ code: 0 })
  return `${pty.history().join('\n').replaceAll(home, '~/journal').trimEnd()}\n`
}
