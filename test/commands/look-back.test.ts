import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { revise } from '../../src/journal/entry.ts'
import { openJournal } from '../../src/store/open.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'

/** Somebody with four entries on three days. */
async function somebody() {
  const person = aPerson()
  await person.run(
    'jot',
    'we talked at last #calm @sister',
    '--at',
    '2026-11-20 09:00',
    '--mood',
    '2',
  )
  await person.run(
    'jot',
    'a long walk by the river',
    '--at',
    '2026-11-21 10:00',
    '--mood',
    '4',
    '--star',
  )
  await person.run('jot', 'Straße und Café', '--at', '2026-11-22 08:00', '--theme', 'growth')
  await person.run('jot', 'river again, quiet +calm', '--at', '2026-11-22 20:00', '--private')
  return person
}

const texts = (entries: readonly { text: string }[]) => entries.map(({ text }) => text.slice(0, 5))

describe('list', () => {
  it.each([
    [[], ['we ta', 'a lon', 'Straß', 'river']],
    [
      ['--limit', '2'],
      ['Straß', 'river'],
    ],
    [
      ['--on', '2026-11-22'],
      ['Straß', 'river'],
    ],
    [
      ['--from', 'yesterday'],
      ['a lon', 'Straß', 'river'],
    ],
    [['--to', '2026-11-20'], ['we ta']],
    [
      ['--tag', '#CALM'],
      ['we ta', 'river'],
    ],
    [['--person', '@Sister'], ['we ta']],
    [['--mood', '4'], ['a lon']],
    [
      ['--mood', '4', '--mood', '2'],
      ['we ta', 'a lon'],
    ],
    [['--theme', 'gr'], ['Straß']],
    [['--kind', 'note', '--starred'], ['a lon']],
    [['--on', '2025'], []],
  ])('takes the filters %j', async (filters, expected) => {
    expect(texts(await entriesOf(await somebody(), ...filters))).toEqual(expected)
  })

  it('prints ISO days for a pipe, and headings of days for a terminal', async () => {
    const person = await somebody()
    expect((await person.run('list', '--limit', '1')).out).toMatch(
      /^2026-11-22 {2}- {2}note {2}\w{6} {2}private river again, quiet \+calm\n$/,
    )
    const { out } = await person
      .with({ terminal: true, columns: 60, env: { NO_COLOR: '1' } })
      .run('list')
    expect(out).toContain('Sunday 22 November\n')
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(60)
  })

  it('reads in order aloud with --plain', async () => {
    const { out } = await (await somebody()).run('list', '--plain', '--mood', '4')
    expect(out).toMatch(
      /^Saturday 21 November, note, mood 4, good, starred\. a long walk by the river\. Id \w+\.\n$/,
    )
  })

  it('gives JSON that means the same and that a terminal cannot obey', async () => {
    const text = 'a\u009bb \u202eabc\u{e0041} \u2028 \u{1f469}\u200d\u{1f680}'
    const person = aPerson({ input: text })
    await person.run('jot')
    const { out } = await person.run('list', '--json')
    expect(out).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2028\u{e0000}-\u{e007f}]/u)
    expect(JSON.parse(out).entries).toMatchObject([{ text }])
  })

  it('says what an empty journal and an empty answer are', async () => {
    expect((await aPerson().run('list')).err).toContain('nothing here yet')
    expect((await (await somebody()).run('list', '--tag', 'no')).err).toBe('Nothing fits that.\n')
  })

  it.each([
    [['--from', '03/04/2026'], '2026-04-03 or 2026-03-04'],
    [['--from', '2026-11-22', '--to', '2026-11-20'], 'after'],
    [['--on', 'yesterday', '--from', 'yesterday'], 'leave out'],
    [['--limit', '0'], 'from 1 up'],
    [['--kind', 'poem'], 'letter'],
    [['--strred'], '--starred'],
  ])('refuses %j', async (flags, advice) => {
    const { code, err } = await aPerson().run('list', ...flags)
    expect([code, err]).toEqual([2, expect.stringContaining(advice)])
  })
})

describe('search', () => {
  it.each([
    [['RIVER'], ['a lon', 'river']],
    [['river', 'walk'], ['a lon']],
    [
      ['river', 'talked', '--any'],
      ['we ta', 'a lon', 'river'],
    ],
    [['strasse'], ['Straß']],
    [['cafe\u0301'], ['Straß']],
    [
      ['(river|café)$', '--regex'],
      ['a lon', 'Straß'],
    ],
    [['(river)'], []],
    [['"RIVER"'], ['a lon', 'river']],
    [['“we talked”'], ['we ta']],
    [['"'], []],
    [['""'], []],
    [['river', '--limit', '1'], ['river']],
  ])('%j', async (words, expected) => {
    const found = (await (await somebody()).json('search', ...words)) as {
      entries: { text: string }[]
    }
    expect(texts(found.entries)).toEqual(expected)
  })

  it('stops a pattern that would take longer than a life', async () => {
    const person = aPerson({ input: `${'a'.repeat(50)}!` })
    await person.run('jot')
    const { code, err } = await person.run('search', '--regex', '^(a+)+$')
    expect([code, err]).toEqual([1, expect.stringContaining('takes too long')])
  })

  it('refuses what is no pattern', async () => {
    expect(await aPerson().run('search', '--regex', '(')).toMatchObject({ code: 2 })
  })
})

