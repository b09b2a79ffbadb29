import { askDay, askYesNo, namesFrom } from '../desk/ask.ts'
import { linesIn } from '../render/lines.ts'
import type { Question } from '../themes/questions.ts'
import type { Value } from './answers.ts'
import type { Room } from './room.ts'
import { askingIn } from './room.ts'

/** Asks a structured question of a theme, about what was written; undefined when skipped. */
export async function askQuestion(
  room: Room,
  question: Question,
  written: readonly string[] = [],
): Promise<Value | undefined> {
  const { dialogue } = room
  const { ask, shape } = question
  switch (shape.kind) {
    case 'scale':
      return dialogue.scale({ ask, words: [shape.low, shape.high] })
    case 'choice':
      return dialogue.choose({
        ask,
        choices: shape.options.map(({ id, label }) => ({ value: id, label })),
      })
    case 'yes-no':
      return askYesNo(dialogue, ask)
    case 'names':
      return room.draft.choicesOnly ? pickName(room, ask) : askNames(room, ask)
    case 'date':
      return askDay(askingIn(room), ask)
    case 'text':
      return dialogue.line({ ask, ...(question.ofWords && { suggest: linesIn(written) }) })
  }
}

async function askNames({ dialogue, names }: Room, ask: string): Promise<string[] | undefined> {
  const line = await dialogue.line({ ask, hint: 'a name, or Enter', suggest: names })
  return line === undefined ? undefined : namesFrom(line)
}

async function pickName({ dialogue, names }: Room, ask: string): Promise<string[] | undefined> {
  if (names.length === 0) return undefined
  const choices = names.slice(0, 9).map(name => ({ value: name, label: name }))
  const name = await dialogue.choose({ ask, choices })
  return name === undefined ? undefined : [name]
}
