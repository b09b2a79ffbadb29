import { heading, lines } from '../render/lines.ts'
import type { CoursePlan } from './course.ts'
import type { SessionDraft } from './draft.ts'
import type { Walk } from './plan.ts'
import type { Room } from './room.ts'
import { once } from './room.ts'

/** One screen to read before the questions, and what it rests on. */
export async function readFirst(room: Room, plan: CoursePlan): Promise<void> {
  const { dialogue, look, heard } = room
  await once(room, 'reading', async () => {
    dialogue.say(() => `\n${heading(plan.name, plan.courseName, look)}`)
    for (const paragraph of plan.read) dialogue.say(() => `${lines(paragraph, look)}\n`)
    dialogue.say(() => lines(`(${plan.source})`, look, look.colours.dim))
    const ask = 'The questions come next, at your pace.'
    const typed = await dialogue.line({ ask, hint: 'Enter goes on' })
    if (typed !== undefined) heard(typed)
  })
}

/** The themes of a course's session, which this one is from now on. */
export function walkOfCourse(draft: SessionDraft, plan: CoursePlan): Walk {
  draft.course = plan
  return { length: 'short', themes: plan.themes }
}

/** Notes that this session of the course was gone through. */
export function markCourse({ course, answers }: SessionDraft): void {
  if (course) answers.course = { id: course.course, session: course.session }
}
