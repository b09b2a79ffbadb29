import type { Day } from '../journal/day.ts'
import { monthNames } from '../journal/day.ts'

/** Numbers, lists and days as they stand in a sentence. */

/** 2.666 as "2.7", 3 as "3". */
export const rounded = (value: number): string => toPlaces(value, 1)

/** The same of what comes in steps of another size: in finer ones, 0.15 stays "0.15". */
export const roundedInSteps =
  (size: number) =>
  (value: number): string =>
    toPlaces(value, Math.min(mostPlaces, Math.max(1, Math.ceil(0.5 - Math.log10(size)))))

const mostPlaces = 6

function toPlaces(value: number, places: number): string {
  const text = Math.abs(value)
    .toFixed(places)
    .replace(/\.?0+$/, '')
  return value < 0 && text !== '0' ? `−${text}` : text
}

/** With its sign: "+0.7", "−0.2". */
export const signed = (value: number): string =>
  rounded(value).startsWith('−') || rounded(value) === '0' ? rounded(value) : `+${rounded(value)}`

/**
 * Where something that was worked out from a few days is, as every page says it: "probably between 0.2 and
 * 1.2", the lower first.
 *
 * @param say how an end is said; ends that read alike are said once
 */
export function probablyBetween(
  [low, high]: readonly [low: number, high: number],
  say: (end: number) => string = rounded,
): string {
  const [from, to] = [say(low), say(high)]
  return from === to ? `probably about ${from}` : `probably between ${from} and ${to}`
}

/** A share in tenths, as people say it: 0.39 as "4". */
export const tenths = (share: number): string => String(Math.round(share * 10))

/** Where something moves to: "0.2 down", "0.7 up", "0". */
export const upOrDown = (change: number, say = rounded): string => {
  const size = say(Math.abs(change))
  return size === '0' ? size : `${size} ${change < 0 ? 'down' : 'up'}`
}

/** "once", "twice", "5 times". */
export const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

/** "1 day", "5 days". */
export const many = (n: number, thing: string, things = `${thing}s`): string =>
  `${n} ${n === 1 ? thing : things}`

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], and = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`
}

/** "lonely 6, worn out 5, and 3 more": the first so many, and how many others there are. */
export function counted(
  counts: readonly { readonly name: string; readonly count: number }[],
  most = 5,
  of = counts.length,
): string {
  const first = counts.slice(0, most)
  const more = of - first.length
  const text = first.map(({ name, count }) => `${name} ${count}`).join(', ')
  return more > 0 ? `${text}, and ${more} more` : text
}

/** "7 November", with the year where it is not that of the day beside it. */
export function dayAndMonth(day: Day, beside: Day): string {
  const text = `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]}`
  return day.slice(0, 4) === beside.slice(0, 4) ? text : `${text} ${Number(day.slice(0, 4))}`
}

/** A noun with its article: "an edit", "a letter". */
export const withArticle = (noun: string): string =>
  `${/^[aeiou]/i.test(noun) && !/^(?:uni|use|one\b)/i.test(noun) ? 'an' : 'a'} ${noun}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
