import { Back, Enough } from '../dialogue/signals.ts'
import { lines } from '../render/lines.ts'
import { arrive } from './arrive.ts'
import { markCourse, readFirst } from './course-session.ts'
import { holdsSomething } from './draft.ts'
import type { Room } from './room.ts'
import { stepBack, withWayBack } from './way-back.ts'

/**
 * The guided session, from the welcome to the door. Every answer is in the draft as soon as it is
 * given; a draft that was interrupted goes on where it stopped.
 *
 * @returns `enough` when the person stopped early; what they gave is in the draft all the same
 * @throws Interrupted on Ctrl-C: the draft stays
 */
export async function walk(given: Omit<Room, 'step'>): Promise<'finished' | 'enough'> {
  const { draft, look } = given
  const step = { answers: 0 }
  const dialogue = withWayBack(given.dialogue, draft, step)
  const room: Room = { ...given, dialogue, step }
  try {
    // After a step back everything is gone through again, and what was asked is not asked once more.
    for (;;) {
      try {
        await goThrough(room)
        return 'finished'
      } catch (signal) {
        if (!(signal instanceof Back)) throw signal
        stepBack(draft, step)
      }
    }
  } catch (signal) {
    if (!(signal instanceof Enough)) throw signal
    if (holdsSomething(draft)) markCourse(draft)
    dialogue.say(() => `\n${lines('Enough for today is a good answer.', look)}`)
    return 'enough'
  } finally {
    room.keep()
  }
}

/** What comes later is loaded later: the first question does not wait for it. */
async function goThrough(room: Room): Promise<void> {
  const { draft } = room
  await arrive(room)
  if (draft.course) await readFirst(room, draft.course)
  const themes = draft.walk?.themes ?? []
  const { walkTheme } = await import('./theme.ts')
  for (const [index, theme] of themes.entries()) {
    const key = `theme ${theme.id}`
    if (draft.done.includes(key)) continue
    await walkTheme(room, theme, themes.length > 1 ? `${index + 1} of ${themes.length}` : '')
    draft.done.push(key)
    room.keep()
  }
  if (draft.course?.exercise)
    await (await import('./exercise.ts')).doExercise(room, draft.course.exercise)
  markCourse(draft)
  await (await import('./leave.ts')).leave(room)
}
