// When the plan for hard hours comes up unasked: once after a session on them, once after a card, at early signs.
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { newEntry } from '../../src/journal/entry.ts'
import { signsBack } from '../../src/reflect/early-signs.ts'
import { courses } from '../../src/themes/courses.ts'
import type { Life, Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const offer = 'A plan for hours like these'
const card = 'Thank you for writing that down.'
const heavy = ['jot', 'I want to die.']
const sits: Life = { terminal: true }

describe('the offer of a plan', () => {
  it('stands once below a card', async () => {
    const person = aPerson(sits)
    const { err } = await person.run(...heavy)
    expect(err.indexOf(card)).toBeGreaterThan(0)
    expect(err.indexOf(offer)).toBeGreaterThan(err.indexOf('findahelpline.com'))
    expect((await person.with(sits).run(...heavy)).err).not.toContain(offer)
  })

  it('leaves no trace of a card: it is not made after a session then either', async () => {
    const person = aPerson(sits)
    await person.run(...heavy)
    expect((await person.with({}).run('config', 'get', 'plan-offers')).out).toBe('signs\n')
  })

  it.each<[string, (person: Person) => Promise<unknown>]>([
    ['who has begun one', person => person.run('plan', 'edit', 'stay', 'My dog')],
    ['who wants none', person => person.run('config', 'set', 'plan-offers', 'none')],
  ])('is not made to somebody %s', async (_, before) => {
    const person = aPerson(sits)
    await before(person)
    const { err } = await person.with(sits).run(...heavy)
    expect(err).toContain(card)
    expect(err).not.toContain(offer)
  })

  it('waits for somebody who sits there and wants words', async () => {
    const person = aPerson(sits)
    expect((await person.run(...heavy, '--quiet')).err).not.toContain(offer)
    expect((await person.with({ input: 'I want to die.' }).run('jot')).err).not.toContain(offer)
    expect((await person.with(sits).run(...heavy)).err).toContain(offer)
  })

  /** Leaves a session of a course at its first question, with something said. */
  const session = (person: Person, course: string, id: string, now: string, words = 'The rain.') =>
    person
      .with({
        now,
        dialogue: scriptedDialogue([
          ['How are you', 4],
          ['energy', 4],
          ['Which words', skip],
          ['at your pace', skip],
          [/./, { text: words, end: 'enough' }],
        ]),
      })
      .run('course', course, '--session', id)

  it('comes once after a session on hard hours, not after another, and a card takes its place', async () => {
    const person = aPerson()
    await person.run('jot', 'something before')
    await person.run('course', 'begin', 'break-up')
    const other = await session(person, 'break-up', 'what-it-does', '2026-11-22T20:00:00Z')
    expect(other.err).not.toContain(offer)
    const on = (day: number, words?: string) =>
      session(person, 'break-up', 'hand-to-the-phone', `2026-11-${day}T20:00:00Z`, words)
    const hard = await on(23, 'I want to die.')
    expect(hard.err.split(offer)).toHaveLength(2)
    expect(hard.err.indexOf(card)).toBeLessThan(hard.err.indexOf(offer))
    await person.run('config', 'unset', 'plan-offers')
    const first = await on(24)
    expect(first.err).toContain(offer)
    expect(first.err.indexOf('Saved for')).toBeLessThan(first.err.indexOf(offer))
    expect((await on(25)).err).not.toContain(offer)
  })

  it('belongs to sessions that say so in their data', () => {
    const marked = courses.flatMap(({ id, sessions }) =>
      sessions.filter(it => it.hardHours).map(it => `${id} ${it.id}`),
    )
    expect(marked).toEqual([
      ...['break-up hand-to-the-phone', 'break-up a-hard-day', 'loss a-hard-day'],
      ...['recovery when-the-wanting-comes', 'recovery early-signs', 'recovery around-a-slip'],
    ])
  })
})

describe('early signs', () => {
  const back = 'came up on three of these seven days'
  const noting = async (person: Person, day: number, note: string, ...more: string[]) =>
    (
      await person
        .with({ now: `2026-11-${String(day).padStart(2, '0')}T20:00:00Z` })
        .run('checkin', '--mood', '3', '--note', note, ...more)
    ).err
  const withSigns = async (signs: string) => {
    const person = aPerson()
    await person.run('plan', 'edit', 'signs', signs)
    return person
  }

  it('are told once on the third of seven days, and again when they are back', async () => {
    const person = await withSigns('I stop answering.\nNo supper')
    expect(await noting(person, 1, 'Stopped answering my phone.')).not.toContain(back)
    expect(await noting(person, 3, 'Tea and toast.')).not.toContain(back)
    expect(await noting(person, 4, 'I did not want to answer, so I stop.')).not.toContain(back)
    const third = await noting(person, 7, 'I stop answering. It is easier.')
    expect(third).toContain(`“I stop answering” ${back}.`)
    expect(third).toContain('`hearten plan`')
    expect(await noting(person, 7, 'I stop answering.')).not.toContain(back)
    expect(await noting(person, 8, 'I stop answering.')).not.toContain(back)
    for (const day of [16, 17]) expect(await noting(person, day, 'Tea.')).not.toContain(back)
    for (const day of [20, 21])
      expect(await noting(person, day, 'I stop answering.')).not.toContain(back)
    expect(await noting(person, 22, 'Stopped answering.')).toContain(back)
  })

  it('count, too, where they were jotted: it is told with the next check-in', async () => {
    const person = await withSigns('no supper')
    for (const day of [18, 19, 20])
      await person.with({ now: `2026-11-${day}T20:00:00Z` }).run('jot', 'No supper.')
    expect(await noting(person, 20, 'Tea.')).toContain(back)
  })

  it('can be turned off, and stand aside for people to call', async () => {
    const off = await withSigns('no supper')
    await off.run('config', 'set', 'plan-offers', 'session, card')
    const near = await withSigns('no supper')
    for (const day of [20, 21])
      for (const person of [off, near]) await noting(person, day, 'No supper.')
    expect(await noting(off, 22, 'No supper.')).not.toContain(back)
    const heard = await noting(near, 22, 'No supper. I want to die.')
    expect(heard).toContain(card)
    expect(heard).not.toContain(back)
  })

  it('stand aside for the line after many very low days, and not where that was switched off', async () => {
    for (const card of ['yes', 'no']) {
      const person = await withSigns('no supper')
      await person.run('config', 'set', 'care-card', card)
      for (const day of [18, 19, 20, 21])
        await person.run('checkin', '--mood', '1', '--at', `2026-11-${day}`)
      for (const day of [20, 21]) await person.run('jot', 'No supper.', '--at', `2026-11-${day}`)
      const { err } = await person.run('checkin', '--mood', '1', '--note', 'No supper.')
      expect(err.includes('These have been heavy days.')).toBe(card === 'yes')
      expect(err.includes(back)).toBe(card === 'no')
    }
  })

  it('are not read back where they name somebody who may not come up', async () => {
    const person = await withSigns('I look up Robin')
    await person.run('people', 'add', 'Robin', '--status', 'unsafe')
    for (const day of [20, 21]) await noting(person, day, 'Looked up Robin.')
    const heard = await noting(person, 22, 'Looked up Robin.')
    expect(heard).toContain(`An early sign of yours ${back}.`)
    expect(heard).not.toContain('Robin')
  })

  it.each([
    ['I go out', ['I go out.', 'I go out.', 'I go out.'], false],
    ['lonely', ['Lonely again.', 'lonely', 'so lonely'], true],
    ['skipping meals', ['skipped a meal', 'I skip meals', 'Skipping the evening meal'], true],
    ['skipping meals', ['skipped a beat', 'meals', 'nothing'], false],
  ])('“%s” in %j: %s', (sign, texts, is) => {
    let made = 0
    const newId = () => `01sign${String(++made).padStart(14, '0')}`
    const entries = texts.map((text, n) => {
      const today = asDay(`2026-11-2${n}`)
      const stamp = { now: new Date(`${today}T12:00:00Z`), zone: 'UTC', today, newId }
      return newEntry<'note'>({ kind: 'note', text, details: {} }, stamp)
    })
    expect(signsBack([sign], entries, asDay('2026-11-22')).length > 0).toBe(is)
    expect(signsBack([sign], entries.slice(1), asDay('2026-11-22'))).toEqual([])
    expect(signsBack([sign], entries, asDay('2026-11-28'))).toEqual([])
  })
})
