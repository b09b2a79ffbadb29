import { shortened } from '../render/entry.ts'
import { displayWidth } from '../render/wrap.ts'
import type { LineQuestion } from './dialogue.ts'
import {
  answeredView,
  asideLines,
  askLines,
  BACK,
  INDENT,
  PROMPT,
  textWidth,
  withAside,
} from './draw.ts'
import { fieldOf } from './field.ts'
import type { Form } from './form.ts'
import type { Key } from './keys.ts'

/**
 * One line of text, with Tab to complete it.
 * @param besides what is said besides to words that will not do
 */
export function lineForm(
  question: LineQuestion,
  besides = (_words: string): string => '',
): Form<string | undefined> {
  const field = fieldOf(question.initial ?? '')
  let kept = field.text
  let notice = ''
  /** What Tab offers in turn, until another key is pressed. */
  let round: string[] = []

  const keepOrClear = () =>
    question.initial && field.text === question.initial ? 'Enter keeps it · Ctrl-U clears it' : ''

  const complete = () => {
    const { text } = field
    if (round.length === 0) round = suggestions(text, question.suggest ?? [])
    const next = round.shift()
    if (next === undefined) return
    round.push(next)
    field.replace(lead(text) + next)
  }

  return {
    press(key: Key) {
      notice = ''
      if (key.name === 'tab') {
        complete()
        return undefined
      }
      round = []
      if (key.name === 'return' || (key.ctrl && key.name === 'd')) {
        const text = field.text.trim()
        const trouble = text && question.check?.(text)
        notice = trouble ? trouble + besides(text) : ''
        return notice ? undefined : { answer: text || undefined }
      }
      if (key.name === 'escape') return undefined
      field.press(key.pasted ? { ...key, text: key.text.trim().replace(/\s*\n\s*/g, ' ') } : key)
      return undefined
    },
    keep() {
      if (field.text === kept) return
      kept = field.text
      question.onChange?.(kept)
    },
    draw(canvas) {
      if (canvas.answered) return answeredView(question.ask, field.text.trim() || undefined, canvas)
      const width = textWidth(canvas.columns, PROMPT)
      const hint = question.hint ? `(${question.hint})` : ''
      const ask = withAside(askLines(question.ask, canvas), hint, canvas)
      const shown = field.show(width, Math.max(1, canvas.rows - ask.length - 2))
      const lines = shown.rows.map((row, index) => (index === 0 ? PROMPT : INDENT) + row)
      const offered = round.length > 1 ? round : suggestions(field.text, question.suggest ?? [])
      return {
        above: [...ask, ...lines.slice(0, shown.row + 1)],
        column: PROMPT.length + shown.column,
        below: [
          ...lines.slice(shown.row + 1),
          ...asideLines(
            notice || keepOrClear() || offer(offered, width) || (question.back ? BACK : ''),
            canvas,
          ),
        ],
      }
    },
  }
}

/** What stands before the part that is being completed: everything up to the last comma. */
const lead = (text: string): string => /^.*,\s*/.exec(text)?.[0] ?? ''

/** What the last part may become: first what begins with it, then what has a word that does. */
function suggestions(text: string, all: readonly string[]): string[] {
  const before = lead(text)
  const typed = text.slice(before.length)
  const part = typed.toLowerCase()
  const taken = new Set(before.split(',').map(it => it.trim().toLowerCase()))
  const free = all.filter(it => !taken.has(it.toLowerCase()) && it !== typed)
  const isBegun = (it: string) => it.toLowerCase().startsWith(part)
  const inside = free.filter(it => !isBegun(it) && it.toLowerCase().includes(` ${part}`))
  return [...free.filter(isBegun), ...inside]
}

/** As many as fit on a line, the one that Tab takes first. */
function offer(words: readonly string[], width: number): string {
  let line = ''
  for (const word of words) {
    const longer = line ? `${line} · ${word}` : `Tab: ${word}`
    if (displayWidth(longer) > width - 2) return line ? `${line} …` : shortened(longer, width - 2)
    line = longer
  }
  return line
}
