import { ruledOn } from '../src/care/care.ts'
import { buckets, windowsOf } from '../src/care/features.ts'
import type { Line } from './care-training.ts'
import { greatest, how, lines, train } from './care-training.ts'

/**
 * `npm run care:try`: cross-validation. Each fifth of the lines to learn from is looked at by a model that was
 * made without it. The rules were mended with the lines in `test/care/lines`, so only those in `bench/care-lines`
 * say how rules and model do together. Thresholds are chosen by this and never by a set that is counted once.
 */
const folds = 5
/** As in `bench/care-learn.ts`; 0, 1 and 2 differ little. */
const ifDismissed = 2
const isOld = (line: Line) => /^(blind|develop|held|earlier|fresh|practice|demo)/.test(line.file)

function foldOf(text: string): number {
  let hash = 7
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0
  return (hash >>> 7) % folds
}

interface Tried {
  readonly line: Line
  readonly score: number
  readonly windows: number
  readonly found: boolean
  readonly dismissed: boolean
}

const known = lines.map(line => ({
  line,
  windows: windowsOf(line.text),
  is: line.card !== undefined,
}))
const tried: Tried[] = []
const pages: Tried[] = []
for (let fold = 0; fold < folds; fold++) {
  const isHeld = ({ line }: { line: Line }) => !isOld(line) && foldOf(line.text) === fold
  const model = train(
    known.filter(it => !isHeld(it)),
    { ...how, size: buckets },
  )
  const look = (line: Line): Tried => {
    const windows = windowsOf(line.text)
    const { found, dismissed } = ruledOn(line.text)
    return {
      line,
      score: greatest(model, windows),
      windows: windows.length,
      found: found.length > 0,
      dismissed,
    }
  }
  const held = known.filter(isHeld).map(({ line }) => line)
  tried.push(...held.map(look))
  // Pages of ten lines, a line from one kind after another.
  const innocent = held.filter(line => !line.card)
  const step = Math.floor(innocent.length / 10)
  for (let first = 0; first < step; first++) {
    const some = innocent.filter((_, at) => at % step === first).slice(0, 10)
    const joined = (text: string[]) => text.map(it => (/[.!?]$/.test(it) ? it : `${it}.`)).join(' ')
    pages.push(
      look({ kind: 'page', file: '', card: undefined, text: joined(some.map(it => it.text)) }),
    )
    const calling = held.filter(line => line.card)[first * 3]
    if (calling) {
      pages.push(
        look({
          ...calling,
          text: joined([
            ...some.slice(0, 5).map(it => it.text),
            calling.text,
            ...some.slice(6).map(it => it.text),
          ]),
        }),
      )
    }
  }
}

const rate = (some: readonly Tried[], rings: (it: Tried) => boolean) =>
  `${((100 * some.filter(rings).length) / some.length).toFixed(1)} %`
const both = (some: readonly Tried[], rings: (it: Tried) => boolean) =>
  `${rate(
    some.filter(it => it.line.card),
    rings,
  )} / ${rate(
    some.filter(it => !it.line.card),
    rings,
  )}`
const plainly = tried.filter(it => !/^near/.test(it.line.kind))

console.log(
  'found / false: rules alone',
  both(tried, it => it.found),
  'pages',
  both(pages, it => it.found),
)
for (const quiet of [-9, -1.5, -1, -0.5, 0]) {
  for (const forLength of [0, 0.3, 0.6]) {
    for (const threshold of [0.8, 1, 1.2, 1.4, 1.6]) {
      const rings = ({ score, windows, found, dismissed }: Tried) =>
        found
          ? score > quiet
          : score - (dismissed ? ifDismissed : 0) > threshold + forLength * Math.log(windows)
      console.log(
        `quiet ${quiet}, length ${forLength}, threshold ${threshold}:`,
        both(tried, rings),
        '· without "near"',
        both(plainly, rings),
        '· pages',
        both(pages, rings),
      )
    }
  }
}
