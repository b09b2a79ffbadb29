import { classes } from './lexicon.ts'
import { learnedLook } from './model.ts'
import type { Rule, Rules } from './rule.ts'
import { anchorsOf, classesOf, matchAt, readRule } from './rule.ts'
import { selfHarm } from './self-harm.ts'
import type { Setting } from './setting.ts'
import { doerOf, forbidsByOffice, isNegated, settingOf, threatensInFun } from './setting.ts'
import type { Ruling } from './threshold.ts'
import { isEnough } from './threshold.ts'
import { mayCall } from './triggers.ts'
import { violence } from './violence.ts'
import type { Sentence, Word } from './words.ts'
import { sentencesOf } from './words.ts'

/** What a text may call for. */
export interface Care {
  readonly about: 'self-harm' | 'violence' | 'both'
  /** Whom it is about: the writer, or somebody else. */
  readonly whom: 'me' | 'another'
  /** It is about the past, somebody else, or a quotation. */
  readonly softer: boolean
}

interface Found extends Care {
  readonly about: 'self-harm' | 'violence'
}

/**
 * Looks for words about wanting to die, hurting oneself or being hurt, to offer people to call. It
 * points, it does not judge: nothing of this is kept, counted or sent. The most urgent finding is given;
 * `both` where two are as urgent. Time grows with the length of the texts, and no faster.
 */
export function careFor(texts: readonly string[]): Care | undefined {
  const found = texts.filter(mayCall).flatMap(lookedAtOnce)
  const urgent =
    [found.filter(it => !it.softer), found.filter(it => it.whom === 'me'), found].find(
      some => some.length > 0,
    ) ?? []
  const [first] = urgent
  if (!first) return undefined
  const isBoth = urgent.some(it => it.about !== first.about)
  const { about, whom, softer } = first
  return { about: isBoth ? 'both' : about, whom, softer }
}

/** The same feeling, tag or line is asked about again and again, in a review of ten years thousands of times. */
const lookedAtBefore = new Map<string, readonly Found[]>()

function lookedAtOnce(text: string): readonly Found[] {
  const found = lookedAtBefore.get(text) ?? lookedAt(text)
  lookedAtBefore.set(text, found)
  return found
}

/**
 * What the rules find stands, unless the learned look is very sure that it is nothing. What they do not
 * find, the learned look may find alone. It tells no past and no quotation: then the card is the plain one.
 */
function lookedAt(text: string): readonly Found[] {
  const { found, ruling } = ruledOn(text)
  const look = learnedLook(text)
  if (!look) return []
  if (found.length > 0) return isEnough(look, ruling) ? found : []
  if (!isEnough(look, ruling) || isFragment(text)) return []
  const { about, whom } = look
  const cards = about === 'both' ? (['self-harm', 'violence'] as const) : [about]
  return cards.map(card => ({ about: card, whom, softer: whom === 'another' }))
}

/** A name, a cue, a few words: too little to be told apart by what was learned from whole lines. */
const fewest = 6

const isFragment = (text: string): boolean => text.trim().split(/\s+/, fewest).length < fewest

/** What the rules make of a text. */
interface Ruled {
  readonly found: readonly Found[]
  readonly ruling: Ruling
}

/** What the rules alone make of a text. */
export function ruledOn(text: string): Ruled {
  const sentences = sentencesOf(text)
  const all = sentences.map((sentence, at) => inSentence(sentence, () => settingOf(sentences, at)))
  return {
    found: all.flatMap(({ found }) => found),
    ruling: rulings.find(some => all.some(({ ruling }) => ruling === some)) ?? 'nothing',
  }
}

/** The weightiest first. */
const rulings = ['found', 'denied', 'dismissed'] as const

function inSentence(sentence: Sentence, lookAround: () => Setting): Ruled {
  const { words } = sentence
  const found: Found[] = []
  let ruling: Ruling = 'nothing'
  let setting: Setting | undefined
  const tryAt = (waiting: Waiting, from: number) => {
    waiting.rule ??= readRule(waiting.source)
    const { rule, about } = waiting
    const after = matchAt(rule, words, from)
    if (after === undefined) return
    setting ??= lookAround()
    const whom = whomItIsAbout(waiting, sentence, from, after, setting)
    if (whom === undefined || setting.isOver) {
      const isDenied = waiting.counts !== 'whoever is there' && isNegated(words, from, after)
      if (ruling !== 'denied') ruling = isDenied ? 'denied' : 'dismissed'
      return
    }
    const { near } = setting
    if (rule.near && ![...rule.near].some(it => near.has(it))) return
    if ([...rule.far].some(it => near.has(it))) return
    const softer = sentence.quoted || setting.isPast || whom === 'another'
    found.push({ about, whom, softer })
  }
  // Words first: a pattern is tried only where a word stands that it cannot do without.
  const called = new Set<Waiting>()
  words.forEach((word, at) => {
    for (const waiting of rulesFrom(word.text)) {
      if (waiting.isTogether) tryAt(waiting, at)
      else called.add(waiting)
    }
  })
  for (const waiting of called) {
    for (let from = 0; from < words.length; from++) tryAt(waiting, from)
  }
  return { found, ruling: found.length > 0 ? 'found' : ruling }
}

