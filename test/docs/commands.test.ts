import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlineOfTable, withActions } from '../../src/cli/outline.ts'
import { groups, session } from '../../src/cli/program.ts'
import { commandReference } from '../../tools/command-reference.ts'
import { manPage } from '../../tools/man-page.ts'
import { readmeTable } from '../../tools/readme-tables.ts'
import { has, needs } from '../e2e/program.ts'

const root = join(import.meta.dirname, '../..')
const outline = outlineOfTable({ groups, session })
const page = 'man/hearten.1'

const runs = (program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8', MANPAGER: 'cat', PAGER: 'cat' },
  })
  return { status, stdout, stderr }
}

describe('docs/commands.md', () => {
  it('is what the table of commands makes of it', async () => {
    await expect(commandReference(outline)).toMatchFileSnapshot('../../docs/commands.md')
  })
})

describe('the manual page', () => {
  it('is what the table of commands makes of it', async () => {
    await expect(manPage(outline)).toMatchFileSnapshot('../../man/hearten.1')
  })

  it.for([
    ['mandoc', ['-Tlint', '-Wwarning', page]],
    ['groff', ['-ww', '-man', '-Tutf8', '-z', page]],
    ['man', ['--warnings=w', '-l', page]],
  ] as const)('is taken by %s without a warning', ([program, args], context) => {
    needs(context, has(program), program)
    const { status, stdout, stderr } = runs(program, ...args)
    const said = program === 'man' ? stderr : stdout + stderr
    expect({ status, said }).toEqual({ status: 0, said: '' })
  })

  it('shows every command, flag, exit code and variable as one types it', context => {
    needs(context, has('man'), 'man')
    const shown = runs('man', '-l', page).stdout.replace(/.\x08/g, '').replace(/\s+/g, ' ')
    const commands = withActions(outline.groups.flatMap(group => group.commands))
    const wanted = [
      ...commands.map(({ path }) => `hearten ${path.join(' ')}`),
      ...commands.flatMap(({ flags }) => flags.map(({ long }) => long)),
      ...commands.flatMap(({ entry }) => (entry.examples ?? []).map(([line]) => line)),
      ...readmeTable('Exit codes').map(([code]) => code),
      ...readmeTable('Environment variables').map(([name]) => name.replaceAll('`', '')),
    ]
    expect(wanted.length).toBeGreaterThan(150)
    expect(wanted.filter(words => !shown.includes(words.replace(/\s+/g, ' ')))).toEqual([])
  })
})
