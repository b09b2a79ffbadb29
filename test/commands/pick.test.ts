import { describe, expect, it } from 'vitest'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

interface Listed {
  entries: { text: string; starred?: true; bring?: true; people: string[]; details: object }[]
}

async function withEntries(): Promise<Person> {
  const person = aPerson()
  for (const text of ['the call with @Ana', 'slept badly', 'walked by the river'])
    await person.run('jot', text)
  return person
}
const answering = (person: Person, ...steps: Step[]) =>
  person.with({ dialogue: scriptedDialogue(steps) })
const listed = async (person: Person) => ((await person.json('list')) as Listed).entries

describe('without an id on a terminal', () => {
  it('picks the entry to show, to star and to delete', async () => {
    const person = await withEntries()
    const shown = await answering(person, ['Which entry?', 'slept']).run('show')
    expect(shown.out).toContain('slept badly')
    await answering(person, ['Which entry?', 'river']).run('star')
    await answering(person, ['Which entry?', 'river']).run('star', '--off')
    await answering(person, ['Which entry?', 'call']).run('star')
    await answering(person, ['Which entry?', 'slept']).run('delete')
    expect(await listed(person)).toMatchObject([
      { text: 'the call with @Ana', starred: true },
      { text: 'walked by the river' },
    ])
    await answering(person, ['Which one comes back?', 'slept']).run('delete', '--back')
    expect(await listed(person)).toHaveLength(3)
  })

  it('takes several to bring along, of those that are not marked yet', async () => {
    const person = await withEntries()
    const first = await answering(person, ['Which entries?', 'call, river']).run('star', '--bring')
    expect(first.err).toContain('2 entries are marked to bring along.')
    await answering(person, ['Which entries?', 'call']).run('star', '--bring', '--off')
    expect((await listed(person)).map(({ bring }) => bring)).toEqual([undefined, undefined, true])
  })

  it('changes the picked entry', async () => {
    const person = await withEntries()
    await answering(person, ['Which entry?', 'slept'], ['Your words', 'slept well']).run('edit')
    expect(await listed(person)).toMatchObject([{}, { text: 'slept well' }, {}])
  })

  it('picks who was reached, or takes another name', async () => {
    const person = await withEntries()
    await person.run('people', 'add', 'Ben', '--status', 'unsafe')
    const flags = ['people', 'reached', '--answered']
    await answering(person, ['Who was it?', 'Ana']).run(...flags)
    await answering(person, ['Who was it?', 'somebody else'], ['their name', 'Cleo']).run(...flags)
    const entries = await listed(person)
    expect(entries.slice(-2).map(({ people }) => people)).toEqual([['Ana'], ['Cleo']])
    // Nobody unsafe is offered.
    await expect(answering(person, ['Who was it?', 'Ben']).run(...flags)).rejects.toThrow(
      'no answer',
    )
  })

  it('asks who a status is about, and which', async () => {
    const person = await withEntries()
    await answering(person, ['Who is it about?', 'Ana'], ['How is it', 'distant']).run(
      'people',
      'status',
    )
    const { err } = await answering(person, ['How is it', 'close']).run('people', 'status', 'Ana')
    expect(err).toContain('Ana: close.')
  })

  it('picks the tool, the ones that were used before the others', async () => {
    const person = await withEntries()
    await person.run('toolkit', 'use', 'baking bread', '--after', '4')
    await answering(person, ['Which one', 'bread']).run('toolkit', 'use', '--before', '2')
    expect((await listed(person)).at(-1)).toMatchObject({
      details: { tool: 'baking bread', before: 2 },
    })
  })

  it.each([
    [['show'], 'Which entry?'],
    [['edit'], 'Which entry?'],
    [['star'], 'Which entry?'],
    [['star', '--bring'], 'Which entries?'],
    [['delete'], 'Which entry?'],
    [['delete', '--forever'], 'Which entry?'],
    [['people', 'reached'], 'Who was it?'],
    [['people', 'status'], 'Who is it about?'],
    [['toolkit', 'use'], 'Which one did you try?'],
  ])('changes nothing when nothing is picked: %j', async (words, question) => {
    const person = await withEntries()
    const before = await listed(person)
    for (const answer of [skip, enough] as const) {
      const { code, err } = await answering(person, [question, answer]).run(...words)
      expect(code).toBe(0)
      expect(err).toContain('Nothing was picked')
    }
    expect(await listed(person)).toEqual(before)
  })
})

it.each([
  [['edit'], 'hearten edit ID'],
  [['star'], 'hearten star ID'],
  [['star', '--bring'], 'hearten star --bring ID'],
  [['delete'], 'hearten delete ID'],
  [['delete', '--back'], 'hearten delete --back ID'],
  [['people', 'reached'], 'hearten people reached NAME'],
  [['people', 'status'], 'hearten people status NAME'],
  [['people', 'status', 'Ana'], 'hearten people status NAME'],
  [['toolkit', 'use'], 'hearten toolkit use walk'],
])('without a terminal, %j says what is missing', async (words, missing) => {
  const person = await withEntries()
  const { code, out, err } = await person.run(...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(missing)
})

it('shows the newest entry where there is nobody to ask', async () => {
  expect((await (await withEntries()).run('show')).out).toContain('walked by the river')
})
