import type { Entry } from '../journal/entry.ts'
import { inOtherWords } from '../journal/fields/read.ts'
import { nameKey, withoutAccents } from '../journal/person.ts'
import type { Mention } from './mentioning.ts'
import { naming } from './mentioning.ts'

/** How people are called instead: by their first letters, or by names that are not theirs. */
export type Redaction = 'initials' | 'pseudonyms'

/** Calls everybody by another name, the same throughout. */
export interface Redactor {
  entry<E extends Entry>(entry: E): E
  text(text: string): string
}

/** Somebody, and every name for them. */
export interface Named {
  readonly name: string
  readonly aliases: readonly string[]
}

/** Names that could be anybody's. */
const pseudonyms = [
  'Alex',
  'Robin',
  'Sam',
  'Noa',
  'Kim',
  'Jo',
  'Charlie',
  'Toni',
  'Sasha',
  'Luca',
  'Mika',
  'Andrea',
  'Nico',
  'Kay',
  'Ariel',
  'Jules',
  'Dana',
  'Remy',
  'Sky',
  'Uli',
  'Quinn',
  'Ira',
  'Blair',
  'Ezra',
  'Fynn',
  'Gale',
  'Hollis',
  'Indigo',
  'Jamie',
  'Lane',
]
/** What stands before a name and is none. */
const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'sir',
  'frau',
  'herr',
  'aunt',
  'auntie',
  'uncle',
  'grandpa',
  'grandma',
  'granddad',
  'granny',
  'father',
  'mother',
  'sister',
  'brother',
  'my',
  'the',
  'old',
  'little',
  'big',
  // Of two letters: what stands in the midst of a name, and what begins many sentences.
  ...'de da do du la le el st jr sr ii iv'.split(' '),
  ...'ah am an as at be by go he hi if in is it me my no of oh ok on or so to up us we'.split(' '),
])
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const telephone = /(?<![\p{L}\p{N}-])\+?\(?\d(?:[\s()/.-]{0,2}\d){6,14}(?![\p{L}\p{N}-])/gu
const day = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/

/**
 * Everybody by another name, the same throughout: in words, tags and wherever names are given. Also a part of a name,
 * where it begins with a capital. Telephone numbers and addresses for mail go too.
 *
 * @param people in the order in which they get their other names; two entries that mean one person count once
 */
export function redacting(people: readonly Named[], how: Redaction): Redactor {
  const called = new Map<string, string>()
  const parts = new Map<string, string>()
  const taken = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameKey))
  const given = new Set<string>()
  for (const { name, aliases } of people) {
    if (called.has(nameKey(name))) continue
    const all = [name, ...aliases]
    const other = free(how === 'initials' ? [initialsOf(name)] : pseudonyms, taken, given)
    given.add(nameKey(other))
    for (const it of all) called.set(nameKey(it), other)
    for (const part of all.flatMap(partsOf)) parts.set(part, other)
  }
  for (const key of called.keys()) parts.delete(key)
  const placesOf = naming([...called.keys(), ...parts.keys()])

  const text = (words: string): string => {
    const { plain, from } = foldedWithPlaces(words)
    const isCapital = ({ start }: Mention) => /^\p{Lu}/u.test(words.slice(from[start]))
    const found = [...placesOf(plain)]
      .filter(place => called.has(place.key) || isCapital(place))
      // Of names within one another the longest; of one place, once.
      .sort((a, b) => a.start - b.start || b.end - a.end)
    let out = ''
    let at = 0
    for (const { start, end, key } of found) {
      const begin = from[start] ?? words.length
      if (begin < at) continue
      out += words.slice(at, begin) + (called.get(key) ?? parts.get(key) ?? '')
      at = from[end] ?? words.length
    }
    return (out + words.slice(at))
      .replace(email, '(address)')
      .replace(telephone, number => (day.test(number) ? number : '(number)'))
  }
  return {
    text,
    entry: entry => {
      const redacted = inOtherWords(entry, words => text(words))
      // A question of one's own may name somebody, too.
      const { prompt } = redacted
      return prompt ? { ...redacted, prompt: { ...prompt, text: text(prompt.text) } } : redacted
    },
  }
}

/** "Mr Okafor" as "M. O.". */
const initialsOf = (name: string): string =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => `${[...word][0]?.toUpperCase()}.`).join(' ') ||
  'X.'

function free(wanted: readonly string[], taken: ReadonlySet<string>, given: ReadonlySet<string>) {
  const isFree = (name: string) => !taken.has(nameKey(name)) && !given.has(nameKey(name))
  const found = wanted.find(isFree)
  if (found !== undefined) return found
  const base = wanted.length === 1 ? (wanted[0] ?? '') : 'Person'
  for (let n = 2; ; n++) if (isFree(`${base} (${n})`)) return `${base} (${n})`
}

/** The words of a name that are names by themselves. */
const partsOf = (name: string): string[] =>
  (nameKey(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    word => word.length > 1 && !titles.has(word),
  )

/** A text as `nameKey` has it, and of each of its letters where it stood; one place more for the end. */
function foldedWithPlaces(text: string): { plain: string; from: number[] } {
  let bare = ''
  const from: number[] = []
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    // Accents belong to the letter before them, and blanks are one, whatever they are and however many.
    for (const letter of withoutAccents(character)) {
      const isBlank = /\s/.test(letter)
      if (isBlank && bare.endsWith(' ')) continue
      bare += isBlank ? ' ' : letter
      while (from.length < bare.length) from.push(at)
    }
    at += character.length
  }
  from.push(text.length)
  // As a whole: a sigma at the end of a word is another letter.
  return { plain: bare.toLowerCase(), from }
}
