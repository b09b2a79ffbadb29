import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Pty } from '../helpers/pty.ts'
import { aHome, draftsOf, entriesOf, type Home, isDrafted, open, run, tooOpen } from './program.ts'
import { answer, asked, patience, written } from './sitting.ts'

const half = 'Half a thought about the interview'

/** A session that is in the middle of its second answer; the first one has five words. */
async function inTheMiddle(home: Home): Promise<Pty> {
  const pty = open(home, ['--theme', 'compassion', '--theme', 'support', '--length', 'steady'])
  await answer(pty, 'right now?', '3')
  await answer(pty, 'your energy?', '4')
  await answer(pty, 'Which words come near?', 'calm\r')
  await written(pty, 'The first one, with five.')
  await answer(pty, 'How strong is the feeling now?', '4')
  await answer(pty, 'Did anyone understand', 'sister\r')
  await pty.waitFor(/Emotional Support ─+ 2 of 2/)
  await asked(pty, 'Ctrl-D done')
  pty.type(half)
  await pty.waitFor(`▏${half}`)
  return pty
}

/** The end of such a session, from the second answer on. */
async function finish(pty: Pty): Promise<void> {
  await pty.waitFor(`▏${half}`)
  pty.type(', and more\x04')
  await answer(pty, 'Who is this about?', '\x04')
  await answer(pty, 'What kind of support is it', '1')
  await answer(pty, 'And now, on leaving?', '4')
  await answer(pty, 'a page which nobody keeps?', 'p')
  await written(pty, '')
  await answer(pty, 'A short way back into the room?', '\r')
  await answer(pty, 'Note a reach-out, or plan one?', '2')
  await pty.waitFor('› Send sister a line')
  pty.type(' at noon\r')
  await answer(pty, 'something that brought you here?', '\r')
  await pty.waitFor('Saved for')
  await answer(pty, 'are you in Portugal?', '\r')
  expect((await pty.exit).code).toBe(0)
}

const whole = [
  ['checkin', ''],
  ['reflection', 'The first one, with five.'],
  ['reflection', `${half}, and more`],
  ['promise', 'Send sister a line at noon'],
  ['checkin', ''],
]

const words = async (home: Home) => (await entriesOf(home)).map(({ kind, text }) => [kind, text])

/** The same word count that the next start names. */
const unfinished =
  /You were in the middle of something (?:this \w+|last night) \(Emotional Support, 11\s+words\)/

/** Pages that are, or were, open in an editor. */
const opened = (home: Home) => readdirSync(home.env.XDG_RUNTIME_DIR ?? '')

describe('a session that was stopped is picked up where it was', () => {
  const ways: [string, (pty: Pty) => void, { code?: number; signal?: number }][] = [
    ['Ctrl-C', pty => pty.type('\x03'), { code: 130 }],
    ['kill', pty => pty.kill('SIGTERM'), { code: 143 }],
    ['a lost connection', pty => pty.kill('SIGHUP'), { code: 129 }],
    ['a closed window', pty => pty.closeWindow(), { signal: 0 }],
    ['kill -9', pty => pty.kill('SIGKILL'), { signal: 9 }],
  ]
  test.each(ways)('after %s', async (_, stop, end) => {
    const home = aHome()
    const first = await inTheMiddle(home)
    stop(first)
    expect(await first.exit).toMatchObject(end)
    expect(await entriesOf(home)).toEqual([])
    expect(isDrafted(home, half)).toBe(true)
    expect(tooOpen(home.hearten)).toEqual([])

    const second = open(home)
    await second.waitFor(unfinished)
    await answer(second, 'Pick it up?', '1')
    await finish(second)
    expect(await words(home)).toEqual(whole)
    expect(draftsOf(home)).toEqual([])
    const third = open(home)
    await third.waitFor('How are you, right now?')
    expect(third.screen().join('\n')).not.toContain('in the middle')
  })

  test('what was typed just before a signal is there to the last key', async () => {
    const home = aHome()
    const pty = await inTheMiddle(home)
    pty.type(' and a few keys more')
    await pty.waitFor('keys more')
    process.kill(pty.pid, 'SIGKILL')
    await pty.exit
    expect(isDrafted(home, `${half} and a few keys more`)).toBe(true)
  })

  test('the words of an editor are there when the window closes on it', async () => {
    const home = aHome()
    const pty = open(home, ['--theme', 'compassion'], {
      env: {
        EDITOR: `${process.execPath} -e "require('fs').writeFileSync(process.argv[1],'saved in it');setInterval(()=>{},9)"`,
      },
    })
    await answer(pty, 'right now?', '3')
    await answer(pty, 'your energy?', '4')
    await answer(pty, 'Which words come near?', '\x04')
    await asked(pty, 'Ctrl-D done')
    pty.type('before\x07')
    await vi.waitFor(() => expect(isDrafted(home, 'saved in it')).toBe(true), patience)
    expect(opened(home)).toHaveLength(1)
    pty.kill('SIGHUP')
    expect((await pty.exit).code).toBe(129)
    expect(isDrafted(home, 'saved in it')).toBe(true)
    // It stays for an editor that saves once more, as long as that runs.
    const [left = ''] = opened(home)
    const about = join(home.env.XDG_RUNTIME_DIR ?? '', left, 'about.json')
    process.kill(JSON.parse(readFileSync(about, 'utf8')).editor.pid, 'SIGKILL')
    await vi.waitFor(async () => {
      await run(home, ['list'])
      expect(opened(home)).toEqual([])
    }, patience)
    expect(isDrafted(home, 'saved in it')).toBe(true)
  })
})

