import { expect, test } from 'vitest'
import { manyForm } from '../../src/dialogue/many-form.ts'
import { pickForm } from '../../src/dialogue/pick-form.ts'
import { confirmForm, secretForm } from '../../src/dialogue/stock-forms.ts'
import { on } from './on-stage.ts'

const people = ['Ana', 'Bernát', 'Çelik', 'Dora from work', 'Emil', 'Ana Lopes'].map(
  (label, value) => ({ value, label, ...(value === 4 && { hint: 'my brother' }) }),
)
const pick = async (columns = 80, rows = 24) =>
  on(await pickForm({ ask: 'Who was it?', choices: people }), columns, rows)

test('one of many is found by typing, case and accents aside', async () => {
  const { press, answer, screen } = await pick()
  expect(screen()).toContain('❯ Ana\n')
  expect(screen()).toContain('Emil  my brother')
  await press('cel')
  expect(screen()).toContain('› cel')
  expect(screen()).toContain('❯ Çelik')
  expect(screen()).not.toContain('Ana')
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: 2 })
  expect(screen()).toContain('› Çelik')
})

test.each([
  ['\x1b[B\x1b[B\r', 2],
  ['\x1b[B\x1b[A\r', 0],
  ['work\r', 3],
  ['lopes ana\r', 5],
  ['brother\r', 4],
  ['anx\x7f\x1b[B\r', 5],
  ['xx\x15b\r', 1],
  ['a\x1b[Bna l\r', 5],
  ['a\x1b[B\x1b[A\x1b[B\x7fdo\r', 3],
  ['\x1b', undefined],
])('one of many: %j', async (keys, value) => {
  const { press, answer } = await pick()
  await press(keys)
  await new Promise(resolve => setTimeout(resolve, keys === '\x1b' ? 600 : 0))
  expect(await answer).toEqual({ kind: 'answer', answer: value })
})

test('what fits nothing is said, and keys without a meaning change nothing', async () => {
  const { press, answer, screen } = await pick()
  await press('zz')
  expect(screen()).toContain('Nothing here fits that.')
  await press('\r')
  await press('\x7f\x7f')
  await press('\x1b[B')
  const before = screen()
  await press('\x1b[15~\x1b[<64;1;1M\x1b[2~\x07\x1bx\t')
  expect(screen()).toBe(before)
  await press('\r')
  expect(await answer).toMatchObject({ answer: 1 })
})

test('on a small screen the list stays around what is pointed at, and long lines are cut', async () => {
  const { press, screen } = await pick(16, 8)
  await press('\x1b[B\x1b[B\x1b[B')
  expect(screen()).toContain('❯ Dora fro…')
  expect(screen().split('\n').length).toBeLessThanOrEqual(8)
})

const feelings = [
  ...['lonely', 'lost', 'sad', 'worn out'].map(value => ({
    value,
    label: value,
    group: 'weighed down',
  })),
  ...['angry', 'tense'].map(value => ({ value, label: value, group: 'stirred up' })),
]
const many = async (own = true) =>
  on(
    await manyForm({
      ask: 'Which words?',
      choices: feelings,
      ...(own && { own: (typed: string) => typed }),
    }),
  )

test('several are ticked with the arrows and Space, under their groups', async () => {
  const { press, answer, screen } = await many()
  expect(screen()).toMatch(/weighed down\n +❯◯ lonely\n +◯ lost/)
  await press(' \x1b[B\x1b[B ')
  expect(screen()).toContain('› lonely, sad,')
  expect(screen()).toMatch(/◉ lonely\n +◯ lost\n +❯◉ sad/)
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: ['lonely', 'sad'] })
  expect(screen()).toContain('› lonely, sad')
})

