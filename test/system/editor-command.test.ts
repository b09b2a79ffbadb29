import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { editorCommand } from '../../src/system/editor-command.ts'

/** A machine with these programs on its path: what each says of itself, or another that it is a link to. */
function aMachine(programs: Record<string, string | { link: string }>, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, is] of Object.entries(programs)) {
    const file = join(folder, name)
    if (typeof is === 'object') symlinkSync(join(folder, is.link), file)
    else {
      writeFileSync(file, `#!/bin/sh\necho '${is}'\n`)
      chmodSync(file, 0o700)
    }
  }
  return editorCommand({ env: { PATH: folder, ...env }, platform: 'linux' })
}

describe('Vim and Neovim keep no copies', () => {
  test.each([
    'vim',
    'rvim',
    'rview',
    'gvim -f',
    'gview',
    'vimdiff',
    'vim.basic',
    'vim.tiny',
    'vim.gtk3',
    '/usr/bin/vim.basic',
    `'/My Programs/vim' -c 'set tw=72'`,
  ])('as %s', EDITOR => {
    expect(aMachine({}, { EDITOR }).args).toEqual(
      expect.arrayContaining(['-n', '-i', 'NONE', expect.stringMatching(/noswapfile.* viminfo=$/)]),
    )
  })

  test.each([
    [
      'a link',
      { vi: { link: 'alternative' }, alternative: { link: 'vim.basic' }, 'vim.basic': '' },
    ],
    ['what calls itself so', { vi: 'VIM - Vi IMproved 9.1' }],
  ])('as the vi that is there when no editor is set: %s', (_, programs) => {
    const { program, args, waits } = aMachine(programs)
    expect(program).toBe('vi')
    expect(args.join(' ')).toMatch(
      /^-n -i NONE -c set noundofile.* viminfo= -c .*CursorHold\S* page\.md /,
    )
    expect(waits).toBe(true)
  })

  test.each(['view', 'ex', 'vi'])('as Neovim called %s', name => {
    const { args } = aMachine({ [name]: 'NVIM v0.11.1' }, { VISUAL: name })
    expect(args.join(' ')).toMatch(/ shada= -c .*CursorHold\S* page\.md /)
  })

  test.each([
    [{ vi: 'nvi' }, ''],
    [{ vi: 'BusyBox v1.37' }, ''],
    [{ view: { link: 'cat' }, cat: 'cat' }, 'view'],
    [{ neovide: 'NVIM' }, 'neovide --no-fork'],
    [{ nano: 'VIM - ' }, 'nano'],
  ])('others get no flags of theirs: %j', (programs, EDITOR) => {
    expect(aMachine(programs, { EDITOR }).args.join(' ')).not.toContain('set')
  })
})

test.each([
  ['nano', true],
  ['emacs -nw', true],
  ['emacsclient -t', true],
  ['emacsclient -n', false],
  ['vim -g', true],
  ['code', true],
  ['my-own-editor', false],
])('%s is known to stay: %s', (EDITOR, waits) => {
  expect(aMachine({}, { EDITOR }).waits).toBe(waits)
})

test('VISUAL goes before EDITOR, and an empty one is none', () => {
  expect(aMachine({}, { VISUAL: 'nano', EDITOR: 'vim' }).program).toBe('nano')
  expect(aMachine({}, { VISUAL: ' ', EDITOR: 'vim' }).program).toBe('vim')
})

test('a quote that is not closed is named', () => {
  expect(() => aMachine({}, { EDITOR: `vim -c 'set tw=72` })).toThrow(UserError)
})
