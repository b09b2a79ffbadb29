import { describe, expect, it } from 'vitest'
import { addDays, asDay, daysBetween } from '../../src/journal/day.ts'
import { markAt, markInWords } from '../../src/journal/since.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import fc from '../helpers/properties.ts'
import { enough, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

describe('hearten since', () => {
  it('counts days since something', async () => {
    const person = aPerson()
    const { err } = await person.run('since', 'add', 'the funeral', '2026-08-01')
    expect(err).toContain('the funeral: 113 days, since')
    expect(await person.json('since')).toMatchObject({
      since: [{ name: 'the funeral', start: '2026-08-01', days: 113, of: 113 }],
    })
    expect((await person.run('since')).out).toContain('the funeral: 113 days')
  })

  it('takes words that look back for the day', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last', 'call', '3', 'weeks', 'ago')
    expect(await person.json('since')).toMatchObject({ since: [{ name: 'last call', days: 21 }] })
  })

  it.each([
    // The night still counts for the evening before.
    ['2026-10-24', '2026-10-25T00:30:00+01:00', 'Europe/Lisbon', 0],
    ['2026-10-24', '2026-10-25T23:30:00+00:00', 'Europe/Lisbon', 1],
    ['2026-10-24', '2026-10-26T04:30:00+00:00', 'Europe/Lisbon', 2],
    ['2026-03-28', '2026-03-30T05:30:00+01:00', 'Europe/Lisbon', 2],
    ['2018-11-03', '2018-11-04T12:00:00-02:00', 'America/Sao_Paulo', 1],
  ])(
    'counts calendar days over a change of the clocks: %s to %s in %s',
    async (start, now, zone, days) => {
      const person = aPerson({ now, zone })
      await person.run('since', 'add', 'the funeral', start)
      expect(await person.json('since')).toMatchObject({ since: [{ days, of: days }] })
    },
  )

  it('counts from before anybody was born, and from the first day there is', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'the fire', '1066-10-14')
    await person.run('since', 'add', 'the first day', '0001-01-01')
    expect(await person.json('since')).toMatchObject({
      since: [{ days: 350_672 }, { days: 739_941 }],
    })
    expect(await person.run('since', 'add', 'before', '0000-01-01')).toMatchObject({ code: 2 })
  })

  it.each([
    ['last drink', '2027-01-01'],
    ['last drink', '2026-02-30'],
    ['last drink', '2026-03'],
    ['last drink', 'blue'],
    ['last drink', '03/04/2026'],
    [' ', '2026-08-01'],
  ])('refuses "%s" %s with 2, and saves nothing', async (...words) => {
    const person = aPerson()
    expect(await person.run('since', 'add', ...words)).toMatchObject({ code: 2 })
    expect(await person.json('since')).toEqual({ version: 1, since: [] })
  })

  it('notes a slip with its words, and nothing goes back to zero', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-04-22')
    await person.run('since', 'slip', 'last drink', '--note', 'payday', '--at', '2026-11-19')
    await person.run('since', 'slip', '--note', 'payday again', '--at', '2026-11-19')
    const { out } = await person.run('since')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'last drink: 213 of 214 days; the last one 3 days ago, you noted what came before.',
    )
    expect(
      await person.run('since', 'slip', 'last drink', '--at', '2026-01-01', '--note', 'x'),
    ).toMatchObject({ code: 2 })
    expect(await person.run('since', 'slip', 'nothing', '--note', 'x')).toMatchObject({ code: 2 })
  })

  it('takes no day away for a slip on the first day, which is none of those that are counted', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-11-20')
    await person.run('since', 'slip', '--note', 'late', '--at', '2026-11-20')
    expect(await person.json('since')).toMatchObject({
      since: [{ days: 2, of: 2, lastSlip: { day: '2026-11-20' } }],
    })
    await person.run('since', 'slip', '--note', 'again')
    expect(await person.json('since')).toMatchObject({ since: [{ days: 1, of: 2 }] })
  })

  it('tells a review of another time by its own days, and of days to come nothing', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-08-01')
    await person.run('since', 'slip', '--note', 'payday', '--at', '2026-10-31')
    const { out } = await person.run('review', '2026-10')
    const words = out.replace(/\s+/g, ' ')
    expect(words).toContain('Days since, by 31 October')
    expect(words).toContain('last drink: 90 of 91 days; the last one on 31 October, you noted')
    for (const ahead of ['2026-12', '2027'])
      expect(await person.json('review', ahead)).toMatchObject({ daysSince: [] })
  })

  it('goes through the questions of a slip, and makes the next small step a promise', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-08-01')
    const dialogue = scriptedDialogue([
      ['safe now', true],
      ['just before', 'a fight'],
      ['next small step', 'call Ana'],
      ['Who could know', 'Ana'],
    ])
    const { err } = await person.with({ dialogue }).run('since', 'slip')
    expect(err).toContain('112 of 113 days; the last one today')
    expect(await entriesOf(person)).toMatchObject([
      { kind: 'slip', text: 'a fight', details: { since: 'last drink' } },
      { kind: 'promise', text: 'call Ana', details: { witness: ['Ana'], due: '2026-11-23' } },
    ])
    expect(dialogue.heard.join(' ')).toContain('The days before it stay yours.')
  })

  it('shows people to call to whom is not safe, and keeps nothing that was not said', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-08-01')
    const dialogue = scriptedDialogue([
      ['safe now', false],
      ['Stop here', enough],
    ])
    await person.with({ dialogue }).run('since', 'slip')
    expect(await entriesOf(person)).toEqual([])
    const skips = scriptedDialogue([
      ['safe now', true],
      ['just before', skip],
      ['next small step', skip],
    ])
    await person.with({ dialogue: skips }).run('since', 'slip')
    expect(await entriesOf(person)).toMatchObject([{ kind: 'slip', text: '' }])
  })

  it('tells a mark once, and none that was past when it was added', async () => {
    const start = aPerson({ now: '2026-08-10T12:00:00+00:00' })
    await start.run('since', 'add', 'last drink', '2026-08-01')
    expect((await start.run('since')).err).not.toContain('by now')
    const later = start.with({ now: '2026-09-05T12:00:00+00:00' })
    expect((await later.run('since')).err).toContain('last drink: a month by now.')
    expect((await later.run('since')).err).not.toContain('by now')
  })

  it('stands in the review as it was at its end, and in a report only where that is the whole truth', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-08-01')
    await person.run('jot', 'then', '--at', '2026-09-10')
    await person.run('since', 'slip', '--note', 'payday', '--at', '2026-10-01')
    const seen = async (...words: string[]) =>
      ((await person.json('review', ...words)) as { daysSince: object[] }).daysSince
    expect(await seen('month')).toMatchObject([
      { name: 'last drink', days: 112, of: 113, lastSlip: { day: '2026-10-01', noted: true } },
    ])
    expect(await seen('2026-09')).toEqual([
      { name: 'last drink', start: '2026-08-01', days: 60, of: 60 },
    ])
    expect(await seen('2026-07')).toEqual([])
    const report = async () => (await person.run('review', 'all', '--html', '-')).out
    expect(await report()).toContain('last drink: 112 of 113 days')
    await person.run('since', 'slip', '--note', 'a fight', '--private')
    expect(await seen('month')).toMatchObject([{ days: 111 }])
    expect(await report()).not.toContain('last drink')
  })

  it('is removed and comes back, and another day can be given', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-08-01')
    await person.run('since', 'add', 'Last Drink', '2026-09-01')
    expect(await person.json('since')).toMatchObject({ since: [{ start: '2026-09-01' }] })
    await person.run('since', 'remove', 'last drink')
    expect(await person.json('since')).toEqual({ version: 1, since: [] })
    await person.run('undo')
    expect(await person.json('since')).toMatchObject({ since: [{ name: 'last drink' }] })
  })

  it('counts the slips that stayed, when it is added again', async () => {
    const person = aPerson()
    await person.run('since', 'add', 'last drink', '2026-11-15')
    await person.run('since', 'slip', '--note', 'payday')
    await person.run('since', 'remove', 'last drink')
    const again = await person.run('since', 'add', 'last drink', '2026-11-15')
    expect(again.err).toContain('last drink: 6 of 7 days; the last one today')
    const after = await person.with({ now: '2026-11-23T12:00:00+00:00' }).run('since')
    expect(after.err).toContain('last drink: a week by now.')
  })
})

