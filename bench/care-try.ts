import { ruledOn } from '../src/care/care.ts'
import { buckets, windowsOf } from '../src/care/features.ts'
import { strengthsOf } from '../src/care/model.ts'
import type { Ruling, Strengths } from '../src/care/threshold.ts'
import { isEnough, netShare } from '../src/care/threshold.ts'
import { mayCall } from '../src/care/triggers.ts'
import { aboutOf, netScore, trainNet } from './care-net.ts'
import { pagesOfFive } from './care-tables.ts'
import type { Line } from './care-training.ts'
import { how, lines, pagesOf, scoreOf, train } from './care-training.ts'

/**
 * `npm run care:try`: cross-validation between hands. The lines of each hand are looked at by a model that was
 * made without them, so that it says how somebody else's lines would fare. Thresholds are chosen by this and
 * never by a set that is counted once.
 */
const hands: Readonly<Record<string, string>> = {
  'many-self': 'a: self-harm',
  'many-hurt': 'b: violence',
  'short-and-hidden': 'c: short ones, and hidden in long pages',
  lives: 'd: people of many places',
  twins: 'e: twins, one calling and one innocent',
  'plainly-again': 'f: said plainly',
  'hands-of-others': 'g: bodily violence, and near it',
  'ways-out': 'h: plans, goodbyes, other words',
  'late-evenings': 'i: forty people, late',
  ...Object.fromEntries(
    `after-hours evening-trains far-fields full-pages hedges inner-doors kitchen-tables lamp-lit months night-buses plain-as-bread shared-walls small-rooms two-or-three weekday-post whole-days`
      .split(/\s+/)
      .map(file => [file, 'j: many writers, whole days and single lines']),
  ),
}
/** The rules were mended with the older sets, and the first hand wrote those too. */
const first = 'the first hand'
const isOld = (line: Line) => /^(blind|develop|held|earlier|fresh|practice|demo)/.test(line.file)
const handOf = (line: Line) => (isOld(line) ? '' : (hands[line.file] ?? first))

interface Tried {
  readonly line: Line
  readonly hand: string
  readonly strengths: Strengths
  readonly ruling: Ruling
}

const asExample = (line: Line) => ({
  windows: [...windowsOf(line.text)],
  is: !!line.card,
  about: aboutOf(line.card),
})
const known = lines.map(line => ({ line, hand: handOf(line), ...asExample(line) }))
const tried: Tried[] = []
const pages: Tried[] = []

function look(line: Line, hand: string, score: (window: Uint32Array) => number): Tried[] {
  const { ruling } = ruledOn(line.text)
  const strengths = strengthsOf(line.text, score)
  return strengths ? [{ line, hand, strengths, ruling }] : []
}

/** Pages of five lines of a hand, as `docs/care-figures.md` counts them. */
function fivesOf(held: readonly Line[]): Line[] {
  const kinds = held.map(({ text, card, kind }) => ({
    name: kind,
    card: card === undefined ? undefined : ('either' as const),
    lines: [text],
  }))
  const { calling, innocent } = pagesOfFive(kinds)
  const asLine = (card: string | undefined) => (text: string) => ({
    text,
    card,
    kind: 'page',
    file: 'page',
  })
  return [...calling.map(asLine('either')), ...innocent.map(asLine(undefined))]
}

for (const hand of [...new Set(Object.values(hands)), first]) {
  const rest = known.filter(it => it.hand !== hand)
  const examples = [...rest, ...pagesOf(rest.map(it => it.line)).map(asExample)]
  const model = train(examples, { ...how, size: buckets })
  const net = trainNet(examples, buckets)
  const score = (window: Uint32Array) => scoreOf(model, window) + netShare * netScore(net, window)
  const held = known.filter(it => it.hand === hand).map(({ line }) => line)
  tried.push(...held.flatMap(line => look(line, hand, score)))
  pages.push(...fivesOf(held).flatMap(page => look(page, hand, score)))
}

type Rings = (it: Tried) => boolean
const share = (some: readonly Tried[], rings: Rings) =>
  `${((100 * some.filter(rings).length) / some.length).toFixed(1)} %`
const both = (some: readonly Tried[], rings: Rings) =>
  `${share(
    some.filter(it => it.line.card),
    rings,
  )} and ${share(
    some.filter(it => !it.line.card),
    rings,
  )}`
const rings: Rings = ({ line, strengths, ruling }) =>
  mayCall(line.text) && isEnough(strengths, ruling)

/** Twins differ by a word or two, so that no page of a life is like them. */
const others = tried.filter(it => !it.hand.startsWith('e') && it.hand !== first)
console.log('| Hand | Rules alone | With the learned look |')
for (const hand of [...new Set(Object.values(hands)), first]) {
  const some = tried.filter(it => it.hand === hand)
  console.log(`| ${hand} | ${both(some, it => it.ruling === 'found')} | ${both(some, rings)} |`)
}
console.log('all but twins and the first hand:', both(others, rings))
console.log('pages of five:', both(pages, rings))
console.log(
  'passed over by the cheap look:',
  both(tried, it => !mayCall(it.line.text)),
)
