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
   * A question was answered by a single key. People press Enter after it by habit, and that Enter
   * must not skip the next question, so one that follows at once is dropped.
   */
  answeredByKey(): void
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
  let answeredAt = Number.NEGATIVE_INFINITY

  const deliver = () => {
    while (ready && listener) {
      const next = waiting.shift()
      if (!next) return
      const habit = next.key.name === 'return' && next.time - answeredAt < HABIT_MS
      answeredAt = Number.NEGATIVE_INFINITY
      if (!habit) waitFor(listener, listener(next.key))
    }
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
    answeredByKey() {
      answeredAt = performance.now()
    },
    close() {
      clearTimeout(rest)
      input.removeListener('keypress', onKeypress)
    },
  }
}
