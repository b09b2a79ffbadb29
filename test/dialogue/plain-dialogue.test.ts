import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayCall } from '../../src/care/triggers.ts'
import type { Dialogue, WriteQuestion } from '../../src/dialogue/dialogue.ts'
import { type PlainOptions, plainDialogue } from '../../src/dialogue/plain-dialogue.ts'
import { Enough, Interrupted } from '../../src/dialogue/signals.ts'
import { openPty } from '../helpers/pty.ts'
import { buildDemo } from './build-demo.ts'

/** A conversation over a pipe into which all of this was written. */
function piped(lines: readonly string[], options: Partial<PlainOptions> = {}) {
  const input = new PassThrough()
  const output = new PassThrough()
  const said: string[] = []
  output.on('data', chunk => said.push(String(chunk)))
  input.end(lines.map(line => `${line}\n`).join(''))
  const onHelp = () => 'Your sister +44 20'
  const dialogue = plainDialogue({ input, output, onHelp, ...options })
  return { dialogue, heard: () => said.join('') }
}

const choices = [
  { value: 'vl', label: 'very low' },
  { value: 'vg', label: 'very good', hint: 'a fine day' },
  { value: 'l', label: 'low' },
]
const length = (dialogue: Dialogue) => dialogue.choose({ ask: 'How are you?', choices })

test('choices are numbered, and taken by number, word or the beginning of it', async () => {
  const { dialogue, heard } = piped(['2', 'LOW', 'very g', ''])
  expect(await length(dialogue)).toBe('vg')
  expect(heard()).toContain('How are you?\n1. very low\n2. very good, a fine day\n3. low\n')
  expect(await length(dialogue)).toBe('l')
  expect(await length(dialogue)).toBe('vg')
  expect(await length(dialogue)).toBeUndefined()
})

test('an unclear answer is asked again', async () => {
  const { dialogue, heard } = piped(['very', 'purple', '9', 'low'])
  expect(await length(dialogue)).toBe('l')
  expect(heard()).toContain('That could be very low or very good. Which one?')
  expect(heard()).toContain('That is not one of them. A number from 1 to 3')
})

test('a choice that must be made, and one that is set', async () => {
  const { dialogue } = piped(['', '1', ''])
  expect(await dialogue.choose({ ask: 'Which?', choices, skippable: false })).toBe('vl')
  expect(await dialogue.choose({ ask: 'Which?', choices, initial: 'l' })).toBe('l')
})

test.each(['/hide', '\x0c', ' \x0c\r'])(
  '%j on a line hides the screen, and nothing is lost',
  async typed => {
    let hidden = 0
    const onHide = () => void hidden++
    const lines = [typed, 'low', 'first', typed, 'second', '.']
    const { dialogue, heard } = piped(lines, { onHide })
    expect(await length(dialogue)).toBe('l')
    expect(hidden).toBe(1)
    expect(heard()).toContain('Hidden. /again brings the question back.')
    expect(await dialogue.write({ ask: 'What was it?' })).toEqual({
      text: 'first\nsecond',
      end: 'done',
    })
    expect(hidden).toBe(2)
  },
)

test('scale, line and confirm', async () => {
  const { dialogue, heard } = piped(['5', 'faint', 'nobody', 'sister', '', 'y', 'perhaps', ''])
  expect(await dialogue.scale({ ask: 'How strong?', words: ['faint', 'full'] })).toBe(5)
  expect(heard()).toContain('1 is faint, 5 is full.')
  expect(await dialogue.scale({ ask: 'How strong?', words: ['faint', 'full'] })).toBe(1)
  const check = (text: string) => (text === 'sister' ? undefined : 'Who was it?')
  expect(await dialogue.line({ ask: 'Who?', check })).toBe('sister')
  expect(heard()).toContain('Who was it?')
  expect(await dialogue.line({ ask: 'Who?', initial: 'Sam' })).toBe('Sam')
  expect(await dialogue.confirm({ ask: 'Keep it?' })).toBe(true)
  expect(await dialogue.confirm({ ask: 'Keep it?' })).toBe(false)
})

const people = [...'abcdefghijkl'].map(letter => ({ value: letter, label: `${letter}na lopes` }))

test('one of many: by number in the list that was read, or by a part that fits one', async () => {
  const { dialogue, heard } = piped(['zz', 'lopes', '2', 'lna', '10', 'k', ''])
  const who = () => dialogue.pick({ ask: 'Who?', choices: people })
  expect(await who()).toBe('b')
  expect(heard()).toContain('9. ina lopes\nAnd 3 others.\nA number, or a part')
  expect(heard()).toContain('Nothing here fits that.')
  expect(heard()).toContain('Which number?')
  expect(await who()).toBe('l')
  expect(await who()).toBe('k')
  expect(await who()).toBeUndefined()
})

