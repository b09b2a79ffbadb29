import { visibleLine } from '../render/gate.ts'
import { displayWidth, wrapWords } from '../render/wrap.ts'
import type { Choice, ChooseQuestion } from './dialogue.ts'
import { answeredView, asideLines, askLines, BACK, INDENT, PROMPT, withAside } from './draw.ts'
import type { Canvas, Form, FormView } from './form.ts'
import type { Key } from './keys.ts'

/** More than nine have no digits, so they become a menu. */
const DIGITS = 9

export function choiceForm<T>(question: ChooseQuestion<T>): Form<T | undefined> {
  const { choices, skippable = true } = question
  const menu = question.layout === 'menu' || choices.length > DIGITS
  const initial =
    'initial' in question ? choices.findIndex(it => it.value === question.initial) : -1
  let pointed = menu ? Math.max(0, initial) : initial
  let chosen: Choice<T> | undefined
  let notice = ''

  const take = (choice: Choice<T> | undefined, atOnce = false) => {
    chosen = choice
    return { answer: choice?.value, atOnce }
  }
  const leave = () => {
    if (skippable) return take(undefined)
    notice = `Please choose one, 1 to ${choices.length}.`
    return undefined
  }

  return {
    press(key: Key) {
      notice = ''
      const digit = key.text >= '1' && key.text <= '9' ? choices[Number(key.text) - 1] : undefined
      const named =
        digit ?? choices.find(it => it.key !== undefined && it.key === key.text.toLowerCase())
      if (named) return take(named, true)
      if (key.name === 'return') return choices[pointed] ? take(choices[pointed]) : leave()
      // Back on a question that was answered, Esc leaves the answer as it is.
      if (key.name === 'escape') return initial < 0 ? leave() : take(choices[initial])
      if (key.name === 'backspace' || key.name === 'delete') return leave()
      if (menu) pointed = moved(pointed, key.name, choices.length)
      return undefined
    },
    draw(canvas) {
      if (canvas.answered) {
        const answer = chosen && (chosen.label || String(choices.indexOf(chosen) + 1))
        return answeredView(question.ask, answer, canvas)
      }
      const label = choices[initial] && (choices[initial].label || String(initial + 1))
      const way = notice || hint(menu, skippable, label)
      return menu ? drawMenu(question, pointed, way, canvas) : drawRow(question, way, canvas)
    },
  }
}

function hint(menu: boolean, skippable: boolean, initial: string | undefined): string {
  if (menu)
    return skippable ? 'arrows and Enter, or a number · Esc skips' : 'arrows and Enter, or a number'
  if (initial !== undefined) return `Enter: ${visibleLine(initial)}`
  return skippable ? 'Enter skips' : ''
}

function moved(from: number, key: string, count: number): number {
  if (key === 'up') return (from + count - 1) % count
  if (key === 'down') return (from + 1) % count
  if (key === 'home') return 0
  return key === 'end' ? count - 1 : from
}

function drawRow<T>(question: ChooseQuestion<T>, way: string, canvas: Canvas): FormView {
  const labels = question.choices.map((choice, index) => {
    const beside = choice.hint ? ` (${visibleLine(choice.hint)})` : ''
    return `${choice.key ?? index + 1} ${visibleLine(choice.label)}${beside}`.trimEnd()
  })
  const inRow = labels.join('   ')
  const room = canvas.columns - 1 - INDENT.length
  const options =
    displayWidth(inRow) <= room ? [inRow] : labels.flatMap(label => wrapWords(label, room))
  const lines = [...askLines(question.ask, canvas), ...options.map(line => INDENT + line)]
  const short = withAside(lines, way && `(${way})`, canvas)
  const long = question.back
    ? withAside(lines, `(${[way, BACK].filter(Boolean).join(' · ')})`, canvas)
    : short
  return {
    // The way back is named where there is room for it.
    above: [...(long.length > short.length ? short : long), PROMPT],
    column: PROMPT.length,
    below: [],
  }
}

function drawMenu<T>(
  question: ChooseQuestion<T>,
  pointed: number,
  way: string,
  canvas: Canvas,
): FormView {
  const { colours, columns, rows } = canvas
  const ask = askLines(question.ask, canvas)
  const room = columns - 1 - INDENT.length
  const labelWidth = Math.max(...question.choices.map(it => displayWidth(visibleLine(it.label))))
  const lines = question.choices.map((choice, index) => {
    const here = index === pointed
    const number = index < DIGITS ? `${choice.key ?? index + 1} ` : '  '
    const label = visibleLine(choice.label)
    const pad = ' '.repeat(labelWidth - displayWidth(label) + 2)
    const beside = visibleLine(choice.hint ?? '')
    const fits = 4 + labelWidth + 2 + displayWidth(beside) <= room
    const shown = `${here ? '❯' : ' '} ${number}${label}`
    const text = displayWidth(shown) > room ? `${wrapWords(shown, room - 1)[0]}…` : shown
    return `${INDENT}${here ? colours.accent(text) : text}${fits && beside ? pad + colours.dim(beside) : ''}`
  })
  // As many choices as the screen has room for, the pointed one among them.
  const space = Math.max(1, rows - ask.length - 3)
  const first = Math.max(0, Math.min(pointed - (space >> 1), lines.length - space))
  return {
    above: [...ask, ...lines.slice(first, pointed + 1)],
    column: INDENT.length,
    below: [...lines.slice(pointed + 1, first + space), ...asideLines(way, canvas)],
  }
}
