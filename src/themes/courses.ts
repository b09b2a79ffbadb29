import type { WrittenCourse } from './course.ts'
import { breakUp } from './courses/break-up.ts'

/** Every course hearten comes with, in the order they are listed. */
export const courses: readonly WrittenCourse[] = [breakUp]
