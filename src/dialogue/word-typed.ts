import { clusters } from '../render/wrap.ts'
import { matchChoices } from './choices.ts'
import type { Choice } from './dialogue.ts'
import type { Key } from './keys.ts'

/** No word that is asked for is longer; of a paste that came to the wrong question the beginning is enough to see it. */
const LONGEST = 100

/**
 * What is typed at a question of single keys and is none of them: a word may be what was chosen, and whatever means
 * nothing must not look like an answer.
 */
export interface WordTyped {
  readonly text: string
  /** Whether letters were typed: from here on the next ones are part of a word, and no keys. */
  readonly isBegun: boolean
  /** Whether more than a letter was typed, which is no slip of a finger. */
  readonly isWord: boolean
  /** @returns whether the key changed what is typed, or could have */
  press(key: Key): boolean
  /** Takes what was typed away. */
  clear(): void
}

export function wordTyped(): WordTyped {
  let text = ''
  /** Since the question was put, though it may have been taken back. */
  let wasTyped = false
  return {
    get text() {
      return text
    },
    get isBegun() {
      return /\p{L}/u.test(text)
    },
    get isWord() {
      return /\p{L}.*\p{L}/u.test(text)
    },
    press(key) {
      if (key.text !== '') {
        const more = key.text.replace(/\s+/g, ' ')
        text = clusters((text + more).trimStart().slice(0, 4 * LONGEST))
          .slice(0, LONGEST)
          .join('')
        wasTyped ||= text !== ''
        return true
      }
      if (!wasTyped) return false
      if (key.name === 'backspace' && !key.ctrl && !key.meta)
        text = clusters(text).slice(0, -1).join('')
      else if (key.name === 'escape' || key.name === 'backspace' || isErasing(key)) text = ''
      else return key.name === 'delete'
      return true
    },
    clear() {
      text = ''
    },
  }
}

const isErasing = ({ name, ctrl }: Key): boolean => ctrl && /^[uw]$/.test(name)

export const notOne = 'That is not one of them.'

/** What the word says: a choice, or what is the trouble with it. */
export function choiceMeant<T>(choices: readonly Choice<T>[], typed: string): Choice<T> | string {
  const matches = matchChoices(choices, typed)
  const [match] = matches
  if (!match) return notOne
  if (matches.length === 1) return match
  return `That could be ${matches.map(it => it.label).join(' or ')}. Which one?`
}
