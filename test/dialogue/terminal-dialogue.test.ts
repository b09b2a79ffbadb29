import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPty, type Pty, type PtyOptions } from '../helpers/pty.ts'
import { buildDemo } from './build-demo.ts'

let demo = ''
let draft = ''
const open: Pty[] = []

beforeAll(async () => {
  demo = await buildDemo()
  draft = join(dirname(demo), 'draft')
})
afterEach(() => {
  for (const pty of open.splice(0)) pty.kill('SIGKILL')
})
afterAll(() => rmSync(dirname(demo), { recursive: true, force: true }))

function run(
  part: 'questions' | 'write' | 'picking' | 'between' | 'slow',
  options: PtyOptions = {},
): Pty {
  const env = { DEMO_DRAFT: draft, ...options.env }
  const pty = openPty(process.execPath, [demo, 'terminal', part], { ...options, env })
  open.push(pty)
  return pty
}

async function writing(options: PtyOptions = {}): Promise<Pty> {
  const pty = run('write', options)
  await pty.waitFor('Ctrl-D done')
  return pty
}

const drafted = () => readFileSync(draft, 'utf8')

test('asks, takes digits, arrows, Tab, and Enter as a skip', async () => {
  const pty = run('questions')
  await pty.waitFor('1 very low   2 low   3 in between   4 good   5 very good   (Enter skips)')
  pty.type('2\r')
  await pty.waitFor('[mood: 2]')
  await pty.waitFor('1 empty   2   3   4   5 plenty')
  pty.type('\r')
  await pty.waitFor('[energy: skipped]')
  await pty.waitFor('❯ 1 a few minutes')
  pty.type('\x1b[B\x1b[15~')
  await pty.waitFor('❯ 2 a quarter hour')
  pty.type('\r')
  await pty.waitFor('[length: "steady"]')
  await pty.waitFor('Which words')
  pty.type('lonely, w\t')
  await pty.waitFor('› lonely, worn out')
  pty.type('\r')
  await pty.waitFor('Keep it?')
  pty.type('\r')
  await pty.waitFor('[keep: true]')
  await pty.waitFor('not shown')
  pty.type('open sesame\r')
  await pty.waitFor('[secret: "open sesame"]')
  expect(await pty.exit).toMatchObject({ code: 0 })
  expect(pty.raw().split('[secret')[0]).not.toContain('sesame')
})

test('what is typed ahead goes to the next questions', async () => {
  const pty = run('questions')
  await pty.waitFor('right now?')
  pty.type('2\r4\r3')
  await pty.waitFor('[length: "deep"]')
  expect(pty.screen().join('\n')).toContain('[energy: 4]')
})

test('Ctrl-X is enough and Ctrl-C an interruption at any question', async () => {
  const first = run('questions')
  await first.waitFor('right now?')
  first.type('\x18')
  await first.waitFor('[enough]')
  expect((await first.exit).code).toBe(0)

  const second = run('questions')
  await second.waitFor('right now?')
  second.type('\x03')
  expect((await second.exit).code).toBe(130)
  expect(second.raw()).toContain('\x1b[?2004l')
})

test('people to call are there at any question, which is then asked again', async () => {
  const pty = await writing()
  pty.type('half a thought\x14')
  await pty.waitFor(/sister \+44 20[\s\S]*▏half a thought\n {3}3 words/)
  expect(
    pty
      .screen()
      .join('\n')
      .match(/heaviest/g),
  ).toHaveLength(1)
})

test('one is picked by typing, several with Space, and what is typed ahead goes to the next', async () => {
  const pty = run('picking')
  await pty.waitFor('❯ Ana')
  pty.type('\x1b[15~\x1b[B\x1b[B')
  await pty.waitFor('❯ Çelik')
  pty.type('em\rsad, gl\ry')
  await pty.waitFor('[keep: true]')
  expect(pty.screen().join('\n')).toContain('[who: "Emil"]')
  expect(pty.screen().join('\n')).toContain('[words: ["sad","glad"]]')
  expect(pty.raw()).not.toContain('\x1b[?25l')
  expect((await pty.exit).code).toBe(0)
})

test('picking can be left with Esc, Ctrl-X and Ctrl-C, and people to call are there', async () => {
  const pty = run('picking')
  await pty.waitFor('❯ Ana')
  pty.type('cel\x14')
  await pty.waitFor(/sister \+44 20[\s\S]*› cel\n +❯ Çelik/)
  pty.type('\x1b')
  await pty.waitFor('[who: skipped]')
  await pty.waitFor('weighed down')
  pty.type(' \x18')
  await pty.waitFor('[enough]')

  const stopped = run('picking')
  await stopped.waitFor('❯ Ana')
  stopped.type('c\x03')
  expect((await stopped.exit).code).toBe(130)
})

