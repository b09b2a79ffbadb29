import type { Colours } from '../render/colours.ts'
import { choiceForm } from './choice-form.ts'
import { scaleQuestion } from './choices.ts'
import type { Dialogue, Said, WriteQuestion, Written } from './dialogue.ts'
import type { Form, SlowForm } from './form.ts'
import { keyboardOn, RESTORE } from './keyboard.ts'
import { lineForm } from './line-form.ts'
import { Back, Enough, Interrupted } from './signals.ts'
import { stage } from './stage.ts'
import { writeForm } from './write-form.ts'

export interface TerminalOptions {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  colours: Colours
  /** People to call, in words, for Ctrl-T at any question. */
  onHelp(): string
  /** Whether words may call for them. */
  mayCall?(words: string): boolean
}

/** The conversation on a real terminal. Give it streams that are terminals; otherwise use `plainDialogue`. */
export function terminalDialogue({
  input,
  output,
  colours,
  onHelp,
  mayCall = () => false,
}: TerminalOptions): Dialogue {
  const keyboard = keyboardOn(input)
  let recent: (() => string)[] = []
  /** The width that the first of them was laid out for. */
  let columns = output.columns
  /** Whether what was written last leaves an empty line, as there is above every question. */
  let spaced = true
  let closed = false

  // Whoever says such a thing to a question about a number hears of more than the numbers.
  const besides = (words: string) => (mayCall(words) ? ' Ctrl-T shows people to call.' : '')

  const say = (said: Said) => {
    const wasSpaced = spaced
    const shown = () => {
      const text = typeof said === 'function' ? said() : said
      // One empty line is enough, also where a question that stood between was taken off.
      return wasSpaced ? text.replace(/^\n/, '') : text
    }
    if (recent.length === 0) columns = output.columns
    const now = shown()
    recent.push(shown)
    output.write(`${now}\n`)
    spaced = /(^|\n)\s*$/.test(now)
  }

  const ask = async <A>(form: Form<A> | SlowForm<A>, back = false): Promise<A> => {
    for (;;) {
      if (!spaced) say('')
      const context = { input, output, clearPromptOnDone: false }
      const end = await stage(
        {
          form,
          back,
          colours,
          keyboard,
          screen: output,
          // A resize between two questions is nobody's to hear.
          stale: () => recent.length > 0 && columns !== output.columns,
          recent: () => recent.map(shown => `${shown()}\n`).join(''),
          onQuiet: () => {
            recent = []
          },
          onEnd: clear => {
            context.clearPromptOnDone = clear
          },
        },
        context,
      ).catch(stoppedByReadline)
      if (end.kind === 'help') say(onHelp)
      else {
        // A question taken off the screen leaves it as it was before.
        if (!context.clearPromptOnDone) {
          recent = []
          spaced = false
        }
        if (end.kind === 'answer') return end.answer as A
        if (end.kind === 'back') throw new Back()
        throw end.kind === 'enough' ? new Enough() : new Interrupted()
      }
    }
  }

  const askSlowly = async <A>(coming: Promise<SlowForm<A>>, back = false): Promise<A> => {
    const form = await coming
    try {
      return await ask(form, back)
    } finally {
      form.close()
    }
  }

  const write = async (question: WriteQuestion, notice?: string): Promise<Written> => {
    const form = writeForm(question, notice)
    try {
      const { text, end } = await ask(form, question.back)
      if (end !== 'edit') return { text, end }
    } catch (signal) {
      if (signal instanceof Enough) return { text: form.text, end: 'enough' }
      throw signal
    }
    cook(input)
    try {
      const initial = (await question.edit?.(form.text)) ?? form.text
      if (initial !== form.text) question.onChange?.(initial)
      return write({ ...question, initial })
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error)
      // What a failing editor saved may be in the draft by now.
      question.onChange?.(form.text)
      return write({ ...question, initial: form.text }, trouble)
    }
  }

  return {
    say,
    showHelp: () => say(onHelp),
    choose: question => ask(choiceForm(question, besides), question.back),
    scale: question => ask(choiceForm(scaleQuestion(question), besides), question.back),
    line: question => ask(lineForm(question, besides), question.back),
    // The first question of a session needs none of these, and is there sooner without them.
    pick: async question => askSlowly((await import('./pick-form.ts')).pickForm(question)),
    pickMany: async question =>
      askSlowly((await import('./many-form.ts')).manyForm(question), question.back),
    secret: async question => askSlowly((await import('./stock-forms.ts')).secretForm(question)),
    confirm: async question => askSlowly((await import('./stock-forms.ts')).confirmForm(question)),
    write: question => write(question),
    close() {
      if (closed) return
      closed = true
      keyboard.close()
      cook(input)
      // What the command says next stands apart from the last answer.
      output.write(spaced ? RESTORE : `\n${RESTORE}`)
    },
  }
}

/** Questions leave the terminal raw, for the next one; others want it as it was. A closed window has no mode. */
function cook(input: NodeJS.ReadStream): void {
  try {
    input.setRawMode?.(false)
  } catch {}
}

/** Ctrl-C in the moment before the first drawing is seen by @inquirer/core itself. */
function stoppedByReadline(error: unknown): { kind: 'interrupted' } {
  if (error instanceof Error && error.name === 'ExitPromptError') return { kind: 'interrupted' }
  throw error
}