test('several of many, by numbers and words', async () => {
  const { dialogue, heard } = piped(['2, Sad; mine', 'nobody', '1,1, glad', '', 'own words'])
  const choices = [
    { value: 's', label: 'sad', group: 'heavy' },
    { value: 'c', label: 'calm', group: 'light' },
    { value: 'g', label: 'glad', group: 'light' },
  ]
  const some = (own = true) =>
    dialogue.pickMany({ ask: 'Which?', choices, ...(own && { own: (text: string) => text }) })
  expect(await some()).toEqual(['c', 's', 'mine'])
  expect(heard()).toContain('heavy: 1 sad\nlight: 2 calm, 3 glad\nNumbers or words')
  expect(await some(false)).toEqual(['s', 'g'])
  expect(heard()).toContain('"nobody" is not one of them.')
  expect(await some()).toEqual([])
  expect(await some()).toEqual(['own words'])
})

test('answers are said, and kept or corrected', async () => {
  const { dialogue, heard } = piped(['1', '3', '', 'Sam', 'Sarah', '', '', '/again', ''], {
    readBack: true,
  })
  expect(await length(dialogue)).toBe('l')
  expect(heard()).toContain('very low. Enter keeps it, or answer again.')
  expect(await dialogue.line({ ask: 'Who?' })).toBe('Sarah')
  expect(await dialogue.line({ ask: 'Who else?' })).toBeUndefined()
  expect(await dialogue.line({ ask: 'And who?' })).toBeUndefined()
  expect(heard().match(/And who\?/g)).toHaveLength(2)
})

test('words that are read back are told before that, so that leaving then loses none', async () => {
  const told: unknown[] = []
  const onChange = (said: unknown) => void told.push(said)
  const { dialogue } = piped(['a walk', 'a long walk', '/enough', '1, calm', '/enough'], {
    readBack: true,
  })
  await expect(dialogue.line({ ask: 'What helped?', onChange })).rejects.toThrow(Enough)
  expect(told).toEqual(['a walk', 'a long walk'])
  await expect(
    dialogue.pickMany({ ask: 'Which?', choices, own: text => text, onChange }),
  ).rejects.toThrow(Enough)
  expect(told.at(-1)).toEqual(['vl', 'calm'])
})

test('people to call, and enough, at any question', async () => {
  const { dialogue, heard } = piped(['/help', '/enough'])
  await expect(length(dialogue)).rejects.toThrow(Enough)
  expect(heard()).toContain('Your sister +44 20')
})

test('the end of the input is enough', async () => {
  const { dialogue } = piped([])
  await expect(length(dialogue)).rejects.toThrow(Enough)
  await expect(dialogue.confirm({ ask: 'Keep it?' })).rejects.toThrow(Enough)
  expect(await dialogue.write({ initial: '' })).toEqual({ text: '', end: 'enough' })
})

async function written(lines: readonly string[], question: WriteQuestion = {}) {
  const { dialogue, heard } = piped(lines)
  return { ...(await dialogue.write(question)), heard: heard() }
}

test('text ends with a single dot, or with the input', async () => {
  expect(await written(['one', '', '  two', '.'])).toMatchObject({
    text: 'one\n\n  two',
    end: 'done',
  })
  expect(await written(['one'])).toMatchObject({ text: 'one', end: 'done' })
  expect(await written(['one', '/done'])).toMatchObject({ text: 'one', end: 'done' })
})

test('commands while writing', async () => {
  const drafts: string[] = []
  const result = await written(
    ['one', 'two', '/undo', '/again', '/help', '//slash', '/odd', 'a /done b', '/swap'],
    {
      keys: ['swap'],
      onChange: text => void drafts.push(text),
    },
  )
  expect(result).toMatchObject({ text: 'one\n/slash\na /done b', end: 'swap' })
  expect(result.heard).toContain('Taken back: two')
  expect(result.heard).toMatch(/^one$/m)
  expect(result.heard).toContain('Your sister +44 20')
  expect(result.heard).toContain('/odd means nothing here.')
  expect(drafts).toEqual(['one', 'one\ntwo', 'one', 'one\n/slash', 'one\n/slash\na /done b'])
  expect(await written(['/why', '.'])).toMatchObject({ text: '', end: 'done' })
  expect(await written(['one', '/enough'])).toMatchObject({ text: 'one', end: 'enough' })
})

