// Whoever writes words that call for help is not simply asked the next question.
import { describe, expect, it } from 'vitest'
import { prompts } from '../../src/themes/prompts.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { back, enough, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'
import { sit } from './room.ts'

const call = 'I want to kill myself'
const wish = {
  only: ['compassion' as const, 'shared' as const],
  prompts: prompts.filter(({ depth }) => depth !== 'deep'),
  length: 'steady' as const,
  calls: true as const,
}
const comeIn: Step[] = [
  ['How are you', 4],
  ['energy', 3],
  ['Which words', skip],
]
const offered = 'Go on, see people to call'

describe('after a page that calls for help', () => {
  const wrote: Step[] = [...comeIn, ['Compassionate', call]]

  it('people and the end are a key away before the next question, and Enter goes on', async () => {
    const { heard, end } = await sit(
      [...wrote, [offered, skip], ['How strong', skip], ['Did anyone', enough]],
      wish,
    )
    expect(heard).toContain('Thank you for writing that down.')
    expect(end).toBe('enough')
  })

  it('the session ends there for whoever stops, with what was written', async () => {
    const { end, entries } = await sit([...wrote, [offered, 'stop']], wish)
    expect(end).toBe('enough')
    expect(entries.map(({ text }) => text)).toContain(call)
  })

  it('people are shown, and nothing more is asked unless it is wished', async () => {
    const shown = [...wrote, [offered, 'people']] as Step[]
    expect((await sit([...shown, ['Stop here, or go on', skip]], wish)).end).toBe('enough')
    await sit([...shown, ['Stop here, or go on', true], ['How strong', enough]], wish)
  })

  it('the way back from there leads to the offer, and not on to the next question', async () => {
    const shown = [...wrote, [offered, 'people'], ['Stop here, or go on', back]] as Step[]
    const { end } = await sit([...shown, [offered, skip], ['How strong', enough]], wish)
    expect(end).toBe('enough')
  })

  it('it is offered once, also to whoever goes back or writes on', async () => {
    const { heard } = await sit(
      [
        ...[...wrote, [offered, back], ['Compassionate', call], ['How strong', skip]],
        ...[
          ['Did anyone', skip],
          ['Shared Experiences', call],
          ['Where did it come', enough],
        ],
      ] as Step[],
      wish,
    )
    expect(heard.split(offered)).toHaveLength(2)
  })
})

it.each<[string, Step[]]>([
  ['a word for the day', [...comeIn.slice(0, 2), ['Which words', call]]],
  [
    'a line for names',
    [...comeIn, ['Compassionate', 'A day.'], ['How strong', skip], ['Did anyone', call]],
  ],
])('they are offered after %s as well', async (_, steps) => {
  expect((await sit([...steps, [offered, 'stop']], wish)).end).toBe('enough')
})

it.each([
  ['of an ordinary page', 'Tea and toast, and a long walk.', 'yes'],
  ['where the card was switched off', call, 'no'],
])('nothing is offered %s', async (_, text, wished) => {
  const person = aPerson()
  await person.run('config', 'set', 'care-card', wished)
  const dialogue = scriptedDialogue([...comeIn, ['Compassionate', text], ['How strong', enough]])
  const { code } = await person.with({ dialogue }).run('today', '--theme', 'compassion')
  expect(code).toBe(0)
  dialogue.finish()
})

it('words that take the place of others are looked at, however long they are', async () => {
  const person = aPerson()
  const dialogue = scriptedDialogue([
    ...comeIn,
    ['Compassionate', 'I want to wash myself'],
    ['How strong', back],
    ['Compassionate', 'I want to kill myself'],
    [offered, 'stop'],
  ])
  await person.with({ dialogue }).run('today', '--theme', 'compassion')
  dialogue.finish()
})

it('the card comes at the end all the same', async () => {
  const person = aPerson()
  const dialogue = scriptedDialogue([...comeIn, ['Compassionate', call], [offered, 'stop']])
  const { err } = await person.with({ dialogue }).run('today', '--theme', 'compassion')
  expect(err.split('findahelpline.com')).toHaveLength(2)
  dialogue.finish()
})
