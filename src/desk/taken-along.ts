import type { Context } from '../context.ts'
import { jsonInParts } from '../formats/json-in-parts.ts'
import type { EntryWriter, PageLayout, PageOptions } from '../formats/pages.ts'
import { isShown, themesInOrder } from '../formats/pages.ts'
import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import type { Person } from '../journal/person.ts'
import { circleOf } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import type { Redaction, Redactor } from '../reflect/redact.ts'
import { redacting } from '../reflect/redact.ts'
import type { Journal } from '../store/journal.ts'
import type { MonthByMonth } from '../store/one-moment.ts'
import type { ThemeId } from '../themes/theme.ts'
import { withProgress } from './progress.ts'
import type { ResultPart } from './result.ts'
import { writeInParts } from './result.ts'

// An export reads the journal month by month, more than once where it has to, and writes as it reads.

/** What is taken along. */
export interface WhatGoesAlong {
  readonly query: Query
  readonly options: PageOptions
  readonly withPrivate: boolean
  /** What calls everybody by another name. */
  readonly redactor?: (journal: MonthByMonth) => Promise<Redactor>
  /** Entries that were brought before, and stay here. */
  readonly brought?: ReadonlySet<string>
  /** Takes the ids of those that went along. */
  readonly went?: Set<string>
  /** Called for each entry that stays here, with the reason. */
  leftOut(why: 'private' | 'brought'): void
}

/** A way to write a journal out. */
export interface Export {
  /** How often it goes through the months. */
  readonly passes: number
  parts(journal: MonthByMonth): AsyncGenerator<ResultPart>
}

/** Everything there is: history, deletions, sealed letters and private entries among it. */
export const wholeAsJson: Export = {
  passes: 2,
  parts: journal => jsonInParts(journal.everything()),
}

/** Some entries as they are kept, and nothing of the others: no history, no people, no settings. */
export const partAsJson = (choice: WhatGoesAlong): Export => ({
  passes: 3,
  async *parts(journal) {
    const ids = new Set<string>()
    for await (const entries of chosenOf(journal, choice)) for (const { id } of entries) ids.add(id)
    yield* jsonInParts(journal.everything(ids))
  },
})

/** Those that can be laid out on pages. */
export const pageFormats = ['markdown', 'html', 'text'] as const
export type Readable = (typeof pageFormats)[number] | 'csv' | 'jrnl'

/** Entries in a form that people or other programs read. */
export function asText(
  format: Readable,
  layout: PageLayout = 'day',
  choice: WhatGoesAlong,
): Export {
  const themes = layout === 'theme' ? themesInOrder : undefined
  return {
    passes: (themes?.length ?? 1) + (format === 'html' ? 1 : 0),
    async *parts(journal) {
      const isChosen = chooser({ ...choice, leftOut() {} })
      const writer = await writerOf(format, layout, choice.options, () =>
        journal.days(choice.query, isChosen),
      )
      for await (const entries of chosenOf(journal, choice, themes)) yield textsOf(writer, entries)
      yield writer.end()
    },
  }
}

function* textsOf(writer: EntryWriter, entries: Iterable<Entry>): Generator<string> {
  for (const entry of entries) yield writer.add([entry])
}

/** Each is loaded when it is asked for. */
async function writerOf(
  format: Readable,
  layout: PageLayout,
  options: PageOptions,
  days: () => AsyncIterable<Day>,
): Promise<EntryWriter> {
  switch (format) {
    case 'markdown':
      return (await import('../formats/markdown.ts')).markdownWriter(layout)
    case 'text':
      return (await import('../formats/text.ts')).textWriter(layout)
    case 'csv':
      return (await import('../formats/csv.ts')).csvWriter()
    case 'jrnl':
      return (await import('../formats/jrnl-text.ts')).jrnlWriter()
    case 'html': {
      const { bookWriter, newDays } = await import('../formats/book.ts')
      const about = newDays()
      for await (const day of days()) about.add(day)
      return bookWriter(layout, options, about)
    }
  }
}

/** The entries that go along, a month at a time; with themes, theme after theme. */
export async function* chosenOf(
  journal: MonthByMonth,
  choice: WhatGoesAlong,
  themes?: readonly (ThemeId | undefined)[],
): AsyncGenerator<Iterable<Entry>> {
  const { query, went } = choice
  const redacted = await choice.redactor?.(journal)
  const isChosen = chooser(choice)
  function* chosenAmong(entries: Iterable<Entry>): Generator<Entry> {
    for (const entry of entries) {
      if (!isChosen(entry)) continue
      went?.add(entry.id)
      yield redacted ? redacted.entry(entry) : entry
    }
  }
  for await (const entries of journal.entries(query, themes)) yield chosenAmong(entries)
}

/** Whether an entry goes along. */
const chooser =
  ({ options, withPrivate, brought, leftOut }: WhatGoesAlong) =>
  (entry: Entry): boolean => {
    const why =
      entry.private && !withPrivate ? 'private' : brought?.has(entry.id) ? 'brought' : undefined
    if (why === undefined) return isShown(entry, options)
    leftOut(why)
    return false
  }

/** Everybody has the same other name throughout, so all names are looked up first, also in what stays here. */
export function redactorFor(
  people: readonly Person[],
  query: Query,
  how: Redaction,
): (journal: MonthByMonth) => Promise<Redactor> {
  let made: Redactor | undefined
  return async journal => {
    if (made) return made
    const { canonical } = circleOf(people)
    const names = new Map<string, readonly string[]>(people.map(it => [it.name, it.aliases]))
    for await (const entries of journal.entries({ today: query.today }))
      for (const entry of entries)
        for (const name of everyoneIn(entry).map(canonical))
          if (!names.has(name)) names.set(name, [])
    made = redacting(
      [...names].map(([name, aliases]) => ({ name, aliases })),
      how,
    )
    return made
  }
}

/** Writes an export to where the person asked for it. @returns where it went, in words, if that needs to be said */
export async function takeAlong(
  context: Context,
  journal: Journal,
  output: string,
  { passes, parts }: Export,
): Promise<string | undefined> {
  const isOnScreen = output === '-' && context.terminal.outputIsTerminal
  const write = (months: MonthByMonth) => writeInParts(context, output, parts(months))
  return walkThrough(context, journal, passes, write, { isShown: !isOnScreen })
}

/** Goes through the journal of this moment so many times at the most, with a line of progress where there is room for it. */
export async function walkThrough<T>(
  context: Context,
  journal: Journal,
  passes: number,
  work: (journal: MonthByMonth) => Promise<T>,
  { isShown = true } = {},
): Promise<T> {
  let [done, all] = [0, 1]
  return withProgress(context, 'Exporting', progress =>
    journal.monthByMonth(
      months => {
        all = months.months.length * passes
        return work(months)
      },
      () => {
        done++
        if (isShown) progress(Math.min(1, done / all))
      },
    ),
  )
}
