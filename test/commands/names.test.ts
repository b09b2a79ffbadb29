// Who is meant by a name that is typed behind a command or a flag.
import { expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

const last = async (person: ReturnType<typeof aPerson>) => {
  const { entries } = (await person.json('list')) as {
    entries: { id: string; people: string[]; details: { witness?: string[] } }[]
  }
  return entries.at(-1)
}

it.each(['Ana and Ben', 'Ana & Ben', 'Ana, Ben', '@Ana and nobody and Ben'])(
  '%j are two, wherever names are typed',
  async names => {
    const person = aPerson()
    await person.run('jot', 'Tea.', '--person', names)
    expect((await last(person))?.people).toEqual(['Ana', 'Ben'])
    await person.run('people', 'reached', names, '--note', 'Tea.')
    expect((await last(person))?.people).toEqual(['Ana', 'Ben'])
    await person.run('promise', 'call', '--who', names)
    expect((await last(person))?.details.witness).toEqual(['Ana', 'Ben'])
    await person.run('jot', 'Soup.')
    await person.run('edit', 'last', '--person', names)
    expect((await last(person))?.people).toEqual(['Ana', 'Ben'])
    const answers = { themes: { support: { text: 'Tea.', people: [names] } } }
    await person.with({ input: JSON.stringify(answers) }).run('today', '--answers', '-')
    expect((await last(person))?.people).toEqual(['Ana', 'Ben'])
  },
)

it('two who were put down as one stay one', async () => {
  const person = aPerson()
  await person.run('people', 'add', 'Mum and Dad')
  await person.run('people', 'reached', 'mum and dad', '--note', 'Tea.')
  expect((await last(person))?.people).toEqual(['Mum and Dad'])
})

it.each(['nobody', 'no one', '?', '1', 'nobody and none'])('%j is nobody', async name => {
  const person = aPerson()
  for (const argv of [
    ['jot', 'Tea.', '--person', name],
    ['people', 'reached', name, '--note', 'Tea.'],
    ['promise', 'call', '--who', name],
  ]) {
    const { code, err } = await person.run(...argv)
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("nobody's name") })
  }
})

it.each(['y', 'Yes', 'no', 'nothing'])('a promise is never called %j', async word => {
  const person = aPerson()
  expect((await person.run('promise', word)).err).toContain('Say it in a few words')
  await person.run('promise', 'walk', '--due', 'tomorrow')
  expect((await person.run('promise', 'shrink', '1', word)).err).toContain('in a few words')
  const answers = JSON.stringify({ promise: { text: word } })
  const { code, err } = await person.with({ input: answers }).run('today', '--answers', '-')
  expect({ code, err }).toMatchObject({ err: expect.stringContaining('in a few words') })
  expect((await person.run('promise')).out).not.toMatch(new RegExp(`^ *\\d+ +${word}$`, 'm'))
})
