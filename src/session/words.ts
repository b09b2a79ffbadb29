import type { Day } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { veryLow } from '../journal/low-days.ts'
import { asYours } from '../journal/person.ts'
import { visibleLine } from '../render/gate.ts'
import type { LineLook } from '../render/lines.ts'
import { heading, lines, quoted } from '../render/lines.ts'
import { moodScale } from '../themes/scales.ts'
import { capital, listed } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import type { PlannedPrompt } from './plan.ts'

/** A question as it is printed, with its line for safety. */
export const askedPrompt = ({ text, note }: Pick<PlannedPrompt, 'text' | 'note'>): string =>
  note === undefined ? text : `${text} (${note})`

/** Why a prompt was chosen, and what it rests on. */
export const whyThisOne = ({ reason, why, restsOn }: PlannedPrompt): string[] => [
  reason,
  `${why} (${restsOn}.)`,
]

/** What somebody sees who has never been here. */
export const welcome = ({ folder, isSealed }: { folder: string; isSealed: boolean }): string =>
  [
    'Welcome. This is your own place to write, a few minutes at a time.',
    `Your words stay on this computer, in ${folder}. Nothing is sent.`,
    isSealed
      ? 'They are encrypted. Reading them asks for your passphrase, writing does not.'
      : 'Another account on it cannot open them. Someone who uses your account can.',
  ].join('\n')

export interface Recap {
  readonly day: Day
  readonly today: Day
  /** The themes that were visited. */
  readonly themes: readonly string[]
  /** One line of the person's own. */
  readonly line?: string
  readonly step?: string
  /** Who knows about the step, or could be told. */
  readonly knows?: readonly string[]
  readonly moods?: readonly [Scale, Scale]
}

/** What the session was, in the person's own words, with one small step out of it. */
export function recapCard(recap: Recap, look: LineLook): string {
  const { day, today, themes, line, step, knows = [], moods } = recap
  const known =
    knows.length > 0
      ? ` ${capital(listed(knows.map(asYours)))} ${knows.length > 1 ? 'know' : 'knows'}, or could be told.`
      : ''
  return [
    heading(day === today ? 'Today' : 'That day', namedDay(day, today), look),
    themes.length > 0 && lines(`You were here with: ${listed(themes)}.`, look),
    line !== undefined && quoted(line, look),
    step !== undefined && lines(`Next small step: ${sentence(step)}${known}`, look),
    moods && moodLine(moods, look),
  ]
    .filter(part => typeof part === 'string')
    .join('\n')
}

/** "Very low when you came, low now." */
const moodLine = ([before, after]: readonly [Scale, Scale], look: LineLook): string =>
  lines(`${capital(moodScale.words[before])} when you came, ${moodScale.words[after]} now.`, look)

/** Said once, before anything else is asked on a low day. */
export const kindLine = (mood: Scale): string =>
  mood === veryLow
    ? 'That is a lot to carry. You came, and a little is enough.'
    : 'A low day, then. A little is enough.'

const sentence = (text: string): string => {
  const line = visibleLine(text).trim()
  return /[.?!…]$/.test(line) ? line : `${line}.`
}
