import { visibleLine } from '../render/gate.ts'
import { displayWidth, wrapWords } from '../render/wrap.ts'
import type { Choice, ChooseQuestion } from './dialogue.ts'
import { answeredView, asideLines, askLines, BACK, INDENT, withAside } from './draw.ts'
import type { Canvas, Form, FormView } from './form.ts'
import type { Key } from './keys.ts'
import { drawTyped } from './typed-line.ts'
import { choiceMeant, wordTyped } from './word-typed.ts'

/** More than nine have no digits, so they become a menu. */
const DIGITS = 9

/** @param besides what is said besides to words that mean nothing here */
export function choiceForm<T>(
  question: ChooseQuestion<T>,
  besides = (_words: string): string => '',
): Form<T | undefined> {
  const { choices, skippable = true } = question
  const menu = question.layout === 'menu' || choices.length > DIGITS
  const initial =
    'initial' in question ? choices.findIndex(it => it.value === question.initial) : -1
  let pointed = menu ? Math.max(0, initial) : initial
  let chosen: Choice<T> | undefined
  let notice = ''
  const word = wordTyped()

  const take = (choice: Choice<T> | undefined, atOnce?: string) => {
    chosen = choice
    return { answer: choice?.value, ...(atOnce !== undefined && { atOnce }) }
  }
  /** The choice that a key is, where it is not a part of a word, and what is left of its label behind the key. */
  const keyed = (text: string) => {
    const digit = /^[1-9]$/.test(text) && !word.isWord ? choices[Number(text) - 1] : undefined
    if (digit) return take(digit, ` ${digit.label}`)
    const letter = text.toLowerCase()
    const named = word.isBegun
      ? undefined
      : choices.find(it => it.key !== undefined && it.key === letter)
    return named && take(named, named.label.startsWith(letter) ? named.label.slice(1) : '')
  }
  /** Words that mean nothing here are no skip: that is said first. */
  const read = () => {
    const meant = choiceMeant(choices, word.text)
    if (typeof meant !== 'string') return take(meant)
    notice = meant + besides(word.text)
    word.clear()
    return undefined
  }
  const leave = () => {
    if (skippable) return take(undefined)
    notice = `Please choose one, 1 to ${choices.length}.`
    return undefined
  }

  return {
    press(key: Key) {
      notice = ''
      const named = keyed(key.text.trim())
      if (named) return named
      if (key.name === 'return' && word.text !== '') return read()
      if (key.name === 'return') return choices[pointed] ? take(choices[pointed]) : leave()
      if ((key.name !== 'escape' || word.text !== '') && word.press(key)) return undefined
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
      const usual = hint(menu, skippable, label)
      const way = [notice, usual].filter(Boolean).join(' ')
      return menu
        ? drawMenu(question, pointed, word.text, way, canvas)
        : drawRow(question, word.text, way, canvas)
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

function drawRow<T>(
  question: ChooseQuestion<T>,
  typed: string,
  way: string,
  canvas: Canvas,
): FormView {
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
  const line = drawTyped(typed, canvas)
  return {
    // The way back is named where there is room for it.
    above: [...(long.length > short.length ? short : long), line.text],
    column: line.column,
    below: [],
  }
}

function drawMenu<T>(
  question: ChooseQuestion<T>,
  pointed: number,
  typed: string,
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
    below: [
      ...lines.slice(pointed + 1, first + space),
      ...(typed === '' ? asideLines(way, canvas) : [drawTyped(typed, canvas).text]),
    ],
  }
}
