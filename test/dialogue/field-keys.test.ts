import { expect, test } from 'vitest'
import { choiceForm } from '../../src/dialogue/choice-form.ts'
import { writeForm } from '../../src/dialogue/write-form.ts'
import { on } from './on-stage.ts'

const field = (initial = '') =>
  writeForm({
    initial,
    keys: ['swap', 'why', 'blank', 'deeper', 'private'],
    edit: text => text,
    back: true,
  })
const hints = (screen: string) => screen.split('\n').filter(line => /Ctrl-|F\d /.test(line))

test.each([80, 40])('the hints of the field fit one line at %i columns', async columns => {
  const empty = await on(field(), columns)
  expect(hints(empty.screen())).toEqual([
    expect.stringMatching(/Ctrl-D done, blank skips · \? keys/),
  ])
  const some = await on(field('two words'), columns)
  expect(hints(some.screen())).toEqual([expect.stringMatching(/2 words · Ctrl-D done · F1 keys/)])
})

test('F1 shows every key and takes them away again; a question mark does before the first word', async () => {
  const some = await on(field('words'))
  await some.press('\x1bOP')
  for (const key of [
    'Ctrl-O',
    'Ctrl-Y',
    'Ctrl-R',
    'F2',
    'F4',
    'Ctrl-G',
    'Shift-Tab',
    'Ctrl-X',
    'Ctrl-T',
  ])
    expect(some.screen()).toContain(key)
  await some.press('\x1bOP')
  expect(hints(some.screen())).toHaveLength(1)
  const empty = await on(field())
  await empty.press('?')
  expect(empty.screen()).toContain('Ctrl-T people to call')
  expect(empty.screen()).not.toContain('▏?')
  await empty.press('?')
  expect(empty.screen()).toContain('▏?')
})

test('Esc alone loses no word, and no answer that was given before', () => {
  const key = (name: string, text = '') => ({ name, text, ctrl: false, meta: false })
  const some = field('words')
  expect(some.press(key('escape'))).toBeUndefined()
  expect(some.press(key('x', 'x'))).toBeUndefined()
  expect(some.text).toBe('wordsx')
  const choices = [
    { value: 1, label: 'one' },
    { value: 2, label: 'two' },
  ]
  const given = choiceForm({ ask: 'Which?', choices, initial: 2 })
  expect(given.press(key('escape'))).toMatchObject({ answer: 2 })
  expect(given.press(key('backspace'))).toMatchObject({ answer: undefined })
})

test('F2 and F4 are ways out', async () => {
  for (const [keys, end] of [
    ['\x1bOQ', 'deeper'],
    ['\x1bOS', 'private'],
  ] as const) {
    const { press, answer } = await on(field('words'))
    await press(keys)
    expect(await answer).toEqual({ kind: 'answer', answer: { text: 'words', end } })
  }
})
