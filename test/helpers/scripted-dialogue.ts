import type {
  ChooseQuestion,
  ConfirmQuestion,
  Dialogue,
  Level,
  LineQuestion,
  PickManyQuestion,
  PickQuestion,
  ScaleQuestion,
  WriteQuestion,
  Written,
} from '../../src/dialogue/dialogue.ts'
import { Back, Enough, Interrupted } from '../../src/dialogue/signals.ts'

/** Enter on its own: the question is left open. */
export const skip = Symbol('skip')
/** Ctrl-X at this question. */
export const enough = Symbol('enough')
/** Ctrl-C at this question. */
export const interrupt = Symbol('interrupt')

/** Shift-Tab at this question. */
export const back = Symbol('back')

type Signal = typeof skip | typeof back | typeof enough | typeof interrupt

/**
 * One answer, and the question it belongs to: a part of its text, or of what was said since the
 * question before. What the answer may be depends on the question:
 * choose: the value or the label; pick: the value or a part of the label; pickMany: labels with
 * commas between; scale: 1 to 5; line, secret: text; confirm: true or false; line and
 * pickMany also `{ typed, by: interrupt }`, for one that was left midway;
 * write: the text, or `{ text, end }`, or a function of the question, for who looks at what stands there or opens the editor.
 */
export type Step = readonly [
  question: string | RegExp,
  answer: Signal | string | number | boolean | object,
]

export interface ScriptedDialogue extends Dialogue {
  /** Everything said and asked, line by line. */
  readonly heard: readonly string[]
  readonly closed: boolean
  /** Fails when an answer was left over, or when an earlier failure was swallowed on the way. */
  finish(): void
}

const country = 'For people to call'

/** Has an answer to each question: by what was said and asked, its form, and the labels there are to choose from. */
export type Answering = (question: string, form: keyof Dialogue, labels: string[]) => Step[1]

