import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { aJournal, anEntry } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'

const day = '2026-11-20'

describe('the review of one day', () => {
  it('reads as that day: its words first and whole, and nothing is averaged', async () => {
    const person = aPerson()
    const long = `${'The stairs were kinder than I thought. '.repeat(8)}And then the kettle.`
    await person.run('jot', '--at', day, '--theme', 'growth', '--tag', 'home', long)
    await person.run('jot', '--at', day, 'First line.\nSecond line.', '--person', 'Ines')
    await person.run('checkin', '--at', day, '--mood', '2', '--feeling', 'lonely')
    await person.run('checkin', '--at', day, '--mood', '3', '--feeling', 'calm')
    for (const period of [
      ['day', day],
      ['--from', day, '--to', day],
    ]) {
      const { out } = await person.run('review', ...period)
      const words = out.replace(/\s+/g, ' ')
      expect(words).toContain('And then the kettle.”')
      expect(words).toContain('“First line.” “Second line.”')
      expect(words).toContain(
        'Mood was low, then in between. You named calm and lonely. Ines came up.',
      )
      expect(words.indexOf('kettle')).toBeLessThan(words.indexOf('Mood was'))
      expect(words).not.toMatch(/on 1 day|once|mean|middle|range|Rated|· \d|█|\b1\b(?! entry)/)
    }
  })

  it('reads nothing back that a review would not, and says where it is', async () => {
    const person = aPerson()
    await person.run('jot', '--at', day, '--mood', '1', 'Hollow, and the bridge.')
    await person.run('jot', '--at', day, '--private', 'Mine alone.')
    await person.run('jot', '--at', day, 'Soup with Ines.')
    await person.run('config', 'mute', 'person', 'Ines')
    const { out } = await person.run('review', 'day', day)
    const words = out.replace(/\s+/g, ' ')
    expect(words).not.toMatch(/Hollow|Mine|Ines/)
    expect(words).toContain('1 private entry is counted here.')
    expect(words).toContain(
      `Some words of this day are not read back unasked. \`hearten show ${day}\``,
    )
    const { out: report } = await person.run('review', 'day', day, '--markdown')
    expect(report).not.toMatch(/Hollow|Mine|Ines|hearten show/)
  })

  it.each([
    [['checkin', '--measure', 'calm=4', '--measure', 'pills=no'], 'Calm: 4, pills: no.'],
    [['checkin', '--measure', 'calm=4.5'], 'Calm: 4.5.'],
    [['urge', '--for', 'a drink', '--strength', '7'], 'A moment of wanting was noted: a drink.'],
    [['checkin', '--energy', '2'], 'You were here.'],
    [['since', 'slip', '--note', ''], 'You were here.'],
    [['jot', 'Mine alone.', '--private'], 'You were here.'],
  ])('is never a page with nothing on it: %j', async (argv, expected) => {
    const person = aPerson()
    await person.run('measure', 'add', 'calm', '--from', '0', '--to', '10')
    await person.run('measure', 'add', 'pills', '--unit', 'yes-no')
    await person.run('since', 'add', 'last drink', '2026-11-01')
    await person.run(...argv)
    expect((await person.run('review', 'day')).out).toContain(expected)
    if (!expected.startsWith('Calm')) return
    await person.run('checkin', '--measure', 'calm=7', '--measure', 'pills=yes')
    expect((await person.run('review', 'day')).out).toMatch(
      /Calm: 5\.[58] on average, pills: yes\./,
    )
  })

  it('says of a day to come what is dated there', async () => {
    const east = aPerson({ now: '2026-11-23T10:00:00+13:00', zone: 'Pacific/Auckland' })
    await east.run('jot', 'Landed.')
    const west = east.with({ now: '2026-11-22T11:00:00-10:00', zone: 'Pacific/Honolulu' })
    const { out } = await west.run('review', 'day', '2026-11-23')
    expect(out.replace(/\s+/g, ' ')).toContain('1 entry is dated after today')
  })

  it('says that a day without words is empty, and leaves words out when asked', async () => {
    const person = aPerson()
    await person.run('jot', '--at', day, 'Soup.')
    const empty = await person.run('review', 'day', '2026-11-19')
    expect(empty.out).toContain('Nothing is written from this day.')
    const without = await person.run('review', 'day', day, '--no-words')
    expect(without.out).not.toMatch(/Soup|Beside|unasked/)
  })
})

it('opens with nobody who is unsafe or estranged, on a day or a month', async () => {
  const person = aPerson()
  await person.run('people', 'add', 'Robin', '--status', 'unsafe')
  for (const n of [1, 2, 3]) await person.run('jot', '--at', day, `Line ${n} @Robin`)
  await person.run('jot', '--at', day, 'Soup. @Ines')
  const month = (await person.run('review', '2026-11')).out
  expect(month).toContain('Ines came up in your pages.')
  const one = (await person.run('review', 'day', day)).out
  expect(one).toContain('Ines came up.')
})

it.each([['people'], ['toolkit', '--with-private'], ['insights'], ['calendar'], ['review', 'all']])(
  '%s %s says how many private entries it counts',
  async (...argv) => {
    const person = aPerson()
    await person.run('toolkit', 'use', 'a walk', '--at', day)
    const none = await person.run(...argv)
    expect(none.out).not.toContain('private')
    await person.run('toolkit', 'use', 'a walk', '--note', '@Ines came', '--private', '--at', day)
    const { out } = await person.run(...argv)
    expect(out.replace(/\s+/g, ' ')).toContain(
      '1 private entry is counted here. Reports and exports leave it out.',
    )
  },
)

describe('a page beside one that calls for help', () => {
  const letter = (sealedUntil: string, to: string) => ({
    ...{ kind: 'letter' as const, day: asDay(to) },
    details: { sealedUntil: asDay(sealedUntil) },
  })

  it.each<[string, object]>([
    ['of the same evening', {}],
    ['that is private', { private: true }],
    ['that is private, and alone in the month before', { day: asDay('2026-10-31'), private: true }],
    ['in a letter that is still closed', letter('2026-12-01', day)],
    ['that is dated in a month to come', { day: asDay('2026-12-01') }],
  ])('%s is not read back, here or where it leaves the house', async (_, more) => {
    const kept = 'Soup, and the kettle was warm.'
    for (const [text, isQuoted] of [
      ['Rain all day.', true],
      ['I want to die.', false],
    ] as const) {
      const person = aPerson()
      const journal = await aJournal({ folder: person.data })
      const page = anEntry({ day: asDay(day), session: 's1', text: kept })
      const other = { ...anEntry({ day: asDay(day), session: 's1', text }), ...more } as Entry
      await journal.commit('an evening', [page, other])
      for (const flags of [[], ['--markdown'], ['--html', '-']])
        for (const look of ['found out', 'kept']) {
          const { code, out } = await person.run('review', '2026-11', ...flags)
          expect({ code, look, flags, isQuoted: out.includes(kept) }).toEqual({
            ...{ code: 0, look, flags, isQuoted },
          })
        }
    }
  })
})
