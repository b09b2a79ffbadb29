// Three months after a break-up, made up: every kind of entry, in plausible amounts, always the same.
import { addDays, asDay, weekday } from '../../src/journal/day.ts'
import type { Entry, Kind, Scale } from '../../src/journal/entry.ts'
import { inOrder } from '../../src/journal/query.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { anEntry, aPerson } from './builders.ts'

const firstDay = asDay('2026-08-25')
export const sampleToday = asDay('2026-11-22')

export const samplePeople = [
  aPerson('sister', 'close', ['Maria']),
  aPerson('an old neighbour', 'distant'),
  aPerson('Daniel', 'estranged'),
]

/** Numbers in a fixed order that look like chance. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 48271) % 2147483647
    return state % sides
  }
}

const texts = [
  'Eleven times, I counted. I kept reaching for the phone to tell her about the interview.',
  'I would never say to a friend what I said to myself on Tuesday.',
  'Somebody at the Thursday group said it out loud before I could. The room went quiet.',
  'My sister came by with soup and did not ask anything. That was right.',
  'I slept until six. The morning was grey and I walked to the river and back.',
  'It was not nothing, and it is over, and both are true.',
  'The interview went better than I thought. I noticed I wanted to tell someone.',
]
const feelings = ['lonely', 'worn out', 'relieved', 'sad', 'calm', 'restless', 'grateful', 'numb']
const tools = ['a walk outside', 'calling someone', 'slow breathing', 'music']

/** The journal up to 22 November 2026, oldest first. */
export function sampleJournal(days = 90): Entry[] {
  const roll = dice(7)
  const entries: Entry[] = []
  const one = <T>(values: readonly T[]): T => values[roll(values.length)] as T
  for (let n = 0; n < days; n++) {
    const day = addDays(firstDay, n)
    const add = (kind: Kind, fields: object) =>
      entries.push(anEntry({ kind, day, id: `s${n}-${entries.length}`, ...fields }) as Entry)
    if (roll(10) < 4) continue
    const scale = (value: number) => Math.min(5, Math.max(1, Math.round(value))) as Scale
    const near = (level: number) => scale(level + (roll(3) - 1))
    const level = 1.8 + (1.6 * n) / days
    const session = `session-${n}`
    const before = near(level)
    add('checkin', {
      ...{ session, mood: before, energy: near(level), feelings: [one(feelings), one(feelings)] },
      details: {
        moment: 'arrive',
        ...(roll(3) === 0 && {
          connection: {
            ...{ understood: near(2.5), known: near(2), cared: near(3), step: near(3) },
            learned: near(3),
          },
        }),
      },
    })
    for (const theme of themeIds) {
      if (roll(5) < 2) continue
      const details = {
        compassion: { strengthBefore: near(4), strengthAfter: near(3), understoodBy: ['Maria'] },
        shared: { source: one(['person', 'meeting', 'reading']), lessAlone: near(3.4) },
        support: { support: one(['listened', 'company']), direction: one(['asked', 'received']) },
        accountability: {},
        growth: roll(2) ? { insight: one(texts), source: 'own' } : {},
      }
      const people = theme === 'support' ? [one(['sister', 'Ana'])] : []
      const starred = roll(25) === 0 && { starred: true }
      add('reflection', {
        theme,
        session,
        text: one(texts),
        people,
        details: details[theme],
        ...starred,
      })
    }
    if (roll(3) === 0)
      add('reachout', {
        people: [n < 40 ? one(['sister', 'an old neighbour']) : 'sister'],
        details: {
          ...{ direction: 'asked', support: 'listened', expected: near(2), actual: near(4) },
          answered: roll(5) > 0,
        },
      })
    if (roll(4) === 0)
      add('promise', {
        text: 'If I wake before six, I text my sister instead of scrolling.',
        details: {
          due: addDays(day, 2),
          ...(roll(2) && { witness: ['sister'] }),
          steps:
            n > 80
              ? []
              : [
                  {
                    on: addDays(day, 2),
                    outcome: one(['done', 'done', 'partly', 'not-yet', 'changed'] as const),
                    ...(roll(2) ? { helped: 'someone knew' } : { obstacle: 'tired' }),
                  },
                ],
        },
      })
    if (roll(2))
      add('coping', {
        details: { tool: one(tools), before: near(2), after: near(2.8), useAgain: roll(3) > 0 },
      })
    if (weekday(day) === 4)
      add('meeting', {
        text: 'Someone two years on still has mornings like mine.',
        details: { name: 'Thursday group', before: near(2), after: near(3), next: addDays(day, 7) },
      })
    if (roll(4) === 0) add('note', { text: one(texts), tags: [one(['calm', 'work', 'night'])] })
    add('checkin', {
      ...{ session, mood: scale(before + roll(3) - 0.6), details: { moment: 'leave' } },
    })
  }
  return entries.toSorted(inOrder)
}
