import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { starterMeasures } from '../../src/themes/measures.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const listed = async (person: Person) =>
  ((await person.json('measure')) as { measures: { name: string }[] }).measures

const measuredIn = async (person: Person) =>
  (await entriesOf(person)).map(({ details }) => (details as { measures?: object }).measures)

describe('hearten measure', () => {
  it.each(starterMeasures)('adds $name by its name alone', async starter => {
    const person = aPerson()
    const { code, err } = await person.run('measure', 'add', starter.name)
    expect([code, err]).toEqual([0, expect.stringContaining(`${starter.name} is asked every day`)])
    expect(await listed(person)).toMatchObject([{ ...starter, aliases: [], paused: false }])
  })

  it('takes one of one’s own, with its ends and what they mean', async () => {
    const person = aPerson()
    const flags = ['--from', '1', '--to', '7', '--low', 'calm', '--high', 'roaring']
    await person.run('measure', 'add', 'worry', 'at', 'night', ...flags, '--every', 'week')
    expect(await listed(person)).toMatchObject([
      { name: 'worry at night', unit: 'steps', from: 1, to: 7, low: 'calm', high: 'roaring' },
    ])
    expect((await person.run('measure')).out).toContain('1 calm to 7 roaring, every week')
  })

  it.each([
    ['craving=3', { craving: 3 }],
    ['Craving=0', { craving: 0 }],
    ['sleep=7,5', { sleep: 7.5 }],
    ['walked=yes', { walked: true }],
    ['walked=n', { walked: false }],
  ])('checkin --measure %s', async (given, kept) => {
    const person = aPerson()
    await person.run('measure', 'add', 'craving')
    await person.run('measure', 'add', 'sleep')
    await person.run('measure', 'add', 'walked', '--unit', 'yes-no')
    expect(await person.run('checkin', '--measure', given)).toMatchObject({ code: 0 })
    expect(await measuredIn(person)).toEqual([kept])
  })

  it.each(['craving=11', 'craving=-1', 'craving=much', 'craving=', 'craving', '=3', 'grief=3'])(
    'refuses checkin --measure %s with 2, and saves nothing',
    async given => {
      const person = aPerson()
      await person.run('measure', 'add', 'craving')
      const { code, err } = await person.run('checkin', '--mood', '3', '--measure', given)
      expect([code, err]).toEqual([2, expect.stringContaining('Nothing was saved.')])
      expect(await entriesOf(person)).toEqual([])
    },
  )

  it.each([
    ['craving', '--from', '5', '--to', '5'],
    ['craving', '--to', 'lots'],
    ['craving', '--unit', 'inches'],
    ['craving=3'],
    [' '],
  ])('refuses measure add %s %s %s with 2, and saves nothing', async (...words) => {
    const person = aPerson()
    expect(await person.run('measure', 'add', ...words)).toMatchObject({ code: 2 })
    expect(await listed(person)).toEqual([])
  })

  it('keeps what was noted under a new name, when it is removed, and when it is added again', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'craving')
    await person.run('checkin', '--measure', 'craving=3')
    await person.run('measure', 'rename', 'craving', 'the', 'pull')
    await person.run('checkin', '--measure', 'craving=5')
    expect(await measuredIn(person)).toEqual([{ craving: 3 }, { 'the pull': 5 }])
    const seen = async () =>
      ((await person.json('review')) as { measures: { name: string; course: object }[] }).measures
    expect(await seen()).toMatchObject([
      { name: 'the pull', course: { days: [{ value: 4, ratings: 2 }] } },
    ])
    await person.run('measure', 'remove', 'the', 'pull')
    expect(await listed(person)).toEqual([])
    expect((await seen()).map(({ name }) => name)).toEqual(['craving', 'the pull'])
    await person.run('undo')
    expect((await seen()).map(({ name }) => name)).toEqual(['the pull'])
    // Added again it has what was noted under that name, on another scale, too.
    await person.run('measure', 'remove', 'the', 'pull')
    await person.run('measure', 'add', 'The', 'pull', '--from', '0', '--to', '4')
    expect((await seen()).map(({ name }) => name)).toEqual(['The pull', 'craving'])
    expect(await person.run('checkin', '--measure', 'the pull=5')).toMatchObject({ code: 2 })
    expect(await measuredIn(person)).toEqual([{ craving: 3 }, { 'the pull': 5 }])
  })

  it('is asked in a check-in when it is due, and not twice a day, nor while it rests', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'craving')
    await person.run('measure', 'add', 'pain')
    await person.run('measure', 'pause', 'pain')
    const start = [
      ['How are you', skip],
      ['energy', skip],
      ['Which words', skip],
    ] as const
    const asked = scriptedDialogue([...start, ['craving', '4']])
    await person.with({ dialogue: asked }).run('checkin')
    const later = scriptedDialogue([...start])
    await person.with({ dialogue: later }).run('checkin')
    await person.run('measure', 'pause', 'pain', '--off')
    const again = scriptedDialogue([...start, ['pain', '1']])
    await person.with({ dialogue: again }).run('checkin')
    expect(await measuredIn(person)).toEqual([{ craving: 4 }, { pain: 1 }])
  })

  it('is charted in the review, and looked at by insights, in its own numbers', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'craving')
    for (let day = 0; day < 42; day++) {
      const on = addDays(asDay('2026-10-12'), day)
      const value = String(9 - Math.floor(day / 6) + (day % 2))
      await person.run('checkin', '--measure', `craving=${value}`, '--at', on)
    }
    const [seen] = ((await person.json('review', 'all')) as { measures: Seen[] }).measures
    expect(seen).toMatchObject({ name: 'craving', axis: { from: 0, to: 10 } })
    expect(seen?.course.trend).toMatchObject({ state: 'slope', words: 'falling', low: 3, high: 10 })
    // Six points in six weeks are about 4.3 a month.
    expect(seen?.course.trend.slopePerMonth).toBeCloseTo(-4.9, 0)
    const { out } = await person.with({ columns: 80 }).run('review', 'all')
    const said = out.replace(/\s+/g, ' ')
    expect(said).toMatch(/Your own measures/)
    expect(said).toMatch(/craving: noted on 42 of 42 days, [\d.]+ on average, from 3 to 10\./)
    expect(said).toMatch(/Falling, by [\d.]+ a month/)
    expect(said).toContain('The steps 1 to 5 run from 0 (none) to 10 (overwhelming).')
    for (const linear of ['--plain', '--markdown']) {
      const { out: lines } = await person.run('review', 'all', linear)
      const sentences = lines.replace(/\s+/g, ' ')
      expect(sentences).toContain('craving, from 0 (none) to 10 (overwhelming).')
      expect(sentences).not.toMatch(/steps 1 to 5|From 0/)
    }
    const { out: html } = await person.run('review', 'all', '--html', '-')
    expect(html).toContain('craving, from 0 to 10')
    expect(await person.json('insights', '--of', 'craving')).toMatchObject({
      ...{ of: 'craving', ratedDays: 42, enough: true },
    })
    expect((await person.run('insights', '--of', 'craving')).out).toContain(
      'You noted craving on 42 days.',
    )
    expect(await person.run('insights', '--of', 'nothing')).toMatchObject({ code: 2 })
  }, 60_000)

  it('has its ends beside the few days that are named, where nothing is drawn', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'craving')
    for (const day of [16, 17, 18, 19, 20])
      await person.run('checkin', '--measure', 'craving=4', '--at', `2026-11-${day}`)
    for (const linear of ['--plain', '--markdown']) {
      const { out } = await person.run('review', linear)
      const said = out.replace(/\s+/g, ' ')
      expect(said).toContain('20 November 4.')
      expect(said.match(/From 0 \(none\) to 10 \(overwhelming\)\./g)).toHaveLength(1)
    }
  })

  it('says of yes and no on how many days it was so', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'walked', '--unit', 'yes-no')
    await person.run('checkin', '--measure', 'walked=yes', '--at', 'yesterday')
    await person.run('checkin', '--measure', 'walked=no')
    expect((await person.run('review')).out).toContain(
      'walked: yes on 1 of 2 days it was noted on.',
    )
  })

  it('is told in steps as fine as it was noted in', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'litres', '--from', '0', '--to', '0.3')
    for (let day = 1; day <= 22; day++)
      await person.run(
        ...['checkin', '--measure', `litres=0.${15 + (day % 3)}`],
        ...['--at', `2026-11-${String(day).padStart(2, '0')} 10:00`],
      )
    const { out } = await person.run('review')
    const said = out.replace(/\s+/g, ' ')
    expect(said).toContain('0.16 on average, from 0.15 to 0.17. Steady: less than 0.04 a month')
    const { out: html } = await person.run('review', '--html', '-')
    expect(html).toContain('</th><td>0.17</td>')
  })

  it('comes through a sheet and an answers file, and a value out of range saves nothing', async () => {
    const person = aPerson()
    await person.run('measure', 'add', 'the', 'pull')
    const { out } = await person.run('today', '--sheet')
    expect(out).toContain('> the pull? (0 to 10)')
    const filled = (value: string) =>
      out.replace(/(the pull\? .*\n\n<!-- answer measures\.\w+ -->)\n/, `$1\n${value}\n`)
    expect(
      await person.with({ input: filled('12') }).run('today', '--from-sheet', '-'),
    ).toMatchObject({ code: 2 })
    expect(await entriesOf(person)).toEqual([])
    await person.with({ input: filled('6') }).run('today', '--from-sheet', '-')
    const input = JSON.stringify({ measures: { 'The pull': 2 } })
    await person.with({ input }).run('today', '--answers', '-')
    expect((await measuredIn(person)).filter(Boolean)).toEqual([
      { 'the pull': 6 },
      { 'the pull': 2 },
    ])
  })
})

interface Seen {
  name: string
  course: { trend: { slopePerMonth: number } }
}
