export interface Key {
  /** What was pressed: 'a', 'return', 'up', … */
  readonly name: string
  /** What it types, when it types something. */
  readonly text: string
  readonly ctrl: boolean
  readonly meta: boolean
  /** Everything of one paste, cleaned; `name` is 'paste' then. */
  readonly pasted?: true
}

const controls: Record<string, string> = {
  '\r': 'return',
  '\n': 'return',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x1b': 'escape',
  ' ': 'space',
}

/** By the last letter of CSI and SS3. */
const byLetter: Record<string, string> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  S: 'f4',
  Z: 'backtab',
}

/** By the number before a tilde (xterm, VT220), or before $, ^ and @ (rxvt). */
const byNumber: Record<number, string> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  14: 'f4',
  200: 'paste-start',
  201: 'paste-end',
}

/** Function keys of the Linux console: CSI [ and a letter. */
const linuxKeys: Record<string, string> = { A: 'f1', B: 'f2', D: 'f4' }

/** What kitty's protocol numbers from 57399 on: what the number pad types, then its other keys. */
const PAD = 57399
const padTypes = '0123456789./*-+\r=,'
const padNames = 'left right up down pageup pagedown home end insert delete'.split(' ')

const SHIFT = 1
const ALT = 2
const CTRL = 4
/** kitty's number for a key that is let go. */
const RELEASED = 3

/** A character by itself, or with Alt. */
export function plainKey(character: string, meta: boolean): Key {
  const named = controls[character]
  const ctrl = named === undefined && character >= '\x01' && character <= '\x1a'
  const letter = ctrl ? String.fromCharCode(character.charCodeAt(0) + 0x60) : character
  const types = !ctrl && !meta && !/[\x00-\x1f\x7f-\x9f]/.test(character)
  const name = named ?? (/[A-Z]/.test(letter) ? letter.toLowerCase() : letter)
  return { name, text: types ? character : '', ctrl, meta }
}

/** The key that a complete sequence stands for; none where it is no key, or one without use here. */
export function keyOfSequence(sequence: string, alt: boolean): Key[] {
  const parts = /^\x1b([[O])(\[?[\d;:]*)(.)$/su.exec(sequence)
  if (!parts) return []
  const [, kind, parameters = '', last = ''] = parts
  const fields = parameters.split(';').map(field => field.split(':').map(Number))
  const [code = 0, shifted = 0] = fields[0] ?? []
  const [modifiers = 1, event = 1] = fields[1] ?? []
  if (event === RELEASED) return []
  // SS3 has the modifiers alone: ESC O 5 A.
  const held = Math.max(0, (kind === 'O' ? code : modifiers) - 1)
  const named = (name: string | undefined, more = 0): Key[] => {
    if (name === undefined) return []
    const bits = held | more
    return [{ name, text: '', ctrl: (bits & CTRL) !== 0, meta: alt || (bits & ALT) !== 0 }]
  }

  if (parameters === '[') return named(linuxKeys[last])
  // Keys with Ctrl (SS3) and Shift (CSI) of rxvt.
  if (last >= 'a' && last <= 'd' && parameters === '')
    return named(byLetter[last.toUpperCase()], kind === 'O' ? CTRL : SHIFT)
  if (kind === 'O') {
    // The number pad in its other mode: Enter, and what it types from * to 9.
    if (last === 'M') return named('return')
    if (last >= 'j' && last <= 'y')
      return [plainKey(String.fromCharCode(last.charCodeAt(0) - 0x40), alt)]
    return named(byLetter[last])
  }
  // xterm's modifyOtherKeys: 27, what is held, the character.
  if (last === '~' && code === 27 && fields.length === 3)
    return typedKeys(fields[2] ?? [], held, alt)
  if (last === '^' || last === '@') return named(byNumber[code], CTRL)
  if (last === '~' || last === '$') return named(byNumber[code])
  if (last !== 'u') return named(byLetter[last])
  if (code >= PAD + padTypes.length && code < PAD + padTypes.length + padNames.length)
    return named(padNames[code - PAD - padTypes.length])
  const text = fields[2]?.filter(point => point > 0) ?? []
  const upper = held & SHIFT ? shifted || pointOfUpper(code) : code
  const point = padTypes.codePointAt(code - PAD) ?? upper
  return typedKeys(text.length > 0 && !(held & (ALT | CTRL)) ? text : [point], held, alt)
}

/** Characters that came as numbers. With Ctrl they are what a terminal sends that knows no such sequences. */
function typedKeys(points: readonly number[], held: number, alt: boolean): Key[] {
  return points.filter(isCharacter).flatMap(point => {
    const character = String.fromCodePoint(point)
    const plain = plainKey(character, alt || (held & ALT) !== 0)
    if (plain.name === 'tab' && held & SHIFT)
      return [{ name: 'backtab', text: '', ctrl: false, meta: false }]
    if (!(held & CTRL)) return [plain]
    if (character in controls) return [{ ...plain, text: '', ctrl: true }]
    if (point < 0x40 || point > 0x7e) return []
    return [plainKey(String.fromCharCode(point & 0x1f), plain.meta)]
  })
}

/** Kitty numbers keys that type nothing, such as the volume, among the private characters. */
const isCharacter = (point: number): boolean =>
  (point > 0 && point < 0xd800) || (point > 0xf8ff && point <= 0x10ffff)

function pointOfUpper(point: number): number {
  const upper = isCharacter(point) ? String.fromCodePoint(point).toUpperCase() : ''
  // One letter may become two, as ß does; no key types both.
  return [...upper].length === 1 ? (upper.codePointAt(0) ?? point) : point
}
