import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

const nasty = 'x\u001b[2J\u009b31m\u202ey'
/** What a terminal would obey, and what would turn the reading order round. */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

it('shows nothing of what was typed in a form that a terminal would obey', async () => {
  const cli = aPerson({ env: { NO_COLOR: '1' } })
  const said = [
    ['people', 'add', nasty],
    ['people', 'status', nasty, 'estranged'],
    ['people', 'join', nasty, `${nasty}z`],
    ['people', 'reached', `${nasty}b`, '--note', nasty],
    ['promise', nasty, '--if', nasty, '--who', nasty],
    ['promise', nasty, '--due', 'friday'],
    ['promise', 'shrink', '1', nasty, nasty],
    ['toolkit', 'use', nasty, '--before', '2'],
    ['meeting', nasty, '--stayed', nasty],
    ['letter', nasty, '--to', nasty],
    ['prompts', 'add', nasty, '--theme', 'growth', '--deeper', nasty],
    ['config', 'mute', 'tag', nasty],
    ['config', 'mute'],
    ['help-now', 'add', nasty, '555'],
    ['help-now'],
    ['help-now', 'remove', nasty],
    ['help-now', '--country', nasty],
    ['config', 'set', nasty, nasty],
    ['prompts', 'show', nasty],
    ['restore', nasty],
    ...['people', 'promise', 'toolkit', 'prompts', 'status', 'checkin'].map(it => [it]),
    ['letter', '--list'],
    ['people', '--plain'],
    ['promise', '--plain'],
    ['toolkit', '--plain'],
  ]
  for (const argv of said) {
    for (const life of [{}, { terminal: true }]) {
      const flags = 'terminal' in life ? ['--no-input', '--no-pager'] : []
      const { out, err } = await cli.with(life).run(...argv, ...flags)
      expect(out, argv.join(' ')).not.toMatch(obeyed)
      expect(err, argv.join(' ')).not.toMatch(obeyed)
    }
  }
})

it('shows no entry, folder or file name in a form that a terminal would obey', async () => {
  const first = aPerson()
  const cli = aPerson({ home: join(first.home, nasty) })
  const month = join(cli.data, 'g1/months/2026-11.json')
  const said: (readonly string[] | (() => void))[] = [
    ['jot', `${nasty}\n${nasty}`, '--tag', nasty, '--person', nasty],
    ['show'],
    ['show', '--history'],
    ['list'],
    ['search', 'x'],
    ['review', 'all'],
    ['export', 'markdown', '--to', join(cli.home, nasty)],
    ['export', 'json', '--output', join(cli.home, `${nasty}.json`)],
    () => writeFileSync(month, readFileSync(month).subarray(0, -20)),
    ['jot', 'beside the damage'],
    ['list'],
    ['list', '--json'],
    ['doctor'],
    ['erase', '--all', '--yes'],
  ]
  for (const each of said) {
    if (typeof each === 'function') each()
    else {
      const { out, err } = await cli.run(...each)
      expect(out, each.join(' ')).not.toMatch(obeyed)
      expect(err, each.join(' ')).not.toMatch(obeyed)
    }
  }
})
