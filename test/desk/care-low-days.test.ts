import { expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

const door = 'These have been heavy days. Nobody has to carry that alone.'

/** What is said after a very low check-in of 22 November 2026, and these moods on days from one on. */
async function said(moods: readonly number[], from: number, cardIs = 'yes') {
  const person = aPerson()
  for (const [n, mood] of moods.entries())
    await person.run('checkin', '--mood', `${mood}`, '--at', `2026-11-${from + n}`)
  await person.run('config', 'set', 'care-card', cardIs)
  return (await person.run('checkin', '--mood', '1')).err
}

it.each([
  ['five very low days of the last seven', [1, 1, 1, 1], 18, true],
  ['fewer', [1, 1, 1], 19, false],
  ['days that lie further back', [1, 1, 1, 1], 10, true],
])('names people to call after %s: %j from the %ith: %s', async (_, moods, from, are) => {
  expect((await said(moods, from)).includes(door)).toBe(are)
})

it('says nothing once the card was switched off', async () => {
  expect(await said([1, 1, 1, 1], 18, 'no')).not.toContain(door)
})

it('looks back over sixty days, and no further', async () => {
  const person = aPerson()
  for (const day of ['2026-08-01', '2026-08-02', '2026-08-03', '2026-08-04'])
    await person.run('checkin', '--mood', '1', '--at', day)
  expect((await person.run('checkin', '--mood', '1')).err).not.toContain(door)
})
