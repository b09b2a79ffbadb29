import { expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

const opening = 'Thank you for writing that down.'

it('brings the card after saving', async () => {
  const { err } = await aPerson().run('jot', 'I want to die.')
  expect(err).toContain(opening)
  expect(err.indexOf(opening)).toBeGreaterThan(err.indexOf('Saved'))
})

it('brings it with --quiet too, and nothing else', async () => {
  const { err } = await aPerson().run('jot', '-q', 'I want to die.')
  expect(err.trimStart().startsWith(opening)).toBe(true)
  expect((await aPerson().run('jot', '-q', 'Tea and toast.')).err).toBe('')
})

it('leaves it out once it was switched off', async () => {
  const person = aPerson()
  await person.run('config', 'set', 'care-card', 'no')
  expect((await person.run('jot', 'I want to die.')).err).not.toContain(opening)
})
