import type { Context } from '../context.ts'

/** Told how much of something is done, from 0 to 1. */
export type Progress = (share: number) => void

/** What takes less is not worth a word, and what is drawn oftener is not seen, in milliseconds. */
const patience = 1000
const rest = 100

/**
 * A line of progress for what may take long, on a terminal that draws. It is there from the first second on, is
 * written over, and goes when the work is done or has failed.
 * @param what `Reading`
 */
export async function withProgress<T>(
  context: Context,
  what: string,
  work: (progress: Progress) => Promise<T> | T,
): Promise<T> {
  const { terminal } = context
  const now = () => context.checkup().now().getTime()
  let next = now() + patience
  let isShown = false
  try {
    return await work(share => {
      if (now() < next) return
      next = now() + rest
      isShown = true
      terminal.drawOver(`${what}: ${Math.floor(share * 100)}%`)
    })
  } finally {
    if (isShown) terminal.drawOver('')
  }
}
