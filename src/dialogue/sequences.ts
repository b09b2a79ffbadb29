import type { Key } from './keys.ts'
import { keyOfSequence, plainKey } from './keys.ts'

/**
 * Takes apart what a terminal sends: characters, and escape sequences of every family. A terminal
 * that another program left in some mode, or that answers a question late, sends many that mean
 * nothing here. Each must be known to its end, or what is left of it becomes text.
 */
export interface Sequences {
  /** The next characters, cut anywhere; a sequence that is not complete is held until the rest comes. */
  take(characters: string): Key[]
  /** Nothing more comes: what is held was no sequence, but Escape, or Alt and a bracket. */
  flush(): Key[]
  /** Whether the beginning of a sequence is held. */
  readonly holding: boolean
}

// The forms of ECMA-48, as keys and answers use them: CSI, SS3, and the strings OSC, DCS, SOS, PM and APC.
const CSI = String.raw`\x1b\[`
const SS3 = String.raw`\x1bO`
const STRING = String.raw`\x1b[\]PX^_][^\x00-\x1f\x7f-\x9f]*`

/** ESC before a whole sequence is Alt. The first three forms are not as the standard has them. */
const COMPLETE = new RegExp(
  `^(\\x1b?)(?:${[
    // A mouse report of xterm's first kind: three characters follow.
    `${CSI}M.{3}`,
    // Function keys of the Linux console, and keys with Shift of rxvt.
    `${CSI}\\[[A-E]`,
    `${CSI}\\d\\$`,
    `${CSI}(?![M[])[\\x30-\\x3f]*[\\x20-\\x2f]*[\\x40-\\x7e]`,
    `${SS3}\\d*[\\x40-\\x7e]`,
    `${STRING}(?:\\x07|\\x1b\\\\)`,
  ].join('|')})`,
  'su',
)
const INCOMPLETE = new RegExp(
  `^\\x1b\\x1b$|^\\x1b?(?:${[
    `${CSI}(?:M.{0,2}|\\[|[\\x30-\\x3f]*[\\x20-\\x2f]*)`,
    `${SS3}\\d*`,
    `${STRING}\\x1b?`,
  ].join('|')})?$`,
  'su',
)
const STRING_GOES_ON = /^[^\x00-\x1f\x7f-\x9f]+$/
/** CSI and SS3 that come to nothing. A broken string may be Alt, a letter, and then words: those are kept. */
const BROKEN = new RegExp(`^\\x1b?(?:${CSI}[\\x20-\\x3f]+|${SS3}\\d+)`)

export function sequences(): Sequences {
  let held = ''
  let inString = false

  /** The keys of the first thing held: none for what means nothing, undefined while the rest may come. */
  const next = (atEnd: boolean): Key[] | undefined => {
    if (!held.startsWith('\x1b')) return [cutPlain(0)]
    const [whole, alt = ''] = COMPLETE.exec(held) ?? []
    if (whole !== undefined) {
      held = held.slice(whole.length)
      return keyOfSequence(whole.slice(alt.length), alt !== '')
    }
    if (!atEnd && INCOMPLETE.test(held)) return undefined
    const [broken] = BROKEN.exec(held) ?? []
    if (broken === undefined) return [cutPlain(/^\x1b*/.exec(held)?.[0].length ?? 0)]
    held = held.slice(broken.length)
    return []
  }
  /** A character, with Alt when escapes stand before it; escapes alone are the key of that name. */
  const cutPlain = (escapes: number): Key => {
    const character = String.fromCodePoint(held.codePointAt(escapes) ?? 0x1b)
    held = held.slice(escapes + character.length)
    return plainKey(character, escapes > 0 && character !== '\x1b')
  }
  const drain = (atEnd: boolean): Key[] => {
    const keys: Key[] = []
    while (held !== '') {
      const found = next(atEnd)
      if (!found) break
      keys.push(...found)
    }
    inString = /^\x1b{1,2}[\]PX^_]/.test(held) && !held.endsWith('\x1b')
    return keys
  }

  return {
    take(characters) {
      // Most of what comes is one letter, and many may come at once.
      if (held === '' && /^[^\x1b]$/u.test(characters)) return [plainKey(characters, false)]
      held += characters
      // A long string that comes letter by letter is not looked through again at each.
      return inString && STRING_GOES_ON.test(characters) ? [] : drain(false)
    },
    flush: () => drain(true),
    get holding() {
      return held !== ''
    },
  }
}

/** The keys of what came as a whole. */
export function keysIn(input: string): Key[] {
  const { take, flush } = sequences()
  return [...take(input), ...flush()]
}

/** The text in a paste or a line: without sequences and control characters but tabs and line breaks. */
export function textIn(input: string): string {
  const text = input.replace(/\r\n?/g, '\n')
  // Before the first escape there is nothing to take apart, and a paste may be long.
  const [plain = ''] = text.split('\x1b', 1)
  const rest = keysIn(text.slice(plain.length))
  return plain.replace(CONTROL, '') + rest.map(typed).join('')
}

const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g

function typed({ name, text, ctrl, meta }: Key): string {
  if (ctrl || meta) return ''
  if (name === 'return') return '\n'
  return name === 'tab' ? '\t' : text
}
