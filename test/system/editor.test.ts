import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { editText } from '../../src/system/editor.ts'
import type { World } from '../../src/system/world.ts'

/** An editor that is a shell script; "$1" is the page. */
function anEditor(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const editor = join(folder, 'editor')
  writeFileSync(editor, `#!/bin/sh\n${script}\n`)
  chmodSync(editor, 0o700)
  const ends: (() => void)[] = []
  const world = {
    env: { ...process.env, VISUAL: editor, XDG_RUNTIME_DIR: folder },
    onEnd: (cleanup: () => void) => ends.push(cleanup),
    onInterrupt: () => () => {},
  } as unknown as World
  const saved: string[] = []
  return {
    saved,
    ends,
    edit: (text = 'before', onSave = (it: string) => void saved.push(it)) =>
      editText(world, folder, text, onSave),
    /** What is left of the page. */
    left: () =>
      readdirSync(folder)
        .filter(name => name.startsWith('editing-'))
        .map(name => join(folder, name, 'page.md')),
  }
}

test('what an editor saved counts, also when it then ended in an error', async () => {
  const { edit, saved, left } = anEditor('printf "precious words" > "$1"; exit 1')
  expect(await edit()).toBe('precious words')
  expect(saved.at(-1)).toBe('precious words')
  expect(left()).toEqual([])
})

test('an editor that saved nothing and failed is named', async () => {
  const { edit, left } = anEditor('exit 3')
  await expect(edit()).rejects.toThrow('ended with code 3')
  expect(left()).toEqual([])
})

test.each(['', '; sleep 0.8'])('words that are no UTF-8 are never wiped (%s)', async wait => {
  const { edit, saved, left } = anEditor(`printf 'caf\\351 at noon' > "$1"${wait}`)
  const error = await edit().catch(it => it)
  expect(error).toBeInstanceOf(UserError)
  const [page = ''] = left()
  expect(error.message).toContain(page)
  expect(readFileSync(page, 'latin1')).toBe('café at noon')
  expect(saved).toEqual([])
})

test('words that cannot be taken into the draft are never wiped', async () => {
  const { edit, left } = anEditor('printf "precious words" > "$1"; sleep 0.5')
  const full = () => {
    throw new UserError('The disk is full.')
  }
  const error = await edit('before', full).catch(it => it)
  const [page = ''] = left()
  expect(error.message).toBe(
    `The disk is full.\nWhat the editor saved is in ${page} until you take it away.`,
  )
  expect(readFileSync(page, 'utf8')).toBe('precious words')
})

test('an editor that takes the page away leaves what it saved before', async () => {
  const { edit } = anEditor('printf "precious words" > "$1"; sleep 0.8; rm "$1"')
  expect(await edit()).toBe('precious words')
})

test('when hearten is told to end, what was saved is taken and the page is wiped', async () => {
  const { edit, ends, saved, left } = anEditor('printf "precious words" > "$1"; sleep 1')
  const editing = edit()
  while (!left().some(page => existsSync(page) && readFileSync(page, 'utf8') === 'precious words'))
    await new Promise(resolve => setTimeout(resolve, 5))
  for (const end of ends) end()
  expect(saved).toEqual(['precious words'])
  expect(left()).toEqual([])
  await editing
})
