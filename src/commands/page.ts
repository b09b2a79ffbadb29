import type { Context } from '../context.ts'
import { queryFlags, wordFlag } from '../desk/flags.ts'
import { filledParts } from '../desk/open-plan.ts'
import { showAndWrite, tellAbout } from '../desk/page-shown.ts'
import type { PagesNamed } from '../desk/pages-named.ts'
import { askPagesNamed, pagesNamed } from '../desk/pages-named.ts'
import { redactorFor } from '../desk/taken-along.ts'
import { Enough } from '../dialogue/signals.ts'
import { UsageError } from '../errors.ts'
import type { Audience } from '../journal/brought.ts'
import { audiences, idsBrought, lastTime } from '../journal/brought.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import { isSealedLetter } from '../journal/query.ts'
import type { Brought } from '../journal/setting.ts'
import { isEmptyPage, pageToBring, withOtherNames } from '../reflect/page-to-bring.ts'
import type { Redactor } from '../reflect/redact.ts'
import type { Journal } from '../store/journal.ts'
import { listed } from '../wording/counts.ts'

interface PageFlags {
  from?: string
  to?: string
  on?: string
  course?: string
  session?: string
  tag?: string[]
  brought?: boolean
  withPlan?: boolean
  redact?: boolean
  pseudonyms?: boolean
  output?: string
}

/** What one brings to somebody: shown first, and then written where that is wanted. */
export async function page(
  context: Context,
  [word]: string[],
  flags: PageFlags,
): Promise<undefined> {
  checkFlags(flags)
  const said = wordFlag(word, audiences, 'page')
  const range = queryFlags(defined({ from: flags.from, to: flags.to, on: flags.on }), context)
  if (said === undefined && !context.terminal.interactive)
    throw new UsageError(`Say whom it is for: ${listed(audiences, 'or')}.`)
  const journal = await context.openJournal()
  const { today } = context.stamp()
  const all = await journal.entries({ today, to: today, sealed: 'include' })
  const entries = all.filter(entry => !isSealedLetter(entry, today))
  const wanted = await wantedPages(context, journal, entries, said, flags)
  if (!wanted) return undefined
  const { whom, pages } = wanted
  const before = await journal.settings('brought')
  // A year that was said may go on; its days to come tell of nothing yet.
  const until = range.to !== undefined && range.to < today ? range.to : today
  const known = { today, circle: circleOf(await journal.people()), mutes: await journal.mutes() }
  const found = pageToBring(all, await journal.settings('measure'), known, {
    ...{ whom, until },
    since: range.from ?? sinceLastTime(flags.brought ? [] : before, whom, until),
    isSaid: range.from !== undefined || range.to !== undefined,
    named: pages?.isOn,
    brought: flags.brought ? new Set() : idsBrought(before, whom),
  })
  const plan = flags.withPlan ? await filledParts(journal) : []
  if (isEmptyPage(found) && plan.length === 0) {
    tellAbout(context, found)
    context.terminal.notify(
      found.leftOut.brought > 0
        ? 'Nothing is new since last time. `hearten star --bring` marks what goes along.'
        : 'There is nothing to bring yet. `hearten star --bring` marks what goes along.',
    )
    return undefined
  }
  const names = await otherNames(journal, today, flags)
  const titles = {
    about: pages?.about,
    plan: names ? plan.map(part => ({ ...part, text: names.text(part.text) })) : plan,
    namesChanged: names !== undefined,
  }
  await showAndWrite(context, names ? withOtherNames(found, names) : found, titles, flags.output)
  return undefined
}

function checkFlags({ redact, pseudonyms, course, session, tag }: PageFlags): void {
  if (redact && pseudonyms) throw new UsageError('--redact and --pseudonyms exclude each other.')
  if (session !== undefined && course === undefined)
    throw new UsageError('--session goes with --course.')
  if (course !== undefined && tag !== undefined)
    throw new UsageError('--course and --tag exclude each other.')
}

/** How many days are told of the first time. */
const firstTimeDays = 28

/** From the day that was told of last, or the last four weeks. */
function sinceLastTime(before: readonly Brought[], whom: Audience, until: Day): Day {
  const last = lastTime(before, whom)
  return last !== undefined && last <= until ? last : addDays(until, 1 - firstTimeDays)
}

/** Whom it is for, and which pages; what was not said is asked. Undefined where it stays open. */
async function wantedPages(
  context: Context,
  journal: Journal,
  entries: readonly Entry[],
  said: Audience | undefined,
  flags: PageFlags,
): Promise<{ whom: Audience; pages: PagesNamed | undefined } | undefined> {
  const pages = await pagesNamed(journal, entries, flags)
  const isOfPages = (whom: Audience) => whom === 'sponsor' || whom === 'friend'
  const { interactive } = context.terminal
  const isOpen = said === undefined || (isOfPages(said) && !pages && !context.globals.yes)
  if (!isOpen || !interactive) return said && { whom: said, pages }
  const dialogue = await context.dialogue('')
  try {
    const whom =
      said ??
      (await dialogue.choose<Audience>({
        ask: 'Whom is it for?',
        choices: audiences.map(value => ({ value, label: `a ${value}` })),
      }))
    if (whom === undefined) return undefined
    const asks = isOfPages(whom) && !pages
    return { whom, pages: asks ? await askPagesNamed(dialogue, journal, entries) : pages }
  } catch (signal) {
    if (!(signal instanceof Enough)) throw signal
    return undefined
  } finally {
    dialogue.close()
  }
}

async function otherNames(
  journal: Journal,
  today: Day,
  { redact, pseudonyms }: PageFlags,
): Promise<Redactor | undefined> {
  const how = pseudonyms ? 'pseudonyms' : redact ? 'initials' : undefined
  return how && journal.monthByMonth(redactorFor(await journal.people(), { today }, how))
}
