import type { Context } from '../context.ts'
import { askLine } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { asUsage, datesHere, savingFields, whenFlag } from '../desk/flags.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { lookOf } from '../desk/look.ts'
import { keepSetting } from '../desk/setting.ts'
import { theSince } from '../desk/since.ts'
import { UsageError } from '../errors.ts'
import type { DateRange } from '../journal/dates.ts'
import { DateError, readDate } from '../journal/dates.ts'
import { addDays } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { firstRevision, nextRevision } from '../journal/record.ts'
import type { Since } from '../journal/setting.ts'
import { markAt, sinceCount, sinceNamed } from '../journal/since.ts'
import { namesFrom } from '../journal/tags.ts'
import { visibleLine } from '../render/gate.ts'
import { renderSince, sinceLine } from '../render/since.ts'
import { slipsIn, tellMarks } from '../session/marks.ts'
import { askWhetherSafe } from '../session/slip.ts'

/** The days since what matters, as they stand. */
export async function listSince(context: Context): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  const all = await journal.settings('since')
  const slips = all.length > 0 ? await slipsIn(context, journal) : []
  const counted = all.map(since => ({ since, count: sinceCount(since, slips, today) }))
  if (globals.json) {
    terminal.data({
      since: counted.map(({ since: { id, name, start }, count }) => ({
        id,
        name,
        start,
        ...count,
      })),
    })
    return
  }
  await terminal.page(renderSince(counted, lookOf(context)))
  await tellMarks(context, journal)
}

/** A day from which days are counted: the last drink, the last message, the funeral. */
export async function addSince(context: Context, words: string[]): Promise<undefined> {
  const { name, start } = sinceIn(words, context)
  const journal = await context.openJournal()
  const known = sinceNamed(await journal.settings('since'), name)
  const stamp = context.stamp()
  const draft: Since = known
    ? nextRevision(known, { start }, stamp)
    : { ...firstRevision(stamp), kind: 'since', name, start }
  // Of one that was removed and is added again, the slips stayed.
  const count = sinceCount(draft, await slipsIn(context, journal), stamp.today)
  // What is past already needs no telling.
  const since = { ...draft, told: Math.max(draft.told ?? 0, markAt(start, count.days)) }
  await keep(context, journal, {
    label: 'since add',
    records: [since],
    words: [name],
    held: heldElsewhere,
    tell: () => sinceLine(since, count, stamp.today),
  })
}

/** The last word is the day, or as many of the last as make one. */
function sinceIn(words: readonly string[], context: Context) {
  const { today } = context.stamp()
  for (let at = 1; at < words.length; at++) {
    const name = words.slice(0, at).join(' ').replace(/\s+/g, ' ').trim()
    const said = words.slice(at).join(' ')
    const range = dayMeant(said, context)
    if (range === undefined || nameKey(name) === '') continue
    if (range.from !== range.to)
      throw new UsageError(
        `"${said}" is more than one day. Write one, like ${today}. Nothing was saved.`,
      )
    return { name, start: range.from }
  }
  const last = words.at(-1) ?? ''
  // Says what is wrong with it.
  if (words.length > 1) asUsage('', () => readDate(last, { ...datesHere(context), future: false }))
  throw new UsageError(
    `A name and a day are needed, like \`hearten since add "last drink" ${today}\`. Nothing was saved.`,
  )
}

/** Days that words mean, none of them to come; undefined where they mean none. */
function dayMeant(words: string, context: Context): DateRange | undefined {
  try {
    return readDate(words, { ...datesHere(context), future: false })
  } catch (error) {
    if (error instanceof DateError) return undefined
    throw error
  }
}

/** A slip, with its words. Nothing goes back to zero. */
export async function slip(
  context: Context,
  words: string[],
  flags: { note?: string; at?: string; private?: boolean },
): Promise<undefined> {
  const when = whenFlag(flags.at, context)
  const journal = await context.openJournal()
  const since = await theSince(journal, words.join(' '))
  if (when.day < since.start)
    throw new UsageError(
      `${when.day} is before ${since.start}, from which the days count. Nothing was saved.`,
    )
  const said = { before: flags.note ?? '', step: '', witness: [] as string[] }
  const asks = flags.note === undefined && context.terminal.interactive
  const stamp = context.stamp()
  const [first, second] = [firstRevision(stamp), firstRevision(stamp)]
  let isNoted = !asks
  const entries = (): Entry[] => {
    if (!isNoted) return []
    const { step, witness } = said
    const own = flags.private ? { private: true as const } : {}
    const details = defined({
      due: addDays(stamp.today, 1),
      witness: witness.length > 0 ? witness : undefined,
    })
    const fields = savingFields(flags, said.before)
    const slipped = newEntry(
      { ...first, kind: 'slip', ...fields, details: { since: since.name }, ...when },
      stamp,
    )
    if (step === '') return [slipped]
    const promise = { kind: 'promise', theme: 'accountability', people: witness, details } as const
    return [slipped, newEntry({ ...second, ...own, ...promise, text: step }, stamp)]
  }
  await askAndKeep(context, journal, {
    label: 'since slip',
    what: 'a slip',
    records: entries,
    words: () => [said.before, said.step],
    async tell() {
      const saved = await savedFor(context, journal, when.day)
      const slips = await slipsIn(context, journal)
      return `${saved}\n${sinceLine(since, sinceCount(since, slips, stamp.today), stamp.today)}`
    },
    nothing: 'Nothing was noted, so nothing was saved.',
    ask: asks
      ? {
          instead: '',
          async questions({ dialogue, look }) {
            await askWhetherSafe(dialogue, look)
            isNoted = true
            const { text } = await dialogue.write({
              ask: 'What came just before it?',
              onChange(written) {
                said.before = written
                return undefined
              },
              edit: text => context.editText(text),
            })
            said.before = text
            await askLine(dialogue, { ask: 'What is the next small step?' }, line => {
              said.step = line
            })
            if (said.step === '') return
            await askLine(dialogue, { ask: 'Who could know about it?' }, line => {
              said.witness = namesFrom(line)
            })
          },
        }
      : undefined,
  })
}

/** Not counted any more; the slips stay as they were written. */
export async function removeSince(context: Context, words: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const since = await theSince(journal, words.join(' '))
  const gone = nextRevision(since, { deleted: true }, context.stamp())
  const told = `${visibleLine(since.name)} is not counted any more. \`hearten undo\` takes that back.`
  await keepSetting(context, journal, 'since remove', gone, told)
}
