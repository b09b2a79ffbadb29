import type { Day } from '../../journal/day.ts'
import { asYours } from '../../journal/person.ts'
import type { Pair } from '../../reflect/pairs.ts'
import type { Promises } from '../../reflect/promises.ts'
import type { Quote } from '../../reflect/quote.ts'
import type { Review } from '../../reflect/review.ts'
import type { Count, Share } from '../../reflect/tally.ts'
import { outcomeWords, sourceWords, supportWords } from '../../themes/choices.ts'
import { themes } from '../../themes/theme.ts'
import {
  counted,
  dayAndMonth,
  listed,
  many,
  probablyBetween,
  rounded,
  tenths,
  times,
} from '../../wording/counts.ts'
import type { Block, Section } from '../page/page.ts'
import { quote, say, section } from '../page/page.ts'
import { curveBlocks } from './opening.ts'

/** A page for each theme that has something on it, in the order a session walks them. */
export function themeSections(review: Review): Section[] {
  const pages = {
    compassion: compassion(review),
    shared: shared(review),
    support: support(review),
    accountability: accountability(review),
    growth: growth(review),
  }
  return themes.flatMap(({ id, name }) =>
    section({ id, heading: name, count: review.themes[id].count }, pages[id]),
  )
}

function compassion({ themes: { compassion: page }, since, until }: Review): Block[] {
  const { feelings, freshFeelings, strength, understood, understoodBy, quotes } = page
  const [first, ...others] = feelings.slice(0, 4)
  const fresh = freshFeelings.length
  // Of equals none was felt most.
  const felt = feelings.length > 1 && first?.count === feelings.at(-1)?.count ? 'Felt' : 'Felt most'
  const isNews = fresh > 0 && fresh < feelings.length
  return [
    ...say(
      first &&
        `${felt}: ${[`${first.name} on ${many(first.count, 'day')}`, counted(others)].filter(Boolean).join(', ')}.`,
      feelings.length > 4 &&
        `${feelings.length} different words${isNews ? `, ${fresh} of them new` : ''}.`,
    ),
    ...beforeAfter('How strong it was', strength, 'before writing'),
    ...curveBlocks('Felt understood', understood, since, until),
    ...say(understoodBy.length > 0 && `Understood by: ${counted(understoodBy)}.`),
    ...lines(quotes, until),
  ]
}

function shared({ themes: { shared: page }, since, until }: Review): Block[] {
  const { perWeek, sources, meetings, hope, lessAlone, notAlone, quotes } = page
  const from = choicesInWords(sources, sourceWords)
  return [
    ...say(
      perWeek !== undefined && perWeek >= 0.05 && `Shared moments a week: ${rounded(perWeek)}.`,
      from.length > 0 && `They came from: ${counted(from)}.`,
    ),
    ...say(
      page.received > 0 && `Received from others ${times(page.received)}.`,
      page.given > 0 && `You shared something back ${times(page.given)}.`,
    ),
    ...beforeAfter('Hope', hope, 'before'),
    ...curveBlocks('Less alone', lessAlone, since, until),
    ...say(
      meetings.count > 0 &&
        `Meetings: ${meetings.count}${meetings.names.length > 0 ? ` (${counted(meetings.names)})` : ''}.`,
      meetings.next && `The next is on ${dayAndMonth(meetings.next, until)}.`,
    ),
    ...beforeAfter('Mood around meetings', meetings.mood, 'before'),
    ...lines(meetings.stayed, until, 'What stayed'),
    ...lines(notAlone, until, 'Not alone with this'),
    ...(notAlone.length === 0 ? lines(quotes, until) : []),
  ]
}

const mostWith = 4

function support({ themes: { support: page }, since, until, quiet }: Review): Block[] {
  const { reachedOut, reachedBy, response, who, kinds, directions, caredFor, named, quotes } = page
  const { asked, offered, received, given } = directions
  const ways = [
    asked > 0 && `asked for ${times(asked)}`,
    offered > 0 && `offered ${times(offered)}`,
    received > 0 && `received ${times(received)}`,
    given > 0 && `given ${times(given)}`,
  ].filter(way => way !== false)
  return [
    ...say(
      reachedOut.of > 0 && reachedOutWords(reachedOut),
      reachedBy > 0 && `Others came to you ${times(reachedBy)}.`,
      response &&
        `${expectedWords(response, reachedOut.of)} you expected an answer of ${rounded(response.before)}, and it was ${rounded(response.after)}.`,
    ),
    ...say(
      who.length > 0 &&
        `With: ${who.slice(0, mostWith).map(withKinds).join(', ')}${who.length > mostWith ? `, and ${who.length - mostWith} more` : ''}.`,
    ),
    ...say(kinds.length > 0 && helpWords(kinds)),
    ...say(ways.length > 0 && `Support was ${listed(ways)}.`),
    ...curveBlocks('Felt cared for', caredFor, since, until),
    ...say(named.length > 0 && peopleWords(named)),
    ...lines(quotes, until),
    ...say(
      quiet.length > 0 &&
        `Not in touch for a while: ${listed(quiet.map(asYours))}. Only if you would like to.`,
    ),
  ]
}

