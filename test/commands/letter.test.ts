import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WriteQuestion } from '../../src/dialogue/dialogue.ts'
import { Interrupted } from '../../src/dialogue/signals.ts'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

describe('letter', () => {
  it.each([['show'], ['show', '--history'], ['edit', '--tag', 'x'], ['star'], ['delete']])(
    'stays closed to whoever knows its id (%s %s)',
    async (command, ...rest) => {
      const cli = aPerson()
      await cli.run('letter', 'be', 'kind', '--until', '2027-03-01')
      const month = readFileSync(join(cli.data, 'g1/months/2026-11.json'), 'utf8')
      const id = /"id":"(\w+)"/.exec(month)?.[1] ?? ''
      const { code, out, err } = await cli.run(command, id, ...rest)
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain('sealed until Monday 1 March 2027')
      expect(err).not.toContain('kind')
    },
  )

  it('stays closed in the trash when it was taken back', async () => {
    const cli = aPerson()
    await cli.run('letter', 'be', 'kind', '--until', '2027-03-01')
    await cli.run('undo')
    const { out, err } = await cli.run('delete', '--trash')
    expect(out).not.toContain('kind')
    expect(err).toContain('1 sealed letter lies there too, still closed.')
    expect(await cli.json('delete', '--trash')).toEqual({ version: 1, entries: [] })
    await cli.run('redo')
    expect((await cli.run('letter', '--list')).out).toContain('sealed until 2027-03-01')
  })

  it('is shown by nothing but its day until it opens', async () => {
    const cli = aPerson()
    const { err } = await cli.run('letter', 'be', 'kind', '--until', '2027-03-01')
    expect(err).toContain('sealed until Monday 1 March 2027')
    // It is there, and counts from its day on.
    expect(err).toContain('Saved for Sunday 22 November.\n')
    const listed = await cli.run('letter', '--list')
    expect(listed.out).toBe('2026-11-22  sealed until 2027-03-01\n')
    expect(await cli.json('letter', '--list')).toEqual({
      version: 1,
      entries: [],
      sealed: [{ day: '2026-11-22', sealedUntil: '2027-03-01' }],
    })
    for (const command of [
      ['list'],
      ['search', 'kind'],
      ['export', 'markdown'],
      ['list', '--json'],
    ])
      expect((await cli.run(...command)).out).not.toContain('be kind')

    const later = cli.with({ now: '2027-03-01T08:00:00Z' })
    expect((await later.run('letter', '--list')).out).toContain('be kind')
    expect((await later.run('search', 'kind')).out).toContain('be kind')
  })

  it('to somebody is never sent', async () => {
    const cli = aPerson({ input: 'I still have your scarf.\n' })
    await cli.run('letter', '--to', 'Ana')
    expect(await cli.with({}).json('letter', '--list')).toMatchObject({
      entries: [{ text: 'I still have your scarf.', details: { to: 'Ana', unsent: true } }],
      sealed: [],
    })
  })

  it('asks whom it is to, and keeps the words', async () => {
    const dialogue = scriptedDialogue([
      ['Whom is it to', 'a later me'],
      ['until which day', 'in 3 months'],
      ['Dear later me', 'still here'],
    ])
    const cli = aPerson({ dialogue })
    expect((await cli.run('letter')).err).toContain('sealed until Monday 22 February 2027')
  })

  it('that was interrupted is picked up as the letter it was', async () => {
    const cli = aPerson()
    const dialogue = Object.assign(scriptedDialogue([]), {
      write: async (question: WriteQuestion) => {
        question.onChange?.('half a letter')
        throw new Interrupted()
      },
    })
    expect((await cli.with({ dialogue }).run('letter', '--until', '2027-03-01')).code).toBe(130)
    const later = scriptedDialogue([['Pick it up', 'keep it as it is']])
    expect((await cli.with({ dialogue: later }).run('today')).code).toBe(0)
    expect(await cli.json('letter', '--list')).toMatchObject({
      entries: [],
      sealed: [{ sealedUntil: '2027-03-01' }],
    })
  })

  it.each([
    [['words'], '--until DAY, or --to NAME'],
    [['words', '--until', 'today'], 'a day after today'],
    [['words', '--until', 'yesterday'], 'already past'],
    [['words', '--to', ' '], '--to takes a name'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await aPerson().run('letter', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
