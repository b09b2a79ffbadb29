import type { Help, Helpline } from '../themes/helplines.ts'
import { waysToReach } from '../themes/helplines.ts'
import { aboutAnother, abuse, harm, idioms } from './care-phrases.ts'
import type { Look } from './words.ts'
import { lines } from './words.ts'

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

/** Somebody the person put down for hard times (`hearten help-now add`). */
export interface OwnContact {
  readonly name: string
  readonly number: string
}

/** The card: care, the emergency number, the person's own people, two lines nearby, a directory. */
export function careCard(
  { about, softer }: Care,
  help: Help,
  own: readonly OwnContact[],
  look: Look,
): string {
  const opening = softer
    ? ['Some of this is hard to carry, also from a distance. It helps to have somebody to tell.']
    : about === 'harm'
      ? ['Thank you for writing that down. It is a lot for one person to carry.']
      : ['Being hurt or made afraid is never something you brought about.']
  const emergency = `If you are in danger now, call ${help.emergency}.`
  const people = own.slice(0, 2).map(({ name, number }) => `${name}: ${number}`)
  const nearby = nearest(help.lines, about).map(
    line => `${line.name}: ${waysToReach(line)} (${line.hours}, checked ${line.checkedOn})`,
  )
  const directory = `Anywhere: ${help.directories[0]?.address ?? 'findahelpline.com'}`
  const { dim } = look.colours
  return [
    '',
    ...opening.map(line => lines(line, look)),
    lines(softer ? `For now or later: ${lower(emergency)}` : emergency, look),
    ...[...people, ...nearby, directory].map(line => lines(line, look, it => it, '    ')),
    lines('`hearten help-now` shows these at any time. This card is kept nowhere.', look, dim),
  ].join('\n')
}

/** Two lines that fit: those for people hurt at home first where that is what it is about. */
function nearest(all: readonly Helpline[], about: Care['about']): Helpline[] {
  const forAll = all.filter(line => line.audience === 'anyone')
  const special = all.filter(line => line.audience !== 'anyone')
  return (about === 'abuse' ? [...special, ...forAll] : forAll).slice(0, 2)
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
