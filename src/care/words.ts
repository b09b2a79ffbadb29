import { classes, fillers } from './lexicon.ts'
import { oftenMisspelt, plainWords } from './spelling.ts'

/** A word as the rules see it: lower case, its spelling mended, small words left out between. */
export interface Word {
  readonly text: string
  /** An article or another pointing word stood before it: "the", "a", "my", "this". */
  readonly pointed: boolean
  /** Written with a capital where a sentence does not ask for one. */
  readonly named: boolean
}

/** One sentence: its words, and commas as words of their own. */
export interface Sentence {
  readonly words: readonly Word[]
  /** It stood in quotation marks, or on a quoted line. */
  readonly quoted: boolean
}

const articles = new Set(['the', 'a', 'an', 'this', 'these', 'those', 'some'])
const owners = new Set(['my', 'your', 'our', 'their', 'his', 'her'])
/** Left out wherever they stand, in texts and in rules alike. Learners leave them out, too. */
const silent = new Set(['the', 'a', 'an', 'these', 'those', 'some', 'to', 'that', ...fillers])

/** A text in sentences. Linear in its length. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const line of text.normalize('NFKC').split('\n')) {
    const isCitation = line.trimStart().startsWith('>')
    const lastQuote = Math.max(...[...quotes].map(mark => line.lastIndexOf(mark)))
    let start = 0
    let quoted = false
    const end = (at: number) => {
      const words = wordsToMatch(line.slice(start, at))
      if (words.length > 0) sentences.push({ words, quoted: quoted || isCitation })
      start = at + 1
    }
    for (let at = 0; at < line.length; at++) {
      const mark = line.charAt(at)
      if (quotes.includes(mark)) {
        end(at)
        // A quotation ends with its line at the latest: a lost mark must not swallow the page.
        quoted = !quoted && at < lastQuote
      } else if (ends.includes(mark)) end(at)
    }
    end(line.length)
  }
  return sentences
}

const quotes = '"“”„«»'
const ends = '.!?;…。！？'

/** The words of a sentence, or of a rule: both go the same way, so that a rule reads as people write. */
export function wordsToMatch(sentence: string): Word[] {
  const raw = rawWords(sentence)
  const words: Word[] = []
  let pointed = false
  raw.forEach((written, at) => {
    const lower = written.toLowerCase()
    const named = at > 0 && written.length > 1 && lower !== written && !owners.has(lower)
    for (const text of mended(lower)) {
      if (articles.has(text)) pointed = true
      if (silent.has(text)) continue
      words.push({ text, pointed: pointed || text === 'my', named })
      pointed = owners.has(text)
    }
  })
  return joined(words)
}

/** Runs of letters, digits and apostrophes; commas, brackets and dashes come as a comma. */
function rawWords(sentence: string): string[] {
  const words: string[] = []
  let word = ''
  const push = (more?: string) => {
    const trimmed = word.replace(/^'+|'+$/g, '')
    if (trimmed) words.push(trimmed)
    if (more && words.length > 0 && words.at(-1) !== more) words.push(more)
    word = ''
  }
  for (let at = 0; at < sentence.length; at++) {
    const letter = sentence.charAt(at)
    if (isLetter(letter) || (word && (letter === '@' || letter === '$'))) word += letter
    else if (apostrophes.includes(letter)) word += "'"
    else if (commas.includes(letter)) push(',')
    else push()
  }
  push()
  return words
}

const apostrophes = "'’‘`´"
const commas = ',:()–—'
const isLetter = (letter: string): boolean =>
  (letter >= 'a' && letter <= 'z') ||
  (letter >= 'A' && letter <= 'Z') ||
  (letter >= '0' && letter <= '9') ||
  (letter > '\u00bf' && !(letter >= '\u2000' && letter <= '\u206f'))

/** One written word as the words that are meant, also where only the rules know what is misspelt. */
const mended = (word: string): readonly string[] =>
  plainWords(word).map(plain => nearest(withEnding(plain)))

let spoken: ReadonlySet<string> | undefined

/** "puttin" is "putting", where the rules know that word. */
function withEnding(word: string): string {
  if (word.length < 5 || !word.endsWith('in')) return word
  spoken ??= new Set(Object.values(classes).flat())
  return spoken.has(`${word}g`) ? `${word}g` : word
}

let variants: Map<string, string> | undefined

/** The word it was meant to be, if one letter is missing, doubled or in the wrong place. */
function nearest(word: string): string {
  variants ??= new Map(oftenMisspelt.flatMap(right => misspellings(right).map(it => [it, right])))
  return variants.get(word) ?? word
}

/** The first letter stays: with it goes "stalking" for "talking". */
export function misspellings(right: string): string[] {
  const found: string[] = []
  for (let at = 1; at < right.length; at++) {
    const [before, letter, next] = [right.slice(0, at), right.charAt(at), right.charAt(at + 1)]
    found.push(before + letter + right.slice(at))
    // Without its last letter a word is often another form of it: "choked", "choke".
    if (next) found.push(before + right.slice(at + 1))
    found.push(before + next + letter + right.slice(at + 2))
  }
  return found.filter(it => it !== right && !realWords.has(it))
}

const realWords = new Set(['staking', 'diving', 'lining', 'linking', 'thinning', 'loving', 'liing'])

/** Words that are written apart or together: "any more", "my self", "no one". */
const pairs: Readonly<Record<string, string>> = {
  'any more': 'anymore',
  'any longer': 'anymore',
  'no longer': 'no-longer',
  'my self': 'myself',
  'him self': 'himself',
  'her self': 'herself',
  'no one': 'nobody',
  'none of': 'nobody',
  'every one': 'everyone',
  'good bye': 'goodbye',
  'over dose': 'overdose',
  'over dosed': 'overdosed',
  'for ever': 'forever',
  'with out': 'without',
  'to night': 'tonight',
  'in law': 'in-law',
  'in laws': 'in-law',
  'step dad': 'stepdad',
  'step mum': 'stepmum',
  'would like': 'want',
  'would love': 'want',
  'would prefer': 'want',
}

function joined(words: readonly Word[]): Word[] {
  const result: Word[] = []
  for (const word of words) {
    const last = result.at(-1)
    const pair = last && pairs[`${last.text} ${word.text}`]
    if (last && pair) result[result.length - 1] = { ...last, text: pair }
    else result.push(word)
  }
  return result
}
