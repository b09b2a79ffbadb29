import type { Quote } from '../../reflect/quote.ts'
import type { Review } from '../../reflect/review.ts'
import { connectionWords } from '../../themes/choices.ts'
import { connectionItems, connectionNote } from '../../themes/connection.ts'
import { themes } from '../../themes/theme.ts'
import { counted, dayAndMonth, listed, many, rounded, times } from '../../wording/counts.ts'
import type { Block, Section } from '../page/page.ts'
import { note, quote, say, section } from '../page/page.ts'
import { toolkitBlocks } from '../toolkit.ts'
import { seasonSections } from './season.ts'
import { chosenLine } from './summary.ts'

/** What belongs to no theme alone: free words, the balance, tools, connection, words, tags and starred lines. */
export function restOf(review: Review): Section[] {
  const { tags, words } = review
  return [
    ...section(
      { heading: 'In your own words' },
      review.ownWords.map(line => dated(line, review)),
    ),
    ...section({ heading: 'The five themes' }, balance(review)),
    ...section({ id: 'tools', heading: 'Coping tools' }, toolkitBlocks(review.toolkit)),
    ...section({ id: 'urges', heading: 'Urges' }, urgeBlocks(review)),
    ...seasonSections(review),
    ...section({ heading: 'Connection' }, connection(review)),
    ...section(
      { heading: 'Words and tags' },
      [
        say(
          words.length > 0 &&
            `Used more than at other times: ${words.map(w => w.word).join(', ')}.`,
        ),
        say(tags.distinct > 0 && `Tags: ${counted(tags.most, 8, tags.distinct)}.`),
      ].flat(),
    ),
    ...section({ heading: 'You starred' }, starred(review)),
    ...returned(review),
  ]
}

/** Lines of other days, for who asked for them. */
export function returned(review: Review): Section[] {
  const { thenAndNow: pair, onThisDay, until } = review
  return [
    ...section(
      { heading: 'Then and now' },
      pair ? [dated(pair.then, review), dated(pair.now, review)] : [],
    ),
    ...section(
      { heading: 'On this day' },
      onThisDay.map(({ text, day }) => quote(text, dayAndMonth(day, until))),
    ),
  ]
}

/** How the entries spread over the themes: a picture, never a target. */
function balance({ themes: pages, presence }: Review): Block[] {
  const rows = themes.map(({ id, name }) => ({ label: name, value: pages[id].count }))
  const walked = rows.filter(({ value }) => value > 0)
  if (presence.of < 7 || walked.length < 2) return []
  const sentence = `Entries by theme: ${walked.map(({ label, value }) => `${label} ${value}`).join(', ')}.`
  const title = 'The five themes'
  return [{ kind: 'bars', title, columns: ['theme', 'entries'], rows, sentences: [sentence] }]
}

function connection({ connection: found }: Review): Block[] {
  if (!found) return []
  const rows = connectionItems.flatMap(({ id, text }) => {
    const item = found.items.find(answered => answered.id === id)
    return item ? [{ text, ...item }] : []
  })
  const profile = found.profile
  const named = (ids: readonly string[]) =>
    listed(
      connectionItems.filter(({ id }) => ids.includes(id)).map(({ id }) => connectionWords[id]),
    )
  return [
    {
      kind: 'table',
      columns: ['1 not at all, 5 very much', 'middle', 'range', 'answers'],
      rows: rows.map(item => [
        ...[connectionWords[item.id], rounded(item.median), spread(item), String(item.n)],
      ]),
      sentences: rows.map(({ text, ...item }) =>
        item.n === 1
          ? `${text} ${rounded(item.median)} of 5 (1 answer).`
          : `${text} ${rounded(item.median)} of 5 (${many(item.n, 'answer')}, ${spread(item)}).`,
      ),
    },
    ...say(
      profile &&
        profile.lowest.length + profile.highest.length <= found.items.length &&
        `The middle of them is ${rounded(profile.median)}. Highest: ${named(profile.highest)}. Lowest: ${named(profile.lowest)}.`,
    ),
    ...note(connectionNote.join(' ')),
  ]
}

/** How long they lasted, and what was around them. What became of them is told nowhere. */
export function urgeBlocks({ urges, until }: Pick<Review, 'urges' | 'until'>): Block[] {
  if (!urges) return []
  const { count, wants, minutes, strength, eased, before } = urges
  return [
    ...say(
      `${many(count, 'moment')} of wanting ${count === 1 ? 'was' : 'were'} noted${wants.length > 0 ? `: ${counted(wants, 4)}` : ''}.`,
      minutes &&
        `You waited ${inMinutes(minutes.median)}${minutes.n > 1 ? `, the middle of ${minutes.n} waits` : ''}.`,
      strength &&
        `Strength went from ${rounded(strength.before)} to ${rounded(strength.after)} of 10${strength.n === 1 ? '' : ' on average'} (${times(strength.n)}).`,
      eased.length > 0 && `What helped: ${counted(eased, 5)}.`,
    ),
    ...before.map(({ text, day }) => quote(text, `Before one, ${dayAndMonth(day, until)}`)),
  ]
}

const inMinutes = (value: number) => `${rounded(value)} ${value === 1 ? 'minute' : 'minutes'}`

const spread = ({ low, high }: { low: number; high: number }) =>
  low === high ? String(low) : `${low} to ${high}`

const mostStarred = 5

/** Starred lines that no page above has quoted. */
function starred(review: Review): Block[] {
  const { starred: all, themes: pages, ownWords, until } = review
  const chosen = chosenLine(review)
  const quoted = new Set(
    [
      ...Object.values(pages).flatMap(page => page.quotes),
      ...pages.shared.meetings.stayed,
      ...pages.shared.notAlone,
      ...ownWords,
    ].map(({ text }) => text),
  )
  const fresh = all.filter(it => it !== chosen && !quoted.has(it.text))
  return [
    ...fresh
      .slice(-mostStarred)
      .map(({ text, day }) => quote(text, undefined, dayAndMonth(day, until))),
    ...(fresh.length > mostStarred
      ? note(
          `${fresh.length - mostStarred} more: hearten list --starred`,
          `${fresh.length - mostStarred} more are starred in the journal.`,
        )
      : []),
  ]
}

const dated = ({ text, day }: Quote, { until }: Review): Block =>
  quote(text, dayAndMonth(day, until))