test('what was said follows a window that changes before the next question is there', async () => {
  const pty = run('between')
  await pty.waitFor('Words that are said')
  pty.resize(30, 12)
  await pty.waitFor('Words that are said follow the\nwindow, too.\n')
  await pty.waitFor('Keep it?')
  expect(pty.screen().filter(row => row.includes('Words'))).toHaveLength(1)
})

test('a list to pick from survives a resize, a cleared screen, and a signal', async () => {
  const pty = run('picking')
  await pty.waitFor('❯ Ana')
  pty.type('e')
  await pty.waitFor('❯ Emil')
  pty.resize(30, 12)
  await pty.waitFor('Words that are said follow the\nwindow, too.\n')
  await pty.waitFor(/› e\n +❯ Emil\n {4}type to find/)
  expect(pty.screen().filter(row => row.includes('Who was it?'))).toHaveLength(1)
  pty.type('\x0c')
  await pty.waitFor('Any key goes on.')
  expect(pty.history().join('\n')).not.toContain('Emil')
  pty.type('x')
  await pty.waitFor(/› e\n +❯ Emil/)
  pty.kill('SIGTERM')
  expect((await pty.exit).code).toBe(143)
  expect(pty.raw()).toContain('\x1b[?25h\x1b[?2004l')
})

test('picking goes on after Ctrl-Z and fg', async () => {
  const pty = openPty('/bin/bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'shell> ' } })
  open.push(pty)
  await pty.waitFor('shell>')
  pty.type(`${process.execPath} ${demo} terminal picking\r`)
  await pty.waitFor('❯ Ana')
  pty.type('be\x1a')
  await pty.waitFor(/Stopped[\s\S]*shell>/)
  pty.type('fg\r')
  await pty.waitFor(/Stopped[\s\S]*› be\n +❯ Bernát/)
  pty.type('\x15d\r')
  await pty.waitFor('[who: "Dora"]')
  await pty.waitFor('weighed down')
  pty.type('lo\x1a')
  await pty.waitFor(/❯◯ lonely[\s\S]*Stopped[\s\S]*shell>/)
  pty.type('fg\r')
  await pty.waitFor(/Stopped[\s\S]*Stopped[\s\S]*❯◯ lonely/)
  pty.type('\rn')
  await pty.waitFor('[words: ["lonely"]]')
  await pty.waitFor('[keep: false]')
})

test('writes in several lines, done with Ctrl-D', async () => {
  const pty = await writing()
  pty.type('I kept reaching for the phone to tell her about the interview and then remembering.\r')
  pty.type('Eleven times')
  await pty.waitFor(
    /▏I kept reaching .* interview and\n {2}▏then remembering\.\n {2}▏Eleven times\n {3}17 words/,
  )
  expect(drafted()).toMatch(/Eleven times$/)
  pty.type('\x04')
  await pty.waitFor('"end":"done"')
  await pty.waitFor('Did anyone')
  // The words stay on the screen, the keys do not.
  expect(pty.screen().join('\n')).toContain('▏Eleven times')
  expect(pty.screen().join('\n')).not.toContain('Ctrl-D')
})

test('Esc-Enter is done, and so is Esc, then Enter', async () => {
  const quick = await writing()
  quick.type('words\x1b\r')
  await quick.waitFor('"text":"words","end":"done"')
  const slow = await writing()
  slow.type('words\x1b')
  await new Promise(resolve => setTimeout(resolve, 700))
  slow.type('\r')
  await slow.waitFor('"text":"words","end":"done"')
})

test('the other ways out keep the words and leave the screen', async () => {
  for (const [key, end] of [
    ['\x0f', 'swap'],
    ['\x19', 'why'],
    ['\x12', 'blank'],
    ['\x18', 'enough'],
  ] as const) {
    const pty = await writing()
    pty.type(`words${key}`)
    await pty.waitFor(`"text":"words","end":"${end}"`)
  }
})

test('the editor gets the words, and gives them back even when it fails', async () => {
  const pty = await writing()
  pty.type('words\x07')
  await pty.waitFor('▏words (edited)')
  expect(drafted()).toBe('words (edited)')
  const failing = await writing({ env: { DEMO_INITIAL: 'fail' } })
  failing.type('\x07')
  await failing.waitFor('The editor ended with an error.')
  await failing.waitFor('▏fail')
})

test('a paste comes as it is, without what a terminal would obey', async () => {
  const pty = await writing()
  pty.paste('one\r\ntwo \x1b[31mred\x1b[0m\x07\n\ttabbed\rlast')
  await pty.waitFor('▏last')
  expect(drafted()).toBe('one\ntwo red\n\ttabbed\nlast')
  pty.type('\x1f')
  await pty.waitFor(/▏\n/)
  expect(drafted()).toBe('')
})

test('a new line comes with Shift-Enter, and nothing with what a terminal sends by itself', async () => {
  const pty = await writing()
  pty.type('one\x1b[27;2;13~two\x1b[13;2uthree')
  await pty.waitFor(/▏one\n {2}▏two\n {2}▏three\n/)
  for (const part of [
    '\x1b[<64;10;5M',
    '\x1b]11;rgb:1e1e/1e1e/1e1e\x07',
    '\x1b[?64;1c',
    '\x1b[24;80R',
  ])
    pty.type(`${part}.`)
  await pty.waitFor('▏three....\n')
  expect(drafted()).toBe('one\ntwo\nthree....')
})

test('emoji, wide and combining characters keep the cursor where it belongs', async () => {
  const pty = await writing()
  pty.type('e\u0301 眠り')
  await pty.waitFor('眠り')
  await pty.waitFor('2 words')
  const { x } = pty.cursor()
  expect(x).toBe(3 + 1 + 1 + 4)
  pty.paste('👩‍👩‍👧‍👦')
  await pty.waitFor('👩')
  pty.type('\x7f\x7f\x7f\x7f\x7f')
  await pty.waitFor(/▏\n/)
  expect(drafted()).toBe('')
})

test('100 kB pasted stay whole and workable', async () => {
  const pty = await writing()
  const long = `${'Eleven times, I counted, and then some. '.repeat(20)}\n`.repeat(125)
  pty.paste(long)
  await pty.waitFor(/17500 words/)
  pty.type('end')
  await pty.waitFor(/▏end\n/)
  await pty.waitFor('⋮')
  expect(drafted()).toBe(`${long}end`)
  expect(pty.screen()).toHaveLength(24)
  expect(pty.screen().join('\n')).toContain('What has been the heaviest')
})

test('50 kB that come as keys stay whole, and are kept by then', async () => {
  const pty = await writing()
  const long = 'Eleven times, I counted, and then some.\n'.repeat(1250)
  for (const line of long.match(/(?:.*\n){25}/g) ?? []) pty.type(line.replaceAll('\n', '\r'))
  pty.type('end')
  await pty.waitFor(/▏end\n/)
  expect(drafted()).toBe(`${long}end`)
})

test('whatever takes something off the screen does so within one frame', async () => {
  const pty = await writing()
  pty.type('one')
  await pty.waitFor('▏one')
  pty.paste(' and two')
  await pty.waitFor('▏one and two')
  pty.resize(60, 20)
  await pty.waitFor('▏one and two')
  pty.type('\x14')
  await pty.waitFor(/sister[\s\S]*▏one and two/)
  pty.type('\x0c')
  await pty.waitFor('Any key goes on.')
  pty.type('x\x04')
  await pty.waitFor('Did anyone')
  const asked = pty.raw().slice(pty.raw().indexOf('\x1b[?2026h'))
  const frames = asked.match(/\x1b\[\?2026h[\s\S]*?\x1b\[\?2026l/g) ?? []
  expect(frames.length).toBeGreaterThan(6)
  for (const frame of frames) expect(frame.lastIndexOf('\x1b[?2026h')).toBe(0)
  const outside = frames.reduce((rest, frame) => rest.replace(frame, ''), asked)
  expect(outside).not.toMatch(/\x1b\[\d?[JK]|2026/)
  // The screen is cleared and drawn in the same frame.
  const cleared = frames.filter(frame => frame.includes('\x1b[2J'))
  expect(cleared.length).toBeGreaterThan(1)
  for (const frame of cleared) expect(frame).toMatch(/▏one and two|Any key goes on/)
})

test('a resize draws everything again to fit', async () => {
  const pty = await writing()
  pty.type('I kept reaching for the phone to tell her about the interview')
  await pty.waitFor('interview')
  pty.resize(40, 18)
  await pty.waitFor(/▏I kept reaching for the phone to\n {2}▏tell her about the interview\n/)
  expect(pty.screen().filter(row => row.includes('▏'))).toHaveLength(2)
  pty.resize(100, 30)
  await pty.waitFor('▏I kept reaching for the phone to tell her about the interview\n')
  expect(pty.screen().filter(row => row.includes('▏'))).toHaveLength(1)
})

test('Ctrl-L leaves nothing of the page to be seen, and any key brings them back', async () => {
  const pty = await writing()
  pty.type('a secret')
  await pty.waitFor('▏a secret')
  pty.type('\x0c')
  await pty.waitFor('Any key goes on.')
  expect(pty.history().join('\n')).not.toContain('secret')
  expect(pty.history().join('\n')).not.toContain('Welcome')
  expect(pty.screen().filter(row => row !== '')).toEqual(['    Any key goes on.'])
  pty.type('x')
  await pty.waitFor('▏a secret')
  expect(drafted()).toBe('a secret')
  pty.type('\x0c\x18')
  await pty.waitFor('"end":"enough"')
  expect(pty.screen().filter(row => row.includes('▏'))).toEqual([])
})

test('Ctrl-L between two questions hides what is there and the question that comes', async () => {
  const pty = run('slow')
  await pty.waitFor('First?')
  pty.type('a secret\r')
  await pty.waitFor('[first: "a secret"]')
  pty.type('\x0c')
  pty.resize(70, 20)
  await pty.waitFor('Any key goes on.')
  expect(pty.history().join('\n')).not.toMatch(/secret|First|Second/)
  pty.type(' ')
  await pty.waitFor('Second?')
  pty.type('b\x0c\x18')
  await pty.waitFor('[enough]')
  expect(pty.history().join('\n')).not.toMatch(/First|Second|› b/)
})

test('Ctrl-Z and fg: the shell has the screen, then the words are back', async () => {
  const pty = openPty('/bin/bash', ['--norc', '--noprofile', '-i'], {
    env: { PS1: 'shell> ', DEMO_DRAFT: draft },
  })
  open.push(pty)
  await pty.waitFor('shell>')
  pty.type(`${process.execPath} ${demo} terminal write\r`)
  await pty.waitFor('Ctrl-D done')
  pty.type('one\rtwo\x1a')
  await pty.waitFor(/Stopped[\s\S]*shell>/)
  expect(drafted()).toBe('one\ntwo')
  pty.type('fg\r')
  await pty.waitFor(/Stopped[\s\S]*▏one\n {2}▏two\n {3}2 words/)
  pty.type(' three')
  await pty.waitFor('▏two three')
  pty.paste('\nfour')
  await pty.waitFor('▏four')
  pty.type('\x04')
  await pty.waitFor('"end":"done"')
})

test('a signal gives the terminal back as it was', async () => {
  const pty = await writing()
  pty.type('kept')
  await pty.waitFor('▏kept')
  pty.kill('SIGTERM')
  expect((await pty.exit).code).toBe(143)
  expect(pty.raw()).toContain('\x1b[?25h\x1b[?2004l')
  expect(drafted()).toBe('kept')
})

test('a closed window stops the writing, and its words are not lost', async () => {
  const pty = await writing({ env: { DEMO_STAY: '1' } })
  pty.type('kept')
  await pty.waitFor('▏kept')
  pty.closeWindow()
  await pty.exit
  expect(drafted()).toBe('kept')
})

test('a screen with hardly any room still shows the row with the cursor', async () => {
  const pty = run('write', { cols: 20, rows: 5 })
  await pty.waitFor('▏')
  pty.type('one\rtwo\rthree')
  await pty.waitFor(/[▏⋮]three/)
  pty.type('\x1b[A\x1b[A')
  await pty.waitFor(/[▏⋮]one/)
  expect(
    pty
      .history()
      .join('\n')
      .match(/What has been/g)?.length ?? 0,
  ).toBeLessThanOrEqual(1)
})

test('more words than rows scroll inside the field', async () => {
  const pty = await writing({ rows: 12 })
  pty.paste(Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n'))
  await pty.waitFor('▏line 29')
  expect(pty.screen().join('\n')).toMatch(/heaviest[\s\S]*⋮line 2/)
  pty.type('\x1b[1;5H')
  await pty.waitFor('▏line 0')
  expect(pty.screen().join('\n')).toMatch(/heaviest.*\n\n {2}▏line 0[\s\S]*⋮line/)
})
