import { aboutAnother, abuse, harm, idioms } from './care-phrases.ts'

/** What a text may call for. `softer`: it is about the past, somebody else, or a quotation. */
export interface Care {
  readonly about: 'harm' | 'abuse'
  readonly softer: boolean
}

/**
 * Looks for words about harming oneself or being harmed, to offer people to call. It points, it does
 * not judge: nothing of this is kept, counted or sent. The most urgent finding is given.
 */
export function careFor(texts: readonly string[]): Care | undefined {
  const found = texts.flatMap(text => sentencesOf(text).flatMap(careIn))
  return (
    found.find(it => !it.softer && it.about === 'harm') ?? found.find(it => !it.softer) ?? found[0]
  )
}

function careIn(sentence: Sentence): Care[] {
  const { text, quoted } = sentence
  const found: Care[] = []
  for (const [about, rules] of [
    ['harm', harm],
    ['abuse', abuse],
  ] as const) {
    for (const rule of rules) {
      const match = rule.exec(text)
      if (!match || isNegated(text, match.index)) continue
      found.push({ about, softer: quoted || isPast(text) || isStory(text) })
    }
  }
  if (aboutAnother.some(rule => rule.test(text))) found.push({ about: 'harm', softer: true })
  return found
}

interface Sentence {
  readonly text: string
  readonly quoted: boolean
}

/** Sentences in lower case, idioms taken out; what stands in quotation marks comes by itself. */
function sentencesOf(text: string): Sentence[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[ \t]+/g, ' ')
  const parts: Sentence[] = []
  const outside = plain.replace(/"([^"\n]{1,400})"|^> ?(.*)$/gm, (_, inside = '', line = '') => {
    parts.push({ text: inside || line, quoted: true })
    return ' " '
  })
  parts.push({ text: outside, quoted: false })
  return parts.flatMap(({ text, quoted }) =>
    text
      .split(/[.!?;\n]+/)
      .map(sentence =>
        idioms.reduce((rest, idiom) => rest.replaceAll(global(idiom), ' … '), sentence),
      )
      .map(sentence => ({ text: sentence.trim(), quoted }))
      .filter(sentence => sentence.text !== ''),
  )
}

const globals = new Map<RegExp, RegExp>()
function global(rule: RegExp): RegExp {
  const known = globals.get(rule) ?? new RegExp(rule.source, 'g')
  globals.set(rule, known)
  return known
}

/** "I am not going to …", "he never …", with nothing in the sentence that takes it back. */
function isNegated(text: string, at: number): boolean {
  const before =
    text
      .slice(0, at)
      .split(/,| but | and then /)
      .at(-1) ?? ''
  const near = before.split(' ').slice(-7).join(' ')
  const negated =
    /\b(?:not|never|no longer|nobody|without|no (?:plans?|wish|desire|urge|thoughts?|intention)(?: (?:of|to))?)\b[^…]*$|n't\b[^…]*$/.test(
      near,
    )
  const takenBack =
    /\b(?:but|except|until|unless|trying|try|promise\w*|trust|sure|know (?:if|how|that)|know|stop|help|why|if|only|just|afraid|scared|think)\b/.test(
      text.slice(0, at) + (/ but | until | yet\b/.exec(text)?.[0] ?? ''),
    )
  return negated && !takenBack
}

const isPast = (text: string): boolean =>
  /\b(?:used to|(?:years?|months?|decades?|long time) ago|back then|in the past|as a (?:child|kid|teen\w*|girl|boy)|growing up|when i was (?:a |an |still )?(?:\d+|child|kid|teen\w*|young|little|small|student|girl|boy|married|with)|in (?:19|20)\d\d|last year|once upon|those days|at school)\b/.test(
    text,
  )

/** A film, a book, the news, a course: about the matter, not about the day. */
const isStory = (text: string): boolean =>
  /\b(?:film|movie|book|novel|podcast|documentary|article|the news|lyrics?|song|series|episode|chapter|poem|leaflet|training|workshop)\b/.test(
    text,
  )
