import type { Day } from '../journal/day.ts'
import { longDay } from '../journal/day.ts'
import { asYours } from '../journal/person.ts'
import { visible, visibleLine } from '../render/gate.ts'
import type { Look as RenderLook } from '../render/look.ts'
import { listed } from '../render/page/page.ts'
import { displayWidth, wrapWords } from '../render/wrap.ts'
import type { PlannedPrompt } from './plan.ts'

/** How the pieces of a session look. Plain form has no rules and no columns, only lines. */
export type Look = Pick<RenderLook, 'width' | 'colours' | 'plain'>

/** As wide as the writing field: longer lines are hard to follow. */
const WIDEST = 76

const inner = ({ width }: Look): number => Math.max(16, Math.min(WIDEST, width - 2))

/** `── Emotional Support ─────────── 3 of 5 ──` */
export function heading(name: string, aside: string, look: Look): string {
  const { colours, plain } = look
  if (plain) return aside ? `${name} (${aside})` : name
  const left = `── ${name} `
  const right = aside ? ` ${aside} ──` : '──'
  const rest = inner(look) - displayWidth(left) - displayWidth(right)
  if (rest < 2) return `  ${colours.accent(name)}${aside && `\n  ${colours.dim(aside)}`}`
  return `  ${colours.dim('──')} ${colours.accent(name)} ${colours.dim('─'.repeat(rest) + right)}`
}

type Style = (text: string) => string

/** Lines of text under the margin, wrapped to the width. Read aloud, a margin is only noise. */
export function lines(text: string, look: Look, style: Style = it => it, margin = '  '): string {
  const before = look.plain ? '' : margin
  return wrapWords(visible(text), inner(look) - before.length)
    .map(line => (line === '' ? '' : `${before}${style(line)}`))
    .join('\n')
}

/** The person's own words, in quotation marks. */
export const quoted = (text: string, look: Look): string =>
  lines(`"${visibleLine(text)}"`, look, look.colours.own, '    ')

/** A question as it is printed, with its line for safety. */
export const asked = ({ text, note }: Pick<PlannedPrompt, 'text' | 'note'>): string =>
  note === undefined ? text : `${text} (${note})`

/** Why a prompt was chosen, and what it rests on. */
export const whyThisOne = ({ reason, why, restsOn }: PlannedPrompt): string[] => [
  reason,
  `${why} (${restsOn}.)`,
]

/** What somebody sees who has never been here. */
export const welcome = (folder: string): string =>
  [
    'Welcome. This is your own place to write, a few minutes at a time.',
    `Your words stay on this computer, in ${folder}. Nothing is sent.`,
    'If someone else uses this computer, they could read them: the files are not locked.',
  ].join('\n')

export interface Recap {
  readonly day: Day
  /** The themes that were visited. */
  readonly themes: readonly string[]
  /** One line of the person's own. */
  readonly line?: string
  readonly step?: string
  /** Who knows about the step. */
  readonly knows?: readonly string[]
  readonly moods?: readonly [number, number]
}

/** What the session was, in the person's own words, with one small step out of it. */
export function recapCard(recap: Recap, look: Look): string {
  const { day, themes, line, step, knows = [], moods } = recap
  const known =
    knows.length > 0
      ? ` ${capital(listed(knows.map(asYours)))} ${knows.length > 1 ? 'know' : 'knows'}.`
      : ''
  return [
    heading('Today', longDay(day), look),
    themes.length > 0 && lines(`You were here with: ${listed(themes)}.`, look),
    line !== undefined && quoted(line, look),
    step !== undefined && lines(`Next small step: ${sentence(step)}${known}`, look),
    moods && moodLine(moods, look),
  ]
    .filter(part => typeof part === 'string')
    .join('\n')
}

const moodLine = ([before, after]: readonly [number, number], { colours, plain }: Look): string =>
  plain
    ? `Mood ${before}, then ${after}.`
    : `  Mood ${colours.mood(before, `${before}`)} → ${colours.mood(after, `${after}`)}.`

const sentence = (text: string): string => {
  const line = visibleLine(text).trim()
  return /[.?!…]$/.test(line) ? line : `${line}.`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A short sentence of the person's, to be read back; the last one that stands by itself. */
export const lineOf = (texts: readonly string[]): string | undefined => linesIn(texts).at(-1)

/** The sentences and lines that are short and still say something. */
export const linesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap(text => text.split(/(?<=[.?!…])\s+|\n+/))
    .map(text => text.replace(/^[-*>#\s]+/, '').trim())
    .filter(text => {
      const words = text.split(/\s+/).length
      return words >= 3 && words <= 18 && text.length <= 120
    })
