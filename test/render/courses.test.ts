import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { noColours } from '../../src/render/colours.ts'
import { renderCourses } from '../../src/render/courses.ts'
import { courses } from '../../src/themes/courses.ts'

it('counts as done no session that a course has no more', () => {
  const today = asDay('2026-11-22')
  const [course] = courses
  if (!course) throw new Error('there is no course')
  const said = (...ids: string[]) => {
    const progress = { done: new Map(ids.map(id => [id, today])) }
    const look = { width: 80, colours: noColours, plain: false, piped: false, today }
    return renderCourses([{ course, progress }], look)
  }
  expect(said(course.sessions[0]?.id ?? '', 'gone')).toContain('sessions, 1 done')
  expect(said('gone')).not.toContain('done')
})
