import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { visible } from '../render/gate.ts'
import type { Journal } from '../store/journal.ts'

/** A draft that goes on being written where the disk does not take it. */
export interface KeptDraft {
  /** Saves it. @returns what to tell the person when that failed: the words are on the screen only */
  keep(content: unknown): string | undefined
  /** Shows the words when the draft does not hold them, so that they can be copied. @returns whether it did */
  rescue(text: string): boolean
  /** Does what brings the words into the journal, and rescues them when that fails. */
  into<T>(text: string, commit: () => Promise<T>): Promise<T>
}

export function keptDraft(context: Context, journal: Journal, id: string): KeptDraft {
  let isWhole = true
  const rescue = (text: string) => {
    if (!isWhole) context.terminal.print(visible(`Your words, to copy from here:\n\n${text}\n`))
    return !isWhole
  }
  return {
    keep(content) {
      try {
        journal.drafts.save(id, content)
        isWhole = true
        return undefined
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        isWhole = false
        return error.message
      }
    },
    rescue,
    async into(text, commit) {
      try {
        return await commit()
      } catch (error) {
        rescue(text)
        throw error
      }
    },
  }
}
