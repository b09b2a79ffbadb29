import { confirm, password } from '@inquirer/prompts'
import type { ConfirmQuestion } from './dialogue.ts'
import { answeredView, asideLines, askLines, PROMPT, withAside } from './draw.ts'
import type { SlowForm } from './form.ts'
import { hosted } from './hosted.ts'
import type { Key } from './keys.ts'
import { drawTyped, quietTheme } from './list.ts'

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

/** Yes or no, by `confirm` of @inquirer/prompts. One letter is enough; other keys mean nothing. */
export async function confirmForm({
  ask,
  initial = false,
}: ConfirmQuestion): Promise<SlowForm<boolean>> {
  const prompt = await hosted<boolean>(streams =>
    confirm({ message: '›', default: initial, theme: quietTheme }, streams),
  )
  const enter: Key = { name: 'return', text: '', ctrl: false, meta: false }
  let answer: boolean | undefined
  return {
    async press(key) {
      const letter = /^[yn]$/i.test(key.text)
      if (letter) await prompt.press({ ...key, name: key.text.toLowerCase() })
      const answered = (letter || key.name === 'return') && (await prompt.press(enter))
      if (!answered) return undefined
      answer = answered.answer
      return { answer, atOnce: letter }
    },
    draw(canvas) {
      if (answer !== undefined && canvas.answered)
        return answeredView(ask, answer ? 'yes' : 'no', canvas)
      const way = `(y yes   n no   Enter: ${initial ? 'yes' : 'no'})`
      const line = drawTyped('', canvas)
      return {
        above: [...withAside(askLines(ask, canvas), way, canvas), line.text],
        column: line.column,
        below: [],
      }
    },
    close: prompt.close,
  }
}
