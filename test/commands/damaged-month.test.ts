import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

/** Somebody whose last month ends in the middle of an entry. */
async function withADamagedMonth(): Promise<Person> {
  const person = aPerson()
  for (const day of ['2026-10-01', '2026-10-02', '2026-11-20'])
    await person.run('jot', `words of ${day} for @Ana`, '--at', day)
  const file = join(person.data, 'g1/months/2026-10.json')
  truncateSync(file, readFileSync(file).length - 300)
  return person
}

const session = [
  ['How are you', 3],
  ['energy', 3],
  ['Which words', skip],
  ['honest', skip],
  ['Compassionate', { text: 'kept all the same', end: 'enough' }],
] as const

describe('an old month that is damaged keeps nobody from writing', () => {
  it.each([
    ['jot', (person: Person) => person.run('jot', 'kept all the same')],
    [
      'a session through a pipe',
      (person: Person) => person.with({ input: 'kept all the same' }).run('today'),
    ],
    [
      'answers in a file',
      (person: Person) =>
        person
          .with({ input: JSON.stringify({ themes: { growth: { text: 'kept all the same' } } }) })
          .run('today', '--answers', '-'),
    ],
    [
      'a session',
      (person: Person) =>
        person.with({ dialogue: scriptedDialogue(session) }).run('today', '--theme', 'compassion'),
    ],
    [
      'toolkit use',
      (person: Person) => person.run('toolkit', 'use', 'walk', '--note', 'kept all the same'),
    ],
    ['promise', (person: Person) => person.run('promise', 'kept all the same')],
    ['meeting', (person: Person) => person.run('meeting', 'G', '--stayed', 'kept all the same')],
    [
      'people reached',
      (person: Person) => person.run('people', 'reached', 'Ana', '--note', 'kept all the same'),
    ],
    ['letter', (person: Person) => person.run('letter', 'kept all the same', '--to', 'me')],
    [
      'checkin',
      (person: Person) => person.run('checkin', '--mood', '2', '--note', 'kept all the same'),
    ],
  ])('%s', async (_, write) => {
    const person = await withADamagedMonth()
    const { code, err } = await write(person)
    expect(err).toContain('Saved')
    expect(code).toBe(0)
    const { entries } = (await person.json('list', '--from', '2026-11-01')) as {
      entries: { text: string }[]
    }
    expect(entries.map(({ text }) => text)).toContain('kept all the same')
    // What shows the month names it.
    expect((await person.run('list')).code).toBe(3)
  })
})
