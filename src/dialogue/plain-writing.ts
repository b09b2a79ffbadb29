import type { WriteKey, WriteQuestion, Written } from './dialogue.ts'
import { HIDE_CHORD } from './keyboard.ts'
import { textIn } from './sequences.ts'
import { Back } from './signals.ts'

/** What the plain forms talk through. */
export interface Voice {
  say(text: string): void
  /** The next line, or undefined when nobody is there any more. */
  nextLine(): Promise<string | undefined>
  onHelp(): string
  hide(): void
}

/** Where lines are read and not keys, the chord is a line of its own. */
export const isHideLine = (line: string | undefined): boolean =>
  line !== undefined && ['/hide', HIDE_CHORD].includes(line.replace(/^[ \t]+|[ \t\r]+$/g, ''))

const ways: Record<WriteKey, string> = {
  swap: 'another question',
  why: 'why this one',
  blank: 'a blank page',
  deeper: 'a second question',
  private: 'this session private, or not',
}

/** Writing line by line. Commands are lines of their own that begin with a slash. */
export async function writePlainly(question: WriteQuestion, voice: Voice): Promise<Written> {
  const { keys = [], edit } = question
  const { say } = voice
  let text = question.initial ?? ''
  let told: string | undefined
  const change = (to: string) => {
    text = to
    const trouble = question.onChange?.(text)
    if (trouble !== undefined && trouble !== told) say(trouble)
    told = trouble
  }

  for (const line of [question.ask, ...(question.beside ?? [])]) if (line) say(line)
  if (text) say(`So far:\n${text}`)
  say(
    'Write as many lines as you like. A line with a single . ends it; /keys tells what else there is.',
  )
  for (;;) {
    const line = await voice.nextLine()
    if (line === undefined) return { text, end: text ? 'done' : 'enough' }
    const command = line.trim()
    if (command === '.' || command === '/done') return { text, end: 'done' }
    if (command === '/back' && question.back) throw new Back()
    if (command === '/enough') return { text, end: 'enough' }
    const key = keys.find(it => command === `/${it}`)
    if (key) return { text, end: key }
    if (isHideLine(line)) voice.hide()
    else if (command === '/help') say(voice.onHelp())
    else if (command === '/keys') say(commandList(question))
    else if (command === '/again') say(text || 'Nothing yet.')
    else if (command === '/undo') {
      const cut = text.lastIndexOf('\n')
      say(text ? `Taken back: ${text.slice(cut + 1)}` : 'Nothing yet.')
      if (text) change(text.slice(0, Math.max(0, cut)))
    } else if (command === '/edit' && edit) {
      try {
        change(await edit(text))
        say(`${text}\nGo on, or end with a single . on a line.`)
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
      }
    } else if (/^\/\w*$/.test(command)) {
      say(`${command} means nothing here. /keys tells what does; // at the start writes a slash.`)
    } else {
      const added = clean(line)
      change(text ? `${text}\n${added}` : added)
    }
  }
}

function commandList({ keys = [], edit, back }: WriteQuestion): string {
  return [
    '. or /done: done',
    '/again: hear it again',
    '/undo: take back the last line',
    ...keys.map(key => `/${key}: ${ways[key]}`),
    ...(edit ? ['/edit: go on in your editor'] : []),
    ...(back ? ['/back: the question before'] : []),
    '/enough: enough for today',
    '/hide: clear the screen, and what can be scrolled back to',
    '/help: people to call',
    'A line that begins with // is kept, with one slash.',
  ].join('\n')
}

/** As the writing field takes it: arrows that were pressed in a line leave nothing, nor do other sequences. */
const clean = (line: string): string => textIn(line.replace(/^\/\//, '/'))
