import { type Buffer, bufferOf, eraseTo, insert, type Move, moveTo } from './buffer.ts'
import type { Key } from './keys.ts'
import { drawn, layouter, offsetInRow, place, rowAt } from './rows.ts'

/** Text being written, seen through as many rows as there is room for. */
export interface TextField {
  readonly text: string
  readonly words: number
  /** True when the key meant something here. */
  press(key: Key): boolean
  insert(text: string): void
  /** All of the text becomes this. */
  replace(text: string): void
  /** The rows to show, which of them has the cursor, and whether there are more above and below. */
  show(width: number, height: number): Shown
}

interface Shown {
  readonly rows: readonly string[]
  readonly row: number
  readonly column: number
  readonly moreAbove: boolean
  readonly moreBelow: boolean
}

const moveKeys: Record<string, Move> = {
  left: 'left',
  right: 'right',
  'ctrl b': 'left',
  'ctrl f': 'right',
  'ctrl left': 'wordLeft',
  'ctrl right': 'wordRight',
  'meta left': 'wordLeft',
  'meta right': 'wordRight',
  'meta b': 'wordLeft',
  'meta f': 'wordRight',
  'ctrl home': 'start',
  'ctrl end': 'end',
}

const eraseKeys: Record<string, Move> = {
  backspace: 'left',
  delete: 'right',
  'ctrl w': 'wordLeft',
  'meta backspace': 'wordLeft',
  'ctrl backspace': 'wordLeft',
  'meta d': 'wordRight',
  'ctrl delete': 'wordRight',
  'ctrl u': 'lineStart',
  'ctrl k': 'lineEnd',
}

/** Rows to move by, and the ends of a row; a page is filled in when pressed. */
const rowKeys: Record<string, 'up' | 'down' | 'pageup' | 'pagedown' | 'home' | 'end'> = {
  up: 'up',
  down: 'down',
  'ctrl p': 'up',
  'ctrl n': 'down',
  pageup: 'pageup',
  pagedown: 'pagedown',
  home: 'home',
  end: 'end',
  'ctrl a': 'home',
  'ctrl e': 'end',
}

const UNDO = '\x1f'
const UNDO_STEPS = 100

export function fieldOf(initial: string): TextField {
  const lay = layouter()
  let buffer = bufferOf(initial)
  let size = { width: 80, height: 1 }
  let top = 0
  /** The column that up and down keep to, across shorter rows. */
  let goal: number | undefined
  const past: Buffer[] = []
  let typing = false
  /** Letters that were typed and not looked at yet: keys that come together are put in together. */
  let typed = ''

  const type = (text: string) => {
    typed += text
    goal = undefined
  }
  const settle = () => {
    if (typed === '') return
    const words = typed.match(/\S*\s|\S+/g) ?? []
    typed = ''
    // Undo could not go back to what comes before the last words anyway.
    const early = words.splice(0, words.length - UNDO_STEPS).join('')
    const behind = buffer.text.slice(buffer.at)
    let before = buffer.text.slice(0, buffer.at)
    for (const word of early === '' ? words : [early, ...words]) {
      before += word
      change({ text: before + behind, at: before.length }, word)
    }
  }
  const layout = () => lay(buffer.text, size.width)

  /** @param word what was typed, when it was typed: one step back takes one word, not one letter */
  const change = (next: Buffer, word?: string) => {
    if (next.text === buffer.text) return
    if (!(typing && word !== undefined)) past.push(buffer)
    if (past.length > UNDO_STEPS) past.shift()
    typing = word !== undefined && !/\s$/.test(word)
    buffer = next
  }

  const byRow = (key: (typeof rowKeys)[string]) => {
    const laid = layout()
    const at = place(laid, buffer)
    const steps = { up: -1, down: 1, pageup: -size.height, pagedown: size.height, home: 0, end: 0 }
    if (steps[key] !== 0) goal ??= at.column
    const column = key === 'home' ? 0 : key === 'end' ? Number.POSITIVE_INFINITY : (goal ?? 0)
    const row =
      Math.abs(steps[key]) > 1 ? clamp(at.row + steps[key], laid.rowCount) : at.row + steps[key]
    buffer = { text: buffer.text, at: offsetInRow(laid, buffer.text, row, column) }
  }

  return {
    get text() {
      settle()
      return buffer.text
    },
    get words() {
      settle()
      return layout().words
    },
    press(key) {
      if (key.text !== '' && !key.pasted) {
        type(key.text)
        return true
      }
      settle()
      if (key.text !== '') {
        change(insert(buffer, key.text))
        goal = undefined
        return true
      }
      const name = `${key.ctrl ? 'ctrl ' : ''}${key.meta ? 'meta ' : ''}${key.name}`
      const row = rowKeys[name]
      if (row) {
        byRow(row)
        typing = false
        return true
      }
      const moves = moveKeys[name]
      const erases = eraseKeys[name]
      if (!moves && !erases && name !== UNDO) return false
      if (moves) buffer = moveTo(buffer, moves)
      else if (erases) change(eraseTo(buffer, erases))
      else buffer = past.pop() ?? buffer
      goal = undefined
      typing = false
      return true
    },
    insert(text) {
      if (text === '\n') return type(text)
      settle()
      change(insert(buffer, text))
      goal = undefined
    },
    replace(text) {
      settle()
      change(bufferOf(text))
      goal = undefined
    },
    show(width, height) {
      settle()
      size = { width, height }
      const laid = layout()
      const { row, column } = place(laid, buffer)
      top = Math.max(row - height + 1, Math.min(top, row, Math.max(0, laid.rowCount - height)))
      const rows: string[] = []
      for (let at = top; at < Math.min(top + height, laid.rowCount); at++) {
        const { from, until } = rowAt(laid, at) ?? { from: 0, until: 0 }
        rows.push(drawn(buffer.text.slice(from, until)).trimEnd())
      }
      return {
        rows,
        row: row - top,
        // Spaces at a soft break hang over the edge, unseen.
        column: Math.min(column, width),
        moreAbove: top > 0,
        moreBelow: top + height < laid.rowCount,
      }
    },
  }
}

const clamp = (row: number, count: number): number => Math.max(0, Math.min(row, count - 1))
