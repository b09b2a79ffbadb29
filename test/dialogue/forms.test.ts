import { expect, test } from 'vitest'
import { choiceForm } from '../../src/dialogue/choice-form.ts'
import { scaleQuestion } from '../../src/dialogue/choices.ts'
import { lineForm } from '../../src/dialogue/line-form.ts'
import { secretForm } from '../../src/dialogue/stock-forms.ts'
import { writeForm } from '../../src/dialogue/write-form.ts'
import { on } from './on-stage.ts'

const words = ['very low', 'low', 'in between', 'good', 'very good'] as const
const mood = () => choiceForm(scaleQuestion({ ask: 'How are you?', words }))
const lengths = [
  { value: 's', label: 'a few minutes', hint: 'one theme' },
  { value: 'm', label: 'a quarter hour', key: 'q' },
  { value: 'l', label: 'longer' },
]

test('a row of choices is answered by its digit', async () => {
  const { press, answer, screen } = await on(mood())
  expect(screen()).toContain('1 very low   2 low   3 in between')
  await press('7x\x1b[A')
  await press('4')
  expect(await answer).toEqual({ kind: 'answer', answer: 4 })
  expect(screen()).toMatch(/How are you\?\n {2}› good$/)
})

test('a row that is too long for the screen has a line for each', async () => {
  const { screen } = await on(mood(), 30)
  expect(screen()).toMatch(/1 very low\n {4}2 low\n/)
})

test('Enter skips, unless something was set or must be chosen', async () => {
  const skipped = await on(mood())
  await skipped.press('\r')
  expect(await skipped.answer).toEqual({ kind: 'answer', answer: undefined })

  const set = await on(choiceForm({ ask: 'Length?', choices: lengths, initial: 'm' }))
  expect(set.screen()).toContain('Enter: a quarter hour')
  await set.press('\r')
  expect(await set.answer).toEqual({ kind: 'answer', answer: 'm' })

  const must = await on(choiceForm({ ask: 'Length?', choices: lengths, skippable: false }))
  await must.press('\r')
  expect(must.screen()).toContain('Please choose one, 1 to 3.')
  await must.press('q')
  expect(await must.answer).toEqual({ kind: 'answer', answer: 'm' })
})

test('a menu is walked with arrows, and a key without meaning moves nothing', async () => {
  const { press, answer, screen } = await on(
    choiceForm({ ask: 'Length?', choices: lengths, layout: 'menu' }),
  )
  expect(screen()).toContain('❯ 1 a few minutes   one theme')
  await press('\x1b[B\x1b[15~')
  expect(screen()).toContain('❯ q a quarter hour')
  await press('\x1b[A\x1b[A')
  expect(screen()).toContain('❯ 3 longer')
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: 'l' })
})

test('more than nine choices are a menu, as much of it as fits', async () => {
  const choices = Array.from({ length: 60 }, (_, value) => ({ value, label: `feeling ${value}` }))
  const { press, answer, screen } = await on(choiceForm({ ask: 'Which?', choices }))
  expect(screen().split('\n').length).toBeLessThan(24)
  await press('\x1b[A')
  expect(screen()).toContain('❯   feeling 59')
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: 59 })
})

test('labels cannot write to the terminal', async () => {
  const { screen } = await on(
    choiceForm({ ask: 'Who\x1b[2J?', choices: [{ value: 1, label: 'a\x1b]0;x\x07\nb' }] }),
  )
  expect(screen()).toContain('Who␛[2J?')
  expect(screen()).toContain('1 a␛]0;x␇ b')
})

test('a line is trimmed, completed after the comma, and checked', async () => {
  const check = (text: string) => (text.includes('sister') ? undefined : 'Who was it?')
  const { press, answer, screen } = await on(
    lineForm({ ask: 'Who?', suggest: ['my sister', 'Sam', 'the group'], check }),
  )
  await press('sam\r')
  expect(screen()).toContain('Who was it?')
  await press(', s')
  expect(screen()).toContain('Tab: my sister')
  await press('\t')
  expect(screen()).toContain('› sam, my sister')
  await press(' \r')
  expect(await answer).toEqual({ kind: 'answer', answer: 'sam, my sister' })
})

test('Tab goes round', async () => {
  const { press, screen } = await on(lineForm({ ask: 'Who?', suggest: ['Sam', 'Sarah'] }))
  await press('s\t')
  expect(screen()).toContain('› Sam')
  await press('\t')
  expect(screen()).toContain('› Sarah')
  await press('\x01\t')
  expect(screen()).toContain('› Sarah')
})