test('the editor, also when it fails', async () => {
  const edited = await written(['one', '/edit', '.'], { edit: text => `${text}, edited` })
  expect(edited).toMatchObject({ text: 'one, edited' })
  const edit = () => Promise.reject(new Error('The editor ended with an error.'))
  const failed = await written(['one', '/edit', '.'], { edit })
  expect(failed).toMatchObject({ text: 'one' })
  expect(failed.heard).toContain('The editor ended with an error.')
})

test('Ctrl-C ends the question that waits, and those after it', async () => {
  const interrupt = new AbortController()
  const input = new PassThrough()
  const dialogue = plainDialogue({
    input,
    output: new PassThrough(),
    onHelp: () => '',
    interrupt: interrupt.signal,
  })
  const answer = length(dialogue)
  interrupt.abort()
  await expect(answer).rejects.toThrow(Interrupted)
  await expect(dialogue.write({})).rejects.toThrow(Interrupted)
})

test('arrows pressed in a line, and what a terminal sends by itself, are no part of it', async () => {
  const { dialogue } = piped([
    'lo\x1b[D\x1b[Aw',
    'Sam\x1b[<64;10;5M',
    '\x1b]11;rgb:1/1/1\x07words',
    '.',
  ])
  expect(await length(dialogue)).toBe('l')
  expect(await dialogue.line({ ask: 'Who?' })).toBe('Sam')
  expect(await dialogue.write({})).toEqual({ text: 'words', end: 'done' })
})

test('nothing said can move the cursor', () => {
  const { dialogue, heard } = piped([])
  dialogue.say('\x1b[1mbold\x1b[22m \x07\x1b[2Jbell')
  expect(heard()).toBe('bold ␇bell\n')
})

let demo = ''
beforeAll(async () => {
  demo = await buildDemo()
})
afterAll(() => rmSync(dirname(demo), { recursive: true, force: true }))

test('on a real terminal: no escape at all, secrets unseen, Ctrl-D and Ctrl-C', async () => {
  const pty = openPty(process.execPath, [demo, 'plain', 'questions'], { rows: 60 })
  await pty.waitFor('Enter skips.')
  pty.type('low\r')
  await pty.waitFor('Enter keeps it')
  pty.type('3\r\r')
  await pty.waitFor('[mood: 3]')
  pty.type('\r')
  await pty.waitFor('[energy: skipped]')
  pty.type('quarter\r2\r\r')
  await pty.waitFor('[length: "steady"]')
  pty.type('lonely\r\r')
  await pty.waitFor('[feelings: "lonely"]')
  pty.type('\r')
  await pty.waitFor('Passphrase?')
  await new Promise(resolve => setTimeout(resolve, 100))
  pty.type('open\x1b[D sesams\x7fe\x1b[<64;10;5M\r')
  await pty.waitFor('[secret: "open sesame"]')
  expect((await pty.exit).code).toBe(0)
  expect(pty.raw()).not.toContain('\x1b')
  expect(pty.raw().match(/sesam/g)).toHaveLength(1)

  const writing = openPty(process.execPath, [demo, 'plain', 'write'])
  await writing.waitFor('heaviest')
  writing.type('one\rtwo\r\x04')
  await writing.waitFor('[written: {"text":"one\\ntwo","end":"done"}]')
  await writing.waitFor('Did anyone understand?')
  writing.type('sister\r\r')
  await writing.waitFor('[name: "sister"]')
  expect((await writing.exit).code).toBe(0)

  const stopped = openPty(process.execPath, [demo, 'plain', 'write'])
  await stopped.waitFor('heaviest')
  stopped.type('\x03')
  expect((await stopped.exit).code).toBe(130)
  expect(stopped.raw() + writing.raw()).not.toContain('\x1b')
})

test('words that mean nothing at a question and may call for people are told where those are', async () => {
  const { dialogue, heard } = piped(
    ['purple', 'i want to die', 'low', 'i want to die', 'Ireland'],
    {
      mayCall,
    },
  )
  expect(await length(dialogue)).toBe('l')
  const check = (text: string) => (text === 'Ireland' ? undefined : 'There is no such land.')
  expect(await dialogue.line({ ask: 'Where are you?', check })).toBe('Ireland')
  expect(heard().match(/[^\n]*\/help shows people to call\./g)).toEqual([
    expect.stringMatching(/^That is not one of them\./),
    'There is no such land. /help shows people to call.',
  ])
})
