import { createPrompt, useEffect, useRef, useState } from '@inquirer/core'
import { type Colours, noColours } from '../render/colours.ts'
import { veil } from './draw.ts'
import type { Answer, Canvas, Form, FormView, SlowForm } from './form.ts'
import {
  HIDE,
  isHide,
  type Keyboard,
  keyboardOn,
  PASTE_OFF,
  PASTE_ON,
  type RawKey,
  RESTORE,
} from './keyboard.ts'
import type { Key } from './keys.ts'

/** How a question ended: answered, or one of the keys that work everywhere, or the terminal went away. */
export type End<A> =
  | { kind: 'answer'; answer: A }
  | { kind: 'enough' | 'interrupted' | 'help' | 'back' | 'gone' }

export interface Stage<A> {
  form: Form<A> | SlowForm<A>
  colours?: Colours
  keyboard?: Keyboard
  /** There is a question before this one. */
  back?: boolean
  /** The terminal, for its size. */
  screen?: Screen
  /** What was said since the last answer: written again when a resize has cleared the screen. */
  recent?(): string
  /** Whether what was said was laid out for another width. */
  stale?(): boolean
  /** The screen was cleared in a hurry: nothing of before is to come back. */
  onQuiet?(): void
  /** Told before the end is drawn whether the question is to be taken off the screen. */
  onEnd?(clear: boolean): void
}

interface Screen {
  readonly columns?: number
  readonly rows?: number
  on?(event: 'resize', listener: () => void): unknown
  removeListener?(event: 'resize', listener: () => void): unknown
}

const CLEAR = '\x1b[2J\x1b[H'

/**
 * Synchronised output: the terminal shows what stands between the two at once. One that does not know
 * it passes over it, as over every private mode, so nobody is asked, and no answer can get among the words.
 */
const FRAME_BEGINS = '\x1b[?2026h'
const FRAME_ENDS = '\x1b[?2026l'

/** Moves the cursor up (A) or down (B). */
const lines = (count: number, way: 'A' | 'B'): string => (count > 0 ? `\x1b[${count}${way}` : '')

/** What core could not erase again because it is taller than the screen is left out, the cursor's line never. */
function fitted(view: FormView, { rows, answered }: Canvas): FormView {
  if (answered) return view
  const below = view.below.slice(0, Math.max(0, rows - 1 - view.above.length))
  return { ...view, above: view.above.slice(-Math.max(1, rows - 1)), below }
}

/** The parts of readline's interface that @inquirer/core relies on and that are replaced here. */
interface Readline extends NodeJS.EventEmitter {
  line: string
  cursor: number
  input: NodeJS.EventEmitter
  output: { unmute(): void; mute(): void; write(text: string): void }
  resume(): void
  getCursorPos(): { rows: number; cols: number }
  _ttyWrite(character: string | undefined, key: RawKey): void
  _setRawMode(raw: boolean): boolean
}

const anywhere: Record<string, 'enough' | 'interrupted' | 'help'> = {
  x: 'enough',
  c: 'interrupted',
  t: 'help',
}

/**
 * Puts a form on the terminal. All traps of readline and of @inquirer/core are here, so that forms
 * know nothing of them: its line editing is replaced, its cursor follows the form's, pastes come
 * as one key, and Ctrl-Z, a resize and a closed window are survived.
 */
