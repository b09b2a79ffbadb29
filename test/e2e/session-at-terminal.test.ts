import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Pty } from '../helpers/pty.ts'
import { openPty } from '../helpers/pty.ts'

const program = join(import.meta.dirname, '..', '..', 'bin', 'hearten.js')

interface Kept {
  kind: string
  text: string
  theme?: string
}

/** Somebody at a real terminal, with a journal of their own. */
function atTerminal() {
  const home = mkdtempSync(join(tmpdir(), 'hearten-test-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const env = { HEARTEN_HOME: home, NO_COLOR: '1', FORCE_COLOR: undefined, EDITOR: '', VISUAL: '' }
  const call = (...args: string[]) =>
    execFileSync(process.execPath, [program, ...args], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  return {
    home,
    call,
    open: (more: Record<string, string> = {}, ...args: string[]): Pty =>
      openPty(process.execPath, [program, ...args], { rows: 50, env: { ...env, ...more } }),
    entries: () => (JSON.parse(call('list', '--json')) as { entries: Kept[] }).entries,
    drafts: () => readdirSync(join(home, 'data', 'g1', 'drafts')).filter(it => !it.startsWith('.')),
  }
}

async function answer(pty: Pty, ...steps: readonly (readonly [string | RegExp, string])[]) {
  for (const [question, keys] of steps) {
    await pty.waitFor(question)
    // A digit answers at once, and an Enter that follows it in haste belongs to it.
    await new Promise(resolve => setTimeout(resolve, 400))
    pty.type(keys)
  }
}

const comeIn = [
  ['How are you', '3'],
  ['your energy', '3'],
  ['Which words', 'calm\r'],
  ['How long', '2'],
] as const

describe('a session in a real terminal', () => {
  it('goes through all five themes, with a paste, an emoji, an editor and a resize', async () => {
    const person = atTerminal()
    const editor = join(person.home, 'editor.sh')
    writeFileSync(editor, '#!/bin/sh\nprintf "from the editor" > "$1"\n', { mode: 0o700 })
    const pty = person.open({ EDITOR: editor })
    await answer(pty, ...comeIn)

    await pty.waitFor('1 of 5')
    pty.paste('pasted 💛 line\nand another')
    await pty.waitFor('and another')
    pty.resize(60, 40)
    await pty.waitFor('5 words')
    await answer(
      pty,
      ['5 words', '\x04'],
      ['How strong', '2'],
      ['Did anyone', '\r'],
      ['2 of 5', '\x07'],
      ['from the editor', '\x04'],
      ['Where did it come', '\r'],
      ['less alone', '\r'],
      ['3 of 5', '\x04'],
      ['4 of 5', 'words\x04'],
      ['small step', 'rest at noon\r'],
      ['Which day would be', 'tomorrow\r'],
      ['Who could know about it', '\r'],
      ['5 of 5', '\x04'],
      ['on leaving', '4'],
      ['brought you here', '\r'],
      ['Saved for', ''],
      ['For people to call', '\r'],
    )
    expect(await pty.exit).toMatchObject({ code: 0 })
    expect(person.entries().map(it => [it.kind, it.text])).toEqual([
      ['checkin', ''],
      ['reflection', 'pasted 💛 line\nand another'],
      ['reflection', 'from the editor'],
      ['reflection', 'words'],
      ['promise', 'rest at noon'],
      ['checkin', ''],
    ])
    expect(person.drafts()).toEqual([])
  })

  it.each([
    ['Ctrl-C', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGKILL', 0],
  ] as const)(
    'loses no word to %s, and is picked up',
    async (way, code) => {
      const person = atTerminal()
      const pty = person.open()
      await answer(pty, ...comeIn, ['1 of 5', 'the last words'])
      await pty.waitFor('3 words')
      if (way === 'Ctrl-C') pty.type('\x03')
      else pty.kill(way)
      const end = await pty.exit
      if (way !== 'SIGKILL') expect(end.code).toBe(code)
      expect(person.entries()).toEqual([])

      const again = person.open()
      await answer(again, ['Pick it up', '1'], ['the last words', '\x18'])
      expect(await again.exit).toMatchObject({ code: 0 })
      expect(person.entries().map(it => it.text)).toEqual(['', 'the last words'])
      expect(person.drafts()).toEqual([])
      const files = readdirSync(person.home, { recursive: true, encoding: 'utf8' })
      for (const name of files) {
        const { mode } = statSync(join(person.home, name))
        expect.soft(mode & 0o077, name).toBe(0)
      }
    },
    60_000,
  )
})
