import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import type {
  Coping,
  Entry,
  Kind,
  Note,
  PromiseEntry,
  Reflection,
  Scale,
} from '../../src/journal/entry.ts'
import { revise } from '../../src/journal/entry.ts'
import type { Person } from '../../src/journal/person.ts'
import type { nextRevision } from '../../src/journal/record.ts'
import type { ThemeId } from '../../src/themes/theme.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { anEntry } from '../helpers/builders.ts'

type NotePatch = Parameters<typeof revise<Note>>[1]
type PersonPatch = Parameters<typeof nextRevision<Person>>[1]

describe('a revision', () => {
  it('takes only what a field can hold', () => {
    expectTypeOf<{ mood: 3; tags: string[] }>().toExtend<NotePatch>()
    expectTypeOf<{ mood: undefined }>().toExtend<NotePatch>()
    expectTypeOf<{ mood: 'banana' }>().not.toExtend<NotePatch>()
    expectTypeOf<{ tags: 7 }>().not.toExtend<NotePatch>()
    expectTypeOf<{ day: 'never' }>().not.toExtend<NotePatch>()
    expectTypeOf<{ details: { tool: string } }>().not.toExtend<NotePatch>()
    expectTypeOf<{ status: 'gone' }>().not.toExtend<PersonPatch>()
  })

  it('loses what is set to nothing, and keeps what it does not know', () => {
    const entry = { ...anEntry({ mood: 2 }), weather: 'grey' }
    const next = revise(entry, { mood: undefined, text: 'x' }, aStamp())
    expect(next).toMatchObject({ text: 'x', weather: 'grey', supersedes: [entry.revision] })
    expect(next).not.toHaveProperty('mood')
  })

  it('breaks lines in one way, wherever its words come from', () => {
    expect(revise(anEntry(), { text: 'one\r\ntwo\rthree' }, aStamp()).text).toBe('one\ntwo\nthree')
  })
})

describe('the types that come of the table of fields', () => {
  it('are what they say', () => {
    expectTypeOf<Entry['kind']>().toEqualTypeOf<Kind>()
    expectTypeOf<Note['mood']>().toEqualTypeOf<Scale | undefined>()
    expectTypeOf<Note['theme']>().toEqualTypeOf<ThemeId | undefined>()
    expectTypeOf<Reflection['theme']>().toEqualTypeOf<ThemeId>()
    expectTypeOf<Coping['details']['tool']>().toEqualTypeOf<string>()
    expectTypeOf<PromiseEntry['details']['due']>().toEqualTypeOf<Day | undefined>()
    expectTypeOf<PromiseEntry['details']['witness']>().toEqualTypeOf<
      readonly string[] | undefined
    >()
    expectTypeOf<{ banana: 1 }>().not.toExtend<Note['details']>()
  })
})