/** A person who answers from a list, in order, and is surprised by any other question; or who has an answer to each. */
export function scriptedDialogue(steps: readonly Step[] | Answering): ScriptedDialogue {
  const heard: string[] = []
  const left = typeof steps === 'function' ? [] : [...steps]
  let sinceLast: string[] = []
  let failure: Error | undefined
  let closed = false

  const fail = (message: string): never => {
    failure ??= new Error(`${message}\nHeard so far:\n  ${heard.join('\n  ')}`)
    throw failure
  }

  const hear = (text: string) => {
    heard.push(...text.split('\n'))
    sinceLast.push(text)
  }

  /** The answer of the next step, when it is meant for this question. */
  const answerTo = (
    ask: string,
    form: keyof Dialogue,
    choices: readonly { label: string }[] = [],
  ): unknown => {
    if (ask !== '') hear(ask)
    const context = sinceLast.join('\n')
    // Asked once at the end of every first session: left open, unless the script is about it.
    if (ask.includes(country) && !String(left[0]?.[0]).includes(country)) return undefined
    sinceLast = []
    const labels = choices.map(({ label }) => label)
    const step: Step | undefined =
      typeof steps === 'function' ? [/(?:)/, steps(context, form, labels)] : left.shift()
    if (step === undefined) return fail(`Nobody expected the question: ${context}`)
    const [question, answer] = step
    const fits = typeof question === 'string' ? context.includes(question) : question.test(context)
    if (!fits) fail(`Expected a question with ${question}, was asked: ${context}`)
    if (answer === enough) throw new Enough()
    if (answer === interrupt) throw new Interrupted()
    if (answer === back) throw new Back()
    return answer === skip ? undefined : answer
  }

  const wrong = (answer: unknown, ask: string, allowed: string): never =>
    fail(`${JSON.stringify(answer)} is no answer to "${ask}". Possible: ${allowed}`)

  const text = (answer: unknown, ask: string): string | undefined => {
    if (answer !== undefined && typeof answer !== 'string') wrong(answer, ask, 'a line of text')
    return (answer as string | undefined) || undefined
  }

  return {
    heard,
    get closed() {
      return closed
    },
    say: text => hear(typeof text === 'function' ? text() : text),
    showHelp: () => hear('People to call'),
    async choose<T>(question: ChooseQuestion<T>) {
      const { ask, choices, skippable = true } = question
      const answer = answerTo(ask, 'choose', choices)
      if (answer === undefined && (skippable || 'initial' in question)) return question.initial
      const choice =
        choices.find(it => Object.is(it.value, answer)) ?? choices.find(it => it.label === answer)
      return choice ? choice.value : wrong(answer, ask, choices.map(it => it.label).join(', '))
    },
    async pick<T>({ ask, choices }: PickQuestion<T>) {
      const answer = answerTo(ask, 'pick', choices)
      if (answer === undefined) return undefined
      const choice =
        choices.find(it => Object.is(it.value, answer)) ??
        choices.find(it => it.label.includes(String(answer)))
      return choice ? choice.value : wrong(answer, ask, choices.map(it => it.label).join(', '))
    },
    async pickMany<T>({ ask, choices, own, initial = [], onChange }: PickManyQuestion<T>) {
      const given = answerTo(ask, 'pickMany', choices)
      if (typeof given === 'object') leaveMidway(given, word => onChange?.(own ? [own(word)] : []))
      const answer = text(given, ask)
      if (answer === undefined) return [...initial]
      return answer.split(',').flatMap(part => {
        const word = part.trim()
        if (word === '') return []
        const choice =
          choices.find(it => it.label === word) ??
          (own ? undefined : choices.find(it => it.label.includes(word)))
        if (choice) return [choice.value]
        return own ? [own(word)] : wrong(word, ask, choices.map(it => it.label).join(', '))
      })
    },
    async scale({ ask, initial }: ScaleQuestion) {
      const answer = answerTo(ask, 'scale') ?? initial
      if (answer === undefined || [1, 2, 3, 4, 5].includes(answer as number)) {
        return answer as Level | undefined
      }
      return wrong(answer, ask, '1 to 5')
    },
    async line(question: LineQuestion) {
      for (;;) {
        const given = answerTo(question.ask, 'line')
        if (typeof given === 'object') leaveMidway(given, typed => question.onChange?.(typed))
        const answer = text(given, question.ask) ?? question.initial
        if (answer !== undefined) question.onChange?.(answer)
        const trouble = answer && question.check?.(answer)
        if (!trouble) return answer?.trim() || undefined
        hear(trouble)
      }
    },
    async secret({ ask }) {
      return text(answerTo(ask, 'secret'), ask)
    },
    async confirm({ ask, initial = false }: ConfirmQuestion) {
      const answer = answerTo(ask, 'confirm') ?? initial
      return typeof answer === 'boolean' ? answer : wrong(answer, ask, 'true, false')
    },
    async write(question: WriteQuestion): Promise<Written> {
      const initial = question.initial ?? ''
      for (const line of question.beside ?? []) hear(line)
      let answer: unknown
      try {
        answer = answerTo(question.ask ?? '', 'write')
      } catch (signal) {
        if (signal instanceof Enough) return { text: initial, end: 'enough' }
        throw signal
      }
      if (typeof answer === 'function') answer = await answer(question)
      const written = { text: initial, end: 'done', ...asWritten(answer) } as Written
      const ends = ['done', 'enough', ...(question.keys ?? [])]
      if (!ends.includes(written.end)) wrong(written.end, question.ask ?? '', ends.join(', '))
      if (written.text !== initial) question.onChange?.(written.text)
      return written
    },
    close() {
      closed = true
    },
    finish() {
      if (failure) throw failure
      if (left.length > 0) fail(`Never asked: ${left.map(([question]) => question).join(', ')}`)
    },
  }
}

function leaveMidway(answer: object | null, tell: (typed: string) => void): never {
  const { typed, by } = answer as { typed: string; by: typeof enough | typeof interrupt }
  tell(typed)
  throw by === enough ? new Enough() : new Interrupted()
}

function asWritten(answer: unknown): object {
  if (typeof answer === 'object' && answer !== null) return answer
  return answer === undefined ? {} : { text: String(answer) }
}
