// Six people and ten weeks of each, through the program as it is: every session is asked, left, picked up and kept by
// the session's own machine. `npm test` sees three weeks of two of them, `npm run test:seasons` all of it.
import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import { isLow } from '../../src/journal/low-days.ts'
import { chance } from '../../src/session/rules.ts'
import { courses } from '../../src/themes/courses.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import type { Answering } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const isLong = process.env.HEARTEN_LONG_TESTS !== undefined
const days = isLong ? 70 : 21
const first = asDay('2026-09-01')
/** From 0 to 1, the same in each run. */
const drawn = (...of: (string | number)[]) => chance('seasons', ...of.map(String))

interface Somebody {
  readonly name: string
  readonly courses: readonly string[]
  /** Whether they are there on a day, by its number. */
  here(day: number): boolean
  mood(day: number): number
  /** Which part of the questions they leave open. */
  readonly skips?: number
  /** Leaves on some days in the middle, and goes on at once. */
  readonly leaves?: true
  /** Takes sessions in an order of their own, on some days. */
  readonly wanders?: true
  /** Rests the course on the first day, and goes on with it on the other. */
  readonly pause?: readonly [from: number, to: number]
}

const mixed = (day: number) => 1 + Math.floor(drawn('mood', day) * 5)
const always = () => true
const people: readonly Somebody[] = [
  {
    ...{ name: 'somebody who wanders and leaves', courses: ['recovery', 'write-it-through'] },
    ...{ here: always, mood: mixed, leaves: true, wanders: true },
  },
  {
    ...{ name: 'somebody low', courses: ['loss'], here: day => day % 2 === 0 },
    mood: day => (day % 5 === 4 ? 4 : 2),
  },
  { name: 'somebody steady', courses: ['break-up'], here: always, mood: mixed },
  {
    ...{ name: 'somebody who skips', courses: ['kindness'], skips: 0.6 },
    ...{ here: day => day % 3 > 0, mood: mixed },
  },
  {
    ...{ name: 'somebody who rests', courses: ['recovery'], pause: [14, 36] },
    ...{ here: day => day % 2 === 0, mood: mixed },
  },
  {
    ...{ name: 'somebody who comes back', courses: ['break-up'] },
    ...{ here: day => day < 10 || day > 44, mood: mixed },
  },
]

const sessionsOf = (id: string) => courses.find(course => course.id === id)?.sessions ?? []

/** Somebody's answers on a day. Each page has words that come once. */
function answersOf({ mood, skips = 0 }: Somebody, n: number, written: string[]): Answering {
  let asked = 0
  return (question, form, [label = '']) => {
    asked++
    const is = (words: RegExp) => words.test(question)
    switch (form) {
      case 'choose':
        if (is(/Pick it up/)) return 'pick it up'
        if (is(/Go on with a course/)) return label
        return is(/write, or only pick/) && drawn('keys', n) < 0.3 ? 'only pick' : skip
      case 'scale':
        return is(/How are you|on leaving/) ? mood(n) : skip
      case 'line':
        return is(/comfort you/) ? `tea of day ${n}` : is(/Who is close/) ? 'Ana' : skip
      case 'write':
        if (drawn('skips', n, asked) < skips) return drawn('stops', n, asked) < 0.1 ? enough : skip
        written.push(`Page ${written.length} of day ${n}.`)
        return written.at(-1) ?? ''
      default:
        return skip
    }
  }
}

/** The same answers, up to some question. */
function leavingAt(last: number, answers: Answering): Answering {
  let asked = 0
  return (...question) => (++asked > last ? interrupt : answers(...question))
}

/** A session that was kept. */
interface Sat {
  readonly course: string
  readonly session: string
  readonly low: boolean
  /** Whether it was asked for by its number. */
  readonly chosen: boolean
}

