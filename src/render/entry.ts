import type { Day } from '../journal/day.ts'
import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { kindNames } from '../journal/fields/details.ts'
import { kindInWords } from '../journal/fields/read.ts'
import { versionsIn } from '../journal/record.ts'
import { shortId } from '../journal/short-id.ts'
import type { Hit } from '../journal/words.ts'
import { moodScale } from '../themes/scales.ts'
import { themeNames } from '../themes/theme.ts'
import { many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import type { Colours } from './colours.ts'
import { detailLines } from './details.ts'
import { visible, visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { clusters, displayWidth, wrapWords } from './wrap.ts'

/** What an entry is, in a word or two: its theme where it has one, else its kind. */
const entryKind = ({ kind, theme }: Entry): string =>
  (kind === 'reflection' || kind === 'note') && theme ? theme : kindNames[kind]

/** Finds what was searched for in a text. */
export type Finder = (text: string) => readonly Hit[]

/** One line an entry, oldest first, a heading for every day. What `find` finds is shown, and marked. */
export function renderList(entries: readonly Entry[], look: Look, find: Finder = () => []): string {
  if (look.piped && !look.plain)
    return entries.map(entry => pipedLine(entry, look, find)).join('\n')
  if (look.plain) return entries.map(entry => plainLine(entry, look, find)).join('\n')
  const lines: string[] = []
  let day = ''
  for (const entry of entries) {
    if (entry.day !== day) {
      if (day !== '') lines.push('')
      day = entry.day
      lines.push(look.colours.accent(namedDay(entry.day, look.today)))
    }
    lines.push(listLine(entry, look, find))
  }
  return lines.join('\n')
}

function listLine(entry: Entry, { width, colours }: Look, find: Finder): string {
  const wide = width >= 60
  const mood = entry.mood === undefined ? ' ' : colours.mood(entry.mood, String(entry.mood))
  const kind = wide ? `${entryKind(entry).padEnd(14)} ` : ''
  const marks = marksOf(entry)
  const room = width - 5 - displayWidth(kind) - 8 - (marks === '' ? 0 : displayWidth(marks) + 1)
  const words = shortened(firstWords(entry, find), room)
  const gap = marks && ' '.repeat(Math.max(0, room - displayWidth(words)))
  return `  ${mood}  ${colours.dim(`${kind}${shortId(entry)}`)}  ${marked(words, find, colours)}${gap}${marks && ` ${marks}`}`
}

/** A text with what was found set off from the rest. */
function marked(text: string, find: Finder, colours: Colours): string {
  let done = 0
  let shown = ''
  for (const [from, to] of find(text)) {
    shown += text.slice(done, from) + colours.hit(text.slice(from, to))
    done = to
  }
  return shown + text.slice(done)
}

/** Colour comes through a pipe only where it was asked for (`FORCE_COLOR`). */
function pipedLine(entry: Entry, { colours }: Look, find: Finder): string {
  const words = shortened([marksOf(entry), firstWords(entry, find)].filter(Boolean).join(' '), 200)
  return [
    colours.accent(entry.day),
    entry.mood === undefined ? '-' : colours.mood(entry.mood, `${entry.mood}`),
    colours.dim(entryKind(entry)),
    colours.dim(shortId(entry)),
    marked(words, find, colours),
  ].join('  ')
}

function plainLine(entry: Entry, { today }: Look, find: Finder): string {
  const mood =
    entry.mood === undefined ? '' : `, mood ${entry.mood}, ${moodScale.words[entry.mood]}`
  const versions = versionsIn(entry) > 1 && many(versionsIn(entry), 'version')
  const said = [
    entry.starred && 'starred',
    entry.bring && 'to bring',
    entry.private && 'private',
    versions,
  ]
  const marks = said
    .filter(Boolean)
    .map(word => `, ${word}`)
    .join('')
  const words = shortened(firstWords(entry, find), 200)
  const stop = /[.!?…]$/.test(words) || words === '' ? '' : '.'
  const heading = `${namedDay(entry.day, today)}, ${entryKind(entry)}${mood}${marks}.`
  return [heading, `${words}${stop}`, `Id ${shortId(entry)}.`].filter(Boolean).join(' ')
}

const marksOf = (entry: Entry): string =>
  [
    entry.starred && '*',
    entry.bring && 'bring',
    entry.private && 'private',
    versionsIn(entry) > 1 && many(versionsIn(entry), 'version'),
  ]
    .filter(Boolean)
    .join(' ')

/** The first words of an entry; of one without words, what it holds instead. */
function firstWords(entry: Entry, find: Finder = () => []): string {
  const line = visibleLine(entry.text).replace(/\s+/g, ' ').trim()
  const at = find(line)[0]?.[0] ?? 0
  // Some words before what was found, so that it can be understood.
  const start = at > 30 ? line.lastIndexOf(' ', at - 20) + 1 : 0
  if (line !== '') return start === 0 ? line : `… ${line.slice(start)}`
  const { mood: _, starred: __, bring: ___, private: ____, ...rest } = entry
  const beside = detailLines(rest as Entry).join(', ')
  return beside || (entry.mood === undefined ? '' : moodScale.words[entry.mood])
}

/** An entry in a list to pick from, and all its words to find it by; of a private one the day alone. */
export function entryChoice(
  entry: Entry,
  today: Day,
): { label: string; hint: string; also: string } {
  const day = namedDay(entry.day, today).replace(/^\S+ /, '')
  const words = entry.private ? '(private)' : shortened(firstWords(entry), 100)
  const also = entry.private
    ? ''
    : `${entry.text} ${entry.tags.join(' ')} ${entry.people.join(' ')}`
  return { label: `${day} · ${words}`, hint: entryKind(entry), also: `${also} ${shortId(entry)}` }
}

/** A text cut to a width, never inside a character. */
export function shortened(text: string, width: number): string {
  const start = text.slice(0, width * 4)
  if (text.length <= start.length && displayWidth(start) <= width) return text
  let short = ''
  let room = width - 1
  for (const cluster of clusters(start)) {
    room -= displayWidth(cluster)
    if (room < 0) break
    short += cluster
  }
  return `${short.trimEnd()}…`
}

/** A whole entry: when, what, the question as it was asked, the words, and what was said beside them. */
export function renderEntry(entry: Entry, look: Look): string {
  const { colours, width, piped } = look
  const day = piped ? entry.day : longDayWithYear(entry.day)
  const heading = [
    `${day}, ${entry.at.slice(11, 16)}`,
    ...kindsInFull(entry),
    ...(entry.deleted ? ['deleted'] : []),
    ...(versionsIn(entry) > 1 ? [many(versionsIn(entry), 'version')] : []),
  ]
  const column = Math.min(72, width - 2)
  const indented = (text: string) =>
    wrapWords(visible(text), column).map(line => `  ${line}`.trimEnd())
  const asked = entry.prompt ? indented(entry.prompt.text).map(colours.dim) : []
  return [
    ...wrapWords(heading.join(look.plain || piped ? ', ' : ' · '), width).map(colours.accent),
    ...asked,
    ...(asked.length > 0 && entry.text !== '' ? [''] : []),
    ...(entry.text === '' ? [] : indented(entry.text)),
    ...(entry.text === '' ? [] : ['']),
    ...[...detailLines(entry), ...againNote(entry), ...versionNote(entry), `id ${entry.id}`]
      .flatMap(indented)
      .map(colours.dim),
    '',
  ].join('\n')
}

const againNote = ({ kind, details }: Entry): string[] =>
  kind === 'reflection' && details.again
    ? [`answers ${shortId({ id: details.again })} once more`]
    : []

const versionNote = (entry: Entry): string[] =>
  versionsIn(entry) > 1
    ? [
        `Changed in two places at once: every text is here. \`hearten edit ${shortId(entry)}\` joins them.`,
      ]
    : []

/** The theme's name, after the kind where that is more than words: "meeting, Shared Experiences". */
function kindsInFull(entry: Entry): string[] {
  const theme = entry.theme && themeNames[entry.theme]
  const isWords = entry.kind === 'reflection' || entry.kind === 'note'
  return [...(theme && isWords ? [] : [kindInWords(entry)]), ...(theme ? [theme] : [])]
}
