import { ruledOn } from '../src/care/care.ts'
import { buckets, windowsOf } from '../src/care/features.ts'
import { forLength, ifDismissed, ifFound, threshold } from '../src/care/learned.ts'
import { mayCall } from '../src/care/triggers.ts'
import type { Line, Model } from './care-training.ts'
import { greatest, how, lines, pagesOf, train } from './care-training.ts'

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
}
/** The rules were mended with the older sets, and the first hand wrote those too. */
const first = 'the first hand'
const isOld = (line: Line) => /^(blind|develop|held|earlier|fresh|practice|demo)/.test(line.file)
const handOf = (line: Line) => (isOld(line) ? '' : (hands[line.file] ?? first))

interface Tried {
  readonly line: Line
  readonly hand: string
  readonly score: number
  readonly windows: number
  readonly found: boolean
  readonly dismissed: boolean
}

const asExample = (line: Line) => ({ windows: [...windowsOf(line.text)], is: !!line.card })
const known = lines.map(line => ({
  line,
  hand: handOf(line),
  ...asExample(line),
}))
const tried: Tried[] = []
const pages: Tried[] = []

function look(line: Line, hand: string, model: Model): Tried {
  const windows = [...windowsOf(line.text)]
  const { found, dismissed } = ruledOn(line.text)
  const score = greatest(model, windows)
  return { line, hand, score, windows: windows.length, found: found.length > 0, dismissed }
}

for (const hand of [...Object.values(hands), first]) {
  const rest = known.filter(it => it.hand !== hand)
  const model = train([...rest, ...pagesOf(rest.map(it => it.line)).map(asExample)], {
    ...how,
    size: buckets,
  })
  const held = known.filter(it => it.hand === hand).map(({ line }) => line)
  tried.push(...held.map(line => look(line, hand, model)))
  pages.push(...pagesOf(held).map(page => look(page, hand, model)))
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
const ringsAt =
  (from: number, found: number): Rings =>
  it =>
    mayCall(it.line.text) &&
    (it.found
      ? it.score + found > from
      : it.score - (it.dismissed ? ifDismissed : 0) > from + forLength * Math.log(it.windows))

/** Twins differ by a word or two, so that no page of a life is like them. */
const others = tried.filter(it => !it.hand.startsWith('e') && it.hand !== first)
console.log('| Hand | Rules alone | With the learned look |')
for (const hand of [...Object.values(hands), first]) {
  const some = tried.filter(it => it.hand === hand)
  console.log(
    `| ${hand} | ${both(some, it => it.found)} | ${both(some, ringsAt(threshold, ifFound))} |`,
  )
}
console.log(
  'passed over by the cheap look:',
  both(tried, it => !mayCall(it.line.text)),
)
for (const found of [0.5, 1, 1.5, 9]) {
  for (const from of [0, 0.2, 0.4, 0.6, 0.8]) {
    const rings = ringsAt(from, found)
    console.log(
      `found ${found}, threshold ${from}: a to d and f ${both(others, rings)} · all ${both(tried, rings)} · pages ${share(pages, rings)}`,
    )
  }
}
