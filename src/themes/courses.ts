import type { WrittenCourse } from './course.ts'
import { breakUp } from './courses/break-up.ts'
import { kindness } from './courses/kindness.ts'
import { loss } from './courses/loss.ts'
import { recovery } from './courses/recovery.ts'
import { writeItThrough } from './courses/write-it-through.ts'

/** Every course hearten comes with, in the order they are listed. */
export const courses: readonly WrittenCourse[] = [breakUp, loss, recovery, kindness, writeItThrough]
