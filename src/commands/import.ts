import type { Context } from '../context.ts'
import type { SavingFlags } from '../desk/flags.ts'
import { scaleFlag, tagFlag, wordFlag } from '../desk/flags.ts'
import { followPlan } from '../desk/follow-plan.ts'
import { journalGiven } from '../desk/given-file.ts'
import { withProgress } from '../desk/progress.ts'
import { UsageError, UserError } from '../errors.ts'
import type { ImportPlan } from '../formats/import-plan.ts'
import { planImport } from '../formats/import-plan.ts'
import type { About } from '../formats/importer.ts'
import { importers } from '../formats/importers.ts'
import { listOf } from '../formats/json.ts'
import { readGivenJournal } from '../formats/read-in.ts'
import { joined, tagKey } from '../journal/tags.ts'
import { renderImport } from '../render/import.ts'
import { themeIds } from '../themes/theme.ts'
import { capital, listed, many } from '../wording/counts.ts'

interface ImportFlags extends Pick<SavingFlags, 'theme' | 'tag'> {
  format?: string
  dryRun?: boolean
  strict?: boolean
  moodMap?: string[]
  back?: boolean
}

/** Takes in a file or a folder: all of it or nothing, and a second time nothing new. */
export async function importFile(
  context: Context,
  [file = '']: string[],
  flags: ImportFlags,
): Promise<undefined> {
  const { terminal } = context
  const ids = importers.map(({ id }) => id)
  const id = wordFlag(flags.format, ids, '--format')
  const format = importers.find(it => it.id === id)
  const moods = moodMap(flags.moodMap ?? [])
  const theme = wordFlag(flags.theme, themeIds, '--theme')
  const tags = (flags.tag ?? []).map(tagFlag)
  const read = await withProgress(context, 'Reading', async progress =>
    readGivenJournal(await journalGiven(context, file, progress), context.stamp(), moods, format),
  )
  const incoming = {
    ...read,
    entries: read.entries.map(entry => ({
      ...entry,
      tags: joined(tagKey, entry.tags, tags),
      // As with `edit`: a check-in has none.
      ...(theme && entry.kind === 'note' && { theme: entry.theme ?? theme }),
    })),
  }
  const journal = await context.openJournal()
  const plan = planImport(
    await journal.everything(),
    incoming,
    flags.back ? context.stamp() : undefined,
  )

  const shown = renderImport(plan, incoming)
  if (shown) terminal.notify(shown)
  const entries = [...plan.newByMonth.values()].reduce((sum, count) => sum + count, 0)
  const came = entries > 0 ? many(entries, 'entry', 'entries') : besideEntries(plan)
  if (plan.records.length === 0)
    terminal.notify(
      plan.inTrash.length > 0
        ? 'Nothing else in it is new. Nothing was changed.'
        : plan.alreadyHere > 0 || incoming.odd.length === 0
          ? 'Everything in it is here already. Nothing was changed.'
          : 'Nothing in it could be read. Nothing was changed.',
    )
  else if (flags.dryRun)
    terminal.notify(
      `${capital(came)} would come in${read.unknownMoods ? ' once each mood has a step' : ''}. Nothing was changed.`,
    )
  else {
    if (read.unknownMoods)
      throw new UserError('Nothing was changed, since some moods have no step yet.')
    if (flags.strict && incoming.odd.length > 0)
      throw new UserError('Nothing was changed: with --strict, all of it comes in or nothing.')
    await journal.snapshot()
    await followPlan(
      context,
      journal,
      await journal.commit(`import ${read.format}, ${came}`, plan.records),
    )
    terminal.notify(`${capital(came)} came in. \`hearten undo\` takes the whole import back.`)
  }
  return undefined
}

/** What comes in where no entry is new. */
function besideEntries({ records, changedByMonth }: ImportPlan): string {
  const changed = [...changedByMonth.values()].reduce((sum, count) => sum + count, 0)
  const of = (list: 'people' | 'settings') =>
    new Set(records.filter(it => listOf(it) === list).map(({ id }) => id)).size
  const all: [number, string, string?][] = [
    [changed, 'changed entry', 'changed entries'],
    [of('people'), 'person', 'people'],
    [of('settings'), 'setting'],
  ]
  const there = all.filter(([count]) => count > 0)
  return there.length === 0 ? 'earlier versions' : listed(there.map(it => many(...it)))
}

/** What words for moods mean: `super=5`, or `none` for a word that says nothing about it. */
function moodMap(typed: readonly string[]): About['moods'] {
  return new Map(
    typed.flatMap(pairsIn).map(pair => {
      const [, word = '', step = ''] = /^(.*)=([^=]*)$/.exec(pair) ?? []
      if (word.trim() === '')
        throw new UsageError(`--mood-map takes a word and its step, like super=5, not "${pair}".`)
      const isNone = step.trim().toLowerCase() === 'none'
      return [word.trim().toLowerCase(), isNone ? undefined : scaleFlag(step, '--mood-map')]
    }),
  )
}

/** The pairs in `super=5,bad=1`. A comma in a word, as in `good, calm=4`, is a part of it. */
function pairsIn(typed: string): string[] {
  const pairs: string[] = []
  let word = ''
  for (const part of typed.split(',')) {
    word += part
    if (part.includes('=')) pairs.push(word)
    word = part.includes('=') ? '' : `${word},`
  }
  const rest = word.replace(/,$/, '')
  return (rest.trim() === '' ? pairs : [...pairs, rest]).filter(pair => pair.trim() !== '')
}