async function weeksOf(who: Somebody) {
  const person = aPerson()
  const on = (day: Day, hour = 20, answers?: Answering) =>
    person.with({
      now: `${day}T${String(hour).padStart(2, '0')}:00:00Z`,
      ...(answers && { dialogue: scriptedDialogue(answers) }),
    })
  await on(addDays(first, -1)).run('jot', 'something before')
  for (const course of who.courses) await on(first, 8).run('course', 'begin', course)
  const sat: Sat[] = []
  const written: string[] = []
  const [rests, goesOn] = who.pause ?? []
  for (let n = 0; n < days; n++) {
    const day = addDays(first, n)
    if (n === rests) await on(day, 8).run('course', 'pause')
    if (n === goesOn) await on(day, 8).run('course', 'begin', ...who.courses)
    if (!who.here(n)) continue
    const leaves = who.leaves === true && n % 4 === 1
    const chosen = who.wanders === true && n % 3 === 0 && !leaves
    const course = who.courses[n % who.courses.length] ?? ''
    const number = 1 + Math.floor(drawn('session', n) * sessionsOf(course).length)
    const answers = answersOf(who, n, written)
    const line = chosen ? ['course', course, '--session', `${number}`] : []
    const last = 2 + Math.floor(drawn('leaves', n) * 8)
    const { code, err } = await on(day, 20, leaves ? leavingAt(last, answers) : answers).run(
      ...line,
    )
    // A short evening is over before.
    const left = leaves && code === 130
    expect({ day, code, err }).toMatchObject({ code: left ? 130 : 0 })
    if (left) expect(await on(day, 21, answers).run()).toMatchObject({ code: 0 })
    for (const { details, kind, mood } of await entriesOf(person, '--from', day, '--to', day))
      if (kind === 'checkin' && details.course) {
        const { id, session } = details.course
        sat.push({ course: id, session, low: isLow(mood), chosen })
      }
  }
  return { person: on(addDays(first, days)), sat, written }
}

describe.each(people.slice(0, isLong ? people.length : 2))('ten weeks of $name', who => {
  it('offer no session twice in a row, lose none, and go deep on no low day', async () => {
    const { person, sat, written } = await weeksOf(who)
    expect(sat.length).toBeGreaterThan(5)
    for (const course of who.courses) {
      const all = sessionsOf(course)
      const taken = sat.filter(it => it.course === course)
      const seen = new Set<string>()
      for (const [n, { session, low, chosen }] of taken.entries()) {
        const fits = all.filter(({ depth }) => !low || depth !== 'deep')
        expect(fits.map(({ id }) => id)).toContain(session)
        if (!chosen) {
          expect(session).not.toBe(taken[n - 1]?.session)
          // What is open comes before what was done.
          if (fits.some(({ id }) => !seen.has(id))) expect(seen).not.toContain(session)
        }
        seen.add(session)
      }
    }
    const texts = (await entriesOf(person)).map(({ text }) => text)
    expect(written.length).toBeGreaterThan(15)
    for (const page of written) expect(texts.filter(text => text.includes(page))).toHaveLength(1)
    expect(await person.json('status')).toMatchObject({ unfinished: null })
    if (isLong) await reachesAll(who)

    /** What is left is taken from the last one back to the first. */
    async function reachesAll({ courses: begun }: Somebody) {
      const { courses: shown } = (await person.json('course')) as { courses: Shown[] }
      for (const { id, sessions } of shown.filter(it => begun.includes(it.id)))
        for (const { id: session } of sessions.filter(({ done }) => !done).reverse()) {
          const answers = answersOf({ ...who, mood: () => 4 }, days, [])
          const sits = person.with({
            now: `${addDays(first, days)}T20:00:00Z`,
            dialogue: scriptedDialogue(answers),
          })
          await sits.run('course', id, '--session', session)
        }
      const { courses: after } = (await person.json('course')) as { courses: Shown[] }
      for (const { sessions } of after.filter(it => begun.includes(it.id)))
        expect(sessions.filter(({ done }) => !done)).toEqual([])
    }
  })
})

interface Shown {
  readonly id: string
  readonly sessions: readonly { readonly id: string; readonly done?: string }[]
}
