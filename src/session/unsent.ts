import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'

/** Words to somebody that go nowhere, and what becomes of them. */
interface Unsent {
  /** What they are, as one says it: "letter". */
  readonly what: string
  readonly ask: string
  readonly initial?: string
  /** Takes in what is there by now. @returns what to tell the person when that failed */
  keep(text: string): string | undefined
  /** Opens the editor; every save in it goes to `onSave`. */
  edit(text: string, onSave: (text: string) => void): Promise<string>
  /** Hears words that are kept nowhere. */
  letGo(text: string): void
  /** Whether the words are to end the questions. */
  stops?(text: string): boolean
}

/**
 * Has them written, and asks whether they are kept or let go. Whoever leaves that open keeps them.
 *
 * @throws Enough when the person stops there, or the words end the questions
 */
export async function writeUnsent(
  dialogue: Dialogue,
  { what, ask, initial = '', keep, edit, letGo, stops }: Unsent,
): Promise<void> {
  const { text, end } = await dialogue.write({
    ask,
    initial,
    onChange: keep,
    edit: it => edit(it, keep),
  })
  keep(text)
  if (stops?.(text) || end === 'enough') throw new Enough()
  if (text.trim() === '') return
  const isKept = await dialogue.choose({
    ask: `Keep the ${what}, or let it go?`,
    choices: [
      { value: true, label: 'keep it' },
      { value: false, label: 'let it go' },
    ],
    initial: true,
  })
  if (isKept !== false) return
  letGo(text)
  keep('')
}