describe('marks', () => {
  it('come at a week, a month, a hundred days and every year', () => {
    const start = asDay('2025-01-01')
    expect([6, 7, 29, 30, 99, 100, 364, 365, 729, 730].map(days => markAt(start, days))).toEqual([
      0, 7, 7, 30, 30, 100, 100, 365, 365, 730,
    ])
    expect([7, 30, 100, 365, 730].map(markInWords)).toEqual([
      ...['a week', 'a month', 'a hundred days', 'a year', '2 years'],
    ])
  })

  it('come on the date of the day itself, also over a 29 February, and a slip puts them off', async () => {
    const person = aPerson({ now: '2027-03-02T12:00:00+00:00' })
    await person.run('since', 'add', 'last drink', '2027-03-01')
    const told = async (day: string) =>
      (await person.with({ now: `${day}T12:00:00+00:00` }).run('since')).err
    await told('2027-10-01')
    expect(await told('2028-02-29')).not.toContain('by now')
    expect(await told('2028-03-01')).toContain('last drink: a year by now.')
    expect(await told('2029-02-28')).not.toContain('by now')
    const later = person.with({ now: '2029-02-28T12:00:00+00:00' })
    await later.run('since', 'slip', '--note', 'payday', '--at', '2028-06-01')
    expect(await told('2029-03-01')).not.toContain('by now')
    expect(await told('2029-03-02')).toContain('last drink: 2 years by now.')
    const leap = asDay('2024-02-29')
    expect([364, 365, 730, 1096].map(days => markAt(leap, days))).toEqual([100, 365, 730, 1095])
  })

  it('never fall as days are added', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(20_000), fc.nat(400), (from, days, more) => {
        const start = addDays(asDay('2027-01-01'), from)
        return markAt(start, days) <= markAt(start, days + more)
      }),
    )
    expect(daysBetween(asDay('2026-03-28'), addDays(asDay('2026-03-28'), 2))).toBe(2)
  })
})
