import { Enough } from '../dialogue/signals.ts'
import { lines } from '../render/lines.ts'
import { arrive } from './arrive.ts'
import { leave } from './leave.ts'
import type { Room } from './room.ts'
import { walkTheme } from './theme.ts'

/**
 * The guided session, from the welcome to the door. Every answer is in the draft as soon as it is
 * given; a draft that was interrupted goes on where it stopped.
 *
 * @returns `enough` when the person stopped early; what they gave is in the draft all the same
 * @throws Interrupted on Ctrl-C: the draft stays
 */
export async function walk(room: Room): Promise<'finished' | 'enough'> {
  const { dialogue, draft, look } = room
  try {
    await arrive(room)
    const themes = draft.walk?.themes ?? []
    for (const [index, theme] of themes.entries()) {
      const key = `theme ${theme.id}`
      if (draft.done.includes(key)) continue
      await walkTheme(room, theme, themes.length > 1 ? `${index + 1} of ${themes.length}` : '')
      draft.done.push(key)
      room.keep()
    }
    await leave(room)
    return 'finished'
  } catch (signal) {
    if (!(signal instanceof Enough)) throw signal
    dialogue.say(() => `\n${lines('Enough for today is a good answer.', look)}`)
    return 'enough'
  } finally {
    room.keep()
  }
}
