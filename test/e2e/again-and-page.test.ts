// An old answer given once more, and a page to bring, at a real terminal.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import type { Home } from './program.ts'
import { aHome, entriesOf, open, run } from './program.ts'
import { answer, written } from './sitting.ts'

const old = 'Beans want time, and a stick to climb on.'

async function whoAnswered(): Promise<{ home: Home; then: Entry }> {
  const home = aHome()
  const at = ['today', '--theme', 'growth', '--at', '2026-09-01']
  expect((await run(home, at, { input: old })).code).toBe(0)
  const [then] = await entriesOf(home)
  if (!then) throw new Error('nothing was kept')
  return { home, then }
}

describe('hearten again', () => {
  it('shows both answers beside each other, and below each other where it is narrow', async () => {
    const { home, then } = await whoAnswered()
    for (const [cols, beside] of [
      [80, /Beans want time.*Tomatoes want a roof\./],
      [40, /Beans want time[\s\S]*climb on\.\n\n.*2026\n {2}Tomatoes want a roof\./],
    ] as const) {
      const pty = open(home, ['again', then.id, '--no-color'], { cols, rows: 40 })
      await answer(pty, 'How true is it now?', '2')
      await written(pty, 'Tomatoes want a roof.')
      expect((await pty.exit).code).toBe(0)
      const [, shown = ''] = pty.history().join('\n').split('Saved for')
      expect(shown).toMatch(beside)
    }
    const answers = (await entriesOf(home)).filter(it => it.text.startsWith('Tomatoes'))
    expect(answers).toMatchObject([
      { details: { again: then.id, stillTrue: 2 } },
      { details: { again: then.id, stillTrue: 2 } },
    ])
  })

  it('that was killed is offered by the next session, and kept with its link', async () => {
    const { home, then } = await whoAnswered()
    const pty = open(home, ['again', then.id])
    await answer(pty, 'How true is it now?', '4')
    await pty.waitFor('Ctrl-D done')
    pty.type('Tomatoes want')
    await pty.waitFor('▏Tomatoes want')
    pty.kill('SIGKILL')
    await pty.exit
    expect(await entriesOf(home)).toHaveLength(1)
    const next = open(home)
    await next.waitFor(/an answer to an old\s+question/)
    await answer(next, 'Keep it?', '1')
    expect((await next.exit).code).toBe(0)
    const [, kept] = await entriesOf(home)
    expect(kept).toMatchObject({
      text: 'Tomatoes want',
      details: { again: then.id, stillTrue: 4 },
    })
  })
})

describe('hearten page', () => {
  it('is shown, written where the person says, and next time only what is new', async () => {
    const { home, then } = await whoAnswered()
    await run(home, ['star', then.id, '--bring'])
    const file = join(home.folder, 'page.html')
    const pty = open(home, ['page', '--no-pager'], { rows: 40 })
    await answer(pty, 'Whom is it for?', '1')
    await pty.waitFor(/Beans want time[\s\S]*Write it to a file\?/)
    expect(existsSync(file)).toBe(false)
    await answer(pty, 'Write it to a file?', `${file}\r`)
    expect((await pty.exit).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain(old)
    const again = open(home, ['page', 'group', '--no-pager'])
    expect((await again.exit).code).toBe(0)
    expect(again.history().join(' ')).toMatch(/Nothing\s+is\s+new\s+since\s+last\s+time/)
  })

  it('that is left with Ctrl-C writes nothing', async () => {
    const { home, then } = await whoAnswered()
    await run(home, ['star', then.id, '--bring'])
    const file = join(home.folder, 'page.md')
    const pty = open(home, ['page', 'group', '--output', file, '--no-pager'])
    await answer(pty, 'Go ahead?', '\x03')
    expect((await pty.exit).code).toBe(130)
    expect(existsSync(file)).toBe(false)
    expect((await run(home, ['page', 'group'])).out).toContain(old)
  })
})
