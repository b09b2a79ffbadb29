import type { Key } from './keys.ts'
import { sequences, textIn } from './sequences.ts'

/** What readline's keypress events carry beside the character. */
export interface RawKey {
  name?: string
  sequence?: string
  ctrl?: boolean
  meta?: boolean
}

export const PASTE_ON = '\x1b[?2004h'
export const PASTE_OFF = '\x1b[?2004l'
/** What a terminal must be sent at the end, however the end comes: a cursor, and plain pastes. */
export const RESTORE = `\x1b[?25h${PASTE_OFF}`
/** Somebody walks in: clears the screen, and then what can be scrolled back to, where some terminals move the screen. */
export const HIDE = '\x1b[2J\x1b[3J\x1b[H'
/** The chord for that, as a terminal sends it. */
export const HIDE_CHORD = '\x0c'
/** Whether a key is that chord. */
export const isHide = (key: Key): boolean => key.ctrl && key.name === 'l'

/**
 * Turns keypress events into keys, and the many between paste-start and paste-end into one.
 * Between two questions keys are kept for the next one, where @inquirer/core would drop them.
 */
export interface Keyboard {
  /**
   * Hands the keys to a question until the returned function is called. While a promise that it gave
   * for a key is open, the next keys wait: they may be for the next question.
   */
  listen(onKey: (key: Key) => unknown): () => void
  /**
   * A question was answered by a single key. People press Enter after it by habit, or type the whole word, and
   * neither must answer the next question: an Enter that follows at once is dropped, with what is typed of the word.
   *
   * @param rest what is left of the word behind the key
   */
  answeredByKey(rest: string): void
  close(): void
}

const HABIT_MS = 400
/** How long the rest of a sequence is waited for; as long as readline waits behind Escape. */
const REST_MS = 500

export function keyboardOn(input: NodeJS.EventEmitter): Keyboard {
  const waiting: { key: Key; time: number }[] = []
  let listener: ((key: Key) => unknown) | undefined
  let ready = false
  const untangle = sequences()
  let rest: NodeJS.Timeout | undefined
  let paste: string | undefined
  /** The question before was answered by a key at that time; what may follow out of habit. */
  let answered: { readonly time: number; readonly rest: string } | undefined
  let wordEnds: NodeJS.Timeout | undefined

  const deliver = () => {
    while (ready && listener) {
      if (answered && !isHabitOver(answered)) return
      const next = waiting.shift()
      if (!next) return
      waitFor(listener, listener(next.key))
    }
  }
  /** Drops what follows an answer out of habit. While it may still be that, the keys wait, and none gets lost. */
  const isHabitOver = ({ time, rest }: NonNullable<typeof answered>): boolean => {
    clearTimeout(wordEnds)
    let typed = ''
    let last = time
    for (const [index, { key, time: pressed }] of waiting.entries()) {
      const isAtOnce = pressed - last < HABIT_MS
      const isEnter = key.name === 'return' && !key.meta
      last = pressed
      typed += key.text
      const goesOn = key.text !== '' && !key.pasted && rest.startsWith(typed.toLowerCase())
      if (isAtOnce && goesOn) continue
      if (isAtOnce && isEnter) waiting.splice(0, index + 1)
      answered = undefined
      return true
    }
    if (typed === '') return false
    const left = Math.max(0, last + HABIT_MS - performance.now())
    wordEnds = setTimeout(() => {
      answered = undefined
      deliver()
    }, left)
    wordEnds.unref()
    return false
  }
  const waitFor = (asked: typeof listener, busy: unknown) => {
    if (!(busy instanceof Promise) || listener !== asked) return
    ready = false
    const goOn = () => {
      if (listener !== asked) return
      ready = true
      deliver()
    }
    busy.then(goOn, goOn)
  }

  const add = (key: Key) => {
    waiting.push({ key, time: performance.now() })
    deliver()
  }

  const hand = (keys: readonly Key[]) => {
    for (const key of keys) {
      if (key.name === 'paste-start') paste = ''
      else if (key.name !== 'paste-end') add(key)
    }
  }
  /** Readline knows few sequences to their end, so they are put together again from all it tells. */
  const onKeypress = (character: string | undefined, raw: RawKey = {}) => {
    const characters = raw.sequence ?? character ?? ''
    clearTimeout(rest)
    if (paste !== undefined) {
      const over = raw.name === 'paste-end'
      // Ctrl-C still works when the end of a paste got lost on the way.
      const lost = raw.ctrl === true && raw.name === 'c'
      if (!over && !lost) {
        paste += characters
        return
      }
      const text = textIn(paste)
      paste = undefined
      add({ name: 'paste', text, ctrl: false, meta: false, pasted: true })
      if (over) return
    }
    const keys = untangle.take(characters)
    // Readline has waited already for more to come behind it.
    if (raw.name === 'escape') keys.push(...untangle.flush())
    else if (untangle.holding) {
      rest = setTimeout(() => hand(untangle.flush()), REST_MS)
      rest.unref()
    }
    // Readline gets the same key after us. Between two questions it would obey it, and Ctrl-D would
    // close it under the next one.
    if (!ready || !listener) Object.assign(raw, { name: '', ctrl: false, meta: false })
    hand(keys)
  }
  input.on('keypress', onKeypress)

  return {
    listen(onKey) {
      listener = onKey
      ready = false
      // A key typed ahead may end the question, so not before the question is all set up.
      queueMicrotask(() => {
        ready = true
        deliver()
      })
      return () => {
        if (listener === onKey) listener = undefined
      }
    },
    answeredByKey(rest) {
      answered = { time: performance.now(), rest: rest.toLowerCase() }
    },
    close() {
      clearTimeout(rest)
      clearTimeout(wordEnds)
      input.removeListener('keypress', onKeypress)
    },
  }
}