describe('an editor', () => {
  /** A window of its own: the program that was called ends at once, the page is saved when `go` is there. */
  const launcher = (home: Home) => {
    const editor = join(home.folder, 'my-editor')
    const until = `while ! [ -e '${home.folder}/go' ]; do sleep 0.05; done`
    const window = `${until}; printf 'from the window' > "$1"`
    // Deaf before there is a window: it may come late to its first line, after its terminal has closed.
    writeFileSync(editor, `#!/bin/sh\ntrap '' HUP\n(${window}) < /dev/null > /dev/null 2>&1 &\n`, {
      mode: 0o700,
    })
    return { EDITOR: editor }
  }
  const go = (home: Home) => writeFileSync(join(home.folder, 'go'), '')

  test('that ends at once is waited for', async () => {
    const home = aHome()
    const pty = open(home, ['jot', '--editor'], { env: launcher(home) })
    await pty.waitFor('press Enter here')
    go(home)
    await vi.waitFor(() => expect(isDrafted(home, 'from the window')).toBe(true), patience)
    pty.type('\r')
    await pty.waitFor('Saved for')
    expect((await pty.exit).code).toBe(0)
    expect((await entriesOf(home)).map(({ text }) => text)).toEqual(['from the window'])
    expect(opened(home)).toEqual([])
  })

  test('that ends at once and is left open gives its page to the next hearten', async () => {
    const home = aHome()
    const pty = open(home, ['jot', '--editor'], { env: launcher(home) })
    await pty.waitFor('press Enter here')
    pty.type('\x03')
    await pty.waitFor('Until then it is in')
    expect((await pty.exit).code).toBe(1)
    go(home)
    const [folder = ''] = opened(home)
    const page = join(home.env.XDG_RUNTIME_DIR ?? '', folder, 'page.md')
    await vi.waitFor(() => expect(readFileSync(page, 'utf8')).toContain('window'), patience)
    const second = open(home)
    await answer(second, 'Pick it up?', '2')
    await second.waitFor('Saved for')
    await second.exit
    expect((await entriesOf(home)).map(({ text }) => text)).toEqual(['from the window'])
    expect(opened(home)).toEqual([])
  })

  test('whose hearten was killed gives its page to the next one, when it is closed', async () => {
    const { home, folder, editor } = await killedWhileEditing()
    expect((await run(home, ['doctor'])).out).not.toContain('page.md')
    await run(home, ['list'])
    expect(existsSync(folder)).toBe(true)

    writeFileSync(join(folder, 'page.md'), 'saved afterwards')
    process.kill(editor, 'SIGKILL')
    await vi.waitFor(
      async () => expect((await run(home, ['doctor'])).out).toContain('page.md'),
      patience,
    )
    await run(home, ['list'])
    expect(isDrafted(home, 'saved afterwards')).toBe(true)
    // A page may stand in two files, and the kill may have left one unfinished, which the doctor takes away.
    const whole = draftsOf(home).filter(path => !path.endsWith('.tmp'))
    expect(new Set(whole.map(path => path.split('.')[0])).size).toBe(1)
    expect(opened(home)).toEqual([])
  })

  test('whose hearten was killed keeps no page from being erased', async () => {
    const { home, editor } = await killedWhileEditing()
    expect((await run(home, ['erase', '--all', '--yes'])).code).toBe(0)
    process.kill(editor, 'SIGKILL')
    expect(opened(home)).toEqual([])
    expect(existsSync(home.data)).toBe(false)
  })

  /** An editor that outlives the kill, as one in a window of its own does. */
  async function killedWhileEditing() {
    const home = aHome()
    const EDITOR = `sh -c "trap '' HUP; printf early > \\"\\$1\\"; exec sleep 60" sh`
    const pty = open(home, ['jot', '--editor'], { env: { EDITOR } })
    await vi.waitFor(() => expect(isDrafted(home, 'early')).toBe(true), patience)
    process.kill(pty.pid, 'SIGKILL')
    await pty.exit
    const folder = join(home.env.XDG_RUNTIME_DIR ?? '', opened(home)[0] ?? '')
    const about = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8'))
    return { home, folder, editor: about.editor.pid as number }
  }
})

