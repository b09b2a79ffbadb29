import { displayWidth } from '../render/wrap.ts'
import { many } from '../wording/counts.ts'
import type { WriteKey, WriteQuestion, Written } from './dialogue.ts'
import { asideLines, askLines, BACK, MARGIN, textWidth } from './draw.ts'
import { fieldOf } from './field.ts'
import type { Canvas, Form } from './form.ts'
import type { Key } from './keys.ts'

/** As `Written`, or on the way to the editor. */
export interface FieldEnd {
  readonly text: string
  readonly end: Written['end'] | 'edit'
}

const wayOut: Record<string, WriteKey> = {
  'ctrl o': 'swap',
  'ctrl y': 'why',
  'ctrl r': 'blank',
  f2: 'deeper',
  f4: 'private',
}

const labels: Record<WriteKey, string> = {
  swap: 'Ctrl-O another question',
  why: 'Ctrl-Y why this one',
  blank: 'Ctrl-R blank page',
  deeper: 'F2 second question',
  private: 'F4 this session private, or not',
}

const GUTTER = `${MARGIN}▏`

/** The writing field. No plain letter is a command in it. */
export function writeForm(
  question: WriteQuestion,
  notice = '',
): Form<FieldEnd> & { readonly text: string } {
  const field = fieldOf(question.initial ?? '')
  let kept = field.text
  let escaped = false
  let aside = notice
  let keysShown = false

  const stays = (how: FieldEnd['end']) => how === 'done' || how === 'deeper'
  const end = (how: FieldEnd['end'], clear = !stays(how)) => ({
    answer: { text: field.text, end: how },
    clear,
  })

  return {
    listsKeys: true,
    vanishes: question.vanish === true,
    get text() {
      return field.text
    },
    press(key: Key) {
      // Esc-Enter comes as one key when it is quick, and as two when it is not.
      const afterEscape = key.meta || escaped
      escaped = key.name === 'escape'
      if ((key.name === 'return' && afterEscape) || (key.ctrl && key.name === 'd'))
        return end('done')
      if (key.ctrl && key.name === 'g' && question.edit) return end('edit')
      // No letter is a command once there are words; a question mark before them asks for the keys.
      const asksKeys = key.text === '?' && !key.pasted && field.text === '' && !keysShown
      if (asksKeys || key.name === 'f1') {
        keysShown = !keysShown
        return undefined
      }
      const way = wayOut[key.ctrl ? `ctrl ${key.name}` : key.name]
      if (way && question.keys?.includes(way)) return end(way)
      if (key.name === 'return') field.insert('\n')
      else if (key.name === 'tab' && !key.ctrl && !key.meta) field.insert('\t')
      else field.press(key)
      return undefined
    },
    keep() {
      if (field.text === kept) return
      kept = field.text
      aside = question.onChange?.(kept) ?? ''
    },
    draw(canvas) {
      const { columns, rows, colours, answered } = canvas
      const beside = (question.beside ?? []).flatMap(text => asideLines(text, canvas))
      const ask = question.ask ? [...askLines(question.ask, canvas), ...beside, ''] : []
      const keys = [
        ...asideLines(aside, canvas),
        ...keyLines(field.words, keysShown, question, canvas),
      ]
      const room = Math.max(1, rows - ask.length - keys.length - 1)
      const shown = field.show(textWidth(columns, GUTTER), room)
      const lines = shown.rows.map((row, index) => {
        const cut =
          (index === 0 && shown.moreAbove) || (index === shown.rows.length - 1 && shown.moreBelow)
        return (cut ? `${MARGIN}⋮` : GUTTER) + colours.own(row)
      })
      if (answered) return { above: [...ask, ...lines], column: 0, below: [] }
      return {
        above: [...ask, ...lines.slice(0, shown.row + 1)],
        column: GUTTER.length + shown.column,
        below: [...lines.slice(shown.row + 1), ...keys],
      }
    },
  }
}

/** One line, and all keys when they are asked for. */
function keyLines(words: number, all: boolean, question: WriteQuestion, canvas: Canvas): string[] {
  const done = words > 0 ? [many(words, 'word'), 'Ctrl-D done'] : ['Ctrl-D done, blank skips']
  const items = all
    ? [
        ...done,
        'Enter new line',
        ...(question.keys ?? []).map(key => labels[key]),
        ...(question.edit ? ['Ctrl-G editor'] : []),
        'Ctrl-_ undo',
        ...(question.back ? [BACK] : []),
        'Ctrl-X enough for today',
        'Ctrl-L hide everything',
        'Ctrl-T people to call',
        'F1 fewer keys',
      ]
    : [...done, words > 0 ? 'F1 keys' : '? keys']
  const room = canvas.columns - 1 - GUTTER.length
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const joined = `${last} · ${item}`
    if (last !== undefined && displayWidth(joined) <= room) lines[lines.length - 1] = joined
    else lines.push(item)
  }
  return lines.map(line => `${MARGIN} ${canvas.colours.dim(line.slice(0, room))}`)
}
