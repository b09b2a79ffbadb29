import { expect, test } from 'vitest'
import { aHome, entriesOf, open } from './program.ts'
import { answer, asked } from './sitting.ts'

/** Keys for a whole session; Ctrl-D ends a page, and one on an empty page or line skips it. */
const keys = ['3', '4', 'calm\r', '4', 'words', '\x04', '\x04', '4', '2', 'sister\r', '3']

// Between two questions nobody reads, for a millisecond or so; which keys fall into it is chance.
test.each([0, 1, 2, 3, 4, 5, 6, 7])('a session typed without looking up, pause %i', async pause => {
  const home = aHome()
  const pty = open(home, ['--theme', 'compassion', '--length', 'deep'])
  await asked(pty, 'right now?')
  for (const key of keys) {
    pty.type(key)
    const until = performance.now() + pause
    do await new Promise(resolve => setImmediate(resolve))
    while (performance.now() < until)
  }
  await pty.waitFor('And now, on leaving?')
  pty.type('\x18')
  await pty.waitFor('Saved for')
  expect((await pty.exit).code).toBe(0)
  expect(await entriesOf(home)).toMatchObject([
    { kind: 'checkin', mood: 3, energy: 4, feelings: ['calm'] },
    {
      text: 'words',
      details: { strengthBefore: 4, strengthAfter: 4, understood: 2, understoodBy: ['sister'] },
    },
    { kind: 'checkin', mood: 3 },
  ])
})

test('words that mean nothing at a question and may call for people are told where those are', async () => {
  const pty = open(aHome(), ['--theme', 'compassion'])
  await asked(pty, 'right now?')
  pty.type('awful\r')
  await pty.waitFor('That is not one of them. Enter')
  pty.type('i want to die\r')
  await pty.waitFor('That is not one of them. Ctrl-T shows people to call.')
  await answer(pty, 'right now?', '\x03')
  await pty.exit
})
