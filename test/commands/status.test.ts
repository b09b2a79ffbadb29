import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WriteQuestion } from '../../src/dialogue/dialogue.ts'
import { Interrupted } from '../../src/dialogue/signals.ts'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

describe('status', () => {
  it('counts what was present, never what was missed', async () => {
    const cli = aPerson()
    expect((await cli.run('status')).out).toContain('Nothing here yet.')
    expect((await cli.run('status', '--short')).out).toBe('')
    await cli.run('jot', 'today')
    expect((await cli.run('status')).out).toBe('Here on 1 day so far.\n')
    for (const at of ['2026-01-01', '2026-11-02', '2026-11-21'])
      await cli.run('jot', 'then', '--at', at)
    await cli.run('promise', 'walk', '--due', 'today')
    expect((await cli.run('status')).out).toBe(
      'Here on 3 of the last 28 days, 4 days in all. 1 promise to look at.\n',
    )
    expect((await cli.run('status', '--short')).out).toBe('3/28 · 1 due\n')
    const back = cli.with({ now: '2027-02-01T09:00:00Z' })
    expect((await back.run('status')).out).toBe('Here on 4 days so far. 1 promise to look at.\n')
    expect((await back.run('status', '--short')).out).toBe('1 due\n')
    expect(await cli.json('status')).toEqual({
      version: 1,
      present: { days: 3, of: 28, lifetime: 4 },
      promises: { due: 1, open: 1 },
      unfinished: null,
      conflicts: 0,
    })
  })

  it('has the days since something, where it is asked for', async () => {
    const cli = aPerson()
    await cli.run('since', 'add', 'last drink', '2026-08-01')
    await cli.run('jot', 'today')
    const short = async (name: string) => (await cli.run('status', '--short', '--since', name)).out
    expect(await short('last drink')).toBe('1/1 · last drink 113\n')
    await cli.run('since', 'slip', '--note', 'payday', '--at', '2026-11-20')
    expect(await short('Last Drink')).toBe('2/3 · last drink 112/113\n')
    expect(await short('')).toBe('2/3 · last drink 112/113\n')
    expect((await cli.run('status', '--since', 'last drink')).out).toBe(
      'Here on 2 days so far. last drink: 112 of 113 days; the last one 2 days ago, you noted what came before.\n',
    )
    expect(await cli.json('status', '--since', 'last drink')).toMatchObject({
      since: { name: 'last drink', start: '2026-08-01', days: 112, of: 113 },
    })
    expect((await cli.run('status', '--short')).out).toBe('2/3\n')
    expect(await cli.run('status', '--since', 'nothing')).toMatchObject({ code: 2 })
    await cli.run('since', 'remove', 'last drink')
    expect(await cli.run('status', '--since', 'last drink')).toMatchObject({ code: 2 })
  })

  it('says in one line that copies of a sync tool lie there', async () => {
    const cli = aPerson()
    await cli.run('jot', 'x')
    for (const name of ['g1/months/2026-11-PC.json', 'help~HEAD.json', 'journal (1).json'])
      writeFileSync(join(cli.data, name), '{}')
    const { err } = await cli.run('status')
    expect(err).toBe(
      'Copies that a file-syncing tool made lie in the journal. `hearten doctor --mend` takes them in.\n',
    )
    expect(await cli.json('status')).toMatchObject({ conflicts: 3 })
    expect((await cli.run('doctor', '--mend')).code).toBe(0)
    expect(await cli.json('status')).toMatchObject({ conflicts: 0 })
  })

  it('names what was begun and not finished', async () => {
    const cli = aPerson()
    await cli.run('jot', 'x')
    const dialogue = Object.assign(scriptedDialogue([]), {
      write: async (question: WriteQuestion) => {
        question.onChange?.('half a line')
        throw new Interrupted()
      },
    })
    expect((await cli.with({ dialogue }).run('jot')).code).toBe(130)
    const later = cli.with({ now: '2026-11-24T09:00:00Z' })
    expect((await later.run('status')).out).toContain(
      'Something was begun on Sunday evening (a note, 3 words); `hearten` picks it up.',
    )
    expect(await later.json('status')).toMatchObject({ unfinished: { kind: 'jot' } })
  })

  it('never says that nothing is here where something was begun', async () => {
    const dialogue = Object.assign(scriptedDialogue([]), {
      write: async (question: WriteQuestion) => {
        question.onChange?.('half a line')
        throw new Interrupted()
      },
    })
    const cli = aPerson({ dialogue })
    expect((await cli.run('jot')).code).toBe(130)
    const later = cli.with({})
    expect((await later.run('status')).out).toBe(
      'Something was begun this evening (a note, 3 words); `hearten` picks it up.\n',
    )
    for (const line of [['list'], ['search', 'half'], ['show']])
      expect(await later.run(...line)).toMatchObject({
        ...{ code: 0, out: '' },
        err: 'Nothing is saved here yet. What was begun is kept: `hearten` picks it up.\n',
      })
  })
})
