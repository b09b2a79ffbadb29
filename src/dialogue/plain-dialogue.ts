import { stripVTControlCharacters } from 'node:util'
import { visible } from '../render/gate.ts'
import { toWindow } from '../render/to-window.ts'
import { matchChoices, scaleQuestion, yesOrNo } from './choices.ts'
import type { Choice, ChooseQuestion, Dialogue, LineQuestion, Said } from './dialogue.ts'
import { type LinesOptions, linesOf } from './lines.ts'
import { numbered, type Spoken, spokenPick, spokenPickMany } from './plain-picking.ts'
import { isHideLine, writePlainly } from './plain-writing.ts'
import type { PlainInput } from './read-secret.ts'
import { readSecret } from './read-secret.ts'
import { textIn } from './sequences.ts'
import { Back, Enough } from './signals.ts'
import { choiceMeant, notOne } from './word-typed.ts'

export interface PlainOptions extends LinesOptions {
  input: PlainInput
  output: NodeJS.WritableStream
  /** People to call, in words, for `/help` at any question. */
  onHelp(): string
  /** Whether words may call for them. */
  mayCall?(words: string): boolean
  /** Clears the screen, and what can be scrolled back to, for `/hide` and for Ctrl-L on a line of its own. */
  onHide?(): void
  /** Says each short answer, to be kept or corrected. On a terminal unless said otherwise. */
  readBack?: boolean
}

interface Found<A> {
  value: A
  spoken: string
}

interface Around<A> {
  readonly back?: boolean | undefined
  /** Told of an answer before it is read back. */
  readonly tell?: ((value: A) => void) | undefined
}

/** Suggestions that are read out; the rest would be a long listen. */
const EXAMPLES = 8

/**
 * The conversation line by line, for screen readers, dumb terminals and pipes: nothing in the
 * stream moves the cursor or erases, every choice has a number, and answers are read back.
 */
export function plainDialogue(options: PlainOptions): Dialogue {
  const {
    input,
    output,
    onHelp,
    mayCall = () => false,
    onHide = () => {},
    readBack = input.isTTY ?? false,
  } = options
  const lines = linesOf(input, options)

  const say = (said: Said) => {
    const text = visible(stripVTControlCharacters(typeof said === 'function' ? said() : said))
    // Only a terminal has columns; a pipe gets lines as they are.
    const { columns } = output as { columns?: number }
    output.write(`${columns ? toWindow(text, columns) : text}\n`)
  }

  const hide = () => {
    onHide()
    say('Hidden. /again brings the question back.')
  }

  /** A line for a short question, after the commands that work at all of them. */
  const answer = async (question: () => void, back = false): Promise<string> => {
    for (;;) {
      const line = await lines.next()
      const typed = line === undefined ? '/enough' : textIn(line).trim()
      if (isHideLine(line)) {
        hide()
        continue
      }
      if (typed === '/enough') throw new Enough()
      if (typed === '/back' && back) throw new Back()
      if (typed === '/back') say('There is no question before this one.')
      else if (typed === '/help') say(onHelp())
      else if (typed === '/again') question()
      else return typed.replace(/^\/\//, '/')
    }
  }

  /**
   * Asks until `read` makes something of the answer: a value, what is the trouble with it, or
   * undefined for a skip. Then the value is said, and stays what it is on Enter. Words are told before that, so
   * that leaving while they are read back loses none.
   */
  const ask = async <A>(
    question: () => void,
    read: (typed: string) => Found<A> | string | undefined,
    { back, tell }: Around<A> = {},
  ): Promise<A | undefined> => {
    question()
    let kept: Found<A> | undefined
    for (;;) {
      const typed = await answer(question, back)
      if (kept && typed === '') return kept.value
      const found = read(typed)
      if (found === undefined) return undefined
      if (typeof found === 'string')
        say(mayCall(typed) ? `${found} /help shows people to call.` : found)
      else if (!readBack) return found.value
      else {
        kept = found
        tell?.(found.value)
        say(`${found.spoken}. Enter keeps it, or answer again.`)
      }
    }
  }

  const choose = <T>(question: ChooseQuestion<T>, list = numbered(question.choices)) => {
    const { choices, skippable = true } = question
    const initial =
      'initial' in question ? choices.find(it => it.value === question.initial) : undefined
    const enter = initial
      ? `, Enter for ${initial.label || choices.indexOf(initial) + 1}`
      : skippable
        ? ', Enter skips'
        : ''
    const numbers = choices.length === 1 ? 'Type 1' : `A number from 1 to ${choices.length}`
    const how = `${numbers}, or the word${enter}.`
    const found = (choice: Choice<T>): Found<T> => ({
      value: choice.value,
      spoken: choice.label || String(choices.indexOf(choice) + 1),
    })
    return ask<T>(
      () => say(`${question.ask}\n${list}\n${how}`),
      typed => {
        if (typed === '' && initial) return found(initial)
        if (typed === '' && skippable) return undefined
        const meant = typed === '' ? notOne : choiceMeant(choices, typed)
        if (typeof meant !== 'string') return found(meant)
        return meant === notOne ? `${meant} ${how}` : meant
      },
      question,
    )
  }

  const line = ({ ask: text, hint, initial, suggest = [], check, onChange, back }: LineQuestion) =>
    ask<string>(
      () => {
        const examples = suggest.slice(0, EXAMPLES).join(', ')
        const asides = [hint, examples && `For example: ${examples}.`]
        // Said once, where the hint says it already.
        const skips = hint?.includes('Enter') ? '' : 'Enter skips.'
        const enter = initial ? `Enter for: ${initial}` : skips
        say([text, ...asides, enter].filter(Boolean).join('\n'))
      },
      typed => {
        const value = typed || initial
        if (!value) return undefined
        return check?.(value) ?? { value, spoken: value }
      },
      { back, tell: onChange },
    )

  const picked = <A>({ question, read }: Spoken<A>, around: Around<A>) =>
    ask<A>(() => say(question), read, around)

  return {
    say,
    choose: question => choose(question),
    pick: question => picked(spokenPick(question), {}),
    pickMany: async question =>
      (await picked(spokenPickMany(question), { back: question.back, tell: question.onChange })) ??
      [],
    scale: question => {
      const { words } = question
      const ends = words.length === 2 ? `1 is ${words[0]}, 5 is ${words[1]}.` : undefined
      return choose(scaleQuestion(question), ends)
    },
    line,
    async secret({ ask: text }) {
      say(text)
      const typed = await readSecret(input, lines, onHide)
      if (typed === undefined) throw new Enough()
      return typed || undefined
    },
    async confirm({ ask: text, initial = false }) {
      const question = () => say(`${text}\nyes or no, Enter for ${initial ? 'yes' : 'no'}.`)
      question()
      for (;;) {
        const typed = await answer(question)
        if (typed === '') return initial
        const [match] = matchChoices(yesOrNo, typed)
        if (match) return match.value
        say('Please answer yes or no.')
      }
    },
    showHelp: () => say(onHelp()),
    write: question => writePlainly(question, { say, nextLine: lines.next, onHelp, hide }),
    close: lines.close,
  }
}
