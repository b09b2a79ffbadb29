import { describe, expect, test, vi } from 'vitest'
import type { Pty } from '../helpers/pty.ts'
import { aHome, draftsOf, entriesOf, isDrafted, open } from './program.ts'
import { patience } from './sitting.ts'

/** Somebody who listens, and answers line by line. */
function listener(pty: Pty) {
  let from = 0
  const hears = async (words: string) => {
    await vi.waitFor(() => {
      const said = pty.raw().replaceAll('\r', '')
      const at = said.indexOf(words, from)
      if (at < 0) throw new Error(`Never said: ${words}\n${said.slice(from)}`)
      from = at + words.length
    }, patience)
  }
  return {
    hears,
    /** Waits for the question, answers, and lets the answer stand when it is read back. */
    async answers(question: string, line: string, spoken = line) {
      await hears(question)
      pty.type(`${line}\r`)
      if (line === '') return
      await hears(`\n${spoken}. Enter keeps it, or answer again.`)
      pty.type('\r')
    },
    async writes(question: string, ...lines: string[]) {
      await hears(question)
      await hears('A line with a single . ends it')
      for (const line of [...lines, '.']) pty.type(`${line}\r`)
    },
  }
}

describe.each([
  ['--plain', ['--plain'], {}],
  ['TERM=dumb', [], { TERM: 'dumb' }],
  ['ACCESSIBLE=1', [], { ACCESSIBLE: '1' }],
])('a whole session with %s', (_, flags, env) => {
  test('is linear text: not one escape, every choice numbered, answers corrected', async () => {
    const home = aHome()
    const pty = open(home, flags, { env })
    const { hears, answers, writes } = listener(pty)

    await hears('Welcome.')
    await hears(
      'How are you, right now?\n1. very low\n2. low\n3. in between\n4. good\n5. very good\n',
    )
    pty.type('7\r')
    await hears('That is not one of them.')
    pty.type('4\r')
    await hears('good. Enter keeps it, or answer again.')
    pty.type('very low\r')
    await answers('', '2', 'low')
    await hears('1. a few minutes, one theme\n2. a quarter of an hour')
    await answers('Enter for a few minutes.', '2', 'a quarter of an hour')
    await answers('And your energy?', '3', 'some')
    await answers('1. write\n2. only pick', '1', 'write')
    await answers('Is there a word for it?', 'lonely')

    await hears('Compassionate Understanding')
    await hears('A line with a single . ends it')
    pty.type('Line one\rLine two\r/deeper\r')
    await writes('', 'Deeper down')
    await answers('How strong is the feeling now?', '5', 'filling everything')
    await answers('Did anyone understand, even a little?', 'sister')
    await hears('Shared Experiences')
    await hears('A line with a single . ends it')
    pty.type('/why\r')
    await hears('Chosen')
    await hears('A line with a single . ends it')
    pty.type('/swap\r')
    await hears('A line with a single . ends it')
    pty.type('wrong\r/undo\r')
    await hears('Taken back: wrong')
    pty.type('right\r/again\r')
    await hears('\nright\n')
    pty.type('.\r')
    await answers('1. a talk with someone\n', '1', 'a talk with someone')
    await answers('Do you feel less alone with it?', '4')
    await writes('Emotional Support')
    await hears('Accountability and Motivation')
    await hears('A line with a single . ends it')
    pty.type('/help\r')
    await hears('emergency number')
    pty.type('/enough\r')
    await hears('Enough for today is a good answer.')
    await hears('Saved for')
    expect((await pty.exit).code).toBe(0)

    expect(pty.raw()).not.toContain('\x1b')
    expect(pty.raw()).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]/)
    expect(pty.raw()).not.toMatch(/[│┃─━▏❯›]/)
    expect(await entriesOf(home)).toMatchObject([
      { kind: 'checkin', mood: 2, energy: 3, feelings: ['lonely'] },
      {
        ...{ theme: 'compassion', text: 'Line one\nLine two', people: ['sister'] },
        details: { strengthAfter: 5, understoodBy: ['sister'] },
      },
      { theme: 'compassion', text: 'Deeper down', prompt: { deeper: true } },
      { theme: 'shared', text: 'right', details: { source: 'person', lessAlone: 4 } },
    ])
    expect(draftsOf(home)).toEqual([])
  })
})

test('a plain session that was stopped is picked up', async () => {
  const home = aHome()
  const first = open(home, ['--plain', '--theme', 'growth'])
  const one = listener(first)
  await one.answers('How are you', '3', 'in between')
  await one.answers('And your energy?', '4', 'enough')
  await one.answers('Which words come near?', '')
  await one.hears('A line with a single . ends it')
  first.type('Half a thought\r')
  await vi.waitFor(() => expect(isDrafted(home, 'Half a thought')).toBe(true), patience)
  first.type('\x03')
  expect((await first.exit).code).toBe(130)

  const second = open(home, ['--plain'])
  const two = listener(second)
  await two.hears('(Learning and Growth, 3\nwords).')
  await two.answers('1. pick it up\n2. keep what is there\n3. let it go', '1', 'pick it up')
  await two.hears('So far:\nHalf a thought')
  second.type('and the rest\r.\r')
  await two.hears('Which line in this is worth keeping?')
  second.type('/enough\r')
  await two.hears('Saved for')
  expect((await second.exit).code).toBe(0)
  expect(await entriesOf(home)).toMatchObject([
    { mood: 3 },
    { text: 'Half a thought\nand the rest' },
  ])
})
