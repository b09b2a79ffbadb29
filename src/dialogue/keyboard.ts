import { stripVTControlCharacters } from 'node:util'

export interface Key {
  /** What was pressed: 'a', 'return', 'up', … as readline names it. */
  readonly name: string
  /** What it types, when it types something. */
  readonly text: string
  readonly ctrl: boolean
  readonly meta: boolean
  /** Everything of one paste, cleaned; `name` is 'paste' then. */
  readonly pasted?: true
}

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

/**
 * Turns keypress events into keys, and the many between paste-start and paste-end into one.
 * Between two questions keys are kept for the next one, where @inquirer/core would drop them.
 */
export interface Keyboard {
  /** Hands the keys to a question until the returned function is called. */
  listen(onKey: (key: Key) => void): () => void
  /**
   * A question was answered by a single key. People press Enter after it by habit, and that Enter
   * must not skip the next question, so one that follows at once is dropped.
   */
  answeredByKey(): void
  close(): void
}

const HABIT_MS = 400

export function keyboardOn(input: NodeJS.EventEmitter): Keyboard {
  const waiting: { key: Key; time: number }[] = []
  let listener: ((key: Key) => void) | undefined
  let ready = false
  let paste: string[] | undefined
  let answeredAt = Number.NEGATIVE_INFINITY

  const deliver = () => {
    while (ready && listener) {
      const next = waiting.shift()
      if (!next) return
      const habit = next.key.name === 'return' && next.time - answeredAt < HABIT_MS
      answeredAt = Number.NEGATIVE_INFINITY
      if (!habit) listener(next.key)
    }
  }

  const add = (key: Key) => {
    waiting.push({ key, time: performance.now() })
    deliver()
  }

  const onKeypress = (character: string | undefined, raw: RawKey = {}) => {
    if (raw.name === 'paste-start') paste = []
    else if (raw.name === 'paste-end') endPaste()
    // Ctrl-C still works when the end of a paste got lost on the way.
    else if (paste && !(raw.ctrl && raw.name === 'c')) paste.push(raw.sequence ?? character ?? '')
    else {
      endPaste()
      const key = keyOf(character, raw)
      // Readline gets the same key after us. Between two questions it would obey it, and Ctrl-D would
      // close it under the next one.
      if (!ready || !listener) Object.assign(raw, { name: '', ctrl: false, meta: false })
      add(key)
    }
  }
  const endPaste = () => {
    if (paste) add(pasteKey(paste.join('')))
    paste = undefined
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
      input.removeListener('keypress', onKeypress)
    },
  }
}

function keyOf(character: string | undefined, raw: RawKey): Key {
  const typed = raw.sequence ?? character ?? ''
  const ctrl = raw.ctrl ?? false
  const meta = raw.meta ?? false
  const types = !ctrl && !meta && !/[\x00-\x1f\x7f-\x9f]/.test(typed)
  const name = raw.name === 'enter' ? 'return' : (raw.name ?? typed)
  return { name, text: types ? typed : '', ctrl, meta }
}

/** Pasted text without what a terminal would obey; its tabs and line breaks stay. */
function pasteKey(pasted: string): Key {
  const text = stripVTControlCharacters(pasted.replace(/\r\n?/g, '\n'))
  return {
    name: 'paste',
    text: text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, ''),
    ctrl: false,
    meta: false,
    pasted: true,
  }
}
