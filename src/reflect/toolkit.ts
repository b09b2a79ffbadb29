import type { Coping, Entry } from '../journal/entry.ts'
import { grouped } from '../journal/grouped.ts'
import type { Pair } from './pairs.ts'
import { pairOf } from './pairs.ts'
import { mean, shrunkChange } from './statistics/average.ts'
import type { Share } from './tally.ts'
import { tally, wordKey } from './tally.ts'

/** A coping tool and what went with it. */
export interface Tool {
  readonly name: string
  /** How often it was used. */
  readonly uses: number
  /** Mood before and after, over the uses with both. */
  readonly mood?: Pair
  /** "Would use again", of the uses where that was asked. */
  readonly again?: Share
}

/** A tool with uses enough to be weighed. */
export interface WeighedTool extends Tool {
  readonly mood: Pair
  /** The change in mood, drawn toward that of all tools as if four ordinary uses came first. */
  readonly weighed: number
}

/** Tools that start from similar moods are set against each other, and only those. */
export type Start = 'low' | 'middle' | 'good'

export interface Toolkit {
  readonly weighed: readonly { readonly start: Start; readonly tools: readonly WeighedTool[] }[]
  /** Tools without uses enough, the most used first. */
  readonly few: readonly Tool[]
  /** Uses with mood before and after that a tool needs. */
  readonly needed: typeof leastUses
}

const leastUses = 5

const isUse = (entry: Entry): entry is Coping => entry.kind === 'coping'

/**
 * @param entries those whose words may be shown
 * @param among what they are weighed among
 */
export function toolkitOf(entries: readonly Entry[], among: readonly Entry[] = entries): Toolkit {
  const uses = entries.filter(isUse)
  const changes = among.filter(isUse).flatMap(changeOf)
  const overall = changes.length > 0 ? mean(changes) : 0
  const byTool = grouped(uses, use => wordKey(use.details.tool))
  const names = tally(uses.map(use => use.details.tool))

  const weighed: WeighedTool[] = []
  const few: Tool[] = []
  for (const { name } of names) {
    const own = byTool.get(wordKey(name)) ?? []
    const tool = toolFrom(name, own)
    if (tool.mood && tool.mood.n >= leastUses)
      weighed.push({
        ...tool,
        mood: tool.mood,
        weighed: shrunkChange(own.flatMap(changeOf), overall),
      })
    else few.push(tool)
  }
  // Of equal ones the one used more stays first, as it was found.
  const ranked = weighed.sort((a, b) => b.weighed - a.weighed)
  const starts = ['low', 'middle', 'good'] as const
  return {
    weighed: starts
      .map(start => ({ start, tools: ranked.filter(tool => startOf(tool.mood.before) === start) }))
      .filter(({ tools }) => tools.length > 0),
    few,
    needed: leastUses,
  }
}

const startOf = (mood: number): Start => (mood < 2.5 ? 'low' : mood < 3.5 ? 'middle' : 'good')

function toolFrom(name: string, uses: readonly Coping[]): Tool {
  const mood = pairOf(uses.map(use => use.details))
  const asked = uses.filter(use => use.details.useAgain !== undefined)
  const count = asked.filter(use => use.details.useAgain).length
  return {
    name,
    uses: uses.length,
    ...(mood && { mood }),
    ...(asked.length > 0 && { again: { count, of: asked.length } }),
  }
}

function changeOf({ details: { before, after } }: Coping): number[] {
  return before === undefined || after === undefined ? [] : [after - before]
}