describe('an unfinished session can also', () => {
  test('be kept as far as it came', async () => {
    const home = aHome()
    const first = await inTheMiddle(home)
    first.type('\x03')
    await first.exit
    const second = open(home)
    await answer(second, 'Pick it up?', '2')
    await second.waitFor('Saved for')
    expect(await words(home)).toEqual([...whole.slice(0, 2), ['reflection', half]])
    expect(draftsOf(home)).toEqual([])
  })

  test('be let go, once that was meant', async () => {
    const home = aHome()
    const first = await inTheMiddle(home)
    first.kill('SIGTERM')
    await first.exit
    const second = open(home)
    await answer(second, 'Pick it up?', '3')
    await answer(second, 'Let it go for good?', 'n')
    await second.exit
    expect(isDrafted(home, half)).toBe(true)

    const third = open(home)
    await answer(third, 'Pick it up?', '3')
    await answer(third, 'Let it go for good?', 'y')
    await third.waitFor('How are you, right now?')
    third.type('\x18')
    await third.exit
    expect(draftsOf(home)).toEqual([])
    expect(await entriesOf(home)).toEqual([])
  })
})

test('a page that was not finished can be kept as a note', async () => {
  const home = aHome()
  const jot = open(home, ['jot'])
  await asked(jot, 'Ctrl-D done')
  jot.type('a jotted line @sister')
  await jot.waitFor('▏a jotted line')
  jot.type('\x03')
  expect((await jot.exit).code).toBe(130)

  const next = open(home)
  await next.waitFor(/middle of something (?:this \w+|last night) \(a note, 4\s+words\)/)
  await answer(next, 'Pick it up?', '2')
  await next.waitFor('Saved for')
  await next.exit
  const [note] = await entriesOf(home)
  expect(note).toMatchObject({ kind: 'note', text: 'a jotted line @sister', people: ['sister'] })
  expect(draftsOf(home)).toEqual([])
})

describe('enough for today keeps what is there', () => {
  const arrive = async (pty: Pty) => {
    await pty.waitFor('❯ 1 a few minutes')
    pty.type('1')
    await answer(pty, 'your energy?', '4')
  }
  const kinds: [string, (pty: Pty) => Promise<void>, object[]][] = [
    [
      'a scale',
      async pty => {
        await pty.waitFor('❯ 1 a few minutes')
        pty.type('1')
        await asked(pty, 'your energy?')
      },
      [],
    ],
    [
      'a choice',
      async pty => {
        await arrive(pty)
        await asked(pty, 'only pick answers?')
      },
      [],
    ],
    [
      'a line',
      async pty => {
        await arrive(pty)
        await answer(pty, 'only pick answers?', '1')
        await asked(pty, 'Is there a word for it?')
        pty.type('sad')
        await pty.waitFor('› sad')
      },
      [],
    ],
    [
      'a menu',
      async pty => {
        await pty.waitFor('❯ 1 a few minutes')
      },
      [],
    ],
    [
      'the writing field',
      async pty => {
        await arrive(pty)
        await answer(pty, 'only pick answers?', '1')
        await answer(pty, 'Is there a word for it?', 'sad\r')
        await asked(pty, 'Ctrl-D done')
        pty.type('not done with it')
        await pty.waitFor('▏not done')
      },
      [{ kind: 'reflection', text: 'not done with it' }],
    ],
    [
      'a question about a page',
      async pty => {
        await arrive(pty)
        await answer(pty, 'only pick answers?', '1')
        await answer(pty, 'Is there a word for it?', 'sad\r')
        await written(pty, 'a page')
        await asked(pty, 'How strong is the feeling now?')
      },
      [{ kind: 'reflection', text: 'a page' }],
    ],
  ]
  test.each(kinds)('at %s', async (_, goTo, kept) => {
    const home = aHome()
    const pty = open(home)
    await answer(pty, 'right now?', '2')
    await goTo(pty)
    pty.type('\x18')
    await pty.waitFor('Enough for today is a good answer.')
    await pty.waitFor('Saved for')
    expect((await pty.exit).code).toBe(0)
    expect(await entriesOf(home)).toMatchObject([{ kind: 'checkin', mood: 2 }, ...kept])
    expect(draftsOf(home)).toEqual([])
    expect((await run(home, ['undo'])).code).toBe(0)
    expect(await entriesOf(home)).toEqual([])
  })
})