describe('show', () => {
  it('shows the newest entry, an entry by its id, and a day', async () => {
    const person = await somebody()
    const [first, , , last] = await entriesOf(person)
    expect((await person.run('show')).out).toContain('river again')
    expect((await person.run('show', last?.id.slice(-6) ?? '')).out).toContain('river again')
    const day = (await person.run('show', '2026-11-20')).out
    expect(day).toContain('mood: low (2 of 5)')
    expect(day).toContain(first?.id)
  })

  it('says when there is no such entry, and leaves sealed letters closed', async () => {
    const person = await somebody()
    expect(await person.run('show', 'zzzzzz')).toMatchObject({ code: 1 })
    expect((await person.run('show', '2020-01-01')).err).toBe('Nothing was written then.\n')
  })
})

describe('review --html', () => {
  it('says of one end that lies beyond all there is that nothing is written there', async () => {
    const person = aPerson()
    await person.run('jot', 'soup', '--at', '2026-11-20')
    for (const [flags, label] of [
      [['--to', '2026-11-10'], 'Tuesday 10 November 2026'],
      [['--from', '2027-01-01'], 'Friday 1 January 2027'],
    ] as const) {
      const { code, out } = await person.run('review', ...flags)
      expect([code, out]).toEqual([0, expect.stringContaining('Nothing is written from this')])
      expect(out).toContain(label)
    }
    const both = await person.run('review', '--from', '2026-11-20', '--to', '2026-11-10')
    expect(both).toMatchObject({ code: 2 })
  })

  it('writes a report for their eyes only, without private entries', async () => {
    const person = await somebody()
    const file = join(person.home, 'report.html')
    const { code, err } = await person.run('review', '--html', file)
    expect([code, err]).toEqual([
      0,
      `Written to ${file}, readable only by you.\n1 private entry is left out of it.\n`,
    ])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const page = readFileSync(file, 'utf8')
    expect(page).toContain('a long walk by the river')
    expect(page).not.toContain('river again')
    expect(page).toContain('You were here on 3 of 3 days since 20 November.')
  })
})

it.each(['--markdown', '--html'])('leaves no trace of a private entry in review %s', async flag => {
  const report = async (withPrivate: boolean) => {
    const person = await somebody()
    if (withPrivate)
      await person.run(
        'jot',
        'with @Nobody #secret',
        '--private',
        '--mood',
        '1',
        '--at',
        '2026-11-21',
      )
    const file = join(person.home, 'report.html')
    const { out } = await person.run('review', flag, ...(flag === '--html' ? [file] : []))
    return flag === '--html' ? readFileSync(file, 'utf8') : out
  }
  expect(await report(true)).toBe(await report(false))
})

it.each(['--markdown', '--html'])(
  'calls nobody out of touch in review %s whom a private page has lately',
  async flag => {
    const person = aPerson()
    await person.run('people', 'add', 'Ana', '--status', 'close')
    await person.run('people', 'add', 'Jonas', '--status', 'close')
    await person.run('jot', 'with @Ana and @Jonas', '--at', '2026-09-01')
    await person.run('jot', 'soup')
    await person.run('people', 'reached', 'Ana', '--at', '2026-11-21', '--private')
    const file = join(person.home, 'report.html')
    const { out } = await person.run('review', flag, ...(flag === '--html' ? [file] : []))
    const page = flag === '--html' ? readFileSync(file, 'utf8') : out
    expect(page).toContain('Not in touch for a while: Jonas.')
    expect(page).not.toContain('Ana')
  },
)

describe('insights', () => {
  it('says how far there is to go', async () => {
    const person = await somebody()
    const { out } = await person.run('insights')
    expect(out).toContain('Not enough yet: 2 of 30 rated days.')
    expect(await person.json('insights')).toMatchObject({ version: 1, enough: false, ratedDays: 2 })
  })
})

describe('an entry that was changed in two places at once', () => {
  it('shows both texts, finds both, and one edit joins them', async () => {
    const person = aPerson()
    await person.run('jot', 'base', '--at', '2026-11-20')
    const [before] = ((await person.json('list')) as { entries: Entry[] }).entries
    if (!before) throw new Error('nothing was kept')
    const { data, world } = person
    const { host, now } = world
    let made = 0
    const newId = () => `01m8ccccccccccccc${String(++made).padStart(3, '0')}`
    const stamp = { now: now(), zone: 'UTC', today: before.day, newId }
    const journal = await openJournal({ folder: data, host, now, newId, onNotice() {} })
    for (const patch of [{ text: 'a careful rewrite' }, { text: 'another page', mood: 2 as const }])
      await journal.commit('edit', [revise(before, patch, stamp)])

    expect((await person.run('show')).out).toContain('2 versions')
    for (const word of ['careful', 'another'])
      expect((await person.run('search', word)).out).toContain('2 versions')
    const { out } = await person.run('export', 'markdown')
    expect(out).toContain('a careful rewrite')
    expect(out).toContain('another page')

    await person.run('edit', before.id, 'one', 'page')
    expect(await person.json('list')).toMatchObject({ entries: [{ text: 'one page', mood: 2 }] })
    expect((await person.run('search', 'careful')).out).toBe('')
    // Every text is still in the history.
    expect((await person.run('show', before.id, '--history')).out).toContain('a careful rewrite')
  })
})
