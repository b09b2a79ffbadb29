import { expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'

const call = 'I want to kill myself'
const card = 'hearten help-now'

it.each([
  ['a cue', ['promise', 'sleep', '--if', call]],
  ['a feeling', ['checkin', '--feeling', call]],
  ['the name of a tool', ['toolkit', 'use', call, '--before', '2']],
  ['the name of a meeting', ['meeting', call, '--before', '2']],
  ['a tag', ['jot', 'a day', '--tag', call]],
  ['a name', ['jot', 'a day', '--person', call]],
  ['the name of who knows', ['promise', 'sleep', '--who', call]],
  ['the name of who was there', ['people', 'reached', call, '--note', 'a call']],
])('people to call are shown for words in %s', async (_, argv) => {
  const { code, err } = await aPerson().run(...argv)
  expect(code).toBe(0)
  expect(err).toContain(card)
})

it('and for words that an edit brings in with a flag, once', async () => {
  const person = aPerson()
  await person.run('promise', 'sleep')
  const [entry] = await entriesOf(person)
  const { err } = await person.run('edit', entry?.id ?? '', '--if', call)
  expect(err).toContain(card)
  const named = await person.run('edit', entry?.id ?? '', '--person', 'I want to die')
  expect(named.err).toContain(card)
  const again = await person.run('edit', entry?.id ?? '', '--confidence', '3')
  expect(again.err).not.toContain(card)
})
