import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/render/wrap.ts'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

/** Lines that say much, of results and of errors. */
const lines: readonly (readonly string[])[] = [
  ['jot', 'some words'],
  ['jot', 'I want to kill myself'],
  ['list', '--on', '03/04/2026'],
  ['edit', 'nothing-like-it', 'words'],
  ['delete', '--trash', '--back'],
  ['people', 'status', 'Ana', 'unsafe'],
  ['config', 'set', 'length', 'endless'],
  ['config', 'mute', 'person', 'Ana'],
  ['erase'],
  ['undo'],
  ['search'],
  ['prompts', 'show', 'nothing-like-it'],
  ['import', 'not-there.json'],
  ['restore', 'not-there'],
  ['--no-such-flag'],
  ['backup'],
  ['demo', '--into', 'src'],
  ['vault'],
  ['vault', 'part'],
  ['inbox'],
  ['doctor'],
  ['remind'],
  ['status'],
  ['config', 'mute'],
  ['config', 'list'],
  ['config', 'get', 'season'],
  ['help-now', '--country', 'GB'],
  ['plan'],
  ['since'],
  ['measure'],
  ['people'],
]

describe.each([40, 80])('at %i columns', columns => {
  it.each(lines.map(argv => [argv.join(' '), argv] as const))(
    'no word of %s is broken at the edge',
    async (_, argv) => {
      const person = aPerson({ terminal: true, columns, dialogue: scriptedDialogue([]) })
      const { err, out } = await person.run(...argv)
      expect(err + out).not.toBe('')
      const tooLong = (err + out)
        .split('\n')
        .filter(line => displayWidth(line) > columns && line.trim().includes(' '))
      expect(tooLong).toEqual([])
    },
  )
})