function accountability({ themes: { accountability: page }, until }: Review): Block[] {
  const { total, outcomes, helped, obstacles, witnessed, done, open } = page.promises
  return [
    ...say(total > 0 && promiseWords(page.promises)),
    ...say(
      outcomes.changed + outcomes['let-go'] > 0 && 'Changing one or letting it go is care, too.',
    ),
    ...say(
      done && `Of the ${done.of} you tried, ${done.count} got done.`,
      done &&
        witnessed.count > 0 &&
        `Someone knew of ${witnessed.count === done.count ? 'all' : witnessed.count} of those.`,
      done && `Over time, it is ${probablyBetween(done.interval, tenths)} of 10.`,
    ),
    ...say(
      helped.length > 0 && `What helped: ${counted(helped, 3)}.`,
      obstacles.length > 0 && `What got in the way: ${counted(obstacles, 3)}.`,
    ),
    ...open
      .slice(-3)
      .map(({ text, due }) =>
        quote(text, due && due >= until ? `Open, for ${dayAndMonth(due, until)}` : 'Open'),
      ),
    ...lines(
      page.quotes.filter(({ id }) => !open.some(promise => promise.id === id)),
      until,
    ),
  ]
}

function growth({ themes: { growth: page }, until }: Review): Block[] {
  const { noticed, insights, sources, quotes } = page
  const from = choicesInWords(sources, sourceWords)
  const newest = insights.slice(-4)
  return [
    ...say(
      noticed > 0 && `Noticed ${times(noticed)}.`,
      from.length > 0 && `From: ${counted(from)}.`,
    ),
    ...newest.map(({ text, day }) => quote(text, dayAndMonth(day, until))),
    ...(newest.length === 0 ? lines(quotes, until) : []),
  ]
}

function beforeAfter(what: string, pair: Pair | undefined, before: string): Block[] {
  return say(
    pair &&
      `${what}: ${rounded(pair.before)} ${before}, ${rounded(pair.after)} after${pair.n === 1 ? ', once' : `, on average over ${pair.n} times`}.`,
  )
}

/** The label stands before the first only. */
const lines = (quotes: readonly Quote[], until: Day, label?: string): Block[] =>
  quotes.map(({ text, day }, n) =>
    quote(text, n === 0 ? label : undefined, dayAndMonth(day, until)),
  )

/** How promises stand, those with none left out. */
export const standing = ({ outcomes }: Promises): Count[] =>
  Object.entries({ ...outcomeWords, waiting: 'waiting' })
    .map(([id, name]) => ({ name, count: outcomes[id as keyof typeof outcomes] }))
    .filter(({ count }) => count > 0)

export const promiseWords = (promises: Promises): string =>
  `Promises: ${standing(promises)
    .map(({ name, count }) => `${count} ${name}`)
    .join(', ')}.`

export const peopleWords = (named: readonly Count[]): string =>
  `People in these pages: ${counted(named)}.`

/** What was chosen, as it is read to the person: "a practical hand", "your own thinking". */
export const choicesInWords = (
  chosen: readonly Count[],
  words: Readonly<Record<string, string>>,
): Count[] => chosen.map(({ name, count }) => ({ name: asYours(words[name] ?? name), count }))

export const helpWords = (kinds: readonly Count[]): string =>
  `Kind of help: ${counted(choicesInWords(kinds, supportWords))}.`

/** An expectation is noted with pages about asking for help as well, not only with reach-outs. */
function expectedWords({ n }: Pair, reachedOut: number): string {
  const where = n > reachedOut ? ', in reach-outs and pages about them,' : ''
  return n === 1 ? `Once${where}` : `On average over ${n} times${where}`
}

/** Answers that did not come are not counted out. */
export function reachedOutWords({ count, of }: Share): string {
  const answered =
    count === 0 ? '' : count === of ? ', and it was answered' : `, answered ${times(count)}`
  return `Reached out ${times(of)}${answered}.`
}

const withKinds = ({ name, count, kinds }: Count & { kinds: readonly Count[] }): string => {
  const words = choicesInWords(kinds, supportWords).map(kind => kind.name)
  return words.length > 0 ? `${name} ${count} (${words.join(', ')})` : `${name} ${count}`
}
