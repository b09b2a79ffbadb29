import { careFor } from '../care/care.ts'
import type { Entry, Scale } from '../journal/entry.ts'
import { hasWords, kindInWords } from '../journal/fields/read.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Discretion } from './discretion.ts'
import { tally } from './tally.ts'
import { themeOf } from './themes/theme-of.ts'

/** What one day holds, to be read as a page: the words whole, and nothing averaged. */
export interface OneDay {
  readonly words: readonly DayWords[]
  /** Entries whose words are there and are not read back unasked. */
  readonly withheld: number
  /** In the order they were given, each step once until it changed. */
  readonly moods: readonly Scale[]
  /** Feeling words, those that were named most first. */
  readonly feelings: readonly string[]
}

/** The words of one entry, as they were written. */
export interface DayWords {
  readonly id: string
  /** "14:05", on the clock of the place. */
  readonly time: string
  readonly theme?: ThemeId
  /** The question they answer. */
  readonly question?: string
  /** What they are, where they are more than words: "promise", "meeting". */
  readonly kind?: string
  readonly text: string
}

/**
 * @param entries those of the day, oldest first
 * @param open those of them that may be listed
 * @param quotable those of them whose sentences may be quoted
 */
export function oneDayOf(
  entries: readonly Entry[],
  open: readonly Entry[],
  quotable: readonly Entry[],
  may: Discretion,
): OneDay {
  const written = quotable.filter(hasWords)
  const readBack = written.filter(
    entry => entry.kind !== 'letter' && may.mayReadBack(entry) && !careFor([entry.text]),
  )
  const moods = entries.flatMap(({ mood }) => mood ?? [])
  const feelings = tally(open.flatMap(entry => (entry.feelings ?? []).filter(may.mayRead)))
  return {
    words: readBack.map(wordsOf),
    withheld: written.length - readBack.length,
    moods: moods.filter((mood, n) => mood !== moods[n - 1]),
    feelings: feelings.map(({ name }) => name),
  }
}

function wordsOf(entry: Entry): DayWords {
  const theme = themeOf(entry)
  const isWords = entry.kind === 'reflection' || entry.kind === 'note' || entry.kind === 'checkin'
  return {
    id: entry.id,
    time: entry.at.slice(11, 16),
    ...(theme && { theme }),
    ...(entry.prompt && { question: entry.prompt.text }),
    ...(!isWords && { kind: kindInWords(entry) }),
    text: entry.text.trim(),
  }
}
