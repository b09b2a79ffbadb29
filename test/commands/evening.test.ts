// Low days, private sessions and first ones, by every way a session comes.
import { describe, expect, it } from 'vitest'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const answering = (...steps: Step[]) => ({ dialogue: scriptedDialogue(steps) })
const given = (person: Person, answers: object, ...flags: string[]) =>
  person.with({ input: JSON.stringify(answers) }).run('today', '--answers', '-', ...flags)

/** Prints a sheet, writes these answers into it, and takes it back. */
async function sheet(person: Person, answers: Record<string, string>, ...flags: string[]) {
  const { out } = await person.run('today', '--sheet', ...flags)
  const input = Object.entries(answers).reduce(
    (text, [key, value]) => text.replace(`<!-- answer ${key} -->\n`, `$&${value}`),
    out,
  )
  return person.with({ input }).run('today', '--from-sheet', '-')
}

async function veryLowOn(...days: number[]): Promise<Person> {
  const person = aPerson()
  for (const day of days) await person.run('checkin', '--mood', '1', '--at', `2026-11-${day}`)
  return person
}

describe('after many very low days', () => {
  it.each<[string, (person: Person) => Promise<{ err: string }>]>([
    ['checkin', person => person.run('checkin', '--mood', '1')],
    ['today --answers', person => given(person, { mood: 1 })],
    ['today --from-sheet', person => sheet(person, { mood: '1' })],
  ])('people to call are offered by %s', async (_, write) => {
    const person = await veryLowOn(15, 16, 17, 18)
    expect((await write(person)).err).toContain('These have been heavy days.')
    expect((await write(await veryLowOn(17, 18))).err).not.toContain('heavy days')
  })

  it('people to call are offered by a page that is piped in, which says no mood', async () => {
    const piped = (person: Person) =>
      person.with({ input: 'A line.' }).run('today', '--theme', 'growth')
    expect((await piped(await veryLowOn(14, 15, 16, 17, 18))).err).toContain('heavy days')
    expect((await piped(await veryLowOn(17, 18))).err).not.toContain('heavy days')
  })

  it('are not brought up where nothing was said of how it is', async () => {
    const person = await veryLowOn(15, 16, 17, 18, 19)
    expect((await person.run('jot', 'A line.')).err).not.toContain('heavy days')
  })
})

describe('a sheet', () => {
  const printed = async (moods: readonly number[], ...flags: string[]) => {
    const person = aPerson()
    await person.run('jot', 'A line.', '--at', '2026-11-20')
    for (const mood of moods) await person.run('checkin', '--mood', String(mood))
    const { out } = await person.run('today', '--sheet', ...flags)
    return { out, places: [...out.matchAll(/<!-- answer (\S+)/g)].map(([, key = '']) => key) }
  }
  const themesOf = (places: readonly string[]) => places.filter(key => key.endsWith('.text')).length
  const asks = (places: readonly string[], what: string) => places.some(key => key.includes(what))

  it.each([1, 2])('of a day that was rated %i asks for little, and says so', async mood => {
    const { out, places } = await printed([4, mood])
    expect(out).toMatch(/a little is enough\./i)
    expect(themesOf(places)).toBe(1)
    expect(asks(places, 'connection.')).toBe(false)
  })

  it('of any other day has all five themes and the five ratings', async () => {
    for (const moods of [[], [3], [1, 4]]) {
      const { out, places } = await printed(moods)
      expect(out).not.toMatch(/a little is enough/i)
      expect(themesOf(places)).toBe(5)
      expect(asks(places, 'connection.')).toBe(true)
    }
  })

  it('is as long as was said, also of a low day', async () => {
    const { places } = await printed([1], '--length', 'steady')
    expect(themesOf(places)).toBe(5)
    expect(asks(places, 'connection.')).toBe(false)
  })

  it('has a second question only where it is a deep one', async () => {
    expect(asks((await printed([3])).places, '.deeper')).toBe(false)
    expect(asks((await printed([3], '--length', 'deep')).places, '.deeper')).toBe(true)
  })
})

describe('leaving lower a third time in a row', () => {
  const lower = { mood: 4, leave: { mood: 2 } }

  it.each<[string, (person: Person) => Promise<{ err: string }>, boolean]>([
    ['--answers', person => given(person, lower), true],
    ['a sheet', person => sheet(person, { mood: '3', leave: '2' }), true],
    ['--answers that left no lower', person => given(person, { ...lower, mood: 2 }), false],
  ])('is seen in %s', async (_, write, seen) => {
    const person = aPerson()
    for (const day of [20, 21]) await given(person, lower, '--at', `2026-11-${day}`)
    const { err } = await write(person)
    expect(err.includes('The last three times, you left lower than you came.')).toBe(seen)
  })
})

/** A first session about compassion, up to the question how it is on leaving. */
const comeIn: Step[] = [
  ['How are you', 3],
  ['energy', 3],
  ['Which words', skip],
  ['Compassionate', 'words'],
  ['How strong', skip],
  ['Did anyone', skip],
]

describe('a private session', () => {
  const whole: Step[] = [...comeIn, ['on leaving', 4], ['brought you here', skip]]

  it.each<[string, (person: Person) => Promise<unknown>]>([
    ['asked', person => person.with(answering(...whole)).run('--private', '--theme', 'comp')],
    ['given', person => given(person, { mood: 3, note: 'words' }, '--private')],
    ['a sheet', person => sheet(person, { mood: '4' }, '--private')],
  ])('is private in every entry: %s', async (_, write) => {
    const person = aPerson()
    await write(person)
    const { entries } = (await person.with({}).json('list')) as { entries: { private?: boolean }[] }
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every(it => it.private === true)).toBe(true)
  })
})

describe('a first session', () => {
  it('ends with what comes next, keeps what it is about, and counts no entries', async () => {
    const person = aPerson()
    const { err } = await person
      .with(
        answering(
          ...comeIn,
          ['on leaving', 3],
          ['brought you here', 'loss'],
          ['Since when', '2026-11-01'],
        ),
      )
      .run('--theme', 'comp')
    expect(err).toContain('Saved for Sunday 22 November.\n')
    expect(err).toContain('`hearten review`')
    expect((await person.with({}).run('config', 'get', 'season-start')).out).toBe('2026-11-01\n')
    expect((await person.with({}).run('config', 'get', 'season')).out).toBe('loss\n')
  })
})
