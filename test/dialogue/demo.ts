// A small program that asks every kind of question, run in a real terminal by the tests:
// demo (terminal|plain) (questions|write|picking|between|slow)
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { ReadStream } from 'node:tty'
import { plainDialogue } from '../../src/dialogue/plain-dialogue.ts'
import { Enough, Interrupted } from '../../src/dialogue/signals.ts'
import { terminalDialogue } from '../../src/dialogue/terminal-dialogue.ts'
import { noColours } from '../../src/render/colours.ts'
import { wrapWords } from '../../src/render/wrap.ts'

const [form, part] = process.argv.slice(2)
const { DEMO_DRAFT: draft, DEMO_INITIAL: initial = '', DEMO_STAY } = process.env
const { stdin: input, stdout: output } = process
const onHelp = () => '  Your sister +44 20'
const interrupt = new AbortController()
const dialogue =
  form === 'plain'
    ? plainDialogue({
        input,
        output,
        onHelp,
        interrupt: interrupt.signal,
        reopen: () => new ReadStream(0),
      })
    : terminalDialogue({ input, output, onHelp, colours: noColours })

process.on('SIGINT', () => interrupt.abort())
// A closed window is told in two ways; without this one the other can be seen.
if (DEMO_STAY) {
  process.on('SIGHUP', () => {})
  output.on('error', () => {})
}
process.on('SIGTERM', () => {
  dialogue.close()
  process.exit(143)
})

const tell = (name: string, answer: unknown) =>
  dialogue.say(`[${name}: ${JSON.stringify(answer) ?? 'skipped'}]`)

async function questions(): Promise<void> {
  const moods = ['very low', 'low', 'in between', 'good', 'very good'] as const
  tell('mood', await dialogue.scale({ ask: 'How are you, right now?', words: moods }))
  tell('energy', await dialogue.scale({ ask: 'And your energy?', words: ['empty', 'plenty'] }))
  const choices = [
    { value: 'short', label: 'a few minutes', hint: 'one theme' },
    { value: 'steady', label: 'a quarter hour', hint: 'all five' },
    { value: 'deep', label: 'longer' },
  ]
  const ask = 'How long do you have?'
  tell('length', await dialogue.choose({ ask, choices, layout: 'menu' }))
  const suggest = ['lonely', 'worn out', 'relieved']
  tell('feelings', await dialogue.line({ ask: 'Which words come near?', suggest }))
  tell('keep', await dialogue.confirm({ ask: 'Keep it?', initial: true }))
  tell('secret', await dialogue.secret({ ask: 'Passphrase?' }))
}

const saying = () =>
  dialogue.say(() =>
    wrapWords('Words that are said follow the window, too.', output.columns).join('\n'),
  )

/** What takes long between two questions, so that the window has another size at the second. */
async function between(): Promise<void> {
  saying()
  const alive = setInterval(() => {}, 60_000)
  await once(output, 'resize')
  clearInterval(alive)
  tell('keep', await dialogue.confirm({ ask: 'Keep it?' }))
}

/** A question, what takes long, and another question. */
async function slow(): Promise<void> {
  tell('first', await dialogue.line({ ask: 'First?' }))
  const alive = setInterval(() => {}, 60_000)
  await once(output, 'resize')
  clearInterval(alive)
  tell('second', await dialogue.line({ ask: 'Second?' }))
}

async function picking(): Promise<void> {
  saying()
  const named = (label: string) => ({ value: label, label })
  const people = ['Ana', 'Bernát', 'Çelik', 'Dora', 'Emil'].map(named)
  tell('who', await dialogue.pick({ ask: 'Who was it?', choices: people }))
  const grouped = (group: string, words: string[]) => words.map(word => ({ ...named(word), group }))
  const words = [
    ...grouped('weighed down', ['lonely', 'sad']),
    ...grouped('settled', ['calm', 'glad']),
  ]
  const feelings = { ask: 'Which words?', choices: words, own: (typed: string) => typed }
  tell('words', await dialogue.pickMany(feelings))
  tell('keep', await dialogue.confirm({ ask: 'Keep it?' }))
}

async function write(): Promise<void> {
  const written = await dialogue.write({
    ask: 'What has been the heaviest part of today to carry?',
    initial,
    keys: ['swap', 'why', 'blank'],
    edit: text => {
      if (text === 'fail') throw new Error('The editor ended with an error.')
      return `${text} (edited)`
    },
    onChange: text => {
      if (draft) writeFileSync(draft, text)
    },
  })
  if (draft)
    writeFileSync(draft, `${written.text}${written.end === 'done' ? '' : ` (${written.end})`}`)
  tell('written', { ...written, text: written.text.slice(0, 200) })
  tell('name', await dialogue.line({ ask: 'Did anyone understand?' }))
}

try {
  dialogue.say('  Welcome.')
  await { questions, write, picking, between, slow }[part as 'questions']()
  dialogue.close()
} catch (signal) {
  if (signal instanceof Enough) dialogue.say('[enough]')
  dialogue.close()
  if (signal instanceof Interrupted) process.exit(130)
  if (!(signal instanceof Enough)) throw signal
}
