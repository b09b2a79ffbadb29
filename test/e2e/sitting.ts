// How somebody answers at a terminal: waits for the question, then presses keys.
import type { Pty } from '../helpers/pty.ts'

/** Until this is on the screen and no answer stands below it. */
export function asked(pty: Pty, question: string): Promise<void> {
  const words = question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
  return pty.waitFor(new RegExp(`${words}(?![\\s\\S]*\\n  › \\S)`))
}

export async function answer(pty: Pty, question: string, keys: string): Promise<void> {
  await asked(pty, question)
  pty.type(keys)
}

/** Fills the writing field and says that it is done. */
export async function written(pty: Pty, text: string): Promise<void> {
  await asked(pty, 'Ctrl-D done')
  pty.type(text)
  if (text !== '') await pty.waitFor(`▏${text}`)
  pty.type('\x04')
}

/** For what is looked at again and again until it is so. */
export const patience = { timeout: 120_000, interval: 20 }
