import { expect, test } from 'vitest'
import { Enough, Interrupted } from '../../src/dialogue/signals.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const choices = [
  { value: 1, label: 'one' },
  { value: 2, label: 'two' },
]

test('answers in order', async () => {
  const dialogue = scriptedDialogue([
    ['Which', 'two'],
    [/how strong/i, 4],
    ['name', skip],
    ['Keep', true],
    ['heaviest', { text: 'words', end: 'swap' }],
    ['heaviest', enough],
  ])
  const drafts: string[] = []
  expect(await dialogue.choose({ ask: 'Which one?', choices })).toBe(2)
  expect(await dialogue.scale({ ask: 'How strong?', words: ['faint', 'full'] })).toBe(4)
  expect(await dialogue.line({ ask: 'A name?' })).toBeUndefined()
  expect(await dialogue.confirm({ ask: 'Keep it?' })).toBe(true)
  dialogue.say('What was heaviest?')
  expect(await dialogue.write({ keys: ['swap'], onChange: it => void drafts.push(it) })).toEqual({
    text: 'words',
    end: 'swap',
  })
  expect(await dialogue.write({ ask: 'What was heaviest?', initial: 'so far' })).toEqual({
    text: 'so far',
    end: 'enough',
  })
  expect(drafts).toEqual(['words'])
  dialogue.finish()
})

test('asks again when the answer does not pass the check', async () => {
  const dialogue = scriptedDialogue([
    ['When?', 'soon'],
    ['a day', 'friday'],
  ])
  const check = (it: string) => (it === 'friday' ? undefined : 'Please name a day.')
  expect(await dialogue.line({ ask: 'When?', check })).toBe('friday')
  dialogue.finish()
})

test('signals are thrown', async () => {
  const dialogue = scriptedDialogue([
    ['A', enough],
    ['B', interrupt],
  ])
  await expect(dialogue.line({ ask: 'A' })).rejects.toThrow(Enough)
  await expect(dialogue.confirm({ ask: 'B' })).rejects.toThrow(Interrupted)
})

test('fails on a question nobody expected, on the wrong question, on an impossible answer', async () => {
  await expect(scriptedDialogue([]).line({ ask: 'A name?' })).rejects.toThrow('Nobody expected')
  const wrong = scriptedDialogue([['Which', 'two']])
  await expect(wrong.line({ ask: 'A name?' })).rejects.toThrow('Expected a question with Which')
  const impossible = scriptedDialogue([['Which', 'three']])
  await expect(impossible.choose({ ask: 'Which?', choices })).rejects.toThrow('one, two')
  const noSwap = scriptedDialogue([['', { end: 'swap' }]])
  await expect(noSwap.write({})).rejects.toThrow('done, enough')
})

test('fails in the end on answers left over and on failures that were swallowed', async () => {
  expect(() => scriptedDialogue([['Which', 'two']]).finish()).toThrow('Never asked: Which')
  const swallowed = scriptedDialogue([])
  await swallowed.line({ ask: 'A name?' }).catch(() => {})
  expect(() => swallowed.finish()).toThrow('Nobody expected')
})
