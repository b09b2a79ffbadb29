import { askDay, askWords, askYesNo, isWords } from '../desk/ask.ts'
import { joined, namesFrom } from '../journal/tags.ts'
import { wordKey } from '../reflect/tally.ts'
import { linesIn } from '../render/lines.ts'
import type { Question } from '../themes/questions.ts'
import type { Value } from './answers.ts'
import type { Room } from './room.ts'
import { askingIn } from './room.ts'

/** What goes with a question. */
export interface BesideQuestion {
  /** The words it is about. */
  readonly written?: readonly string[]
  /** What was answered, when the person came back to it. */
  readonly before?: Value | undefined
  /** Told of words while they are typed: leaving midway then loses none. */
  tell(value: Value | undefined): void
}

/** Asks a structured question of a theme; undefined when skipped. */
export async function askQuestion(
  room: Room,
  question: Question,
  { written = [], before, tell }: BesideQuestion,
): Promise<Value | undefined> {
  const { dialogue } = room
  const { ask, shape } = question
  switch (shape.kind) {
    case 'scale':
      return dialogue.scale({
        ask,
        words: [shape.words[1], shape.words[5]],
        initial: ([1, 2, 3, 4, 5] as const).find(level => level === before),
      })
    case 'choice':
      return dialogue.choose({
        ask,
        choices: shape.options.map(({ id, label }) => ({ value: id, label })),
        ...(typeof before === 'string' && { initial: before }),
      })
    case 'yes-no':
      return askYesNo(dialogue, ask, typeof before === 'boolean' ? before : undefined)
    case 'names':
      return room.draft.choicesOnly
        ? pickNames(room, ask, Array.isArray(before) ? before : [], tell)
        : askNames(room, ask, Array.isArray(before) ? before : [], tell)
    case 'date':
      return askDay(askingIn(room), ask, typeof before === 'string' ? before : undefined)
    case 'text':
      return askText(room, question, { written, before, tell })
  }
}

/** Words, or one of a few steps and tools where only keys are pressed. */
async function askText(
  { dialogue, draft, tools }: Room,
  { ask, keys, keptIn, ofWords }: Question,
  { written = [], before, tell }: BesideQuestion,
): Promise<string | undefined> {
  if (draft.choicesOnly) {
    // Tools of the person's own come before ours.
    const own = keptIn === 'coping' ? await tools() : []
    const options = joined(wordKey, own, keys?.options ?? []).slice(0, 9)
    const choices = options.map(option => ({ value: option, label: option }))
    const initial = typeof before === 'string' && options.includes(before) && { initial: before }
    return choices.length === 0 ? undefined : dialogue.choose({ ask, choices, ...initial })
  }
  const suggest = ofWords ? linesIn(written) : []
  return askWords(dialogue, {
    ask,
    suggest,
    ...(typeof before === 'string' && { initial: before }),
    onChange: text => tell(isWords(text.trim()) ? text.trim() || undefined : undefined),
  })
}

async function askNames(
  { dialogue, names }: Room,
  ask: string,
  before: readonly string[],
  tell: BesideQuestion['tell'],
): Promise<string[] | undefined> {
  const namesIn = (line: string) => {
    const found = namesFrom(isWords(line.trim()) ? line : '')
    return found.length > 0 ? found : undefined
  }
  const line = await askWords(dialogue, {
    ask,
    hint: 'a name, or Enter',
    which: 'Who? A name, or Enter to leave it open.',
    suggest: await names(),
    initial: before.join(', '),
    onChange: typed => tell(namesIn(typed)),
  })
  return namesIn(line ?? '')
}

async function pickNames(
  room: Room,
  ask: string,
  before: readonly string[],
  tell: BesideQuestion['tell'],
): Promise<string[] | undefined> {
  const { dialogue } = room
  const names = await room.names()
  if (names.length === 0) return undefined
  const choices = names.slice(0, 9).map(name => ({ value: name, label: name }))
  const onChange = (ticked: readonly string[]) => tell(ticked.length > 0 ? [...ticked] : undefined)
  const picked = await dialogue.pickMany({ ask, choices, initial: before, onChange })
  return picked.length > 0 ? picked : undefined
}
