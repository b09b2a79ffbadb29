// Who comes low is met with one kind line and asked for little.
import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { planArrival } from '../../src/session/plan.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, skip } from '../helpers/scripted-dialogue.ts'
import { arrived, known, left, sunday } from './builders.ts'
import { sit } from './room.ts'

const long = [arrived('2026-11-01', { mood: 3 })]

describe('a low evening', () => {
  it.each([
    [1, 'That is a lot to carry.'],
    [2, 'A low day, then.'],
  ])(
    'at mood %i hears one kind line, is offered the short way, and is shown no list',
    async (mood, line) => {
      const { heard, draft, remembered } = await sit(
        [
          ['How are you', mood],
          ['How long', skip],
          ['energy', 1],
          ['want to write', 'write'],
          ['a word for it', 'worn out'],
          [/./, enough],
        ],
        { entries: long, length: 'deep' },
      )
      expect(heard).toContain(line)
      expect(heard).not.toContain('how true was this')
      expect(draft.walk?.length).toBe('short')
      expect(draft.answers.feelings).toEqual(['worn out'])
      expect(remembered).toEqual([])
    },
  )

  it('shows the words when asked', async () => {
    const { draft } = await sit(
      [
        ['How are you', 2],
        ['energy', 3],
        ['want to write', 'write'],
        ['a word for it', '?'],
        ['Which words', 'numb'],
        [/./, enough],
      ],
      { only: ['compassion'] },
    )
    expect(draft.answers.feelings).toEqual(['numb'])
  })

  it('is not asked how long where a flag said so', async () => {
    await sit(
      [
        ['How are you', 1],
        ['energy', enough],
      ],
      { lengthSaid: true },
    )
  })

  it('is told in words how it came and went', async () => {
    const { heard } = await sit(
      [
        ['How are you', 1],
        ['energy', 3],
        ['want to write', 'write'],
        ['a word for it', skip],
        ['Compassionate', skip],
        ['on leaving', 2],
      ],
      { only: ['compassion'] },
    )
    expect(heard).toContain('Very low when you came, low now.')
    expect(heard).not.toMatch(/Mood \d/)
  })

  it('is asked for nothing but keys when the person wants that', async () => {
    const { entries } = await sit(
      [
        ['How are you', 1],
        ['energy', 1],
        ['want to write', 'only pick'],
        ['nearest', skip],
        [/./, enough],
      ],
      { only: ['compassion'] },
    )
    expect(entries).toHaveLength(1)
  })
})

describe('the connection items', () => {
  const toItems: Step[] = [
    ['How are you', 3],
    ['energy', 3],
    ['Which words', skip],
  ]

  it.each<[string, Step[1]]>([
    ['answered', 4],
    ['passed over', skip],
  ])('rest for three days once they were %s', async (_, answer) => {
    const { entries } = await sit([...toItems, ['how true was this', answer], [/./, enough]], {
      entries: long,
      only: ['compassion'],
    })
    const asked = (days: number, ...more: typeof entries) => {
      const day = addDays(sunday, days)
      return planArrival(known({ day, entries: [...long, ...entries, ...more] })).connection
    }
    const between = [1, 2].map(days =>
      arrived(addDays(sunday, days), { mood: 3, session: `s${days}` }),
    )
    expect([0, 1, 2].map(days => asked(days, ...between))).toEqual([false, false, false])
    expect(asked(3, ...between)).toBe(true)
  })

  it('rest as well when the session was finished after they were passed over', async () => {
    const { entries } = await sit(
      [...toItems, ['how true was this', skip], ['Compassionate', skip], ['on leaving', 3]],
      { entries: long, only: ['compassion'] },
    )
    const day = addDays(sunday, 2)
    const later = [
      ...long,
      ...entries,
      arrived(addDays(sunday, 1)),
      left(asDay(addDays(sunday, 1))),
    ]
    expect(planArrival(known({ day, entries: later })).connection).toBe(false)
  })
})
