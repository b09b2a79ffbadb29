import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aHome, below, draftsOf, entriesOf, open, run, shell } from './program.ts'
import { asked } from './sitting.ts'

describe('today, through a pipe', () => {
  test('takes lines as answers, a single . ending each, and the rest as a note', async () => {
    const home = aHome()
    const lines = 'one\nmore of one\n.\n\n.\nthree\n.\n.\nfive\n.\nleft over\nand over\n'
    const { code, out, err } = await run(home, ['today'], { input: lines })
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^Saved for \w+ \d+ \w+\.\n$/)
    expect(await entriesOf(home)).toMatchObject([
      { kind: 'reflection', theme: 'compassion', text: 'one\nmore of one' },
      { kind: 'reflection', theme: 'support', text: 'three' },
      { kind: 'reflection', theme: 'growth', text: 'five' },
      { kind: 'note', text: 'left over\nand over' },
    ])
  })

  test('that is empty, prints the prompts', async () => {
    const { code, out } = await run(aHome(), ['today'])
    expect(code).toBe(0)
    expect(out).toContain('Compassionate Understanding')
  })

  test('refuses what is no text, and keeps nothing of it', async () => {
    const home = aHome()
    const input = Buffer.from([0x68, 0xff, 0xfe, 0x0a])
    const { code, err } = await run(home, ['today'], { input })
    expect(code).toBe(1)
    expect(err).toMatch(/standard input is not UTF-8[\s\S]*Nothing was/)
    expect(below(home.hearten)).toEqual([])
  })
})

describe('hearten alone, without a terminal', () => {
  const prompts = /Compassionate Understanding[\s\S]*Learning and Growth[\s\S]*hearten/

  test.each([
    ['nothing on standard input', 'hearten < /dev/null'],
    ['words on standard input, which it leaves alone', 'echo words | hearten'],
    ['standard input closed', 'hearten <&-'],
    ['its output in a pipe', 'hearten < /dev/null | cat'],
  ])('with %s, prints the prompts and ends', async (_, line) => {
    const home = aHome()
    const { code, out, err } = await shell(home, line)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(prompts)
    expect(below(home.hearten)).toEqual([])
  })

  test('does not wait for a pipe that never ends', async () => {
    const { code, out } = await shell(aHome(), 'mkfifo f; exec 3<>f; hearten <&3')
    expect(code).toBe(0)
    expect(out).toMatch(prompts)
  })
})

