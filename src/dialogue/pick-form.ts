import { search } from '@inquirer/prompts'
import type { PickChoice, PickQuestion } from './dialogue.ts'
import { answeredView, asideLines, askLines } from './draw.ts'
import { fitting, known } from './fitting.ts'
import type { SlowForm } from './form.ts'
import { hosted } from './hosted.ts'
import type { Key } from './keys.ts'
import { drawList, listTheme } from './list.ts'
import { drawTyped } from './typed-line.ts'

/** More than anybody looks through; typing another letter finds the rest. */
const MOST = 200

/** One of many, found by typing: `search` of @inquirer/prompts. */
export async function pickForm<T>({
  ask,
  choices,
}: PickQuestion<T>): Promise<SlowForm<T | undefined>> {
  const labelled = known(choices)
  const prompt = await hosted<PickChoice<T>>(streams =>
    search(
      {
        message: '›',
        source: (term = '') =>
          fitting(labelled, term)
            .slice(0, MOST)
            .map(({ choice, line }) => ({ value: choice, name: line })),
        pageSize: MOST,
        theme: listTheme,
      },
      streams,
    ),
  )
  let chosen: PickChoice<T> | undefined
  const typed = () => (prompt.drawn[0] ?? '').replace(/^› ?/, '')
  /** Arrows make the prompt forget what was typed, though it still shows it. */
  let forgotten = false

  const hand = async (key: Key) => {
    if (forgotten && !arrows.has(key.name)) {
      forgotten = false
      await prompt.press({ name: '', text: typed(), ctrl: false, meta: false })
    }
    if (arrows.has(key.name)) forgotten = true
    return prompt.press(key)
  }

  return {
    async press(key) {
      if (key.name === 'escape') return { answer: undefined }
      const meant = understood(key)
      const answered = meant && (await hand(meant))
      if (!answered) return undefined
      chosen = answered.answer
      return { answer: chosen.value }
    },
    draw(canvas) {
      if (canvas.answered) return answeredView(ask, chosen?.label, canvas)
      const above = askLines(ask, canvas)
      const line = drawTyped(typed(), canvas)
      const hint = asideLines('type to find · arrows and Enter · Esc skips', canvas)
      const room = canvas.rows - above.length - hint.length - 2
      return {
        above: [...above, line.text],
        column: line.column,
        below: [...drawList(prompt.drawn.slice(1), room, canvas), ...hint],
      }
    },
    close: prompt.close,
  }
}

const arrows = new Set(['up', 'down'])

/** The keys that the prompt is told of, under the names it knows; it would take others for something else. */
function understood(key: Key): Key | undefined {
  if (key.pasted) return { ...key, text: key.text.trim().replace(/\s+/g, ' ') }
  if (key.text !== '') return key
  const name = `${key.ctrl ? 'ctrl ' : ''}${key.meta ? 'meta ' : ''}${key.name}`
  const plain = (named: string): Key => ({ name: named, text: '', ctrl: false, meta: false })
  if (name === 'ctrl p') return plain('up')
  if (name === 'ctrl n') return plain('down')
  return ['up', 'down', 'return', 'backspace', 'ctrl u', 'ctrl w'].includes(name) ? key : undefined
}