export const stage = createPrompt<End<unknown>, Stage<unknown>>((config, done) => {
  const { form, colours = noColours, screen = {}, keyboard } = config
  const [, setTurn] = useState(0)
  const [ended, setEnded] = useState(false)
  const veiled = useRef(false)
  const drawn = useRef<FormView>({ above: [], column: 0, below: [] })

  const canvas: Canvas = {
    columns: screen.columns || 80,
    rows: screen.rows || 24,
    colours,
    answered: ended,
  }
  const view = fitted(veiled.current ? veil(canvas) : form.draw(canvas), canvas)
  drawn.current = view

  useEffect(terminal => {
    const rl = terminal as unknown as Readline
    const keys = keyboard ?? keyboardOn(rl.input)
    let turn = 0
    let pending: NodeJS.Immediate | undefined

    const toTerminal = rl.output.write.bind(rl.output)
    /** What goes with the next drawing, in the same frame. */
    let ahead = ''
    rl.output.write = text => {
      const frame = ahead + text
      ahead = ''
      toTerminal(FRAME_BEGINS + frame + FRAME_ENDS)
    }
    const write = (text: string) => {
      rl.output.unmute()
      toTerminal(text)
      rl.output.mute()
    }
    const redraw = () => {
      clearImmediate(pending)
      pending = undefined
      setTurn(++turn)
    }
    // Many keys can come in one chunk (a paste into a terminal without bracketed paste): one drawing for all.
    const redrawSoon = () => {
      pending ??= setImmediate(redraw)
    }
    let keeping = false
    /** Behind the last key of a chunk: no signal and no timer comes before a microtask. */
    const keepSoon = () => {
      if (keeping || !form.keep) return
      keeping = true
      queueMicrotask(() => {
        keeping = false
        form.keep?.()
      })
    }
    /** Core erases the lines of the last drawing, so give it empty ones to erase from here on. */
    const redrawBelow = (before: string) => {
      const { above, below } = drawn.current
      ahead = before + '\n'.repeat(above.length + below.length - 1) + lines(below.length, 'A')
      redraw()
    }
    const finish = (end: End<unknown>, clear = false) => {
      config.onEnd?.(clear || form.vanishes === true)
      setEnded(true)
      done(end)
    }

    /** Ctrl-Z: the shell goes on below the form, and readline knows how to stop and come back. */
    const suspend = () => {
      form.keep?.()
      if (pending) redraw()
      const { below } = drawn.current
      write(lines(below.length, 'B') + RESTORE)
      stopping = true
      readlineKey(undefined, { name: 'z', ctrl: true })
      stopping = false
    }
    const onAnswer = (answered: Answer<unknown> | undefined) => {
      if (!answered) {
        keepSoon()
        return redrawSoon()
      }
      if (answered.atOnce !== undefined) keys.answeredByKey(answered.atOnce)
      finish({ kind: 'answer', answer: answered.answer }, answered.clear)
    }
    const onKey = (key: Key): unknown => {
      if (key.ctrl && key.name === 'z') return suspend()
      const chord = key.ctrl ? anywhere[key.name] : isHelp(key) ? 'help' : undefined
      if (chord) return finish({ kind: chord }, chord === 'help')
      if (key.name === 'backtab' && config.back) return finish({ kind: 'back' }, true)
      if (isHide(key)) {
        veiled.current = true
        config.onQuiet?.()
        return redrawBelow(HIDE)
      }
      if (veiled.current) {
        veiled.current = false
        // The key that brings the question back does no more than that; a paste holds words.
        if (!key.pasted) return redraw()
      }
      const answered = form.press(key)
      return answered instanceof Promise ? answered.then(onAnswer) : onAnswer(answered)
    }

    const isHelp = (key: Key) => key.name === 'f1' && !form.listsKeys
    const readlineKey = rl._ttyWrite.bind(rl)
    rl._ttyWrite = () => {}
    const setRawMode = rl._setRawMode.bind(rl)
    let stopping = false
    rl._setRawMode = raw => {
      // Between two questions the terminal stays raw, or it would show what is typed ahead and swallow Ctrl-D.
      if (!raw && !stopping) return raw
      // When the window was closed this throws, and readline would never tell that it is closing.
      try {
        return setRawMode(raw)
      } catch {
        return raw
      }
    }
    rl.getCursorPos = () => ({ rows: 0, cols: drawn.current.column })
    // Keys that came before this point went into readline's own line.
    rl.line = ''
    rl.cursor = 0

    const onContinue = () => {
      // Raw before anything is drawn, or the terminal would take what is typed at once for itself.
      rl._setRawMode(true)
      // Readline pauses the input before it tells, and nothing else would resume it.
      rl.resume()
      redrawBelow(PASTE_ON)
    }
    const onResize = () => redrawBelow(CLEAR + (config.recent?.() ?? ''))
    const onClose = () => finish({ kind: 'gone' })
    rl.on('SIGCONT', onContinue)
    rl.on('close', onClose)
    screen.on?.('resize', onResize)
    write(PASTE_ON)
    // Looked at once resizes are heard: one that comes in between is missed by neither.
    if (config.stale?.()) onResize()
    else redraw()
    const release = keys.listen(onKey)

    return () => {
      clearImmediate(pending)
      release()
      if (!keyboard) keys.close()
      rl.removeListener('SIGCONT', onContinue)
      rl.removeListener('close', onClose)
      screen.removeListener?.('resize', onResize)
      write(PASTE_OFF)
    }
  }, [])

  return [view.above.join('\n'), view.below.join('\n')]
})
