import { expect, it, vi } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

// What one line in a data file adds is there at once, everywhere: nothing else knows the parts by name.

vi.mock('../../src/themes/plan-parts.ts', async original => {
  const { planParts } = await original<typeof import('../../src/themes/plan-parts.ts')>()
  const music = { id: 'music', name: 'Songs that hold me', ask: 'Which songs hold you?' }
  return { planParts: [...planParts, music] }
})

vi.mock('../../src/themes/measures.ts', async original => {
  const { starterMeasures } = await original<typeof import('../../src/themes/measures.ts')>()
  const warmth = { name: 'warmth', unit: 'steps', from: 0, to: 4, every: 'week' }
  return { starterMeasures: [...starterMeasures, warmth] }
})

vi.mock('../../src/themes/courses.ts', async original => {
  const { courses } = await original<typeof import('../../src/themes/courses.ts')>()
  return { courses: [...courses, { ...courses[0], id: 'garden', name: 'In the garden' }] }
})

it('a part of the plan', async () => {
  const person = aPerson()
  await person.run('plan', 'edit', 'music', 'the slow one')
  expect(await person.json('plan')).toMatchObject({
    parts: expect.arrayContaining([
      { id: 'music', name: 'Songs that hold me', text: 'the slow one' },
    ]),
  })
  expect((await person.run('help-now')).out).toContain('Songs that hold me')
})

it('a measure', async () => {
  const person = aPerson()
  await person.run('measure', 'add', 'warmth')
  expect(await person.run('checkin', '--measure', 'warmth=5')).toMatchObject({ code: 2 })
  expect(await person.run('checkin', '--measure', 'warmth=4')).toMatchObject({ code: 0 })
})

it('a course', async () => {
  const person = aPerson()
  await person.run('course', 'begin', 'garden')
  expect((await person.run('course')).out).toContain('In the garden')
  expect((await person.run('course', '--sheet')).out).toContain('prompt=garden.')
})
