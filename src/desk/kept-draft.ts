import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { visible } from '../render/gate.ts'
import type { Journal } from '../store/journal.ts'

/** What holds words until they are in the journal. */
export interface Holding {
  /** Does what brings the words into the journal. When that fails, they are still to be had. */
  into<T>(commit: () => Promise<T>): Promise<T>
  /** Lets go of them: they are in the journal, or the person does not want them. */
  done(): void
}

/** For words that are still where they came from: on the command line, in a file, in the journal. */
export const heldElsewhere: Holding = { into: commit => commit(), done() {} }

/** For words that came through a pipe: nobody can ask for them again. */
export const heldHere = (context: Context, text: string): Holding => ({
  async into(commit) {
    try {
      return await commit()
    } catch (error) {
      show(context, text)
      throw error
    }
  },
  done() {},
})

/** A draft that goes on being written where the disk does not take it. */
export interface KeptDraft {
  /** Saves it. @returns what to tell the person when that failed: the words are on the screen only */
  keep(content: unknown): string | undefined
  /** Whether there is one, on the disk. */
  isThere(): Promise<boolean>
  /** Shows the words when the draft does not hold them, so that they can be copied. @returns whether it did */
  rescue(text: string): Promise<boolean>
  /** The draft as what holds this text; it is removed when the text is in the journal. */
  holding(text: string): Holding
}

export function keptDraft(context: Context, journal: Journal, id: string): KeptDraft {
  let isWhole = true
  const rescue = async (text: string) => {
    isWhole &&= await isThere()
    if (!isWhole) show(context, text)
    return !isWhole
  }
  const done = () => journal.drafts.remove(id)
  /** It may have gone with the whole journal. */
  const isThere = () =>
    journal.drafts.load(id).then(
      it => it !== undefined,
      () => false,
    )
  return {
    keep(content) {
      try {
        // Done when it returns: what is written for here stands on plain paper.
        void journal.drafts.save(id, content)
        isWhole = true
        return undefined
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        isWhole = false
        return error.message
      }
    },
    isThere,
    rescue,
    holding: text => ({
      async into(commit) {
        try {
          const result = await commit()
          await done()
          return result
        } catch (error) {
          await rescue(text)
          throw error
        }
      },
      done,
    }),
  }
}

function show({ terminal }: Context, text: string): void {
  if (text.trim() !== '') terminal.print(visible(`Your words, to copy from here:\n\n${text}\n`))
}
