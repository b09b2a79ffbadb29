import { EventEmitter } from 'node:events'
import { emitKeypressEvents } from 'node:readline'
import { PassThrough } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { keyboardOn } from '../../src/dialogue/keyboard.ts'
import type { Key } from '../../src/dialogue/keys.ts'
import { keysIn, sequences, textIn } from '../../src/dialogue/sequences.ts'
import fc from '../helpers/properties.ts'

afterEach(() => vi.useRealTimers())

const named = (input: string) =>
  keysIn(input).map(
    ({ name, text, ctrl, meta }) => `${ctrl ? 'ctrl ' : ''}${meta ? 'meta ' : ''}${text || name}`,
  )

test.each([
  // xterm, VT220, the Linux console, rxvt
  ['\x1b[A\x1bOB\x1b[C\x1bOD', 'up down right left'],
  ['\x1b[H\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~', 'home end home end home end'],
  ['\x1b[3~\x1b[5~\x1b[6~', 'delete pageup pagedown'],
  ['\x1b[1;5C\x1b[1;3D\x1bO5A', 'ctrl right meta left ctrl up'],
  ['\x1bOP\x1b[11~\x1b[[A\x1bOQ\x1b[12~\x1b[[B', 'f1 f1 f1 f2 f2 f2'],
  ['\x1bOS\x1b[14~\x1b[[D\x1b[Z\x1b[9;2u', 'f4 f4 f4 backtab backtab'],
  ['\x1b[a\x1bOa\x1b[7$\x1b[3^\x1b[3@', 'up ctrl up home ctrl delete ctrl delete'],
  ['\x1bOM\x1bOj\x1bOq\x1bOy', 'return * 1 9'],
  // with Alt
  ['\x1bb\x1b\r\x1b\x7f\x1b\x1b[A', 'meta b meta return meta backspace meta up'],
  // modifyOtherKeys and kitty
  ['\x1b[27;2;13~\x1b[13;2u\x1b[13u', 'return return return'],
  ['\x1b[27;5;120~\x1b[120;5u\x1b[116:84;6u', 'ctrl x ctrl x ctrl t'],
  ['\x1b[27;2;65~\x1b[97;2u\x1b[97:65;2u\x1b[233u', 'A A A é'],
  ['\x1b[27u\x1b[127u\x1b[127;5u\x1b[9u', 'escape backspace ctrl backspace tab'],
  ['\x1b[97;1;98:99u\x1b[98;3u\x1b[13;3u', 'b c meta b meta return'],
  ['\x1b[57400u\x1b[57414u\x1b[57419u\x1b[57426u', '1 return up delete'],
  ['\x1b[97;1:3u\x1b[1;1:3A\x1b[3;1:3~', ''],
  ['\x1b[57441u\x1b[57430u', ''],
  ['\x1b[200~', 'paste-start'],
])('keys: %j', (input, expected) => {
  expect(named(input).join(' ')).toBe(expected)
})

test('Escape and Alt with a bracket are keys of their own once nothing follows', () => {
  expect(named('\x1b')).toEqual(['escape'])
  expect(named('\x1b\x1b')).toEqual(['escape'])
  expect(named('\x1b]')).toEqual(['meta ]'])
})

const digits = fc.integer({ min: 0, max: 300 })
const number = fc.constantFrom(
  ...Array.from({ length: 16 }, (_, at) => String.fromCharCode(0x30 + at)),
)
const printable = fc.string({ unit: fc.constantFrom(...' abc;:/=?019~[]{}'), maxLength: 12 })
const from = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map(code => String.fromCharCode(code))
const three = fc.string({ unit: from(0x20, 0x7e), minLength: 3, maxLength: 3 })

