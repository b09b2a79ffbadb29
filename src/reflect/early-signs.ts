import { stemsOf } from '../care/stem.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { ownWordsIn } from '../journal/fields/read.ts'
import { countWords } from './words.ts'

const window = 7
const daysNeeded = 3

/**
 * The early signs that came up on three of the seven days up to `day`. A sign came up where one entry has all of
 * its words, whatever their endings, everyday ones left aside: "I stop answering" in "Stopped answering again".
 *
 * @param signs lines of the plan, as they were written
 */
export function signsBack(
  signs: readonly string[],
  entries: readonly Entry[],
  day: Day,
): readonly string[] {
  const from = addDays(day, 1 - window)
  const said = entries
    .filter(entry => entry.day >= from && entry.day <= day)
    .map(entry => ({
      day: entry.day,
      stems: new Set(
        wordsIn([...ownWordsIn(entry), ...(entry.feelings ?? [])].join('\n')).flatMap(stemsOf),
      ),
    }))
  return signs.filter(sign => {
    const words = wordsIn(sign).map(stemsOf)
    if (words.length === 0) return false
    const here = said.filter(({ stems }) => words.every(any => any.some(it => stems.has(it))))
    return new Set(here.map(it => it.day)).size >= daysNeeded
  })
}

const wordsIn = (text: string): string[] => [...countWords([{ text }]).counts.keys()]
