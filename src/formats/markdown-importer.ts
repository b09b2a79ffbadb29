import { createHash } from 'node:crypto'
import type { JournalRecord } from '../journal/change.ts'
import { isEntry } from '../journal/change.ts'
import { isDay } from '../journal/day.ts'
import type { Entry, Kind } from '../journal/entry.ts'
import { kinds } from '../journal/entry.ts'
import type { Fact } from '../journal/fields/read.ts'
import type { Stamp } from '../journal/record.ts'
import { idFrom } from '../journal/record.ts'
import { problemWith } from '../journal/schema.ts'
import { visible } from '../render/gate.ts'
import { themeIds, themeNames } from '../themes/theme.ts'
import { decodeText } from '../utf8.ts'
import { saidIn } from './facts-back.ts'
import { writtenDay } from './foreign/when.ts'
import type { Importer, OddRow } from './importer.ts'
import { refusal } from './json.ts'
import { unescaped } from './literal.ts'
import { factsInMarkdown } from './markdown.ts'
import type { MarkedWords } from './words-in-markdown.ts'
import { markedWordsIn } from './words-in-markdown.ts'

/** The Markdown of `export markdown`, one text or a note of its folder: all that such a page can carry. */
export const markdownImporter: Importer = {
  id: 'markdown',
  what: 'the Markdown of `hearten export markdown`, a file or its folder',
  recognises: bytes =>
    /^<!-- hearten:[\w-]+ \w+ \d{4}-/m.test(new TextDecoder().decode(bytes.subarray(0, 100_000))),
  read(bytes, stamp) {
    const lines = decodeText(bytes, 'This file')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
    const odd: OddRow[] = []
    const entries = new Map<string, Entry>()
    let page = lines[0] === '---' ? (/^date: (\S+)$/.exec(lines[1] ?? '')?.[1] ?? '') : ''
    let done = 0
    let read = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0
    const nameStray = (to: number) => {
      while (read < to && !isStray(lines[read] ?? '')) read++
      if (read < to)
        odd.push({ line: read + 1, reason: 'it stands outside of the marks of an entry' })
    }
    for (const found of markedWordsIn(lines)) {
      const line = typeof found === 'number' ? found : found.from
      nameStray(line)
      const { title, pageTitle, question } = above(lines.slice(done, line))
      if (pageTitle !== undefined && !isDay(page)) page = pageTitle
      if (typeof found === 'number') {
        odd.push({ line: line + 1, reason: 'the mark at the end of its words is missing' })
        done = line
        // The words behind it were named with it.
        read = lines.length
        continue
      }
      const facts = factsBelow(lines, found.to)
      const entry = entryFrom(found, { page, title, question }, facts, stamp)
      done = found.to
      read = found.to + (facts.length > 0 ? facts.length + 2 : 1)
      if (typeof entry === 'string') odd.push({ line: line + 1, reason: entry })
      else if (entries.has(entry.id))
        odd.push({ line: line + 1, reason: 'its id was there before' })
      else entries.set(entry.id, entry)
    }
    nameStray(lines.length)
    if (entries.size === 0 && odd.length === 0) throw refusal('it has no entries with their marks')
    return {
      ...{ entries: [...entries.values()], people: [], settings: [], history: [], odd },
      says,
    }
  },
}

/** Between entries stand headings, questions and nothing else: what somebody wrote there is of no entry. */
const isStray = (line: string): boolean => line.trim() !== '' && !/^(?:#{1,3} |>)/.test(line)

/** What Markdown says of an entry; what only our own files keep is not in it. */
const says = (record: JournalRecord): string =>
  isEntry(record) ? JSON.stringify([record.at, visible(record.text), factsInMarkdown(record)]) : ''

/** What stands above an entry. */
interface Above {
  /** The heading of its page, or the day that stands in front of a note. */
  readonly page: string
  /** Its own heading. */
  readonly title: string
  readonly question: string | undefined
}

function entryFrom(
  { id, kind, at, zone, more, text }: MarkedWords,
  { page, title, question }: Above,
  facts: readonly Fact[],
  stamp: Stamp,
): Entry | string {
  if (!isKind(kind)) return 'its kind is not known'
  const said = saidIn(facts, kind)
  if (typeof said === 'string') return `the line ${JSON.stringify(said.slice(0, 40))} is not known`
  // Marks of the first version said neither the day nor the theme: they stand in the headings.
  const onPage = isDay(page) ? page : writtenDay(page)
  const theme = more.get('theme') ?? themeIds.find(id => title.includes(themeNames[id]))
  const moment = more.get('moment')
  const again = more.get('again')
  const session = more.get('session')
  const entry = {
    ...{ id, supersedes: [], kind, at, zone, text, tags: [], people: [], ...said.entry },
    day: more.get('day') ?? (isDay(onPage) ? onPage : at.slice(0, 10)),
    ...(theme !== undefined && { theme }),
    ...(question !== undefined && {
      prompt: {
        ...{ id: more.get('prompt') ?? '', text: question },
        ...(more.has('deeper') && { deeper: true }),
      },
    }),
    ...(session !== undefined && { session }),
    details: {
      ...(moment !== undefined && { moment }),
      ...(again !== undefined && { again }),
      ...said.details,
    },
  }
  const bytes = createHash('sha256')
    .update(JSON.stringify(['markdown', entry]))
    .digest()
  const revision = idFrom(Date.parse(at) || 0, bytes)
  const record = { ...entry, revision, writtenAt: stamp.now.toISOString() }
  const problem = problemWith(record)
  return problem ? `${problem.field || 'it'} ${problem.should}` : (record as unknown as Entry)
}

const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

/** The headings and the question in the lines between two entries. */
function above(lines: readonly string[]) {
  const titles = lines.flatMap(line => /^#{1,3} (.+)$/.exec(line)?.[1] ?? [])
  const asked = lines.filter(line => line.startsWith('>'))
  return {
    title: titles.at(-1) ?? '',
    pageTitle: titles.at(-2),
    question:
      asked.length > 0
        ? asked.map(line => unescaped(line.replace(/^> ?/, ''))).join('\n')
        : undefined,
  }
}

function factsBelow(lines: readonly string[], mark: number): Fact[] {
  const facts: Fact[] = []
  for (let at = mark + 2; ; at++) {
    const [, label, value] = /^- ([^:]+): (.*)$/.exec(lines[at] ?? '') ?? []
    if (label === undefined || value === undefined) return facts
    facts.push({ label, value: unescaped(value) })
  }
}
