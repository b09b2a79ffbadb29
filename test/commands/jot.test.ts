import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

describe('jot', () => {
  it('keeps words given as arguments, and says for which day', async () => {
    const person = aPerson()
    expect(await person.run('jot', 'we', 'talked')).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(
        /^Saved for Sunday 22 November \(1 entry that day\)\. Its id is \w{6}\.\n$/,
      ),
    })
    expect(await entriesOf(person)).toMatchObject([
      { kind: 'note', text: 'we talked', day: '2026-11-22', zone: 'Europe/Lisbon' },
    ])
  })

  it('reads a pipe, whole, without the last line break', async () => {
    const person = aPerson({ input: 'first line\r\nsecond line\n\n' })
    await person.run('jot')
    expect(await entriesOf(person)).toMatchObject([{ text: 'first line\nsecond line' }])
  })

  it('after midnight keeps what has no time said in the night, where the evening before goes on', async () => {
    const person = aPerson({ now: '2026-11-23T00:30:00+00:00' })
    await person.run('jot', 'plain')
    await person.run('jot', 'just now: said')
    await person.run('jot', 'flag', '--at', 'today')
    await person.run('jot', 'earlier', '--at', 'yesterday')
    await person.run('jot', 'timed', '--at', 'today 00:10')
    const seen = await entriesOf(person)
    expect(seen.map(({ text, day, at }) => [text, day, at])).toEqual([
      ['earlier', '2026-11-21', '2026-11-22T00:30:00+00:00'],
      ['timed', '2026-11-22', '2026-11-22T00:10:00+00:00'],
      ['plain', '2026-11-22', '2026-11-23T00:30:00+00:00'],
      ['just now: said', '2026-11-22', '2026-11-23T00:30:00+00:00'],
      ['flag', '2026-11-22', '2026-11-23T00:30:00+00:00'],
    ])
  })

  it('keeps a date in front for its day, and marks as tags and people', async () => {
    const person = aPerson()
    await person.run('jot', 'yesterday: we talked at last #calm @sister')
    expect(await entriesOf(person)).toMatchObject([
      {
        day: '2026-11-21',
        text: 'we talked at last #calm @sister',
        tags: ['calm'],
        people: ['sister'],
      },
    ])
  })

  it.each(['May: I love her', '10:30 coffee', 'Note to self: rest', 'monday: gym'])(
    'leaves "%s" as it is',
    async text => {
      const person = aPerson()
      await person.run('jot', text)
      expect(await entriesOf(person)).toMatchObject([{ text, day: '2026-11-22' }])
    },
  )

  it('refuses a day that never was when the words are not lost by it', async () => {
    const person = aPerson()
    const { code, err } = await person.run('jot', '2026-02-30: x')
    expect([code, err]).toEqual([2, expect.stringContaining('does not exist')])
    expect(await entriesOf(person)).toEqual([])
  })

  it('keeps piped words even when the date in front cannot be', async () => {
    const person = aPerson({ input: '2026-02-30: x' })
    expect((await person.run('jot')).code).toBe(0)
    expect(await entriesOf(person)).toMatchObject([{ text: '2026-02-30: x', day: '2026-11-22' }])
  })

  it('reads every flag', async () => {
    const person = aPerson()
    const flags = [
      '--at',
      '2026-11-20 08:15',
      '--mood',
      '4',
      '--theme',
      'gro',
      '--tag',
      '#Walk',
      '--star',
    ]
    await person.run('jot', 'out early', ...flags, '--private', '--person', '@Ana')
    expect(await entriesOf(person, '--kind', 'note')).toMatchObject([
      {
        day: '2026-11-20',
        at: '2026-11-20T08:15:00+00:00',
        mood: 4,
        theme: 'growth',
        tags: ['walk'],
        people: ['Ana'],
        starred: true,
        private: true,
      },
    ])
  })

  it.each([
    [['--mood', '6'], 'from 1 to 5'],
    [['--mood', ''], 'from 1 to 5'],
    [['--theme', 's'], 'shared or support'],
    [['--at', '03/04/2026'], '2026-04-03 or 2026-03-04'],
    [['--at', 'last week'], 'more than one day'],
    [['--at', '2027-01-01'], '2027-01-01'],
  ])('refuses %j and says what it takes', async (flags, advice) => {
    const person = aPerson()
    const { code, err } = await person.run('jot', 'x', ...flags)
    expect([code, err]).toEqual([2, expect.stringContaining(advice)])
    expect(await entriesOf(person)).toEqual([])
  })

  it('says so when there are no words', async () => {
    const { code, err } = await aPerson({ input: ' \n' }).run('jot')
    expect([code, err]).toEqual([1, 'hearten: There were no words, so nothing was saved.\n'])
  })

  it('refuses bytes that are not UTF-8', async () => {
    const person = aPerson({ input: Buffer.from([0x66, 0xff, 0x66]) })
    const { code, err } = await person.run('jot')
    expect([code, err]).toEqual([1, expect.stringContaining('not UTF-8')])
    expect(await entriesOf(person)).toEqual([])
  })

  it('keeps NUL bytes, terminal escapes and 5 MB exactly, and shows them harmlessly', async () => {
    const text = `\u001b]0;owned\u0007\u0000${'long words '.repeat(460_000)}end`
    const person = aPerson({ input: text })
    expect((await person.run('jot')).code).toBe(0)
    expect(await entriesOf(person)).toMatchObject([{ text }])
    const { out } = await person.run('list')
    expect(out).not.toMatch(/[\u0000\u001b\u0007]/)
  })

  it('takes words from the writing field and leaves no draft behind', async () => {
    const dialogue = scriptedDialogue([['What is on your mind?', 'slowly better']])
    const person = aPerson({ dialogue })
    expect((await person.run('jot')).code).toBe(0)
    expect(await entriesOf(person)).toMatchObject([{ text: 'slowly better' }])
  })

  it('belongs to the evening before until four in the morning', async () => {
    const person = aPerson({ now: '2026-11-23T02:10:00+00:00' })
    await person.run('jot', 'still awake')
    expect(await entriesOf(person)).toMatchObject([
      { day: '2026-11-22', at: '2026-11-23T02:10:00+00:00' },
    ])
  })

  it('takes words that begin with a dash after --', async () => {
    const person = aPerson()
    const refused = await person.run('jot', '-sad', 'day')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('jot -- -sad')])
    await person.run('jot', '--', '-sad', 'day')
    expect(await entriesOf(person)).toMatchObject([{ text: '-sad day' }])
  })

  it('says with --quiet too that a month was changed: the next write gives it a checksum again', async () => {
    const person = aPerson()
    await person.run('jot', '-q', 'one word')
    const month = join(person.data, 'g1/months/2026-11.json')
    writeFileSync(month, readFileSync(month, 'utf8').replace('one word', 'two word'))
    const { err } = await person.run('jot', '-q', 'more')
    expect(err).toMatch(/^hearten: .*2026-11\.json was changed by something other than hearten/)
    expect((await person.run('jot', '-q', 'and more')).err).toBe('')
  })
})
