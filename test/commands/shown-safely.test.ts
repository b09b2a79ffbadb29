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
