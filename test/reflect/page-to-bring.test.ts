import { expect, it } from 'vitest'
import { asNotBrought, idsBrought, lastTime, newBrought } from '../../src/journal/brought.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { currentOf } from '../../src/journal/merge.ts'
import { circleOf } from '../../src/journal/person.ts'
import { isSealedLetter } from '../../src/journal/query.ts'
import { nextRevision } from '../../src/journal/record.ts'
import { answersToAskAgain } from '../../src/reflect/again.ts'
import { discretionOf } from '../../src/reflect/discretion.ts'
import { pageToBring } from '../../src/reflect/page-to-bring.ts'
import { bringPage } from '../../src/render/page-to-bring.ts'
import { anyEntry } from '../formats/arbitrary.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { anEntry } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')
const known = { today, circle: circleOf([]), mutes: [] }
const none = { plan: [], namesChanged: false }
const whom = fc.constantFrom('group', 'therapist', 'sponsor', 'friend' as const)

/** Entries of any kind, each with its own id and its own words in every place that holds some. */
const anyJournal = fc
  .array(fc.tuple(anyEntry, fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 6 })
  .map(all =>
    all.map(
      ([entry, own, starred, bring], n) =>
        ({
          ...entry,
          id: `e${n}`,
          text: `zebra${n} ${entry.text}`,
          ...(own ? { private: true } : { private: undefined }),
          ...(starred && { starred: true }),
          ...(bring && { bring: true }),
        }) as Entry,
    ),
  )

it('counts days as a review that leaves the house does: from the first with anything written for others', () => {
  const entries = [
    anEntry({ day: '2026-11-10', private: true }),
    anEntry({ day: '2026-11-20' }),
    anEntry({ day: '2026-11-22', mood: 3 }),
  ]
  const wish = { whom: 'therapist', until: today, isSaid: true, named: undefined } as const
  const of = (since: string) =>
    pageToBring(entries, [], known, { ...wish, since: asDay(since), brought: new Set() }).numbers
      ?.presence.of
  expect(['2026-11-01', '2026-11-20', '2026-11-21'].map(of)).toEqual([3, 3, 2])
})

it('no word of a private page is on a page, whomever it is for and whatever was asked for', () => {
  fc.assert(
    fc.property(anyJournal, whom, fc.boolean(), (entries, who, named) => {
      const page = pageToBring(entries, [], known, {
        ...{ whom: who, since: asDay('1970-01-01'), until: asDay('2100-01-01') },
        ...{ isSaid: false, named: named ? () => true : undefined, brought: new Set() },
      })
      const shown = JSON.stringify(bringPage(page, none))
      for (const [n, entry] of entries.entries())
        if (entry.private) expect(shown).not.toContain(`zebra${n} `)
      const isChosen = (entry: Entry) =>
        !isSealedLetter(entry, today) &&
        (named || entry.bring || (who === 'therapist' && entry.starred))
      const own = entries.filter(entry => entry.private && isChosen(entry))
      expect(page.leftOut.private).toBeGreaterThanOrEqual(own.length)
      expect(page.leftOut.private + page.leftOut.hidden + page.leftOut.wordless).toBe(
        entries.filter(isChosen).length - page.entries.length,
      )
    }),
  )
})

it('every answer that comes up may be quoted and read back, on whatever day', () => {
  fc.assert(
    fc.property(anyJournal, entries => {
      const rules = { resurface: true, seasonStart: '', hardDates: [] }
      const may = discretionOf(known, entries)
      for (const entry of answersToAskAgain(entries, known, rules)) {
        expect(may.mayQuote(entry) && may.mayReadBack(entry)).toBe(true)
        expect(entry.prompt.text).not.toBe('')
      }
      expect(answersToAskAgain(entries, known, { ...rules, resurface: false })).toEqual([])
    }),
  )
})

it('two machines that brought something have both, and what was marked anew stays so', () => {
  const stamp = aStamp()
  const first = newBrought({ whom: 'group', until: today, entries: ['a', 'b'] }, stamp)
  const other = newBrought({ whom: 'group', until: asDay('2026-11-25'), entries: ['c'] }, stamp)
  const anExport = newBrought({ until: today, entries: ['d'] }, stamp)
  const all = [first, other, anExport]
  expect([...idsBrought(all, 'group')]).toEqual(['a', 'b', 'c'])
  expect([...idsBrought(all, undefined)]).toEqual(['d'])
  expect(lastTime(all, 'group')).toBe('2026-11-25')
  expect(lastTime(all, 'therapist')).toBeUndefined()

  // On one machine a is marked anew, on the other b: both come along again.
  const [one] = asNotBrought(all, new Set(['a']), stamp)
  const [two] = asNotBrought(all, new Set(['b']), stamp)
  if (!one || !two) throw new Error('nothing was marked anew')
  expect(currentOf([first, one, two])?.entries).toEqual([])
  expect(asNotBrought(all, new Set(['x']), stamp)).toEqual([])
  // A deletion, as an undo makes it, is no time at all.
  const gone = nextRevision(first, { deleted: true }, stamp)
  expect(currentOf([first, gone])?.deleted).toBe(true)
})
