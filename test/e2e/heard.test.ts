// What a screen reader says: text in the order in which it was written, and nothing else.
import { expect, test } from 'vitest'
import { aHome, hearten, open, openCommand, run } from './program.ts'

/**
 * Stands between the program and the ear, and lets text and line breaks through. Whatever moves the cursor, hides
 * it, colours or takes something back is a fault: it would be lost, or said as noise.
 */
function heard(raw: string): string[] {
  const text = raw.replaceAll('\r\n', '\n')
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\x80-\x9f]/)
  return text.split('\n')
}

/**
 * Keeps a terminal open until it is told that everything was read: with the last program in it the system takes what is
 * still to be read away, beyond the first 4,096 bytes.
 */
const toTheLastByte = (command: readonly string[]) => [
  ...['/bin/sh', '-c', '"$@"; echo "ended with $?"; read -r _', 'sh'],
  ...command,
]

/** Lines that begin with something that says nothing by itself: a frame, a bar, a bullet, a dash. */
const pointless = (lines: readonly string[]) =>
  lines.filter(line => line.trim() !== '' && !/^\s*["'“‘(+`]*(?:--)?[\p{L}\p{N}]/u.test(line))

/** Names, quotes and findings in an answer, wherever they stand in it. */
function told(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, value]) =>
    typeof value !== 'string'
      ? told(value)
      : /^(name|text|label|word|number|emergency)$/.test(key)
        ? // Its last stop may be a comma in a longer sentence.
          [inOneLine(value).replace(/[.,;]$/, '')]
        : [],
  )
}

/** As it reads, however it is broken into lines. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

test('a review, a list, insights and the calendar lose nothing on the way to the ear', async () => {
  const home = aHome()
  expect((await run(home, ['demo', '--into', home.hearten])).code).toBe(0)
  for (const line of [
    ['review', 'all'],
    ['review', 'month'],
    ['list', '--limit', '30'],
    ['insights'],
    ['people'],
    ['toolkit'],
    ['promise', '--no-input'],
    ['help-now', '--country', 'Ireland'],
    ['status'],
    ['calendar'],
    ['prompts', '--theme', 'growth'],
  ]) {
    const env = { ACCESSIBLE: '1', COLUMNS: '100' }
    const pty = openCommand(home, toTheLastByte(hearten(...line)), { env, cols: 100, rows: 60 })
    await pty.waitFor('ended with 0')
    const lines = heard(pty.raw().replace(/ended with 0\s*$/, ''))
    pty.type('\r')
    await pty.exit
    expect({ line, pointless: pointless(lines) }).toEqual({ line, pointless: [] })
    // Whatever of it is shown to the eye is there for the ear.
    const [eye, data] = await Promise.all([
      run(home, [...line, '--no-color']),
      run(home, [...line, '--json']),
    ])
    const shown = told(JSON.parse(data.out)).filter(text => inOneLine(eye.out).includes(text))
    expect({ line, shown: shown.length }).toSatisfy(() => shown.length > 0 || line[0] === 'status')
    const said = inOneLine(lines.join(' '))
    expect({ line, lost: shown.filter(text => !said.includes(text)) }).toEqual({ line, lost: [] })
  }
})

test('whoever cannot be shown anything else is still shown people to call, in time', async () => {
  const home = aHome()
  for (const env of [{ ACCESSIBLE: '1' }, { TERM: 'dumb' }, { TERM: '' }]) {
    const pty = open(home, ['help-now', '--country', 'GB'], { env })
    expect((await pty.exit).code).toBe(0)
    const [first = ''] = heard(pty.raw())
    expect(first).toMatch(/emergency|999|call/i)
  }
})
