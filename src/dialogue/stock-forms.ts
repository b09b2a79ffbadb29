import { confirm, password } from '@inquirer/prompts'
import { yesOrNo } from './choices.ts'
import type { ConfirmQuestion } from './dialogue.ts'
import { answeredView, asideLines, askLines, PROMPT, withAside } from './draw.ts'
import type { SlowForm } from './form.ts'
import { hosted } from './hosted.ts'
import type { Key } from './keys.ts'
import { quietTheme } from './list.ts'
import { drawTyped } from './typed-line.ts'
import { choiceMeant, wordTyped } from './word-typed.ts'

const edits = ['backspace', 'return']

/** A passphrase, by `password` of @inquirer/prompts: nothing of it is drawn, not even its length. */
export async function secretForm({ ask }: { ask: string }): Promise<SlowForm<string | undefined>> {
  const prompt = await hosted<string>(streams =>
    password({ message: '›', toggleMask: false, theme: quietTheme }, streams),
  )
  return {
    async press(key) {
      const text = key.text.replace(/\n/g, '')
      const known = text !== '' || edits.includes(key.name) || (key.ctrl && /^[uw]$/.test(key.name))
      const answered = known && (await prompt.press({ ...key, text }))
      return answered ? { answer: answered.answer || undefined } : undefined
    },
    draw(canvas) {
      const lines = askLines(ask, canvas)
      if (canvas.answered) return { above: lines, column: 0, below: [] }
      const below = asideLines('(what you type is not shown)', canvas)
      return { above: [...lines, PROMPT], column: PROMPT.length, below }
    },
    close: prompt.close,
  }
}

/** Yes or no, by `confirm` of @inquirer/prompts. One letter is enough; a word with that letter in it is none. */
export async function confirmForm({
  ask,
  initial = false,
}: ConfirmQuestion): Promise<SlowForm<boolean>> {
  const prompt = await hosted<boolean>(streams =>
    confirm({ message: '›', default: initial, theme: quietTheme }, streams),
  )
  const word = wordTyped()
  let notice = ''
  const enter: Key = { name: 'return', text: '', ctrl: false, meta: false }
  let answer: boolean | undefined
  return {
    async press(key) {
      notice = ''
      const letter = /^[yn]$/i.test(key.text) && !word.isBegun ? key.text.toLowerCase() : ''
      const isRead = key.name === 'return' && word.text !== ''
      const meant = isRead ? choiceMeant(yesOrNo, word.text) : undefined
      if (typeof meant === 'string') {
        word.clear()
        notice = 'Please answer yes or no.'
        return undefined
      }
      const said = meant ? meant.label.slice(0, 1) : letter
      if (said !== '') await prompt.press({ ...key, name: said, text: said })
      else if (word.press(key)) return undefined
      const answered = (said !== '' || key.name === 'return') && (await prompt.press(enter))
      if (!answered) return undefined
      answer = answered.answer
      return { answer, ...(letter !== '' && { atOnce: letter === 'y' ? 'es' : 'o' }) }
    },
    draw(canvas) {
      if (answer !== undefined && canvas.answered)
        return answeredView(ask, answer ? 'yes' : 'no', canvas)
      const way = notice || `(y yes   n no   Enter: ${initial ? 'yes' : 'no'})`
      const line = drawTyped(word.text, canvas)
      return {
        above: [...withAside(askLines(ask, canvas), way, canvas), line.text],
        column: line.column,
        below: [],
      }
    },
    close: prompt.close,
  }
}