test('several pasted lines become one line', async () => {
  const { press, answer } = await on(lineForm({ ask: 'Who?' }))
  await press('\x1b[200~one\r\n  two\n\x1b[201~')
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: 'one two' })
})

test('nothing of a passphrase is shown', async () => {
  const { press, answer, screen } = await on(await secretForm({ ask: 'Passphrase?' }))
  await press(' open\x7fed sesame ')
  expect(screen()).not.toContain('sesame')
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: ' opeed sesame ' })
  expect(screen()).not.toContain('sesame')
})

test('every change of the writing is told at once', async () => {
  const told: string[] = []
  const { press, answer } = await on(
    writeForm({ initial: 'a', onChange: text => void told.push(text) }),
  )
  await press('b')
  await press('\r')
  await press('\x1b[D\x1b[D')
  await press('\x7f')
  await press('\x04')
  expect(told).toEqual(['ab', 'ab\n', 'b\n'])
  expect(await answer).toEqual({ kind: 'answer', answer: { text: 'b\n', end: 'done' } })
})

test.each([
  ['the writing', (onChange: (text: string) => undefined) => writeForm({ onChange })],
  ['a line', (onChange: (text: string) => undefined) => lineForm({ ask: 'Who?', onChange })],
])(
  'keys of %s that come together are told together, before anything else happens',
  async (_, form) => {
    const told: string[] = []
    const { send } = await on(form(text => void told.push(text)))
    send('a burst of keys')
    await Promise.resolve()
    expect(told).toEqual(['a burst of keys'])
  },
)

test.each(['\x04', '\x18', '\x03', '\x14', '\x0c'])(
  'what was typed is told before %j, which came with it, does anything',
  async last => {
    const told: string[] = []
    const { send } = await on(writeForm({ onChange: text => void told.push(text) }))
    send(`words${last}`)
    await Promise.resolve()
    expect(told).toEqual(['words'])
  },
)

test('ways out that were not offered do nothing', async () => {
  const { press, answer, screen } = await on(writeForm({ keys: ['why'] }))
  expect(screen()).not.toContain('Ctrl-O')
  expect(screen()).not.toContain('Ctrl-G')
  await press('\x0f\x07\x12')
  await press('\x19')
  expect(await answer).toEqual({ kind: 'answer', answer: { text: '', end: 'why' } })
})

test('no plain letter is a command in the writing field', async () => {
  const { press, screen } = await on(writeForm({ keys: ['swap', 'why', 'blank'] }))
  const all = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
  await press(all)
  expect(screen()).toContain(all.slice(1, 40))
  expect(screen()).toContain('Ctrl-D done')
})

test('enough, help and an interruption end every question', async () => {
  for (const [bytes, kind] of [
    ['\x18', 'enough'],
    ['\x14', 'help'],
    ['\x1bOP', 'help'],
    ['\x03', 'interrupted'],
  ] as const) {
    const { press, answer } = await on(mood())
    await press(bytes)
    expect(await answer).toEqual({ kind })
  }
})

test.each([
  ['awful', 'That is not one of them. Enter skips'],
  ['7', 'That is not one of them. Enter skips'],
  ['very', 'That could be very low or very good. Which one?'],
  [' because of 3 bad nights', 'That is not one of them.'],
  ['\x1b[200~a page\nof words\x1b[201~', 'That is not one of them.'],
])('%j at a scale is no skip: what it is not is said first', async (typed, said) => {
  const { press, answer, screen } = await on(mood())
  await press(typed)
  expect(screen()).toContain(
    `› ${typed
      .replace(/\x1b\[20\d~/g, '')
      .trim()
      .replace('\n', ' ')}`,
  )
  await press('\r')
  expect(screen()).toContain(said)
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: undefined })
})

test.each([
  ['low\r', 2],
  ['Very Good\r', 5],
  ['in b\r', 3],
  ['aw\x7f\x7f\x7f\x7f4', 4],
  ['awful\x154', 4],
  ['aw\x174', 4],
  ['x4', 4],
  ['awful\r4', 4],
])('%j at a scale', async (keys, level) => {
  const { press, answer } = await on(mood())
  await press(keys)
  expect(await answer).toEqual({ kind: 'answer', answer: level })
})

test.each(['row', 'menu'] as const)('in a %s words are read as well', async layout => {
  const ask = () => on(choiceForm({ ask: 'Length?', choices: lengths, layout }))
  const meant = await ask()
  await meant.press('longer\r')
  expect(await meant.answer).toEqual({ kind: 'answer', answer: 'l' })
  const none = await ask()
  await none.press('aquarium')
  expect(none.screen()).toContain('› aquarium')
  await none.press('\r')
  expect(none.screen()).toContain('That is not one of them.')
})