/** Well-formed, and of no key that types or changes anything. */
const silent = fc.oneof(
  // Mouse: SGR, urxvt, X10
  fc
    .tuple(digits, digits, digits, fc.constantFrom('M', 'm'))
    .map(([a, b, c, end]) => `\x1b[<${a};${b};${c}${end}`),
  fc.tuple(digits, digits, digits).map(([a, b, c]) => `\x1b[${a};${b};${c}M`),
  three.map(bytes => `\x1b[M${bytes}`),
  // Answers: attributes, where the cursor is, modes, sizes, focus, kitty's flags
  fc.constantFrom(
    '\x1b[?64;1;2c',
    '\x1b[>0;276;0c',
    '\x1b[=1c',
    '\x1b[0n',
    '\x1b[?2026;2$y',
    '\x1b[20;1$y',
  ),
  fc.tuple(digits, digits).map(([row, column]) => `\x1b[${row};${column}R`),
  fc.constantFrom('\x1b[8;24;80t', '\x1b[I', '\x1b[O', '\x1b[?1u', '\x1b[?5;3:2u'),
  // CSI of any kind with a private mark, or an intermediate one and a last that is no key's
  fc
    .tuple(
      from(0x3c, 0x3f),
      fc.array(number, { maxLength: 8 }),
      fc.array(from(0x20, 0x2f), { maxLength: 2 }),
      from(0x40, 0x7e),
    )
    .map(
      ([mark, parameters, between, last]) =>
        `\x1b[${mark}${parameters.join('')}${between.join('')}${last}`,
    ),
  // Function keys, with and without what is held
  fc
    .tuple(
      fc.constantFrom(13, 15, 17, 18, 19, 20, 21, 23, 24, 29, 34),
      fc.constantFrom('', ';2', ';5', ';1:3'),
    )
    .map(([code, held]) => `\x1b[${code}${held}~`),
  fc.constantFrom('\x1bOR', '\x1b[1;2R', '\x1b[[C', '\x1b[[E', '\x1b[57441;2u'),
  // Strings: OSC, DCS, SOS, PM, APC, ended either way
  fc
    .tuple(fc.constantFrom(...']PX^_'), printable, fc.constantFrom('\x07', '\x1b\\'))
    .map(([kind, text, end]) => `\x1b${kind}${text}${end}`),
  fc.constantFrom(
    '\x1b]11;rgb:1e1e/1e1e/1e1e\x07',
    '\x1b]10;rgb:ffff/ffff/ffff\x1b\\',
    '\x1bP1$r0m\x1b\\',
    '\x1bP>|XTerm(397)\x1b\\',
    '\x1b_Gi=31;OK\x1b\\',
  ),
)
const letters = fc.string({
  unit: fc.constantFrom('a', 'M', '~', '[', ' ', '7', ';', 'é', '眠', '👩'),
  maxLength: 4,
})
const stream = fc.array(fc.tuple(letters, silent, letters), { minLength: 1, maxLength: 6 })
const input = (parts: readonly (readonly string[])[]) => parts.flat().join('')
const typed = (parts: readonly (readonly [string, string, string])[]) =>
  parts.map(([before, , after]) => before + after).join('')
const text = (keys: readonly Key[]) => keys.map(key => key.text || `<${key.name}>`).join('')

test('between letters, sequences of every family leave exactly the letters, cut anywhere', () => {
  fc.assert(
    fc.property(stream, parts => {
      const all = input(parts)
      expect(text(keysIn(all))).toBe(typed(parts))
      for (let cut = 0; cut <= all.length; cut++) {
        const { take, flush } = sequences()
        const keys = [...take(all.slice(0, cut)), ...take(all.slice(cut)), ...flush()]
        expect(text(keys)).toBe(typed(parts))
      }
      const { take } = sequences()
      expect(text(all.split('').flatMap(take))).toBe(typed(parts).split('').join(''))
    }),
    { numRuns: 300 },
  )
})

test('the same through readline, byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(stream, async parts => {
      const terminal = new PassThrough()
      emitKeypressEvents(terminal)
      const keyboard = keyboardOn(terminal)
      const keys: Key[] = []
      keyboard.listen(key => keys.push(key))
      await Promise.resolve()
      for (const byte of Buffer.from(input(parts))) terminal.emit('data', Buffer.of(byte))
      expect(text(keys)).toBe(typed(parts))
      keyboard.close()
    }),
  )
})

test('a paste and a line lose their sequences as well', () => {
  fc.assert(
    fc.property(stream, parts => {
      expect(textIn(input(parts))).toBe(typed(parts))
    }),
  )
  expect(textIn('a\r\n\tb\rc\x00\x9b')).toBe('a\n\tb\nc')
})

test('words typed behind Alt and a bracket come as soon as it is plain that they are no sequence', async () => {
  vi.useFakeTimers()
  const terminal = new EventEmitter()
  const keyboard = keyboardOn(terminal)
  const keys: Key[] = []
  keyboard.listen(key => keys.push(key))
  await Promise.resolve()
  const press = (sequence: string, name?: string) =>
    terminal.emit('keypress', sequence, { sequence, name })
  press('\x1b]')
  for (const letter of 'ab') press(letter, letter)
  expect(text(keys)).toBe('')
  vi.runAllTimers()
  expect(keys.map(({ text, name }) => text || name).join('')).toBe(']ab')
  press('\x1b]')
  press('c', 'c')
  press('\r', 'return')
  expect(keys.slice(3).map(({ text, name }) => text || name)).toEqual([']', 'c', 'return'])
  keyboard.close()
})

test('a long string is looked through once, not at each letter', () => {
  const looks = vi.spyOn(RegExp.prototype, 'exec')
  const { take } = sequences()
  take('\x1b]52;c;')
  looks.mockClear()
  for (let letter = 0; letter < 1000; letter++) take('x')
  const looked = looks.mock.calls.reduce((sum, [characters]) => sum + characters.length, 0)
  expect(looked).toBe(1000)
  expect(take('\x07y')).toMatchObject([{ text: 'y' }])
  looks.mockRestore()
})

test('a paste without sequences is what it is with one in front, which is taken apart', () => {
  const unit = fc.oneof(from(0, 0xa0), fc.constantFrom('眠', '👩', '\ud83d', '\r\n', '\u2028'))
  fc.assert(
    fc.property(fc.array(unit), units => {
      const pasted = units.join('')
      expect(textIn(pasted)).toBe(textIn(`\x1b[0m${pasted}`))
    }),
    { numRuns: 1000 },
  )
})
