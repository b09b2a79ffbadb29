import type { Start, Tool, Toolkit, WeighedTool } from '../reflect/toolkit.ts'
import { listed, many, rounded, signed } from '../wording/counts.ts'
import type { Look } from './look.ts'
import type { Block, Table } from './page/page.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/** A tool to begin with, and how it is done. */
export interface Starter {
  readonly name: string
  readonly how: string
}

/**
 * Coping tools with what went with them, as `hearten toolkit` lists them; then some to begin with.
 * @param leftOut private entries that are not counted here
 */
export function renderToolkit(
  toolkit: Toolkit,
  look: Look,
  starters: readonly Starter[] = [],
  leftOut = 0,
): string {
  const blocks = toolkitBlocks(toolkit)
  const nothing = say(
    'No tools yet.',
    'When something has helped, note it: hearten toolkit use "a walk outside".',
  )
  return print(
    {
      title: 'What you reach for',
      sections: [
        ...section({}, blocks.length > 0 ? blocks : nothing),
        ...section(
          { heading: 'Some to begin with' },
          starters.flatMap(it => note(`${it.name}: ${it.how}`)),
        ),
        ...section(
          {},
          leftOut > 0
            ? note(
                `${many(leftOut, 'private entry is', 'private entries are')} left out; --with-private counts them too.`,
              )
            : [],
        ),
      ],
    },
    look,
  )
}

/** Ranked tools, each beside those that start from a similar mood; then those tried less often. */
export function toolkitBlocks({ weighed, few, needed }: Toolkit): Block[] {
  const groups = weighed.map(({ start, tools }) => ({
    ...table(tools),
    ...(weighed.length > 1 && { label: startWords[start] }),
  }))
  const fewer = few.map(fewWords)
  return [
    ...groups,
    ...(weighed.length > 0
      ? note(
          'People reach for these when low, so some rise comes by itself. “Weighed” trusts few uses less than many.',
        )
      : []),
    ...say(
      fewer.length > 0 &&
        `${weighed.length > 0 ? 'Also tried' : 'Tried'}, not yet ${needed} times with mood before and after: ${listed(fewer)}.`,
    ),
  ]
}

const startWords: Record<Start, string> = {
  low: 'Begun when low:',
  middle: 'Begun in between:',
  good: 'Begun when well:',
}

const table = (tools: readonly WeighedTool[]): Table => ({
  kind: 'table',
  columns: ['', 'times', 'before → after', 'weighed'],
  rows: tools.map(({ name, uses, mood, weighed }) => [
    name,
    timesRated({ uses, mood }),
    `${mood.before.toFixed(1)} → ${mood.after.toFixed(1)}`,
    signed(weighed),
  ]),
  sentences: tools.map(
    tool =>
      `${tool.name}, ${timesRated(tool)} times: mood ${rounded(tool.mood.before)} before, ${rounded(tool.mood.after)} after; weighed ${signed(tool.weighed)}${againWords(tool)}.`,
  ),
})

/** Over how many uses the moods are: "5", or "5 of 8" where it was used more often than that. */
export const timesRated = ({ uses, mood }: Pick<WeighedTool, 'uses' | 'mood'>): string =>
  uses === mood.n ? String(uses) : `${mood.n} of ${uses}`

const againWords = ({ again }: Tool): string =>
  again ? `; would use again ${again.count} of ${again.of}` : ''

const fewWords = ({ name, uses }: Tool): string => `${name} ${uses}`
