import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { keyboardOn } from '../../src/dialogue/keyboard.ts'
import type { Key } from '../../src/dialogue/keys.ts'

function typing() {
  const input = new EventEmitter()
  const keyboard = keyboardOn(input)
  const got: Key[] = []
  const names = () => got.map(it => it.name)
  const press = (sequence: string, name?: string) =>
    input.emit('keypress', sequence, { sequence, name })
  return { input, keyboard, got, names, press }
}

test('keys have a name and the text they type', async () => {
  const { input, keyboard, got, press } = typing()
  keyboard.listen(it => got.push(it))
  await Promise.resolve()
  press('é')
  press('\r', 'return')
  press('\n', 'enter')
  input.emit('keypress', '\x18', { sequence: '\x18', name: 'x', ctrl: true })
  expect(got).toEqual([
    { name: 'é', text: 'é', ctrl: false, meta: false },
    { name: 'return', text: '', ctrl: false, meta: false },
    { name: 'return', text: '', ctrl: false, meta: false },
    { name: 'x', text: '', ctrl: true, meta: false },
  ])
})

test('a paste is one key, however it was cut up, and cleaned', async () => {
  const { keyboard, got, press } = typing()
  keyboard.listen(it => got.push(it))
  await Promise.resolve()
  press('\x1b[200~', 'paste-start')
  for (const part of ['a', '\r', '\n', 'b', '\r', '\t', '\x1b[31m', '\x07', '\x9b', '👩', 'c'])
    press(part)
  expect(got).toEqual([])
  press('\x1b[201~', 'paste-end')
  expect(got).toMatchObject([{ name: 'paste', text: 'a\nb\n\t👩c', pasted: true }])
})

test('keys typed between two questions go to the next, each to one only', async () => {
  const { keyboard, names, got, press } = typing()
  press('a', 'a')
  press('b', 'b')
  const first: string[] = []
  const release = keyboard.listen(it => {
    first.push(it.name)
    release()
  })
  await Promise.resolve()
  expect(first).toEqual(['a'])
  keyboard.listen(it => got.push(it))
  press('c', 'c')
  await Promise.resolve()
  expect(names()).toEqual(['b', 'c'])
})

test('Enter pressed by habit after a single key answered is dropped, once', async () => {
  const { keyboard, names, got, press } = typing()
  keyboard.answeredByKey('')
  keyboard.listen(it => got.push(it))
  await Promise.resolve()
  press('\r', 'return')
  press('\r', 'return')
  expect(names()).toEqual(['return'])
  keyboard.answeredByKey('')
  press('4', '4')
  press('\r', 'return')
  expect(names()).toEqual(['return', '4', 'return'])
})

test.each<[string, string, string[]]>([
  ['the whole word and Enter', 'es\rx', ['x']],
  ['half of it and Enter', 'e\rx', ['x']],
  ['in capitals', 'ES\rx', ['x']],
  ['the word and more', 'es, please\r', [...'es', ',', 'space', ...'please', 'return']],
  ['another word', 'ever\r', [...'ever', 'return']],
  ['the word without Enter, which may be a word of the next answer', 'es\x03', ['e', 's', 'c']],
])('after a single key answered: %s', async (_, typed, left) => {
  const { keyboard, names, got, press } = typing()
  keyboard.answeredByKey('es')
  keyboard.listen(it => got.push(it))
  await Promise.resolve()
  for (const key of typed) press(key, key === '\r' ? 'return' : undefined)
  expect(names()).toEqual(left)
})

test('what may be the rest of a word goes to the next question when nothing follows', async () => {
  const { keyboard, names, got, press } = typing()
  keyboard.answeredByKey('es')
  keyboard.listen(it => got.push(it))
  await Promise.resolve()
  press('e')
  expect(names()).toEqual([])
  await vi.waitFor(() => expect(names()).toEqual(['e']), { timeout: 20_000 })
})
