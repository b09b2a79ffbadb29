import { expect, it } from 'vitest'
import { peopleSeen } from '../../src/reflect/people.ts'
import { toolkitOf } from '../../src/reflect/toolkit.ts'
import { noColours } from '../../src/render/colours.ts'
import type { Look } from '../../src/render/look.ts'
import { renderPeople } from '../../src/render/people.ts'
import { renderToolkit } from '../../src/render/toolkit.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { aCircle } from '../helpers/builders.ts'
import { sampleJournal, samplePeople, sampleToday as today } from '../helpers/sample-journal.ts'

const look: Look = { width: 80, colours: noColours, plain: false, piped: false, today }
const people = peopleSeen(sampleJournal(), { today, circle: aCircle(...samplePeople), mutes: [] })
const toolkit = toolkitOf(sampleJournal())

it('lists who is there, and apart from them who is never suggested', () => {
  const page = renderPeople(people, look)
  expect(page).toMatch(/sister +20 November +\d+ +listening, company/)
  expect(page).toMatch(/Never suggested for reaching out\n +Daniel, estranged\./)
})

it.each([20, 40, 80, 100])('keeps within %i columns', width => {
  for (const page of [
    renderPeople(people, { ...look, width }),
    renderToolkit(toolkit, { ...look, width }),
  ])
    expect(page.split('\n').filter(line => displayWidth(line) > width)).toEqual([])
})

it('reads aloud without columns', () => {
  for (const page of [
    renderPeople(people, { ...look, plain: true }),
    renderToolkit(toolkit, { ...look, plain: true }),
  ])
    expect(page).not.toMatch(/ {2}|→/)
})

it('has a first step where nobody and nothing is there yet', () => {
  expect(renderPeople({ people: [], muted: 0, onlyPrivate: 0 }, look)).toContain(
    'hearten people add NAME',
  )
  expect(renderToolkit(toolkitOf([]), look)).toContain('hearten toolkit use')
})

it('says that some rise comes by itself', () => {
  expect(renderToolkit(toolkit, look)).toContain('some rise comes by itself')
})