/** Whom a match is about; undefined where it is none: a saying, a game, a plot, a thing, a "not". */
function whomItIsAbout(
  { about, counts }: Pick<Waiting, 'about' | 'counts'>,
  { words, quoted }: Sentence,
  from: number,
  after: number,
  { isPlay, isStory, isMatter, isUnreal, isDenied }: Setting,
): Care['whom'] | undefined {
  if ((counts !== 'whoever is there' && isNegated(words, from, after)) || isDenied) return undefined
  if (counts === 'as written') return asWritten(about, words, from, after, isStory || isMatter)
  if (counts === 'whoever is there') {
    if (words.some(({ text }) => mine.has(text))) return 'me'
    return words.some(({ text }) => someone.has(text))
      ? isStory || isMatter
        ? undefined
        : 'another'
      : 'me'
  }
  const elsewhere = isStory || isMatter
  if (counts === 'as a topic') return elsewhere || isPlay || isUnreal ? undefined : 'me'
  if (counts === 'about another') return elsewhere || isPlay ? undefined : 'another'
  const doer = doerOf(words, from)
  const matched = words.slice(from, after).map(word => word.text)
  if (counts === 'whoever') {
    if (matched.includes('myself')) return 'me'
    if (matched.some(word => word === 'himself' || word === 'herself' || word === 'themselves')) {
      return elsewhere || isPlay ? undefined : 'another'
    }
    if (doer.who === 'nobody') return undefined
    if (doer.who === 'person') return elsewhere || isPlay || quoted ? undefined : 'another'
    return 'me'
  }
  if (isPlay || isUnreal) return undefined
  if (doer.who === 'me' || doer.who === 'nobody') return undefined
  if (matched.some(word => word.startsWith('kill')) && threatensInFun(doer)) return undefined
  const forbids = matched.some(word => permits.has(word))
  if (forbids && forbidsByOffice(doer, matched)) return undefined
  if (matched.some(word => word === 'me' || word === 'my' || word === 'us')) return 'me'
  return elsewhere || isOwn(doer.word, [...matched, words[after]?.text ?? ''])
    ? undefined
    : 'another'
}

/** What stands for itself is about the writer, unless it says that he, she or somebody named does it. */
function asWritten(
  about: Care['about'],
  words: readonly Word[],
  from: number,
  after: number,
  elsewhere: boolean,
): Care['whom'] | undefined {
  if (about === 'violence' || words.slice(from, after).some(({ text }) => mine.has(text)))
    return 'me'
  const before = words[from - 1]?.text ?? ''
  const isAnother = classes.HIM?.includes(before) || single.has(doerOf(words, from).word)
  if (!isAnother) return 'me'
  return elsewhere ? undefined : 'another'
}
const many = new Set(['family', 'parents', 'people', 'kids', 'children', 'men', 'women'])
const single = new Set(
  ['he', 'she', ...(classes.KIN ?? [])].filter(it => !many.has(it) && !/[^s]s$/.test(it)),
)

const ofTheirs = new Set(
  ['BODY', 'LIMB', 'MINE', 'PRIVATE', 'FURNITURE'].flatMap(it => classes[it] ?? []),
)

/** "She hit her head", "he broke his arm": nobody else is there. */
function isOwn(doer: string, matched: readonly string[]): boolean {
  const owns = (whose: string) => {
    const what = matched[matched.indexOf(whose) + 1]
    return matched.includes(whose) && what !== undefined && ofTheirs.has(what)
  }
  return (owns('his') && !women.has(doer)) || (owns('her') && !men.has(doer))
}
const women = new Set('she mum mom mother wife sister girlfriend aunt daughter ex'.split(' '))
const men = new Set(
  'he dad father husband brother boyfriend uncle son partner ex stepdad stepfather grandfather grandad bloke lad'.split(
    ' ',
  ),
)

const permits = new Set([...(classes.PERMIT ?? []), ...(classes.SEIZE ?? [])])

const mine = new Set(['i', 'me', 'my', 'myself'])
const someone = new Set(['he', 'she', 'they', ...(classes.KIN ?? [])])

/** A rule that waits to be read until a text has a word it may begin with. */
interface Waiting {
  readonly source: string
  readonly about: Found['about']
  readonly counts: Rules['counts']
  /** Its words come in any order: it is tried only where one of its anchors stands. */
  readonly isTogether: boolean
  rule?: Rule
}

/** The rules that a word or a class may call for, by its name. */
let byName: Map<string, Waiting[]> | undefined
const byWord = new Map<string, readonly Waiting[]>()

function rulesFrom(word: string): readonly Waiting[] {
  const known = byWord.get(word)
  if (known) return known
  byName ??= indexed()
  const index = byName
  const rules = [...new Set([word, ...classesOf(word)].flatMap(name => index.get(name) ?? []))]
  // Only words that rules know are remembered: a book has too many others.
  if (rules.length > 0) byWord.set(word, rules)
  return rules
}

function indexed(): Map<string, Waiting[]> {
  const index = new Map<string, Waiting[]>()
  for (const [about, groups] of [
    ['self-harm', selfHarm],
    ['violence', violence],
  ] as const) {
    for (const { counts, rules } of groups) {
      for (const source of rules) {
        const waiting = { source, about, counts, isTogether: source.includes(' + ') }
        for (const name of anchorsOf(source)) {
          const others = index.get(name)
          if (others) others.push(waiting)
          else index.set(name, [waiting])
        }
      }
    }
  }
  return index
}