test.each([
  ['\r', []],
  ['lone\r', ['lonely']],
  ['lonely, wor\t\r', ['lonely', 'worn out']],
  ['worn out, angry\r', ['worn out', 'angry']],
  ['ten lon \r', ['tense', 'lonely']],
  ['stir\x1b[B \r', ['tense']],
  ['sad,sad\r', ['sad']],
  ['sad, \x1b[B\x1b[B \r', []],
  ['kind of blue, lo\r', ['kind of blue', 'lonely']],
  ['adrift\r', ['adrift']],
  ['adrift, adrift\r', ['adrift']],
  ['adrift, sad, adr \r', ['adrift', 'sad']],
  ['lost, anx\x7f\x7f\x7f\r', ['lost']],
  ['lost, xx\x15\r', ['lost']],
  ['\x1b[200~sad\nangry\x1b[201~\r', ['sad', 'angry']],
  ['lost\x04', ['lost']],
])('several by typing: %j', async (keys, values) => {
  const { press, answer } = await many()
  await press(keys)
  expect(await answer).toEqual({ kind: 'answer', answer: values })
})

test('what is ticked is told at once, and words of their own as they are typed', async () => {
  const told: string[][] = []
  const { press } = await on(
    await manyForm({
      ask: 'Which words?',
      choices: feelings,
      own: (typed: string) => typed,
      onChange: ticked => told.push([...ticked]),
    }),
  )
  for (const keys of ['lon', 'ely,', ' ', 'adri', '\x15', ' ']) await press(keys)
  const half = ['ad', 'adr', 'adri'].map(it => ['lonely', it])
  expect(told).toEqual([['lonely'], ...half, ['lonely'], []])
})

test('without words of their own, what fits nothing is said', async () => {
  const { press, answer, screen } = await many(false)
  await press('adrift')
  expect(screen()).toContain('Nothing here fits that.')
  await press('\r\x15\r')
  expect(await answer).toMatchObject({ answer: [] })
})

test.each([
  ['y', true],
  ['N', false],
  ['\r', false],
  ['7\x1b[B\x1b[15~y', true],
  ['q\x7fy', true],
  ['yes\r', true],
  ['NO\r', false],
  ['maybe\r\r', false],
  ['why\ry', true],
])('yes or no: %j', async (keys, value) => {
  const { press, answer, screen } = await on(await confirmForm({ ask: 'Keep it?' }))
  expect(screen()).toContain('Enter: no')
  await press(keys)
  expect(await answer).toEqual({ kind: 'answer', answer: value })
  expect(screen()).toContain(`› ${value ? 'yes' : 'no'}`)
})

test('a passphrase keeps what is no key of ours out', async () => {
  const { press, answer, screen } = await on(await secretForm({ ask: 'Passphrase?' }))
  await press('wrong\x15op\x1b[Den\x1b[15~ \x1b[200~sesame\n\x1b[201~\x1b[3~')
  expect(screen()).not.toMatch(/sesame|masked/)
  await press('\r')
  expect(await answer).toEqual({ kind: 'answer', answer: 'open sesame' })
})

test('a word at a yes or no is no yes for the letter in it', async () => {
  const { press, screen } = await on(await confirmForm({ ask: 'Let it go?', initial: true }))
  await press('maybe')
  expect(screen()).toContain('› maybe')
  await press('\r')
  expect(screen()).toContain('Please answer yes or no.')
})

const page = (length: number) => 'some words, and more\n'.repeat(length / 21)

test.each([true, false])('a page that is pasted to a list is taken at once', async own => {
  const { press, answer } = await many(own)
  await press('lo')
  await press(`\x1b[200~st, worn out\nangry\n${page(200_000)}\x1b[201~`)
  await press(own ? '\r' : '\x15\r')
  expect(await answer).toMatchObject({
    answer: own
      ? ['lost', 'worn out', 'angry', 'some words', 'and more']
      : ['lost', 'worn out', 'angry'],
  })
})

test('a page that is pasted to a search is looked for at once, and the end of it is shown', async () => {
  const { press, screen } = await pick()
  await press(`\x1b[200~${page(200_000)}\x1b[201~`)
  expect(screen()).toContain('words, and more')
  expect(screen()).toContain('Nothing here fits that.')
})