describe('a reader that goes away', () => {
  test.each([
    ['list', 'hearten list | head -1'],
    ['list --json', 'hearten list --json | head -1'],
    ['export', 'hearten export json --quiet | head -1'],
    ['review', 'hearten review month | true'],
    ['help', 'hearten --help | true'],
    ['prompts', 'hearten prompts | true'],
  ])('%s ends well', async (_, line) => {
    const home = aHome()
    const lines = `${'A line that is not short. '.repeat(400)}\n`
    await shell(home, 'for i in 1 2 3; do hearten jot <<< "$WORDS"; done', { WORDS: lines })
    const { code, err } = await shell(home, `set -o pipefail; ${line}`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('does not keep words from being saved', async () => {
    const home = aHome()
    const { out } = await shell(
      home,
      'set -o pipefail; hearten jot kept 2>&1 | true; echo $?; hearten jot too >&- 2>&-; echo $?',
    )
    expect(out).toBe('0\n0\n')
    expect((await entriesOf(home)).map(it => it.text)).toEqual(['kept', 'too'])
  })
})

describe('jot', () => {
  test('through a pipe, in arguments, and with standard input closed', async () => {
    const home = aHome()
    const { out, err } = await shell(
      home,
      'printf "first line\\nsecond line" | hearten jot; hearten jot "yesterday: we talked at last #calm @sister"; hearten jot <&-; echo "[$?]"',
    )
    expect(err).toContain('There were no words, so nothing was saved.')
    expect(out).toContain('[1]')
    expect(await entriesOf(home)).toMatchObject([
      { text: 'we talked at last #calm @sister', tags: ['calm'], people: ['sister'] },
      { text: 'first line\nsecond line' },
    ])
  })

  test('in a terminal has the writing field', async () => {
    const home = aHome()
    const pty = open(home, ['jot'])
    await asked(pty, 'Ctrl-D done')
    pty.type('one\r')
    pty.paste('two\r\nthree')
    await pty.waitFor('▏three')
    pty.type('\x04')
    await pty.waitFor('Saved for')
    expect((await pty.exit).code).toBe(0)
    expect((await entriesOf(home)).map(it => it.text)).toEqual(['one\ntwo\nthree'])
    expect(draftsOf(home)).toEqual([])
  })

  test('--editor takes what the editor saved, and leaves no copy', async () => {
    const home = aHome()
    const editor = join(home.folder, 'editor')
    writeFileSync(editor, '#!/bin/sh\nprintf "from\\nthe editor\\n" > "$1"\n')
    chmodSync(editor, 0o755)
    const pty = open(home, ['jot', '--editor'], { env: { EDITOR: editor } })
    await pty.waitFor('Saved for')
    expect((await pty.exit).code).toBe(0)
    expect((await entriesOf(home)).map(it => it.text)).toEqual(['from\nthe editor'])
    expect(draftsOf(home)).toEqual([])
    expect(below(home.env.XDG_RUNTIME_DIR ?? '')).toEqual([])
  })

  test('--editor with an editor that is not there says so and keeps nothing', async () => {
    const home = aHome()
    const pty = open(home, ['jot', '--editor'], { env: { EDITOR: 'no-such-editor' } })
    await pty.waitFor('The editor "no-such-editor" could not be started.')
    expect((await pty.exit).code).toBe(1)
    expect(await entriesOf(home)).toEqual([])
  })
})

describe('a session without questions', () => {
  const answers = {
    mood: 2,
    energy: 3,
    feelings: ['lonely'],
    themes: {
      compassion: { text: 'Eleven times.', strengthAfter: 4, understoodBy: ['sister'] },
      growth: { prompt: null, text: 'A page of my own.', insight: 'Both are true.', source: 'own' },
    },
    promise: { text: 'Text my sister', due: '2031-01-02', witness: ['sister'] },
    leave: { mood: 3 },
    note: 'And something else.',
  }

  test('--answers takes all of it from a file, and names what does not fit', async () => {
    const home = aHome()
    writeFileSync(join(home.folder, 'answers.json'), JSON.stringify(answers))
    const { code, err } = await run(home, ['today', '--answers', 'answers.json'])
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('Saved for') })
    expect(await entriesOf(home)).toMatchObject([
      { kind: 'checkin', mood: 2, energy: 3, feelings: ['lonely'] },
      { theme: 'compassion', text: 'Eleven times.', details: { strengthAfter: 4 } },
      { kind: 'promise', text: 'Text my sister', details: { due: '2031-01-02' } },
      { theme: 'growth', text: 'A page of my own.', details: { insight: 'Both are true.' } },
      { kind: 'note', text: 'And something else.' },
      { kind: 'checkin', mood: 3 },
    ])

    const before = await entriesOf(home)
    writeFileSync(join(home.folder, 'answers.json'), JSON.stringify({ ...answers, mood: 7 }))
    const wrong = await run(home, ['today', '--answers', 'answers.json'])
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(
      /answers\.json could not be taken as it is\. Nothing was saved\.\n {2}mood/,
    )
    const missing = await run(home, ['today', '--answers', 'nowhere.json'])
    expect(missing).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no file nowhere.json'),
    })
    expect(await entriesOf(home)).toEqual(before)
  })

  test('--sheet is filled in and taken back, once', async () => {
    const home = aHome()
    const { out } = await run(home, ['today', '--sheet'])
    const fill = (sheet: string, key: string, words: string) => {
      const at = sheet.search(new RegExp(`<!-- answer ${key}[ a-z0-9=-]*-->`))
      if (at < 0) throw new Error(`No place for ${key} in\n${sheet}`)
      const end = sheet.indexOf('-->', at) + 3
      return `${sheet.slice(0, end)}\n${words}${sheet.slice(end)}`
    }
    let sheet = fill(out, 'mood', '2')
    sheet = fill(sheet, 'themes.compassion.text', 'Several lines,\n\nas I like.')
    sheet = fill(sheet, 'themes.support.people', 'sister, Ben')
    sheet = fill(sheet, 'leave', '4')
    writeFileSync(join(home.folder, 'sheet.md'), sheet.replaceAll('\n', '\r\n'))
    for (const said of ['Saved for', 'Nothing was added.']) {
      const { code, err } = await run(home, ['today', '--from-sheet', 'sheet.md'])
      expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(said) })
      expect(await entriesOf(home)).toMatchObject([
        { kind: 'checkin', mood: 2 },
        { theme: 'compassion', text: 'Several lines,\n\nas I like.' },
        { theme: 'support', people: ['sister', 'Ben'] },
        { kind: 'checkin', mood: 4 },
      ])
    }
    expect(readFileSync(join(home.folder, 'sheet.md'), 'utf8')).toContain('as I like.')
  })
})
