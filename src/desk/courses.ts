import type { Journal } from '../store/journal.ts'
import type { WrittenCourse } from '../themes/course.ts'
import { courses } from '../themes/courses.ts'

/** Every course there is: ours, and those of the person's own files, which take the place of ours of the same id. */
export async function everyCourse(journal: Journal): Promise<WrittenCourse[]> {
  const packs = await journal.settings('coursepack')
  if (packs.length === 0) return [...courses]
  // Reading files strictly takes a library that others do without.
  const { readCourse } = await import('../formats/course-pack.ts')
  const own = packs.map(({ course, content }) => readCourse(content, `The course ${course}`))
  return [...courses.filter(({ id }) => own.every(it => it.id !== id)), ...own]
}
